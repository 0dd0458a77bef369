"""What an English token can be: an adverb, part of a noun phrase, a possessive."""

from collections.abc import Sequence

from briefings.text.cues import FORMS, NOUN_LIKE
from briefings.text.genders import FEMALE, MALE
from briefings.text.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    INDEFINITES,
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
from briefings.text.wordlists import words

_CONTRACTED = words(
    "it's that's there's here's what's who's where's how's let's he's she's i'm i've i'll i'd "
    "we're we've we'll we'd you're you've you'll you'd they're they've they'll they'd he'd "
    "she'd he'll she'll it'll that'll don't doesn't didn't won't can't isn't aren't wasn't "
    "weren't wouldn't"
)
_FUNCTION = (AUXILIARIES | DETERMINERS | PREPOSITIONS | CONJUNCTIONS | RELATIVES | PRONOUNS) | (
    OBJECT_PRONOUNS | INDEFINITES | _CONTRACTED
)

_GIVEN = MALE | FEMALE | {"mrs.", "ms.", "mr.", "mrs", "ms"}
_AUXILIARY_NAMES = frozenset({"may", "will", "no"})
_GIVEN_MONTHS = frozenset({"jan", "april", "june"})
_OPENERS = words(
    "speaking writing talking appearing testifying responding referring commenting posing "
    "ahead read last next such more less much same half enough little most earlier later"
)
_COMPOUNDS = ("-owned", "-based", "-led", "-backed", "-run", "-held", "-born", "-style", "-wide")
_FORMERLY = frozenset({"ex", "then", "vice", "co"})
_IMPERATIVES = words("take consider meet enter see ask remember imagine forget thank witness")
_SHOWN = words("released published posted taken obtained shared broadcast leaked")
_PARTICIPLES = words("told given shown seen born caught gone driven known drawn taken hit")
_NAMES_LIKE_PARTICIPLES = words(
    "ahmed mohammed mohamed muhammed jared alfred manfred winifred saeed rashed khaled waleed "
    "beijing nanjing xinjiang jinping xinping manning harding cushing browning bolling darling "
    "ewing golding keating kipling pershing redding sterling fleming wyoming boeing corning "
    "channing hastings spaulding fielding harting gedding kunming liaoning"
)
_AFTER_PARTICIPLES = (
    (PREPOSITIONS | CONJUNCTIONS | DETERMINERS | RELATIVES | OBJECT_PRONOUNS)
    | {"himself", "herself", "themselves", "if", "reporters"}
) - {"and", "or", "but"}
_NO_NAMES = _FUNCTION | TIME_WORDS


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
    if token.kind == "low":
        return _may_be_noun(token)
    if token.kind != "cap":
        return token.kind == "num"
    if token.word in _FUNCTION:
        return token.word in _AUXILIARY_NAMES and _is_named(tokens, at)
    if _is_time(token) and not _is_given(tokens, at):
        return False
    return not is_adverb(token) and not _opens_only(tokens, at)


def _is_time(token: Token) -> bool:
    return token.word in TIME_WORDS and token.word != "may" and token.word != "march"


def _may_be_noun(token: Token) -> bool:
    if token.word in _FUNCTION or is_adverb(token) or _is_time(token):
        return False
    cue = FORMS.get(token.word)
    return cue is None or (token.word in NOUN_LIKE and cue.tense != "past")


def _is_named(tokens: Sequence[Token], at: int) -> bool:
    """Theresa May, George Will: a surname behind a given name; or "May said"."""
    if at > 0 and tokens[at - 1].word in _GIVEN:
        return True
    if tokens[at].word == "no" and at + 1 < len(tokens):
        return tokens[at - 1].kind == "," and tokens[at + 1].kind == "cap"  # No Kwang Chol
    if tokens[at].word == "will" and 0 < at < len(tokens) - 1:
        return is_title(tokens[at - 1]) and tokens[at + 1].kind == "cap"  # Rep. Will Hurd
    if tokens[at].word != "may" or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    cue = FORMS.get(following.word)
    said = cue is not None and cue.tense != "base"
    acts = said or (following.word.endswith("ed") and following.word != "need")
    return acts and following.kind == "low"  # "May said", "May published"


def _is_given(tokens: Sequence[Token], at: int) -> bool:
    """Jan Overby, April Ryan: a month's word before a surname."""
    if tokens[at].word not in _GIVEN_MONTHS or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    return following.kind == "cap" and following.word not in _NO_NAMES


def _opens_only(tokens: Sequence[Token], at: int) -> bool:
    """Asked whether …, Pressed by …, Standing before …, Take Charlie Dent: no names."""
    if (at and tokens[at - 1].kind not in (".", "quote")) or at + 1 >= len(tokens):
        return False
    word, following = tokens[at].word, tokens[at + 1]
    if (
        word in _OPENERS
        or is_compound(tokens[at])
        or _begins(word, following)
        or _is_fronted(word, following)
    ):
        return True
    if word in _IMPERATIVES:
        return following.kind == "cap" or following.word in DETERMINERS
    if word not in _PARTICIPLES and (
        not word.endswith(("ed", "ing")) or len(word) < 5 or word in _NAMES_LIKE_PARTICIPLES
    ):
        return False
    return following.word in _AFTER_PARTICIPLES


def _begins(word: str, following: Token) -> bool:
    """ "Said Smith", "Time and again", "Photos released by the agency"."""
    cue = FORMS.get(word)
    said = cue is not None and cue.tense == "past" and following.kind == "cap"
    shown = word.endswith("s") and following.word in _SHOWN
    return said or shown or (word == "time" and following.word == "and")


def _is_fronted(word: str, following: Token) -> bool:
    """ "Externally, …", "Fact-checking Trump": an adverb before a comma, a participle."""
    if following.kind == ",":
        return len(word) > 5 and word.endswith("ly") and word not in NOT_ADVERBS | _GIVEN
    if following.kind != "cap" or not word.endswith("ing"):
        return False
    if word in _NAMES_LIKE_PARTICIPLES or word in _GIVEN:
        return False
    return "-" in word or word in FORMS or len(word) > 6


def is_compound(token: Token) -> bool:
    """State-owned, Texas-based: no name."""
    return token.word.endswith(_COMPOUNDS)


def is_possessive(token: Token) -> bool:
    return token.word.endswith(("'s", "s'"))


def is_title(token: Token) -> bool:
    """Secretary-General counts like Secretary."""
    first, _, last = token.word.partition("-")
    return token.word in TITLES or first in TITLES or (first in _FORMERLY and last in TITLES)
