"""What is posted: extracts, items, sections, editions."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from briefings.model.reading import Edge, Flag, Kind, Medium, Span, When


class Section(StrEnum):
    """A part of an edition: one for each edge, and what happens around the triangle."""

    DPRK_RUSSIA = "dprk-russia"
    RUSSIA_ROK = "russia-rok"
    DPRK_ROK = "dprk-rok"
    TRIANGLE = "triangle"


class Length(StrEnum):
    """How much of an edition a channel is given; what is left out stays in the full one."""

    SHORT = "short"
    STANDARD = "standard"
    FULL = "full"


class Role(StrEnum):
    """Why an extract stands in an edition."""

    EVENT = "event"
    QUOTE = "quote"
    STATEMENT = "statement"
    POSITION = "position"
    FORECAST = "forecast"
    QUESTION = "question"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Extract:
    """A verbatim slice of a stored version; digest is the sha256 of its words, hex."""

    document_id: int
    version_id: int
    span: Span
    words: str
    digest: str


@dataclass(frozen=True, slots=True)
class Item:
    """One extract in an edition with everything that has to stand beside it.

    speaker: as the document names the speaker. when: event or statement date. cut_at: offset in
    the words where reported content ends and the writer's gloss begins. also_in: document ids of
    near-duplicates. rank: 0 is what goes last where an edition is made shorter. update: its story
    was told in this channel before, and this is new about it. dates: those that the words name.
    """

    role: Role
    extract: Extract
    source: str
    kind: Kind
    published_on: date | None
    url: str | None
    speaker: str | None = None
    medium: Medium | None = None
    when: When | None = None
    cut_at: int | None = None
    also_in: tuple[int, ...] = ()
    rank: int = 0
    update: bool = False
    dates: tuple[When, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Two or more extracts that disagree on one point (day, place, number, name), no verdict."""

    point: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document that gave no news, and why: undated, reworded, older, near-duplicate, …"""

    document_id: int
    title: str
    source: str
    url: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Heard:
    """A document that an edition used as news."""

    document_id: int
    title: str
    source: str
    kind: Kind
    published_on: date | None
    url: str | None
    flags: frozenset[Flag]


@dataclass(frozen=True, slots=True)
class Activity:
    """When a source first and last brought a document (UTC)."""

    source: str
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class SectionItems:
    """A section with its items, newest first; no items means the edge is quiet."""

    section: Section
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """What an edition may call new: first seen since `since`, published within `look_back_hours`
    before `until`. Aware UTC datetimes, half-open [since, until)."""

    since: datetime
    until: datetime
    look_back_hours: int


@dataclass(frozen=True, slots=True)
class Edition:
    """One dated, immutable issue of the briefing, shared by equal subscriptions.

    silent: sources that were heard in the weeks before and gave nothing in this window.
    new_sources: those whose first document came in in this window. beyond: extracts that a shorter
    form of it leaves out. publishers: independent ones that were heard, each once; None where
    nobody has counted. state_media: sources among them, by name. unlisted:
    documents left out beside those of `left_out`.
    """

    window: Window
    zone: str
    edges: tuple[Edge, ...]
    language: str
    bottom_line: tuple[Item, ...]
    sections: tuple[SectionItems, ...]
    differences: tuple[Difference, ...]
    heard: tuple[Heard, ...]
    background: tuple[Heard, ...]
    left_out: tuple[LeftOut, ...]
    silent: tuple[str, ...] = ()
    new_sources: tuple[str, ...] = ()
    length: Length = Length.FULL
    beyond: int = 0
    publishers: int | None = None
    state_media: tuple[str, ...] = ()
    unlisted: int = 0
