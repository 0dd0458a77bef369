"""Very many titles in compact arrays, which are written to a file as they are.

Loaded (with numpy) for large archives only.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefings.search import postings
from briefings.search.postings import GONE, Late, Wanted
from briefings.search.signatures import Arrays, Numbers

LEVELS = 1000
"""Scores that are told apart, so that finding the highest takes one look at each."""

Weights = NDArray[np.float32]
Sizes = NDArray[np.int64]


class Listed(NamedTuple):
    """Titles one after another; sizes: how many of the words each has."""

    keys: NDArray[np.int64]
    days: NDArray[np.int32]
    words: Numbers
    sizes: Sizes
    live: NDArray[np.bool_]

    def and_then(self, later: "Listed") -> "Listed":
        return Listed(
            np.concatenate((self.keys, later.keys)),
            np.concatenate((self.days, later.days)),
            np.concatenate((self.words, later.words)),
            np.concatenate((self.sizes, later.sizes)),
            np.concatenate((self.live, later.live)),
        )


class Settled:
    """Titles by slot: their words, and of each word the slots it stands in."""

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays
        self._keys: NDArray[np.int64] = arrays["keys"]
        self._days: NDArray[np.int32] = arrays["days"]
        self._tokens: Numbers = arrays["tokens"]
        self._ends: Numbers = arrays["ends"]
        self._slots: Numbers = arrays["slots"]
        self._bounds = arrays["bounds"].data
        self._by_key: Numbers = arrays["by_key"]
        self._scores = np.zeros(len(self._keys), dtype=np.float32)
        self._places = np.zeros(len(self._keys), dtype=np.int32)
        self._worths = np.zeros(len(self._bounds))
        self._gone = np.zeros(len(self._keys), dtype=np.bool_)
        self.live = len(self._keys)
        self.looked_at = 0

    @classmethod
    def of(cls, older: "Settled | None", late: Late, ranks: Numbers) -> "Settled":
        """The older titles and then the late ones, without those that have gone; ranks: old number
        of a word → new number."""
        titles = _listed(late)
        if older is not None:
            titles = older.listed().and_then(titles)
        keys, days, words, sizes, live = titles
        if not live.all():
            words = words[np.repeat(live, sizes)]
            keys, days, sizes = keys[live], days[live], sizes[live]
        return cls(_arrays(keys, days, (ranks[words], sizes), len(ranks)))

    def listed(self) -> Listed:
        ends = self._ends.astype(np.int64)
        sizes = ends[1:] - ends[:-1]
        return Listed(self._keys, self._days, self._tokens, sizes, ~self._gone)

    def __len__(self) -> int:
        return self.live

    @property
    def gone(self) -> int:
        return len(self._keys) - self.live

    def drop(self, key: int) -> bool:
        slot = self._slot(key)
        if slot is None or self._gone[slot]:
            return False
        self._gone[slot] = True
        self.live -= 1
        return True

    def key(self, slot: int) -> int:
        return int(self._keys[slot])

    def words(self, slot: int) -> list[int]:
        numbers: list[int] = self._tokens[self._ends[slot] : self._ends[slot + 1]].tolist()
        return numbers

    def count(self, number: int) -> int:
        if number + 1 >= len(self._bounds):
            return 0
        return self._bounds[number + 1] - self._bounds[number]

    def commonest(self, start: int, end: int, most: int) -> list[int]:
        """Of the words numbered [start, end) those that stand in most titles."""
        bounds: Numbers = self.arrays["bounds"]
        counts = np.diff(bounds[start : end + 1])
        if len(counts) > most:
            chosen = np.argpartition(counts, len(counts) - most)[len(counts) - most :] + start
            return sorted(chosen.tolist())
        return list(range(start, end))

    def best(self, wanted: Sequence[Wanted], most: int) -> list[tuple[float, int, int]]:
        slots = self._candidates(wanted)
        if not len(slots):
            return []
        shares = self._weighed(slots, wanted) / sum(each.weight for each in wanted)
        order = np.lexsort((slots, self._days[slots], shares))[::-1][:most]
        chosen = slots[order]
        return list(
            zip(shares[order].tolist(), self._days[chosen].tolist(), chosen.tolist(), strict=True)
        )

    def _slot(self, key: int) -> int | None:
        keys = self._keys
        at = bisect_left(self._by_key, key, key=keys.__getitem__)
        slot = int(self._by_key[at]) if at < len(self._by_key) else None
        return slot if slot is not None and keys[slot] == key else None

    def _candidates(self, wanted: Sequence[Wanted]) -> Numbers:
        """Slots that hold the rarest of the words, those with most weight."""
        self.looked_at = 0
        found: list[Numbers] = []
        for each in sorted(wanted, key=self._size):
            room = self.looked_at < postings.MOST_POSTINGS or not found
            slots, worths = self._newest(each, room=room)
            self.looked_at += len(slots)
            if not room:
                known = self._scores[slots] > 0
                slots, worths = slots[known], worths[known]
            last = self._last_of_each(slots)
            slots = slots[last]
            self._scores[slots] += worths[last] * np.float32(each.weight)
            if room and len(slots):
                found.append(slots)
        if not found:
            return np.zeros(0, np.uint32)
        slots = np.concatenate(found)
        slots = slots[self._last_of_each(slots)]
        scores = self._scores[slots]
        self._scores[slots] = 0
        live = ~self._gone[slots]
        return _highest(slots[live], scores[live])

    def _newest(self, wanted: Wanted, *, room: bool) -> tuple[Numbers, Weights]:
        """The newest slots of its forms, those of the best last, and the worth of each."""
        left = postings.MOST_POSTINGS if room else postings.MOST_CHECKED
        some: list[Numbers] = []
        worths: list[float] = []
        for form, worth in wanted.forms:
            start, end = self._rarest(form)
            start = max(start, end - left)
            left -= end - start
            some.append(self._slots[start:end])
            worths.append(worth)
        some.reverse()
        worths.reverse()
        if not some:
            return np.zeros(0, np.uint32), np.zeros(0, np.float32)
        sizes = [len(each) for each in some]
        return np.concatenate(some), np.repeat(np.array(worths, dtype=np.float32), sizes)

    def _last_of_each(self, slots: Numbers) -> NDArray[np.bool_]:
        """Which places of a list hold a slot for the last time."""
        places = np.arange(len(slots), dtype=np.int32)
        self._places[slots] = places
        last: NDArray[np.bool_] = self._places[slots] == places
        return last

    def _size(self, wanted: Wanted) -> int:
        return sum(end - start for start, end in (self._rarest(form) for form, _ in wanted.forms))

    def _rarest(self, form: tuple[int, ...]) -> tuple[int, int]:
        """Where the postings of the form's rarest word begin and end."""
        if any(number + 1 >= len(self._bounds) for number in form):
            return 0, 0
        bounds = [(self._bounds[number], self._bounds[number + 1]) for number in form]
        return min(bounds, key=lambda bound: bound[1] - bound[0])

    def _weighed(self, slots: Numbers, wanted: Sequence[Wanted]) -> NDArray[np.float64]:
        """Of each slot the weight of what it holds."""
        starts = self._ends[slots].astype(np.int64)
        sizes = self._ends[slots + 1].astype(np.int64) - starts
        firsts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        tokens = self._tokens[np.arange(sizes.sum()) + np.repeat(starts - firsts, sizes)]
        total = np.zeros(len(slots))
        for each in wanted:
            single = [(form[0], worth) for form, worth in each.forms if self._is_single(form)]
            numbers = [number for number, _ in single]
            self._worths[numbers] = [worth for _, worth in single]
            best = np.maximum.reduceat(self._worths[tokens], firsts)
            self._worths[numbers] = 0
            for form, worth in each.forms:
                if len(form) > 1:
                    held = [np.logical_or.reduceat(tokens == number, firsts) for number in form]
                    best = np.where(np.logical_and.reduce(held), np.maximum(best, worth), best)
            total += each.weight * best
        return total

    def _is_single(self, form: tuple[int, ...]) -> bool:
        return len(form) == 1 and form[0] + 1 < len(self._bounds)


