"""Deliveries that were claimed more than once, looked at again when nobody can be sending them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, func, or_, select, update

from briefings.model import DeliveryState
from briefings.storage.database import Database, database_now
from briefings.storage.deliveries.parts import Part, part_of
from briefings.storage.tables import Delivery, DeliveryPart, SubscriptionRow

LONGEST_DELAY = timedelta(hours=2)
"""Two of the longest leases; what is later than that was written before the clock was set back."""


@dataclass(frozen=True, slots=True)
class Audit:
    """Where to look, from when on, and for which parts: whatever else carries one of them is one
    too many."""

    delivery_id: int
    subscription_id: int
    channel_id: int
    due_at: datetime
    parts: tuple[Part, ...]


def to_audit(database: Database, *, limit: int = 50) -> tuple[Audit, ...]:
    """Those whose time has come, by the database's clock; oldest first."""
    with database.reading() as session:
        moment = database_now(session)
        rows = session.execute(
            select(Delivery, SubscriptionRow.channel_id)
            .join(SubscriptionRow, SubscriptionRow.subscription_id == Delivery.subscription_id)
            .where(
                or_(Delivery.audit_after <= moment, Delivery.audit_after > moment + LONGEST_DELAY)
            )
            .order_by(Delivery.audit_after, Delivery.delivery_id)
            .limit(limit)
        ).all()
        parts = session.scalars(
            select(DeliveryPart)
            .where(DeliveryPart.delivery_id.in_([row[0].delivery_id for row in rows]))
            .order_by(DeliveryPart.delivery_id, DeliveryPart.part)
        ).all()
    return tuple(
        Audit(
            delivery_id=delivery.delivery_id,
            subscription_id=delivery.subscription_id,
            channel_id=channel_id,
            due_at=delivery.due_at,
            parts=tuple(
                part_of(part, moment) for part in parts if part.delivery_id == delivery.delivery_id
            ),
        )
        for delivery, channel_id in rows
    )


def audited(database: Database, delivery_id: int) -> None:
    """It has been looked at; it need not be again."""
    with database.begin() as session:
        session.execute(
            update(Delivery).where(Delivery.delivery_id == delivery_id).values(audit_after=None)
        )


def put_off_audit(database: Database, delivery_id: int, *, seconds: float) -> None:
    """Its channel could not be looked into."""
    with database.begin() as session:
        later = database_now(session) + timedelta(seconds=seconds)
        session.execute(
            update(Delivery).where(Delivery.delivery_id == delivery_id).values(audit_after=later)
        )


def awaited(database: Database, *, now: datetime) -> int:
    """How many deliveries are due by `now`, being sent, or to be audited."""
    under_way = or_(
        Delivery.state == DeliveryState.SENDING.value,
        and_(Delivery.state == DeliveryState.DUE.value, Delivery.due_at <= now),
        Delivery.audit_after.is_not(None),
    )
    with database.reading() as session:
        return session.scalar(select(func.count(Delivery.delivery_id)).where(under_way)) or 0
