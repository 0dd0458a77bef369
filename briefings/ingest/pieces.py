"""What a reader of one format hands to the classifier: the fixed text and its pieces in order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from briefings.ingest.encodings import smooth
from briefings.model import Block, BlockKind, Kind, Span

PARAGRAPH_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Strip:
    """One paragraph's words before they have a place in a text, and what the markup says of them.

    tag: the element that makes it a paragraph ("p", "h2", "li", "figcaption", "" for none).
    links: share of the characters that are link text, 0…1. strong: all of it is bold.
    kind: what it is, where the markup leaves no doubt.
    """

    words: str
    tag: str = ""
    links: float = 0.0
    strong: bool = False
    kind: BlockKind | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A slice of the fixed text that becomes one block, with what the markup says of it."""

    span: Span
    tag: str = ""
    links: float = 0.0
    strong: bool = False
    kind: BlockKind | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Metadata as the document words it; None where it is silent."""

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

    def or_else(self, other: "Found") -> "Found":
        """Fill what is silent here from `other`; the three dates of publication go together."""
        dated = self.published is not None or self.published_on is not None
        dates = self if dated else other
        return Found(
            title=self.title or other.title,
            url=self.url or other.url,
            author=self.author or other.author,
            publisher=self.publisher or other.publisher,
            kind=self.kind or other.kind,
            language=self.language or other.language,
            published_raw=dates.published_raw,
            published=dates.published,
            published_on=dates.published_on,
            modified=self.modified or other.modified,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """What one format's reader made of a document, before it is called an Extraction."""

    text: str
    blocks: tuple[Block, ...]
    found: Found
    media_type: str
    truncated: bool = False
    repairs: tuple[str, ...] = field(default=())
    encoding: str = "utf-8"


def lay_out(strips: Iterable[Strip]) -> tuple[str, list[Piece]]:
    """Build the one text of a marked-up document, paragraphs apart, and the pieces in it."""
    parts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for strip in strips:
        words = smooth(strip.words).strip()
        if not words:
            continue
        if parts:
            parts.append(PARAGRAPH_BREAK)
            at += len(PARAGRAPH_BREAK)
        parts.append(words)
        span = Span(at, at + len(words))
        pieces.append(Piece(span, strip.tag, strip.links, strip.strong, strip.kind))
        at = span.end
    return "".join(parts), pieces
