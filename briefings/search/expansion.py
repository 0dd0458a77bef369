"""A typed word → the words of an index that it may mean, and how surely.

Aliases decide before likeness: a name the gazetteer knows is never taken for a similar one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol

from briefings.gazetteer import Gazetteer, load_gazetteer
from briefings.search.glossary import translations
from briefings.search.letters import is_hangul, is_latin, letters, readings, sound, syllables
from briefings.search.particles import bare
from briefings.search.spelling import Sounds, Words, spelt_alike
from briefings.search.stopwords import STOP_WORDS
from briefings.text.folding import fold_tokens

LONGEST_TYPED = 300  # characters that are looked at
MOST_WORDS = 12
LONGEST_NAME = 4  # words of a name
MOST_FORMS = 40
ALIAS_WORTH = 0.9
PART_WORTH = 0.6  # a word of a name that means it alone
KIN_WORTH = 0.95
COMPLETION_WORTH = 0.9
COMPOUND_WORTH = 0.75  # a word of Hangul that begins like the typed one
NEIGHBOUR_WORTH = (0.0, 0.85, 0.7)  # by edits
REAL_WORD_WORTH = 0.5  # a neighbour of a word that is spelt as one the index knows
SOUND_WORTH = 0.85
SPELT_SHARE = 0.25
STOP_WEIGHT = 0.25
UNKNOWN_WEIGHT = 0.4  # of a word that no word is like: a slip that went too far, mostly
SURELY_ALIKE = 0.85
LEAST_HEARD = 4  # letters


class Index(Protocol):
    """What an expansion asks of the index it is for."""

    def frequency(self, word: str) -> int: ...
    def weight(self, frequency: int) -> float: ...
    def kin(self, word: str) -> Iterator[str]: ...
    def completions(self, prefix: str) -> list[str]: ...


Form = tuple[str, ...]
"""One word, or several that have to stand together in a title."""


@dataclass(slots=True)
class Meaning:
    """One typed word, or a whole name: the forms it may be there in, with their worth (1 as typed),
    and what it weighs. named: the gazetteer knows it, so that nothing merely similar is meant;
    aliased: and knows other forms of it."""

    typed: str
    forms: dict[Form, float] = field(default_factory=dict)
    weight: float = 0.0
    named: bool = False
    aliased: bool = False

    def add(self, form: Form, worth: float) -> None:
        if worth > self.forms.get(form, 0.0):
            self.forms[form] = worth


class Expansion:
    """Over the words of one index, and their sounds by script."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._native = Sounds(words, latin=False)
        self._latin = Sounds(words, latin=True)

    def meanings(
        self, typed: str, index: Index, gazetteer: Gazetteer | None = None
    ) -> list[Meaning]:
        """One for each typed word; the last may be half a word unless a space follows it.

        gazetteer: with the names of a desk, if there are any."""
        gazetteer = gazetteer or load_gazetteer()
        typed = typed[:LONGEST_TYPED]
        tokens = list(dict.fromkeys(fold_tokens(typed)))[:MOST_WORDS]
        meanings = [self._meaning(part, gazetteer) for part in names_in(tokens, gazetteer)]
        open_end = not typed[-1:].isspace()
        for meaning in meanings:
            half = open_end and meaning is meanings[-1]
            if " " not in meaning.typed:
                self._add_spellings(meaning, index, half=half)
        self._add_sounds(meanings)
        meanings = list(self._with_syllables(meanings))
        for meaning in meanings:
            _weigh(meaning, index)
        return meanings

    def _meaning(self, part: Form, gazetteer: Gazetteer) -> Meaning:
        """With the aliases of a name, and the words of it that mean the same alone."""
        typed = " ".join(part)
        aliases = gazetteer.expand(typed)
        meaning = Meaning(typed, named=part[0] in name_words(), aliased=bool(aliases))
        meaning.named |= meaning.aliased
        if len(part) > 1:
            self._add_known(meaning, part, 1.0)
            meant = gazetteer.resolve(typed)
            for word in part:
                if len(meant) == 1 and gazetteer.resolve(word) == meant:
                    self._add_known(meaning, (word,), PART_WORTH)
        for alias in aliases:
            words = fold_tokens(alias)
            self._add_inflected(meaning, tuple(words), ALIAS_WORTH)
            self._add_inflected(meaning, ("".join(words),), ALIAS_WORTH)
        return meaning

    def _add_inflected(self, meaning: Meaning, form: Form, worth: float) -> None:
        """A name of another script as it is, and as it stands with particles and endings."""
        self._add_known(meaning, form, worth)
        if form and not is_latin(form[-1]):
            for kin in self.words.kin(form[-1]):
                if not is_hangul(kin) or kin.startswith(form[-1]):
                    self._add_known(meaning, (*form[:-1], kin), worth)

    def _add_known(self, meaning: Meaning, form: Form, worth: float) -> None:
        if form and all(word in self.words for word in form):
            meaning.add(form, worth)

    def _add_spellings(self, meaning: Meaning, index: Index, *, half: bool) -> None:
        word = meaning.typed
        known = word in self.words
        self._add_known(meaning, (word,), 1.0)
        for kin in index.kin(word):
            meaning.add((kin,), KIN_WORTH)
        for translation in translations(word):
            self._add_known(meaning, (translation,), ALIAS_WORTH)
        longer: list[str] = []
        if half or (is_hangul(word) and len(word) > 1):
            longer = index.completions(word)
        for each in longer:
            meaning.add((each,), COMPLETION_WORTH if half else COMPOUND_WORTH)
        if not meaning.named and word not in STOP_WORDS:
            worth = REAL_WORD_WORTH if known else 1.0
            self._add_neighbours(meaning, worth=worth, bold=not (half and longer))

    def _add_neighbours(self, meaning: Meaning, *, worth: float, bold: bool) -> None:
        for near, edits in self.words.neighbours(meaning.typed, bold=bold):
            meaning.add((near,), NEIGHBOUR_WORTH[edits] * worth)

    def _add_sounds(self, meanings: Sequence[Meaning]) -> None:
        """Names of another script: each run of words that sounds like one word of the index; the
        parts of a run that surely does are not listened to."""
        heard: set[int] = set()
        for size in range(min(LONGEST_NAME, len(meanings)), 0, -1):
            for start in range(len(meanings) - size + 1):
                places = range(start, start + size)
                run = meanings[start : start + size]
                if heard.isdisjoint(places) and not self._is_clear(run):
                    best = self._add_heard(run, whole=size == len(meanings) > 1)
                    heard.update(places if size > 1 and best >= SURELY_ALIKE else ())

    def _add_heard(self, run: Sequence[Meaning], *, whole: bool) -> float:
        """The likeness of what sounds most alike. whole: nothing else was typed."""
        typed = [each.typed for each in run]
        exact = all(each in self.words for each in typed)
        heard = self.heard("".join(typed), exact=exact)
        if whole:  # a family name may come first elsewhere
            heard = heard + self.heard("".join([typed[-1], *typed[:-1]]), exact=exact)
        for word, likeness in heard:
            for meaning in run:
                if not (meaning.aliased and word in name_words()):
                    meaning.add((word,), SOUND_WORTH * likeness * _looks(typed, word))
        return max((likeness for _, likeness in heard), default=0.0)

    def _is_clear(self, run: Sequence[Meaning]) -> bool:
        """Whether there is no need to listen: words as typed, or too short to sound like a name."""
        if any(each.aliased and " " in each.typed for each in run):
            return True
        if len(run) == 1:
            word = run[0].typed
            found = run[0].aliased and bool(run[0].forms)
            return found or word in STOP_WORDS or len(letters(word)) < LEAST_HEARD
        return all(each.typed in self.words for each in run)

    def heard(self, typed: str, *, exact: bool = False) -> list[tuple[str, float]]:
        """Words of other scripts that sound like this one, or just like it."""
        if is_latin(typed):
            return self._native.like(sound(typed), exact=exact)
        own = is_hangul(typed)
        said = [sound(each) for each in readings(typed)]
        latin = [each for one in said for each in self._latin.like(one, exact=exact)]
        native = self._native.like(said[0], exact=exact)
        return latin + [each for each in native if is_hangul(each[0]) != own]

    def _with_syllables(self, meanings: Sequence[Meaning]) -> Iterator[Meaning]:
        """A Korean name that no word is like may stand there in Latin letters, word by word."""
        for meaning in meanings:
            parts = syllables(meaning.typed)
            if meaning.forms or not 2 <= len(parts) <= LONGEST_NAME:
                yield meaning
                continue
            spelt = [Meaning(part) for part in parts]
            for part in spelt:
                for word, likeness in self._latin.like(sound(part.typed)):
                    part.add((word,), SOUND_WORTH * likeness)
            yield from spelt


