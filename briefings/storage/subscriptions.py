"""Channels that receive a briefing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from briefings.errors import NotFoundError
from briefings.model import DeliveryState, Edge, Subscription, SubscriptionState
from briefings.schedule import next_slot
from briefings.storage.audit import Deed, done_before, record
from briefings.storage.columns import joined, parted
from briefings.storage.database import Database
from briefings.storage.readings import edges_of
from briefings.storage.tables import Delivery, SubscriptionRow

DAILY = frozenset(range(7))


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


def subscribe(
    database: Database, new: NewSubscription, *, interaction_id: int | None, now: datetime
) -> Subscription:
    """Start at the next future slot. The same interaction again gives the same subscription."""
    deed = Deed("subscribe", new.created_by, now, new.guild_id, interaction_id)
    return database.do(lambda session: _subscribe(session, new, deed))


def _subscribe(session: Session, new: NewSubscription, deed: Deed) -> Subscription:
    entry = done_before(session, deed)
    if entry is not None:
        return subscription_of(session.get_one(SubscriptionRow, entry.subject_id))
    row = _new_row(new, deed.at)
    session.add(row)
    session.flush()
    row.next_slot_at = _next_slot_at(subscription_of(row), deed.at)
    record(session, deed, subject_id=row.subscription_id, after=_in_words(row))
    return subscription_of(row)


def unsubscribe(
    database: Database,
    subscription_id: int,
    *,
    guild_id: int,
    by: int,
    interaction_id: int | None,
    now: datetime,
) -> None:
    """End it; what is still due for it is skipped. Raises NotFoundError in other guilds."""
    deed = Deed("unsubscribe", by, now, guild_id, interaction_id)
    with database.begin() as session:
        row = session.get(SubscriptionRow, subscription_id, with_for_update=True)
        if done_before(session, deed) is not None:
            return
        row = _checked(row, subscription_id, guild_id=guild_id)
        before = _in_words(row)
        row.ended_at, row.next_slot_at, row.version = now, None, row.version + 1
        _skip_unsent(session, subscription_id, reason="unsubscribed", now=now)
        record(session, deed, subject_id=subscription_id, before=before)


def change_subscription(
    database: Database,
    changed: Subscription,
    *,
    by: int,
    interaction_id: int | None,
    now: datetime,
) -> Subscription:
    """Write every setting of `changed` (its state aside). A date that already has a delivery gets
    no second one, whatever the time or zone becomes. Raises NotFoundError."""
    deed = Deed("change-subscription", by, now, changed.guild_id, interaction_id)
    with database.begin() as session:
        row = row_of(session, changed.subscription_id, guild_id=changed.guild_id)
        if done_before(session, deed) is not None:
            return subscription_of(row)
        before = _in_words(row)
        for name, value in _settings(changed).items():
            setattr(row, name, value)
        row.version += 1
        row.next_slot_at = _next_slot_at(subscription_of(row), now)
        record(
            session,
            deed,
            subject_id=row.subscription_id,
            before=before,
            after=_in_words(row),
        )
        return subscription_of(row)


def subscriptions(database: Database, *, guild_id: int) -> tuple[Subscription, ...]:
    """Those of a guild that have not ended."""
    query = (
        select(SubscriptionRow)
        .where(SubscriptionRow.guild_id == guild_id, SubscriptionRow.ended_at.is_(None))
        .order_by(SubscriptionRow.subscription_id)
    )
    with database.reading() as session:
        return tuple(subscription_of(row) for row in session.scalars(query))


def subscription(
    database: Database, subscription_id: int, *, guild_id: int | None = None
) -> Subscription:
    """Raises NotFoundError where it has ended, or belongs to another guild than `guild_id`."""
    with database.reading() as session:
        row = session.get(SubscriptionRow, subscription_id)
        return subscription_of(_checked(row, subscription_id, guild_id=guild_id))


def set_state(
    database: Database,
    subscription_id: int,
    state: SubscriptionState,
    reason: str | None,
    *,
    now: datetime,
    by: int | None = None,
    interaction_id: int | None = None,
) -> Subscription:
    """Pause, disable or go on; going on starts at the next future slot. Raises NotFoundError."""
    with database.begin() as session:
        row = row_of(session, subscription_id)
        deed = Deed(f"subscription-{state.value}", by, now, row.guild_id, interaction_id)
        if done_before(session, deed) is not None:
            return subscription_of(row)
        before = _in_words(row)
        row.state, row.reason, row.version = state.value, reason, row.version + 1
        if state is SubscriptionState.ACTIVE:
            row.fail_count = 0
        row.next_slot_at = _next_slot_at(subscription_of(row), now)
        if state is not SubscriptionState.ACTIVE:
            _skip_unsent(session, subscription_id, reason=state.value, now=now)
        record(session, deed, subject_id=subscription_id, before=before, after=_in_words(row))
        return subscription_of(row)


def _next_slot_at(chosen: Subscription, now: datetime) -> datetime | None:
    if chosen.state is not SubscriptionState.ACTIVE:
        return None
    following = next_slot(chosen, now)
    return following.due_at if following else None


def _skip_unsent(session: Session, subscription_id: int, *, reason: str, now: datetime) -> None:
    """Deliveries that nobody has begun to send are not sent any more."""
    session.execute(
        update(Delivery)
        .where(
            Delivery.subscription_id == subscription_id,
            Delivery.state == DeliveryState.DUE.value,
            Delivery.first_try_at.is_(None),
        )
        .values(state=DeliveryState.SKIPPED.value, reason=reason, finished_at=now)
    )


def row_of(
    session: Session, subscription_id: int, *, guild_id: int | None = None
) -> SubscriptionRow:
    """The row, locked until the transaction ends. Raises NotFoundError."""
    row = session.get(SubscriptionRow, subscription_id, with_for_update=True)
    return _checked(row, subscription_id, guild_id=guild_id)


def _checked(
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


def _new_row(new: NewSubscription, now: datetime) -> SubscriptionRow:
    return SubscriptionRow(
        **_settings(new),
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


def _settings(chosen: NewSubscription | Subscription) -> dict[str, Any]:
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
    }


def _in_words(row: SubscriptionRow) -> Mapping[str, Any]:
    return {
        **_settings(subscription_of(row)),
        "state": row.state,
        "reason": row.reason,
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
    )
