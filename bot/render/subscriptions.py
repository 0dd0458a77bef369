"""Subscriptions in words."""

from collections.abc import Sequence
from datetime import datetime

from bot.languages import say, say_instant
from bot.render import labels
from bot.render.clean import clean_line
from bot.render.layout import Layout, Line, card, message, paginate
from bot.render.reasons import reason_label
from briefings.model import Subscription, SubscriptionState

GREEN = 0x4F7A5B
GREY = 0x6B7280
WORKING_DAYS = frozenset(range(5))
EVERY_DAY = frozenset(range(7))


def when_label(subscription: Subscription, locale: str) -> str:
    return say(
        "briefing.when",
        locale,
        weekdays=weekdays_label(subscription.weekdays, locale),
        time=subscription.local_time.strftime("%H:%M"),
        zone=clean_line(subscription.zone, labels.LONGEST_NAME),
    )


def weekdays_label(days: frozenset[int], locale: str) -> str:
    if days == EVERY_DAY:
        return say("weekdays.all", locale)
    if days == WORKING_DAYS:
        return say("weekdays.working", locale)
    return ", ".join(say(f"weekday.{day}", locale) for day in sorted(days))


def subscribed(subscription: Subscription, locale: str) -> Layout:
    following = subscription.next_slot_at
    return message(
        when_label(subscription, locale),
        say("briefing.edges", locale, edges=labels.edges_label(subscription.edges, locale)),
        say(
            "briefing.subscribed.next",
            locale,
            instant=say_instant(following, locale, subscription.zone),
        )
        if following
        else "",
        say("briefing.number", locale, subscription=subscription.subscription_id),
        heading=say("briefing.subscribed", locale, channel=subscription.channel_id),
        colour=GREEN,
    )


def subscriptions_pages(
    subscriptions: Sequence[Subscription], *, locale: str
) -> tuple[Layout, ...]:
    top = say("briefing.list", locale)
    if not subscriptions:
        return (message(say("briefing.list.none", locale), heading=top, colour=GREY),)
    return paginate([card(*(_row(each, locale) for each in subscriptions), heading=top)])


def state_label(subscription: Subscription, locale: str) -> str:
    if subscription.state is SubscriptionState.ACTIVE:
        return say("state.active", locale)
    known = subscription.reason is not None
    reason = reason_label(subscription.reason, locale) if known else say("state.no-reason", locale)
    return say(f"state.{subscription.state}", locale, reason=reason)


def _row(subscription: Subscription, locale: str) -> Line:
    return Line(
        say(
            "briefing.row",
            locale,
            channel=subscription.channel_id,
            when=when_label(subscription, locale),
            number=subscription.subscription_id,
            edges=labels.edges_label(subscription.edges, locale),
            state=state_label(subscription, locale),
            next=_next(subscription.next_slot_at, subscription.zone, locale),
        )
    )


def _next(following: datetime | None, zone: str, locale: str) -> str:
    if following is None:
        return ""
    return say("briefing.row.next", locale, instant=say_instant(following, locale, zone))
