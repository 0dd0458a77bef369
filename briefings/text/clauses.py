"""Where the main clause of a sentence begins, behind what is fronted (English)."""

from collections.abc import Sequence

from briefings.text.cues import FORMS
from briefings.text.lexicon import PREPOSITIONS, RELATIVES, SUBORDINATORS, TIME_WORDS
from briefings.text.tokens import Token
from briefings.text.wordclasses import is_adverb


def main_clause(tokens: Sequence[Token], floor: int, ceiling: int) -> int:
    """Behind the comma that ends a fronted "When …", "In a …", "Speaking …"."""
    if floor >= ceiling:
        return floor
    opener = tokens[floor]
    fronted = (
        _comes_after(tokens, floor, ceiling)
        or opener.word in SUBORDINATORS
        or opener.word in PREPOSITIONS
        or opener.word.endswith("ing")
        or (opener.word in FORMS and FORMS[opener.word].tense == "past")
    )
    if not fronted:
        return floor
    for at in range(floor, ceiling):
        if tokens[at].kind == "," and at + 1 < ceiling and tokens[at + 1].kind in ("cap", "low"):
            if _is_place(tokens, at, ceiling):
                continue
            return floor if tokens[at + 1].word in RELATIVES else at + 1
    return floor


def _comes_after(tokens: Sequence[Token], floor: int, ceiling: int) -> bool:
    """ "Shortly after …", "Two days before …"."""
    for token in tokens[floor + 1 : min(ceiling, floor + 4)]:
        if token.word in ("after", "before"):
            return True
        if token.word not in TIME_WORDS and not is_adverb(token):
            return False
    return False


def _is_place(tokens: Sequence[Token], comma: int, ceiling: int) -> bool:
    """ "Speaking in Akron, Ohio, on Friday, she …": nobody yet behind the first two commas."""
    if tokens[comma + 1].word in PREPOSITIONS:
        return any(token.kind == "," for token in tokens[comma + 2 : ceiling])
    place = _next_comma(tokens, comma + 1, ceiling)
    if place + 1 < ceiling and is_subject_pronoun(tokens[place + 1]):
        return True  # "Turning to Kirkbride, a self-described optimist, he asked"
    place = comma + 1
    while place < ceiling and tokens[place].kind == "cap":
        place += 1
    if place + 1 >= ceiling or tokens[place].kind != "," or tokens[comma - 1].kind != "cap":
        return False
    return tokens[place + 1].word in PREPOSITIONS or is_subject_pronoun(tokens[place + 1])


def _next_comma(tokens: Sequence[Token], at: int, ceiling: int) -> int:
    """At most six words on; else `ceiling`."""
    for place in range(at, min(ceiling, at + 7)):
        if tokens[place].kind not in ("cap", "low", "num"):
            return place if tokens[place].kind == "," else ceiling
    return ceiling


def is_subject_pronoun(token: Token) -> bool:
    return token.word in ("he", "she", "they", "it", "we", "i") and token.kind in ("low", "cap")
