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


def refuse_overfull(session: Session, shelf_id: int, room: Room) -> None:
    """After a document was stored, in its transaction. Raises QuotaError."""
    documents = select(func.count(Document.document_id)).where(Document.shelf_id == shelf_id)
    if (session.scalar(documents) or 0) > room.documents:
        raise QuotaError("the shelf is full", reason="documents", most=room.documents)
    size = select(func.sum(func.length(Body.body))).where(Body.shelf_id == shelf_id)
    if int(session.scalar(size) or 0) > room.megabytes * MEGABYTE:
        raise QuotaError("the shelf is full", reason="megabytes", most=room.megabytes)


def refuse_too_many(session: Session, guild_id: int, room: Room) -> None:
    """After a subscription was set up, in its transaction. Raises QuotaError."""
    running = select(func.count(SubscriptionRow.subscription_id)).where(
        SubscriptionRow.guild_id == guild_id, SubscriptionRow.ended_at.is_(None)
    )
    if (session.scalar(running) or 0) > room.subscriptions:
        most = room.subscriptions
        raise QuotaError("too many subscriptions", reason="subscriptions", most=most)
