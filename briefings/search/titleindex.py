"""Titles, or names, in memory: distinct words with their postings, found in spite of slips.

What is indexed are the words, not the titles: a typed word becomes the words it may mean, their
postings give candidates, and only the best of these are compared whole. Bounded at each step.
"""

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz

from briefings.gazetteer import Gazetteer
from briefings.search.expansion import Expansion, Meaning
from briefings.search.letters import is_latin, romanised, sound
from briefings.search.postings import Late, Titles, Wanted
from briefings.search.spelling import Words
from briefings.text.folding import fold_tokens

if TYPE_CHECKING:
    from briefings.search.settled import Settled
    from briefings.search.signatures import Arrays

WORDS, TITLES = "words", "titles"
MOST_LATE = 4_000
"""Titles that are looked through one by one; more are settled in compact arrays."""

LATE_SHARE = 100
"""Of a large index, one title in so many may be late."""

MOST_RANKED = 60
"""Candidates that are compared as they are spelt."""

MOST_COMPLETIONS = 24
LONGEST_TITLE = 40  # words
LEAST_SHARE = 0.45
"""Of what was typed, by weight, that a title has to hold."""

START_BONUS = 0.06
SPELLING_BONUS = 0.15
BREVITY_BONUS = 0.05


class Found(NamedTuple):
    """A key (document, or place of a speaker) and its score, 0…about 1.3."""

    key: int
    score: float


class TitleIndex:
    """Not safe for threads by itself: whoever holds it holds a lock."""

    def __init__(self, words: Words | None = None, settled: "Settled | None" = None) -> None:
        self.words = words or Words()
        self.settled = settled
        self._expansion = Expansion(self.words)
        self._late = Late()
        self._numbers: dict[str, int | None] = {}

    @classmethod
    def of(cls, arrays: "Arrays") -> "TitleIndex":
        """From what `settle` gave."""
        from briefings.search.settled import Settled  # noqa: PLC0415 -- numpy, for large archives
        from briefings.search.vocabulary import part  # noqa: PLC0415 -- the same

        return cls(Words.of(part(arrays, WORDS)), Settled(part(arrays, TITLES)))

    def __len__(self) -> int:
        return len(self._late) + (len(self.settled) if self.settled is not None else 0)

    @property
    def looked_at(self) -> int:
        """Postings of the last search that were looked at: what bounds the work, for tests."""
        return sum(part.looked_at for part in self._parts())

    def put(self, key: int, title: str, day: int = 0) -> None:
        """Add a title, or replace the one of this key. day: its date as an ordinal."""
        self.drop(key)
        tokens = dict.fromkeys(fold_tokens(title)[:LONGEST_TITLE])
        self._late.put(key, map(self.words.add, tokens), day)

    def drop(self, key: int) -> None:
        """Forget a key; unknown ones are no matter."""
        if not self._late.drop(key) and self.settled is not None:
            self.settled.drop(key)

    @property
    def crowded(self) -> bool:
        """Whether so much is late, or has gone, that it had better be settled."""
        share = len(self.settled) // LATE_SHARE if self.settled is not None else 0
        most = max(MOST_LATE, share)
        gone = self.settled.gone if self.settled is not None else 0
        return len(self._late.keys) > most or gone > most + share or self.words.crowded

    def settle(self) -> "Arrays":
        """Put all titles into compact arrays, which are what has to be kept of them."""
        from briefings.search.settled import Settled  # noqa: PLC0415 -- numpy, for large archives
        from briefings.search.vocabulary import joined  # noqa: PLC0415 -- the same

        vocabulary, ranks = self.words.settle()
        self.settled = Settled.of(self.settled, self._late, ranks)
        self._late = Late()
        return joined({WORDS: vocabulary.arrays, TITLES: self.settled.arrays})

    def search(self, typed: str, *, limit: int, gazetteer: Gazetteer | None = None) -> list[Found]:
        """The keys whose titles hold most of what is typed, best first, newer ones on a tie.

        gazetteer: with the names of a desk, if there are any."""
        if self.crowded:
            self.settle()
        self._numbers.clear()
        meanings = self._expansion.meanings(typed, self, gazetteer)
        if not meanings or not len(self):
            return []
        wanted = [self._wanted(meaning) for meaning in meanings]
        weighed = [
            (*best, part) for part in self._parts() for best in part.best(wanted, MOST_RANKED)
        ]
        weighed.sort(key=lambda best: best[:3], reverse=True)
        ranked = [
            (share + self._likeness(part.words(slot), meanings), day, part.key(slot))
            for share, day, slot, part in weighed[:MOST_RANKED]
            if share >= LEAST_SHARE
        ]
        ranked.sort(reverse=True)
        return [Found(key, score) for score, _, key in ranked[:limit]]

    def frequency(self, word: str) -> int:
        number = self._number(word)
        return 0 if number is None else self._count(number)

    def kin(self, word: str) -> Iterator[str]:
        """Other words of the same stem."""
        return self.words.kin(word)

    def completions(self, prefix: str) -> list[str]:
        """Words that go on from `prefix`, the commonest."""
        start, end = self.words.settled_range(prefix)
        numbers = list(self.words.late_beginning(prefix))
        if self.settled is not None:
            numbers += self.settled.commonest(start, end, MOST_COMPLETIONS)
        longer = [(-self._count(number), self.words[number]) for number in numbers]
        return [word for _, word in sorted(longer) if word != prefix][:MOST_COMPLETIONS]

    def weight(self, frequency: int) -> float:
        """Inverse document frequency of a word that stands in so many titles."""
        return math.log(1 + (len(self) + 1) / (frequency + 0.5))

    def _parts(self) -> Iterator[Titles]:
        if self.settled is not None:
            yield self.settled
        yield self._late

    def _number(self, word: str) -> int | None:
        if word not in self._numbers:
            self._numbers[word] = self.words.number(word)
        return self._numbers[word]

    def _count(self, number: int) -> int:
        return sum(part.count(number) for part in self._parts())

    def _wanted(self, meaning: Meaning) -> Wanted:
        forms = []
        for form, worth in meaning.forms.items():
            numbers = [number for word in form if (number := self._number(word)) is not None]
            if len(numbers) == len(form):
                forms.append((tuple(numbers), worth))
        return Wanted(tuple(forms), meaning.weight)

    def _likeness(self, numbers: Sequence[int], meanings: Sequence[Meaning]) -> float:
        """A little for being spelt (or across scripts: for sounding) and ordered like what was
        typed, and for being short."""
        words = [self.words[number] for number in numbers]
        typed = [meaning.typed for meaning in meanings]
        starts = bool(words) and meanings[0].forms.get((words[0],), 0.0) > 0
        one, other = " ".join(typed), " ".join(words)
        if words and is_latin(words[0]) != is_latin(typed[0]):
            heard = "".join(map(self.words.sound, numbers))
            likeness = fuzz.partial_ratio(sound("".join(typed).replace(" ", "")), heard)
            likeness += fuzz.partial_ratio(_romanised(one), _romanised(other))
        else:
            likeness = fuzz.token_sort_ratio(one, other) + fuzz.partial_ratio(one, other)
        return (
            SPELLING_BONUS * likeness / 200
            + START_BONUS * starts
            + BREVITY_BONUS * min(1.0, len(meanings) / max(1, len(words)))
        )


def _romanised(words: str) -> str:
    return romanised(words).replace(" ", "")
