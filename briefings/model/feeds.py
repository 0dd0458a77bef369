"""Feeds and their entries."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from briefings.model.reading import Edge


class FeedState(StrEnum):
    ACTIVE = "active"
    PAUSED = "paused"


class EntryState(StrEnum):
    """taken: an article of ours. skipped: not wanted, or here already. failed: no text came."""

    WAITING = "waiting"
    TAKEN = "taken"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Filters:
    """What an entry has to hold: one of the words, one of the names (ids of the gazetteer), one of
    the edges; and none of the unwanted words. Empty ones ask for nothing."""

    words: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    edges: tuple[Edge, ...] = ()


EVERYTHING = Filters()


@dataclass(frozen=True, slots=True)
class Feed:
    """A URL of a source that is polled. reason: why it is paused, or what the last poll met.

    fail_count: polls in a row that failed.
    """

    feed_id: int
    shelf_id: int
    source: str | None
    url: str
    title: str
    state: FeedState
    reason: str | None
    etag: str | None
    last_modified: str | None
    fail_count: int
    next_poll_at: datetime | None
    polled_at: datetime | None
    added_by: int | None
    added_at: datetime
    filters: Filters = EVERYTHING
    ttl_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class EntryRow:
    """What we know of an entry. content: its own text, as long as it is waiting."""

    entry_id: int
    feed_id: int
    link: str | None
    title: str
    content: str
    published_on: date | None
    state: EntryState
    reason: str | None
    document_id: int | None
    tries: int
    seen_at: datetime
