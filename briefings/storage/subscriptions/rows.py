"""Subscriptions as rows and as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from briefings.errors import NotFoundError
from briefings.model import Edge, Length, QuietHours, Slot, Subscription, SubscriptionState
from briefings.schedule import slots_after
from briefings.storage.columns import joined, parted
from briefings.storage.readings import edges_of
from briefings.storage.tables import Delivery, SubscriptionRow

DAILY = frozenset(range(7))
BY_SCHEDULE = "slot"
"""The key of the one scheduled delivery of a date; others carry the interaction that asked."""


@dataclass(frozen=True, slots=True)
class NewSubscription:
    """What a person asks for; see Subscription for the meaning of each part."""

    guild_id: int
    channel_id: int
    zone: str
    local_time: time
    created_by: int
    weekdays: frozenset[int] = DAILY
    edges: tuple[Edge, ...] = tuple(Edge)
    sources: tuple[str, ...] = ()
    language: str = "en"
    look_back_hours: int = 72
    catch_up_minutes: int = 360
    length: Length = Length.STANDARD
    role_id: int | None = None
    quiet: QuietHours | None = None
    chart: bool = True


def row_of(
    session: Session, subscription_id: int, *, guild_id: int | None = None
) -> SubscriptionRow:
    """The row, locked until the transaction ends. Raises NotFoundError."""
    row = session.get(SubscriptionRow, subscription_id, with_for_update=True)
    return checked(row, subscription_id, guild_id=guild_id)


def checked(
    row: SubscriptionRow | None, subscription_id: int, *, guild_id: int | None
) -> SubscriptionRow:
    elsewhere = row is not None and guild_id is not None and row.guild_id != guild_id
    if row is None or elsewhere or row.ended_at is not None:
        raise NotFoundError(
            f"There is no briefing {subscription_id} here",
            what="subscription",
            wanted=subscription_id,
        )
    return row


def new_row(new: NewSubscription, now: datetime) -> SubscriptionRow:
    return SubscriptionRow(
        **settings_of(new),
        guild_id=new.guild_id,
        state=SubscriptionState.ACTIVE.value,
        reason=None,
        fail_count=0,
        created_by=new.created_by,
        created_at=now,
        next_slot_at=None,
        ended_at=None,
        version=1,
    )


def settings_of(chosen: NewSubscription | Subscription) -> dict[str, Any]:
    """What a person may change, as columns."""
    quiet = chosen.quiet
    return {
        "channel_id": chosen.channel_id,
        "zone": chosen.zone,
        "local_time": chosen.local_time.isoformat("minutes"),
        "weekdays": joined(str(day) for day in sorted(chosen.weekdays)),
        "edges": joined(chosen.edges),
        "sources": list(chosen.sources),
        "language": chosen.language,
        "look_back_hours": chosen.look_back_hours,
        "catch_up_minutes": chosen.catch_up_minutes,
        "length": chosen.length.value,
        "role_id": chosen.role_id,
        "quiet_from": quiet and quiet.begins.isoformat("minutes"),
        "quiet_until": quiet and quiet.ends.isoformat("minutes"),
        "chart": chosen.chart,
    }


def in_words(row: SubscriptionRow) -> Mapping[str, Any]:
    """For the audit log: enough to put it back."""
    return {
        **settings_of(subscription_of(row)),
        "state": row.state,
        "reason": row.reason,
        "paused_by": row.paused_by,
        "version": row.version,
    }


def subscription_of(row: SubscriptionRow) -> Subscription:
    return Subscription(
        subscription_id=row.subscription_id,
        guild_id=row.guild_id,
        channel_id=row.channel_id,
        zone=row.zone,
        local_time=time.fromisoformat(row.local_time),
        weekdays=frozenset(int(day) for day in parted(row.weekdays)),
        edges=edges_of(row.edges),
        sources=tuple(row.sources),
        language=row.language,
        look_back_hours=row.look_back_hours,
        catch_up_minutes=row.catch_up_minutes,
        state=SubscriptionState(row.state),
        reason=row.reason,
        created_by=row.created_by,
        created_at=row.created_at,
        next_slot_at=row.next_slot_at,
        version=row.version,
        length=Length(row.length),
        role_id=row.role_id,
        quiet=quiet_of(row.quiet_from, row.quiet_until),
        chart=row.chart,
        paused_by=row.paused_by,
    )


def quiet_of(begins: str | None, ends: str | None) -> QuietHours | None:
    if begins is None or ends is None:
        return None
    return QuietHours(time.fromisoformat(begins), time.fromisoformat(ends))


def next_slot_of(session: Session, row: SubscriptionRow, now: datetime) -> Slot | None:
    """The first future slot whose date has no delivery yet; None while it is not active."""
    if row.state != SubscriptionState.ACTIVE.value:
        return None
    chosen = subscription_of(row)
    yesterday = now.astimezone(ZoneInfo(chosen.zone)).date() - timedelta(days=1)
    taken = set(
        session.scalars(
            select(Delivery.slot_date).where(
                Delivery.subscription_id == row.subscription_id,
                Delivery.slot_key == BY_SCHEDULE,
                Delivery.slot_date >= yesterday,
            )
        )
    )
    following = slots_after(chosen, now)
    return next((slot for slot in following if slot.day not in taken), None)
