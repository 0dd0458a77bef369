"""/document history, and what changed between two versions."""

from collections.abc import Mapping
from typing import Any

import discord

from bot.client import Answers, Caller, Right
from bot.client.documents import DocumentGiven, find_document
from bot.client.states import opened
from bot.client.tree import described, named
from bot.client.wording import worded
from bot.cogs.documents.commands import Commands, document
from bot.render.history import changes_pages, history_pages
from bot.render.layout import Layout
from bot.render.turning import turning_page
from bot.views import show
from briefings.ingest.versions import what_changed
from briefings.storage.articles import history_of

Interaction = discord.Interaction[Any]
Typed = Mapping[str, str]


class History(Commands):
    @document.command(
        name=named("document.history"), description=described("command.document.history")
    )
    @worded("document.history", "document")
    async def history(self, interaction: Interaction, document: DocumentGiven) -> None:
        caller = await self.bot.require(interaction, Right.READ)
        document_id = await find_document(self.bot, caller, document)
        await show(interaction, await self.page_of_history(caller, document_id, 0))

    async def turn_history(self, interaction: Interaction, state: str, typed: Typed) -> None:
        (document_id,), at = opened(state, 1)
        answers: Answers = "private" if at is None else "same"
        caller = await self.bot.require(interaction, Right.READ, answers=answers)
        page = await self.page_of_history(caller, document_id, at or 0)
        await show(interaction, page)

    async def page_of_history(self, caller: Caller, document_id: int, at: int) -> Layout:
        title, events = await self.bot.call(
            history_of, self.bot.database, document_id, shelves=caller.shelves
        )
        zone = self.bot.settings.briefing.zone
        pages = history_pages(document_id, title, events, locale=caller.locale, zone=zone)
        return turning_page(pages, at, f"history:{document_id}", caller.locale)

    async def changes(self, interaction: Interaction, state: str, typed: Typed) -> None:
        """What a version changed of the one before it."""
        (document_id, number), at = opened(state, 2)
        answers: Answers = "private" if at is None else "same"
        caller = await self.bot.require(interaction, Right.READ, answers=answers)
        found = await self.bot.call(
            what_changed, self.bot.database, document_id, number, shelves=caller.shelves
        )
        pages = changes_pages(found.now, found.quotes, found.words, locale=caller.locale)
        start = f"changes:{document_id}.{number}"
        await show(interaction, turning_page(pages, at or 0, start, caller.locale))
