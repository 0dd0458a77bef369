"""What people are called: which roles are alike, and whom a description fits (English)."""

from collections.abc import Sequence

from briefings.text.lexicon import NATIONALITIES, ORGANISATION_WORDS, ROLES
from briefings.text.places import COUNTRIES
from briefings.text.wordlists import words

_SYNONYMS = (
    words("president leader strongman chief head ruler"),
    words("chairman chairwoman chair chairperson head chief"),
    words("spokesman spokeswoman spokesperson"),
    words("senator sen. lawmaker representative rep. congressman congresswoman"),
    words("lawmaker assemblyman assemblywoman politician legislator"),
    words("governor gov."),
    words("general gen. commander"),
    words("premier minister chancellor leader"),
    words("professor prof. academic scholar analyst expert researcher"),
    words("adviser advisor aide official"),
    words("envoy ambassador diplomat negotiator"),
    words("minister secretary official"),
    words("candidate nominee"),
    words("attorney lawyer prosecutor"),
    words("businessman billionaire mogul magnate"),
    words("chief director head boss leader"),
)
_CHAMBERS = words("democratic republican majority minority opposition party senate house caucus")
_HOUSES = ORGANISATION_WORDS - words(
    "government republic states nations kingdom house office party"
)
_AT_HOME = frozenset({"u.s.", "american"})
_ALIKE = 4  # letters
_VAGUE = frozenset({"top", "party"})


def same_role(one: str, other: str) -> bool:
    """spokesman and spokeswoman, president and leader."""
    return one == other or any(one in group and other in group for group in _SYNONYMS)


def heads_of(head: str) -> set[str]:
    """A role and its synonyms; none if it is no role."""
    if head not in ROLES:
        return set()
    return {head}.union(*(group for group in _SYNONYMS if head in group))


def fits(wanted: Sequence[str], heads: set[str], roles: set[str]) -> bool:
    """Is somebody with these roles called all of `wanted`, or by another of `heads`?"""
    if not heads & roles or (wanted[-1] == "president" and not presides(wanted, roles)):
        return False
    return all(word in roles or word in _VAGUE or is_of(word, roles) for word in wanted[:-1])


def is_of(country: str, roles: set[str]) -> bool:
    """ "Peru's minister" is the Peruvian one: names and adjectives of countries begin alike."""
    if country in _AT_HOME:
        return not roles & NATIONALITIES  # "President Moor" of American news
    start = country[:_ALIKE]
    return country in COUNTRIES and any(role.startswith(start) for role in roles)


def presides(wanted: Sequence[str], roles: set[str]) -> bool:
    """A country's leader may be its president; a party's or a chamber's is not, nor is a vice
    president. Nor is "the president", and no more, a union's."""
    if "vice" in roles - set(wanted) or (len(wanted) == 1 and roles & _HOUSES):
        return False
    return "president" in roles or not roles & _CHAMBERS
