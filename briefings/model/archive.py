"""What the archive keeps: articles, subscriptions, deliveries."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from briefings.model.edition import Length
from briefings.model.reading import Edge, Reading
from briefings.model.trust import Trust


@dataclass(frozen=True, slots=True)
class Article:
    """What the archive keeps of one version of a document.

    title is the shown one (a person may have corrected it); reading.extraction.title the found one.
    origin: "seed:NAME", "file:NAME", "link:URL", "paste" or "message:URL". digest: sha256 of the
    text, hex. first_seen: when the document (not the version) came in. trust: what the guild that
    reads it thinks of its source, where somebody has looked.
    """

    document_id: int
    version_id: int
    version: int
    shelf_id: int
    source: str
    title: str
    url: str | None
    published: datetime | None
    published_on: date | None
    first_seen: datetime
    origin: str
    added_by: int | None
    digest: str
    near_duplicate_of: int | None
    removed_at: datetime | None
    reading: Reading
    trust: Trust | None = None

    @property
    def text(self) -> str:
        return self.reading.extraction.text


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a document.

    subject: "version" (version_id says which, number its number), or "title",
    "source", "published", "kind", "removed", "restored", "retracted". by: None for a feed or the
    program itself.
    """

    subject: str
    at: datetime
    by: int | None
    before: str | None = None
    after: str | None = None
    number: int = 0
    version_id: int = 0


class SubscriptionState(StrEnum):
    ACTIVE = "active"
    PAUSED = "paused"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Local times between which nothing is posted, half-open; `ends` may be on the next day."""

    begins: time
    ends: time

    @property
    def leaves(self) -> timedelta:
        """What is left of a day by its clocks."""
        whole = timedelta(days=1)
        begins, ends = (datetime.combine(date.min, each) for each in (self.begins, self.ends))
        return (begins - ends + whole) % whole


@dataclass(frozen=True, slots=True)
class Subscription:
    """A channel that receives a briefing. weekdays: 0 is Monday. local_time has no zone of its
    own; it is read in `zone` (IANA). An empty `sources` means every source.

    role_id: mentioned with each briefing that has news. reason: why it is not active, or why its
    channel is closed. paused_by: the person who paused it; None where the program did.
    """

    subscription_id: int
    guild_id: int
    channel_id: int
    zone: str
    local_time: time
    weekdays: frozenset[int]
    edges: tuple[Edge, ...]
    sources: tuple[str, ...]
    language: str
    look_back_hours: int
    catch_up_minutes: int
    state: SubscriptionState
    reason: str | None
    created_by: int
    created_at: datetime
    next_slot_at: datetime | None
    version: int
    length: Length = Length.STANDARD
    role_id: int | None = None
    quiet: QuietHours | None = None
    chart: bool = True
    paused_by: int | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One local date of a subscription and the instant it is due (UTC).

    held_since: when it would have been due without quiet hours, where they put it off.
    """

    day: date
    due_at: datetime
    held_since: datetime | None = None


class DeliveryState(StrEnum):
    DUE = "due"
    SENDING = "sending"
    SENT = "sent"
    SKIPPED = "skipped"
    FAILED = "failed"
    UNKNOWN = "unknown"