def _looks(typed: Sequence[str], word: str) -> float:
    """Which of the words that sound the same is spelt so, too; a family name may come last."""
    orders = {"".join(typed), "".join([typed[-1], *typed[:-1]])}
    spelt = max(spelt_alike(each, word) for order in orders for each in readings(order))
    return 1 - SPELT_SHARE + SPELT_SHARE * spelt


def names_in(tokens: Sequence[str], gazetteer: Gazetteer | None = None) -> Iterator[Form]:
    """The words cut into names that the gazetteer knows, longest first, and single words; what it
    or the glossary knows without a particle comes without it."""
    gazetteer = gazetteer or load_gazetteer()
    start = 0
    while start < len(tokens):
        for size in range(min(LONGEST_NAME, len(tokens) - start), 0, -1):
            part = tuple(tokens[start : start + size])
            known = _known(part, gazetteer)
            if size == 1 or known:
                yield known or part
                start += size
                break


def _known(part: Form, gazetteer: Gazetteer) -> Form | None:
    *first, last = part
    for left in (last, *bare(last)):
        if gazetteer.expand(" ".join((*first, left))) or (not first and translations(left)):
            return (*first, left)
    return None


def _weigh(meaning: Meaning, index: Index) -> None:
    """By the rarity of the word as typed, or else of the commonest it may be."""

    def frequency(form: Form) -> int:
        return min(map(index.frequency, form))

    kept = sorted(meaning.forms.items(), key=lambda form: (-form[1], -frequency(form[0])))
    meaning.forms = dict(kept[:MOST_FORMS])
    seen_in = index.frequency(meaning.typed)
    if not seen_in and kept:
        seen_in = max(frequency(form) for form, worth in kept if worth >= kept[0][1])
    meaning.weight = index.weight(seen_in)
    if meaning.typed in STOP_WORDS:
        meaning.weight *= STOP_WEIGHT
    elif not kept:
        meaning.weight *= UNKNOWN_WEIGHT


@cache
def name_words() -> frozenset[str]:
    """Every word of every name: none of them is a slip for another."""
    names = load_gazetteer().names.values()
    return frozenset(
        word for name in names for form in name.all_forms for word in fold_tokens(form)
    )
