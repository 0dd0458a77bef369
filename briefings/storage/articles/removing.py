"""Taking a document out of sight, putting it back, and noting that its source took it back.
Nothing is deleted."""

from datetime import datetime
from typing import Literal

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from briefings.model import Flag
from briefings.storage.articles.versioning import current_version, on_shelf
from briefings.storage.audit import Deed, Entry, done_before, record
from briefings.storage.changes import mark_changed
from briefings.storage.columns import joined, parted
from briefings.storage.database import Database
from briefings.storage.passages import count_words
from briefings.storage.shelves import guild_of
from briefings.storage.tables import Correction, Document


def remove_document(
    database: Database,
    document_id: int,
    *,
    shelf_id: int,
    by: int | None,
    interaction_id: int | None,
    now: datetime,
    reason: str = "",
    undo_of: int | None = None,
) -> None:
    """Hide a document from everything. Raises NotFoundError; removing twice changes nothing."""
    deed = Deed("remove", by, now, guild_of(database, shelf_id), interaction_id)
    with database.begin() as session:
        document = on_shelf(session, document_id, shelf_id)
        if document.removed_at is None and done_before(session, deed) is None:
            _move(session, document, now, deed=deed, reason=reason, undo_of=undo_of)


def restore_document(
    database: Database,
    document_id: int,
    *,
    shelf_id: int,
    by: int | None,
    interaction_id: int | None,
    now: datetime,
    undo_of: int | None = None,
) -> None:
    """Show a removed document again. Raises NotFoundError; restoring twice changes nothing."""
    deed = Deed("restore", by, now, guild_of(database, shelf_id), interaction_id)
    with database.begin() as session:
        document = on_shelf(session, document_id, shelf_id)
        if document.removed_at is not None and done_before(session, deed) is None:
            _move(session, document, None, deed=deed, reason="", undo_of=undo_of)


def _move(
    session: Session,
    document: Document,
    removed_at: datetime | None,
    *,
    deed: Deed,
    reason: str,
    undo_of: int | None,
) -> None:
    before = {"removed_at": _iso(document.removed_at)}
    document.removed_at = removed_at
    version, sign = current_version(session, document), 1 if removed_at is None else -1
    count_words(session, version, title=document.title, by=sign)
    note(session, document, "restored" if removed_at is None else "removed", reason, deed=deed)
    after = {"removed_at": _iso(removed_at)} | ({"reason": reason} if reason else {})
    key = document.document_id
    record(session, deed, subject_id=key, before=before, after=after, undo_of=undo_of)
    mark_changed(session, key)


def retract_document(
    database: Database,
    document_id: int,
    *,
    shelf_id: int,
    by: int | None,
    reason: str,
    interaction_id: int | None,
    now: datetime,
) -> None:
    """Note that its source has taken a document back: it stays to be found, and is flagged; no
    briefing quotes it, and those that did will say so. Raises NotFoundError; retracting twice
    keeps a further reason, and changes nothing where the reason is the same."""
    deed = Deed("retract", by, now, guild_of(database, shelf_id), interaction_id)
    with database.begin() as session:
        document = on_shelf(session, document_id, shelf_id)
        if done_before(session, deed) is not None:
            return
        if _flag(session, document, held=True) or reason not in _reasons(session, document):
            note(session, document, "retracted", reason, deed=deed)
            record(session, deed, subject_id=document_id, after={"reason": reason})
            mark_changed(session, document_id)


def stand_document(database: Database, retracting: Entry, *, shelf_id: int, deed: Deed) -> None:
    """Take back that it was retracted; the flag stays while a further reason does. Raises
    NotFoundError; twice changes nothing."""
    with database.begin() as session:
        document = on_shelf(session, retracting.subject_id or 0, shelf_id)
        key = document.document_id
        if not _is_retracted(session, document) or done_before(session, deed) is not None:
            return
        session.execute(
            delete(Correction).where(
                Correction.document_id == key,
                Correction.subject == "retracted",
                Correction.made_at == retracting.at,
            )
        )
        if not _reasons(session, document):
            _flag(session, document, held=False)
        record(session, deed, subject_id=key, undo_of=retracting.entry_id)
        mark_changed(session, key)


def _reasons(session: Session, document: Document) -> set[str]:
    """Why it was retracted, as often as somebody said so; "" where nobody gave a reason."""
    wanted = select(Correction.after).where(
        Correction.document_id == document.document_id, Correction.subject == "retracted"
    )
    return {reason or "" for reason in session.scalars(wanted)}


def _is_retracted(session: Session, document: Document) -> bool:
    flags = parted(current_version(session, document).flags)
    return Flag.RETRACTED in {Flag(each) for each in flags}


def _flag(session: Session, document: Document, *, held: bool) -> bool:
    version = current_version(session, document)
    flags = {Flag(each) for each in parted(version.flags)}
    if (Flag.RETRACTED in flags) == held:
        return False
    version.flags = joined(sorted(flags ^ {Flag.RETRACTED}))
    return True


Subject = Literal["removed", "restored", "retracted"]


def note(
    session: Session, document: Document, subject: Subject, reason: str, *, deed: Deed
) -> None:
    session.add(
        Correction(
            shelf_id=document.shelf_id,
            document_id=document.document_id,
            version_id=None,
            subject=subject,
            before=None,
            after=reason or None,
            made_by=deed.by,
            made_at=deed.at,
        )
    )


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
