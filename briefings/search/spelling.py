"""Words as typed → words the archive knows: an index finds, rapidfuzz corrects."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from briefings.search.letters import (
    has_particle,
    is_hangul,
    is_latin,
    letters,
    romanised,
    sound,
    sounds,
)
from briefings.text.stemming import stem

if TYPE_CHECKING:
    from briefings.search.signatures import Arrays, Numbers
    from briefings.search.vocabulary import Vocabulary

MOST_LATE = 20_000
"""Words that are simply compared with each; more are settled in a vocabulary."""

MOST_NEIGHBOURS = 20
LONGEST_RANGE = 20_000
"""Late words with the same beginning that are looked at."""

MOST_KNOWN = 500
"""Answers that are kept for the next key struck."""

MOST_PLACED = 5_000
"""Words whose numbers are kept at hand."""

LEAST_ALIKE = 70.0
"""Likeness of two sounds, of 100, from which on they may be one name."""


def tolerance(word: str) -> int:
    """How many edits a word of this length forgives (optimal string alignment distance).

    A syllable of Hangul is two or three letters that make a word of their own, so fewer.
    """
    size = len(word)
    if word.isdigit():
        return 0
    if is_hangul(word):
        return 0 if size < 2 else 1 if size < 4 else 2
    return 0 if size < 4 else 1 if size < 6 else 2


class Keys:
    """A growing list of numbered short strings, to find those of about one's length."""

    def __init__(self) -> None:
        self._by_length: dict[int, dict[int, str]] = {}

    def add(self, number: int, key: str) -> None:
        self._by_length.setdefault(len(key), {})[number] = key

    def likely(self, key: str, *, edits: int) -> Iterator[Mapping[int, str]]:
        for length in range(len(key) - edits, len(key) + edits + 1):
            if length in self._by_length:
                yield self._by_length[length]


class Words:
    """A growing list of distinct words with a number each, to look similar ones up in.

    Very many are settled in a vocabulary; what comes after that is late.
    """

    def __init__(self, words: Iterable[str] = (), settled: "Vocabulary | None" = None) -> None:
        self.settled = settled
        self._begin()
        for word in words:
            self.add(word)

    def _begin(self) -> None:
        self.first = len(self.settled) if self.settled is not None else 0
        self.late: list[str] = []
        self._numbers: dict[str, int] = {}
        self._placed: dict[str, int | None] = {}  # settled words, or none, that were looked up
        self._letters: list[str] = []
        self._keys = Keys()
        self._stems: dict[str, list[int]] = {}
        self._stemmed = 0
        self._sorted: list[tuple[str, int]] = []
        self._near: dict[tuple[str, bool], list[tuple[str, int]]] = {}

    def __len__(self) -> int:
        return self.first + len(self.late)

    def __contains__(self, word: str) -> bool:
        return self.number(word) is not None

    def __getitem__(self, number: int) -> str:
        if number >= self.first or self.settled is None:
            return self.late[number - self.first]
        return self.settled[number]

    def number(self, word: str) -> int | None:
        number = self._numbers.get(word)
        if number is None and self.settled is not None:
            if word not in self._placed:
                if len(self._placed) >= MOST_PLACED:
                    self._placed.clear()
                self._placed[word] = self.settled.number(word)
            return self._placed[word]
        return number

    def add(self, word: str) -> int:
        number = self.number(word)
        if number is None:
            self._near.clear()
            number = self._numbers[word] = len(self)
            self.late.append(word)
            self._letters.append(letters(word))
            self._keys.add(number, self._letters[-1])
        return number

    def sound(self, number: int) -> str:
        """How a word sounds."""
        if self.settled is not None and number < self.first:
            return self.settled.sound(number)
        return sound(self[number])

    @property
    def crowded(self) -> bool:
        """Whether there are so many late words that they had better be settled."""
        return len(self.late) > MOST_LATE

    def settle(self) -> "tuple[Vocabulary, Numbers]":
        """Make a vocabulary of all words; with the new number of each."""
        from briefings.search.vocabulary import (  # noqa: PLC0415 -- numpy, for large archives
            Vocabulary,
        )

        self.settled, ranks = Vocabulary.of([self[number] for number in range(len(self))])
        self._begin()
        return self.settled, ranks

    @classmethod
    def of(cls, arrays: "Arrays") -> "Words":
        """From the arrays of their vocabulary."""
        from briefings.search.vocabulary import (  # noqa: PLC0415 -- numpy, for large archives
            Vocabulary,
        )

        return cls(settled=Vocabulary(arrays))

    def neighbours(self, word: str, *, bold: bool = False) -> list[tuple[str, int]]:
        """Other words within the tolerance and their distance, nearest first.

        bold: one edit more for words of three to five letters, where other words typed beside this
        one tell the right one from the wrong ones.
        """
        if (word, bold) not in self._near:
            if len(self._near) >= MOST_KNOWN:
                self._near.clear()
            self._near[word, bold] = self._neighbours(word, bold=bold)
        return self._near[word, bold]

    def _neighbours(self, word: str, *, bold: bool) -> list[tuple[str, int]]:
        edits = tolerance(word)
        edits += bold and 2 <= len(word) <= 5 and not is_hangul(word) and not word.isdigit()
        if not edits:
            return []
        key = letters(word)
        near: list[tuple[int, int]] = []
        for some in self._likely(key, edits):
            found = process.extract(
                key, some, scorer=OSA.distance, score_cutoff=edits, limit=MOST_NEIGHBOURS
            )
            near += ((int(distance), number) for _, distance, number in found)
        words = ((self[number], distance) for distance, number in sorted(near))
        return [(each, edits) for each, edits in words if each != word and _fits(word, each)]

    def _likely(self, key: str, edits: int) -> Iterator[Mapping[int, str]]:
        if self.settled is not None:
            yield self.settled.spelt_like(key, edits=edits)
        yield from self._keys.likely(key, edits=edits)

    def settled_range(self, prefix: str) -> tuple[int, int]:
        """The numbers of the settled words that begin so: from, to."""
        return self.settled.range(letters(prefix)) if self.settled is not None else (0, 0)

    def late_beginning(self, prefix: str) -> Iterator[int]:
        """The numbers of the late words that begin so."""
        key = letters(prefix)
        if len(self.late) > len(self._sorted) * 1.1 + 50:
            numbers = range(self.first, len(self))
            self._sorted = sorted(zip(self._letters, numbers, strict=True))
        at = bisect_left(self._sorted, (key,))
        for known, number in self._sorted[at : at + LONGEST_RANGE]:
            if not known.startswith(key):
                break
            yield number
        for place in range(len(self._sorted), len(self.late)):
            if self._letters[place].startswith(key):
                yield self.first + place

    def kin(self, word: str) -> Iterator[str]:
        """Other words of the same stem."""
        for late in self.late[self._stemmed :]:
            self._stems.setdefault(stem(late), []).append(self._numbers[late])
        self._stemmed = len(self.late)
        root = stem(word)
        settled = self.settled.kin(root) if self.settled is not None else ()
        for number in (*settled, *self._stems.get(root, ())):
            if self[number] != word:
                yield self[number]


