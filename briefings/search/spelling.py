"""Words as typed → words the archive knows: an index finds, rapidfuzz corrects."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from briefings.search.letters import is_hangul, is_latin, letters, sound

if TYPE_CHECKING:
    from briefings.search.grams import Grams

COMPARED_AT_MOST = 20_000
"""Words that are simply compared with each; more are first narrowed down by their letters."""

MOST_NEIGHBOURS = 6
MOST_COMPLETIONS = 24
LONGEST_RANGE = 4_000
"""Words with the same beginning that are looked at."""

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


class Words:
    """A growing list of distinct words with a number each, to look similar ones up in."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.words: list[str] = []
        self.numbers: dict[str, int] = {}
        self._keys: list[str] = []
        self._sorted: list[str] = []
        self._grams: Grams | None = None
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
            self._keys.append(letters(word))
        return number

    def neighbours(self, word: str) -> list[tuple[str, int]]:
        """Other words within the tolerance and their distance, nearest first."""
        edits = tolerance(word)
        if not edits:
            return []
        key = letters(word)
        found = process.extract(
            key,
            self.likely(key, edits=edits),
            scorer=OSA.distance,
            score_cutoff=edits,
            limit=40,
        )
        near = ((self.words[number], int(distance)) for _, distance, number in found)
        return [(each, distance) for each, distance in near if each != word and _fits(word, each)]

    def completions(self, prefix: str, worth: Callable[[str], int]) -> list[str]:
        """Words that go on from `prefix`, those of most worth."""
        longer = [word for word in self.beginning(prefix) if word != prefix]
        return sorted(longer, key=lambda word: (-worth(word), word))[:MOST_COMPLETIONS]

    def beginning(self, prefix: str) -> Iterator[str]:
        """Words that begin so, the prefix itself among them; LONGEST_RANGE of the old ones."""
        key = letters(prefix)
        if len(self.words) > len(self._sorted) * 1.1 + 50:
            self._sorted = sorted(self._keys)
            self._by_key = dict(zip(self._keys, self.words, strict=True))
        at = bisect_left(self._sorted, key)
        for known in self._sorted[at : at + LONGEST_RANGE]:
            if not known.startswith(key):
                break
            yield self._by_key[known]
        for number in range(len(self._sorted), len(self.words)):
            if self._keys[number].startswith(key):
                yield self.words[number]

    def likely(self, key: str, *, edits: int) -> dict[int, str]:
        """Letters of the words that are worth comparing with `key`, by number."""
        self._grams = _grams_of(self._keys, self._grams)
        return _narrowed(self._keys, self._grams, key, edits=edits, slack=edits)


class Sounds:
    """Words of one kind of script by their sound, for names that were typed in another."""

    def __init__(self, words: Words, *, latin: bool) -> None:
        self._words = words
        self._latin = latin
        self._seen = 0
        self._keys: list[str] = []
        self._numbers: list[int] = []
        self._grams: Grams | None = None

    def like(self, heard: str, limit: int = 8) -> list[tuple[str, float]]:
        """Words that sound about like `heard`, with how much (0…1), best first."""
        self._catch_up()
        if len(heard) < 2 or not self._keys:
            return []
        self._grams = _grams_of(self._keys, self._grams)
        edits = max(1, len(heard) // 3)
        near = _narrowed(self._keys, self._grams, heard, edits=edits, slack=edits + 1)
        found = process.extract(
            heard, near, scorer=fuzz.ratio, score_cutoff=LEAST_ALIKE, limit=limit
        )
        return [(self._words.words[self._numbers[at]], score / 100) for _, score, at in found]

    def _catch_up(self) -> None:
        for number in range(self._seen, len(self._words)):
            word = self._words.words[number]
            if is_latin(word) == self._latin and not word.isdigit():
                self._keys.append(sound(word))
                self._numbers.append(number)
        self._seen = len(self._words)


def _grams_of(keys: Sequence[str], grams: "Grams | None") -> "Grams | None":
    """An index that is not too far behind the keys; none where there are few."""
    behind = len(keys) - (grams.size if grams else 0)
    if behind <= COMPARED_AT_MOST:
        return grams
    from briefings.search.grams import Grams  # noqa: PLC0415 -- numpy, only for large archives

    return Grams(keys)


def _narrowed(
    keys: Sequence[str], grams: "Grams | None", key: str, *, edits: int, slack: int
) -> dict[int, str]:
    """The keys worth comparing, by position: those the index gives, and all it does not know."""
    start = grams.size if grams else 0
    late = {
        at: keys[at] for at in range(start, len(keys)) if abs(len(keys[at]) - len(key)) <= slack
    }
    if grams is None:
        return late
    return {at: keys[at] for at in grams.likely(key, edits=edits, slack=slack)} | late


def _fits(word: str, other: str) -> bool:
    """Digits are never a slip, and Hangul is only like Hangul."""
    return not other.isdigit() and is_hangul(word) == is_hangul(other)
