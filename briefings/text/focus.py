"""Who is spoken of: voices, and how well a pronoun or a role fits one (English)."""

from collections.abc import Sequence
from typing import NamedTuple

from briefings.model import Span
from briefings.text.genders import FEMALE_WORDS, MALE_WORDS
from briefings.text.people import Person
from briefings.text.tokens import Token

WORDS = "words"


class Voice(NamedTuple):
    """A speaker: `span` names it most fully, `attribution` is the wording here."""

    span: Span
    attribution: Span
    sort: str
    person: Person | None = None
    plural: bool = False
    head: str = ""  # the noun of a role; WORDS of one meant by his tweet or answer


class Focus(NamedTuple):
    """Who a sentence was about or who spoke in it; `at` counts sentences."""

    voice: Voice
    at: int
    quoted: bool = False


def span_of(tokens: Sequence[Token], first: int, last: int) -> Span:
    """Of tokens [first, last), a possessive ending left out."""
    token = tokens[last - 1]
    end = token.end
    if token.word.endswith("'s"):
        end -= 2
    return Span(tokens[first].start, end)


def until_tail(words: Sequence[str]) -> list[str]:
    """The words of a role up to the first "of", "for", "in"."""
    for at, word in enumerate(words):
        if word in ("of", "for", "in", "at", "from", "to") and at:
            return list(words[:at])
    return list(words)


def may_be(person: Person, words: Sequence[str]) -> bool:
    if any(word in FEMALE_WORDS for word in words):
        return person.gender != "he"
    return not (any(word in MALE_WORDS for word in words) and person.gender == "she")


def is_one(voice: Voice) -> bool:
    return voice.sort == "person" or (voice.sort == "role" and not voice.plural)


def fit(word: str, voice: Voice) -> int:
    """2: surely, 1: perhaps, 0: not."""
    if word in ("he", "she"):
        return _fit_of_one(word, voice)
    if word == "it":
        return 2 if voice.sort in ("organisation", "document") or voice.head == WORDS else 0
    if voice.plural or voice.sort == "organisation":
        return 2
    return 1


def _fit_of_one(word: str, voice: Voice) -> int:
    if voice.sort == "role" and not voice.plural:
        if voice.head in FEMALE_WORDS or voice.head in MALE_WORDS:
            return 2 if (voice.head in FEMALE_WORDS) == (word == "she") else 0
        return 1
    if voice.sort != "person":
        return 0
    gender = voice.person.gender if voice.person is not None else ""
    return 2 if gender == word else int(not gender)
