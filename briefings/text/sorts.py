"""What an English noun phrase names: a person, an organisation, a role, a document."""

from collections.abc import Sequence
from typing import NamedTuple

from briefings.text.genders import FEMALE, MALE
from briefings.text.lexicon import (
    CLANS,
    COUNTS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    GOVERNMENTS,
    NATIONALITIES,
    OFFICES,
    ORGANISATION_WORDS,
    PARTICLES,
    PRONOUNS,
    ROLES,
    SPEECH_NOUNS,
    TITLES,
)
from briefings.text.places import PLACES
from briefings.text.tokens import Token
from briefings.text.wordclasses import is_compound, is_possessive, is_title
from briefings.text.wordlists import words

_NAMED_BY_TITLE = frozenset({"pope", "king", "queen", "prince", "princess", "emperor"})
_COMMON_NOUNS = ROLES | (DOCUMENT_NOUNS - ORGANISATION_WORDS)
_GIVEN = MALE | FEMALE
_THINGS = words(
    "amendment act agreement treaty accord summit forum award prize cup festival games olympics "
    "crisis war deal scandal affair doctrine plan index protocol"
)
_GAPS = (2, 4, 5, 6, 7, 8)  # characters between two words; 3 are " & "
_LONGEST_NAME = 3  # words
_SHORT = 4  # letters of an abbreviation
CIVIL = words("mr. mr mrs. mrs ms. ms dr. dr sir dame lord lady baroness baron")
_IMPERSONAL = ("ism", "bank", "gate", "neft", "soft", "exit", "news")  # McCarthyism, Sberbank
_NO_START = COUNTS | {"the", "a", "an"}
_ALLIANCES = frozenset({"u.n.", "eu", "nato", "u.s."})
_OFFICE_LEADERS = words("of to in for at")
_COMPASS = frozenset({"south", "north"})
# Titles that are surnames too.
_TITLED_SURNAMES = words(
    "king queen prince pope bishop judge justice sheriff major marshal lord singer farmer "
    "constable ranger cardinal price sultan chancellor general page author coach comrade nurse "
    "captain sergeant"
)
_PLACES = words(
    "city island islands county beach street avenue square springs heights valley river lake bay "
    "park-avenue province airport bridge boulevard road peninsula strait sea ocean coast border "
    "tower palace square plaza stadium cathedral mosque hotel district region capitol"
)
_AGENTS = ("ician", "ist", "woman", "man", "eer", "maker", "keeper", "holder")
_NOT_AGENTS = words(
    "career volunteer talisman ottoman freeman everyman consist persist checklist blacklist "
    "shortlist playlist waitlist watchlist"
)
_DEMONYMS = ("an", "ian", "ite", "er")
_NO_DEMONYMS = _GIVEN | GOVERNMENTS | ORGANISATION_WORDS
_HOUSES = ORGANISATION_WORDS - TITLES


class Phrase(NamedTuple):
    """Tokens [first, last). name: the tokens that name a person or an organisation, or an empty
    range. sort: "person", "organisation", "role", "document", "pronoun" or "other"."""

    first: int
    last: int
    sort: str
    name_first: int = 0
    name_last: int = 0


