"""ROUGE-N (Lin, 2004): overlap of word runs between a summary and a person's."""

import re
from collections import Counter


def _runs(text: str, size: int) -> Counter[tuple[str, ...]]:
    words = re.findall(r"[^\W_]+", text.lower())
    return Counter(tuple(words[at : at + size]) for at in range(len(words) - size + 1))


def rouge(summary: str, reference: str, *, size: int = 2) -> tuple[float, float]:
    """(recall, F1) in percent."""
    ours, theirs = _runs(summary, size), _runs(reference, size)
    shared = (ours & theirs).total()
    if not shared:
        return 0.0, 0.0
    recall, precision = shared / theirs.total(), shared / ours.total()
    return 100 * recall, 200 * recall * precision / (recall + precision)
