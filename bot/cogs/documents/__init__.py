"""/document: add, list, show, remove, restore."""

from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Range
from discord.ext import commands

from bot.client import BriefingBot, Caller, Right
from bot.client.documents import (
    DocumentGiven,
    OwnDocumentGiven,
    RemovedDocumentGiven,
    find_document,
)
from bot.client.fetching import new_fetcher
from bot.client.parameters import DayGiven
from bot.client.tree import described, named
from bot.client.wording import GUILD_INSTALL, IN_GUILDS, group, worded
from bot.cogs.documents.intake import (
    Corrections,
    add,
    given_file,
    given_link,
    given_message,
    given_paste,
    paste_form,
)
from bot.cogs.documents.shelf import listed, load, remove, restore
from bot.errors import StaleError
from bot.languages import say
from bot.render import labels
from bot.render.articles import article_buttons
from bot.render.documents import understood
from bot.render.layout import message
from bot.views import show
from briefings.model import Article

Interaction = discord.Interaction[Any]
Typed = Mapping[str, str]


class Documents(commands.Cog):
    document = group("document")

    def __init__(self, bot: BriefingBot) -> None:
        self.bot = bot
        self.fetcher = new_fetcher(bot.settings.intake)
        bot.verbs |= {"paste": self.pasted, "docs": self.turn}
        self.menu = app_commands.ContextMenu(
            name=app_commands.locale_str(say("command.menu.add", "en"), key="command.menu.add"),
            callback=self.add_message,
            allowed_contexts=IN_GUILDS,
            allowed_installs=GUILD_INSTALL,
        )

    async def cog_load(self) -> None:
        self.bot.tree.add_command(self.menu)

    async def cog_unload(self) -> None:
        self.fetcher.close()
        self.bot.tree.remove_command(self.menu.name, type=self.menu.type)

    @document.command(name=named("document.add"), description=described("command.document.add"))
    @worded("document.add", "file", "link", "source", "published", "title")
    async def add(
        self,
        interaction: Interaction,
        *,
        file: discord.Attachment | None = None,
        link: Range[str, 1, 2000] | None = None,
        source: Range[str, 1, 80] | None = None,
        published: DayGiven | None = None,
        title: Range[str, 1, 200] | None = None,
    ) -> None:
        corrections = Corrections(source or "", title or "", published)
        if file is None and link is None:
            caller = await self.bot.require(interaction, Right.DOCUMENTS, answers="later")
            await interaction.response.send_modal(paste_form(corrections, caller.locale))
            return
        caller = await self.bot.require(interaction, Right.DOCUMENTS)
        if file is not None:
            given = await given_file(file, longest=self.bot.settings.intake.max_bytes)
        else:
            given = await given_link(self.bot, self.fetcher, link or "")
        added = await add(self.bot, interaction, caller, given=given, corrections=corrections)
        await self.tell(interaction, added, caller, "document.added")

    async def add_message(self, interaction: Interaction, message: discord.Message) -> None:
        """A message that somebody points at: its first file, else its words."""
        caller = await self.bot.require(interaction, Right.DOCUMENTS)
        given = await given_message(message, longest=self.bot.settings.intake.max_bytes)
        nothing = Corrections()
        added = await add(self.bot, interaction, caller, given=given, corrections=nothing)
        await self.tell(interaction, added, caller, "document.added")

    async def pasted(self, interaction: Interaction, state: str, typed: Typed) -> None:
        """The form was sent."""
        caller = await self.bot.require(interaction, Right.DOCUMENTS)
        given, corrections = given_paste(typed)
        added = await add(self.bot, interaction, caller, given=given, corrections=corrections)
        await self.tell(interaction, added, caller, "document.added")

    async def tell(
        self, interaction: Interaction, found: Article, caller: Caller, heading: str
    ) -> None:
        layout = understood(found, heading=heading, locale=caller.locale)
        buttons = article_buttons(found, at=0, locale=caller.locale)
        await show(interaction, layout.with_buttons(*buttons))

    @document.command(name=named("document.list"), description=described("command.document.list"))
    @worded("document.list", "removed")
    async def list_(self, interaction: Interaction, removed: bool = False) -> None:
        caller = await self.bot.require(interaction, Right.READ)
        await show(interaction, await listed(self.bot, caller, page=0, removed=removed))

    async def turn(self, interaction: Interaction, state: str, typed: Typed) -> None:
        removed, _, page = state.partition(".")
        if removed not in ("0", "1") or not page.isdecimal() or len(page) > 6:
            raise StaleError(f"no page: {state!r}")
        caller = await self.bot.require(interaction, Right.READ, answers="same")
        layout = await listed(self.bot, caller, page=int(page), removed=removed == "1")
        await show(interaction, layout)

    @document.command(name=named("document.show"), description=described("command.document.show"))
    @worded("document.show", "document")
    async def show(self, interaction: Interaction, document: DocumentGiven) -> None:
        caller = await self.bot.require(interaction, Right.READ)
        document_id = await find_document(self.bot, caller, document)
        found = await load(self.bot, caller, document_id)
        await self.tell(interaction, found, caller, "document.shown")

    @document.command(
        name=named("document.remove"), description=described("command.document.remove")
    )
    @worded("document.remove", "document")
    async def remove(self, interaction: Interaction, document: OwnDocumentGiven) -> None:
        caller = await self.bot.require(interaction, Right.DOCUMENTS)
        title = await remove(self.bot, interaction, caller, document)
        await self.confirm(interaction, caller, "document.removed", title)

    @document.command(
        name=named("document.restore"), description=described("command.document.restore")
    )
    @worded("document.restore", "document")
    async def restore(self, interaction: Interaction, document: RemovedDocumentGiven) -> None:
        caller = await self.bot.require(interaction, Right.DOCUMENTS)
        title = await restore(self.bot, interaction, caller, document)
        await self.confirm(interaction, caller, "document.restored", title)

    async def confirm(self, interaction: Interaction, caller: Caller, key: str, title: str) -> None:
        shown = labels.title_label(title, caller.locale)
        await show(interaction, message(say(key, caller.locale, title=shown)))


async def setup(bot: BriefingBot) -> None:
    await bot.add_cog(Documents(bot))
