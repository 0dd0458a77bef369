"""Which edition a subscription gets, and the messages that show it in its channel."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.client import BriefingBot
from bot.languages import count, say, say_instant
from bot.render.editions import edition_layouts, part_marker
from bot.render.layout import components
from briefings.compose.issuing import Issue, Press, preview_edition
from briefings.model import Edition, Subscription
from briefings.schedule import LATE_AFTER
from briefings.storage.database import Database
from briefings.storage.deliveries import Claim

COMPONENTS_V2 = 1 << 15
SILENT = 1 << 12
TEXT = 10  # the component type of a text display
MOST_LAID_OUT = 64


async def preview_for(bot: BriefingBot, subscription: Subscription, now: datetime) -> Edition:
    """What `compose_for` would give, less what its channel has been shown; stores nothing."""
    return await bot.call(preview_edition, bot.database, subscription, until=now)


@dataclass(frozen=True, slots=True)
class Made:
    """What is frozen for a delivery. payloads: bodies of POST requests, in order, as JSON without
    the nonce."""

    edition_id: int
    digests: tuple[str, ...]
    payloads: tuple[str, ...]


class Printer:
    """Turns claims into payloads; equal editions in one language are laid out once a round.

    Safe to use from several threads.
    """

    def __init__(self, database: Database, *, silent: bool) -> None:
        self._press = Press(database)
        self._silent = silent
        self._laid_out: dict[tuple[object, ...], list[list[dict[str, object]]]] = {}

    def forget(self) -> None:
        """At the end of a round: memory goes free, and extracts are verified anew."""
        self._press.forget()
        self._laid_out = {}

    def made(self, claimed: Claim, *, marker: str, now: datetime) -> Made:
        """Raises what `Press.issue` raises."""
        issue = self._press.issue(claimed.subscription_id, until=claimed.due_at, now=now)
        locale = issue.subscription.language
        late = claimed.late or now - claimed.due_at > LATE_AFTER
        notes = notes_of(
            late_since=claimed.due_at if late else None,
            skipped=claimed.skipped,
            zone=issue.subscription.zone,
            locale=locale,
        )
        pages = self._pages(issue, locale, notes)
        footers = (
            part_marker(marker, number, len(pages), locale) for number in range(1, len(pages) + 1)
        )
        bodies = (
            payload([*page, {"type": TEXT, "content": footer}], silent=self._silent)
            for page, footer in zip(pages, footers, strict=True)
        )
        return Made(issue.edition_id, issue.digests, tuple(bodies))

    def _pages(
        self, issue: Issue, locale: str, notes: tuple[str, ...]
    ) -> list[list[dict[str, object]]]:
        """The components of each message but the last, which is its footer."""
        key = (issue.edition_id, issue.shown, locale, notes)
        known = self._laid_out.get(key)
        if known is None:
            layouts = edition_layouts(issue.edition, marker="", locale=locale, notes=notes)
            known = [components(layout)[:-1] for layout in layouts]
            if len(self._laid_out) < MOST_LAID_OUT:
                self._laid_out[key] = known
        return known


def payload(shown: Sequence[dict[str, object]], *, silent: bool) -> str:
    body = {
        "components": shown,
        "flags": COMPONENTS_V2 | (SILENT if silent else 0),
        "allowed_mentions": {"parse": []},
    }
    return json.dumps(body, ensure_ascii=False)


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
