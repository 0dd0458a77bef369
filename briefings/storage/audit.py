"""Who did what, written in the transaction of the deed; and what makes deeds idempotent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from briefings.storage.bulk import number
from briefings.storage.chain import Words, facts_of, seal
from briefings.storage.database import AT_END, Database
from briefings.storage.tables import AuditEntry, AuditWords

UNSEALED = "unsealed"


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
    """One line of the audit log; before and after: what changed, ready for JSON. erased: its words
    are gone; who it was and what changed is not known any more."""

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
    erased: bool = False


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
    entry = _row(deed, subject_id, undo_of)
    session.add(entry)
    session.flush()
    _to_seal(session).append((entry, Words(deed.by, before, after)))
    return entry.entry_id


def record_all(
    session: Session, deeds: Iterable[tuple[Deed, int | None, Mapping[str, Any] | None]]
) -> None:
    """Write the entries of many deeds at once: each with its subject and what it made of it."""
    written = [
        (_row(deed, subject_id, None), Words(deed.by, None, after))
        for deed, subject_id, after in deeds
    ]
    number(session, [entry for entry, _ in written])
    _to_seal(session).extend(written)


def _row(deed: Deed, subject_id: int | None, undo_of: int | None) -> AuditEntry:
    return AuditEntry(
        guild_id=deed.guild_id,
        interaction_id=deed.interaction_id,
        action=deed.action,
        at=deed.at,
        subject_id=subject_id,
        undo_of=undo_of,
    )


def _to_seal(session: Session) -> list[tuple[AuditEntry, Words]]:
    """What the transaction has written so far; its end puts that into the chains."""
    if UNSEALED not in session.info:
        session.info[UNSEALED] = []
        session.info.setdefault(AT_END, []).append(_seal_all)
    written: list[tuple[AuditEntry, Words]] = session.info[UNSEALED]
    return written


def _seal_all(session: Session) -> None:
    written = session.info.pop(UNSEALED)
    seal(session, [(facts_of(entry), words) for entry, words in written])


def done_before(session: Session, deed: Deed) -> Entry | None:
    """The entry of the same interaction, if it has already done something."""
    if deed.interaction_id is None:
        return None
    query = _with_words().where(AuditEntry.interaction_id == deed.interaction_id)
    return _first(session, query)


def entry_of(session: Session, entry_id: int) -> Entry | None:
    return _first(session, _with_words().where(AuditEntry.entry_id == entry_id))


def entry_by(database: Database, interaction_id: int) -> int | None:
    """The id of the entry that an interaction has made, if it has done anything."""
    query = select(AuditEntry.entry_id).where(AuditEntry.interaction_id == interaction_id)
    with database.reading() as session:
        return session.scalar(query.limit(1))


def entries(
    database: Database, guild_id: int | None, *, offset: int = 0, limit: int = 25
) -> tuple[Entry, ...]:
    """A guild's entries, newest first; without a guild those of the program itself."""
    newest = (
        _with_words().where(AuditEntry.guild_id == guild_id).order_by(AuditEntry.entry_id.desc())
    )
    with database.reading() as session:
        found = session.execute(newest.offset(offset).limit(limit))
        return tuple(_entry(row, words) for row, words in found)


def count_entries(database: Database, guild_id: int | None) -> int:
    query = select(func.count()).select_from(AuditEntry).where(AuditEntry.guild_id == guild_id)
    with database.reading() as session:
        return session.scalar(query) or 0


def _with_words() -> Select[AuditEntry, AuditWords]:
    return select(AuditEntry, AuditWords).outerjoin(
        AuditWords, AuditWords.entry_id == AuditEntry.entry_id
    )


def _first(session: Session, query: Select[AuditEntry, AuditWords]) -> Entry | None:
    found = session.execute(query).first()
    return None if found is None else _entry(*found)


def _entry(row: AuditEntry, words: AuditWords | None) -> Entry:
    return Entry(
        entry_id=row.entry_id,
        guild_id=row.guild_id,
        interaction_id=row.interaction_id,
        action=row.action,
        by=None if words is None else words.by,
        at=row.at,
        subject_id=row.subject_id,
        before=None if words is None else words.before,
        after=None if words is None else words.after,
        undo_of=row.undo_of,
        erased=words is None,
    )
