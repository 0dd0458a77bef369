"""A document becomes an article: read in the jail, compared with what is there, stored."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from urllib.parse import urlsplit

from briefings.ingest.jail import MEMORY, SECONDS, Jail
from briefings.ingest.reader import Hints, read_document
from briefings.model import Article, BlockKind, Extraction, Flag, Kind, Reading
from briefings.storage.articles import (
    Also,
    NewArticle,
    articles,
    near_duplicate_candidates,
    store_article,
)
from briefings.storage.database import Database
from briefings.storage.shelves import COMMON_SHELF
from briefings.text.similarity import same_story

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
    document. url is where it was fetched from. document_id: of which it is a new version."""

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


def add_document(database: Database, jail: Jail, given: Given, *, now: datetime) -> Article:
    """Read and store, or raise and store nothing: UnusableDocumentError, DuplicateDocumentError."""
    return keep(database, given, read_given(jail, given), now=now)


def read_given(jail: Jail, given: Given) -> Reading:
    """What the document says, read in the jail. Raises UnusableDocumentError."""
    return jail.call(
        read_document,
        given.body,
        file_name=given.file_name,
        content_type=given.content_type,
        hints=Hints(kind=given.kind, published_on=given.published_on),
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
    """Store a document that has been read. first_seen: when it counts as having come in. also: a
    further deed of the same transaction."""
    original = _original_of(database, reading, given)
    if original is not None:
        reading = replace(reading, flags=reading.flags | {Flag.NEAR_DUPLICATE})
    extraction = reading.extraction
    new = NewArticle(
        shelf_id=given.shelf_id,
        source=given.source or source_of(extraction, given.url),
        title=given.title or shown_title(extraction),
        body=given.body,
        reading=reading,
        origin=given.origin,
        url=extraction.url or given.url,
        published_on=given.published_on,
        added_by=given.added_by,
        interaction_id=given.interaction_id,
        near_duplicate_of=original,
        document_id=given.document_id,
        first_seen=first_seen,
    )
    return store_article(database, new, now=now, also=also)


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


def _original_of(database: Database, reading: Reading, given: Given) -> int | None:
    """The earliest document on a visible shelf of which this is a copy or a partial copy."""
    shelves = tuple(dict.fromkeys((COMMON_SHELF, given.shelf_id)))
    shared = near_duplicate_candidates(database, reading.fingerprints, shelves=shelves)
    likely = [
        document_id
        for document_id, count in shared
        if count >= FEWEST_SHARED and document_id != given.document_id
    ]
    text = body_text(reading.extraction)
    copies = [
        other
        for other in articles(database, likely[:MOST_CANDIDATES], shelves=shelves)
        if same_story(text, body_text(other.reading.extraction))
    ]
    first = min(copies, key=lambda other: (other.first_seen, other.document_id), default=None)
    return (first.near_duplicate_of or first.document_id) if first else None
