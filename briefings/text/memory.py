"""Whom a document has been about so far, and whom a description means by that (English)."""

from collections.abc import Sequence

from briefings.model import Span
from briefings.text.focus import WORDS, Focus, Voice, may_be, until_tail
from briefings.text.lexicon import NATIONALITIES, POSSESSIVES, ROLES
from briefings.text.people import Person
from briefings.text.roles import presides, same_role
from briefings.text.wordlists import words

_MOST_MET = 14  # persons that are remembered
_DESCRIPTIONS = words(
    "parliamentarian "
    "nominee candidate frontrunner front-runner contender challenger incumbent senator lawmaker "
    "congressman congresswoman republican democrat independent governor mayor mogul magnate "
    "billionaire tycoon businessman businesswoman neurosurgeon surgeon star actor actress rancher "
    "heiress preacher hawk year-old mp peer msp politician legislator "
    "diplomat prosecutor veteran author texan newcomer"
)
_KIN = words("father mother wife husband son daughter brother sister widow parents")
_PARTISANS = words("democrat republican lawmaker legislator")
_SEATED = words(
    "sen. rep. gov. senator representative governor congressman congresswoman speaker leader whip "
    "chairman chairwoman democrat republican lawmaker mayor assemblyman assemblywoman"
)
_FUNCTIONS = words(
    "spokesman spokeswoman spokesperson aide adviser advisor moderator host anchor reporter "
    "correspondent analyst professor pollster strategist lawyer attorney pope"
)
NAMELESS = words("source insider witness resident person passer-by bystander")
_LEARNED = words(
    "analyst expert economist historian researcher author journalist editor writer columnist "
    "scholar scientist academic professor engineer doctor strategist lawyer attorney activist "
    "campaigner commentator blogger specialist designer artist veteran"
)
_NAMEABLE = ROLES - NAMELESS
_CIVIL = words("mr. mrs. ms. miss mr mrs ms dr. dr")
_LOOKED_BACK = 20  # entries of the history
_PATIENCE = 3  # sentences that a description reaches back


