"""A document becomes an article: read in the jail, compared with what is there, stored."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import compress
from urllib.parse import urlsplit

from briefings.ingest.jail import MEMORY, SECONDS, Jail
from briefings.ingest.reader import Hints, read_document
from briefings.ingest.versions import Incoming, place_of
from briefings.model import AddedName, Article, BlockKind, Extraction, Flag, Kind, Reading
from briefings.storage.articles import (
    Also,
    Body,
    NewArticle,
    bodies,
    near_duplicate_candidates,
    store_article,
)
from briefings.storage.database import Database
from briefings.storage.names import names_on
from briefings.storage.shelves import COMMON_SHELF
from briefings.text.similarity import same_stories

UNNAMED_SOURCE = ""  # the catalogue has words for it in each language
LONGEST_TITLE = 250  # characters; what is longer is cut for the lists
LONGEST_OPENING = 80  # characters of the text that stand in for a missing title
MOST_CANDIDATES = 8  # documents whose whole text is compared
FEWEST_SHARED = 3  # fingerprints


def reading_jail(*, seconds: float = SECONDS, memory: int = MEMORY) -> Jail:
    """A jail whose child has everything ready that `read` needs. memory: bytes."""
    modules = ("briefings.ingest.prepared", "briefings.ingest.reader")
    return Jail(modules, seconds=seconds, memory=memory)


@dataclass(frozen=True, slots=True)
class Given:
    """A document and what a person or a manifest says of it; None where they leave it to the
    document. url is where it was fetched from. document_id: of which it is a new version.
    names: what the shelf's desk added to the gazetteer."""

    body: bytes
    origin: str
    shelf_id: int
    file_name: str = ""
    content_type: str = ""
    url: str | None = None
    source: str | None = None
    title: str | None = None
    published_on: date | None = None
    kind: Kind | None = None
    added_by: int | None = None
    interaction_id: int | None = None
    document_id: int | None = None
    names: tuple[AddedName, ...] = ()


def add_document(database: Database, jail: Jail, given: Given, *, now: datetime) -> Article:
    """Read and store, or raise and store nothing: UnusableDocumentError, DuplicateDocumentError."""
    given = replace(given, names=names_on(database, (given.shelf_id,)))
    return keep(database, given, read_given(jail, given), now=now)


def read_given(jail: Jail, given: Given) -> Reading:
    """What the document says, read in the jail. Raises UnusableDocumentError."""
    return jail.call(
        read_document,
        given.body,
        file_name=given.file_name,
        content_type=given.content_type,
        hints=Hints(given.kind, given.published_on, given.names),
    )


def keep(
    database: Database,
    given: Given,
    reading: Reading,
    *,
    now: datetime,
    first_seen: datetime | None = None,
    also: Also | None = None,
) -> Article:
    """Store a document that has been read, as a further version of one that is here where it is
    one. first_seen: when it counts as having come in. also: a further deed of the same transaction.
    """
    new = prepared(database, given, reading)
    return store_article(database, replace(new, first_seen=first_seen), now=now, also=also)


def prepared(database: Database, given: Given, reading: Reading) -> NewArticle:
    """A document that has been read, ready to be stored: compared with what is here. Raises
    DuplicateDocumentError, and NotFoundError where there is no document `given.document_id`."""
    extraction, copies = reading.extraction, _copies(database, reading, given)
    source = given.source or source_of(extraction, given.url)
    title = given.title or shown_title(extraction)
    incoming = Incoming(
        given.shelf_id, source, title, extraction, given.url, copies, given.document_id
    )
    place = place_of(database, incoming)
    original = _original(copies, but=place.document_id)
    day = given.published_on or place.published_on
    return NewArticle(
        shelf_id=given.shelf_id,
        source=source,
        title=title,
        body=given.body,
        reading=replace(reading, flags=_flags(reading, copied=original is not None, day=day)),
        origin=given.origin,
        url=extraction.url or given.url,
        published_on=day,
        added_by=given.added_by,
        interaction_id=given.interaction_id,
        near_duplicate_of=original,
        document_id=place.document_id,
        same_page=place.same_page,
    )


def _flags(reading: Reading, *, copied: bool, day: date | None) -> frozenset[Flag]:
    known = reading.flags - {Flag.UNDATED} if day else reading.flags
    return known | {Flag.NEAR_DUPLICATE} if copied else known


def source_of(extraction: Extraction, url: str | None = None) -> str:
    """The publication by its own name, else by the host of its address."""
    if extraction.publisher:
        return extraction.publisher
    host = urlsplit(extraction.url or url or "").hostname or ""
    return host.removeprefix("www.") or UNNAMED_SOURCE


def shown_title(extraction: Extraction) -> str:
    """The title as found; the first words of the body where there is none."""
    title = extraction.title or _shortened(body_text(extraction), LONGEST_OPENING)
    return _shortened(title, LONGEST_TITLE)


def body_text(extraction: Extraction) -> str:
    blocks = (block for block in extraction.blocks if block.kind is BlockKind.BODY)
    return "\n".join(block.span.of(extraction.text) for block in blocks)


def _shortened(words: str, most: int) -> str:
    line = " ".join(words[: 4 * most].split())
    if len(line) <= most:
        return line
    return (line[: most - 1].rpartition(" ")[0] or line[: most - 1]) + "…"


def _copies(database: Database, reading: Reading, given: Given) -> list[Body]:
    """Documents on visible shelves of which this is a copy or a partial copy, the first first."""
    shelves = tuple(dict.fromkeys((COMMON_SHELF, given.shelf_id)))
    shared = near_duplicate_candidates(database, reading.fingerprints, shelves=shelves)
    likely = [document_id for document_id, count in shared if count >= FEWEST_SHARED]
    others = bodies(database, likely[:MOST_CANDIDATES], shelves=shelves)
    alike = same_stories(body_text(reading.extraction), (other.words for other in others))
    copies = compress(others, alike)
    return sorted(copies, key=lambda other: (other.first_seen, other.document_id))


def _original(copies: Sequence[Body], *, but: int | None) -> int | None:
    """The earliest; one that is a copy itself points to its own original."""
    first = next((other for other in copies if other.document_id != but), None)
    if first is None:
        return None
    original = first.near_duplicate_of or first.document_id
    return original if original != but else None
