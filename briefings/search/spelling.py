"""Words as typed → words the archive knows: an inverted index finds, rapidfuzz corrects."""

from collections.abc import Collection, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

MOST_NEIGHBOURS = 6
LEAST_PREFIX = 3


def tolerance(word: str) -> int:
    """How many edits a word of this length forgives (optimal string alignment distance)."""
    if len(word) < 4:
        return 0
    return 1 if len(word) < 6 else 2


def neighbours(word: str, vocabulary: Mapping[str, int]) -> tuple[str, ...]:
    """Words of the vocabulary within the tolerance, nearest and then commonest first."""
    allowed = tolerance(word)
    if not allowed or word.isdigit():
        return ()
    near = [known for known in vocabulary if abs(len(known) - len(word)) <= allowed]
    found = process.extract(
        word, near, scorer=OSA.distance, score_cutoff=allowed, limit=4 * MOST_NEIGHBOURS
    )
    found.sort(key=lambda match: (match[1], -vocabulary[match[0]], match[0]))
    return tuple(known for known, _, _ in found[:MOST_NEIGHBOURS])


def completions(prefix: str, vocabulary: Collection[str]) -> tuple[str, ...]:
    """Words of the vocabulary that go on from `prefix`, shortest first; for the last word typed."""
    if len(prefix) < LEAST_PREFIX:
        return ()
    longer = sorted((known for known in vocabulary if known.startswith(prefix)), key=len)
    return tuple(longer[:MOST_NEIGHBOURS])
