"""From the words that attribute ("he", "the minister", "Kim") to where a document names the
speaker most fully. Never outside the document."""

from collections.abc import Sequence

from briefings.model import Span
from briefings.text.focus import Focus, Voice, fit, may_be, span_of, until_tail
from briefings.text.lexicon import COORDINATORS, NATIONALITIES, POSSESSIVES, ROLES
from briefings.text.people import Person, Roster, gender_before, name_words, same_role
from briefings.text.sorts import Phrase
from briefings.text.tokens import Token
from briefings.text.wordlists import words

_SUBJECT_FORMS = {
    "him": "he",
    "his": "he",
    "her": "she",
    "them": "they",
    "their": "they",
    "its": "it",
}
_MOST_LOOKED_AT = 60  # entries of the history
_FARTHEST = 14  # sentences that a pronoun may reach back
_DESCRIPTIONS = words(
    "nominee candidate frontrunner front-runner contender challenger incumbent senator lawmaker "
    "congressman congresswoman republican democrat independent governor mayor mogul magnate "
    "billionaire tycoon businessman businesswoman neurosurgeon surgeon star actor actress rancher "
    "heiress preacher hawk politician legislator veteran author texan newcomer"
)
_FUNCTIONS = words(
    "spokesman spokeswoman spokesperson aide adviser advisor moderator host anchor reporter "
    "correspondent analyst professor pollster strategist lawyer attorney pope"
)
_CIVIL = words("mr. mrs. ms. miss mr mrs ms dr. dr")
_PATIENCE = 3  # sentences that "she" looks past people of unknown gender for a woman


