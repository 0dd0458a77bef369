"""Give each piece of a text its kind: title, deck, byline, date, caption, heading, body, copy or
furniture. The rules look at the words and their neighbours; markup, where there is any, helps."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefings.ingest.furniture import ends_sentence, is_forum_prompt, is_furniture
from briefings.ingest.labels import (
    filed_by,
    is_credited,
    is_date_line,
    label_of,
    looks_like_names,
    names_after_date,
    names_of,
    rights_holder,
    signed_by,
    stamps_of,
)  # fmt: skip
from briefings.ingest.lines import LONGEST_TITLE, Line, width
from briefings.ingest.moments import read_moment
from briefings.ingest.pieces import Found, Piece
from briefings.ingest.titles import mark_title
from briefings.model import Block, BlockKind, Kind

MOST_BLOCKS = 20_000  # what follows has no block and is never extracted
LONGEST_HEADING = 120  # characters
SHORTEST_DECK = 40
SHORTEST_CUT = 60  # characters of a paragraph that does not end
MOST_ABOUT = 4  # closing paragraphs that can be about the authors
MOST_PULLED = 50  # quotations compared with every paragraph
SHORTEST_COPY = 8  # words that make an equal second line a copy
CAPTION_SENTENCES = 3
_WORDS = re.compile(r"\w+")
_STOP_INSIDE = re.compile(r"(?:[.!?…]['\"”’)\]]*\s+|[。！？]['\"”’」』)]*)(?=\S)")
_AND = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
_IS = r"\s(?:is|was|has been|writes|covers|reports|reported|teaches|holds|works|serves)\b"
LONGEST_ABOUT = 500  # characters
_WRITER = re.compile(
    r"(?:[A-Z][\w.’'-]*\s){1,3}(?P<last>[A-Z][\w’'-]+)(?:\s\([^)]{1,30}\)|,[^,]{1,60},)?\s"
    r"(?:is|was)\s(?:an?|the|currently|based|senior)\b.{0,120}?\b(?:author|fellow|professor|columnist"
    r"|correspondent|reporter|editor|journalist|writer|lecturer|researcher|contributor|freelance)"
)
_SENTENCE_INSIDE = re.compile(r"\w{3,}[.!?…]['\"”’)\]]*\s+\S")
_HEADINGS = {"h2", "h3", "h4", "h5", "h6"}


def classify(
    text: str, pieces: Sequence[Piece], *, title: str | None = None, author: str | None = None
) -> tuple[tuple[Block, ...], Found]:
    """Blocks in the order of the text, and what their words say about the article."""
    lines = [Line(piece, piece.span.of(text), piece.kind) for piece in pieces[:MOST_BLOCKS]]
    found = Found(title=title)
    for line in lines:
        if line.kind is None:
            line.kind = _by_itself(line)
    _mark_copies(lines)
    _mark_unended(lines)
    found = mark_title(lines, found)
    start = next((i for i, line in enumerate(lines) if line.is_prose), len(lines))
    _mark_head(lines[:start])
    _mark_rest(lines, start)
    found = _harvest(lines, found)
    _mark_about_author(lines, author or found.author)
    return tuple(Block(line.piece.span, line.kind or BlockKind.BODY) for line in lines), found


def _by_itself(line: Line) -> BlockKind | None:
    words, tag = line.words, line.piece.tag
    if tag == "figcaption":
        return BlockKind.CAPTION
    tests = (
        (BlockKind.FURNITURE, is_furniture(words) or is_forum_prompt(words)),
        (BlockKind.DATE, is_date_line(words)),
        (BlockKind.BYLINE, names_of(words)),
        (BlockKind.CAPTION, is_credited(words) and _sentences(words) <= CAPTION_SENTENCES),
        (BlockKind.HEADING, tag in _HEADINGS and len(words) <= LONGEST_TITLE),
    )
    return next((kind for kind, holds in tests if holds), None)


def _sentences(words: str) -> int:
    """About how many sentences the words hold."""
    return 1 + len(_STOP_INSIDE.findall(words))


def _mark_copies(lines: Sequence[Line]) -> None:
    """The second of two equal lines is a copy, and so is a quotation pulled out of a paragraph. A
    deck without its stop is no copy of a sentence."""
    seen: set[str] = set()
    for line in lines:
        key = " ".join(line.words.split())
        if len(_WORDS.findall(key)) < SHORTEST_COPY:
            continue
        if key in seen and line.kind is not BlockKind.FURNITURE:
            line.kind = BlockKind.DUPLICATE
        seen.add(key)
    pulled = [line for line in lines if line.piece.tag == "blockquote" and line.kind is None]
    for line in pulled[:MOST_PULLED]:
        others = (other.words for other in lines if other.piece.tag != "blockquote")
        if len(line.words) >= SHORTEST_DECK and any(line.words in words for words in others):
            line.kind = BlockKind.DUPLICATE


def _mark_unended(lines: Sequence[Line]) -> None:
    """Where no paragraph ends like one, as in a text that was cut off, the long lines are body."""
    if not any(line.is_prose for line in lines):
        for line in lines:
            if line.kind is None and width(line.words) >= SHORTEST_CUT:
                line.kind = BlockKind.BODY


def _mark_head(lines: Sequence[Line]) -> None:
    """Before the first paragraph: who wrote it, the deck, and what labels stand about."""
    for i, line in enumerate(lines):
        if line.kind is not None:
            continue
        if label_of(line.words) and len(line.words) <= 24:
            line.kind = BlockKind.FURNITURE
        elif looks_like_names(line.words):
            line.kind = BlockKind.BYLINE
        elif len(line.words.split()) >= 4 or _is_wordy(line.words):
            line.kind = BlockKind.DECK
        else:
            named = line.piece.strong or line.piece.tag != "p"
            over = i == len(lines) - 1 and named and not line.words[:1].isdigit()
            line.kind = BlockKind.HEADING if over else BlockKind.FURNITURE


def _is_wordy(words: str) -> bool:
    return width(words) >= SHORTEST_DECK


def _mark_rest(lines: Sequence[Line], start: int) -> None:
    """From the first paragraph on: short lines over paragraphs are headings, short lines after
    the last one belong to the page."""
    last = max((i for i, line in enumerate(lines) if line.is_prose), default=-1)
    for i, line in enumerate(lines):
        if i < start or line.kind not in {None, BlockKind.HEADING}:
            continue
        if line.is_prose or line.piece.tag in {"li", "pre", "blockquote", "td"}:
            line.kind = BlockKind.BODY
        elif i > last and not _is_paragraph(line):
            line.kind = BlockKind.FURNITURE
        elif line.kind is None:
            line.kind = BlockKind.HEADING if _could_be_heading(line) else BlockKind.BODY


def _is_paragraph(line: Line) -> bool:
    """After the last whole sentence: longer than a heading, or with a sentence in it."""
    words = line.words
    return ends_sentence(words) or len(words) > LONGEST_HEADING or bool(_STOP_INSIDE.search(words))


def _could_be_heading(line: Line) -> bool:
    words = line.words.strip()
    longest = 60 if line.piece.tag == "p" and not line.piece.strong else LONGEST_HEADING
    if len(words) > longest or words.endswith((",", ";", ":", "-", "—")):
        return False
    if _SENTENCE_INSIDE.search(words):
        return False
    if line.piece.strong and len(words) <= LONGEST_HEADING:
        return not words.endswith(".")
    return not ends_sentence(words) or (words.endswith("?") and not _STOP_INSIDE.search(words))


def _mark_about_author(lines: Sequence[Line], author: str | None) -> None:
    """Closing lines that introduce the author: "Jane Roe is a fellow at …"."""
    names = [name for name in _AND.split(author or "") if " " in name]
    body = [line for line in lines if line.kind is BlockKind.BODY]
    for at in range(len(body) - 1, max(0, len(body) - 1 - MOST_ABOUT), -1):
        line = body[at]
        about = any(
            re.match(rf"{re.escape(name)}\b[^.]{{0,60}}{_IS}", line.words) for name in names
        )
        if not about and not _introduces(line.words, body[:at]):
            return
        line.kind = BlockKind.FURNITURE


def _introduces(words: str, before: Sequence[Line]) -> bool:
    """A writer introduced whom the article has not named: "Jane Roe is the author of …"."""
    hit = _WRITER.match(words) if len(words) <= LONGEST_ABOUT else None
    return hit is not None and not any(hit["last"] in line.words for line in before)


def _harvest(lines: Sequence[Line], found: Found) -> Found:
    """What bylines, date lines, labels, prompts and copyright lines say."""
    for line in lines:
        if line.kind is BlockKind.BYLINE and not found.author:
            found = replace(found, author=names_of(line.words) or signed_by(line.words))
        elif line.kind is BlockKind.DATE and not found.published_raw:
            found = with_stamps(found, line.words)
            found = replace(found, author=found.author or names_after_date(line.words))
        elif line.kind is BlockKind.FURNITURE:
            found = _from_furniture(found, line.words)
    first = next((line.words for line in lines if line.kind is BlockKind.BODY), "")
    return replace(found, author=found.author or filed_by(first))


def _from_furniture(found: Found, words: str) -> Found:
    kind = found.kind
    if is_forum_prompt(words):
        kind = Kind.FORUM
    elif kind is None and len(words) <= 24 and (label := label_of(words)):
        kind = label[0]
    return replace(found, kind=kind, publisher=found.publisher or rights_holder(words))


def with_stamps(found: Found, words: str) -> Found:
    """Read the publication's and the modification's moments from a date line."""
    posted, modified = stamps_of(words)
    first = read_moment(posted)
    second = read_moment(modified) if modified else None
    if first is None:
        return found
    return replace(
        found,
        published_raw=first.raw,
        published=first.instant,
        published_on=first.day,
        modified=second.instant if second else None,
    )
