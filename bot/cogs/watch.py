"""/watch: phrases, names and speakers that stand first in one's own /catchup. Nothing is pushed."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import BriefingBot, Right
from bot.client.documents import SpeakerGiven
from bot.client.tree import described, named
from bot.client.watching import NameGiven, WatchGiven, find_watch, own_watches
from bot.client.wording import worded
from bot.languages import say
from bot.render.catching_up import watch_label, watch_list
from bot.render.layout import message
from bot.views import show
from briefings.errors import BadValueError
from briefings.search.watchable import watchable
from briefings.storage.watching import WatchKind, add_watch, remove_watch

Interaction = discord.Interaction[Any]
Phrase = app_commands.Range[str, 1, 80]
CONTEXTS = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
INSTALLS = app_commands.AppInstallationType(guild=True, user=True)


class Watching(commands.Cog):
    watch = app_commands.Group(
        name=named("watch"),
        description=described("command.watch"),
        allowed_contexts=CONTEXTS,
        allowed_installs=INSTALLS,
    )

    def __init__(self, bot: BriefingBot) -> None:
        self.bot = bot

    @watch.command(name=named("watch.add"), description=described("command.watch.add"))
    @worded("watch.add", "known", "speaker", "phrase")
    async def add(
        self,
        interaction: Interaction,
        known: NameGiven | None = None,
        speaker: SpeakerGiven | None = None,
        phrase: Phrase | None = None,
    ) -> None:
        caller = await self.bot.require(interaction, Right.READ)
        given = [(each or "").strip()[:80] for each in (known, speaker, phrase)]
        if sum(map(bool, given)) != 1:
            raise BadValueError("not one", name="watch", given=" ".join(given), wanted="watch")
        wanted = await self.bot.call(
            watchable,
            self.bot.database,
            shelves=caller.shelves,
            name=given[0],
            speaker=given[1],
            phrase=given[2],
        )
        kept = await self.bot.call(
            add_watch,
            self.bot.database,
            wanted,
            guild_id=caller.guild_id or 0,
            user_id=caller.user_id,
            now=self.bot.clock.now(),
        )
        unknown = given[0] and kept.kind is WatchKind.PHRASE
        told = say("watch.added", caller.locale, watch=watch_label(kept, caller.locale))
        note = say("watch.unknown", caller.locale) if unknown else ""
        await show(interaction, message(told, note))

    @watch.command(name=named("watch.list"), description=described("command.watch.list"))
    async def list(self, interaction: Interaction) -> None:
        caller = await self.bot.require(interaction, Right.READ)
        await show(interaction, watch_list(await own_watches(self.bot, caller), caller.locale))

    @watch.command(name=named("watch.remove"), description=described("command.watch.remove"))
    @worded("watch.remove", "watch")
    async def remove(self, interaction: Interaction, watch: WatchGiven) -> None:
        caller = await self.bot.require(interaction, Right.READ)
        found = await find_watch(self.bot, caller, watch)
        gone = await self.bot.call(
            remove_watch,
            self.bot.database,
            found.watch_id,
            guild_id=caller.guild_id or 0,
            user_id=caller.user_id,
        )
        told = say("watch.removed", caller.locale, watch=watch_label(gone, caller.locale))
        await show(interaction, message(told))


async def setup(bot: BriefingBot) -> None:
    await bot.add_cog(Watching(bot))