def _listed(late: Late) -> Listed:
    keys, tokens = np.asarray(late.keys), np.asarray(late.tokens)
    ends = np.asarray(late.ends).astype(np.int64)
    return Listed(keys, np.asarray(late.days), tokens, ends[1:] - ends[:-1], keys != GONE)


def _arrays(
    keys: NDArray[np.int64],
    days: NDArray[np.int32],
    words: tuple[Numbers, Sizes],
    size: int,
) -> Arrays:
    """words: those of all titles, and how many each title has; size: of the vocabulary."""
    tokens, sizes = words
    order = np.argsort(tokens, kind="stable")
    rows = np.repeat(np.arange(len(keys), dtype=np.uint32), sizes)
    counts = np.bincount(tokens, minlength=size)
    return {
        "keys": keys,
        "days": days,
        "tokens": tokens,
        "ends": np.concatenate(([0], np.cumsum(sizes))).astype(np.uint32),
        "slots": rows[order],
        "bounds": np.concatenate(([0], np.cumsum(counts))).astype(np.uint32),
        "by_key": np.argsort(keys, kind="stable").astype(np.uint32),
    }


def _highest(slots: Numbers, scores: Weights) -> Numbers:
    """The MOST_BEFORE slots of the highest scores, newer ones on a tie."""
    most = postings.MOST_BEFORE
    if len(slots) <= most:
        return slots
    levels = (scores * (LEVELS / scores.max())).astype(np.int64)
    counts = np.cumsum(np.bincount(levels, minlength=LEVELS + 1)[::-1])
    least = LEVELS - int(np.searchsorted(counts, most))
    above = slots[levels > least]
    level = slots[levels == least]
    room = most - len(above)
    if len(level) > room:
        level = level[np.argpartition(level, len(level) - room)[len(level) - room :]]
    return np.concatenate((above, level))
