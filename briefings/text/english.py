"""English quotations: whose words they hold, read in order of the document."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from briefings.model import Medium, Span, Tier
from briefings.text.attribution import Said
from briefings.text.focus import Voice
from briefings.text.found import Found
from briefings.text.frames import Frame
from briefings.text.lexicon import COORDINATORS, DETERMINERS
from briefings.text.linking import Link, is_term, link
from briefings.text.marks import Marked
from briefings.text.media import medium_of
from briefings.text.openings import author_of, for_whom, is_brief, is_chorus
from briefings.text.people import Person, Roster
from briefings.text.phrases import phrase_right
from briefings.text.shapes import Shape
from briefings.text.subjects import first_subject
from briefings.text.voices import Voices
from briefings.text.wordclasses import is_adverb

_LOCAL = frozenset({"person", "organisation", "role", "document"})


class Heard(NamedTuple):
    """A cue with its speaker, and whether a whole quotation is all it introduces."""

    frame: Frame
    said: Said
    voice: Voice
    quoted: bool


class Reader:
    """Goes through a document's frames in order; `found` are the attributed quotations."""

    def __init__(self, roster: Roster) -> None:
        self.voices = Voices(roster)
        self.found: list[Found] = []
        self.heard: list[Heard] = []
        self.previous: Found | None = None  # the last attributed words of the paragraph before
        self.introduced: Found | None = None  # the paragraph before ended with a colon
        self.chain: list[Marked] = []  # unattributed openings of a quotation over paragraphs

    def read(self, frames: Sequence[Frame]) -> list[Found]:
        for paragraph in frames:
            if paragraph.tokens:
                ParagraphReader(self, paragraph).read()
        return sorted(self.found, key=lambda found: found.inner)


def _within(places: Sequence[int], start: int, end: int) -> tuple[int, int]:
    return bisect_left(places, start), bisect_left(places, end)


