"""One paragraph of an English document, sentence by sentence: whose words its quotations hold."""

from bisect import bisect_left
from collections.abc import Sequence

from briefings.model import Medium, Span, Tier
from briefings.text.asking import answer_of, answers, not_addressed, whom_asked
from briefings.text.backgrounds import background_of, second_voice
from briefings.text.certainty import tier_of
from briefings.text.focus import WORDS, Voice, is_one
from briefings.text.found import Found
from briefings.text.frames import Frame
from briefings.text.gathering import may_act
from briefings.text.hearing import Heard, Hearing
from briefings.text.linking import is_term, link
from briefings.text.loose import (
    has_gone_on,
    has_turned,
    introduces,
    is_aside,
    is_bare,
    is_label,
    is_somebodys,
    stands_apart,
    whoever,
)
from briefings.text.media import medium_of
from briefings.text.openings import is_brief
from briefings.text.people import Person
from briefings.text.phrases import phrase_right
from briefings.text.said import Said, interrupts
from briefings.text.shapes import Shape

_WHOLE = 5  # words of a quotation that stands alone without a capital or a stop


def _within(places: Sequence[int], start: int, end: int) -> tuple[int, int]:
    return bisect_left(places, start), bisect_left(places, end)


class ParagraphReader:
    """Goes through one paragraph, sentence by sentence."""

    def __init__(self, reader: Hearing, paragraph: Frame) -> None:
        self.reader, self.frame = reader, paragraph
        self.quoting: set[int] = set()  # cues that introduce a whole quotation
        self.tokens, self.marks, self.shapes, self.said, self.met = paragraph
        self._said_at = [said.at for said in self.said]
        self._met_at = [at for at, _ in self.met]
        self.spoken: Found | None = None  # the last attributed quotation here
        self.heard: Found | None = None  # the last cue or subject here
        self.entered: Found | None = None  # whom a short sentence brought in: "Clinton pounced."
        self.waiting: list[int] = []  # bare quotations before any speaker is named here

    def read(self) -> None:
        start = 0
        for end, token in enumerate(self.tokens):
            if token.kind == ".":
                if end > start:
                    self._sentence(start, end)
                start = end + 1
        for at in self.waiting:
            self._take(at, self.reader.introduced or self.reader.previous, Tier.B)
        self.reader.previous = self.spoken or self.heard or self._silent()
        colon = len(self.tokens) > 1 and self.tokens[-2].kind == ":"
        self.reader.introduced = self.heard if colon else None

    def _silent(self) -> Found | None:
        """A paragraph of quotation alone hands its speaker on."""
        return self.reader.previous if self.waiting else None

    def _sentence(self, start: int, end: int) -> None:
        self.reader.memory.sentence += 1
        nearby = self._meet(start, end)
        background = background_of(self.reader.voices, self.tokens, (start, end), nearby=nearby)
        here = self.said[slice(*_within(self._said_at, start, end))]
        voices: dict[int, Voice | None] = {}
        before: Voice | None = None
        for said in here:
            before = self._voice(said, nearby, before or self._taken_up(said, nearby, background))
            voices[said.at] = before
        for at in range(start, end):
            if self.tokens[at].kind == "quote":
                self._quote(at, (start, end), here=here, voices=voices, background=background)
        object_ = whom_asked(self.tokens, start, end)
        asked = self.reader.voices.of(self.tokens, object_) if object_ is not None else None
        brief = is_brief(self.tokens, start, end)
        self._remember(here, voices, background, span=(start, end), short=brief, asked=asked)

    def _meet(self, start: int, end: int) -> list[tuple[int, Person]]:
        """Persons named outside the quotations of the sentence, in order."""
        met = self.met[slice(*_within(self._met_at, start, end))]
        for at, person in met:
            person.last_seen = self.tokens[at].start
        self.reader.memory.meet([person for _, person in met])
        return met

    def _voice(
        self, said: Said, nearby: Sequence[tuple[int, Person]], before: Voice | None
    ) -> Voice | None:
        first = said.subject.first
        earlier = [person for at, person in nearby if at < first and may_act(self.tokens, at)]
        voice = self.reader.voices.of(self.tokens, said.subject, nearby=earlier, before=before)
        word = self.tokens[first].word
        if voice is not None and voice.person is not None and word in ("he", "she"):
            voice.person.gender = voice.person.gender or word
        return voice

    def _taken_up(
        self, said: Said, nearby: Sequence[tuple[int, Person]], background: Found | None
    ) -> Voice | None:
        """Whom a pronoun takes up: who was asked just before, or the sentence's subject."""
        if said.subject.sort != "pronoun" or interrupts(self.tokens, said):
            return None
        if answers(said.lemma) and not nearby and self.reader.asked is not None:
            return self.reader.asked
        start = self.tokens[said.subject.first].start
        if background is None or background.cue.start >= start:
            return None
        return background.voice if background.voice.attribution != background.cue else None

    def _remember(
        self,
        here: Sequence[Said],
        voices: dict[int, Voice | None],
        background: Found | None,
        *,
        span: tuple[int, int],
        short: bool,
        asked: Voice | None,
    ) -> None:
        self.entered = None
        if background is not None or here:
            self.reader.asked = asked
        if background is not None:
            self.reader.memory.note(background.voice)
            self.heard = background
        for said in here:
            voice = voices[said.at]
            if voice is not None:
                quoted = said.at in self.quoting
                self.reader.heard.append(Heard(self.frame, said, voice, quoted))
            aside = background is not None and is_aside(self.tokens, said, background)
            if voice is not None and said.form not in ("gerund", "noun") and not aside:
                self.heard = self._found_by(said, voice)
                put_out = self.heard.medium is Medium.WRITTEN and voice.sort == "organisation"
                self.reader.memory.note(voice._replace(head=WORDS) if put_out else voice)
        second = second_voice(self.reader.voices, self.tokens, span, here=here)
        if second is not None:
            self.reader.memory.note(second)
        if short and (background is not None or here):
            named = self.heard is not None and is_one(self.heard.voice)
            self.entered = self.heard if named else None

    def _found_by(self, said: Said, voice: Voice) -> Found:
        cue = Span(self.tokens[said.at].start, self.tokens[said.end - 1].end)
        return Found(cue, cue, voice, cue, medium_of(self.tokens, said), Tier.B)

    def _quote(
        self,
        at: int,
        sentence: tuple[int, int],
        *,
        here: Sequence[Said],
        voices: dict[int, Voice | None],
        background: Found | None,
    ) -> None:
        shape = self.shapes[self.tokens[at].quote]
        if not shape.words or is_term(self.tokens, at, shape):
            return
        linked = link(self.tokens, at, sentence, said=here, shape=shape)
        voice = voices[linked.said.at] if linked is not None else None
        if linked is not None and linked.said.subject.sort == "pronoun":
            voice = not_addressed(voice, self.reader.asked, shape.addressed)
            voice = self._not_named(voice, shape, word=self.tokens[linked.said.subject.first].word)
        if linked is not None and voice is not None:
            found = self._found_by(linked.said, voice)
            if linked.relay is not None:
                found = found._replace(medium=Medium.RELAYED)
            if linked.near and shape.capital:
                self.quoting.add(linked.said.at)
            self._take(
                at,
                found,
                tier_of(
                    self.tokens, linked, voice=voice, shape=shape, roster=self.reader.voices.roster
                ),
            )
        else:
            self._unlinked(at, sentence, shape=shape, background=background, cues=bool(here))

    def _not_named(self, voice: Voice | None, shape: Shape, *, word: str = "") -> Voice | None:
        """People speak of others by name, of themselves hardly ever."""
        person = voice.person if voice is not None else None
        if voice is None or person is None or person.words[-1] not in shape.named:
            return voice
        other = self.reader.memory.instead_of(person, gender=word if word in ("he", "she") else "")
        if other is None or other.words[-1] in shape.named:
            return voice
        return Voice(other.span, voice.attribution, "person", other)

    def _unlinked(
        self,
        at: int,
        sentence: tuple[int, int],
        *,
        shape: Shape,
        background: Found | None,
        cues: bool,
    ) -> None:
        about = background.voice if background is not None else None
        if is_bare(self.tokens, sentence):
            spoken = shape.sentence or (shape.words >= _WHOLE and shape.clause)
            if spoken or self.marks[self.tokens[at].quote].continues:
                self._bare(at)
        elif at == sentence[0] and stands_apart(
            self.tokens, at, shape, cues=cues, going=self.spoken is not None
        ):
            self._bare(at)
        elif introduces(self.tokens, at, shape):
            label = is_label(self.tokens, *sentence)
            answering = answer_of(self.tokens, at, self.reader.memory.last_named())
            known = answering if label else background or self.spoken or self.heard
            self._take(at, known if label else known or self.reader.previous, Tier.B)
        elif at == sentence[0] and shape.last == "," and shape.words >= 2:
            following = self._following(at, sentence[1])
            self._take(at, following or self._likeliest(background), Tier.B)
        elif is_somebodys(self.tokens, at, shape, about=about):
            known = self._likeliest(background)
            self._take(at, known or whoever(self.tokens, *sentence), Tier.B)

    def _likeliest(self, background: Found | None) -> Found | None:
        """Whose words a fragment without a cue holds: not "voters", if somebody is spoken of."""
        known = self.entered or self.spoken or self.heard or self.reader.previous
        if background is None or background.voice.plural:
            named = known is not None and known.voice.sort == "person"
            return known if named else background or known
        return background

    def _following(self, at: int, end: int) -> Found | None:
        phrase = phrase_right(self.tokens, at + 1, end)
        if phrase is None or phrase.sort not in ("person", "pronoun", "role"):
            return None
        voice = self.reader.voices.of(self.tokens, phrase)
        if voice is None:
            return None
        cue = Span(self.tokens[phrase.first].start, self.tokens[phrase.last - 1].end)
        return Found(cue, cue, voice, cue, Medium.SPOKEN, Tier.B)

    def _bare(self, at: int) -> None:
        """A sentence of quotation alone goes on with who spoke last."""
        marked, shape = self.marks[self.tokens[at].quote], self.shapes[self.tokens[at].quote]
        spoken, previous = self.spoken, self.reader.previous
        if self.entered is not None:
            self._take(at, self.entered, Tier.B)
        elif spoken is not None and (marked.continues or not has_turned(spoken, self.heard)):
            voice = self._not_named(spoken.voice, shape) or spoken.voice
            sure = voice is spoken.voice and not has_gone_on(spoken, self.heard)
            self._take(at, spoken._replace(voice=voice), spoken.tier if sure else Tier.B)
        elif self.heard is not None:
            voice = self._not_named(self.heard.voice, shape) or self.heard.voice
            self._take(at, self.heard._replace(voice=voice), Tier.B)
        elif marked.continues and previous is not None:
            self._take(at, previous, previous.tier)
        else:
            self.waiting.append(at)

    def _take(self, at: int, found: Found | None, tier: Tier) -> None:
        if found is None:
            return
        marked = self.marks[self.tokens[at].quote]
        shape = self.shapes[self.tokens[at].quote]
        tier = tier if shape.words >= 5 else Tier.B
        self.spoken = found._replace(inner=marked.inner, outer=marked.outer, tier=tier)
        self.reader.found.append(self.spoken)
        self.reader.memory.note(found.voice, quoted=True)
        self.reader.memory.quoted = found.voice.span
        waiting, self.waiting = [place for place in self.waiting if place != at], []
        for place in waiting:
            self._take(place, found, Tier.B)
