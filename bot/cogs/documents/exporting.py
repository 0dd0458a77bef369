"""/document export: a document, or all that stand on the guild's own shelf, as a file."""

import io
from typing import Any

import discord
from discord import app_commands

from bot.client import Caller, Right
from bot.client.documents import DocumentGiven, find_document
from bot.client.tree import described, named
from bot.client.wording import worded
from bot.cogs.documents.commands import Commands, document
from bot.languages import count
from briefings.errors import NotFoundError, UnusableDocumentError
from briefings.export.documents import SUFFIXES, exported
from briefings.model import Article
from briefings.storage.articles import articles, list_documents

Interaction = discord.Interaction[Any]
MOST_DOCUMENTS = 200  # in one file
LONGEST_FILE = 10_000_000  # bytes that Discord takes
FORMATS = [
    app_commands.Choice(name="Markdown", value="markdown"),
    app_commands.Choice(name="JSON", value="json"),
    app_commands.Choice(name="BibTeX", value="bibtex"),
    app_commands.Choice(name="RIS", value="ris"),
    app_commands.Choice(name="CSL-JSON", value="csl-json"),
]


class Exporting(Commands):
    @document.command(
        name=named("document.export"), description=described("command.document.export")
    )
    @worded("document.export", "form", "document")
    @app_commands.choices(form=FORMATS)
    async def export(
        self, interaction: Interaction, form: str, document: DocumentGiven | None = None
    ) -> None:
        caller = await self.bot.require(interaction, Right.READ, costly=True)
        found = await self.chosen(caller, document)
        today = self.bot.clock.now().date()
        whole = (await self.bot.call(exported, found, form, accessed=today)).encode()
        if len(whole) > LONGEST_FILE:
            raise UnusableDocumentError("too large for one file", reason="export-too-large")
        name = f"documents.{SUFFIXES[form]}"
        await interaction.edit_original_response(
            content=count("document.exported", caller.locale, len(found)),
            attachments=[discord.File(io.BytesIO(whole), name)],
            allowed_mentions=discord.AllowedMentions.none(),
        )

    async def chosen(self, caller: Caller, wanted: str | None) -> tuple[Article, ...]:
        """The document that is named, else the newest of the guild's own shelf."""
        if wanted is not None:
            key = await find_document(self.bot, caller, wanted)
            ids = [key]
        else:
            shelves = (await self.bot.shelf(caller),)
            rows = await self.bot.call(
                list_documents, self.bot.database, shelves=shelves, limit=MOST_DOCUMENTS
            )
            ids = [row.document_id for row in rows]
        found = await self.bot.call(articles, self.bot.database, ids, shelves=caller.shelves)
        if not found:
            raise NotFoundError("nothing to export", what="document", wanted=wanted or "")
        return found
