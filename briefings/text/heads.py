"""The head of a noun phrase that ends at a place: back over "of the …", "in …" (English)."""

from collections.abc import Sequence

from briefings.text.lexicon import PREPOSITIONS, QUANTITIES, SUBORDINATORS
from briefings.text.phrases import phrase_left
from briefings.text.sorts import Phrase, is_holder
from briefings.text.tokens import Token
from briefings.text.wordlists import words

_MOST_HOPS = 4
_LONGEST_BRACKET = 6  # tokens
_HOPS = words("of in at for from with on to near")


def _head_of(tokens: Sequence[Token], phrase: Phrase, floor: int) -> Phrase | None:
    """What stands before the preposition: "officials", or the "one" of "one of the men"."""
    at = phrase.first - 2
    if at >= floor and tokens[at].kind == ")":
        at = _before_bracket(tokens, at, floor)
    if at >= floor and tokens[at].word in QUANTITIES and tokens[at + 1].word == "of":
        return Phrase(at, at + 1, "role")
    return phrase_left(tokens, at, floor)


def _before_bracket(tokens: Sequence[Token], at: int, floor: int) -> int:
    """Over " (ISS)" to what it abbreviates."""
    for place in range(at - 1, max(floor, at - _LONGEST_BRACKET), -1):
        if tokens[place].kind == "(":
            return place - 1
    return at


def hopping_left(tokens: Sequence[Token], at: int, floor: int) -> Phrase | None:
    """The noun phrase that ends at `at`, back over "of the …", "in …" to its head.

    None if the phrase hangs on a preposition that hangs on nothing ("In Seoul").
    """
    phrase = phrase_left(tokens, at, floor)
    for _ in range(_MOST_HOPS):
        if phrase is None or phrase.first - 1 < floor:
            break
        before = tokens[phrase.first - 1]
        if before.word not in PREPOSITIONS or before.kind not in ("low", "cap"):
            break
        if before.word not in _HOPS:
            return phrase if before.word in SUBORDINATORS else None
        head = _head_of(tokens, phrase, floor)
        if head is None or head.sort == "pronoun":
            return None
        phrase = _joined(tokens, head, phrase)
    return phrase


def _joined(tokens: Sequence[Token], head: Phrase, tail: Phrase) -> Phrase:
    """ "Secretary of State Antony Blinken" is his name; else the head counts."""
    if tail.sort == "person" and is_holder(tokens, head, tail):
        return tail._replace(first=head.first)
    if head.sort == "person":
        return head
    full = tail.name_last - tail.name_first > 1  # not the "Rights" of "for Human Rights"
    if full and tail.sort == "person" and is_holder(tokens, head._replace(sort="role"), tail):
        return tail._replace(first=head.first)  # "… to the Republic of Cyprus Stan Osad"
    spoken_for = tail.sort == "role" and tokens[tail.first].kind == "cap"
    sort = "role" if spoken_for and tokens[tail.last - 1].kind == "low" else head.sort
    return head._replace(last=tail.last, sort=sort)  # "a Department of Health spokeswoman"
