"""Documents in lists, and which of them share words with a text."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, and_, cast, func, literal, select
from sqlalchemy.dialects.postgresql import JSON as JSON_TEXT
from sqlalchemy.orm import aliased

from briefings.model import Flag, Kind
from briefings.storage.columns import BIG, parted
from briefings.storage.database import Database
from briefings.storage.tables import Body, Document, Fingerprint, Source, Version

FINGERPRINTS_AT_MOST = 2_000
COMMON_AFTER = 200
"""A fingerprint that so many versions share is a publisher's boilerplate and tells nothing."""

CANDIDATES_AT_MOST = 20

_IS_CURRENT = and_(Version.document_id == Document.document_id, Version.version == Document.version)


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document without its text."""

    document_id: int
    shelf_id: int
    title: str
    source: str
    published_on: date | None
    kind: Kind
    language: str
    flags: frozenset[Flag]
    first_seen: datetime
    removed_at: datetime | None
    version: int


def list_documents(
    database: Database,
    *,
    shelves: Sequence[int],
    removed: bool = False,
    offset: int = 0,
    limit: int = 25,
) -> tuple[DocumentRow, ...]:
    """Newest first; the removed ones instead of the live ones if asked."""
    query = (
        select(
            Document,
            Source.name,
            Version.published_on,
            Version.kind,
            Version.language,
            Version.flags,
        )
        .join(Version, _IS_CURRENT)
        .join(Source, Source.source_id == Document.source_id)
        .where(Document.shelf_id.in_(shelves), _standing(removed=removed))
        .order_by(Document.first_seen.desc(), Document.document_id.desc())
        .offset(offset)
        .limit(limit)
    )
    with database.reading() as session:
        return tuple(
            DocumentRow(
                document_id=document.document_id,
                shelf_id=document.shelf_id,
                title=document.title,
                source=source,
                published_on=published_on,
                kind=Kind(kind),
                language=language,
                flags=frozenset(Flag(flag) for flag in parted(flags)),
                first_seen=document.first_seen,
                removed_at=document.removed_at,
                version=document.version,
            )
            for document, source, published_on, kind, language, flags in session.execute(query)
        )


def count_documents(database: Database, *, shelves: Sequence[int], removed: bool = False) -> int:
    query = select(func.count(Document.document_id)).where(
        Document.shelf_id.in_(shelves), _standing(removed=removed)
    )
    with database.reading() as session:
        return session.scalar(query) or 0


def holds_body(database: Database, shelf_id: int, digest: str) -> bool:
    """Whether the shelf was ever given these bytes (sha256, hex), removed documents included."""
    query = select(Body.body_id).where(Body.shelf_id == shelf_id, Body.digest == digest)
    with database.reading() as session:
        return session.scalar(query.limit(1)) is not None


def _standing(*, removed: bool) -> ColumnElement[bool]:
    return Document.removed_at.is_not(None) if removed else Document.removed_at.is_(None)


def near_duplicate_candidates(
    database: Database, fingerprints: Iterable[int], *, shelves: Sequence[int]
) -> tuple[tuple[int, int], ...]:
    """(document_id, how many fingerprints it shares), most first; live current versions only."""
    wanted = json.dumps(sorted(fingerprints)[:FINGERPRINTS_AT_MOST])
    shared: list[tuple[int, int]] = []
    with database.reading() as session:
        for shelf_id in shelves:
            telling = session.scalars(_telling(wanted, shelf_id, dialect=database.dialect)).all()
            counts = session.execute(_sharing(telling, shelf_id))
            shared += [(row[0], row[1]) for row in counts]
    return tuple(sorted(shared, key=lambda each: (-each[1], each[0]))[:CANDIDATES_AT_MOST])


def _telling(wanted: str, shelf_id: int, *, dialect: str) -> Select[int]:
    """Which of the fingerprints (a JSON list) are not too common; of each at most COMMON_AFTER
    rows are read to see that, so that the work is bounded."""
    given = (
        func.json_each(wanted)
        if dialect == "sqlite"
        else func.json_array_elements_text(cast(literal(wanted), JSON_TEXT))
    ).table_valued("value", name="wanted")
    fingerprint = cast(given.c.value, BIG)
    other = aliased(Fingerprint)
    too_common = (
        select(other.version_id)
        .where(other.shelf_id == shelf_id, other.fingerprint == fingerprint)
        .limit(1)
        .offset(COMMON_AFTER)
        .correlate(given)
        .exists()
    )
    return select(fingerprint).select_from(given).where(~too_common)


def _sharing(telling: Sequence[int], shelf_id: int) -> Select[int, int]:
    count = func.count()
    return (
        select(Document.document_id, count)
        .select_from(Fingerprint)
        .join(Version, Version.version_id == Fingerprint.version_id)
        .join(Document, and_(_IS_CURRENT, Document.removed_at.is_(None)))
        .where(Fingerprint.shelf_id == shelf_id, Fingerprint.fingerprint.in_(telling))
        .group_by(Document.document_id)
        .order_by(count.desc(), Document.document_id)
        .limit(CANDIDATES_AT_MOST)
    )
