"""What the archive knows of words: how common each is, and what is spelt alike."""

import math
from collections.abc import Iterable, Sequence
from itertools import islice, product

from briefings.gazetteer.added import gazetteer_with
from briefings.search.letters import is_hangul, is_latin, readings
from briefings.search.particles import bare
from briefings.search.spelling import Words, spelt_alike
from briefings.search.standing import standing
from briefings.storage.database import Database
from briefings.storage.lexicon import word_frequencies
from briefings.storage.names import names_on
from briefings.text.stemming import stem

MOST_KIN = 40
MOST_BARE = 4
LEAST_HEARD = 4  # letters of a word that is listened to
LEAST_SYLLABLES = 3  # of one of Hangul: shorter ones are hardly ever foreign names
LEAST_ALIKE = 0.78
"""Likeness of two words, in sound and letters, from which on they may be one."""

ABOUT_AS_ALIKE = 0.08
ROUNDING = 1e-6  # of a number of documents


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

    def relate(self, forms: Iterable[str]) -> None:
        """Find the inflections of words in other scripts than Latin; all at once. A name is hardly
        ever there as a list of names has it, nor is a word as a dictionary has it."""
        new = [
            form
            for form in dict.fromkeys(forms)
            if not is_latin(form) and " " not in form and form not in self._kin
        ]
        if new:
            with standing(self._database).words(self._database, self._shelves) as indexes:
                self._kin |= {form: _kin(indexes, form) for form in new}
            self.learn(kin for form in new for kin in self._kin[form])

    def sounding(self, word: str) -> dict[str, float]:
        """Words of other scripts that sound most like one and are spelt alike, with how much
        (0…1)."""
        said = [each for each in _said(word) if _is_long(each)]
        if not said:
            return {}
        alike: dict[str, float] = {}
        with standing(self._database).sounds(self._database, self._shelves) as indexes:
            for index, each in product(indexes, said):
                for heard, likeness in index.heard(each):
                    spelt = max(spelt_alike(reading, heard) for reading in readings(each))
                    alike[heard] = max(alike.get(heard, 0.0), (likeness + spelt) / 2)
        least = max(LEAST_ALIKE, max(alike.values(), default=0.0) - ABOUT_AS_ALIKE)
        found = {heard: likeness for heard, likeness in alike.items() if likeness >= least}
        self.learn(found)
        return found

    def learn(self, words: Iterable[str]) -> None:
        """Ask for the frequencies of words that are not known yet."""
        new = set(words) - self._frequencies.keys()
        self._frequencies.update(dict.fromkeys(new, 0))
        self._frequencies.update(word_frequencies(self._database, new, shelves=self._shelves))

    def frequency(self, form: str) -> int:
        """In how many documents; of a phrase its rarest word counts."""
        return min((self._frequencies.get(word, 0) for word in form.split()), default=0)

    def kindred(self, form: str) -> int:
        """As `frequency`, with a word's inflections, as if they stood there independently."""
        kin = self._kin.get(form, ())
        if " " in form or not kin:
            return self.frequency(form)
        without = math.prod(1 - self._share(each) for each in (form, *kin))
        return math.ceil(self.documents * (1 - without) - ROUNDING)

    def _share(self, word: str) -> float:
        return min(1.0, self.frequency(word) / max(1, self.documents))

    def neighbours(self, word: str) -> list[tuple[str, int]]:
        return self._near.get(word, [])

    def weight(self, frequency: int) -> float:
        """Robertson and Sparck Jones's weight of a word, never below zero."""
        rest = max(0, self.documents - frequency)
        return math.log(1 + (rest + 0.5) / (frequency + 0.5)) or 1e-9


def _said(word: str) -> list[str]:
    """A word and what is left of it without endings."""
    shorter = islice(bare(word), MOST_BARE) if is_hangul(word) else (word[:-1], stem(word))
    return list(dict.fromkeys((word, *shorter)))


def _is_long(word: str) -> bool:
    return len(word) >= (LEAST_SYLLABLES if is_hangul(word) else LEAST_HEARD)


def _nearest(indexes: Sequence[Words], word: str) -> list[tuple[str, int]]:
    found = {near: edits for index in indexes for near, edits in index.neighbours(word)}
    return sorted(found.items(), key=lambda near: (near[1], near[0]))


def _kin(indexes: Sequence[Words], word: str) -> list[str]:
    """Other words of the same stem."""
    kin = dict.fromkeys(each for index in indexes for each in index.kin(word))
    return list(islice(kin, MOST_KIN))
