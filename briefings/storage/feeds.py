"""Feeds of a shelf: adding, pausing, removing, and which are due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from briefings.errors import FeedError, NotFoundError
from briefings.model import Edge
from briefings.model.feeds import EVERYTHING, Feed, FeedState, Filters
from briefings.storage.audit import Deed, done_before, record
from briefings.storage.database import Database
from briefings.storage.shelves import guild_of
from briefings.storage.tables import Feed as FeedRow
from briefings.storage.tables import Source

LEASE = timedelta(minutes=10)  # how long a poll keeps others from the same feed


@dataclass(frozen=True, slots=True)
class NewFeed:
    """What a person asks for. quota: feeds that the shelf may have."""

    shelf_id: int
    url: str
    title: str
    source: str | None = None
    filters: Filters = EVERYTHING
    added_by: int | None = None
    quota: int = 100


def add_feed(
    database: Database, new: NewFeed, *, interaction_id: int | None, now: datetime
) -> Feed:
    """Due at once. One that was removed comes back with what it has read already. The same
    interaction again gives the same feed. Raises FeedError: known, quota."""
    deed = Deed("add-feed", new.added_by, now, guild_of(database, new.shelf_id), interaction_id)
    return database.do(lambda session: _add(session, new, deed))


def add_feeds(
    database: Database, several: Sequence[NewFeed], *, interaction_id: int | None, now: datetime
) -> tuple[int, int]:
    """All of a list at once: how many are new, and how many were here already. Raises FeedError
    (quota) and adds none where they are too many."""
    if not several:
        return 0, 0
    first = several[0]
    guild_id = guild_of(database, first.shelf_id)
    deed = Deed("import-feeds", first.added_by, now, guild_id, interaction_id)

    def do(session: Session) -> tuple[int, int]:
        entry = done_before(session, deed)
        if entry is not None:
            return len(several), 0
        added = sum(_add_quietly(session, new, now) for new in several)
        record(session, deed, after={"added": added, "given": len(several)})
        return added, len(several) - added

    return database.do(do)


def _add(session: Session, new: NewFeed, deed: Deed) -> Feed:
    entry = done_before(session, deed)
    if entry is not None:
        return _feed(session, session.get_one(FeedRow, entry.subject_id))
    row = _place(session, new, deed.at)
    if row is None:
        raise FeedError(f"This desk has the feed {new.title!r} already.", reason="known")
    record(session, deed, subject_id=row.feed_id, after=_in_words(row))
    return _feed(session, row)


def _add_quietly(session: Session, new: NewFeed, now: datetime) -> bool:
    return _place(session, new, now) is not None


def _place(session: Session, new: NewFeed, now: datetime) -> FeedRow | None:
    """A row for it; None where the shelf has the feed. Raises FeedError (quota)."""
    row = session.scalar(
        select(FeedRow).where(FeedRow.shelf_id == new.shelf_id, FeedRow.url == new.url)
    )
    if row is not None and row.ended_at is None:
        return None
    held = session.scalar(
        select(func.count(FeedRow.feed_id)).where(
            FeedRow.shelf_id == new.shelf_id, FeedRow.ended_at.is_(None)
        )
    )
    if (held or 0) >= new.quota:
        raise FeedError(f"A desk may have {new.quota} feeds.", reason="quota", limit=new.quota)
    if row is None:
        row = FeedRow(shelf_id=new.shelf_id, url=new.url, added_at=now, polled_at=None)
    row.title, row.added_by, row.ended_at = new.title, new.added_by, None
    row.source_id = _source_id(session, new.shelf_id, new.source) if new.source else None
    row.filters = filters_in_words(new.filters)
    row.state, row.reason, row.fail_count = FeedState.ACTIVE.value, None, 0
    row.etag = row.last_modified = row.ttl_minutes = None
    row.next_poll_at = now
    session.add(row)
    session.flush()
    return row


def feeds(database: Database, *, shelf_id: int) -> tuple[Feed, ...]:
    """Those of a shelf that were not removed, oldest first."""
    query = (
        select(FeedRow)
        .where(FeedRow.shelf_id == shelf_id, FeedRow.ended_at.is_(None))
        .order_by(FeedRow.feed_id)
    )
    with database.reading() as session:
        return tuple(_feed(session, row) for row in session.scalars(query))


def feed(database: Database, feed_id: int, *, shelf_id: int | None = None) -> Feed:
    """Raises NotFoundError where it was removed, or stands on another shelf."""
    with database.reading() as session:
        return _feed(session, checked(session.get(FeedRow, feed_id), feed_id, shelf_id))


def set_feed_state(
    database: Database,
    feed_id: int,
    state: FeedState,
    *,
    shelf_id: int,
    by: int | None,
    interaction_id: int | None,
    now: datetime,
) -> Feed:
    """Pause it, or go on at once and without what failed before. Raises NotFoundError."""
    deed = Deed(f"feed-{state.value}", by, now, guild_of(database, shelf_id), interaction_id)
    with database.begin() as session:
        row = row_of(session, feed_id, shelf_id)
        if done_before(session, deed) is None:
            before = _in_words(row)
            row.state, row.fail_count = state.value, 0
            row.reason = "by-hand" if state is FeedState.PAUSED else None
            row.next_poll_at = now if state is FeedState.ACTIVE else None
            record(session, deed, subject_id=feed_id, before=before, after=_in_words(row))
        return _feed(session, row)


def remove_feed(
    database: Database,
    feed_id: int,
    *,
    shelf_id: int,
    by: int | None,
    interaction_id: int | None,
    now: datetime,
) -> None:
    """Poll it no more; its articles stay, and what it has read is remembered. NotFoundError."""
    deed = Deed("remove-feed", by, now, guild_of(database, shelf_id), interaction_id)
    with database.begin() as session:
        if done_before(session, deed) is not None:
            return
        row = row_of(session, feed_id, shelf_id)
        before = _in_words(row)
        row.ended_at, row.next_poll_at = now, None
        record(session, deed, subject_id=feed_id, before=before)


def claim_due(database: Database, *, now: datetime, limit: int) -> tuple[Feed, ...]:
    """Feeds that are due, longest due first; nobody else gets them for LEASE, and whoever dies
    polling leaves them due again after it."""
    query = (
        select(FeedRow)
        .where(
            FeedRow.next_poll_at <= now,
            FeedRow.ended_at.is_(None),
            FeedRow.state == FeedState.ACTIVE.value,
        )
        .order_by(FeedRow.next_poll_at, FeedRow.feed_id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    with database.reading() as session:  # most ticks find nothing: take no writer's turn for it
        if session.scalar(query.with_only_columns(FeedRow.feed_id).limit(1)) is None:
            return ()
    with database.begin() as session:
        rows = session.scalars(query).all()
        found = tuple(_feed(session, row) for row in rows)
        for row in rows:
            row.next_poll_at = now + LEASE
        return found


def poll_sooner(database: Database, feed_id: int, at: datetime) -> None:
    """Some of its entries wait to be taken."""
    with database.begin() as session:
        row = session.get(FeedRow, feed_id, with_for_update=True)
        if row is not None and row.next_poll_at is not None:
            row.next_poll_at = min(row.next_poll_at, at)


def row_of(session: Session, feed_id: int, shelf_id: int | None = None) -> FeedRow:
    """The row, locked until the transaction ends. Raises NotFoundError."""
    return checked(session.get(FeedRow, feed_id, with_for_update=True), feed_id, shelf_id)


def checked(row: FeedRow | None, feed_id: int, shelf_id: int | None) -> FeedRow:
    elsewhere = row is not None and shelf_id is not None and row.shelf_id != shelf_id
    if row is None or elsewhere or row.ended_at is not None:
        raise NotFoundError(f"There is no feed {feed_id} here", what="feed", wanted=feed_id)
    return row


def _source_id(session: Session, shelf_id: int, name: str) -> int:
    known = session.scalar(
        select(Source.source_id).where(Source.shelf_id == shelf_id, Source.name == name)
    )
    if known is not None:
        return known
    source = Source(shelf_id=shelf_id, name=name)
    session.add(source)
    session.flush()
    return source.source_id


def filters_in_words(filters: Filters) -> dict[str, Any]:
    return {
        "words": list(filters.words),
        "unwanted": list(filters.unwanted),
        "names": list(filters.names),
        "edges": [str(edge) for edge in filters.edges],
    }


def _filters(found: Mapping[str, Any] | None) -> Filters:
    kept = found or {}
    return Filters(
        words=tuple(kept.get("words", ())),
        unwanted=tuple(kept.get("unwanted", ())),
        names=tuple(kept.get("names", ())),
        edges=tuple(Edge(each) for each in kept.get("edges", ())),
    )


def _in_words(row: FeedRow) -> dict[str, Any]:
    names = ("url", "title", "state", "reason", "filters")
    return {name: getattr(row, name) for name in names}


def _feed(session: Session, row: FeedRow) -> Feed:
    source = None if row.source_id is None else session.get_one(Source, row.source_id).name
    return Feed(
        feed_id=row.feed_id,
        shelf_id=row.shelf_id,
        source=source,
        url=row.url,
        title=row.title,
        state=FeedState(row.state),
        reason=row.reason,
        etag=row.etag,
        last_modified=row.last_modified,
        fail_count=row.fail_count,
        next_poll_at=row.next_poll_at,
        polled_at=row.polled_at,
        added_by=row.added_by,
        added_at=row.added_at,
        filters=_filters(row.filters),
        ttl_minutes=row.ttl_minutes,
    )
