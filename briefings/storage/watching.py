"""What a person watches for in a guild, and how far they have looked. guild_id: 0 outside any."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, delete, func, or_, select
from sqlalchemy.orm import Session

from briefings.errors import NotFoundError, QuotaError
from briefings.storage.database import Database
from briefings.storage.tables import (
    Document,
    LookRow,
    MentionRow,
    UtteranceRow,
    WatchRow,
)

MOST_WATCHES = 25
BATCH = 400


class WatchKind(StrEnum):
    NAME = "name"
    SPEAKER = "speaker"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Watch:
    """term: a name's id; a speaker's id, or else folded name; a phrase's stems or, in quotation
    marks, its folded words. watch_id: 0 until it is kept."""

    kind: WatchKind
    shown: str
    term: str
    watch_id: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """How far somebody has seen what came in; document_id: the last one of it."""

    until: datetime
    document_id: int


def watches_of(database: Database, *, guild_id: int, user_id: int) -> tuple[Watch, ...]:
    """In the order in which they were added."""
    query = select(WatchRow).where(*_whose(guild_id, user_id)).order_by(WatchRow.watch_id)
    with database.reading() as session:
        return tuple(_watch(row) for row in session.scalars(query))


def add_watch(
    database: Database, watch: Watch, *, guild_id: int, user_id: int, now: datetime
) -> Watch:
    """Once, however often it is added. Raises QuotaError."""

    def add(session: Session) -> Watch:
        own = _whose(guild_id, user_id)
        same = (WatchRow.kind == watch.kind.value, WatchRow.term == watch.term)
        known = session.scalar(select(WatchRow).where(*own, *same))
        if known is not None:
            return _watch(known)
        count = session.scalar(select(func.count()).select_from(WatchRow).where(*own)) or 0
        if count >= MOST_WATCHES:
            raise QuotaError("too many watches", reason="watches", most=MOST_WATCHES)
        row = WatchRow(
            guild_id=guild_id,
            user_id=user_id,
            kind=watch.kind.value,
            shown=watch.shown,
            term=watch.term,
            added_at=now,
        )
        session.add(row)
        session.flush()
        return _watch(row)

    return database.do(add)


def remove_watch(database: Database, watch_id: int, *, guild_id: int, user_id: int) -> Watch:
    """Raises NotFoundError where the person has no such watch here."""

    def remove(session: Session) -> Watch:
        own = _whose(guild_id, user_id)
        row = session.scalar(select(WatchRow).where(*own, WatchRow.watch_id == watch_id))
        if row is None:
            raise NotFoundError("no such watch", what="watch", wanted=watch_id)
        session.execute(delete(WatchRow).where(WatchRow.watch_id == watch_id))
        return _watch(row)

    return database.do(remove)


def look_of(database: Database, *, guild_id: int, user_id: int) -> Look | None:
    """None for somebody who has not looked yet."""
    with database.reading() as session:
        row = session.get(LookRow, (guild_id, user_id))
        return None if row is None else Look(row.until, row.document_id)


def keep_look(
    database: Database, look: Look, *, guild_id: int, user_id: int, back: bool = False
) -> None:
    """The mark only goes forward, unless it is taken back."""

    def keep(session: Session) -> None:
        row = session.get(LookRow, (guild_id, user_id), with_for_update=True)
        if row is None:
            session.add(
                LookRow(
                    guild_id=guild_id,
                    user_id=user_id,
                    until=look.until,
                    document_id=look.document_id,
                )
            )
        elif back or row.until < look.until:
            row.until, row.document_id = look.until, look.document_id

    database.do(keep)


def newest_document(database: Database, *, shelves: Sequence[int]) -> int:
    """The number of the document that came in last; 0 where there is none."""
    query = select(func.max(Document.document_id)).where(Document.shelf_id.in_(shelves))
    with database.reading() as session:
        return session.scalar(query) or 0


def naming_among(
    database: Database, version_ids: Collection[int], name_ids: Collection[str]
) -> frozenset[tuple[int, str]]:
    """Which of the versions name which of the names."""
    found: set[tuple[int, str]] = set()
    with database.reading() as session:
        for batch in _batches(version_ids):
            query = select(MentionRow.version_id, MentionRow.name_id).where(
                MentionRow.name_id.in_(name_ids), MentionRow.version_id.in_(batch)
            )
            found.update((row[0], row[1]) for row in session.execute(query.distinct()))
    return frozenset(found)


def heard_among(
    database: Database, version_ids: Collection[int], speakers: Collection[str]
) -> frozenset[tuple[int, str]]:
    """In which of the versions which of the speakers say something; by id, or else folded name."""
    found: set[tuple[int, str]] = set()
    by = or_(
        UtteranceRow.name_id.in_(speakers),
        and_(UtteranceRow.name_id.is_(None), UtteranceRow.speaker_key.in_(speakers)),
    )
    with database.reading() as session:
        for batch in _batches(version_ids):
            query = select(
                UtteranceRow.version_id, UtteranceRow.name_id, UtteranceRow.speaker_key
            ).where(UtteranceRow.version_id.in_(batch), by)
            found.update((row[0], row[1] or row[2]) for row in session.execute(query.distinct()))
    return frozenset(found)


def came_in(
    database: Database, *, shelves: Sequence[int], after: int, until: int, since: datetime
) -> int:
    """How many live documents came in after one and up to another, by their numbers."""
    query = (
        select(func.count())
        .select_from(Document)
        .where(
            Document.document_id > after,
            Document.document_id <= until,
            Document.first_seen >= since,
            (Document.shelf_id + 0).in_(shelves),
            Document.removed_at.is_(None),
        )
    )
    with database.reading() as session:
        return session.scalar(query) or 0


def _batches(version_ids: Collection[int]) -> Iterator[Sequence[int]]:
    wanted = sorted(version_ids)
    for start in range(0, len(wanted), BATCH):
        yield wanted[start : start + BATCH]


def _whose(guild_id: int, user_id: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return WatchRow.guild_id == guild_id, WatchRow.user_id == user_id


def _watch(row: WatchRow) -> Watch:
    return Watch(WatchKind(row.kind), row.shown, row.term, row.watch_id)
