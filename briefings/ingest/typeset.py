"""Lines set on paper back to paragraphs: a PDF knows where each line stands and no paragraph.

A paragraph ends at a wider gap, another size of type, an indent, or a short line that ends a
sentence. Lines that return on the margins of the pages are running heads and page numbers.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from briefings.ingest.furniture import ends_sentence, is_address
from briefings.ingest.moments import read_moment
from briefings.ingest.pieces import Strip
from briefings.model import BlockKind

MARGIN = 0.1  # share of the page's height above and below the text
WIDE_GAP = 1.3  # times the usual distance of two lines
LARGER = 1.12  # times the body's size of type
SHORT = 0.8  # share of a full line's characters
INDENT = 6.0  # points
LONGEST_HEADING = 160  # characters
LONGEST_DAY = 40
TOP_LINES = 3  # among which the day stands below the title, perhaps set like the text
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"\W{0,3}(?:(?:page|стр\.?|p\.)\s?)?\d{1,4}(?:\s?(?:/|of|из)\s?\d{1,4})?\W{0,3}",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*(?:[•·▪◦●–*-]|\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
_BROKEN_WORD = re.compile(r"[^\W\d_](?:\u00ad|-|‐)$")


def _is_day(words: str) -> bool:
    """A line that is a date and nothing else."""
    if len(words) > LONGEST_DAY:
        return False
    moment = read_moment(words)
    return moment is not None and not words[: moment.start].strip() + words[moment.end :].strip()


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line on a page: left edge and height in points, size of type in points, height as a share
    of the page (0 at the bottom)."""

    words: str
    page: int
    left: float
    height: float
    share: float
    size: float
    bold: bool = False


def paragraphs_of(lines: Sequence[SetLine], pages: int) -> tuple[list[Strip], tuple[str, ...]]:
    """The paragraphs in reading order and what was mended."""
    kept = _without_running_heads(lines, pages)
    repairs = [] if len(kept) == len(lines) else ["running-heads"]
    if not kept:
        return [], tuple(repairs)
    page = _Page(kept)
    groups = _grouped(kept, page)
    strips = [page.strip_of(group) for group in groups]
    if any(len(group) > 1 for group in groups):
        repairs.append("unwrapped")
    return strips, tuple(repairs)


def _without_running_heads(lines: Sequence[SetLine], pages: int) -> list[SetLine]:
    seen: Counter[str] = Counter()
    for key in {(line.page, _folded(line)) for line in lines if _on_margin(line)}:
        seen[key[1]] += 1
    often = max(2, pages // 3)
    return [
        line
        for line in lines
        if not _on_margin(line)
        or not (
            seen[_folded(line)] >= often
            or _NUMBER.fullmatch(line.words)
            or is_address(line.words)
            or line.words.startswith("file://")
        )
    ]


def _folded(line: SetLine) -> str:
    """The same words at the same height, whatever the number of the page."""
    return f"{line.share:.2f} {_DIGITS.sub('#', line.words.casefold())}"


def _on_margin(line: SetLine) -> bool:
    return not MARGIN < line.share < 1 - MARGIN


class _Page:
    """What is usual in the document: size of type, distance and length of lines."""

    def __init__(self, lines: Sequence[SetLine]) -> None:
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.words)
        self.size = sizes.most_common(1)[0][0] or 1.0
        body = [line for line in lines if round(line.size, 1) == self.size]
        gaps = [
            a.height - b.height
            for a, b in pairwise(body)
            if a.page == b.page and 0.5 * self.size < a.height - b.height < 3 * self.size
        ]
        self.gap = min(median(gaps), 2 * self.size) if gaps else 1.2 * self.size
        lengths = sorted(len(line.words) for line in body)
        self.full = lengths[int(0.8 * (len(lengths) - 1))]

    def apart(self, a: SetLine, b: SetLine) -> bool:
        """True where b begins another paragraph than a, the line before it."""
        if max(a.size, b.size) > LARGER * min(a.size, b.size) or _ITEM.match(b.words):
            return True
        down = a.height - b.height
        if a.page != b.page or down < -0.5 * self.size:  # another page or column
            return ends_sentence(a.words) or (a.bold and not b.bold)
        gap = self.gap * max(1.0, a.size / self.size)
        if down > WIDE_GAP * gap:
            return True
        short = len(a.words) < SHORT * self.full
        if ends_sentence(a.words) and (short or b.left > a.left + INDENT):
            return True
        return a.bold != b.bold and (short or len(b.words) < SHORT * self.full)

    def strip_of(self, lines: Sequence[SetLine]) -> Strip:
        words = join_lines([line.words for line in lines])
        item = _ITEM.match(words)
        if item:
            return Strip(words[item.end() :], "li")
        bold = all(line.bold for line in lines)
        large = min(line.size for line in lines) > LARGER * self.size
        if large and len(words) <= LONGEST_HEADING and not words.endswith("."):
            return Strip(words, "h2", strong=bold)
        if max(line.size for line in lines) < self.size / LARGER and _on_margin(lines[-1]):
            return Strip(words, "p", kind=BlockKind.FURNITURE)  # footnotes
        return Strip(words, "" if len(words) <= LONGEST_HEADING else "p", strong=bold)


def _grouped(lines: Sequence[SetLine], page: _Page) -> list[list[SetLine]]:
    groups = [[lines[0]]]
    for number, (before, line) in enumerate(pairwise(lines)):
        dated = number < TOP_LINES and (_is_day(before.words) or _is_day(line.words))
        if dated or page.apart(before, line):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def join_lines(lines: Sequence[str]) -> str:
    """One paragraph; a word broken at a line's end is whole again, as far as it goes on small."""
    parts: list[str] = []
    for line in lines:
        words = " ".join(line.split())
        if parts and _BROKEN_WORD.search(parts[-1]) and words[:1].islower():
            parts[-1] = parts[-1][:-1] + words
        else:
            parts.append(words)
    return " ".join(part for part in parts if part)