class Memory:
    """Grows in reading order. `history`: whom each sentence was about or who spoke in it. `met`:
    persons named, each with the number of the sentence. `quoted`: the last one quoted."""

    def __init__(self) -> None:
        self.history: list[Focus] = []
        self.met: list[tuple[int, Person]] = []
        self.sentence = 0
        self.quoted: Span | None = None

    def meet(self, people: Sequence[Person]) -> None:
        """Persons named in this sentence, whatever they do there."""
        self.met.extend((self.sentence, person) for person in people)
        del self.met[:-_MOST_MET]

    def note(self, voice: Voice, *, quoted: bool = False) -> None:
        self.history.append(Focus(voice, self.sentence, quoted))

    def last_named(self) -> Person | None:
        """Who was spoken of last under a name."""
        for focus in reversed(self.history[-_LOOKED_BACK:]):
            if focus.voice.person is not None:
                return focus.voice.person
        return None

    def instead_of(self, person: Person, *, gender: str = "") -> Person | None:
        """Who else was spoken of or named lately; gender: "he", "she" or "" for either."""
        spoken = [
            (focus.at, focus.voice.person)
            for focus in self.history[-_LOOKED_BACK:]
            if focus.voice.person is not None
        ]
        for people in (spoken, self.met):
            for at, other in reversed(people):
                if self.sentence - at > _PATIENCE:
                    break
                if other is not person and not (gender and other.gender not in ("", gender)):
                    return other
        return None

    def issuer(self) -> Voice | None:
        """Who put out "the statement" just before."""
        for focus in reversed(self.history[-_LOOKED_BACK:]):
            if self.sentence - focus.at > _PATIENCE:
                break
            if focus.voice.head == WORDS and focus.voice.sort in ("person", "organisation"):
                return focus.voice
        last = self.history[-1] if self.history else None
        told = last is not None and self.sentence - last.at <= 1
        return last.voice if last and told and last.voice.sort == "organisation" else None

    def just_described(self, words: Sequence[str]) -> Voice | None:
        """ "the official" right after "a White House official said"."""
        last = self.history[-1] if self.history else None
        if last is None or self.sentence - last.at > 1 or len(words) != 2:
            return None
        voice = last.voice
        unnamed = voice.sort == "role" and not voice.plural and voice.person is None
        return voice if unnamed and voice.head == words[-1] else None

    def meant(self, words: Sequence[str]) -> Voice | None:
        """ "his wife" is not whom "his" means, nor "the father of a soldier" anybody near."""
        if words[0] in POSSESSIVES or (until_tail(words)[-1] in _KIN and "of" in words):
            return None
        if any(word.endswith("'s") and word.removesuffix("'s") in ROLES for word in words):
            return None  # "the president's counselor"
        return (
            self._same_role(until_tail(words)[-1])
            or self._alike(words)
            or self._newly_described(words)
            or self._undescribed(words)
            or self._speaking_alone(words)
        )

    def _newly_described(self, words: Sequence[str]) -> Voice | None:
        """ "the Texan", "the nominee" is whom the sentences before were about, if nobody else can
        be meant: persons named in this sentence are not called so in it."""
        head = until_tail(words)[-1]
        if head not in _DESCRIPTIONS and head in ROLES:
            return None
        if head in _PARTISANS and (person := self._elected(words)) is not None:
            return Voice(person.span, person.span, "person", person)
        lately = self._lately(words)
        just = self._just_entered()
        if just is None or id(just) not in lately:
            just = self._spoken_of_last(words, lately)
        return Voice(just.span, just.span, "person", just) if just is not None else None

    def _elected(self, words: Sequence[str]) -> Person | None:
        """ "the Illinois Democrat": the last one named who holds a seat."""
        here = self._here()
        for at, person in reversed(self.met):
            if (
                self.sentence - at <= _PATIENCE
                and person.roles & _SEATED
                and id(person) not in here
            ):
                return person if may_be(person, words) else None
        return None

    def _lately(self, words: Sequence[str]) -> dict[int, Person]:
        here = self._here()
        return {
            id(person): person
            for at, person in self.met
            if 0 < self.sentence - at <= _PATIENCE
            and id(person) not in here
            and may_be(person, words)
            and not person.roles & _FUNCTIONS
        }

    def _here(self) -> set[int]:
        return {id(person) for at, person in self.met if at == self.sentence}

    def _spoken_of_last(self, words: Sequence[str], lately: dict[int, Person]) -> Person | None:
        last = self.history[-1].voice.person if self.history else None
        if self.history and self.history[-1].voice.sort == "person" and last is None:
            return None  # somebody else, called by surname alone, was spoken of last
        if last is not None and self._in_focus(last, self._here()) and may_be(last, words):
            return last
        return next(iter(lately.values())) if len(lately) == 1 else None

    def _just_entered(self) -> Person | None:
        """The only one named in the sentence before, if that was about nobody known."""
        just = {id(person): person for at, person in self.met if self.sentence - at == 1}
        if len(just) != 1 or not self.history or self.sentence - self.history[-1].at <= 1:
            return None
        return next(iter(just.values()))

    def _in_focus(self, last: Person, here: set[int]) -> bool:
        fresh = self.sentence - self.history[-1].at <= 2
        return fresh and id(last) not in here and not last.roles & _FUNCTIONS

    def _same_role(self, head: str) -> Voice | None:
        """ "the official" is who spoke last, if that was "a senior … official"."""
        for focus in reversed(self.history[-6:]):
            if focus.voice.sort == "role" and focus.voice.head == head:
                return focus.voice
        for focus in reversed(self.history[-6:]):
            if focus.voice.sort == "role" and same_role(focus.voice.head, head):
                return focus.voice
            if focus.voice.sort == "person":
                return None
        return None

    def _alike(self, words: Sequence[str]) -> Voice | None:
        """ "the central bank chief" is the only one spoken of lately who heads anything."""
        head = until_tail(words)[-1]
        people = {
            id(person): person
            for focus in self.history[-8:]
            if (person := focus.voice.person) is not None
            and 0 < self.sentence - focus.at <= _PATIENCE
            and head in ROLES
            and any(same_role(head, role) for role in person.roles)
            and (head != "president" or presides(until_tail(words)[1:], person.roles))
        }
        if len(people) != 1:
            return None
        person = next(iter(people.values()))
        return Voice(person.span, person.span, "person", person) if may_be(person, words) else None

    def _undescribed(self, words: Sequence[str]) -> Voice | None:
        """ "the … president" is who spoke last, if the document says nothing else of him."""
        last = self._last_person()
        if last is None or until_tail(words)[-1] not in _NAMEABLE:
            return None
        person = last.voice.person
        recent = 0 < self.sentence - last.at <= 2 and last.voice.sort == "person"
        sole = self._sole() is person
        named = any(word in NATIONALITIES for word in words)
        if named and not sole and last.voice.span != self.quoted:
            return None
        if not recent or (person is not None and person.roles & (ROLES - _CIVIL)):
            return None
        return last.voice if person is None or may_be(person, words) else None

    def _speaking_alone(self, words: Sequence[str]) -> Voice | None:
        """ "the UK-based journalist" after an analyst's words, if nobody else was quoted."""
        if until_tail(words)[-1] not in _LEARNED:
            return None
        quoted = [focus for focus in self.history[-_LOOKED_BACK:] if focus.quoted]
        person = quoted[-1].voice.person if quoted else None
        if person is None or self.sentence - quoted[-1].at > _PATIENCE:
            return None
        learned = bool(person.roles & _LEARNED) or not person.roles & (ROLES - _CIVIL)
        alone = all(focus.voice.person is person for focus in quoted)
        if not (alone and learned and may_be(person, words)):
            return None
        return Voice(person.span, person.span, "person", person)

    def _last_person(self) -> Focus | None:
        """Who was last in focus; or the only person met lately."""
        last, sole = self.history[-1] if self.history else None, self._sole()
        if (last is not None and last.voice.sort == "person") or sole is None:
            return last
        return Focus(Voice(sole.span, sole.span, "person", sole), self.sentence - 1)

    def _sole(self) -> Person | None:
        lately = {id(person): person for at, person in self.met if self.sentence - at <= 2}
        return next(iter(lately.values())) if len(lately) == 1 else None
