"""Who did what, written in the transaction of the deed; and what makes deeds idempotent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from briefings.storage.database import Database
from briefings.storage.tables import AuditEntry


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody does. by: a user's id, None for the program itself. interaction_id: Discord's
    id of the interaction that asked for it; the same one never does the deed twice."""

    action: str
    by: int | None
    at: datetime
    guild_id: int | None = None
    interaction_id: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the audit log; before and after: what changed, ready for JSON."""

    entry_id: int
    guild_id: int | None
    interaction_id: int | None
    action: str
    by: int | None
    at: datetime
    subject_id: int | None
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    undo_of: int | None


def record(
    session: Session,
    deed: Deed,
    *,
    subject_id: int | None = None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    undo_of: int | None = None,
) -> int:
    """Write the entry; its id."""
    entry = _row(deed, subject_id, after, before=before, undo_of=undo_of)
    session.add(entry)
    session.flush()
    return entry.entry_id


def record_all(
    session: Session, deeds: Iterable[tuple[Deed, int | None, Mapping[str, Any] | None]]
) -> None:
    """Write the entries of many deeds at once: each with its subject and what it made of it."""
    session.add_all([_row(deed, subject_id, after) for deed, subject_id, after in deeds])
    session.flush()


def _row(
    deed: Deed,
    subject_id: int | None,
    after: Mapping[str, Any] | None,
    *,
    before: Mapping[str, Any] | None = None,
    undo_of: int | None = None,
) -> AuditEntry:
    return AuditEntry(
        guild_id=deed.guild_id,
        interaction_id=deed.interaction_id,
        action=deed.action,
        by=deed.by,
        at=deed.at,
        subject_id=subject_id,
        before=None if before is None else dict(before),
        after=None if after is None else dict(after),
        undo_of=undo_of,
    )


def done_before(session: Session, deed: Deed) -> Entry | None:
    """The entry of the same interaction, if it has already done something."""
    if deed.interaction_id is None:
        return None
    found = session.scalar(
        select(AuditEntry).where(AuditEntry.interaction_id == deed.interaction_id)
    )
    return None if found is None else _entry(found)


def entry_of(session: Session, entry_id: int) -> Entry | None:
    found = session.get(AuditEntry, entry_id)
    return None if found is None else _entry(found)


def entries(
    database: Database, guild_id: int | None, *, offset: int = 0, limit: int = 25
) -> tuple[Entry, ...]:
    """A guild's entries, newest first; without a guild those of the program itself."""
    newest = (
        select(AuditEntry)
        .where(AuditEntry.guild_id == guild_id)
        .order_by(AuditEntry.entry_id.desc())
    )
    with database.reading() as session:
        return tuple(_entry(row) for row in session.scalars(newest.offset(offset).limit(limit)))


def _entry(row: AuditEntry) -> Entry:
    return Entry(
        entry_id=row.entry_id,
        guild_id=row.guild_id,
        interaction_id=row.interaction_id,
        action=row.action,
        by=row.by,
        at=row.at,
        subject_id=row.subject_id,
        before=row.before,
        after=row.after,
        undo_of=row.undo_of,
    )
