"""Feeds in words: how they are, and what they would bring."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.languages import count, say, say_day, say_instant
from bot.render import labels
from bot.render.clean import clean_line
from bot.render.layout import Layout, Line, card, message, paginate
from briefings.model.feeds import EVERYTHING, EntryState, Feed, FeedState

GREEN = 0x4F7A5B
GREY = 0x6B7280
LONGEST_URL = 150
TAKEN = "take"


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry of a preview; reason: why the feed's own text stands in for the page."""

    title: str
    published_on: date | None
    verdict: str
    reason: str | None


def feed_added(feed: Feed, entries: int, titles: Sequence[str], locale: str) -> Layout:
    heading = say("feed.added", locale, title=labels.title_label(feed.title, locale))
    return message(
        f"-# {clean_line(feed.url, LONGEST_URL)}",
        count("feed.added.entries", locale, entries),
        "\n".join(f"- {labels.title_label(title, locale)}" for title in titles),
        heading=heading,
        colour=GREEN,
    )


def feed_pages(
    rows: Sequence[Feed], counts: Mapping[int, Mapping[str, int]], locale: str
) -> tuple[Layout, ...]:
    heading = say("feed.list", locale)
    if not rows:
        return (message(say("feed.list.none", locale), heading=heading, colour=GREY),)
    lines = (_row(row, counts.get(row.feed_id, {}), locale) for row in rows)
    return paginate([card(*lines, heading=heading)])


def _row(row: Feed, counts: Mapping[str, int], locale: str) -> str:
    following = row.next_poll_at
    return say(
        "feed.row",
        locale,
        title=labels.title_label(row.title, locale),
        number=row.feed_id,
        url=clean_line(row.url, LONGEST_URL),
        state=_state(row, locale),
        counts=say("feed.counts", locale, **{each: counts.get(each, 0) for each in EntryState}),
        filters="" if row.filters == EVERYTHING else say("feed.row.filters", locale),
        next=say("feed.row.next", locale, instant=say_instant(following, locale, "UTC"))
        if following
        else "",
    )


def _state(row: Feed, locale: str) -> str:
    reason = labels.phrase("reason", row.reason or "by-hand", locale)
    if row.state is FeedState.PAUSED:
        return say("feed.state.paused", locale, reason=reason)
    if row.fail_count:
        return say("feed.state.failing", locale, times=row.fail_count, reason=reason)
    return say("feed.state.active", locale)


def feed_preview(feed: Feed, found: Sequence[Shown], locale: str) -> tuple[Layout, ...]:
    heading = say("feed.test", locale, title=labels.title_label(feed.title, locale))
    if not found:
        return (message(say("feed.test.none", locale), heading=heading, colour=GREY),)
    return paginate([card(*(_shown(each, locale) for each in found), heading=heading)])


def _shown(each: Shown, locale: str) -> Line:
    verdict = labels.phrase("reason", each.verdict, locale)
    if each.reason:
        why = labels.phrase("reason", each.reason, locale)
        verdict = say("feed.test.own", locale, verdict=verdict, reason=why)
    return Line(
        say(
            "feed.test.row",
            locale,
            mark="✓" if each.verdict == TAKEN else "·",
            title=labels.title_label(each.title, locale),
            day=say_day(each.published_on, locale),
            verdict=verdict,
        )
    )
