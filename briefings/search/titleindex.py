"""Titles, or names, in memory: distinct words with their postings, found in spite of slips.

What is indexed are the words, not the titles: a typed word becomes the words it may mean, their
postings give candidates, and only the best of these are compared whole. Bounded at each step.
"""

import math
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from rapidfuzz import fuzz

from briefings.search.expansion import Expansion, Form, Meaning
from briefings.search.spelling import Words
from briefings.text.folding import fold_tokens
from briefings.text.stemming import stem

MOST_POSTINGS = 30_000
"""Postings that may bring new candidates, rarest words first."""

MOST_CHECKED = 60_000
"""Of a commoner word's postings, the newest that are looked through for candidates found before."""

MOST_RANKED = 60
MOST_BEFORE = 240
"""Candidates weighed by all their words; the MOST_RANKED of them are compared as they are spelt."""

LONGEST_TITLE = 40  # words
LEAST_SHARE = 0.45
"""Of what was typed, by weight, that a title has to hold."""

START_BONUS = 0.06
SPELLING_BONUS = 0.15
BREVITY_BONUS = 0.05
COMPACT = 4
"""Rebuilt when less than one slot in COMPACT still holds a title."""


@dataclass(frozen=True, slots=True)
class Found:
    """A key (document, or place of a speaker) and its score, 0…about 1.3."""

    key: int
    score: float


class TitleIndex:
    """Not safe for threads by itself: whoever holds it holds a lock."""

    def __init__(self) -> None:
        self.words = Words()
        self._expansion = Expansion(self.words)
        self._postings: list[array[int]] = []
        self._stems: dict[str, list[int]] = {}
        self._tokens = array("I")
        self._bounds = array("Q", [0])
        self._keys = array("q")
        self._days = array("l")
        self._slots: dict[int, int] = {}
        self.looked_at = 0
        """Postings of the last search that were looked at: what bounds the work, for tests."""

    def __len__(self) -> int:
        return len(self._slots)

    def put(self, key: int, title: str, day: int = 0) -> None:
        """Add a title, or replace the one of this key. day: its date as an ordinal."""
        slot = len(self._keys)
        self.drop(key)
        self._slots[key] = slot
        self._keys.append(key)
        self._days.append(day)
        for number in dict.fromkeys(map(self._number, fold_tokens(title)[:LONGEST_TITLE])):
            self._postings[number].append(slot)
            self._tokens.append(number)
        self._bounds.append(len(self._tokens))

    def drop(self, key: int) -> None:
        """Forget a key; unknown ones are no matter."""
        slot = self._slots.pop(key, None)
        if slot is not None:
            self._keys[slot] = -1

    @property
    def wasteful(self) -> bool:
        """Whether most of it is titles that have gone, so that it had better be built anew."""
        return len(self._keys) > 1000 and len(self._keys) > COMPACT * len(self._slots)

    def frequency(self, word: str) -> int:
        number = self.words.numbers.get(word)
        return 0 if number is None else len(self._postings[number])

    def search(self, typed: str, *, limit: int) -> list[Found]:
        """The keys whose titles hold most of what is typed, best first, newer ones on a tie."""
        meanings = self._expansion.meanings(typed, self)
        if not meanings or not self._slots:
            return []
        whole = sum(meaning.weight for meaning in meanings)
        candidates = self._candidates(meanings)
        weighed = ((self._share(slot, meanings) / whole, slot) for slot in candidates)
        best = nlargest(MOST_RANKED, weighed, key=lambda pair: (pair[0], self._days[pair[1]]))
        ranked = [
            (share + self._likeness(slot, meanings), self._days[slot], self._keys[slot])
            for share, slot in best
            if share >= LEAST_SHARE
        ]
        ranked.sort(reverse=True)
        return [Found(key, score) for score, _, key in ranked[:limit]]

    def kin(self, word: str) -> Iterator[str]:
        """Other words of the same stem."""
        for number in self._stems.get(stem(word), ()):
            if self.words.words[number] != word:
                yield self.words.words[number]

    def weight(self, frequency: int) -> float:
        """Inverse document frequency of a word that stands in so many titles."""
        return math.log(1 + (len(self._slots) + 1) / (frequency + 0.5))

    def _number(self, word: str) -> int:
        number = self.words.add(word)
        if number == len(self._postings):
            self._postings.append(array("I"))
            self._stems.setdefault(stem(word), []).append(number)
        return number

    def _candidates(self, meanings: Sequence[Meaning]) -> list[int]:
        """Slots that hold the rarest of the words, those with most weight."""
        scores: dict[int, float] = {}
        self.looked_at = 0
        order = sorted(meanings, key=lambda meaning: self._size(meaning.forms))
        for meaning in order:
            room = self.looked_at < MOST_POSTINGS or not scores
            seen: set[int] = set()
            for form, worth in sorted(meaning.forms.items(), key=lambda form: -form[1]):
                for slot in self._slots_with(form, scores, room=room):
                    if slot not in seen:
                        seen.add(slot)
                        scores[slot] = scores.get(slot, 0.0) + worth * meaning.weight
        live = ((score, slot) for slot, score in scores.items() if self._keys[slot] >= 0)
        return [slot for _, slot in nlargest(MOST_BEFORE, live)]

    def _slots_with(self, form: Form, scores: Mapping[int, float], *, room: bool) -> Iterable[int]:
        """The newest slots with the rarest word of a form; without room for more, those that are
        candidates already."""
        posting = min(map(self._posting, form), key=len)
        most = MOST_POSTINGS if room else MOST_CHECKED
        newest = posting[-most:] if len(posting) > most else posting
        self.looked_at += len(newest)
        return newest if room else scores.keys() & set(newest)

    def _posting(self, word: str) -> "array[int]":
        return self._postings[self.words.numbers[word]]

    def _size(self, forms: Iterable[Form]) -> int:
        return sum(min(len(self._posting(word)) for word in form) for form in forms)

    def _title(self, slot: int) -> list[str]:
        start, end = self._bounds[slot], self._bounds[slot + 1]
        return [self.words.words[number] for number in self._tokens[start:end]]

    def _share(self, slot: int, meanings: Sequence[Meaning]) -> float:
        title = set(self._title(slot))
        return sum(meaning.weight * meaning.best(title) for meaning in meanings)

    def _likeness(self, slot: int, meanings: Sequence[Meaning]) -> float:
        """A little for being spelt and ordered like what was typed, and for being short."""
        words = self._title(slot)
        title = " ".join(words)
        typed = " ".join(meaning.typed for meaning in meanings)
        starts = bool(words) and meanings[0].forms.get((words[0],), 0.0) > 0
        likeness = fuzz.token_sort_ratio(typed, title) + fuzz.partial_ratio(typed, title)
        return (
            SPELLING_BONUS * likeness / 200
            + START_BONUS * starts
            + BREVITY_BONUS * min(1.0, len(meanings) / max(1, len(words)))
        )
