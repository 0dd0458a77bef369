"""Which edition a subscription gets, and the messages that show it in its channel."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.client import BriefingBot
from bot.languages import count, say, say_instant
from bot.render.editions import edition_layouts
from bot.render.layout import components
from briefings.compose.issuing import edition_for, preview_edition
from briefings.model import Edition, Subscription

COMPONENTS_V2 = 1 << 15
SILENT = 1 << 12


async def compose_for(
    bot: BriefingBot, subscription: Subscription, until: datetime
) -> tuple[int, Edition]:
    """The edition of the window that ends then, stored once and shared by equal subscriptions."""
    return await bot.call(edition_for, bot.database, subscription, until=until, now=bot.clock.now())


async def preview_for(bot: BriefingBot, subscription: Subscription, now: datetime) -> Edition:
    """What `compose_for` would give, less what its channel has been shown; stores nothing."""
    return await bot.call(preview_edition, bot.database, subscription, until=now)


def payloads(
    edition: Edition, *, marker: str, locale: str, notes: Sequence[str], silent: bool
) -> tuple[str, ...]:
    """The bodies of the POST requests, in order, as JSON without the nonce."""
    layouts = edition_layouts(edition, marker=marker, locale=locale, notes=notes)
    return tuple(
        json.dumps(_body(components(layout), silent=silent), ensure_ascii=False)
        for layout in layouts
    )


def notes_of(
    *, late_since: datetime | None, skipped: int, zone: str, locale: str
) -> tuple[str, ...]:
    """What the post has to say about itself: that it is late, and what was skipped."""
    lines = []
    if late_since is not None:
        lines.append(say("edition.late", locale, due=say_instant(late_since, locale, zone)))
    if skipped:
        lines.append(count("edition.merged", locale, skipped))
    return tuple(lines)


def _body(shown: list[dict[str, object]], *, silent: bool) -> dict[str, Any]:
    return {
        "components": shown,
        "flags": COMPONENTS_V2 | (SILENT if silent else 0),
        "allowed_mentions": {"parse": []},
    }
