"""Channels that receive a briefing."""

from briefings.storage.subscriptions.changing import (
    ASKED,
    change_subscription,
    set_state,
    skip_next,
    subscribe,
    unsubscribe,
)
from briefings.storage.subscriptions.finding import subscription, subscriptions
from briefings.storage.subscriptions.rows import (
    BY_SCHEDULE,
    NewSubscription,
    next_slot_of,
    quiet_of,
    row_of,
    subscription_of,
)

__all__ = [
    "ASKED",
    "BY_SCHEDULE",
    "NewSubscription",
    "change_subscription",
    "next_slot_of",
    "quiet_of",
    "row_of",
    "set_state",
    "skip_next",
    "subscribe",
    "subscription",
    "subscription_of",
    "subscriptions",
    "unsubscribe",
]
