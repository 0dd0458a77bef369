"""What the archive knows of words: how common each is, and what is spelt alike."""

import math
from collections.abc import Iterable, Sequence

from briefings.gazetteer.added import gazetteer_with
from briefings.search.spelling import Words
from briefings.search.standing import standing
from briefings.storage.database import Database
from briefings.storage.lexicon import word_frequencies
from briefings.storage.names import names_on
from briefings.text.stemming import stem

MOST_KIN = 40


class Lexicon:
    """The words of some shelves, and the names they know. Frequencies are asked of the archive, so
    they are always true."""

    def __init__(self, database: Database, shelves: Sequence[int]) -> None:
        self._database = database
        self._shelves = shelves
        self._frequencies: dict[str, int] = {}
        self._near: dict[str, list[tuple[str, int]]] = {}
        self._kin: dict[str, list[str]] = {}
        self.documents = standing(database).documents(database, shelves)
        self.gazetteer = gazetteer_with(names_on(database, shelves))

    def look_up(self, words: Iterable[str]) -> None:
        """Find what is spelt like these words, and their inflections; all at once."""
        with standing(self._database).words(self._database, self._shelves) as indexes:
            for word in dict.fromkeys(words):
                self._near[word] = _nearest(indexes, word)
                self._kin[word] = _kin(indexes, word)
        told = {near for found in self._near.values() for near, _ in found}
        self.learn(told | {kin for found in self._kin.values() for kin in found} | set(self._kin))

    def learn(self, words: Iterable[str]) -> None:
        """Ask for the frequencies of words that are not known yet."""
        new = set(words) - self._frequencies.keys()
        self._frequencies.update(dict.fromkeys(new, 0))
        self._frequencies.update(word_frequencies(self._database, new, shelves=self._shelves))

    def frequency(self, form: str) -> int:
        """In how many documents; of a phrase its rarest word counts."""
        return min((self._frequencies.get(word, 0) for word in form.split()), default=0)

    def kindred(self, form: str) -> int:
        """As `frequency`, with a word's inflections."""
        if " " in form:
            return self.frequency(form)
        whole = self.frequency(form) + sum(map(self.frequency, self._kin.get(form, ())))
        return min(self.documents, whole)

    def neighbours(self, word: str) -> list[tuple[str, int]]:
        return self._near.get(word, [])

    def weight(self, frequency: int) -> float:
        """Robertson and Sparck Jones's weight of a word, never below zero."""
        rest = max(0, self.documents - frequency)
        return math.log(1 + (rest + 0.5) / (frequency + 0.5)) or 1e-9


def _nearest(indexes: Sequence[Words], word: str) -> list[tuple[str, int]]:
    found = {near: edits for index in indexes for near, edits in index.neighbours(word)}
    return sorted(found.items(), key=lambda near: (near[1], near[0]))


def _kin(indexes: Sequence[Words], word: str) -> list[str]:
    """Other words of the same stem, which all begin alike."""
    root = stem(word)
    beginning = root[: max(2, len(root) - 1)]
    near = (each for index in indexes for each in index.beginning(beginning))
    return [each for each in dict.fromkeys(near) if each != word and stem(each) == root][:MOST_KIN]
