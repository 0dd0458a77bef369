"""/document add, its form, and *Add to archive* on a message."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

import discord
from discord.app_commands import Range

from bot.client import BriefingBot, Caller, Right
from bot.client.documents import OwnDocumentGiven, SourceGiven, find_document
from bot.client.parameters import DayGiven
from bot.client.tree import described, named
from bot.client.wording import worded
from bot.cogs.documents.commands import Commands, document
from bot.cogs.documents.intake import (
    Added,
    Brought,
    Corrections,
    Refused,
    add,
    add_each,
    given_files,
    given_link,
    given_message,
    given_paste,
    paste_form,
)
from bot.errors import StaleError, explain, reference_of
from bot.languages import say
from bot.render.documents import Result, added_buttons, added_pages, understood
from bot.responses import open_form
from bot.views import attached, show, show_all
from briefings.errors import BadValueError

Interaction = discord.Interaction[Any]
Typed = Mapping[str, str]


class Adding(Commands):
    @document.command(name=named("document.add"), description=described("command.document.add"))
    @worded("document.add", "file", "link", "source", "published", "title", "version_of")
    async def add(
        self,
        interaction: Interaction,
        *,
        file: discord.Attachment | None = None,
        link: Range[str, 1, 2000] | None = None,
        source: SourceGiven | None = None,
        published: DayGiven | None = None,
        title: Range[str, 1, 200] | None = None,
        version_of: OwnDocumentGiven | None = None,
    ) -> None:
        corrections = Corrections(source or "", title or "", published)
        answers = "private" if file or link else "later"
        caller = await self.bot.require(interaction, Right.DOCUMENTS, answers=answers, costly=True)  # type: ignore[arg-type]  # both are Answers
        earlier = await chosen(self.bot, caller, version_of)
        corrections = corrections.of_version(earlier)
        if file is not None:
            await self.take_in(
                interaction, caller, await given_files(self.bot, [file]), corrections
            )
        elif link is not None:
            await self.take_in(interaction, caller, [given_link(link)], corrections)
        else:
            await open_form(interaction, paste_form(corrections, caller.locale))

    async def add_message(self, interaction: Interaction, message: discord.Message) -> None:
        """A message that somebody points at: its files, else its words."""
        caller = await self.bot.require(interaction, Right.DOCUMENTS)
        await self.take_in(
            interaction, caller, await given_message(self.bot, message), Corrections()
        )

    async def pasted(self, interaction: Interaction, state: str, typed: Typed) -> None:
        """The form was sent."""
        if state and (not state.isdecimal() or len(state) > 18):
            raise StaleError(f"no document: {state!r}")
        caller = await self.bot.require(interaction, Right.DOCUMENTS)
        try:
            texts, corrections = given_paste(typed)
        except BadValueError as error:
            await self.give_back(interaction, caller, typed.get("text", ""), error)
            return
        files = await given_files(self.bot, attached(interaction))
        corrections = corrections.of_version(int(state) if state else None)
        await self.take_in(interaction, caller, [*texts, *files], corrections)

    async def give_back(
        self, interaction: Interaction, caller: Caller, pasted: str, error: BadValueError
    ) -> None:
        """The form is gone when it is sent; what was pasted into it is not."""
        if not pasted.strip():
            raise error
        said = explain(error, caller.locale, reference_of(interaction))
        file = discord.File(io.BytesIO(pasted.encode(errors="replace")), "pasted.txt")
        await interaction.edit_original_response(
            content=f"{said}\n{say('document.given-back', caller.locale)}",
            attachments=[file],
            allowed_mentions=discord.AllowedMentions.none(),
        )

    async def take_in(
        self,
        interaction: Interaction,
        caller: Caller,
        given: Sequence[Brought | Refused],
        corrections: Corrections,
    ) -> None:
        """One document is shown whole, and what is wrong with it raised; of several each has its
        own line."""
        if len(given) == 1:
            async with self.bot.turns.take(caller.guild):
                added = await add(
                    self.bot, interaction, caller, given=given[0], corrections=corrections
                )
            await self.tell(interaction, caller, added)
            return
        found = await add_each(self.bot, interaction, caller, given=given, corrections=corrections)
        results = [self.result(interaction, caller, each) for each in found]
        await show_all(interaction, added_pages(results, locale=caller.locale))

    async def tell(self, interaction: Interaction, caller: Caller, added: Added) -> None:
        heading = "document.added" if added.article.version == 1 else "document.added.version"
        today = self.bot.clock.now().date()
        layout = understood(added.article, heading=heading, locale=caller.locale, today=today)
        buttons = added_buttons(added.article, entry_id=added.entry_id, locale=caller.locale)
        await show(interaction, layout.with_buttons(*buttons))

    def result(self, interaction: Interaction, caller: Caller, each: Added | Refused) -> Result:
        if isinstance(each, Added):
            return Result(each.name, article=each.article)
        reference = reference_of(interaction)
        return Result(each.name, refused=explain(each.error, caller.locale, reference))


async def chosen(bot: BriefingBot, caller: Caller, wanted: str | None) -> int | None:
    """The document on the guild's own shelf of which a version comes."""
    if wanted is None:
        return None
    return await find_document(bot, caller, wanted, shelves=(await bot.shelf(caller),))
