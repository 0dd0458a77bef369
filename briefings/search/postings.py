"""What of a title is asked, in the numbers of an index; and few titles, each with its words.

Plain Python, for small archives, and for what came since the arrays of a large one were made.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Protocol

MOST_POSTINGS = 30_000
"""Postings of one typed word that may bring new candidates, the rarest words' first."""

MOST_CHECKED = 60_000
"""Of a commoner word's postings, the newest that are looked through for candidates found before."""

MOST_BEFORE = 240
"""Candidates that are weighed by all their words."""

GONE = -1


@dataclass(frozen=True, slots=True)
class Wanted:
    """One typed word: the forms it may have as numbers of words, with their worth, the best first;
    a form of several words has to stand there whole."""

    forms: tuple[tuple[tuple[int, ...], float], ...]
    weight: float


class Titles(Protocol):
    """Titles by slot, which grow newer; what holds them may be plain or compact."""

    looked_at: int
    """Postings of the last search that were looked at: what bounds the work, for tests."""

    def count(self, number: int) -> int:
        """In how many titles a word stands."""

    def best(self, wanted: Sequence[Wanted], most: int) -> list[tuple[float, int, int]]:
        """Share of the weight, day and slot of those that hold most, best first."""

    def words(self, slot: int) -> list[int]: ...
    def key(self, slot: int) -> int: ...
    def drop(self, key: int) -> bool:
        """Forget a key; whether it was here."""


class Late:
    """The titles that came last."""

    def __init__(self) -> None:
        self.keys = array("q")
        self.days = array("i")
        self.tokens = array("I")
        self.ends = array("Q", [0])
        self.looked_at = 0
        self._greatest = GONE
        self._gone = 0
        self._slots: dict[int, int] = {}
        self._found = 0
        self._postings: dict[int, array[int]] = {}
        self._posted = 0

    def __len__(self) -> int:
        return len(self.keys) - self._gone

    def put(self, key: int, numbers: Iterable[int], day: int) -> None:
        self._greatest = max(self._greatest, key)
        self.keys.append(key)
        self.days.append(day)
        self.tokens.extend(numbers)
        self.ends.append(len(self.tokens))

    def drop(self, key: int) -> bool:
        if key > self._greatest:  # so that building from scratch needs no table of keys
            return False
        for slot in range(self._found, len(self.keys)):
            self._slots[self.keys[slot]] = slot
        self._found = len(self.keys)
        slot = self._slots.pop(key, GONE)
        if slot != GONE:
            self.keys[slot] = GONE
            self._gone += 1
        return slot != GONE

    def key(self, slot: int) -> int:
        return self.keys[slot]

    def words(self, slot: int) -> list[int]:
        return self.tokens[self.ends[slot] : self.ends[slot + 1]].tolist()

    def count(self, number: int) -> int:
        self._catch_up()
        return len(self._postings.get(number, ()))

    def best(self, wanted: Sequence[Wanted], most: int) -> list[tuple[float, int, int]]:
        whole = sum(each.weight for each in wanted)
        worths: dict[int, list[tuple[int, float]]] = {}
        for place, each in enumerate(wanted):
            for form, worth in each.forms:
                if len(form) == 1:
                    worths.setdefault(form[0], []).append((place, worth))
        found = (
            (self._weighed(slot, wanted, worths) / whole, self.days[slot], slot)
            for slot in self._candidates(wanted)
        )
        return nlargest(most, found)

    def _catch_up(self) -> None:
        for slot in range(self._posted, len(self.keys)):
            for number in self.words(slot):
                self._postings.setdefault(number, array("I")).append(slot)
        self._posted = len(self.keys)

    def _candidates(self, wanted: Sequence[Wanted]) -> list[int]:
        """Slots that hold the rarest of the words, those with most weight."""
        scores: dict[int, float] = {}
        self.looked_at = 0
        for each in sorted(wanted, key=self._size):
            room = self.looked_at < MOST_POSTINGS or not scores
            left = MOST_POSTINGS if room else MOST_CHECKED
            seen: set[int] = set()
            for form, worth in each.forms:
                newest = self._rarest(form)[-left:] if left else ()
                left -= len(newest)
                self.looked_at += len(newest)
                fresh = (set(newest) if room else scores.keys() & set(newest)) - seen
                seen |= fresh
                for slot in fresh:
                    scores[slot] = scores.get(slot, 0.0) + worth * each.weight
        live = ((score, slot) for slot, score in scores.items() if self.keys[slot] != GONE)
        return [slot for _, slot in nlargest(MOST_BEFORE, live)]

    def _size(self, wanted: Wanted) -> int:
        return sum(len(self._rarest(form)) for form, _ in wanted.forms)

    def _rarest(self, form: tuple[int, ...]) -> Sequence[int]:
        return min((self._postings.get(number, ()) for number in form), key=len)

    def _weighed(
        self, slot: int, wanted: Sequence[Wanted], worths: dict[int, list[tuple[int, float]]]
    ) -> float:
        best = [0.0] * len(wanted)
        words = self.words(slot)
        for number in words:
            for place, worth in worths.get(number, ()):
                best[place] = max(best[place], worth)
        for place, each in enumerate(wanted):
            for form, worth in each.forms:
                if len(form) > 1 and worth > best[place] and set(form).issubset(words):
                    best[place] = worth
        return sum(each.weight * worth for each, worth in zip(wanted, best, strict=True))
