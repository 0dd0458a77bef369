"""Korean quotations and reported speech: “…”라고 말했다, 「…」, …다고 밝혔다."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from briefings.model import Medium, Span, Tier
from briefings.text.focus import Voice
from briefings.text.found import Found
from briefings.text.korean_speakers import KoreanVoices, Subject, subjects_in
from briefings.text.korean_words import (
    ADNOMINAL,
    CUE,
    JOINED,
    JUDGED,
    NAMED,
    NOBODYS,
    ORDERED,
    RELAYED,
    TREATY,
    VERB,
    WRITTEN,
    is_title,
)
from briefings.text.later import later
from briefings.text.marks import LONGEST_SENTENCE, MOST_IN_A_SENTENCE, Marked

_REPORTED = later(
    r"(?:다|라|자|냐)고\s(?=(?:\S{1,12}\s){0,3}\S{0,8}(?:말|밝|전|강조|주장|발표|보도|"
    r"경고|설명|덧붙|지적|평가|분석|전망|언급|촉구|했다|비판|확인))"
)
_ACCORDING = later(r"(\S+(?:\s\S+){0,4}?)에\s(?:따르면|의하면),?\s")
_SPEECH = later(
    r"(?:(?:이?라|다)?는\s(?:게|것이|것은)\s)?(?P<who>\S+(?:\s\S+){0,3})의\s"
    r"(?:말|발언|설명|주장|지적|얘기|이야기|전언)(?:이다|이었다|입니다)"
)
_ASKED = later(
    r"(?:이?라고|고|며)?\s?(?:\S{1,6}\s)?\S{0,4}(?:묻|하|따지|지적하|비판하|주장하|반문하)자\s"
)
_SAID_SO = later(
    r"(?:한|했던|남긴|던진|꺼낸)\s(?:말|발언|이야기|얘기)(?:이다|이었다|입니다|이에요)"
)
_PARTICLE = later(r"(?:은|는|이|가)\s")
_THUS = later(
    r"(?:이렇게|이같이|이와 같이)\s(?:\S{1,6}\s)?\S{0,4}(?:말|밝|전|강조|설명|토로|호소|회고|풀이|"
    r"진단|답)\S{0,4}|물었\S{0,2}|되물\S{0,3}|반문\S{0,3}|외쳤\S{0,2}"
)
_SINGLE = later(r"[‘']([^‘’'“”\"]{8,300})[’'](?=\s?(?:이?라고|고|며|이?라며)\s)")
_CITED = later(r"(?P<who>(?:\S*[^은는,\s]\s){0,3}\S+)[을를]\s인용해\s?$")
_NEAR = 40  # characters
_ADJACENT = 3  # a particle and a blank
_SHORTEST = 8  # characters of a statement


def _with_single(text: str, marks: Sequence[Marked], paragraphs: Sequence[Span]) -> list[Marked]:
    """Single marks quote too where a verb of saying is joined to them."""
    found = list(marks)
    for paragraph in paragraphs:
        for match in _SINGLE.finditer(text, *paragraph):
            inner, outer = Span(*match.span(1)), Span(*match.span())
            at = bisect_left(marks, outer.end, key=lambda marked: marked.outer.start)
            if inner.of(text).count(" ") >= 2 and not (at and marks[at - 1].outer.overlaps(outer)):
                found.append(Marked(inner, outer))
    return sorted(found)


class KoreanReader:
    """Reads sentences in order; `quotes` and `reports` are what it finds."""

    def __init__(self, text: str, marks: Sequence[Marked], paragraphs: Sequence[Span]) -> None:
        self.text = text
        self.marks = _with_single(text, marks, paragraphs)
        self._starts = [marked.outer.start for marked in self.marks]
        self._waiting: list[Marked] = []  # quotations alone, before anybody is named
        self.voices = KoreanVoices(text, paragraphs)
        self.quotes: list[Found] = []
        self.reports: list[Found] = []

    def read(self, sentences: Sequence[Span]) -> None:
        for sentence in sentences:
            if sentence.end - sentence.start > LONGEST_SENTENCE:
                continue
            low = bisect_left(self._starts, sentence.start)
            high = bisect_left(self._starts, sentence.end)
            marks = self.marks[low : min(high, low + MOST_IN_A_SENTENCE)]
            if marks:
                self._quotes(sentence, marks)
            elif self._waiting:
                self._answer(sentence)
            else:
                self._report(sentence)

    def _quotes(self, sentence: Span, marks: Sequence[Marked]) -> None:
        tail = self.text[marks[-1].outer.end : sentence.end]
        speech = _SPEECH.search(tail)
        subjects = self._outside(sentence, marks)
        verb = CUE.search(tail) or self._any_verb(marks[-1], tail)
        if verb is None and speech is None:
            self._bare(sentence, marks)
            return
        cue_at = marks[-1].outer.end + (verb or speech).start()  # type: ignore[union-attr] # one is
        cue = Span(cue_at, marks[-1].outer.end + (verb or speech).end())  # type: ignore[union-attr]
        relayed = RELAYED.search(tail) is not None
        for marked in marks:
            nobodys = NOBODYS.match(self.text, marked.outer.end, sentence.end)
            if nobodys or (not self._is_said(marked) and speech is None):
                continue
            voice = self._voice(subjects, marked, relayed=relayed, speech=speech, end=marks[-1])
            if voice is not None:
                self._take(marked, voice, cue=cue, sentence=sentence, relayed=relayed)

    def _any_verb(self, marked: Marked, tail: str) -> re.Match[str] | None:
        """The verb at the end, where a clause in marks is joined to it: “…”고 점쳤다."""
        joined = JOINED.match(tail)
        clause = marked.inner.of(self.text).count(" ") >= 2
        if joined is None or not clause or NAMED.search(tail) is not None:
            return None
        if joined.group().strip() in ("는", "란", "이란", "라는", "이라는") and not ADNOMINAL.match(
            tail
        ):
            return None
        return VERB.match(tail, joined.end())

    def _outside(self, sentence: Span, marks: Sequence[Marked]) -> list[Subject]:
        found: list[Subject] = []
        at = sentence.start
        for marked in marks:
            found += subjects_in(self.text, at, marked.outer.start)
            particle = _PARTICLE.match(self.text, marked.outer.end, sentence.end)
            if particle is not None and JOINED.match(self.text[marked.outer.end :][:8]) is None:
                found.append(Subject(marked.inner, particle.group().strip() in ("은", "는")))
            at = marked.outer.end + 1
        return found + subjects_in(self.text, at, sentence.end)

    def _is_said(self, marked: Marked) -> bool:
        """Joined to a verb: “…”라고, “…”며, “…”는 입장. A particle of another sort makes a term."""
        tail = self.text[marked.outer.end : marked.outer.end + 16]
        joined = JOINED.match(tail)
        if JUDGED.match(tail) is not None and marked.inner.of(self.text).count(" ") >= 2:
            return True
        if ORDERED.match(tail) is not None and marked.inner.of(self.text).endswith("것"):
            return True
        if joined is None:
            return self.text[marked.inner.end - 1] in "?!." and tail[:1] == " "
        if joined.group().strip() in ("는", "란", "이란", "라는", "이라는"):
            adnominal = ADNOMINAL.match(tail)
            # “…”라는 지적에 동의했다: somebody else's words.
            return adnominal is not None and not tail.startswith(("에 ", "을 받"), adnominal.end())
        return True

    def _voice(
        self,
        subjects: Sequence[Subject],
        marked: Marked,
        *,
        relayed: bool,
        speech: re.Match[str] | None,
        end: Marked,
    ) -> Voice | None:
        if speech is not None:
            start, stop = speech.span("who")
            return self.voices.of(Span(end.outer.end + start, end.outer.end + stop))
        before = [one for one in subjects if one.span.end <= marked.outer.start]
        after = [one for one in subjects if one.span.start >= marked.outer.end]
        if before and _ASKED.match(self.text, marked.outer.end):
            after = []  # "…”고 묻자 신 장관은": who answers comes behind
        cited = _CITED.search(self.text, max(marked.outer.start - _NEAR, 0), marked.outer.start)
        if cited is not None and is_title(cited["who"].split()[-1]):
            return self.voices.of(Span(*cited.span("who")))
        near = self._nearest_clause(before, marked)
        chosen = near or self._chosen(before, after, relayed=relayed)
        if chosen is None:
            return self.voices.last
        return self.voices.of(chosen.span)

    def _nearest_clause(self, before: Sequence[Subject], marked: Marked) -> Subject | None:
        """ "한 전문가는 “…”고 했고, 다른 전문가는 “…”고 했다": the topic right before, behind an
        earlier quotation."""
        at = bisect_left(self._starts, marked.outer.start)
        earlier = self.marks[at - 1].outer.end if at else 0
        close = [
            one
            for one in before
            if one.topic
            and one.span.start > earlier > before[0].span.start
            and marked.outer.start - one.span.end <= _ADJACENT
        ]
        return close[-1] if close else None

    def _chosen(
        self, before: Sequence[Subject], after: Sequence[Subject], *, relayed: bool
    ) -> Subject | None:
        if relayed and before:
            return before[-1]
        topics = [one for one in before if one.topic]
        if topics:
            return topics[0]
        if after:
            return after[0]
        return before[-1] if before else None

    def _bare(self, sentence: Span, marks: Sequence[Marked]) -> None:
        """A sentence that is a quotation alone goes on with who spoke last."""
        only = marks[0].outer
        alone = len(marks) == 1 and only.end - only.start >= sentence.end - sentence.start - 2
        ended = self.text[marks[0].inner.end - 1] in ".?!"
        if alone and ended and self.voices.last is not None:
            voice = self.voices.last
            self._keep(Found(*marks[0][:2], voice, voice.attribution, Medium.SPOKEN, Tier.B))
        elif alone and ended:
            self._waiting.append(marks[0])

    def _answer(self, sentence: Span) -> None:
        """A quotation alone, then "지성호 씨는 이렇게 말했다"."""
        pointed = _THUS.search(self.text, *sentence) or _SAID_SO.search(self.text, *sentence)
        subjects = subjects_in(self.text, *sentence) if pointed is not None else []
        voice = self.voices.of(subjects[0].span) if subjects else None
        speech = _SPEECH.match(self.text, *sentence)
        if speech is not None:
            pointed, voice = speech, self.voices.of(Span(*speech.span("who")))
        waiting, self._waiting = self._waiting, []
        if voice is not None and pointed is not None:
            for marked in waiting:
                cue = Span(*pointed.span())
                self._take(marked, voice, cue=cue, sentence=sentence, relayed=False)

    def _take(
        self, marked: Marked, voice: Voice, *, cue: Span, sentence: Span, relayed: bool
    ) -> None:
        before, after = (sentence.start, marked.outer.start), (marked.outer.end, cue.end)
        outside = self.text[slice(*before)] + self.text[slice(*after)]
        medium = Medium.RELAYED if relayed else Medium.SPOKEN
        if not relayed and TREATY.search(voice.attribution.of(self.text)):
            medium = Medium.TREATY
        elif not relayed and WRITTEN.search(outside):
            medium = Medium.WRITTEN
        words = marked.inner.of(self.text).count(" ") + 1
        named = sentence.holds(voice.attribution) and len(voice.attribution.of(self.text)) > 1
        tier = Tier.A if named and words >= 3 else Tier.B
        self._keep(Found(marked.inner, marked.outer, voice, cue, medium, tier))

    def _keep(self, found: Found) -> None:
        self.voices.last = found.voice
        self.quotes.append(found)

    def _report(self, sentence: Span) -> None:
        """ "한국은 러시아가 병력을 보냈다고 밝혔다": the words up to 고."""
        reported = _REPORTED.search(self.text, sentence.start, sentence.end)
        according = _ACCORDING.match(self.text, sentence.start, sentence.end)
        if according is not None:
            who, start = Span(*according.span(1)), according.end()
            end = reported.start() + 1 if reported is not None else sentence.end
            cue = Span(according.end(1), according.end())
        elif reported is not None:
            subjects = subjects_in(self.text, sentence.start, reported.start())
            verb = CUE.search(self.text, reported.end(), sentence.end)
            cue = Span(*(verb or reported).span())
            topics = [one for one in subjects if one.topic]
            later = self._behind(reported.end(), cue)
            if not topics and later is None:
                return
            who = later or topics[0].span
            start = sentence.start if later else who.end + 1
            end = reported.start() + 1
        else:
            return
        self._keep_report(who, Span(start, end), cue)

    def _behind(self, start: int, cue: Span) -> Span | None:
        """ "푸틴은 방문할 예정이라고 크렘린궁이 밝혔다": who says it stands beside the verb."""
        between = subjects_in(self.text, start, cue.start) if start < cue.start else []
        return between[-1].span if between else None

    def _keep_report(self, who: Span, words: Span, cue: Span) -> None:
        start, end = words
        while start < end and self.text[start] in " ,.":
            start += 1
        while end > start and self.text[end - 1] in ".!? ":
            end -= 1
        voice = self.voices.of(who)
        if voice is None or end - start < _SHORTEST:
            return
        self.voices.last = voice
        inner = Span(start, end)
        self.reports.append(Found(inner, inner, voice, cue, Medium.SPOKEN, Tier.B))
