"""What changed between two states of a text: words taken out and words put in.

Sentences are compared first, then the words of those that differ (longest common subsequence,
Hyyrö 2004, as rapidfuzz computes it), so that work grows with the change and stays under the caps.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

MOST_UNITS = 4_000  # sentences that are told apart; what follows counts as one
MOST_WORDS = 1_500  # of a stretch that are told apart; a longer one changed as a whole
NEAR = 3  # words: changes closer together are shown as one
_UNIT = re.compile(r"[^\n.!?。]*[\n.!?。]+[”’\"'»)\]]*\s*|[^\n.!?。]+")


@dataclass(frozen=True, slots=True)
class Change:
    """Words that were there before and words that are there now; either may be none."""

    before: str
    after: str


def changes(before: str, after: str) -> tuple[Change, ...]:
    """In the order of the text. White space alone is no change."""
    old, new = _units(before), _units(after)
    found: list[Change] = []
    for was, now in _stretches(old, new, gap=0):
        found += _word_changes(" ".join(was).split(), " ".join(now).split())
    return tuple(found)


def counted(found: Sequence[Change]) -> tuple[int, int]:
    """How many words went, and how many came."""
    gone = sum(len(each.before.split()) for each in found)
    return gone, sum(len(each.after.split()) for each in found)


def _units(text: str) -> list[str]:
    units = [" ".join(each.split()) for each in _UNIT.findall(text)]
    units = [each for each in units if each]
    if len(units) > MOST_UNITS:
        units[MOST_UNITS - 1 :] = [" ".join(units[MOST_UNITS - 1 :])]
    return units


def _word_changes(was: list[str], now: list[str]) -> Iterator[Change]:
    if max(len(was), len(now)) > MOST_WORDS:
        yield Change(" ".join(was), " ".join(now))
        return
    for gone, came in _stretches(was, now, gap=NEAR):
        yield Change(" ".join(gone), " ".join(came))


def _stretches(
    was: Sequence[str], now: Sequence[str], *, gap: int
) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Where the two differ; places with fewer than `gap` equal items between them are one."""
    start: tuple[int, int] | None = None
    end = (0, 0)
    for step in Indel.opcodes(was, now):
        if step.tag == "equal":
            continue
        if start is not None and step.src_start - end[0] >= max(gap, 1):
            yield was[start[0] : end[0]], now[start[1] : end[1]]
            start = None
        start = start or (step.src_start, step.dest_start)
        end = (step.src_end, step.dest_end)
    if start is not None:
        yield was[start[0] : end[0]], now[start[1] : end[1]]
