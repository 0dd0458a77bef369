"""The people a document names: fullest forms, what they are, and whether they are he or she."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefings.model import Span
from briefings.text.cues import FORMS, NOUN_LIKE
from briefings.text.genders import FEMALE, FEMALE_WORDS, MALE, MALE_WORDS, SURNAMES
from briefings.text.lexicon import (
    AUXILIARIES,
    BE,
    CLANS,
    DETERMINERS,
    RELATIVES,
    ROLES,
)
from briefings.text.roles import fits, heads_of, is_of
from briefings.text.sorts import Phrase
from briefings.text.tokens import Token
from briefings.text.wordlists import words

_ARTICLES = words("al el ad an ar as at ash az ul")
_SHARED = 250  # characters; farther from its last bearer a surname is its first bearer's
_MOST_PEOPLE = 500  # of one document
_BROAD = words("official leader chief head president")  # many may be called so
_KIN = words("wife husband son daughter brother sister mother father widow uncle aunt cousin")
_IGNORED = words(
    "the a an this that his her its their our former then-president embattled veteran late top "
    "senior current outgoing new longtime one's other same 55-year-old"
)


@dataclass(slots=True)
class Person:
    """Somebody the document names. words: of the fullest form, lower case, without titles."""

    words: tuple[str, ...]
    span: Span
    roles: set[str] = field(default_factory=set)
    last_seen: int = 0
    gender: str = ""
    number: int = 0  # of those named before
    times: int = 0  # named so often
    speaks: bool = False  # has been heard


def _gender(words: Sequence[str], roles: Iterable[str]) -> str:
    for words_in, gender in ((FEMALE_WORDS, "she"), (MALE_WORDS, "he")):
        if any(word in words_in for word in roles):
            return gender
    for word in _given(words):
        if word in FEMALE or word in MALE:
            return "she" if word in FEMALE else "he"
    surname = words[-1]
    if len(words) > 1 and surname.endswith(("ova", "eva", "skaya", "ina")) and len(surname) > 5:
        return "she"
    return ""


def _given(words: Sequence[str]) -> Sequence[str]:
    """What may be a given name, likeliest first: not the surname, unless it stands before."""
    if len(words) == 1:
        return () if words[0] in SURNAMES else words
    if words[0] in CLANS:
        return (*words[1:], "-".join(words[1:]))
    return words[:-1]


class Roster:
    """All persons of one document, by any word of their names."""

    def __init__(self, lone: frozenset[str], common: frozenset[str]) -> None:
        """`lone`: single words that are people, because the document lets them speak. `common`:
        words that are nobody, because it writes them small, too."""
        self.lone, self.common = lone, common
        self.people: list[Person] = []
        self.abbreviations: dict[str, Span] = {}
        self._by_word: dict[str, list[Person]] = {}

    def add(self, tokens: Sequence[Token], phrase: Phrase) -> Person | None:
        """Learn a name of two words or more, or meet a known one again."""
        words = name_words(tokens, phrase)
        if not words:
            return None
        span = Span(tokens[phrase.name_first].start, tokens[phrase.name_last - 1].end)
        span = _without_possessive(tokens[phrase.name_last - 1], span)
        person = self.find(words, before=span.start, gender=gender_before(tokens, phrase))
        if person is None:
            person = self._alone(words, tokens, phrase)
            if person is not None:
                person = self._lengthen(person, words, span)
            elif len(words) < 2 and words[0] not in self.lone and words[0] not in self._by_word:
                return None
            else:
                person = self._new(words, span)
        elif len(words) > len(person.words):
            person = self._lengthen(person, words, span)
        person.last_seen = span.start
        person.times += 1
        self._describe(tokens, phrase, person)
        return person

    def _alone(
        self, words: tuple[str, ...], tokens: Sequence[Token], phrase: Phrase
    ) -> Person | None:
        """Whom the document has called by surname only, up to now; kin of his are others."""
        if len(words) < 2 or any(
            token.word in _KIN for token in tokens[max(0, phrase.first - 3) : phrase.name_last + 4]
        ):
            return None
        for surname in (words[-1], words[0]):
            for person in self._by_word.get(surname, []):
                if person.words == (surname,) and (surname == words[-1] or surname in CLANS):
                    return person
        return None

    def _new(self, words: tuple[str, ...], span: Span) -> Person:
        person = Person(words, span, number=len(self.people))
        if len(self.people) < _MOST_PEOPLE:
            self.people.append(person)
            self._index(person)
        return person

    def _lengthen(self, person: Person, words: tuple[str, ...], span: Span) -> Person:
        person.words, person.span = words, span
        person.gender = _gender(words, person.roles) or person.gender
        self._index(person)
        return person

    def _index(self, person: Person) -> None:
        for word in (*person.words, bare(person.words[-1])):
            known = self._by_word.setdefault(word, [])
            if person not in known:
                known.append(person)

    def _describe(self, tokens: Sequence[Token], phrase: Phrase, person: Person) -> None:
        described = [tokens[at].word for at in range(phrase.first, phrase.name_first)]
        described += [word for word in person.words[:1] if word in ROLES]  # Pope Francis
        described += _apposition(tokens, phrase.name_last)
        person.roles.update(word.removesuffix("'s") for word in described)
        person.gender = person.gender or _gender(person.words, described)

    def describe(self, person: Person, role: str) -> None:
        """What an apposition says the person is."""
        person.roles.add(role)
        person.gender = person.gender or _gender(person.words, (role,))

    def find(self, words: tuple[str, ...], *, before: int, gender: str = "") -> Person | None:
        """Whom a form names: the same words, a part of them, or the surname; the latest met.
        "Mr. Trump" is not Melania Trump."""
        known = [
            person
            for person in self._by_word.get(words[-1], []) or self._by_word.get(words[0], [])
            if _names(words, person) and not (gender and person.gender not in ("", gender))
        ]
        if not known:
            return None
        exact = [person for person in known if person.words == words]
        seen = [person for person in exact or known if person.last_seen <= before]
        latest = max(seen or known, key=lambda person: person.last_seen)
        if len(words) == 1 and before - latest.last_seen > _SHARED and latest.last_seen >= 0:
            speakers = [person for person in seen or known if person.speaks]
            only = speakers if len(speakers) == 1 else seen or known
            return min(only, key=lambda person: person.number)
        return latest

    def surnamed(self, word: str) -> Person | None:
        """Whom the document names in full with this for a surname."""
        for person in self._by_word.get(word, []):
            if len(person.words) > 1 and person.words[-1] == word:
                return person
        return None

    def is_shared(self, words: tuple[str, ...]) -> bool:
        """A surname that several people of the document bear."""
        return len(words) == 1 and len(self._by_word.get(words[0], [])) > 1

    def with_role(
        self, words: Sequence[str], *, before: int, coming: bool = False
    ) -> Person | None:
        """The latest person met whom the document calls all of this ("the Russian leader").

        `coming`: or the first one whom it will call so."""
        wanted = [word.removesuffix("'s") for word in words if word not in _IGNORED]
        if not wanted:
            return None
        exact = [person for person in self.people if fits(wanted, {wanted[-1]}, person.roles)]
        alike: list[Person] = []
        met = [person for person in exact if person.span.start <= before]
        if not met:
            heads = heads_of(wanted[-1])
            alike += [person for person in self.people if fits(wanted, heads, person.roles)]
            met = [person for person in alike if person.span.start <= before]
        if met:
            return max(met, key=lambda person: person.last_seen)
        later = exact or (alike if wanted[-1] not in _BROAD else [])
        return later[0] if coming and later else None

    def counterpart(self, words: Sequence[str]) -> Person | None:
        """ "Peru's minister", if the document has named "her Peruvian counterpart Ana Luz"."""
        alike = [one for one in self.people if "counterpart" in one.roles]
        return next((one for one in alike if is_of(words[0].removesuffix("'s"), one.roles)), None)


def _names(words: tuple[str, ...], person: Person) -> bool:
    if len(words) == 1:
        return words[0] in person.words or words[0] == bare(person.words[-1])
    shorter, longer = sorted((words, person.words), key=len)
    surnames = len(shorter) > 1 and longer[-len(shorter) :] == shorter  # Isgur Flores
    surnames = surnames and longer[0] not in CLANS
    return surnames or (
        set(shorter) <= set(longer) and shorter[-1] == longer[-1] and shorter[0] == longer[0]
    )


def bare(surname: str) -> str:
    """ "al-Awlaki" without its article."""
    article, hyphen, rest = surname.partition("-")
    return rest if hyphen and article in _ARTICLES else surname


def name_words(tokens: Sequence[Token], phrase: Phrase) -> tuple[str, ...]:
    if phrase.sort != "person":
        return ()
    return tuple(
        tokens[at].word.removesuffix("'s").removesuffix("'")
        for at in range(phrase.name_first, phrase.name_last)
        if tokens[at].kind != "num"
    )


def gender_before(tokens: Sequence[Token], phrase: Phrase) -> str:
    """What "Mr.", "Mrs.", "Ms." before a surname tell."""
    title = tokens[phrase.name_first - 1].word if phrase.name_first > phrase.first else ""
    return {"mr.": "he", "mr": "he", "mrs.": "she", "mrs": "she", "ms.": "she", "ms": "she"}.get(
        title, ""
    )


def _does(token: Token) -> bool:
    cue = FORMS.get(token.word)
    said = cue is not None and cue.tense == "past" and token.word not in NOUN_LIKE
    return token.kind == "low" and (said or token.word in AUXILIARIES)


def _without_possessive(token: Token, span: Span) -> Span:
    for ending in ("'s", "'"):
        if token.word.endswith(ending):
            return Span(span.start, span.end - len(ending))
    return span


def _apposition(tokens: Sequence[Token], at: int) -> list[str]:
    """Words that say what the person is: ", a Kremlin adviser,", " is the mayor of …"."""
    if at >= len(tokens) or not (tokens[at].kind in (",", "(") or tokens[at].word in BE):
        return []
    words: list[str] = []
    for token in tokens[at + 1 : at + 9]:
        if token.kind in (",", ".", "quote", ")", ":") or token.word in RELATIVES:
            break
        if words and _does(token):
            return []  # "Pressed by Collier, the minister conceded"
        words.append(token.word)
    opens = bool(words) and (words[0] in DETERMINERS or words[0] in ROLES or "of" in words[1:4])
    return words if opens and any(word in ROLES for word in words) else []
