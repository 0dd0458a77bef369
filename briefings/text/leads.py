"""A speaker whom the lead calls by what he is, and the next sentences by name (English)."""

from collections.abc import Sequence
from itertools import takewhile

from briefings.text.focus import Focus, Voice, may_be
from briefings.text.found import Found
from briefings.text.lexicon import ROLES
from briefings.text.people import Person
from briefings.text.roles import same_role
from briefings.text.wordlists import words

_LEAD = 2  # sentences
_NEXT = 3  # sentences from the lead's words to the name
_UNNAMED = words(
    "official aide source adviser advisor spokesman spokeswoman spokesperson diplomat analyst "
    "expert person insider staffer operative strategist one another observer ally friend reporter "
    "journalist moderator voter host anchor correspondent narrator"
)
_CIVIL = words("mr. mrs. ms. mr mrs ms the a an of in for at and")


def named_later(
    found: Sequence[Found], history: Sequence[Focus], articles: set[int]
) -> list[Found]:
    """`found` with a lead's "A federal judge" as the judge first named right behind it, and its
    "Peru's foreign minister" as the minister named there.

    `articles`: where "a" and "an" stand. `history`: whom the sentences were about, in order.
    """
    named: list[Found] = []
    for one in found:
        voice = one.voice
        later = None
        if voice.sort == "role" and not voice.plural and voice.person is None:
            definite = voice.attribution.start not in articles
            if not definite or voice.span == voice.attribution:
                later = _introduced(voice, history, definite=definite)
        named.append(one if later is None else one._replace(voice=later))
    return named


def _introduced(voice: Voice, history: Sequence[Focus], *, definite: bool) -> Voice | None:
    early = list(takewhile(lambda one: one.at <= _LEAD + _NEXT, history))
    at = next((one.at for one in early if one.voice.attribution == voice.attribution), _LEAD + 1)
    later = [one.voice.person for one in early if at < one.at <= at + _NEXT]
    person = next((person for person in later if person is not None), None)
    if at > _LEAD or person is None or person.span.start <= voice.attribution.end:
        return None
    if not _may_be_called(person, voice.head, definite=definite):
        return None
    return Voice(person.span, voice.attribution, "person", person)


def _may_be_called(person: Person, head: str, *, definite: bool) -> bool:
    if not may_be(person, (head,)):
        return False
    if any(same_role(head, role) for role in person.roles):
        return True
    return not definite and head not in _UNNAMED and not person.roles & (ROLES - _CIVIL)
