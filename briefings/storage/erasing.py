"""Forgetting a person or a guild for good: rows, index, free pages and log of the database.

What is forgotten is gone from the archive, not from copies of it that were made before.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from briefings.storage.audit import Deed, done_before, record
from briefings.storage.database import Database
from briefings.storage.fulltext import INDEX
from briefings.storage.holdings import OWN, PERSONS, naming, owned_by
from briefings.storage.tables import (
    AuditEntry,
    AuditWords,
    Departure,
    Document,
    Grant,
    Shelf,
)

NOBODY = 0
FORGOTTEN_PERSON, FORGOTTEN_GUILD = "erase-person", "erase-guild"


@dataclass(frozen=True, slots=True)
class Erased:
    """rows: how many were deleted, or say no longer who it was. words: entries of the log that
    lost theirs. settled: whether the file holds nothing of it any more; if not (somebody was
    reading), `settle` does it later."""

    rows: int
    words: int
    settled: bool


def erase_guild(
    database: Database, guild_id: int, *, interaction_id: int | None, now: datetime
) -> Erased:
    """All that is the guild's own. Its log keeps what was done when, and not who and what."""
    deed = Deed(FORGOTTEN_GUILD, None, now, guild_id, interaction_id)
    rows, words = database.do(lambda session: _erase_guild(session, guild_id, deed))
    return Erased(rows, words, settle(database))


def _erase_guild(session: Session, guild_id: int, deed: Deed) -> tuple[int, int]:
    if done_before(session, deed) is not None:
        return 0, 0
    shelves = select(Shelf.shelf_id).where(Shelf.guild_id == guild_id)
    copies = update(Document).where(Document.shelf_id.in_(shelves))
    session.execute(copies.values(near_duplicate_of=None))
    rows = sum(
        _count(session, delete(model).where(condition)) for model, condition in owned_by(guild_id)
    )
    # the empty shelf stays, nobody's: its number must never become another guild's
    session.execute(
        update(Shelf).where(Shelf.guild_id == guild_id).values(guild_id=-Shelf.shelf_id)
    )
    entries = select(AuditEntry.entry_id).where(AuditEntry.guild_id == guild_id)
    words = _count(session, delete(AuditWords).where(AuditWords.entry_id.in_(entries)))
    record(session, deed, after={"rows": rows, "words": words})
    return rows, words


def erase_person(
    database: Database, user_id: int, *, interaction_id: int | None, now: datetime
) -> Erased:
    """Who it was, everywhere; what they added stays the guild's. Their own rights end."""
    deed = Deed(FORGOTTEN_PERSON, None, now, None, interaction_id)
    rows, words = database.do(lambda session: _erase_person(session, user_id, deed))
    return Erased(rows, words, settle(database))


def _erase_person(session: Session, user_id: int, deed: Deed) -> tuple[int, int]:
    if done_before(session, deed) is not None:
        return 0, 0
    rows = sum(
        _count(session, update(column.class_).where(column == user_id).values({column: nobody}))
        for column, nobody in PERSONS
    )
    rows += _end_rights(session, user_id)
    rows += sum(_count(session, delete(kept).where(kept.user_id == user_id)) for kept in OWN)
    words = select(AuditWords.entry_id).where(naming(user_id))
    erased = _count(session, delete(AuditWords).where(AuditWords.entry_id.in_(words)))
    record(session, deed, after={"rows": rows, "words": erased})
    return rows, erased


def _end_rights(session: Session, user_id: int) -> int:
    """Reading that was kept to this person alone stays kept, to nobody: it does not open."""
    own = (Grant.holder == "user", Grant.holder_id == user_id)
    rows = 0
    for grant in session.scalars(select(Grant).where(*own)).all():
        alone = session.scalar(
            select(func.count())
            .select_from(Grant)
            .where(Grant.guild_id == grant.guild_id, Grant.right == "read")
        )
        if grant.right == "read" and alone == 1:
            kept = {"guild_id": grant.guild_id, "holder": "user", "holder_id": NOBODY}
            session.add(Grant(**kept, right="read", granted_by=NOBODY, granted_at=grant.granted_at))
        session.delete(grant)
        session.flush()
        rows += 1
    return rows


def settle(database: Database) -> bool:
    """Write the database anew without what was deleted; whether nothing of it is left.

    SQLite: the index without its tombstones, the file without its free pages, the log emptied.
    PostgreSQL: dead rows are freed for new ones; the bytes go as those are written.
    """
    if database.dialect != "sqlite":
        alone = database.engine.execution_options(isolation_level="AUTOCOMMIT")
        with alone.connect() as connection:
            connection.exec_driver_sql("COMMIT")  # what the pool's look at the connection began
            connection.exec_driver_sql("VACUUM")
        return True
    link = database.engine.raw_connection()
    try:
        cursor = link.cursor()
        cursor.execute(f"INSERT INTO {INDEX}({INDEX}) VALUES ('optimize')")  # noqa: S608 -- our own name
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy, _, _ = cursor.fetchone() or (1, 0, 0)
        return not busy
    finally:
        link.close()


def note_departure(database: Database, guild_id: int, *, keep_days: int, now: datetime) -> datetime:
    """A guild removed the bot: when what it has here goes."""
    at = now + timedelta(days=keep_days)

    def note(session: Session) -> None:
        row = session.get(Departure, guild_id)
        if row is None:
            session.add(Departure(guild_id=guild_id, left_at=now, erase_at=at))
        else:
            row.left_at, row.erase_at = now, at

    database.do(note)
    return at


def note_return(database: Database, guilds: Iterable[int]) -> None:
    """These guilds have the bot (again): nothing of theirs goes."""
    here = frozenset(guilds)
    with database.reading() as session:
        left = frozenset(session.scalars(select(Departure.guild_id)))
    if here & left:
        gone = delete(Departure).where(Departure.guild_id.in_(here & left))
        database.do(lambda session: session.execute(gone))


def erase_departed(database: Database, *, now: datetime) -> tuple[int, ...]:
    """Erase what is due; the guilds whose data went."""
    with database.reading() as session:
        due = tuple(session.scalars(select(Departure.guild_id).where(Departure.erase_at <= now)))
    for guild_id in due:
        erase_guild(database, guild_id, interaction_id=None, now=now)
    return due


def _count(session: Session, statement: object) -> int:
    return session.execute(statement).rowcount  # type: ignore[call-overload, no-any-return]  # a statement
