"""Is a form that looks like a cue really a verb here? (English)"""

from collections.abc import Sequence

from briefings.text.cues import FORMS, NOUN_LIKE, Cue
from briefings.text.lexicon import (
    AUXILIARIES,
    DETERMINERS,
    DOCUMENT_NOUNS,
    ORGANISATION_WORDS,
    POSSESSIVES,
    PRONOUNS,
    QUANTITIES,
    RELATIVES,
    ROLES,
)
from briefings.text.tokens import Token
from briefings.text.wordclasses import is_adverb, is_possessive

_LONGEST_ASIDE = 12  # tokens between two commas
_DOERS = (
    ROLES | ORGANISATION_WORDS | DOCUMENT_NOUNS | PRONOUNS | RELATIVES | AUXILIARIES | {"to", "and"}
)
_DETERMINED = DETERMINERS | POSSESSIVES - {"that"}


def is_verb(tokens: Sequence[Token], at: int, cue: Cue) -> bool:
    """Rules out nouns that look like cues ("a report", "the claims made by") and participles."""
    word, following = tokens[at].word, tokens[at + 1].word
    before = tokens[at - 1] if at else None
    if before is not None and before.word in _DETERMINED:
        return cue.tense == "past" and before.word in QUANTITIES | {"that", "this", "other"}
    if cue.tense == "past":
        return following != "by" or word in ("said", "told", "added")
    if cue.tense == "base" and not _finite_base(tokens, at, word):
        return False
    return word not in NOUN_LIKE or _acts(tokens, at, before)


def _acts(tokens: Sequence[Token], at: int, before: Token | None) -> bool:
    """A form that is usually a noun is a verb if somebody stands before it."""
    if before is None or not _may_do(before) or _is_thing(before, tokens[at + 1]):
        return False
    return not _verb_follows(tokens, at) or _in_relative_clause(tokens, at)


def _is_thing(before: Token, following: Token) -> bool:
    """The "reports" of "media reports of", not of "they complain about"."""
    hanging = following.word in ("of", "about") and before.kind == "low"
    return hanging and before.word not in _DOERS - ORGANISATION_WORDS


def _may_do(before: Token) -> bool:
    """What can stand before a verb that looks like a noun."""
    if is_possessive(before):
        return False
    if before.kind != "low" or is_adverb(before):
        return True
    return before.word in _DOERS


def _finite_base(tokens: Sequence[Token], at: int, word: str) -> bool:
    place = at - 1
    while place >= 0 and is_adverb(tokens[place]):
        place -= 1
    if place < 0:
        return False
    before = tokens[place]
    if before.word in AUXILIARIES or before.word in ("to", "they", "we", "i", "you", "who"):
        return True
    return word not in NOUN_LIKE and _several_before(tokens, place)


def _several_before(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at]
    if before.kind == ",":
        return _in_parenthesis(tokens, at)
    words = before.kind in ("low", "cap")
    return words and (before.word.endswith("s") or _hangs_on_several(tokens, at))


def _in_parenthesis(tokens: Sequence[Token], closing: int) -> bool:
    """ "Others, like Jessica Lee, say": several people before the comma that opens."""
    for place in range(closing - 1, max(0, closing - _LONGEST_ASIDE), -1):
        if tokens[place].kind in (".", "quote"):
            return False
        if tokens[place].kind == ",":
            head = tokens[place - 1].word
            return head in ROLES and head.endswith("s")
    return False


def _hangs_on_several(tokens: Sequence[Token], at: int) -> bool:
    """ "Attorneys for the state contend": a plural role stands before the preposition."""
    for place in range(at - 1, max(0, at - 5), -1):
        if tokens[place].word in ("for", "of", "in", "at", "from"):
            head = tokens[place - 1].word
            return head in ROLES and head.endswith("s")
    return False


def _verb_follows(tokens: Sequence[Token], at: int) -> bool:
    following = tokens[at + 1]
    cue = FORMS.get(following.word)
    is_verb = following.word in AUXILIARIES or (cue is not None and cue.tense == "past")
    return following.kind == "low" and is_verb


def _in_relative_clause(tokens: Sequence[Token], at: int) -> bool:
    return any(tokens[place].word in RELATIVES for place in range(max(0, at - 5), at))


def tells_of_words(tokens: Sequence[Token], at: int) -> bool:
    """Are words in marks what the ordinary verb at `at` tells of?"""
    return introduces(tokens, at) or closes(tokens, at) or _values(tokens, at)


def _values(tokens: Sequence[Token], at: int) -> bool:
    """ "thanked the sponsors for “…”", "rejected the bill as a “…”"."""
    for place in range(at + 1, min(len(tokens), at + _LONGEST_ASIDE)):
        if tokens[place].kind == "quote":
            leader = place - 1 - (tokens[place - 1].word in ("a", "an", "the"))
            return leader > at and tokens[leader].word in ("for", "as", "to")
        if tokens[place].kind not in ("low", "cap", "num"):
            return False
    return False


def introduces(tokens: Sequence[Token], at: int) -> bool:
    following = tokens[at + 1]
    if following.kind == "quote":
        return tokens[at].word == "read" or tokens[at].word == "reads"
    return following.kind in (",", ":") or following.word == "that"


def closes(tokens: Sequence[Token], at: int) -> bool:
    """“…,” the letter reads."""
    if tokens[at + 1].kind not in (",", "."):
        return False
    return any(tokens[place].kind == "quote" for place in range(max(0, at - 7), at))
