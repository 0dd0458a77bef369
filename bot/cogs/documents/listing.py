"""/document list and show."""

from collections.abc import Mapping
from typing import Any

import discord

from bot.client import Caller, Right
from bot.client.documents import DocumentGiven, find_document
from bot.client.states import numbers
from bot.client.tree import described, named
from bot.client.wording import worded
from bot.cogs.documents.commands import Commands, document
from bot.cogs.documents.shelf import listed, load
from bot.errors import StaleError
from bot.render.documents import shown_buttons, understood
from bot.views import show

Interaction = discord.Interaction[Any]
Typed = Mapping[str, str]


class Listing(Commands):
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
        await self.show_document(interaction, caller, document_id)

    async def open(self, interaction: Interaction, state: str, typed: Typed) -> None:
        document_id, _ = numbers(state, 2)
        caller = await self.bot.require(interaction, Right.READ)
        await self.show_document(interaction, caller, document_id)

    async def show_document(
        self, interaction: Interaction, caller: Caller, document_id: int
    ) -> None:
        found = await load(self.bot, caller, document_id)
        today = self.bot.clock.now().date()
        layout = understood(found, heading="document.shown", locale=caller.locale, today=today)
        may_correct = Right.DOCUMENTS in caller.rights and caller.guild_id is not None
        buttons = shown_buttons(found, may_correct=may_correct, locale=caller.locale)
        await show(interaction, layout.with_buttons(*buttons))
