"""How much one guild may keep."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from briefings.errors import QuotaError
from briefings.storage.tables import Body, Document, SubscriptionRow

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Room:
    """What a guild may have: documents (removed ones too), megabytes of bytes as given,
    subscriptions that run."""

    documents: int
    megabytes: int
    subscriptions: int


@dataclass(frozen=True, slots=True)
class Held:
    """What a shelf holds. size: bytes as given."""

    documents: int
    size: int

    def more(self, body: bytes) -> "Held":
        return Held(self.documents + 1, self.size + len(body))


def held(session: Session, shelf_id: int) -> Held:
    documents = select(func.count(Document.document_id)).where(Document.shelf_id == shelf_id)
    size = select(func.sum(func.length(Body.body))).where(Body.shelf_id == shelf_id)
    return Held(session.scalar(documents) or 0, int(session.scalar(size) or 0))


def refuse_overfull(holds: Held, room: Room) -> None:
    """Raises QuotaError where a guild's shelf holds more than it may."""
    if holds.documents > room.documents:
        raise QuotaError("the shelf is full", reason="documents", most=room.documents)
    if holds.size > room.megabytes * MEGABYTE:
        raise QuotaError("the shelf is full", reason="megabytes", most=room.megabytes)


def refuse_too_many(session: Session, guild_id: int, room: Room) -> None:
    """After a subscription was set up, in its transaction. Raises QuotaError."""
    running = select(func.count(SubscriptionRow.subscription_id)).where(
        SubscriptionRow.guild_id == guild_id, SubscriptionRow.ended_at.is_(None)
    )
    if (session.scalar(running) or 0) > room.subscriptions:
        most = room.subscriptions
        raise QuotaError("too many subscriptions", reason="subscriptions", most=most)
