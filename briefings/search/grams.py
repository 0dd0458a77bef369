"""Which of very many keys may be spelt like a given one: counting the pairs of letters they share.

Loaded (with numpy) only where there are so many words that comparing with each takes too long.
"""

from collections.abc import Sequence

import numpy as np

WIDTH = 20
"""Letters of a key that are looked at."""

BUCKETS = 1 << 16
MOST = 400
"""Candidates that come back at most: those that share most pairs."""


class Grams:
    """An index of keys by pairs of neighbouring letters, the edges counted as letters."""

    def __init__(self, keys: Sequence[str]) -> None:
        pairs, lengths = _pairs(keys)
        rows, columns = np.nonzero(pairs)
        codes = pairs[rows, columns]
        order = np.argsort(codes, kind="stable")
        self._members = rows[order].astype(np.int32)
        self._bounds = np.searchsorted(codes[order], np.arange(BUCKETS + 1)).astype(np.int64)
        self._lengths = lengths
        self.size = len(keys)

    def likely(self, key: str, *, edits: int, slack: int) -> list[int]:
        """Positions of keys that may be within `edits` of `key`; `slack`: letters they may be
        longer or shorter. At most MOST, those that share most."""
        pairs, lengths = _pairs([key])
        codes = np.unique(pairs[pairs > 0])
        found = [self._members[self._bounds[code] : self._bounds[code + 1]] for code in codes]
        if not found:
            return []
        counts = np.bincount(np.concatenate(found), minlength=self.size)
        least = max(2, len(codes) - 3 * edits)
        near = np.abs(self._lengths - lengths[0]) <= slack
        chosen = np.flatnonzero((counts >= least) & near)
        if len(chosen) > MOST:
            chosen = chosen[np.argsort(-counts[chosen], kind="stable")[:MOST]]
        positions: list[int] = chosen.tolist()
        return positions


def _pairs(keys: Sequence[str]) -> "tuple[np.ndarray, np.ndarray]":
    """A row of hashed pairs for each key (0: none), and the keys' lengths."""
    table = np.array([f"^{key[: WIDTH - 2]}$" for key in keys], dtype=f"U{WIDTH}")
    points = table.view(np.uint32).reshape(len(keys), WIDTH).astype(np.uint64)
    hashed = (points[:, :-1] * np.uint64(31_337) + points[:, 1:] * np.uint64(7)) % np.uint64(
        BUCKETS - 1
    ) + np.uint64(1)
    hashed[points[:, 1:] == 0] = 0
    lengths = (points > 0).sum(axis=1).astype(np.int16) - 2
    return hashed.astype(np.int32), lengths
