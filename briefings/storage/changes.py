"""The archive's change counter, which indexes in memory follow."""

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from briefings.storage.bulk import mark
from briefings.storage.database import Database
from briefings.storage.tables import Counter, Document

CHANGE = "change"
_COUNTED = select(Counter.value).where(Counter.name == CHANGE)  # made once: often asked


class TitleAt(NamedTuple):
    """The title a document had at its last change."""

    change: int
    document_id: int
    title: str


def change_counter(database: Database) -> int:
    """Grows with every change to what can be found."""
    with database.reading() as session:
        return session.connection().scalar(_COUNTED) or 0


def mark_changed(session: Session, *document_ids: int) -> None:
    """Number these changes and write the numbers to the documents.

    Other writers wait for the counter until the transaction ends, so this comes last, and whoever
    reads a number has seen every change below it.
    """
    if not document_ids:
        return
    count = len(document_ids)
    last = session.scalar(
        update(Counter)
        .where(Counter.name == CHANGE)
        .values(value=Counter.value + count)
        .returning(Counter.value)
    )
    assert last is not None, "the counter is there from the first migration on"
    numbers = {key: last - count + place for place, key in enumerate(document_ids, 1)}
    mark(session, numbers)


def last_changed(
    database: Database, *, shelf_id: int, until: int, limit: int
) -> tuple[TitleAt, ...]:
    """Of a shelf's documents those that changed last, up to a change."""
    query = (
        select(Document.change, Document.document_id, Document.title)
        .where(Document.shelf_id == shelf_id, Document.change <= until)
        .order_by(Document.change.desc())
        .limit(limit)
    )
    with database.reading() as session:
        return tuple(TitleAt(*row) for row in session.execute(query))


def titles_at(
    database: Database, document_ids: Collection[int], *, shelf_id: int
) -> tuple[TitleAt, ...]:
    """Those of the documents that are on the shelf, the removed ones too."""
    query = select(Document.change, Document.document_id, Document.title).where(
        Document.shelf_id + 0 == shelf_id, Document.document_id.in_(document_ids)
    )
    with database.reading() as session:
        return tuple(TitleAt(*row) for row in session.execute(query))
