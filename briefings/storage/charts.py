"""Pictures of editions: drawn once, kept, and sent the same at every try."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from briefings.storage.database import Database
from briefings.storage.tables import Chart, Delivery


def find_chart(database: Database, edition_id: int) -> bytes | None:
    with database.reading() as session:
        return session.scalar(select(Chart.picture).where(Chart.edition_id == edition_id))


def keep_chart(database: Database, edition_id: int, picture: bytes) -> bytes:
    """Store the picture of an edition; if there is one already, that one stays and is given."""
    return database.do(lambda session: _keep(session, edition_id, picture))


def chart_sent_with(database: Database, delivery_id: int) -> bytes | None:
    """The picture of the edition that is frozen for a delivery."""
    query = (
        select(Chart.picture)
        .join(Delivery, Delivery.edition_id == Chart.edition_id)
        .where(Delivery.delivery_id == delivery_id)
    )
    with database.reading() as session:
        return session.scalar(query)


def _keep(session: Session, edition_id: int, picture: bytes) -> bytes:
    found = session.get(Chart, edition_id)
    if found is None:
        session.add(Chart(edition_id=edition_id, picture=picture))
        session.flush()
        return picture
    return found.picture
