"""Buttons below a document: correct what was understood, undo what was done."""

import json
from collections.abc import Mapping
from typing import Any
from zlib import crc32

import discord

from bot.client import Caller, Right
from bot.client.parameters import bad, parse_day
from bot.client.states import numbers
from bot.cogs.documents.commands import Commands
from bot.cogs.documents.intake import LONGEST_NAME, LONGEST_TITLE, said_fields
from bot.cogs.documents.shelf import on_own_shelf
from bot.languages import say
from bot.render import labels
from bot.render.documents import corrected_buttons, understood
from bot.render.layout import message
from bot.responses import open_form
from bot.views import choice_field, form, show
from briefings.errors import ChangedSinceError
from briefings.ingest.correcting import Person, correct, undo
from briefings.model import Article, Kind
from briefings.storage.articles import Said, history_of

Interaction = discord.Interaction[Any]
Typed = Mapping[str, str]


class Correcting(Commands):
    async def ask_for_corrections(self, interaction: Interaction, state: str, typed: Typed) -> None:
        (document_id,) = numbers(state, 1)
        caller = await self.bot.require(interaction, Right.DOCUMENTS, answers="later")
        found = await on_own_shelf(self.bot, caller, document_id)
        await open_form(interaction, correction_form(found, caller.locale))

    async def corrected(self, interaction: Interaction, state: str, typed: Typed) -> None:
        """The form was sent. It says what was seen when it was opened, so that nothing that
        somebody corrected meanwhile is written over unseen."""
        document_id, version_id, opened = numbers(state, 3)
        caller = await self.bot.require(interaction, Right.DOCUMENTS)
        seen = await on_own_shelf(self.bot, caller, document_id, version_id)
        if opened != mark_of(seen):
            raise ChangedSinceError("It was corrected while the form was open", title=seen.title)
        found, entry_id = await self.bot.call(
            correct,
            self.bot.database,
            self.bot.jail,
            seen,
            said=said(typed, seen),
            person=await self.person(interaction, caller),
        )
        today = self.bot.clock.now().date()
        layout = understood(found, heading="document.corrected", locale=caller.locale, today=today)
        buttons = corrected_buttons(found, entry_id=entry_id, locale=caller.locale)
        await show(interaction, layout.with_buttons(*buttons))

    async def undo(self, interaction: Interaction, state: str, typed: Typed) -> None:
        (entry_id,) = numbers(state, 1)
        caller = await self.bot.require(interaction, Right.DOCUMENTS)
        person = await self.person(interaction, caller)
        action, document_id = await self.bot.call(
            undo, self.bot.database, self.bot.jail, entry_id, person=person
        )
        title, _ = await self.bot.call(
            history_of, self.bot.database, document_id, shelves=(person.shelf_id,)
        )
        shown = labels.title_label(title, caller.locale)
        await show(
            interaction, message(say(f"document.undone.{action}", caller.locale, title=shown))
        )

    async def person(self, interaction: Interaction, caller: Caller) -> Person:
        shelf_id, now = await self.bot.shelf(caller), self.bot.clock.now()
        return Person(caller.user_id, caller.guild_id, shelf_id, interaction.id, now)


def correction_form(found: Article, locale: str) -> discord.ui.Modal:
    day = found.published_on.isoformat() if found.published_on else ""
    kinds = [(kind.value, say(f"kind.{kind}", locale)) for kind in Kind]
    return form(
        say("document.correct", locale),
        f"corrected:{found.document_id}.{found.version_id}.{mark_of(found)}",
        *said_fields(found.title, found.source, day, locale, known=True),
        choice_field(
            "kind", say("document.form.kind", locale), kinds, chosen=found.reading.kind.value
        ),
    )


def mark_of(found: Article) -> int:
    """Another number, all but surely, for other words said of a document."""
    day = found.published_on.isoformat() if found.published_on else ""
    return crc32(json.dumps([found.title, found.source, day, found.reading.kind]).encode())


def said(typed: Typed, seen: Article) -> Said:
    """What stands in the form; an empty title stays as it was, and so does what is too long for
    its field and was left as the form showed it. Raises BadValueError."""
    day, kind = typed.get("date", "").strip(), typed.get("kind", "")
    if kind not in set(Kind):
        raise bad("kind", kind)
    title, source = typed.get("title", "").strip(), typed.get("source", "").strip()
    return Said(
        seen.title if title in ("", seen.title[:LONGEST_TITLE].strip()) else title,
        seen.source if source == seen.source[:LONGEST_NAME].strip() else source,
        parse_day(day) if day else None,
        Kind(kind),
    )
