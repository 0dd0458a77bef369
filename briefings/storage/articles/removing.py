"""Taking a document out of sight, and putting it back. Nothing is deleted."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from briefings.errors import NotFoundError
from briefings.storage.audit import Deed, done_before, record
from briefings.storage.changes import mark_changed
from briefings.storage.database import Database
from briefings.storage.passages import count_words
from briefings.storage.shelves import guild_of
from briefings.storage.tables import Document, Version


def remove_document(
    database: Database,
    document_id: int,
    *,
    shelf_id: int,
    by: int,
    interaction_id: int | None,
    now: datetime,
) -> None:
    """Hide a document from everything. Raises NotFoundError; removing twice changes nothing."""
    deed = Deed("remove", by, now, guild_of(database, shelf_id), interaction_id)
    _move(database, document_id, shelf_id=shelf_id, deed=deed, removed_at=now)


def restore_document(
    database: Database,
    document_id: int,
    *,
    shelf_id: int,
    by: int,
    interaction_id: int | None,
    now: datetime,
) -> None:
    """Show a removed document again. Raises NotFoundError; restoring twice changes nothing."""
    deed = Deed("restore", by, now, guild_of(database, shelf_id), interaction_id)
    _move(database, document_id, shelf_id=shelf_id, deed=deed, removed_at=None)


def _move(
    database: Database,
    document_id: int,
    *,
    shelf_id: int,
    deed: Deed,
    removed_at: datetime | None,
) -> None:
    with database.begin() as session:
        document = _on_shelf(session, document_id, shelf_id)
        same = (document.removed_at is None) == (removed_at is None)
        if same or done_before(session, deed) is not None:
            return
        before = {"removed_at": _iso(document.removed_at)}
        document.removed_at = removed_at
        count_words(
            session,
            _current(session, document),
            title=document.title,
            by=1 if removed_at is None else -1,
        )
        after = {"removed_at": _iso(removed_at)}
        record(session, deed, subject_id=document_id, before=before, after=after)
        mark_changed(session, document_id)


def _on_shelf(session: Session, document_id: int, shelf_id: int) -> Document:
    document = session.scalar(
        select(Document)
        .where(Document.document_id == document_id, Document.shelf_id == shelf_id)
        .with_for_update()
    )
    if document is None:
        raise NotFoundError(
            f"There is no document {document_id} on this shelf",
            what="document",
            wanted=document_id,
        )
    return document


def _current(session: Session, document: Document) -> Version:
    return session.scalars(
        select(Version).where(
            Version.document_id == document.document_id, Version.version == document.version
        )
    ).one()


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
