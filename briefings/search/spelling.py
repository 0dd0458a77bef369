"""Words as typed → words the archive knows: an index finds, rapidfuzz corrects."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from briefings.search.letters import is_hangul, is_latin, letters, sound

if TYPE_CHECKING:
    from briefings.search.grams import Grams

COMPARED_AT_MOST = 20_000
"""Words that are simply compared with each; more are first narrowed down by their letters."""

MOST_NEIGHBOURS = 20
MOST_COMPLETIONS = 24
LONGEST_RANGE = 4_000
"""Words with the same beginning that are looked at."""

MOST_KNOWN = 500
"""Answers that are kept for the next key struck."""

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
    """A growing list of short strings, to find those like another one without comparing all."""

    def __init__(self) -> None:
        self.all: list[str] = []
        self._late: dict[int, dict[int, str]] = {}
        self._grams: Grams | None = None

    def __len__(self) -> int:
        return len(self.all)

    def add(self, key: str) -> None:
        self._late.setdefault(len(key), {})[len(self.all)] = key
        self.all.append(key)

    def likely(self, key: str, *, edits: int, slack: int) -> Iterator[Mapping[int, str]]:
        """Keys worth comparing, by position: those the index gives, and all it does not know.

        slack: letters they may be longer or shorter.
        """
        self._catch_up()
        if self._grams is not None:
            found = self._grams.likely(key, edits=edits, slack=slack)
            yield {position: self.all[position] for position in found}
        for length in range(len(key) - slack, len(key) + slack + 1):
            if length in self._late:
                yield self._late[length]

    def _catch_up(self) -> None:
        if sum(map(len, self._late.values())) > COMPARED_AT_MOST:
            from briefings.search.grams import (  # noqa: PLC0415 -- numpy, for large archives
                Grams,
            )

            self._grams = Grams(self.all)
            self._late = {}


class Words:
    """A growing list of distinct words with a number each, to look similar ones up in."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.words: list[str] = []
        self.numbers: dict[str, int] = {}
        self._keys = Keys()
        self._sorted: list[str] = []
        for word in words:
            self.add(word)

    def __len__(self) -> int:
        return len(self.words)

    def __contains__(self, word: str) -> bool:
        return word in self.numbers

    def add(self, word: str) -> int:
        number = self.numbers.get(word)
        if number is None:
            number = self.numbers[word] = len(self.words)
            self.words.append(word)
            self._keys.add(letters(word))
        return number

    def neighbours(self, word: str, *, bold: bool = False) -> list[tuple[str, int]]:
        """Other words within the tolerance and their distance, nearest first.

        bold: one edit more for words of three to five letters, where other words typed beside this
        one tell the right one from the wrong ones.
        """
        edits = tolerance(word)
        edits += bold and 3 <= len(word) <= 5 and not is_hangul(word) and not word.isdigit()
        if not edits:
            return []
        key = letters(word)
        near: list[tuple[int, int]] = []
        for some in self._keys.likely(key, edits=edits, slack=edits):
            found = process.extract(
                key, some, scorer=OSA.distance, score_cutoff=edits, limit=MOST_NEIGHBOURS
            )
            near += ((int(distance), number) for _, distance, number in found)
        words = ((self.words[number], distance) for distance, number in sorted(near))
        return [(each, edits) for each, edits in words if each != word and _fits(word, each)]

    def completions(self, prefix: str, worth: Callable[[str], int]) -> list[str]:
        """Words that go on from `prefix`, those of most worth."""
        longer = [word for word in self.beginning(prefix) if word != prefix]
        return sorted(longer, key=lambda word: (-worth(word), word))[:MOST_COMPLETIONS]

    def beginning(self, prefix: str) -> Iterator[str]:
        """Words that begin so, the prefix itself among them; LONGEST_RANGE of the old ones."""
        key = letters(prefix)
        keys = self._keys.all
        if len(keys) > len(self._sorted) * 1.1 + 50:
            self._sorted = sorted(keys)
            self._by_key = dict(zip(keys, self.words, strict=True))
        at = bisect_left(self._sorted, key)
        for known in self._sorted[at : at + LONGEST_RANGE]:
            if not known.startswith(key):
                break
            yield self._by_key[known]
        for number in range(len(self._sorted), len(keys)):
            if keys[number].startswith(key):
                yield self.words[number]


class Sounds:
    """Words of one kind of script by their sound, for names that were typed in another."""

    def __init__(self, words: Words, *, latin: bool) -> None:
        self._words = words
        self._latin = latin
        self._seen = 0
        self._keys = Keys()
        self._numbers: list[int] = []
        self._known: dict[str, list[tuple[str, float]]] = {}

    def like(self, heard: str, limit: int = 8) -> list[tuple[str, float]]:
        """Words that sound about like `heard`, with how much (0…1), best first."""
        self._catch_up()
        if len(heard) < 2:
            return []
        if heard not in self._known:
            self._known[heard] = self._like(heard, limit)
        return self._known[heard]

    def _like(self, heard: str, limit: int) -> list[tuple[str, float]]:
        edits = 1 + (len(heard) > 4) + (len(heard) > 9)
        near: list[tuple[float, int]] = []
        for some in self._keys.likely(heard, edits=edits, slack=edits):
            found = process.extract(
                heard, some, scorer=OSA.distance, score_cutoff=edits, limit=4 * limit
            )
            near += ((fuzz.ratio(heard, key), at) for key, _, at in found)
        near.sort(key=lambda each: (-each[0], each[1]))
        return [
            (self._words.words[self._numbers[at]], score / 100)
            for score, at in near[:limit]
            if score >= LEAST_ALIKE
        ]

    def _catch_up(self) -> None:
        for number in range(self._seen, len(self._words)):
            word = self._words.words[number]
            if is_latin(word) == self._latin and not word.isdigit():
                self._keys.add(sound(word))
                self._numbers.append(number)
        if self._seen < len(self._words) or len(self._known) > MOST_KNOWN:
            self._known.clear()
        self._seen = len(self._words)


def _fits(word: str, other: str) -> bool:
    """Digits are never a slip, and Hangul is only like Hangul."""
    return not other.isdigit() and is_hangul(word) == is_hangul(other)
