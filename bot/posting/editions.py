"""Which edition a subscription gets, and the messages that show it in its channel."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.client import BriefingBot
from bot.languages import count, say, say_instant
from bot.render.editions import edition_layouts, part_marker
from bot.render.layout import Layout, components
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
class Page:
    """One message but for its footer."""

    components: list[dict[str, object]]
    digests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """What is frozen for a delivery. payloads: bodies of POST requests, in order, as JSON without
    the nonce. digests: of the extracts that each of them shows."""

    edition_id: int
    digests: tuple[tuple[str, ...], ...]
    payloads: tuple[str, ...]


class Printer:
    """Turns claims into payloads; equal editions in one language are laid out once a round.

    Safe to use from several threads.
    """

    def __init__(self, database: Database, *, silent: bool) -> None:
        self._press = Press(database)
        self._silent = silent
        self._laid_out: dict[tuple[object, ...], tuple[Page, ...]] = {}

    def forget(self) -> None:
        """At the end of a round: memory goes free, and extracts are verified anew."""
        self._press.forget()
        self._laid_out = {}

    def made(self, claimed: Claim, *, marker: str, now: datetime) -> Made:
        """Raises what `Press.issue` raises."""
        issue = self._press.issue(claimed.subscription_id, until=claimed.due_at, now=now)
        locale = issue.subscription.language
        late = claimed.late or now - claimed.due_at > LATE_AFTER
        role_id = issue.subscription.role_id if issue.digests else None
        notes = notes_of(
            late_since=claimed.held_since or claimed.due_at if late else None,
            held_since=claimed.held_since,
            skipped=claimed.skipped,
            zone=issue.subscription.zone,
            locale=locale,
            role_id=role_id,
        )
        pages = self._pages(issue, locale, notes)
        footers = (
            part_marker(marker, number, len(pages), locale) for number in range(1, len(pages) + 1)
        )
        bodies = (
            payload(
                [*page.components, {"type": TEXT, "content": footer}],
                silent=self._silent,
                role_id=None if number else role_id,
            )
            for number, (page, footer) in enumerate(zip(pages, footers, strict=True))
        )
        return Made(issue.edition_id, tuple(page.digests for page in pages), tuple(bodies))

    def _pages(self, issue: Issue, locale: str, notes: tuple[str, ...]) -> tuple[Page, ...]:
        key = (issue.edition_id, issue.form, locale, notes)
        known = self._laid_out.get(key)
        if known is None:
            layouts = edition_layouts(issue.edition, marker="", locale=locale, notes=notes)
            known = tuple(map(_page, layouts))
            if len(self._laid_out) < MOST_LAID_OUT:
                self._laid_out[key] = known
        return known


def _page(layout: Layout) -> Page:
    digests = dict.fromkeys(extract.digest for extract in layout.extracts)
    return Page(components(layout)[:-1], tuple(digests))


def payload(shown: Sequence[dict[str, object]], *, silent: bool, role_id: int | None = None) -> str:
    """A message that notifies this role alone, or nobody."""
    allowed: dict[str, list[str]] = {"parse": []}
    body = {
        "components": shown,
        "flags": COMPONENTS_V2 | (SILENT if silent and role_id is None else 0),
        "allowed_mentions": allowed if role_id is None else allowed | {"roles": [str(role_id)]},
    }
    return json.dumps(body, ensure_ascii=False)


def notes_of(
    *,
    late_since: datetime | None,
    held_since: datetime | None,
    skipped: int,
    zone: str,
    locale: str,
    role_id: int | None = None,
) -> tuple[str, ...]:
    """What the post has to say about itself: whom it is for, that it is late or was held up by
    quiet hours, and what was skipped."""
    lines = [] if role_id is None else [f"<@&{role_id}>"]
    if held_since is not None:
        lines.append(say("edition.held", locale, due=say_instant(held_since, locale, zone)))
    if late_since is not None:
        lines.append(say("edition.late", locale, due=say_instant(late_since, locale, zone)))
    if skipped:
        lines.append(count("edition.merged", locale, skipped))
    return tuple(lines)
