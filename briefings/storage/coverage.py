"""How much the archive holds about each edge, and when each source was heard."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.orm import Session

from briefings.model import Activity, Edge, Flag, Window
from briefings.storage.database import Database
from briefings.storage.readings import edges_of
from briefings.storage.tables import Document, Source, Version

LONG_AGO = datetime.min.replace(tzinfo=UTC)


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
    database: Database, *, shelves: Sequence[int], window: Window, lately: timedelta
) -> tuple[Activity, ...]:
    """When each source of the shelves first and last brought a document, by name.

    Exactly in the window alone, and, for who was not heard in it, `lately` before it; what came in
    earlier counts as of LONG_AGO. So nobody walks through all that each source ever brought.
    """
    inside = (window.since, window.until)
    with database.reading() as session:
        last = _last_of(session, shelves, inside)
        first = _last_of(session, shelves, inside, func.min)
        known = session.execute(_known(shelves, window.since)).all()
        missed = [number for number, _, earlier in known if earlier and number not in last]
        if missed:
            before = (window.since - lately, window.since)
            last |= _last_of(session, shelves, before, among=missed)
    found: dict[str, Activity] = {}
    for number, name, earlier in known:
        if earlier or number in last:
            began = LONG_AGO if earlier else first[number]
            own = Activity(name, began, last.get(number, LONG_AGO))
            found[name] = _both(found.get(name, own), own)
    return tuple(found[name] for name in sorted(found))


def _both(one: Activity, other: Activity) -> Activity:
    """The same source on two shelves."""
    return Activity(one.source, min(one.first, other.first), max(one.last, other.last))


def _last_of(
    session: Session,
    shelves: Sequence[int],
    between: tuple[datetime, datetime],
    end: Callable[[Any], Any] = func.max,
    *,
    among: Sequence[int] | None = None,
) -> dict[int, datetime]:
    """When each source brought its last document of a stretch of time, by the source's number."""
    query = (
        select(Document.source_id, end(Document.first_seen))
        .where(
            _live_in(shelves),
            Document.first_seen >= between[0],
            Document.first_seen < between[1],
        )
        .group_by(Document.source_id)
    )
    if among is not None:
        query = query.where(Document.source_id.in_(among))
    return {row[0]: row[1] for row in session.execute(query)}


def _known(shelves: Sequence[int], before: datetime) -> Select[int, str, bool]:
    """Each source, and whether it has brought anything before."""
    earlier = exists().where(
        Document.source_id == Source.source_id, _live_in(shelves), Document.first_seen < before
    )
    query = select(Source.source_id, Source.name, earlier)
    return query.where(Source.shelf_id.in_(shelves)).order_by(Source.source_id)


def _live_in(shelves: Sequence[int]) -> ColumnElement[bool]:
    """No plan is to walk the whole shelf: a source or a few weeks are much less."""
    return (Document.shelf_id + 0).in_(shelves) & Document.removed_at.is_(None)
