"""When something that comes in is a further version of a document, and making it one."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from briefings.errors import DuplicateDocumentError, NotFoundError
from briefings.storage.database import Database
from briefings.storage.passages import drop_passages
from briefings.storage.tables import Body, Correction, Document, Shelf, Version


@dataclass(frozen=True, slots=True)
class Changed:
    """A further state of a document: what its title and its text are now, and who brought it."""

    document_id: int
    shelf_id: int
    title: str
    text: str
    by: int | None
    at: datetime


def page_key(same_page: str | None) -> str | None:
    """How a link, as it compares with others, is kept."""
    return sha256(same_page.encode(errors="replace")).hexdigest() if same_page else None


def document_at(database: Database, shelf_id: int, same_page: str) -> int | None:
    """The live document of the shelf that came from this page."""
    with database.reading() as session:
        found = _at(session, shelf_id, page_key(same_page))
        return found.document_id if found else None


def standing_at(session: Session, shelf_id: int, same_page: str | None, digest: str) -> int | None:
    """The document that came from this page, perhaps a moment ago. Others that bring the same
    shelf something wait until this transaction ends. Raises DuplicateDocumentError where its text
    has this sha256 already."""
    if same_page is None:
        return None
    locked = select(Shelf.shelf_id).where(Shelf.shelf_id == shelf_id)
    session.execute(locked.with_for_update(key_share=True))
    found = _at(session, shelf_id, page_key(same_page))
    if found is None:
        return None
    if current_version(session, found).digest == digest:
        raise duplicate_of(found)
    return found.document_id


def _at(session: Session, shelf_id: int, key: str | None) -> Document | None:
    return session.scalar(
        select(Document)
        .where(
            Document.shelf_id == shelf_id,
            Document.link_key == key,
            Document.removed_at.is_(None),
        )
        .order_by(Document.document_id)
        .limit(1)
    )


def refuse_duplicate(session: Session, body: Body, *, document_id: int | None) -> None:
    """The same bytes are one document; only a document may go back to what it once was."""
    document = session.get_one(Document, body.document_id)
    same = document_id == document.document_id
    if same and current_version(session, document).body_id != body.body_id:
        return
    raise duplicate_of(document)


def duplicate_of(document: Document) -> DuplicateDocumentError:
    return DuplicateDocumentError(
        f"This is document {document.document_id}, “{document.title}”, already",
        document_id=document.document_id,
        title=document.title,
        removed=document.removed_at is not None,
        reason="here" if document.removed_at is None else "removed",
    )


def current_version(session: Session, document: Document) -> Version:
    return session.scalars(
        select(Version).where(
            Version.document_id == document.document_id, Version.version == document.version
        )
    ).one()


def next_version(session: Session, changed: Changed) -> Document:
    """The document, one version further. Raises NotFoundError."""
    document = on_shelf(session, changed.document_id, changed.shelf_id)
    if document.removed_at is not None:
        raise not_here(changed.document_id)
    old = current_version(session, document)
    drop_passages(session, old, title=document.title)
    document.version += 1
    if not _title_corrected(session, document.document_id):
        document.title = changed.title
    session.add(
        Correction(
            shelf_id=changed.shelf_id,
            document_id=document.document_id,
            version_id=old.version_id,
            subject="changed",
            before=old.digest,
            after=sha256(changed.text.encode()).hexdigest(),
            made_by=changed.by,
            made_at=changed.at,
        )
    )
    session.flush()
    return document


def on_shelf(session: Session, document_id: int, shelf_id: int) -> Document:
    """The document, which nobody else changes until the transaction ends. Raises NotFoundError."""
    document = session.scalar(
        select(Document)
        .where(Document.document_id == document_id, Document.shelf_id == shelf_id)
        .with_for_update()
    )
    if document is None:
        raise not_here(document_id)
    return document


def not_here(document_id: int) -> NotFoundError:
    return NotFoundError(
        f"There is no document {document_id} on this shelf", what="document", wanted=document_id
    )


def _title_corrected(session: Session, document_id: int) -> bool:
    corrected = select(Correction.correction_id).where(
        Correction.document_id == document_id, Correction.subject == "title"
    )
    return session.scalar(corrected.limit(1)) is not None
