"""From an attachment or a form to the archive."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import discord

from bot.client import BriefingBot, Caller
from bot.client.parameters import parse_day
from bot.languages import say
from bot.views import form, text_field
from briefings.errors import UnusableDocumentError
from briefings.ingest.documents import Given, add_document
from briefings.ingest.fetch import Fetcher
from briefings.model import Article

Interaction = discord.Interaction[Any]

LONGEST_PASTE = 4000  # Discord's limit for a text field of a modal
LONGEST_NAME = 80
LONGEST_TITLE = 200
KILOBYTE = 1024
PLAIN = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a person says of a document; empty where the document may speak for itself."""

    source: str = ""
    title: str = ""
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Brought:
    """Bytes and where they came from."""

    body: bytes
    file_name: str
    content_type: str
    origin: str
    url: str | None = None


async def given_file(file: discord.Attachment, *, longest: int) -> Brought:
    """The attachment. Raises UnusableDocumentError before it downloads what is too large."""
    if file.size > longest:
        raise UnusableDocumentError(
            f"{file.size} bytes are more than {longest}",
            reason="too-large",
            size=in_kilobytes(file.size),
            limit=in_kilobytes(longest),
        )
    try:
        body = await file.read()
    except discord.HTTPException as lost:
        raise UnusableDocumentError("Discord did not hand it over", reason="download") from lost
    return Brought(body, file.filename, file.content_type or "", f"file:{file.filename}")


async def given_link(bot: BriefingBot, fetcher: Fetcher, link: str) -> Brought:
    """The page at the end of the link. Raises FetchError."""
    found = await bot.call(fetcher.get, link)
    return Brought(found.body, "", found.content_type, "link", found.url)


async def given_message(message: discord.Message, *, longest: int) -> Brought:
    """The first file of a message, else its words."""
    origin = f"message:{message.jump_url}"
    if message.attachments:
        return replace(await given_file(message.attachments[0], longest=longest), origin=origin)
    return Brought(message.content.encode(errors="replace"), "", PLAIN, origin)


def in_kilobytes(size: int) -> str:
    return f"{-(-size // KILOBYTE):,} KiB"


def paste_form(corrections: Corrections, locale: str) -> discord.ui.Modal:
    day = corrections.published.isoformat() if corrections.published else ""
    return form(
        say("document.form", locale),
        "paste:",
        text_field(
            "text",
            say("document.form.text", locale),
            hint=say("document.form.text.hint", locale),
            paragraph=True,
            required=True,
            longest=LONGEST_PASTE,
        ),
        text_field(
            "title",
            say("document.form.title", locale),
            hint=say("document.form.title.hint", locale),
            default=corrections.title,
            longest=LONGEST_TITLE,
        ),
        text_field(
            "source",
            say("document.form.source", locale),
            hint=say("document.form.source.hint", locale),
            default=corrections.source,
            longest=LONGEST_NAME,
        ),
        text_field(
            "day",
            say("document.form.date", locale),
            hint=say("document.form.date.hint", locale),
            default=day,
            longest=20,
        ),
    )


def given_paste(typed: Mapping[str, str]) -> tuple[Brought, Corrections]:
    """What was typed into the form. Raises BadValueError for a date that is none."""
    day = typed.get("day", "").strip()
    corrections = Corrections(
        typed.get("source", "").strip(),
        typed.get("title", "").strip(),
        parse_day(day) if day else None,
    )
    body = typed.get("text", "").encode(errors="replace")
    return Brought(body, "", PLAIN, "paste"), corrections


async def add(
    bot: BriefingBot,
    interaction: Interaction,
    caller: Caller,
    *,
    given: Brought,
    corrections: Corrections,
) -> Article:
    """Onto the guild's own shelf. The interaction's id makes a second try harmless."""
    whole = Given(
        body=given.body,
        file_name=given.file_name,
        content_type=given.content_type,
        origin=given.origin,
        url=given.url,
        source=corrections.source or None,
        title=corrections.title or None,
        published_on=corrections.published,
        shelf_id=await bot.shelf(caller),
        added_by=caller.user_id,
        interaction_id=interaction.id,
    )
    return await bot.call(add_document, bot.database, bot.jail, whole, now=bot.clock.now())
