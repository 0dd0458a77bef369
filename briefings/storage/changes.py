"""The archive's change counter, which indexes in memory follow."""

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from briefings.storage.database import Database
from briefings.storage.tables import Counter, Document

CHANGE = "change"


def change_counter(database: Database) -> int:
    """Grows with every change to what can be found."""
    with database.reading() as session:
        return session.scalar(select(Counter.value).where(Counter.name == CHANGE)) or 0


def mark_changed(session: Session, document_id: int) -> None:
    """Number this change and write the number to the document.

    Other writers wait for the counter until the transaction ends, so this comes last, and whoever
    reads a number has seen every change below it.
    """
    value = session.scalar(
        update(Counter)
        .where(Counter.name == CHANGE)
        .values(value=Counter.value + 1)
        .returning(Counter.value)
    )
    session.execute(
        update(Document).where(Document.document_id == document_id).values(change=value)
    )
