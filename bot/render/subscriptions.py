"""Subscriptions in words."""

from collections.abc import Sequence
from datetime import datetime

from bot.languages import say, say_instant
from bot.render import labels
from bot.render.clean import clean_line
from bot.render.layout import Button, Layout, Line, card, message, paginate
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


def subscribed(subscription: Subscription, locale: str, *, changed: bool = False) -> Layout:
    key = "briefing.changed" if changed else "briefing.subscribed"
    return message(
        when_label(subscription, locale),
        say("briefing.edges", locale, edges=labels.edges_label(subscription.edges, locale)),
        options_label(subscription, locale),
        next_line(subscription, locale, first=not changed),
        say("briefing.number", locale, subscription=subscription.subscription_id),
        heading=say(key, locale, channel=subscription.channel_id),
        colour=GREEN,
    )


def undo_button(entry_id: int | None, locale: str) -> tuple[Button, ...]:
    """None where nothing was done."""
    if entry_id is None:
        return ()
    return (Button(say("button.undo", locale), f"deskundo:{entry_id}"),)


def options_label(subscription: Subscription, locale: str) -> str:
    """What else was chosen, in one line."""
    quiet = subscription.quiet
    names = [clean_line(name, labels.LONGEST_NAME) for name in subscription.sources]
    parts = [
        say(f"length.{subscription.length}", locale),
        say(f"language.{subscription.language}", locale),
        say("briefing.look_back", locale, hours=subscription.look_back_hours),
        say("briefing.sources", locale, sources=", ".join(names)) if names else "",
        say("briefing.quiet", locale, begins=f"{quiet.begins:%H:%M}", ends=f"{quiet.ends:%H:%M}")
        if quiet
        else "",
        say("briefing.role", locale, role=subscription.role_id) if subscription.role_id else "",
        "" if subscription.chart else say("briefing.no_chart", locale),
    ]
    return say("separator", locale).join(part for part in parts if part)


def next_line(subscription: Subscription, locale: str, *, first: bool = False) -> str:
    following = subscription.next_slot_at
    if following is None:
        return ""
    instant = say_instant(following, locale, subscription.zone)
    return say("briefing.subscribed.next" if first else "briefing.next", locale, instant=instant)


def subscriptions_pages(
    subscriptions: Sequence[Subscription], *, locale: str
) -> tuple[Layout, ...]:
    top = say("briefing.list", locale)
    if not subscriptions:
        return (message(say("briefing.list.none", locale), heading=top, colour=GREY),)
    return paginate([card(*(_row(each, locale) for each in subscriptions), heading=top)])


def state_label(subscription: Subscription, locale: str) -> str:
    if subscription.state is SubscriptionState.ACTIVE and subscription.reason is None:
        return say("state.active", locale)
    if subscription.paused_by is not None:
        return say("state.paused.by", locale, who=subscription.paused_by)
    known = subscription.reason is not None
    reason = reason_label(subscription.reason, locale) if known else say("state.no-reason", locale)
    active = subscription.state is SubscriptionState.ACTIVE
    return say("state.closed" if active else f"state.{subscription.state}", locale, reason=reason)


def _row(subscription: Subscription, locale: str) -> Line:
    return Line(
        say(
            "briefing.row",
            locale,
            channel=subscription.channel_id,
            when=when_label(subscription, locale),
            number=subscription.subscription_id,
            edges=labels.edges_label(subscription.edges, locale),
            options=options_label(subscription, locale),
            state=state_label(subscription, locale),
            next=_next(subscription.next_slot_at, subscription.zone, locale),
        )
    )


def _next(following: datetime | None, zone: str, locale: str) -> str:
    if following is None:
        return ""
    return say("briefing.row.next", locale, instant=say_instant(following, locale, zone))
