"""Channels that Discord keeps closed to us: told once, tried again, opened by themselves.

A subscription that may not be posted keeps its settings and has a reason that begins with CLOSED.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from briefings.model import DeliveryState, SubscriptionState
from briefings.storage.audit import Deed, record
from briefings.storage.database import Database
from briefings.storage.subscriptions import next_slot_of
from briefings.storage.tables import Delivery, DeliveryPart, SubscriptionRow

CLOSED = "discord-"
PATIENCE = timedelta(days=7)


class Verdict(StrEnum):
    FIRST = "first"  # closed since now: somebody should be told
    AGAIN = "again"  # still closed, and told
    PAUSED = "paused"  # closed for good or too long: paused, and somebody should be told


@dataclass(frozen=True, slots=True)
class ClosedPlace:
    """A channel with subscriptions that wait for it to open."""

    guild_id: int
    channel_id: int


def note_closed(
    database: Database, subscription_id: int, reason: str, *, now: datetime, for_good: bool
) -> Verdict:
    """Note that Discord refused the channel. Paused at once where it is gone for good, and after
    PATIENCE of refusals otherwise."""
    with database.begin() as session:
        row = session.get_one(SubscriptionRow, subscription_id, with_for_update=True)
        if row.state != SubscriptionState.ACTIVE.value:
            return Verdict.AGAIN
        known, row.reason = row.reason, reason
        if for_good or _closed_since(session, subscription_id, now) <= now - PATIENCE:
            row.state, row.next_slot_at = SubscriptionState.PAUSED.value, None
            row.version += 1
            _note(session, row, "subscription-paused", now)
            return Verdict.PAUSED
        return Verdict.AGAIN if known else Verdict.FIRST


def news_for_desk(database: Database, subscription_id: int, reason: str) -> bool:
    """Whether admins have not been told this since a briefing arrived last; from now on they
    have."""
    with database.begin() as session:
        row = session.get_one(SubscriptionRow, subscription_id, with_for_update=True)
        known, row.told = row.told, reason
        return known != reason


def _closed_since(session: Session, subscription_id: int, now: datetime) -> datetime:
    """When the first of the refusals in a row was due."""
    mine = Delivery.subscription_id == subscription_id
    sent = Delivery.state == DeliveryState.SENT.value
    last = session.scalar(select(func.max(Delivery.due_at)).where(mine, sent))
    since: list[ColumnElement[bool]] = [] if last is None else [Delivery.due_at > last]
    first = select(func.min(Delivery.due_at)).where(mine, _refused(), *since)
    return session.scalar(first) or now


def _refused() -> ColumnElement[bool]:
    failed = Delivery.state == DeliveryState.FAILED.value
    return failed & Delivery.reason.startswith(CLOSED)


def closed_places(database: Database, *, guild_id: int | None = None) -> tuple[ClosedPlace, ...]:
    """Those of one guild, or all."""
    query = (
        select(SubscriptionRow.guild_id, SubscriptionRow.channel_id)
        .where(SubscriptionRow.ended_at.is_(None), SubscriptionRow.reason.startswith(CLOSED))
        .distinct()
        .order_by(SubscriptionRow.guild_id, SubscriptionRow.channel_id)
    )
    if guild_id is not None:
        query = query.where(SubscriptionRow.guild_id == guild_id)
    with database.reading() as session:
        return tuple(ClosedPlace(*row) for row in session.execute(query))


def reopen(database: Database, channel_id: int, *, now: datetime) -> int:
    """The channel takes posts again: its subscriptions go on, and what was refused lately is due
    once more. How many subscriptions that are."""
    with database.begin() as session:
        rows = session.scalars(
            select(SubscriptionRow)
            .where(
                SubscriptionRow.channel_id == channel_id,
                SubscriptionRow.ended_at.is_(None),
                SubscriptionRow.reason.startswith(CLOSED),
            )
            .with_for_update()
        ).all()
        for row in rows:
            _reopen(session, row, now)
        return len(rows)


def _reopen(session: Session, row: SubscriptionRow, now: datetime) -> None:
    row.reason, row.fail_count = None, 0
    if row.state != SubscriptionState.ACTIVE.value:
        row.state, row.version = SubscriptionState.ACTIVE.value, row.version + 1
        following = next_slot_of(session, row, now)
        row.next_slot_at = following.due_at if following else None
        _note(session, row, "subscription-active", now)
    newest = session.scalar(
        select(Delivery)
        .where(Delivery.subscription_id == row.subscription_id)
        .order_by(Delivery.due_at.desc(), Delivery.delivery_id.desc())
        .limit(1)
    )
    if newest is not None and _may_be_sent_after_all(session, newest, now):
        session.execute(delete(DeliveryPart).where(DeliveryPart.delivery_id == newest.delivery_id))
        newest.state = DeliveryState.DUE.value
        newest.reason = newest.finished_at = newest.first_try_at = None


def _may_be_sent_after_all(session: Session, newest: Delivery, now: datetime) -> bool:
    """It was refused, not sent, and is not too late."""
    if newest.state != DeliveryState.FAILED.value or newest.expires_at < now:
        return False
    arrived = select(DeliveryPart.part).where(
        DeliveryPart.delivery_id == newest.delivery_id, DeliveryPart.message_id.is_not(None)
    )
    refused = (newest.reason or "").startswith(CLOSED)
    return refused and session.scalar(arrived.limit(1)) is None


def _note(session: Session, row: SubscriptionRow, action: str, now: datetime) -> None:
    after = {"state": row.state, "reason": row.reason}
    deed = Deed(action, None, now, row.guild_id)
    record(session, deed, subject_id=row.subscription_id, after=after)
