"""Meeting the people of a document: every name in a frame, with the titles before it."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from briefings.text.lexicon import (
    GOVERNMENTS,
    MODIFIERS,
    ORGANISATION_WORDS,
    PARTICLES,
    ROLES,
)
from briefings.text.people import Person, Roster
from briefings.text.sorts import Phrase, classify
from briefings.text.tokens import Token
from briefings.text.wordclasses import is_nominal

_LONGEST_OFFICE = 7  # tokens before what the name hangs on
_LEADERS = frozenset({"of", "for", "to", "in", "at", "the"})
_OFFICIAL = ROLES | MODIFIERS
_DESCRIBING = ROLES | MODIFIERS | ORGANISATION_WORDS


def learn(
    roster: Roster, tokens: Sequence[Token], speaking: AbstractSet[int]
) -> list[tuple[int, Person]]:
    """All names in one frame, learned in order: (token of the name, person). speaking: tokens
    where the names of those begin who say something."""
    met: list[tuple[int, Person]] = []
    at = 0
    while at < len(tokens):
        if tokens[at].kind != "cap" or not is_nominal(tokens, at):
            at += 1
            continue
        end = at + 1
        while end < len(tokens) and _goes_on(tokens, end):
            end += 1
            if tokens[end - 1].word.endswith("'s"):
                break
        first = at
        while first > 0 and at - first < 6 and _describes(tokens[first - 1], first < at):
            first -= 1
        if first < at and first and tokens[first].word == "counterpart":
            first -= tokens[first - 1].kind == "cap"  # "her Peruvian counterpart Ana Luz"
        phrase = None if _modifies(roster, tokens, at, end) else _named(tokens, first, end)
        person = roster.add(tokens, phrase) if phrase is not None else None
        if person is not None and phrase is not None:
            met.append((phrase.name_first, person))
            person.speaks = person.speaks or phrase.name_first in speaking
            _describe(roster, tokens, phrase, person)
        at = end
    return met


def _describe(roster: Roster, tokens: Sequence[Token], phrase: Phrase, person: Person) -> None:
    for word in _office(tokens, phrase):
        roster.describe(person, word)
    role = _apposed_role(tokens, phrase.first, phrase.name_last)
    if role is not None:
        roster.describe(person, _role_at(tokens, role))


def _office(tokens: Sequence[Token], phrase: Phrase) -> Sequence[str]:
    """The "foreign minister" of "Foreign Minister for Trade Ana Luz": roles before what the name
    hangs on."""
    if phrase.name_first == phrase.first:
        return []
    first = phrase.first
    while first > 0 and phrase.first - first < _LONGEST_OFFICE and _leads(tokens[first - 1]):
        first -= 1
    return [token.word for token in tokens[first : phrase.first] if token.word in _OFFICIAL]


def _leads(token: Token) -> bool:
    return token.kind == "cap" or token.word in _LEADERS or token.word in _OFFICIAL


def _role_at(tokens: Sequence[Token], at: int) -> str:
    """Its president is not "the president" of whom all speak; a country's is."""
    role, owner = tokens[at].word, tokens[at - 1].word if at else ""
    house = owner in ("its", "their") or owner.endswith("'s")
    if role != "president" or not house or owner.removesuffix("'s") in GOVERNMENTS:
        return role
    return "its-president"


def _apposed_role(tokens: Sequence[Token], first: int, end: int) -> int | None:
    """ "His spokeswoman, Galia Slayen,", "A spokesman for the city, Alec Varsany,": where what
    they are stands before the comma."""
    if first < 2 or tokens[first - 1].kind != "," or tokens[end].kind != ",":
        return None
    if tokens[end - 1].word.endswith("'s"):
        return None
    for at in range(first - 2, max(-1, first - 8), -1):
        token = tokens[at]
        if token.kind == "low" and token.word in ROLES:
            return at if at == first - 2 or tokens[at + 1].word in ("for", "of", "at") else None
        if token.kind not in ("low", "cap"):
            return None
    return None


def _modifies(roster: Roster, tokens: Sequence[Token], at: int, end: int) -> bool:
    """The "Border Patrol" of "Border Patrol union chief Hector Dominguez"."""
    place = end
    while place < len(tokens) and place - end < 3 and _describes(tokens[place], place > end):
        place += 1
    if end - at < 2 or place == end or place >= len(tokens) or tokens[place].kind != "cap":
        return False
    words = tuple(token.word for token in tokens[at:end])
    return roster.find(words, before=tokens[at].start) is None


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """A capitalised word; or "von der" with one behind it."""
    for place in range(at, min(at + 3, len(tokens))):
        if tokens[place].kind == "cap":
            return is_nominal(tokens, place)
        if tokens[place].word not in PARTICLES:
            break
    return False


def _describes(token: Token, further: bool) -> bool:
    """ "chief", and before it "union"."""
    known = _DESCRIBING if further else ROLES
    return token.kind == "low" and token.word in known


def _named(tokens: Sequence[Token], first: int, end: int) -> Phrase | None:
    phrase = classify(tokens, first, end)
    if phrase.sort != "person" or phrase.name_last - phrase.name_first > 5:
        return None
    return phrase


def may_act(tokens: Sequence[Token], at: int) -> bool:
    """A name is a likely "he" if it hangs on no preposition and possesses nothing."""
    possessive = tokens[at].word.endswith("'s")
    while at and tokens[at - 1].word in ROLES:
        at -= 1
    before = tokens[at - 1] if at else None
    return not possessive and (before is None or before.kind != "low" or before.word == "when")
