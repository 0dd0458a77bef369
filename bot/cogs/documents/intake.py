"""From an attachment or a form to the archive."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import discord

from bot.client import BriefingBot, Caller
from bot.client.parameters import parse_day
from bot.languages import say
from bot.views import files_field, form, text_field
from briefings.errors import BriefingsError, UnusableDocumentError
from briefings.ingest.documents import Given, add_document
from briefings.model import Article
from briefings.storage.articles import storing_of

Interaction = discord.Interaction[Any]

LONGEST_PASTE = 4000  # Discord's limit for a text field of a modal
LONGEST_NAME = 80
LONGEST_TITLE = 200
MOST_FILES = 10  # of one message, and of one field of a modal
LINK = re.compile(r"<?https?://[^\s<>]+>?", re.IGNORECASE)  # in brackets it shows no preview
PLAIN = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a person says of a document; empty where the document may speak for itself.

    version_of: the document of which it is a further version.
    """

    source: str = ""
    title: str = ""
    published: date | None = None
    version_of: int | None = None

    def of_version(self, document_id: int | None) -> "Corrections":
        return replace(self, version_of=document_id)


@dataclass(frozen=True, slots=True)
class Brought:
    """Bytes and where they came from, or the link that leads to them."""

    body: bytes
    file_name: str
    content_type: str
    origin: str
    link: str | None = None

    @property
    def name(self) -> str:
        return self.file_name or self.link or ""


@dataclass(frozen=True, slots=True)
class Added:
    """entry_id: of the deed in the audit log, by which it can be undone."""

    name: str
    article: Article
    entry_id: int


@dataclass(frozen=True, slots=True)
class Refused:
    """What a person can do something about, and what it was about."""

    name: str
    error: BriefingsError


async def given_files(
    bot: BriefingBot, files: Iterable[discord.Attachment]
) -> list[Brought | Refused]:
    """Each by itself: what is wrong with one does not keep the others out."""
    longest = bot.settings.intake.max_bytes
    found: list[Brought | Refused] = []
    for file in list(files)[:MOST_FILES]:
        try:
            found.append(await _given_file(file, longest=longest))
        except UnusableDocumentError as error:
            found.append(Refused(file.filename, error))
    return found


async def _given_file(file: discord.Attachment, *, longest: int) -> Brought:
    """The attachment. Raises UnusableDocumentError before it downloads what is too large."""
    if file.size > longest:
        raise UnusableDocumentError(
            f"{file.size} bytes are more than {longest}",
            reason="too-large",
            size=file.size,
            limit=longest,
        )
    try:
        body = await file.read()
    except discord.HTTPException as lost:
        raise UnusableDocumentError("Discord did not hand it over", reason="download") from lost
    return Brought(body, file.filename, file.content_type or "", f"file:{file.filename}")


def given_link(link: str) -> Brought:
    return Brought(b"", "", "", "link", link)


async def given_message(bot: BriefingBot, message: discord.Message) -> list[Brought | Refused]:
    """The files of a message, else the page at the end of a link alone, else its words."""
    origin = f"message:{message.jump_url}"
    if message.attachments:
        files = await given_files(bot, message.attachments)
        return [
            replace(each, origin=origin) if isinstance(each, Brought) else each for each in files
        ]
    words = message.content.strip()
    if LINK.fullmatch(words):
        return [replace(given_link(words.strip("<>")), origin=origin)]
    return [Brought(words.encode(errors="replace"), "", PLAIN, origin)]


def paste_form(corrections: Corrections, locale: str) -> discord.ui.Modal:
    day = corrections.published.isoformat() if corrections.published else ""
    return form(
        say("document.form", locale),
        f"paste:{corrections.version_of or ''}",
        text_field(
            "text",
            say("document.form.text", locale),
            hint=say("document.form.text.hint", locale),
            paragraph=True,
            longest=LONGEST_PASTE,
        ),
        files_field(
            "files",
            say("document.form.files", locale),
            hint=say("document.form.files.hint", locale),
            most=MOST_FILES,
        ),
        *said_fields(corrections.title, corrections.source, day, locale),
    )


def said_fields(
    title: str, source: str, day: str, locale: str, *, known: bool = False
) -> tuple[discord.ui.Label[Any], ...]:
    """What a person may say of a document; known: it is in the archive with a title already."""
    given = (
        ("title", title, LONGEST_TITLE),
        ("source", source, LONGEST_NAME),
        ("date", day, 20),
    )
    return tuple(
        text_field(
            name,
            say(f"document.form.{name}", locale),
            hint=say(
                f"document.form.{name}.{'kept' if known and name == 'title' else 'hint'}", locale
            ),
            default=default[:longest],
            longest=longest,
        )
        for name, default, longest in given
    )


def given_paste(typed: Mapping[str, str]) -> tuple[list[Brought], Corrections]:
    """What was typed into the form. Raises BadValueError for a date that is none."""
    day, text = typed.get("date", "").strip(), typed.get("text", "")
    corrections = Corrections(
        typed.get("source", "").strip(),
        typed.get("title", "").strip(),
        parse_day(day) if day else None,
    )
    if not text.strip() and typed.get("files"):
        return [], corrections
    return [Brought(text.encode(errors="replace"), "", PLAIN, "paste")], corrections


async def add(
    bot: BriefingBot,
    interaction: Interaction,
    caller: Caller,
    *,
    given: Brought | Refused,
    corrections: Corrections,
    first: bool = True,
) -> Added:
    """Onto the guild's own shelf. The interaction's id makes a second try harmless; of several
    documents the first has it, and the others are known by their bytes."""
    if isinstance(given, Refused):
        raise given.error
    shelf_id = await bot.shelf(caller)
    given, url = await _fetched(bot, given)
    whole = Given(
        body=given.body,
        file_name=given.file_name,
        content_type=given.content_type,
        origin=given.origin,
        url=url,
        source=corrections.source or None,
        title=corrections.title or None,
        published_on=corrections.published,
        shelf_id=shelf_id,
        added_by=caller.user_id,
        interaction_id=interaction.id if first else None,
        document_id=corrections.version_of,
    )
    article = await bot.call(add_document, bot.database, bot.jail, whole, now=bot.clock.now())
    entry_id = await bot.call(storing_of, bot.database, article.document_id)
    return Added(given.name, article, entry_id or 0)


async def _fetched(bot: BriefingBot, given: Brought) -> tuple[Brought, str | None]:
    """With the page at the end of the link, where it is one. Raises FetchError."""
    if given.link is None:
        return given, None
    found = await bot.call(bot.fetcher.get, given.link)
    return replace(given, body=found.body, content_type=found.content_type), found.url


async def add_each(
    bot: BriefingBot,
    interaction: Interaction,
    caller: Caller,
    *,
    given: Sequence[Brought | Refused],
    corrections: Corrections,
) -> list[Added | Refused]:
    """Each by itself, with a turn of its own. A title, and a document of which it is a version,
    can be said of one alone: of several they are left out."""
    common = Corrections(corrections.source, "", corrections.published)
    found: list[Added | Refused] = []
    for number, each in enumerate(given):
        try:
            async with bot.turns.take(caller.guild):
                added = await add(
                    bot, interaction, caller, given=each, corrections=common, first=number == 0
                )
            found.append(added)
        except BriefingsError as error:
            found.append(Refused(each.name, error))
    return found