class Sounds:
    """Words of one kind of script by their sound, for names that were typed in another."""

    def __init__(self, words: Words, *, latin: bool) -> None:
        self._words = words
        self._latin = latin
        self._begin()

    def _begin(self) -> None:
        self._settled = self._words.settled
        self._seen = 0
        self._keys = Keys()
        self._known: dict[tuple[str, bool], list[tuple[str, float]]] = {}

    def like(self, heard: str, limit: int = 8, *, exact: bool = False) -> list[tuple[str, float]]:
        """Words that sound about like `heard`, or just so, with how much (0…1), best first."""
        self._catch_up()
        if len(heard) < 2:
            return []
        if (heard, exact) not in self._known:
            self._known[heard, exact] = self._like(heard, limit, exact=exact)
        return self._known[heard, exact]

    def _like(self, heard: str, limit: int, *, exact: bool) -> list[tuple[str, float]]:
        edits = 0 if exact else 1 + (len(heard) > 4) + (len(heard) > 9)
        near: dict[int, float] = {}
        for some in self._likely(heard, edits):
            found = process.extract(
                heard, some, scorer=OSA.distance, score_cutoff=edits, limit=4 * limit
            )
            for key, _, place in found:
                number = place if self._settled is None else self._settled.heard_at(place)
                near[number] = max(near.get(number, 0.0), fuzz.ratio(heard, key))
        best = sorted(near, key=lambda number: (-near[number], number))[:limit]
        return [
            (self._words[number], near[number] / 100)
            for number in best
            if near[number] >= LEAST_ALIKE
        ]

    def _likely(self, heard: str, edits: int) -> Iterator[Mapping[int, str]]:
        if self._settled is not None:
            yield self._settled.sounding_like(heard, edits=edits, latin=self._latin)
        yield from self._keys.likely(heard, edits=edits)

    def _catch_up(self) -> None:
        if self._settled is not self._words.settled:
            self._begin()
        fresh = self._words.late[self._seen :]
        numbers = range(self._words.first + self._seen, len(self._words))
        if fresh or len(self._known) > MOST_KNOWN:
            self._known.clear()
        self._seen = len(self._words.late)
        for word, number, heard in zip(fresh, numbers, sounds(fresh), strict=True) if fresh else ():
            if is_latin(word) == self._latin and not word.isdigit():
                self._keys.add(number, heard)
                if has_particle(word):
                    self._keys.add(number, sound(stem(word)))


def spelt_alike(typed: str, word: str) -> float:
    """Likeness (0…1) of two words of different scripts in Latin letters; the one that stands there
    may end with a particle."""
    ways = (word, stem(word)) if has_particle(word) else (word,)
    return max(fuzz.ratio(romanised(typed), romanised(way)) for way in ways) / 100


def _fits(word: str, other: str) -> bool:
    """Digits are never a slip, and Hangul is only like Hangul."""
    return not other.isdigit() and is_hangul(word) == is_hangul(other)
