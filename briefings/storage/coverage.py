"""How much the archive holds about each edge, and when each source was heard."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import func, select

from briefings.model import Activity, Edge, Flag
from briefings.storage.database import Database
from briefings.storage.readings import edges_of
from briefings.storage.tables import Document, Source, Version


def documents_by_day(
    database: Database,
    *,
    shelves: Sequence[int],
    days: tuple[date, date],
    before: datetime,
    sources: Sequence[str] = (),
) -> Mapping[tuple[Edge, date], int]:
    """Documents about an edge by their day of publication, in [first, last] of `days`.

    Only what had come in `before` that instant. Copies and reworded texts tell nothing of their
    own, and are not counted. No `sources` means all of them.
    """
    query = (
        select(Version.edges, Version.published_on, func.count())
        .join(Document, Document.document_id == Version.document_id)
        .join(Source, Source.source_id == Document.source_id)
        .where(
            Version.shelf_id.in_(shelves),
            Version.published_on.between(*days),
            Version.version == Document.version,
            Version.edges != "",
            Version.flags.not_like(f"%{Flag.REWORDED}%"),
            Document.first_seen < before,
            Document.removed_at.is_(None),
            Document.near_duplicate_of.is_(None),
        )
        .group_by(Version.edges, Version.published_on)
    )
    if sources:
        query = query.where(Source.name.in_(sources))
    counts: Counter[tuple[Edge, date]] = Counter()
    with database.reading() as session:
        for edges, day, number in session.execute(query):
            if day is not None:
                counts.update({(edge, day): number for edge in edges_of(edges)})
    return counts


def activity(
    database: Database, *, shelves: Sequence[int], before: datetime
) -> tuple[Activity, ...]:
    """When each source of the shelves first and last brought a document, by name."""
    query = (
        select(Source.name, func.min(Document.first_seen), func.max(Document.first_seen))
        .join(Document, Document.source_id == Source.source_id)
        .where(
            Document.shelf_id.in_(shelves),
            Document.first_seen < before,
            Document.removed_at.is_(None),
        )
        .group_by(Source.name)
        .order_by(Source.name)
    )
    with database.reading() as session:
        return tuple(Activity(name, first, last) for name, first, last in session.execute(query))
