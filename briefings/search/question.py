"""A question as typed → the words it asks for, each with the forms it may take in the archive."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefings.gazetteer import Gazetteer, load_gazetteer
from briefings.search.spelling import neighbours
from briefings.text.folding import fold_tokens
from briefings.text.stemming import stem

LONGEST_QUESTION = 1_000  # characters that are looked at
MOST_WORDS = 24
LONGEST_NAME = 4  # words of a name that the gazetteer may know by another form
MOST_FORMS = 24
ALIAS_WORTH = 0.9
NEIGHBOUR_WORTH = 0.8
PART_WORTH = 0.6
_STOP_WORDS = """
    a about after all also an and any are as at be been before but by can could did do does
    for from had has have he her his how i if in into is it its me more most my of on or our
    say said says she so tell than that the their them there they this to us was we were
    what when where which who why will with would you your
    무엇 어떻게 왜 누가 언제 대해 대한 관한 것
    а без бы в во вот все где да для до его ее если же за и из или их к как когда кто ли мы
    на не но о об от по при с со так также то что чем это"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a question, or one name of several words.

    forms: folded words or phrases it may be in the archive, with how much each counts (1 as typed,
    less for another form of a name or a corrected spelling). weight: inverse document frequency.
    """

    typed: str
    forms: Mapping[str, float]
    weight: float
    corrected: str | None = None


class Stems:
    """A text's stems in a row, to look words and phrases up in."""

    def __init__(self, text: str) -> None:
        self.tokens = fold_tokens(text)
        self._row = f" {' '.join(map(stem, self.tokens))} "

    def worth(self, word: Word) -> float:
        """Of the best form that stands in the text; 0 where none does."""
        return max((worth for form, worth in word.forms.items() if self._holds(form)), default=0.0)

    def _holds(self, form: str) -> bool:
        return f" {' '.join(map(stem, form.split()))} " in self._row


def words_of(question: str, vocabulary: Mapping[str, int], *, documents: int) -> tuple[Word, ...]:
    """The words that carry the question; stop words only where there is nothing else."""
    tokens = fold_tokens(question[:LONGEST_QUESTION])[: 4 * MOST_WORDS]
    telling = [token for token in tokens if token not in STOP_WORDS] or tokens
    telling = list(dict.fromkeys(telling))[:MOST_WORDS]
    return tuple(
        _word(part, aliases, vocabulary, documents)
        for part, aliases in _parts(telling, load_gazetteer())
    )


def _parts(
    tokens: Sequence[str], gazetteer: Gazetteer
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The question cut into known names, longest first, and single words; with aliases."""
    start = 0
    while start < len(tokens):
        for size in range(min(LONGEST_NAME, len(tokens) - start), 0, -1):
            part = tuple(tokens[start : start + size])
            aliases = gazetteer.expand(" ".join(part))
            if aliases or size == 1:
                yield part, tuple(" ".join(fold_tokens(alias)) for alias in aliases)
                start += size
                break


def _word(
    part: Sequence[str], aliases: Sequence[str], vocabulary: Mapping[str, int], documents: int
) -> Word:
    typed = " ".join(part)
    known = all(token in vocabulary for token in part)
    forms = {typed: 1.0} if known else {}
    corrected = None
    if len(part) == 1 and not known:
        near = neighbours(typed, vocabulary)
        corrected = near[0] if near else None
        forms.update(dict.fromkeys(near, NEIGHBOUR_WORTH))
    for alias in aliases:
        if alias and all(token in vocabulary for token in alias.split()):
            forms.setdefault(alias, ALIAS_WORTH)
    if len(part) > 1:
        forms = {**dict.fromkeys(_telling_parts(part, vocabulary), PART_WORTH), **forms}
    forms = dict(list(forms.items())[:MOST_FORMS])
    seen_in = max((_frequency(form, vocabulary) for form in forms), default=0)
    weight = math.log(1 + (documents + 1) / (seen_in + 0.5))
    return Word(typed, forms, weight, corrected)


def _telling_parts(name: Sequence[str], vocabulary: Mapping[str, int]) -> Iterator[str]:
    """Words of a name that mean it alone, too: "putin", but never "kim" or "jong"."""
    gazetteer = load_gazetteer()
    meant = gazetteer.resolve(" ".join(name))
    for token in name:
        if token in vocabulary and len(meant) == 1 and gazetteer.resolve(token) == meant:
            yield token


def _frequency(form: str, vocabulary: Mapping[str, int]) -> int:
    return min((vocabulary.get(token, 0) for token in form.split()), default=0)
