"""Nouns that say whose words follow (English): "Trump's promise to “…”", "her answer: “…”"."""

from collections.abc import Sequence

from briefings.text.lexicon import DETERMINERS
from briefings.text.phrases import phrase_left
from briefings.text.sorts import Phrase
from briefings.text.tokens import Token
from briefings.text.wordlists import words

OWNED = words(
    "promise pledge vow claim assertion insistence contention argument suggestion accusation "
    "charge "
    "allegation description depiction characterization complaint comment comments remark remarks "
    "statement statements warning threat call calls demand response answer reply retort "
    "explanation "
    "message tweet tweets advice verdict assessment view belief prediction declaration admission "
    "acknowledgment boast lament observation refrain rejoinder mantra motto plea appeal proposal "
    "denial words word criticism attack dismissal assurance assurances reference references "
    "take position rule recommendation proclamation reaction quip joke oath conclusion testimony "
    "account question"
)
_LEADS = words("to that of about as for on was is were")
_ADJECTIVES_BEFORE = 3
_POSSESSORS = {"his": "he", "her": "she", "their": "they", "its": "it"}
_OWNERS = frozenset({"person", "organisation", "role"})
_NEAR = 12  # tokens from the noun to its words


def owner_of(tokens: Sequence[Token], at: int, floor: int) -> Phrase | None:
    """Whose promise or answer the noun at `at` is, if quoted words may follow it."""
    if tokens[at].word not in OWNED or tokens[at].kind != "low" or not _leads(tokens, at):
        return None
    for place in range(at - 1, max(floor, at - 2 - _ADJECTIVES_BEFORE) - 1, -1):
        token = tokens[place]
        if token.word in _POSSESSORS:
            return Phrase(place, place + 1, "pronoun")
        if token.word.endswith(("'s", "s'")) and token.word not in ("it's", "that's"):
            owner = phrase_left(tokens, place, floor)
            return owner if owner is not None and owner.sort in _OWNERS else None
        if token.kind != "low" or token.word in DETERMINERS:
            return None
    return None


def _leads(tokens: Sequence[Token], at: int) -> bool:
    """Words in marks follow before the clause ends."""
    following = tokens[at + 1]
    if following.kind not in (":", "quote") and following.word not in _LEADS:
        return following.kind in ("low", ",") and _colon_follows(tokens, at)
    for place in range(at + 1, min(len(tokens), at + _NEAR)):
        if tokens[place].kind == "quote":
            return True
        if tokens[place].kind in (".", ";", ","):
            return False
    return False


def _colon_follows(tokens: Sequence[Token], at: int) -> bool:
    """ "His answer came within the hour: “…”" """
    for place in range(at + 1, min(len(tokens) - 1, at + _NEAR)):
        if tokens[place].kind == ":":
            return tokens[place + 1].kind == "quote"
        if tokens[place].kind in (".", "quote"):
            return False
    return False