def cap_run(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the run of capitalised words that ends before `last` begins."""
    start = last
    while start > first:
        token = tokens[start - 1]
        if start < last and is_gap(token, tokens[start]):
            break
        inner = token.word in PARTICLES and start - 1 > first and start < last
        if (token.kind != "cap" and not inner) or (token.word in _NO_START and start < last):
            break
        start -= 1
    return start


def is_gap(token: Token, following: Token) -> bool:
    """Blanks between two words where a page has run its pieces together; no stop of a title."""
    blanks = following.start - token.end
    return blanks in _GAPS and (blanks > 2 or len(token.word) > _SHORT)


def _name_start(tokens: Sequence[Token], start: int, last: int) -> int:
    """After titles, nationalities, offices and possessives in a run of capitalised words."""
    name = start
    while name < last - 1 - (tokens[name].word not in OFFICES) and _is_of_office(tokens, name):
        name += 1
    start = name = _behind_house(tokens, name, last)
    for at in range(start, last):
        token = tokens[at]
        adjective = token.word in NATIONALITIES or is_compound(token)
        inner = at < last - 1 and (is_possessive(token) or adjective)
        if inner or (is_title(token) and not _is_surname(tokens, at, name, last)):
            name = at + 1
    titled = name > start and name == last - 1 and tokens[name - 1].word in _NAMED_BY_TITLE
    return name - titled


def _is_of_office(tokens: Sequence[Token], at: int) -> bool:
    """ "Secretary of State Antony Blinken", "the ambassador to Peru Ana Luz": State and Peru are no
    part of the name."""
    before = tokens[at - 1].word if at else ""
    if before in _OFFICE_LEADERS:
        if tokens[at].word in _COMPASS and tokens[at + 1].word == "korea":
            return True
        given = tokens[at + 1].word in _GIVEN and is_title(tokens[at - 2])  # Canterbury Jo Wells
        return given or tokens[at].word in OFFICES or tokens[at].word in _ALLIANCES | PLACES
    if before == "the" and at > 1 and tokens[at].word in _ALLIANCES:
        return tokens[at - 2].word in _OFFICE_LEADERS
    if before in _COMPASS and tokens[at].word == "korea":
        return at > 1 and tokens[at - 2].word in _OFFICE_LEADERS
    led = before in ("the", "and") or ((before in OFFICES or before in _ALLIANCES) and at > 1)
    return led and tokens[at].word in OFFICES


def _behind_house(tokens: Sequence[Token], start: int, last: int) -> int:
    """Where the name begins in "the ambassador to the United Nations Nikki Hale"."""
    if start < 2 or last - start < 3:
        return start
    if tokens[start - 1].word in _OFFICE_LEADERS:
        korean = tokens[last - 2].word in CLANS and "-" in tokens[last - 1].word
        return last - 2 if korean else start  # "for Korean Peninsula Peace Lee Do-hun"
    of_house = tokens[start - 1].word == "the" and tokens[start - 2].word in _OFFICE_LEADERS
    return _named_last(tokens, start, last) if of_house else start


def _named_last(tokens: Sequence[Token], start: int, last: int) -> int:
    """Behind the last word of a house, a known name or at most three words."""
    for at in range(last - 2, start, -1):
        if tokens[at].word in ORGANISATION_WORDS:
            break
        if tokens[at - 1].word in ORGANISATION_WORDS:
            known = tokens[at].word in _GIVEN or tokens[at].word in CLANS
            return at if known or last - at <= _LONGEST_NAME else start
    return start


def is_holder(tokens: Sequence[Token], head: Phrase, tail: Phrase) -> bool:
    """Is `tail`, which hangs on `head`, the name of one who holds an office: "Secretary of" with
    "State Antony Blinken", but not "an aide to" with "President Ana Luz"?"""
    if head.sort != "role":
        return False
    if tail.name_first == tail.first:
        house = tokens[tail.first - 1]  # "head of the country's government Ana Luz"
        full = tail.name_last - tail.name_first > 1
        return full and house.kind == "low" and house.word in ORGANISATION_WORDS
    place = tokens[tail.name_first - 1]
    several = tail.name_last - tail.name_first > 1 or place.word in OFFICES
    adjective = is_possessive(place) or place.word in NATIONALITIES - _ALLIANCES
    return several and not is_title(place) and not adjective


def _is_surname(tokens: Sequence[Token], at: int, name: int, last: int) -> bool:
    """Steve King, Tom Price: a title's word behind a given name is a surname."""
    surname = tokens[at].word in _TITLED_SURNAMES
    return surname and at == last - 1 and at > name and tokens[at - 1].word in _GIVEN


def _sort_of_name(tokens: Sequence[Token], first: int, last: int) -> str:
    words = [tokens[at].word.removesuffix("'s") for at in range(first, last)]
    if last - first == 1 and words[0] in _COMMON_NOUNS and words[0] not in _GIVEN:
        return _sort_of_noun(words[0])
    if last - first == 1 and words[0].endswith("s") and words[0][:-1] in NATIONALITIES:
        return "role"  # Palestinians
    if len(words) > 1 and (words[-1] in _PLACES | _THINGS or _is_room(words)):
        return "other"
    return "organisation" if _is_house(tokens, first, last, words) else "person"


def _is_room(words: Sequence[str]) -> bool:
    """Capitol Hill, the East Room; but Anita Hill is a person."""
    return words[-1] in ("hill", "room", "garden", "hall", "wing") and words[0] not in _GIVEN


def _is_house(tokens: Sequence[Token], first: int, last: int, words: Sequence[str]) -> bool:
    if words[-1] in ORGANISATION_WORDS or not _HOUSES.isdisjoint(words[:-1]):
        return True
    if first and tokens[first - 1].word in CIVIL:
        return False  # Baroness Scotland
    if last - first == 1 and (_is_acronym(tokens[first]) or words[0].endswith(_IMPERSONAL)):
        return True
    return all(word in GOVERNMENTS for word in words)


def _is_demonym(tokens: Sequence[Token], first: int, last: int) -> bool:
    """The Texan, the New Yorker."""
    if tokens[first].word != "the" or not 2 <= last - first <= 3:
        return False
    word = tokens[last - 1].word
    return word.endswith(_DEMONYMS) and word not in _NO_DEMONYMS


def _is_acronym(token: Token) -> bool:
    return token.acronym or ("." in token.word and len(token.word) > 3)


def _is_agent(word: str) -> bool:
    """pediatrician, cardiologist, councilwoman, longshoreman."""
    return len(word) > 6 and word.endswith(_AGENTS) and word not in _NOT_AGENTS


def _sort_of_noun(word: str) -> str:
    if word in ROLES or _is_agent(word):
        return "role"
    if word in ORGANISATION_WORDS:
        return "organisation"
    return "document" if word in DOCUMENT_NOUNS or word in SPEECH_NOUNS else "other"


def classify(tokens: Sequence[Token], first: int, last: int) -> Phrase:
    """What a noun phrase names."""
    head = tokens[last - 1]
    if head.kind == "num" and last - 1 > first and tokens[last - 2].word not in DETERMINERS:
        return classify(tokens, first, last - 1)._replace(last=last)
    if head.kind != "cap" or head.word in PRONOUNS:
        pronoun = head.word in PRONOUNS
        return Phrase(first, last, "pronoun" if pronoun else _sort_of_noun(head.word))
    run = cap_run(tokens, first, last)
    name = _name_start(tokens, run, last)
    if name < last and _is_demonym(tokens, first, last):
        return Phrase(first, last, "role")
    if name >= last:
        sort = "role" if head.word in TITLES else _sort_of_noun(head.word)
        return Phrase(first, last, sort)
    sort = _sort_of_name(tokens, name, last)
    if sort == "organisation":
        if any(token.word == "year-old" for token in tokens[first:run]):
            sort = "role"  # "the 60-year-old former Navy Seal"
        name = run  # it keeps its nationality and possessor: "South Korea's Defense Ministry"
    return Phrase(first, last, sort, name, last)
