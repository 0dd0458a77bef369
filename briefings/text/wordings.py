"""Words as they compare when it is asked whether two texts have the same wording.

Typography makes no difference: kinds of mark, dash and space, capitals, accents, ё and е, "per
cent" and "percent", "defence" and "defense", the spacing of Hangul. Words are compared glued
together, and a wording stands in another one only from the beginning of a word to the end of one.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

from briefings.model import Span
from briefings.text.folding import fold
from briefings.text.similarity import spelt
from briefings.text.stemming import stem

MOST_TRIES = 1_000  # places that begin or end inside a word
TAIL = 3  # words at an end that belong to what was replaced there
LEFT_OUT = 0.5  # of its weight that a word costs which one of two wordings lacks
_WORD = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})+(?![\d,])|\d+(?:[.,]\d+)*)"
    r"|(?P<short>(?:[^\W\d_]\.){2,})"
    r"|[^\W_]+(?:['’ʼ\u00ad\u200b-\u200d\u2060‐‑-][^\W_]+)*"
    r"|(?<![\w-])[-−–](?=\d)|[%$€£¥₩₽?？]"  # what changes a number, or makes a question
)

_INNER = str.maketrans({"’": "'", "ʼ": "'", "-": None, "‐": None, "‑": None})
_HANGUL_WORD = re.compile("[가-힣]+")


class Token(NamedTuple):
    """A word in its place. form: as it compares."""

    start: int
    end: int
    form: str


class Wording:
    """Words of one text, in order; perhaps not all of them, and not side by side."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        self.tokens = tuple(tokens)

    @cached_property
    def forms(self) -> list[str]:
        return [token.form for token in self.tokens]

    @cached_property
    def stems(self) -> list[str]:
        return list(map(stem, self.forms))

    @cached_property
    def glued(self) -> str:
        return "".join(self.forms)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each word begins in the glued ones, and where the last one ends."""
        starts = [0]
        for form in self.forms:
            starts.append(starts[-1] + len(form))
        return starts

    def part(self, first: int, last: int) -> "Wording":
        return Wording(self.tokens[first:last])

    def span(self, first: int, last: int) -> Span:
        """From the beginning of one word to the end of the one before `last`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def places(self, wanted: "Wording", *, start: int = 0) -> Iterator[tuple[int, int]]:
        """Where other words stand in these, one after the other and whole: half-open ranges."""
        glued, starts = wanted.glued, self._starts
        at = starts[start] if glued else -1
        for _ in range(MOST_TRIES if glued else 0):
            at = self.glued.find(glued, at)
            if at < 0:
                return
            end = at + len(glued)
            first, last = bisect_left(starts, at), bisect_left(starts, end)
            if starts[first] == at and self._ends(last, end):
                yield first, last
            at += 1

    def _ends(self, last: int, end: int) -> bool:
        """Whether the word before `last` ends there; a Korean particle behind it is none of it."""
        if self._starts[last] == end:
            return True
        form = self.forms[last - 1]
        bare = form[: end - self._starts[last - 1]]
        return _HANGUL_WORD.fullmatch(form) is not None and stem(form) == bare

    def begins_with(self, wanted: "Wording", most: int) -> int:
        """How many of the first `most` of the wanted words stand somewhere in these."""
        fewest, most = 0, min(most, len(wanted.tokens))
        while fewest < most:
            middle = (fewest + most + 1) // 2
            if next(self.places(wanted.part(0, middle)), None) is None:
                most = middle - 1
            else:
                fewest = middle
        return fewest


def worded(text: str, span: Span | None = None) -> Wording:
    """The words of a text, or of a part of it."""
    start, end = span or Span(0, len(text))
    return Wording(
        Token(match.start(), match.end(), form)
        for match in _WORD.finditer(text, start, end)
        if (form := _form(match[0], match.lastgroup))
    )


@lru_cache(maxsize=16_384)
def _form(word: str, kind: str | None) -> str:
    if kind == "number":
        thousands = re.fullmatch(r"\d{1,3}(?:,\d{3})+", word)
        return word.replace(",", "") if thousands else word
    folded = fold(word.replace(".", "") if kind == "short" else word)
    return "-" if folded in "-−–" else spelt(folded.translate(_INNER))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of two wordings: words of both (as the archive has them), or of one alone."""

    where: Literal["both", "archive", "given"]
    words: str


class Near(NamedTuple):
    """The words from `first` to before `last` of a wording that are most like given ones.
    likeness: 0…1, of weighed words. shared: how many words they share."""

    first: int
    last: int
    likeness: float
    shared: int


def nearest(given: Wording, stored: Wording, weigh: Callable[[str], float]) -> Near | None:
    """By the longest common subsequence of stems, where it is dense; None without common words."""
    runs = [
        (step.tag == "equal", step.dest_start, step.dest_end)
        for step in Indel.opcodes(given.stems, stored.stems)
        if step.tag != "delete"
    ]
    weights = [weigh(each) for each in stored.stems]
    best = _densest(runs, weights)
    if best is None:
        return None
    first, last = best
    shared = [
        at for equal, start, end in runs for at in range(max(start, first), min(end, last)) if equal
    ]
    common = sum(weights[at] for at in shared)
    whole = sum(weights[first:last]) + sum(map(weigh, given.stems))
    first, last = _with_replaced(given, stored, first, last)
    return Near(first, last, 2 * common / whole, len(shared))


def _densest(
    runs: Sequence[tuple[bool, int, int]], weights: Sequence[float]
) -> tuple[int, int] | None:
    """The stretch with most common words less those between (Kadane's largest sum)."""
    best, found, total, began = 0.0, None, 0.0, 0
    for equal, start, end in runs:
        weight = sum(weights[start:end])
        if not equal:
            total -= LEFT_OUT * weight
            continue
        if total <= 0:
            total, began = 0.0, start
        total += weight
        if total > best:
            best, found = total, (began, end)
    return found


def _with_replaced(given: Wording, stored: Wording, first: int, last: int) -> tuple[int, int]:
    """With as many words at the ends as the given ones have others there, or all the few."""
    kept = [
        step for step in Indel.opcodes(given.stems, stored.stems[first:last]) if step.tag == "equal"
    ]
    before, behind = kept[0].src_start, len(given.stems) - kept[-1].src_end
    first, left = max(0, first - before), len(stored.tokens) - last
    if behind:
        last += left if left <= behind + TAIL else behind
    return (0 if before and first <= TAIL else first), last


def difference(
    given: Wording, given_text: str, stored: Wording, stored_text: str
) -> tuple[Piece, ...]:
    """What the archive has and what was given, word by word, in order; of a change what the archive
    has first."""
    pieces: list[Piece] = []
    for step in Indel.opcodes(stored.forms, given.forms):
        if step.tag == "insert":
            put_in = given.span(step.dest_start, step.dest_end).of(given_text)
            pieces.append(Piece("given", put_in))
            continue
        words = stored.span(step.src_start, step.src_end).of(stored_text)
        if step.tag == "delete" and pieces and pieces[-1].where == "given":
            pieces.insert(-1, Piece("archive", words))
        else:
            pieces.append(Piece("both" if step.tag == "equal" else "archive", words))
    return tuple(pieces)
