"""Which line is the title, and what stands before it on the same line."""

from collections.abc import Sequence
from dataclasses import replace

from briefings.ingest.labels import label_of
from briefings.ingest.lines import LONGEST_TITLE, Line, folded
from briefings.ingest.pieces import Found
from briefings.model import BlockKind, Span

SHORTEST_TITLE = 10  # characters
_SITE_MARKS = (" | ", " - ", " – ", " — ", " :: ", ": ", " » ", " · ")


def mark_title(lines: list[Line], found: Found) -> Found:
    """Mark the title line; a label before it becomes a line of its own."""
    index = _title_index(lines, found.title)
    if index is None:
        return found
    line = lines[index]
    label = label_of(line.words)
    if label and label[2] < len(line.words):
        kind, _, begins = label
        span = line.piece.span
        head = line.words[:begins].rstrip()
        over = replace(line.piece, span=Span(span.start, span.start + len(head)))
        lines.insert(index, Line(over, head, BlockKind.FURNITURE))
        line.piece = replace(line.piece, span=Span(span.start + begins, span.end))
        line.words = line.words[begins:]
        found = replace(found, kind=kind)
    line.kind = BlockKind.TITLE
    wanted = folded(line.words)
    for other in lines:
        if (
            other is not line
            and other.kind is not BlockKind.FURNITURE
            and folded(other.words) == wanted
        ):
            other.kind = BlockKind.DUPLICATE
    shorter = found.title is None or wanted in _shorter(found.title)
    return replace(found, title=line.words if shorter else found.title)


def _title_index(lines: Sequence[Line], title: str | None) -> int | None:
    """The line that is the title: what the metadata call so, the first h1, or a first line that
    stands over an article and does not end like a sentence."""
    wanted = {folded(title), *_shorter(title)} - {""} if title else set()
    named = (i for i, line in enumerate(lines) if folded(line.words) in wanted)
    marked = (
        i for i, line in enumerate(lines) if line.piece.tag == "h1" or line.kind is BlockKind.TITLE
    )
    whole = (i for i, line in enumerate(lines) if folded(line.words) == folded(title or ""))
    index = next(whole, next(named, next(marked, None))) if title else next(marked, None)
    return index if index is not None or title else _opening_title(lines)


def _opening_title(lines: Sequence[Line]) -> int | None:
    for i, line in enumerate(lines):
        if line.kind in {BlockKind.FURNITURE, BlockKind.DATE, BlockKind.BYLINE}:
            continue
        over = any(other.is_prose for other in lines[i + 1 :])
        return i if over and _could_be_title(line) else None
    return None


def _shorter(title: str) -> set[str]:
    """A page's title without the name of the site: "Title | Site", "Title - Site"."""
    return {
        folded(part)
        for mark in _SITE_MARKS
        for part in (*title.split(mark, 1), *title.rsplit(mark, 1))
        if mark in title and len(part) >= SHORTEST_TITLE
    }


def _could_be_title(line: Line) -> bool:
    if line.kind not in {None, BlockKind.HEADING} or len(line.words) > LONGEST_TITLE:
        return False
    words = line.words.rstrip("'\"”’)] ")
    return not words.endswith((".", ",", ";", ":")) or words.endswith(
        ("...", "Inc.", "U.S.", "U.N.")
    )
