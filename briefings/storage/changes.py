"""The archive's change counter, which indexes in memory follow."""

from sqlalchemy import case, select, update
from sqlalchemy.orm import Session

from briefings.storage.database import Database
from briefings.storage.tables import Counter, Document

CHANGE = "change"


def change_counter(database: Database) -> int:
    """Grows with every change to what can be found."""
    with database.reading() as session:
        return session.scalar(select(Counter.value).where(Counter.name == CHANGE)) or 0


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
    session.execute(
        update(Document)
        .where(Document.document_id.in_(document_ids))
        .values(change=case(numbers, value=Document.document_id))
        .execution_options(synchronize_session=False)
    )
