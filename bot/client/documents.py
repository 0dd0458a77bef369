"""A document as a person names it: picked while typing, or typed out."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar

from discord.app_commands import Choice, Transform

from bot.client.callers import Caller, Right
from bot.client.offering import LONGEST_CHOICE, Asked, Offering, choice
from bot.errors import SeveralDocumentsError
from bot.languages import say, say_day
from bot.render.clean import plain_line, width
from briefings.errors import NotFoundError
from briefings.search import suggest_sources, suggest_speakers, suggest_titles
from briefings.storage.articles import list_documents

if TYPE_CHECKING:
    from bot.client.bot import BriefingBot

LONGEST_SOURCE = 28
MOST_NAMESAKES = 4  # of one title, named in an answer
LONGEST_GIVEN_SOURCE = 80


def title_choice(
    document_id: int, title: str, source: str, day: date | None, locale: str
) -> Choice[str]:
    """Title, date and source in a line of Discord's; the title gives way where room is short."""
    rest = {"day": say_day(day, locale), "source": plain_line(source, LONGEST_SOURCE)}
    taken = width(say("choice.document", locale, title="", **rest))
    title = plain_line(title, LONGEST_CHOICE - taken) or say("title.none", locale)
    return Choice(name=say("choice.document", locale, title=title, **rest), value=str(document_id))


class DocumentParameter(Offering):
    """Offers titles; what arrives is a short id, or whatever was typed."""

    async def offers(self, asked: Asked, typed: str) -> Iterable[Choice[str]]:
        bot, caller = asked.bot, asked.caller
        hits = await bot.call(suggest_titles, bot.database, typed, shelves=caller.shelves)
        return [
            title_choice(hit.document_id, hit.title, hit.source, hit.published_on, caller.locale)
            for hit in hits
        ]


class OwnDocumentParameter(Offering):
    """Offers documents of the guild's own shelf alone: those that can be removed or restored."""

    right, in_guild = Right.DOCUMENTS, True
    removed = False

    async def offers(self, asked: Asked, typed: str) -> Iterable[Choice[str]]:
        bot, locale = asked.bot, asked.caller.locale
        shelves = (await bot.shelf(asked.caller),)
        rows = await bot.call(
            list_documents, bot.database, shelves=shelves, removed=self.removed, limit=500
        )
        wanted = typed.casefold()
        return [
            title_choice(row.document_id, row.title, row.source, row.published_on, locale)
            for row in rows
            if wanted in f"{row.title} {row.source}".casefold()
        ]


class RemovedDocumentParameter(OwnDocumentParameter):
    removed = True


class SpeakerParameter(Offering):
    async def offers(self, asked: Asked, typed: str) -> Iterable[Choice[str]]:
        bot, shelves = asked.bot, asked.caller.shelves
        names = await bot.call(suggest_speakers, bot.database, typed, shelves=shelves)
        return [choice(name) for name in names if name.strip() and width(name) <= LONGEST_CHOICE]


class SourceParameter(Offering):
    """Offers the sources there are; another one may be typed."""

    @property
    def min_value(self) -> int:
        return 1

    @property
    def max_value(self) -> int:
        return LONGEST_GIVEN_SOURCE

    async def offers(self, asked: Asked, typed: str) -> Iterable[Choice[str]]:
        bot, shelves = asked.bot, asked.caller.shelves
        names = await bot.call(suggest_sources, bot.database, typed, shelves=shelves)
        return [
            choice(name) for name in names if name.strip() and width(name) <= LONGEST_GIVEN_SOURCE
        ]


async def find_document(
    bot: "BriefingBot", caller: Caller, given: str, *, shelves: tuple[int, ...] | None = None
) -> int:
    """The id that was picked, or the document whose title is most like what was typed; by its
    title it is looked for on these shelves, or on all that the caller sees.

    A number is an id alone: where that document has been removed meanwhile, whoever asked for it
    will say so, and no other document whose title holds the number is taken in its place. Raises
    NotFoundError, SeveralDocumentsError."""
    seen = shelves or caller.shelves
    if given.strip().isdecimal() and len(given.strip()) < 19:
        return int(given)
    hits = await bot.call(suggest_titles, bot.database, given, shelves=seen, limit=MOST_NAMESAKES)
    if not hits:
        raise NotFoundError(f"no document like {given!r}", what="document", wanted=given)
    return the_one(hits, caller.locale).document_id


class Titled(Protocol):
    """A document in a list of them."""

    @property
    def document_id(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def published_on(self) -> date | None: ...


One = TypeVar("One", bound=Titled)


def the_one(best_first: Sequence[One], locale: str) -> One:
    """The first of them. Raises SeveralDocumentsError where another has the same title."""
    first = best_first[0]
    title = folded(first.title)
    same = [each for each in best_first if folded(each.title) == title]
    if len(same) > 1:
        found = "; ".join(_named(each, locale) for each in same[:MOST_NAMESAKES])
        raise SeveralDocumentsError("not only one", title=first.title, found=found)
    return first


def _named(document: Titled, locale: str) -> str:
    source = plain_line(document.source, LONGEST_SOURCE)
    said = (source, say_day(document.published_on, locale))
    return f"{document.document_id} ({', '.join(each for each in said if each)})"


def folded(title: str) -> str:
    return " ".join(title.casefold().split())


DocumentGiven = Transform[str, DocumentParameter]
OwnDocumentGiven = Transform[str, OwnDocumentParameter]
RemovedDocumentGiven = Transform[str, RemovedDocumentParameter]
SpeakerGiven = Transform[str, SpeakerParameter]
SourceGiven = Transform[str, SourceParameter]