class Voices:
    """Resolves phrases in reading order."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.history: list[Focus] = []
        self.sentence = 0
        self.quoted: Span | None = None  # the speaker of the last quotation
        self._met: list[tuple[int, Person]] = []
        self._organisations: dict[str, Span] = {}

    def of(
        self,
        tokens: Sequence[Token],
        phrase: Phrase,
        *,
        nearby: Sequence[Person] = (),
        before: Voice | None = None,
    ) -> Voice | None:
        """`nearby`: persons named earlier in the same sentence, likeliest first. `before`: who
        spoke before in the same sentence."""
        attribution = span_of(tokens, phrase.first, phrase.last)
        if phrase.sort == "person":
            return self._of_name(tokens, phrase, attribution)
        if phrase.sort not in ("pronoun", "role"):
            return self._of_thing(tokens, phrase, attribution)
        word = _SUBJECT_FORMS.get(tokens[phrase.first].word, tokens[phrase.first].word)
        voice = (
            self._of_pronoun(word, attribution, nearby)
            if phrase.sort == "pronoun"
            else self._of_role(tokens, phrase, attribution)
        )
        if before is not None and self._goes_on(tokens, phrase, before, voice, nearby):
            return before._replace(attribution=attribution)
        return voice

    def _goes_on(
        self,
        tokens: Sequence[Token],
        phrase: Phrase,
        before: Voice,
        voice: Voice | None,
        nearby: Sequence[Person],
    ) -> bool:
        """Is it still who spoke before in the sentence?"""
        word = tokens[phrase.first].word
        if phrase.sort == "pronoun":
            return not nearby and fit(_SUBJECT_FORMS.get(word, word), before) > 0
        joined = phrase.first > 0 and tokens[phrase.first - 1].word in COORDINATORS
        unnamed = voice is None or voice.person is None
        return joined and unnamed and before.person is not None

    def _of_name(self, tokens: Sequence[Token], phrase: Phrase, attribution: Span) -> Voice:
        person = self.roster.find(
            name_words(tokens, phrase),
            before=attribution.start,
            gender=gender_before(tokens, phrase),
        )
        if person is None:
            name = span_of(tokens, phrase.name_first, phrase.name_last)
            return Voice(name, attribution, "person")
        person.last_seen = max(person.last_seen, attribution.start)
        return Voice(person.span, attribution, "person", person)

    def _of_role(self, tokens: Sequence[Token], phrase: Phrase, attribution: Span) -> Voice:
        words = [tokens[at].word for at in range(phrase.first, phrase.last)]
        if len(words) == 1 and tokens[phrase.first].kind == "cap":
            person = self.roster.find((words[0],), before=attribution.start)
            if person is not None:  # King, Price: surnames that are titles too
                return Voice(person.span, attribution, "person", person)
        plural = (words[-1].endswith("s") and not words[-1].endswith("ss")) or "and" in words
        plural = plural or words[-1] in ("crowd", "audience")
        definite = words[0] in ("the", "that", "this") or words[0] in POSSESSIVES
        if definite and not plural:
            person = self.roster.with_role(until_tail(words), before=attribution.start)
            if person is not None and may_be(person, words):
                return Voice(person.span, attribution, "person", person)
            earlier = self._meant(words)
            if earlier is not None:
                return earlier._replace(attribution=attribution)
        return Voice(attribution, attribution, "role", None, plural, until_tail(words)[-1])

    def _meant(self, words: Sequence[str]) -> Voice | None:
        """ "his wife" is not whom "his" means."""
        if words[0] in POSSESSIVES:
            return None
        if any(word.endswith("'s") and word.removesuffix("'s") in ROLES for word in words):
            return None  # "the president's counselor"
        return (
            self._same_role(until_tail(words)[-1])
            or self._newly_described(words)
            or self._undescribed(words)
        )

    def _newly_described(self, words: Sequence[str]) -> Voice | None:
        """ "the Texan", "the nominee" is whom the sentences before were about, if nobody else can
        be meant: persons named in this sentence are not called so in it."""
        head = until_tail(words)[-1]
        if head not in _DESCRIPTIONS and head in ROLES:
            return None
        here = {id(person) for at, person in self._met if at == self.sentence}
        lately = {
            id(person): person
            for at, person in self._met
            if 0 < self.sentence - at <= _PATIENCE
            and id(person) not in here
            and may_be(person, words)
            and not person.roles & _FUNCTIONS
        }
        last = self.history[-1].voice.person if self.history else None
        if self.history and self.history[-1].voice.sort == "person" and last is None:
            return None  # somebody else, called by surname alone, was spoken of last
        if last is not None and self._in_focus(last, here) and may_be(last, words):
            return Voice(last.span, last.span, "person", last)
        if len(lately) != 1:
            return None
        person = next(iter(lately.values()))
        return Voice(person.span, person.span, "person", person)

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

    def _undescribed(self, words: Sequence[str]) -> Voice | None:
        """ "the … president" is who spoke last, if the document says nothing else of him."""
        if words[-1] not in ROLES:
            return None
        last = self._last_person()
        if last is None:
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

    def _last_person(self) -> Focus | None:
        """Who was last in focus; or the only person met lately."""
        last, sole = self.history[-1] if self.history else None, self._sole()
        if (last is not None and last.voice.sort == "person") or sole is None:
            return last
        return Focus(Voice(sole.span, sole.span, "person", sole), self.sentence - 1)

    def _sole(self) -> Person | None:
        lately = {id(person): person for at, person in self._met if self.sentence - at <= 2}
        return next(iter(lately.values())) if len(lately) == 1 else None

    def _of_thing(self, tokens: Sequence[Token], phrase: Phrase, attribution: Span) -> Voice:
        words = [tokens[at].word for at in range(phrase.first, phrase.last)]
        key = words[-1]
        if phrase.sort != "organisation":
            return Voice(attribution, attribution, phrase.sort, None, words[-1].endswith("s"))
        if words[0] == "the" and len(words) == 2 and tokens[phrase.last - 1].kind == "low":
            known = self._organisations.get(key)
            if known is not None:
                return Voice(known, attribution, "organisation")
        elif len(words) > 1:
            self._organisations[key] = attribution
        return Voice(attribution, attribution, "organisation")

    def _of_pronoun(self, word: str, attribution: Span, nearby: Sequence[Person]) -> Voice | None:
        if word in ("he", "she"):
            for person in nearby:
                if person.gender in (word, ""):
                    return Voice(person.span, attribution, "person", person)
        found = self._antecedent(word)
        if found is None and word in ("he", "she"):
            found = self._met_lately(word, attribution) or self._to_come(word, attribution)
        return found._replace(attribution=attribution) if found is not None else None

    def _to_come(self, word: str, attribution: Span) -> Voice | None:
        """Nobody has been named yet: the first one to be named."""
        coming = [
            person
            for person in self.roster.people
            if person.span.start > attribution.end and person.gender in (word, "")
        ]
        sure = [person for person in coming if person.gender == word]
        for person in sure or coming:
            return Voice(person.span, attribution, "person", person)
        return None

    def _antecedent(self, word: str) -> Voice | None:
        unsure: Voice | None = None
        for focus in reversed(self.history[-_MOST_LOOKED_AT:]):
            if self.sentence - focus.at > _FARTHEST:
                break
            if unsure is not None and self.sentence - focus.at > _PATIENCE:
                break
            fitness = fit(word, focus.voice)
            if fitness == 2:
                return focus.voice
            if fitness == 1 and unsure is None:
                unsure = focus.voice
                new = self.sentence - focus.at <= 1 and focus.voice.person is None
                if word != "she" or new:
                    break
        return unsure

    def meet(self, people: Sequence[Person]) -> None:
        """Persons named in this sentence, whatever they do there."""
        self._met.extend((self.sentence, person) for person in people)
        del self._met[:-_FARTHEST]

    def _met_lately(self, word: str, attribution: Span) -> Voice | None:
        for at, person in reversed(self._met):
            ahead = at == self.sentence and person.last_seen > attribution.end
            if self.sentence - at <= 3 and person.gender in (word, "") and not ahead:
                return Voice(person.span, attribution, "person", person)
        return None

    def note(self, voice: Voice) -> None:
        self.history.append(Focus(voice, self.sentence))
