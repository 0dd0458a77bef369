"""Whether a document that comes in is a further state of one that is here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process

from briefings.errors import DuplicateDocumentError
from briefings.ingest.links import normal_link
from briefings.model import Article, Extraction
from briefings.storage.articles import (
    Body,
    article,
    corrected_day,
    document_at,
    version_numbered,
)
from briefings.storage.database import Database
from briefings.text.changes import Change, changes


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a document is known by. fetched: the link it came from. copies: documents with much the
    same words. document_id: of which a person says that it is a version."""

    shelf_id: int
    source: str
    title: str
    extraction: Extraction
    fetched: str | None
    copies: Sequence[Body]
    document_id: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """document_id: of which it is a version. same_page: where it came from. published_on: the day
    that a person gave the earlier versions."""

    document_id: int | None
    same_page: str | None
    published_on: date | None = None


def place_of(database: Database, incoming: Incoming) -> Place:
    """Raises DuplicateDocumentError where the document reads like that already, NotFoundError
    where the one that a person named is not on the shelf."""
    page, document_id = _page(incoming), incoming.document_id
    if document_id is None and page is not None:
        document_id = document_at(database, incoming.shelf_id, page)
        if document_id is not None and not _believable(database, document_id, incoming):
            document_id = page = None
    if document_id is None:
        document_id = _retold(incoming)
    if document_id is None:
        return Place(None, page)
    seen = article(database, document_id, shelves=(incoming.shelf_id,))
    if seen.text == incoming.extraction.text:
        raise DuplicateDocumentError(
            f"This is document {seen.document_id}, “{seen.title}”, as it is here already",
            document_id=seen.document_id,
            title=seen.title,
            removed=False,
        )
    return Place(document_id, page, corrected_day(database, document_id))


def _page(incoming: Incoming) -> str | None:
    """The page as links compare; None for the front page of a site, which is another each day."""
    link = normal_link(incoming.fetched or incoming.extraction.url or "")
    return link if "/" in link or "?" in link else None


def _believable(database: Database, document_id: int, incoming: Incoming) -> bool:
    """A fetched page is the page. A file may name any address as its own, and sites give many
    pages one and the same: then words or title have to agree, too."""
    if incoming.fetched or any(each.document_id == document_id for each in incoming.copies):
        return True
    seen = article(database, document_id, shelves=(incoming.shelf_id,))
    return seen.title == incoming.title


def _retold(incoming: Incoming) -> int | None:
    """The document of the same source and title with much the same words."""
    for each in incoming.copies:
        same = (each.source, each.title) == (incoming.source, incoming.title)
        if same and incoming.source and each.shelf_id == incoming.shelf_id:
            return each.document_id
    return None


MOST_QUOTES = 60  # of a version that are compared
SAME_QUOTE = 60  # per cent of letters in common from which one quote is another's new wording


@dataclass(frozen=True, slots=True)
class WhatChanged:
    """Between a version and the one before it: quotes as they were and are, then all words."""

    now: Article
    quotes: tuple[Change, ...]
    words: tuple[Change, ...]


def what_changed(
    database: Database, document_id: int, number: int, *, shelves: Sequence[int]
) -> WhatChanged:
    """Raises NotFoundError, also for the first version."""
    before = version_numbered(database, document_id, number - 1, shelves=shelves)
    now = version_numbered(database, document_id, number, shelves=shelves)
    return WhatChanged(now, _changed_quotes(before, now), changes(before.text, now.text))


def _changed_quotes(before: Article, now: Article) -> tuple[Change, ...]:
    """Each quote that went with the one that came in its place, then those that merely came."""
    old, new = _quotes(before), _quotes(now)
    gone = [each for each in old if each not in new]
    came = [each for each in new if each not in old]
    found = []
    for each in gone:
        like = process.extractOne(each, came, scorer=fuzz.ratio, score_cutoff=SAME_QUOTE)
        found.append(Change(each, came.pop(like[2]) if like else ""))
    return (*found, *(Change("", each) for each in came))


def _quotes(seen: Article) -> list[str]:
    words = (" ".join(quote.span.of(seen.text).split()) for quote in seen.reading.quotes)
    return list(dict.fromkeys(words))[:MOST_QUOTES]
