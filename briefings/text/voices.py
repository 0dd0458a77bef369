"""From the words that attribute ("he", "the minister", "Kim") to where a document names the
speaker most fully. Never outside the document."""

from collections.abc import Sequence

from briefings.model import Span
from briefings.text.antecedents import antecedent
from briefings.text.focus import WORDS, Voice, fit, may_be, span_of, until_tail
from briefings.text.issuers import PERSONAL, STATED, issuer_of
from briefings.text.lexicon import COORDINATORS, OFFICES, POSSESSIVES
from briefings.text.memory import NAMELESS, Memory
from briefings.text.people import Person, Roster, gender_before, name_words
from briefings.text.places import COUNTRIES
from briefings.text.roles import same_role
from briefings.text.sorts import Phrase
from briefings.text.tokens import Token

_LEAD = 2  # sentences, the title among them
_NAMED_WITHIN = 350  # characters
_SUBJECT_FORMS = {
    "him": "he",
    "his": "he",
    "her": "she",
    "them": "they",
    "their": "they",
    "its": "it",
}


class Voices:
    """Resolves phrases in reading order."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.memory = Memory()
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
        if phrase.sort == "document":
            owned = self._of_paper(tokens, phrase, nearby)
            if owned is not None:
                return owned._replace(attribution=attribution, head=WORDS)
        if phrase.sort not in ("pronoun", "role"):
            return self._of_surname(tokens, phrase, attribution) or self._of_thing(
                tokens, phrase, attribution
            )
        word = _SUBJECT_FORMS.get(tokens[phrase.first].word, tokens[phrase.first].word)
        voice = (
            self._of_pronoun(word, attribution, nearby)
            if phrase.sort == "pronoun"
            else self._of_role(tokens, phrase, attribution)
        )
        if before is not None and self._goes_on(tokens, phrase, before, voice, nearby):
            return before._replace(attribution=attribution)
        return voice

    def _of_paper(
        self, tokens: Sequence[Token], phrase: Phrase, nearby: Sequence[Person]
    ) -> Voice | None:
        """ "his letter", "the palace's statement" are his and the palace's words."""
        owner, paper = tokens[phrase.first].word, tokens[phrase.last - 1].word
        if owner in ("his", "her") and paper in PERSONAL:
            attribution = span_of(tokens, phrase.first, phrase.last)
            return self._of_pronoun(_SUBJECT_FORMS[owner], attribution, nearby)
        issuer = issuer_of(tokens, phrase, len(tokens) - 1)
        return self.of(tokens, issuer) if issuer is not None else None

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
            before=attribution.end,
            gender=gender_before(tokens, phrase),
        )
        if person is None:
            name = span_of(tokens, phrase.name_first, phrase.name_last)
            nobody = phrase.last - phrase.first == 1 and (
                tokens[phrase.first].word in self.roster.common
            )
            return Voice(name, attribution, "other" if nobody else "person")
        person.last_seen = max(person.last_seen, attribution.start)
        return Voice(person.span, attribution, "person", person)

    def _of_surname(
        self, tokens: Sequence[Token], phrase: Phrase, attribution: Span
    ) -> Voice | None:
        """Jordan, London: countries and towns whose names people bear."""
        if phrase.last - phrase.first != 1 or tokens[phrase.first].kind != "cap":
            return None
        person = self.roster.surnamed(tokens[phrase.first].word)
        return Voice(person.span, attribution, "person", person) if person is not None else None

    def _of_role(self, tokens: Sequence[Token], phrase: Phrase, attribution: Span) -> Voice:
        words = [tokens[at].word for at in range(phrase.first, phrase.last)]
        if len(words) == 1 and tokens[phrase.first].kind == "cap":
            person = self.roster.find((words[0],), before=attribution.start)
            if person is not None:  # King, Price: surnames that are titles too
                return Voice(person.span, attribution, "person", person)
        plural = (words[-1].endswith("s") and not words[-1].endswith("ss")) or "and" in words
        plural = plural or words[-1] in ("crowd", "audience")
        definite = words[0] in ("the", "that", "this") or words[0] in POSSESSIVES
        definite = definite or words[0].removesuffix("'s") in COUNTRIES  # "Peru's top diplomat"
        definite = definite and not _is_restricted(tokens, phrase)
        known = self._described(words, attribution) if definite and not plural else None
        if words[0] in ("a", "an") and not plural and self.memory.sentence <= _LEAD:
            known = self._in_the_lead(words, attribution)
        if known is not None:
            return known
        return Voice(attribution, attribution, "role", None, plural, until_tail(words)[-1])

    def _in_the_lead(self, words: Sequence[str], attribution: Span) -> Voice | None:
        """ "… must go, a senator has said. Sen. Ana Luz told …": who is named right behind it."""
        role = set(until_tail(words)[1:])
        if role & NAMELESS:
            return None
        for person in self.roster.people:
            gap = person.span.start - attribution.end
            if gap > 0 and person.speaks:
                fits = bool(role & person.roles) or any(
                    same_role(words[-1], known) for known in person.roles
                )
                near = gap <= _NAMED_WITHIN and fits and may_be(person, words)
                return Voice(person.span, attribution, "person", person) if near else None
        return None

    def _described(self, words: Sequence[str], attribution: Span) -> Voice | None:
        """ "the official", "his deputy": somebody whom the document has spoken of, or will."""
        just = self.memory.just_described(words)
        if just is not None:
            return just._replace(attribution=attribution)
        role, before = until_tail(words), attribution.start
        if role[-2:] == ["top", "diplomat"]:
            role = [*role[:-2], "foreign", "minister"]
        elif len(role) > 1 and role[-1] == "chief" and role[-2] in OFFICES:
            role = [*role[:-1], "minister"]  # "the U.S. defense chief"
        person = self.roster.with_role(role, before=before) or self.roster.counterpart(role)
        if person is None or not may_be(person, words):
            earlier = self.memory.meant(words)
            if earlier is not None:
                return earlier._replace(attribution=attribution)
            person = self.roster.with_role(role, before=before, coming=True)
        if person is None or not may_be(person, words):
            return None
        return Voice(person.span, attribution, "person", person)

    def _of_thing(self, tokens: Sequence[Token], phrase: Phrase, attribution: Span) -> Voice:
        words = [tokens[at].word for at in range(phrase.first, phrase.last)]
        key = words[-1]
        if phrase.sort == "document" and words[0] == "the" and key in STATED:
            issuer = self.memory.issuer()
            if issuer is not None:
                return issuer._replace(attribution=attribution)
        if phrase.sort != "organisation":
            return Voice(attribution, attribution, phrase.sort, None, words[-1].endswith("s"))
        full = self.roster.abbreviations.get(key) if tokens[phrase.last - 1].acronym else None
        if full is not None and len(words) - (words[0] in ("the", "a")) == 1:
            return Voice(full, attribution, "organisation")
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
        met = [one for one in self.memory.met if not self._is_ahead(*one, attribution)]
        found = antecedent(word, self.memory.history, met=met, sentence=self.memory.sentence)
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

    def _met_lately(self, word: str, attribution: Span) -> Voice | None:
        for at, person in reversed(self.memory.met):
            ahead = self._is_ahead(at, person, attribution)
            if self.memory.sentence - at <= 3 and person.gender in (word, "") and not ahead:
                return Voice(person.span, attribution, "person", person)
        return None

    def _is_ahead(self, at: int, person: Person, attribution: Span) -> bool:
        return at == self.memory.sentence and person.last_seen > attribution.end


def _is_restricted(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """ "the lawmaker chairing the session" is told from others by what he does."""
    following = tokens[phrase.last]
    return following.kind == "low" and following.word.endswith("ing")
