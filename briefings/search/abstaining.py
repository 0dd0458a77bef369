"""Whether an article answers at all, so that a question nobody answers gets no guess.

In any large archive some article has the rarest word of any question, and another one two common
ones; what it is about stands in several of its words together.
"""

from collections.abc import Sequence
from itertools import starmap
from operator import mul

from briefings.search.question import Stems, Word

MOST_ASKED = 5
"""Words that an article is measured by, the weightiest."""

LEAST_COVERED = 0.6
"""Of their weight, from which on an article answers."""

FEW = 2  # words of a question
LEAST_OF_FEW = 0.3
"""The same of a question of few words: one of them may be all that there is."""

LEAST_TITLED = 0.4
"""Of their weight, from which on it answers where they stand in the title."""

LEAST_BESIDE = 0.2
"""Of their weight but the weightiest's, from which on what stands beside the weightiest word that
is there makes an answer: the mean of the whole article and its best passage."""


def answers(words: Sequence[Word], *, title: str, passage: str, whole: str) -> bool:
    """passage, whole: stems. A spelling that was mended counts nearly in full."""
    weights = [word.weight for word in words]
    in_title = _found(words, Stems(title), weights)
    if _share(in_title, weights) >= LEAST_TITLED:
        return True
    in_whole = _most(in_title, _found(words, Stems.of(whole), weights))
    if _share(in_whole, weights) >= (LEAST_OF_FEW if len(words) <= FEW else LEAST_COVERED):
        return True
    in_passage = _most(in_title, _found(words, Stems.of(passage), weights))
    return _beside(in_whole, weights) + _beside(in_passage, weights) >= 2 * LEAST_BESIDE


def _found(words: Sequence[Word], text: Stems, weights: Sequence[float]) -> list[float]:
    """The weight of each word as it stands there, at most its own."""
    return list(starmap(mul, zip(weights, map(text.worth, words), strict=True)))


def _most(one: Sequence[float], other: Sequence[float]) -> list[float]:
    return list(map(max, one, other))


def _share(found: Sequence[float], weights: Sequence[float]) -> float:
    return sum(found) / (sum(sorted(weights)[-MOST_ASKED:]) or 1.0)


def _beside(found: Sequence[float], weights: Sequence[float]) -> float:
    """Of a question of one word nothing."""
    asked = sum(sorted(weights)[-MOST_ASKED:-1])
    return (sum(found) - max(found)) / (asked or 1.0)
