"""What an English token can be: an adverb, part of a noun phrase, a possessive."""

from collections.abc import Sequence

from briefings.text.cues import FORMS, NOUN_LIKE
from briefings.text.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    NOT_ADVERBS,
    OBJECT_PRONOUNS,
    OPENING_ADVERBS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    TIME_WORDS,
    TITLES,
)
from briefings.text.tokens import Token

_FUNCTION = (
    AUXILIARIES | DETERMINERS | PREPOSITIONS | CONJUNCTIONS | RELATIVES | PRONOUNS
) | OBJECT_PRONOUNS


def is_adverb(token: Token) -> bool:
    if token.kind not in ("low", "cap"):
        return False
    if token.word in ADVERBS:
        return True
    if token.kind == "cap":
        return token.word in OPENING_ADVERBS
    return len(token.word) > 4 and token.word.endswith("ly") and token.word not in NOT_ADVERBS


def is_nominal(tokens: Sequence[Token], at: int) -> bool:
    """May the token be part of a noun phrase (determiners excluded)?"""
    token = tokens[at]
    if token.kind == "num":
        return True
    if token.kind not in ("cap", "low") or token.word in _FUNCTION or is_adverb(token):
        return False
    if token.word in TIME_WORDS and token.word != "may" and token.word != "march":
        return False
    if token.kind == "low" and token.word in FORMS:
        return token.word in NOUN_LIKE and FORMS[token.word].tense != "past"
    return True


def is_possessive(token: Token) -> bool:
    return token.word.endswith(("'s", "s'"))


def is_title(token: Token) -> bool:
    """Secretary-General counts like Secretary."""
    return token.word in TITLES or token.word.split("-", 1)[0] in TITLES
