"""What people do to subscriptions, each once, with what was before it in the log."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from briefings.model import DeliveryState, Slot, Subscription, SubscriptionState
from briefings.storage.audit import Deed, done_before, record
from briefings.storage.database import Database
from briefings.storage.quotas import Room, refuse_too_many
from briefings.storage.subscriptions.rows import (
    BY_SCHEDULE,
    NewSubscription,
    checked,
    in_words,
    new_row,
    next_slot_of,
    row_of,
    settings_of,
    subscription_of,
)
from briefings.storage.tables import Delivery, SubscriptionRow

ASKED = "asked"
"""The reason of what a person paused or skipped; nothing but a person takes it back."""


def subscribe(
    database: Database, new: NewSubscription, *, interaction_id: int | None, now: datetime
) -> Subscription:
    """Start at the next future slot. The same interaction again gives the same subscription.

    Raises QuotaError where the guild has all it may have.
    """
    deed = Deed("subscribe", new.created_by, now, new.guild_id, interaction_id)
    return database.do(lambda session: _subscribe(session, new, deed, database.room))


def _subscribe(
    session: Session, new: NewSubscription, deed: Deed, room: Room | None
) -> Subscription:
    entry = done_before(session, deed)
    if entry is not None:
        return subscription_of(session.get_one(SubscriptionRow, entry.subject_id))
    row = new_row(new, deed.at)
    session.add(row)
    session.flush()
    if room is not None:
        refuse_too_many(session, new.guild_id, room)
    move_on(session, row, deed.at)
    record(session, deed, subject_id=row.subscription_id, after=in_words(row))
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
        row = checked(row, subscription_id, guild_id=guild_id)
        before = in_words(row)
        row.ended_at, row.next_slot_at, row.version = now, None, row.version + 1
        skip_unsent(session, subscription_id, reason="unsubscribed", now=now)
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
        before = in_words(row)
        for name, value in settings_of(changed).items():
            setattr(row, name, value)
        row.version += 1
        move_on(session, row, now)
        record(session, deed, subject_id=row.subscription_id, before=before, after=in_words(row))
        return subscription_of(row)


def set_state(
    database: Database,
    subscription_id: int,
    state: SubscriptionState,
    reason: str | None,
    *,
    now: datetime,
    by: int | None = None,
    interaction_id: int | None = None,
    guild_id: int | None = None,
) -> Subscription:
    """Pause, disable or go on; going on starts at the next future slot. Raises NotFoundError."""
    with database.begin() as session:
        row = row_of(session, subscription_id, guild_id=guild_id)
        deed = Deed(f"subscription-{state.value}", by, now, row.guild_id, interaction_id)
        if done_before(session, deed) is not None:
            return subscription_of(row)
        before = in_words(row)
        row.state, row.reason, row.version = state.value, reason, row.version + 1
        row.paused_by = None if state is SubscriptionState.ACTIVE else by
        if state is SubscriptionState.ACTIVE:
            row.fail_count, row.told = 0, None
        else:
            skip_unsent(session, subscription_id, reason=state.value, now=now)
        move_on(session, row, now)
        record(session, deed, subject_id=subscription_id, before=before, after=in_words(row))
        return subscription_of(row)


def skip_next(
    database: Database,
    subscription_id: int,
    *,
    guild_id: int,
    by: int,
    interaction_id: int | None,
    now: datetime,
) -> tuple[Subscription, Slot | None]:
    """Let the next slot pass without a post; which one that is. Done again it skips one more.

    None where nothing is to come. Raises NotFoundError.
    """
    deed = Deed("skip-next", by, now, guild_id, interaction_id)
    with database.begin() as session:
        row = row_of(session, subscription_id, guild_id=guild_id)
        entry = done_before(session, deed)
        if entry is not None:
            return subscription_of(row), _slot_named(entry.after or {})
        slot = next_slot_of(session, row, now)
        if slot is not None:
            session.add(_skipped(row, slot, now))
            session.flush()
            move_on(session, row, now)
            record(session, deed, subject_id=subscription_id, after=named(slot.day, slot.due_at))
        return subscription_of(row), slot


def named(day: date, due_at: datetime) -> Mapping[str, Any]:
    """A slot, for the audit log."""
    return {"day": day.isoformat(), "due_at": due_at.isoformat()}


def _slot_named(words: Mapping[str, Any]) -> Slot | None:
    if not words:
        return None
    return Slot(date.fromisoformat(words["day"]), datetime.fromisoformat(words["due_at"]))


def _skipped(row: SubscriptionRow, slot: Slot, now: datetime) -> Delivery:
    """The date has its delivery, and it is skipped: that is what a slot's key is for."""
    return Delivery(
        subscription_id=row.subscription_id,
        slot_date=slot.day,
        slot_key=BY_SCHEDULE,
        due_at=slot.due_at,
        expires_at=slot.due_at,
        late=False,
        skipped=0,
        state=DeliveryState.SKIPPED.value,
        reason=ASKED,
        finished_at=now,
        epoch=0,
        attempts=0,
    )


def move_on(session: Session, row: SubscriptionRow, now: datetime) -> None:
    """On to the next future slot. One that is due and that nobody has written down yet is not
    passed over: the next round of posting looks at it, with the settings as they are then."""
    waiting = row.next_slot_at is not None and row.next_slot_at <= now
    if waiting and row.state == SubscriptionState.ACTIVE.value:
        return
    following = next_slot_of(session, row, now)
    row.next_slot_at = following.due_at if following else None


def skip_unsent(session: Session, subscription_id: int, *, reason: str, now: datetime) -> None:
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