class ParagraphReader:
    """Goes through one paragraph, sentence by sentence."""

    def __init__(self, reader: Reader, paragraph: Frame) -> None:
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
        self.reader.voices.sentence += 1
        nearby = self._meet(start, end)
        here = self.said[slice(*_within(self._said_at, start, end))]
        voices: dict[int, Voice | None] = {}
        before: Voice | None = None
        for said in here:
            before = self._voice(said, nearby, before)
            voices[said.at] = before
        background = self._background(start, end, nearby)
        for at in range(start, end):
            if self.tokens[at].kind == "quote":
                self._quote(at, (start, end), here=here, voices=voices, background=background)
        self._remember(here, voices, background, short=is_brief(self.tokens, start, end))

    def _meet(self, start: int, end: int) -> list[tuple[int, Person]]:
        """Persons named outside the quotations of the sentence, in order."""
        met = self.met[slice(*_within(self._met_at, start, end))]
        for at, person in met:
            person.last_seen = self.tokens[at].start
        self.reader.voices.meet([person for _, person in met])
        return met

    def _voice(
        self, said: Said, nearby: Sequence[tuple[int, Person]], before: Voice | None
    ) -> Voice | None:
        first = said.subject.first
        earlier = [person for at, person in nearby if at < first and self._may_act(at)]
        return self.reader.voices.of(self.tokens, said.subject, nearby=earlier, before=before)

    def _may_act(self, at: int) -> bool:
        """A name is a likely "he" if it hangs on no preposition and possesses nothing."""
        before = self.tokens[at - 1] if at else None
        possessive = self.tokens[at].word.endswith("'s")
        return not possessive and (before is None or before.kind != "low" or before.word == "when")

    def _background(
        self, start: int, end: int, nearby: Sequence[tuple[int, Person]]
    ) -> Found | None:
        """Whom the sentence is about."""
        subject = for_whom(self.tokens, start, end) or first_subject(self.tokens, start, end)
        if subject is None:
            return None
        subject = author_of(self.tokens, subject)
        earlier = [person for at, person in nearby if at < subject.first]
        voice = self.reader.voices.of(self.tokens, subject, nearby=earlier)
        if voice is None:
            return None
        first = self.tokens[subject.first]
        cue = Span(first.start, first.end)
        return Found(cue, cue, voice, cue, Medium.SPOKEN, Tier.B)

    def _remember(
        self,
        here: Sequence[Said],
        voices: dict[int, Voice | None],
        background: Found | None,
        *,
        short: bool,
    ) -> None:
        self.entered = None
        if background is not None:
            self.reader.voices.note(background.voice)
            self.heard = background
        for said in here:
            voice = voices[said.at]
            if voice is not None:
                quoted = said.at in self.quoting
                self.reader.heard.append(Heard(self.frame, said, voice, quoted))
            if voice is not None and said.form not in ("gerund", "noun"):
                self.heard = self._found_by(said, voice)
                self.reader.voices.note(voice)
        if short and (background is not None or here):
            named = self.heard is not None and self._is_one(self.heard.voice)
            self.entered = self.heard if named else None

    def _is_one(self, voice: Voice) -> bool:
        return voice.sort == "person" or (voice.sort == "role" and not voice.plural)

    def _found_by(self, said: Said, voice: Voice) -> Found:
        cue = self._cue(said)
        medium = medium_of(self.tokens, said)
        return Found(cue, cue, voice, cue, medium, Tier.B)

    def _cue(self, said: Said) -> Span:
        return Span(self.tokens[said.at].start, self.tokens[said.end - 1].end)

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
        if linked is not None and voice is not None:
            found = self._found_by(linked.said, voice)
            if linked.relay is not None:
                found = found._replace(medium=Medium.RELAYED)
            if linked.near and shape.capital:
                self.quoting.add(linked.said.at)
            self._take(at, found, self._tier(linked, voice, shape))
        else:
            self._unlinked(at, sentence, shape=shape, background=background)

    def _tier(self, linked: Link, voice: Voice, shape: Shape) -> Tier:
        said = linked.said
        certain = (
            linked.near
            and said.strong
            and (said.form != "gerund" or said.subject.sort == "document")
            and said.subject.sort in _LOCAL
            and not (said.subject.sort == "role" and self._may_be_named(said, voice))
        )
        whole = shape.words >= 5 and (shape.capital or shape.clause)
        return Tier.A if certain and whole else Tier.B

    def _may_be_named(self, said: Said, voice: Voice) -> bool:
        """ "the minister" is somebody the document may name elsewhere."""
        return voice.person is not None or self.tokens[said.subject.first].word == "the"

    def _unlinked(
        self, at: int, sentence: tuple[int, int], *, shape: Shape, background: Found | None
    ) -> None:
        if self._is_bare(sentence):
            if shape.sentence or self.marks[self.tokens[at].quote].continues:
                self._bare(at)
        elif self._introduces(at, shape):
            self._take(at, background or self.spoken or self.heard, Tier.B)
        elif at == sentence[0] and shape.last == "," and shape.words >= 2:
            following = self._following(at, sentence[1])
            self._take(at, following or self._likeliest(background), Tier.B)
        elif self._is_somebodys(at, shape, background):
            self._take(at, self._likeliest(background), Tier.B)

    def _is_somebodys(self, at: int, shape: Shape, background: Found | None) -> bool:
        """Words, no title and no term: "has a “… partnership for …” with" speaks for nobody."""
        if shape.words < 5 or shape.title or is_chorus(self.tokens, at):
            return False
        determined = at > 0 and self.tokens[at - 1].word in DETERMINERS
        personal = background is not None and background.voice.sort == "person"
        return shape.clause or personal or not determined

    def _likeliest(self, background: Found | None) -> Found | None:
        """Whose words a fragment without a cue holds: not "voters", if somebody is spoken of."""
        known = self.entered or self.spoken or self.heard or self.reader.previous
        if background is None or background.voice.plural:
            named = known is not None and known.voice.sort == "person"
            return known if named else background or known
        return background

    def _is_bare(self, sentence: tuple[int, int]) -> bool:
        return all(
            token.kind in ("quote", ",", "-", ";") or token.word in COORDINATORS or is_adverb(token)
            for token in self.tokens[sentence[0] : sentence[1]]
        )

    def _introduces(self, at: int, shape: Shape) -> bool:
        """ "Kim was blunt: “…”": a colon or comma, then words that begin like a sentence."""
        before = self.tokens[at - 1] if at else None
        if before is None or before.kind not in (":", ","):
            return False
        fewest = 2 if before.kind == ":" else 3
        return shape.words >= fewest and (shape.capital or before.kind == ":")

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
        marked = self.marks[self.tokens[at].quote]
        if self.entered is not None:
            self._take(at, self.entered, Tier.B)
        elif self.spoken is not None:
            self._take(at, self.spoken, self.spoken.tier)
        elif self.heard is not None:
            self._take(at, self.heard, Tier.B)
        elif marked.continues and self.reader.previous is not None:
            self._take(at, self.reader.previous, self.reader.previous.tier)
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
        self.reader.voices.note(found.voice)
        self.reader.voices.quoted = found.voice.span
        waiting, self.waiting = [place for place in self.waiting if place != at], []
        for place in waiting:
            self._take(place, found, Tier.B)
