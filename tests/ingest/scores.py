"""How close an extracted text is to the gold one, the way the public benchmark of article
extraction counts: runs of four words as multisets, precision and recall averaged over the pages,
F1 of the averages; and the share of pages that are right to the word."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

RUN = 4  # words
_WORD = re.compile(r"\w+")


class Score(NamedTuple):
    precision: float
    recall: float
    same: bool  # to the word


def runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1)))


def page_score(found: str, gold: str) -> Score:
    have, want = runs(found), runs(gold)
    shared = (have & want).total()
    same = _WORD.findall(found) == _WORD.findall(gold)
    return Score(shared / max(1, have.total()), shared / max(1, want.total()), same)


def totals(scores: Sequence[Score]) -> tuple[float, float]:
    """(F1, share of pages right to the word)"""
    precision, recall, same = (sum(each) / len(scores) for each in zip(*scores, strict=True))
    return 2 * precision * recall / max(1e-9, precision + recall), same
