"""/desk name: names that a desk adds beside the gazetteer's, for its guild."""

from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Range

from bot.client import Caller, Right
from bot.client.names import AddedGiven, KindGiven, KnownGiven, SideGiven, find_added, forms_in
from bot.client.states import numbers
from bot.client.tree import described, named
from bot.client.wording import worded
from bot.cogs.desk.commands import Commands, desk
from bot.languages import count
from bot.render.layout import message
from bot.render.names import name_changed, names_pages
from bot.views import show, show_all
from briefings.ingest.correcting import Person
from briefings.ingest.rereading import documents_to_read_again, read_names_again
from briefings.model import Actor, NameKind
from briefings.storage.names import NameDeed, NewName, add_name, names_of, remove_name

Interaction = discord.Interaction[Any]
Forms = Range[str, 1, 400]


class Naming(Commands):
    names = app_commands.Group(
        name=named("desk.name"), description=described("command.desk.name.group"), parent=desk
    )

    @names.command(name=named("desk.name.add"), description=described("command.desk.name.add"))
    @worded("desk.name.add", "full", "side", "kind", "english", "korean", "russian")
    async def add_name(
        self,
        interaction: Interaction,
        *,
        full: KnownGiven,
        side: SideGiven | None = None,
        kind: KindGiven = NameKind.PERSON,
        english: Forms | None = None,
        korean: Forms | None = None,
        russian: Forms | None = None,
    ) -> None:
        caller = await self.bot.require(interaction, Right.DESK)
        new = NewName(full, forms_in(en=english, ko=korean, ru=russian), kind, side and Actor(side))
        deed = await self.bot.call(
            add_name,
            self.bot.database,
            new,
            guild_id=caller.guild,
            by=caller.user_id,
            interaction_id=interaction.id,
            now=self.bot.clock.now(),
        )
        await self.tell(interaction, caller, deed, "desk.name.added")

    @names.command(name=named("desk.name.list"), description=described("command.desk.name.list"))
    async def list_names(self, interaction: Interaction) -> None:
        caller = await self.bot.require(interaction, Right.DESK)
        rows = await self.bot.call(names_of, self.bot.database, caller.guild)
        await show_all(interaction, names_pages(rows, caller.locale))

    @names.command(
        name=named("desk.name.remove"), description=described("command.desk.name.remove")
    )
    @worded("desk.name.remove", "full")
    async def remove_name(self, interaction: Interaction, full: AddedGiven) -> None:
        caller = await self.bot.require(interaction, Right.DESK)
        found = await find_added(self.bot, caller.guild, full)
        deed = await self.bot.call(
            remove_name,
            self.bot.database,
            found.name_id,
            guild_id=caller.guild,
            by=caller.user_id,
            interaction_id=interaction.id,
            now=self.bot.clock.now(),
        )
        await self.tell(interaction, caller, deed, "desk.name.removed")

    async def tell(
        self, interaction: Interaction, caller: Caller, deed: NameDeed, key: str
    ) -> None:
        """What was done, and which documents that are here would be read otherwise now."""
        held = await self.bot.call(
            documents_to_read_again,
            self.bot.database,
            deed.entry_id,
            guild_id=caller.guild,
            shelf_id=await self.bot.shelf(caller),
        )
        layout = name_changed(key, deed.name, deed.entry_id, held=len(held), locale=caller.locale)
        await show(interaction, layout)

    async def read_again(
        self, interaction: Interaction, state: str, typed: Mapping[str, str]
    ) -> None:
        (entry_id,) = numbers(state, 1)
        caller = await self.bot.require(interaction, Right.DESK)
        person = Person(
            user_id=caller.user_id,
            guild_id=caller.guild,
            shelf_id=await self.bot.shelf(caller),
            interaction_id=interaction.id,
            now=self.bot.clock.now(),
        )
        done = await self.bot.call(
            read_names_again, self.bot.database, self.bot.jail, entry_id, person=person
        )
        await show(interaction, message(count("desk.name.read_again", caller.locale, done)))
