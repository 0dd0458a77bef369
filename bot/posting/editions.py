"""Which edition a subscription gets, and the messages that show it in its channel."""

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from bot.languages import count, say, say_instant
from bot.render.charts import chart_description, legend_of
from bot.render.editions import edition_layouts, part_marker
from bot.render.layout import PICTURE, Layout, components
from briefings.compose.issuing import Issue, Press
from briefings.errors import UnusableDocumentError
from briefings.export.charts import Studio, draw_at, draw_here
from briefings.ingest.jail import Jail, JailBugError
from briefings.schedule import LATE_AFTER
from briefings.storage.database import Database
from briefings.storage.deliveries import Claim

log = logging.getLogger(__name__)

COMPONENTS_V2 = 1 << 15
SILENT = 1 << 12
TEXT = 10  # the component type of a text display
MOST_LAID_OUT = 64


@dataclass(frozen=True, slots=True)
class Page:
    """One message but for its footer, which stands between `above` and `below`."""

    above: list[dict[str, object]]
    below: list[dict[str, object]]
    digests: tuple[str, ...]
    picture: str


@dataclass(frozen=True, slots=True)
class Made:
    """What is frozen for a delivery. payloads: bodies of POST requests, in order, as JSON without
    the nonce. digests: of the extracts that each of them shows. picture: of the last one, where
    this round has it at hand."""

    edition_id: int
    digests: tuple[tuple[str, ...], ...]
    payloads: tuple[str, ...]
    picture: bytes | None


class Printer:
    """Turns claims into payloads; equal editions in one language are laid out once a round.

    easel: the process in which charts are drawn. Safe to use from several threads.
    """

    def __init__(self, database: Database, *, silent: bool, easel: Jail | None = None) -> None:
        self._press = Press(database)
        self._easel = easel
        self._studio = Studio(database, draw_here if easel is None else draw_at(easel))
        self._drawing = Lock()
        self._drew = False
        self._gave_up = False
        self._silent = silent
        self._laid_out: dict[tuple[object, ...], tuple[Page, ...]] = {}

    def forget(self) -> None:
        """At the end of a round: memory goes free, and extracts are verified anew."""
        self._press.forget()
        self._studio.forget()
        self._laid_out = {}
        self._gave_up = False
        if self._easel is not None and self._drew:
            self._easel.rest()
        self._drew = False

    def made(self, claimed: Claim, *, marker: str, now: datetime, pictures: bool = True) -> Made:
        """pictures: whether the channel takes any. Raises what `Press.issue` raises."""
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
        pages = self._pages(issue, locale, notes, with_chart=pictures and issue.subscription.chart)
        bodies = (
            payload(
                [
                    *page.above,
                    {"type": TEXT, "content": part_marker(marker, part, len(pages), locale)},
                    *page.below,
                ],
                silent=self._silent,
                role_id=role_id if part == 1 else None,
                picture=page.picture,
            )
            for part, page in enumerate(pages, 1)
        )
        return Made(
            issue.edition_id,
            tuple(page.digests for page in pages),
            tuple(bodies),
            self._studio.at_hand(issue.edition_id),
        )

    def _pages(
        self, issue: Issue, locale: str, notes: tuple[str, ...], *, with_chart: bool
    ) -> tuple[Page, ...]:
        key = (issue.edition_id, issue.form, locale, notes, with_chart)
        known = self._laid_out.get(key)
        if known is None:
            layouts = edition_layouts(
                issue.edition,
                marker="",
                locale=locale,
                notes=notes,
                number=issue.edition_id,
                picture=self._chart(issue, locale) if with_chart and issue.digests else "",
            )
            known = tuple(map(_page, layouts))
            if len(self._laid_out) < MOST_LAID_OUT:
                self._laid_out[key] = known
        return known

    def _chart(self, issue: Issue, locale: str) -> str:
        """Have the chart drawn and kept, and describe it; nothing where all weeks are empty, or
        where it cannot be drawn: then no other is tried in this round, since each may take long."""
        coverage = self._studio.coverage(
            issue.edition, shelves=issue.shelves, sources=issue.subscription.sources
        )
        if not any(number for _, counts in coverage.edges for number in counts):
            return ""
        with self._drawing:
            if self._gave_up:
                return ""
            self._drew = True
            try:
                self._studio.chart(issue.edition_id, coverage, legend_of(coverage, locale))
            except (UnusableDocumentError, JailBugError) as error:
                self._gave_up = True
                log.warning("no chart: edition_id=%d %s", issue.edition_id, error)
                return ""
        return chart_description(coverage, locale)


def _page(layout: Layout) -> Page:
    digests = dict.fromkeys(extract.digest for extract in layout.extracts)
    shown = components(layout)
    footer = max(at for at, each in enumerate(shown) if each["type"] == TEXT)
    return Page(shown[:footer], shown[footer + 1 :], tuple(digests), layout.picture)


def payload(
    shown: Sequence[dict[str, object]],
    *,
    silent: bool,
    role_id: int | None = None,
    picture: str = "",
) -> str:
    """A message that notifies this role alone, or nobody. picture: what its picture shows."""
    allowed: dict[str, list[str]] = {"parse": []}
    body: dict[str, object] = {
        "components": shown,
        "flags": COMPONENTS_V2 | (SILENT if silent and role_id is None else 0),
        "allowed_mentions": allowed if role_id is None else allowed | {"roles": [str(role_id)]},
    }
    if picture:
        body["attachments"] = [{"id": 0, "filename": PICTURE, "description": picture}]
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
