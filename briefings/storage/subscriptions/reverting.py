"""What people did to subscriptions, taken back: for `undoing`.

`about` holds the number of the subscription as SUBJECT. Each `words_of_…` tells what now is of what
such a deed changes, in the words of the audit log; None where there is nothing of the kind.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from briefings.errors import ChangedSinceError
from briefings.model import DeliveryState, SubscriptionState
from briefings.storage.audit import Deed
from briefings.storage.subscriptions.changing import ASKED, move_on, named, skip_unsent
from briefings.storage.subscriptions.rows import BY_SCHEDULE, settings_of, subscription_of
from briefings.storage.tables import Delivery, SubscriptionRow

Words = Mapping[str, Any] | None

SUBJECT = "subject_id"
STATE = ("state", "reason", "paused_by")


def words_of_settings(session: Session, guild_id: int, about: Mapping[str, Any]) -> Words:
    """Of a subscription that has not ended."""
    row = _row(session, guild_id, about)
    if row is None or row.ended_at is not None:
        return None
    return settings_of(subscription_of(row))


def put_settings(session: Session, deed: Deed, about: Mapping[str, Any], words: Words) -> None:
    """None ends it. One that had ended goes on as it was, at its next future slot."""
    row = _put(session, deed, about)
    if words is None:
        row.ended_at, row.next_slot_at = deed.at, None
        skip_unsent(session, row.subscription_id, reason="unsubscribed", now=deed.at)
        return
    for name in settings_of(subscription_of(row)):
        setattr(row, name, words[name])
    row.ended_at = None
    move_on(session, row, deed.at)


def words_of_state(session: Session, guild_id: int, about: Mapping[str, Any]) -> Words:
    row = _row(session, guild_id, about)
    if row is None or row.ended_at is not None:
        return None
    return {name: getattr(row, name) for name in STATE}


def put_state(session: Session, deed: Deed, about: Mapping[str, Any], words: Words) -> None:
    """As `set_state` does it: what is due while it is paused is skipped."""
    row = _put(session, deed, about)
    for name in STATE:
        setattr(row, name, (words or {}).get(name))
    if row.state == SubscriptionState.ACTIVE.value:
        row.fail_count, row.told = 0, None
    else:
        skip_unsent(session, row.subscription_id, reason=row.state, now=deed.at)
    move_on(session, row, deed.at)


def words_of_skip(session: Session, guild_id: int, about: Mapping[str, Any]) -> Words:
    """The slot that a person let pass."""
    row = _row(session, guild_id, about)
    skipped = None if row is None else _skipped(session, about)
    return None if skipped is None else named(skipped.slot_date, skipped.due_at)


def put_skip(session: Session, deed: Deed, about: Mapping[str, Any], words: Words) -> None:
    """The date has no delivery again. Raises ChangedSinceError where its time is over."""
    row, skipped = _put(session, deed, about), _skipped(session, about)
    if skipped is None or skipped.due_at <= deed.at:
        raise ChangedSinceError("the briefing's time is over", title=deed.action)
    session.delete(skipped)
    session.flush()
    move_on(session, row, deed.at)


def _skipped(session: Session, about: Mapping[str, Any]) -> Delivery | None:
    return session.scalar(
        select(Delivery).where(
            Delivery.subscription_id == about[SUBJECT],
            Delivery.slot_date == date.fromisoformat(about["day"]),
            Delivery.slot_key == BY_SCHEDULE,
            Delivery.state == DeliveryState.SKIPPED.value,
            Delivery.reason == ASKED,
        )
    )


def _row(session: Session, guild_id: int, about: Mapping[str, Any]) -> SubscriptionRow | None:
    row = session.get(SubscriptionRow, about[SUBJECT], with_for_update=True)
    return row if row is not None and row.guild_id == guild_id else None


def _put(session: Session, deed: Deed, about: Mapping[str, Any]) -> SubscriptionRow:
    row = session.get_one(SubscriptionRow, about[SUBJECT], with_for_update=True)
    row.version += 1
    return row
