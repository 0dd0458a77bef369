"""What is read out of a document: spans, blocks, names, dates, quotes, sentences.

Offsets are of Python str (code points), half-open, into the text of one version of a document.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open [start, end) into a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


class Edge(StrEnum):
    """One side of the triangle."""

    DPRK_RUSSIA = "dprk-russia"
    RUSSIA_ROK = "russia-rok"
    DPRK_ROK = "dprk-rok"


class Actor(StrEnum):
    """Whose side a name stands on; the three corners of the triangle, and the rest by country."""

    DPRK = "dprk"
    RUSSIA = "russia"
    ROK = "rok"
    CHINA = "china"
    USA = "usa"
    JAPAN = "japan"
    UKRAINE = "ukraine"
    UN = "un"
    NATO = "nato"
    OTHER = "other"


class Kind(StrEnum):
    """What sort of text a document is."""

    NEWS = "news"
    ANALYSIS = "analysis"
    EDITORIAL = "editorial"
    FORUM = "forum"
    OFFICIAL = "official"
    UNKNOWN = "unknown"


OPINION = frozenset({Kind.ANALYSIS, Kind.EDITORIAL, Kind.FORUM})


class Flag(StrEnum):
    """What a reader must know before trusting an article."""

    UNDATED = "undated"
    TRUNCATED = "truncated"
    REWORDED = "reworded"
    OPINION = "opinion"
    NEAR_DUPLICATE = "near-duplicate"
    RETRACTED = "retracted"


class BlockKind(StrEnum):
    TITLE = "title"
    DECK = "deck"
    BYLINE = "byline"
    DATE = "date"
    CAPTION = "caption"
    HEADING = "heading"
    BODY = "body"
    DUPLICATE = "duplicate"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A slice of the text with what it is. A paragraph of the body is one block."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Extraction:
    """What extraction made of the bytes: one clean text, blocks that are slices of it, and the
    metadata as the document words it (None where it is silent). `published` and `modified` are
    aware datetimes where the document gives an instant; `published_on` is set instead where it
    gives only a day. `repairs` are catalogue keys with details ("closed-json", "encoding:cp1251").
    """

    text: str
    blocks: tuple[Block, ...]
    media_type: str
    encoding: str
    title: str | None = None
    url: str | None = None
    author: str | None = None
    publisher: str | None = None
    kind: Kind | None = None
    language: str | None = None
    published_raw: str | None = None
    published: datetime | None = None
    published_on: date | None = None
    modified: datetime | None = None
    truncated: bool = False
    repairs: tuple[str, ...] = ()


class Precision(StrEnum):
    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True)
class When:
    """A point in time as exact as it was given: every day from `first` to `last` is possible.

    `edtf` is its ISO 8601-2 (EDTF) notation: 2024-06-19, 2024-06, 199X, 2024-06-19/2024-06-20.
    """

    first: date
    last: date
    precision: Precision
    edtf: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression in the text; `when` is None where it cannot be resolved."""

    span: Span
    when: When | None


class NameKind(StrEnum):
    PERSON = "person"
    OFFICE = "office"
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    ORGANISATION = "organisation"
    MEDIA = "media"
    PLACE = "place"
    TREATY = "treaty"
    WEAPON = "weapon"
    NATIONALITY = "nationality"


class Mention(NamedTuple):
    """A name of the gazetteer (or a person learned from this text) in the text.

    `name_id` is the gazetteer's id ("vladimir-putin"), or "~" + the folded name for learned people.
    `acts` is False where a capital stands for the place ("traveled to Moscow"), so that it makes
    no edge. A tuple, as a sentence is, for an edition loads a hundred thousand of them.
    """

    span: Span
    name_id: str
    kind: NameKind
    actor: Actor
    acts: bool = True


class Medium(StrEnum):
    SPOKEN = "spoken"
    WRITTEN = "written"
    TREATY = "treaty"
    RELAYED = "relayed"


class Tier(StrEnum):
    """A may stand alone; B is shown inside its sentence."""

    A = "A"
    B = "B"


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words somebody is said to have said.

    span: the words (inside the marks for a quote). sentence: what is shown around them.
    speaker: where the document names who said it, in its fullest form. attribution: the words that
    attribute it here ("he", "the minister", or the name itself). cue: the verb or phrase.
    name_id: the gazetteer's id of the speaker, if it knows one. said: the date of the statement.
    named: the gazetteer's name, where the document has the speaker's in an oblique case alone.
    """

    span: Span
    sentence: Span
    speaker: Span
    attribution: Span
    cue: Span
    medium: Medium
    tier: Tier
    name_id: str | None = None
    actor: Actor | None = None
    said: When | None = None
    named: str = ""

    def speaker_in(self, text: str) -> str:
        """The name to show."""
        return self.named or self.speaker.of(text)


@dataclass(frozen=True, slots=True)
class Quote(Utterance):
    """In quotation marks."""


@dataclass(frozen=True, slots=True)
class Statement(Utterance):
    """Reported speech without marks: shown as "reported", never between marks."""


class Mood(StrEnum):
    """What a sentence does: report an event, state a standing fact, expect, or ask."""

    EVENT = "event"
    STATE = "state"
    FORECAST = "forecast"
    QUESTION = "question"


class Sentence(NamedTuple):
    """One sentence of the text with what the reader found in it.

    edges: both ends act in it (or one, the other in a neighbour it leans on). when: the date of
    its event. stands_alone: opens without leaning on what came before. weight: 0…1, how much it
    belongs in a summary of its document; 0 for what must never be extracted.
    """

    span: Span
    block: BlockKind
    actors: frozenset[Actor] = frozenset()
    edges: tuple[Edge, ...] = ()
    mood: Mood = Mood.STATE
    when: When | None = None
    stands_alone: bool = True
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read out of one version. `summary` are indexes into `sentences`, in order.

    fingerprints: sampled 64-bit shingle hashes (signed, so that a database can keep them); what is
    loaded again has none, and they make no difference between readings.
    """

    extraction: Extraction
    language: str
    kind: Kind
    flags: frozenset[Flag]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    summary: tuple[int, ...]
    edges: tuple[Edge, ...]
    fingerprints: frozenset[int] = field(default_factory=frozenset, compare=False)
