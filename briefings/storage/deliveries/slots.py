"""Slots that are due become rows, once each."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import and_, exists, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, aliased

from briefings.model import DeliveryState, Slot, Subscription, SubscriptionState
from briefings.schedule import LATE_AFTER, Due, due
from briefings.storage.audit import Deed, done_before, record
from briefings.storage.database import Database
from briefings.storage.subscriptions import BY_SCHEDULE, row_of, subscription_of
from briefings.storage.tables import Delivery, SubscriptionRow

BY_REQUEST = "now:"
"""How the keys of deliveries begin that a person asked for."""
UNDER_WAY = (DeliveryState.DUE.value, DeliveryState.SENDING.value)
JUST_NOW = timedelta(minutes=1)
"""So long a second request for the same briefing is taken for the first one said again."""


def enqueue_due(database: Database, *, now: datetime, limit: int = 500) -> int:
    """Write down the slots due by `now` and move their subscriptions on, in one transaction.

    Slots that come too late, or that a newer one overtook, are written as skipped. Returns how many
    subscriptions moved on; 0 means that none is left.
    """
    with database.begin() as session:
        _expire(session, now)
        rows = session.scalars(
            select(SubscriptionRow)
            .where(
                SubscriptionRow.state == SubscriptionState.ACTIVE.value,
                SubscriptionRow.ended_at.is_(None),
                SubscriptionRow.next_slot_at <= now,
            )
            .order_by(SubscriptionRow.next_slot_at, SubscriptionRow.subscription_id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        ).all()
        deliveries: list[dict[str, Any]] = []
        for row in rows:
            deliveries += _due_of(row, now)
        _insert(session, deliveries)
        session.flush()
        _skip_overtaken(session, [row.subscription_id for row in rows], now)
        return len(rows)


def _due_of(row: SubscriptionRow, now: datetime) -> list[dict[str, Any]]:
    """The due deliveries of one subscription, which moves on. One that cannot be read (a zone that
    is known no more) is paused, so that it does not hold up all the others."""
    try:
        subscription = subscription_of(row)
        found = due(subscription, now)
    except (KeyError, ValueError):
        row.state, row.reason = SubscriptionState.PAUSED.value, "unreadable"
        row.next_slot_at = None
        return []
    row.next_slot_at = found.next_slot_at
    return list(_deliveries(subscription, found, now))


def enqueue_now(
    database: Database,
    subscription_id: int,
    *,
    guild_id: int,
    by: int,
    interaction_id: int,
    now: datetime,
) -> int:
    """A delivery beside the schedule; the same interaction again gives the same one, and so does
    another one at the same moment.

    Raises NotFoundError where the guild has no such subscription.
    """
    deed = Deed("brief-now", by, now, guild_id, interaction_id)
    with database.begin() as session:
        row = row_of(session, subscription_id, guild_id=guild_id)
        entry = done_before(session, deed)
        if entry is not None and entry.subject_id is not None:
            return entry.subject_id
        delivery = _asked_just_now(session, subscription_id, now)
        if delivery is None:
            subscription = subscription_of(row)
            slot = Slot(now.astimezone(ZoneInfo(subscription.zone)).date(), now)
            delivery = Delivery(
                **_delivery(subscription, slot, key=f"{BY_REQUEST}{interaction_id}")
            )
            session.add(delivery)
            session.flush()
        record(session, deed, subject_id=delivery.delivery_id)
        return delivery.delivery_id


def _asked_just_now(session: Session, subscription_id: int, now: datetime) -> Delivery | None:
    """The row of the subscription is locked, so that two requests come one after the other."""
    sent_just_now = and_(
        Delivery.state == DeliveryState.SENT.value,
        Delivery.due_at > now - JUST_NOW,
        Delivery.due_at <= now,
    )
    return session.scalar(
        select(Delivery)
        .where(
            Delivery.subscription_id == subscription_id,
            Delivery.slot_key.startswith(BY_REQUEST),
            or_(Delivery.state.in_(UNDER_WAY), sent_just_now),
        )
        .order_by(Delivery.delivery_id.desc())
        .limit(1)
    )


def outcome(database: Database, delivery_id: int) -> tuple[DeliveryState, str | None]:
    """How a delivery stands, and why."""
    with database.reading() as session:
        found = session.get_one(Delivery, delivery_id)
        return DeliveryState(found.state), found.reason


def _deliveries(subscription: Subscription, found: Due, now: datetime) -> Iterator[dict[str, Any]]:
    for slot in found.skipped:
        yield {
            **_delivery(subscription, slot, key=BY_SCHEDULE),
            "state": DeliveryState.SKIPPED.value,
            "reason": "missed",
            "finished_at": now,
        }
    if found.deliver is not None:
        yield {
            **_delivery(subscription, found.deliver, key=BY_SCHEDULE),
            "late": found.late,
            "skipped": len(found.skipped),
        }


def _delivery(subscription: Subscription, slot: Slot, *, key: str) -> dict[str, Any]:
    patience = max(timedelta(minutes=subscription.catch_up_minutes), LATE_AFTER)
    return {
        "subscription_id": subscription.subscription_id,
        "slot_date": slot.day,
        "slot_key": key,
        "due_at": slot.due_at,
        "held_since": slot.held_since,
        "expires_at": slot.due_at + patience,
        "late": False,
        "skipped": 0,
        "state": DeliveryState.DUE.value,
        "reason": None,
        "finished_at": None,
        "epoch": 0,
        "attempts": 0,
    }


def _insert(session: Session, deliveries: Sequence[dict[str, Any]]) -> None:
    if deliveries:
        write = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
        once = write(Delivery).on_conflict_do_nothing(
            index_elements=["subscription_id", "slot_date", "slot_key"]
        )
        session.connection().execute(once, deliveries)


def _expire(session: Session, now: datetime) -> None:
    """What nobody came to send within the catch-up time is not sent any more."""
    session.execute(
        update(Delivery)
        .where(
            Delivery.state == DeliveryState.DUE.value,
            Delivery.first_try_at.is_(None),
            Delivery.expires_at < now,
        )
        .values(state=DeliveryState.SKIPPED.value, reason="too-late", finished_at=now)
    )


def _skip_overtaken(session: Session, subscription_ids: Sequence[int], now: datetime) -> None:
    """After a downtime a channel gets the newest briefing, not several in a row."""
    newer = aliased(Delivery)
    overtaken = exists().where(
        newer.subscription_id == Delivery.subscription_id,
        newer.slot_key == BY_SCHEDULE,
        newer.state == DeliveryState.DUE.value,
        newer.due_at > Delivery.due_at,
    )
    session.execute(
        update(Delivery)
        .where(
            Delivery.subscription_id.in_(subscription_ids),
            Delivery.slot_key == BY_SCHEDULE,
            Delivery.state == DeliveryState.DUE.value,
            Delivery.first_try_at.is_(None),
            overtaken,
        )
        .values(state=DeliveryState.SKIPPED.value, reason="overtaken", finished_at=now)
        .execution_options(synchronize_session=False)
    )
