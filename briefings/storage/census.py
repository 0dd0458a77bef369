"""How much of what the archive holds, for those who watch over it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from briefings.model import DeliveryState
from briefings.storage.database import Database
from briefings.storage.tables import Delivery, Document


@dataclass(frozen=True, slots=True)
class Census:
    """documents: those that are not removed. deliveries: how many are in each state."""

    documents: int
    deliveries: Mapping[str, int]

    @property
    def waiting(self) -> int:
        """Deliveries that have to be brought to an end."""
        return self.deliveries[DeliveryState.DUE] + self.deliveries[DeliveryState.SENDING]


def take_census(database: Database) -> Census:
    """Raises ArchiveError where the archive cannot be read."""
    with database.reading() as session:
        documents = session.scalar(
            select(func.count(Document.document_id)).where(Document.removed_at.is_(None))
        )
        rows = session.execute(select(Delivery.state, func.count()).group_by(Delivery.state))
        found = {state: count for state, count in rows}  # noqa: C416 -- rows are no pairs to mypy
        return Census(documents or 0, {state.value: 0 for state in DeliveryState} | found)
