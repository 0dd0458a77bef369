"""Which of very many keys may be spelt like a given one, by the letters they are made of.

A key's signature is a set of bits: one for each of its letters, one more where a letter comes
twice. A missing or added letter changes one bit, a wrong letter two, swapped neighbours none: keys
that differ in more bits than so many edits can change need not be compared. Loaded (with numpy)
for large archives only.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

LETTERS = 32
"""Kinds of letters that are told apart."""

PAIR_BITS = 6
"""Bits of the signature by pairs of neighbours that one edit changes at most."""

MOST = 300
"""Keys that come back at most: those that share most pairs."""

Numbers = NDArray[np.uint32]
Bits = NDArray[np.uint64]
Arrays = dict[str, np.ndarray]


class Signatures:
    """Of some numbered keys, those of one length side by side."""

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays
        self._order: Numbers = arrays["order"]
        self._letters: Bits = arrays["letters"]
        self._pairs: Bits = arrays["pairs"]
        self._starts: list[int] = arrays["starts"].tolist()

    @classmethod
    def of(cls, keys: Sequence[str], numbers: Iterable[int]) -> "Signatures":
        """numbers: what each key is called. None of the keys is empty."""
        lengths = np.fromiter(map(len, keys), dtype=np.int64, count=len(keys))
        order = np.argsort(lengths, kind="stable")
        letters, pairs = signatures(keys)
        called = np.fromiter(numbers, dtype=np.uint32, count=len(keys))
        counts = np.bincount(lengths) if len(keys) else np.zeros(1, dtype=np.int64)
        arrays: Arrays = {"order": called[order], "letters": letters[order]}
        arrays["pairs"] = pairs[order]
        arrays["starts"] = np.concatenate(([0], np.cumsum(counts))).astype(np.uint32)
        return cls(arrays)

    def likely(self, key: str, *, edits: int) -> list[int]:
        """Numbers of the keys that may be within `edits` of this one, MOST at most."""
        letters, pairs = map(np.uint64, signature(key))
        found = []
        for length in range(max(1, len(key) - edits), len(key) + edits + 1):
            if length + 1 >= len(self._starts):
                break
            start, end = self._starts[length], self._starts[length + 1]
            bits = np.bitwise_count(self._letters[start:end] ^ letters)
            near = np.flatnonzero(bits <= 2 * edits - abs(length - len(key)))
            found.append(near + start)
        if not found:
            return []
        chosen = np.concatenate(found)
        apart = np.bitwise_count(self._pairs[chosen] ^ pairs)
        chosen, apart = (each[apart <= PAIR_BITS * edits] for each in (chosen, apart))
        if len(chosen) > MOST:
            chosen = chosen[np.argsort(apart, kind="stable")[:MOST]]
        numbers: list[int] = self._order[chosen].tolist()
        return numbers


def signature(key: str) -> tuple[int, int]:
    """As `signatures`, of one key, which is quicker without arrays."""
    letters = pairs = 0
    before = ord("\n")
    for point in map(ord, f"{key}\n"):
        pairs |= 1 << (before * 31_337 + point * 7_919 >> 3) % 64
        bit = 1 << (point & (LETTERS - 1))
        letters |= bit << LETTERS if letters & bit else bit
        before = point
    return letters, pairs


def signatures(keys: Sequence[str]) -> tuple[Bits, Bits]:
    """Of each key the signatures by letters and by pairs of neighbours."""
    if not keys:
        return np.zeros(0, np.uint64), np.zeros(0, np.uint64)
    stream = "\n" + "\n".join(keys) + "\n"
    points = np.frombuffer(stream.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    lengths = np.fromiter(map(len, keys), dtype=np.int64, count=len(keys)) + 1
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    mixed = points[:-1].astype(np.uint64) * np.uint64(31_337) + points[1:] * np.uint64(7_919)
    pairs = np.uint64(1) << (mixed >> np.uint64(3)) % np.uint64(64)
    rows = np.repeat(np.arange(len(keys), dtype=np.int64), lengths)
    held, counts = np.unique(rows * LETTERS + (points[1:] & (LETTERS - 1)), return_counts=True)
    bits = np.uint64(1) << (held % LETTERS).astype(np.uint64)
    bits |= np.where(counts > 1, bits << np.uint64(LETTERS), np.uint64(0))
    first = np.searchsorted(held, np.arange(len(keys), dtype=np.int64) * LETTERS)
    return np.bitwise_or.reduceat(bits, first), np.bitwise_or.reduceat(pairs, starts)
