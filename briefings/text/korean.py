"""Korean quotations and reported speech: “…”라고 말했다, 「…」, …다고 밝혔다."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from briefings.model import Medium, Span, Tier
from briefings.text.focus import Voice
from briefings.text.found import Found
from briefings.text.korean_phrases import (
    ACCORDING,
    CITED,
    EMBEDDED,
    PARTICLE,
    REPORTED,
    SAID_SO,
    SAID_WITH,
    SPEECH,
    THEIRS,
    THUS,
    with_single,
)
from briefings.text.korean_speakers import KoreanVoices
from briefings.text.korean_subjects import Subject, subjects_in
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
from briefings.text.marks import LONGEST_SENTENCE, MOST_IN_A_SENTENCE, Marked

_NEAR = 40  # characters
_ADJACENT = 3  # a particle and a blank
_SHORTEST = 8  # characters of a statement


class KoreanReader:
    """Reads sentences in order; `quotes` and `reports` are what it finds."""

    def __init__(self, text: str, marks: Sequence[Marked], paragraphs: Sequence[Span]) -> None:
        self.text = text
        self.marks = with_single(text, marks, paragraphs)
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
        speech = SPEECH.search(tail)
        subjects = self._outside(sentence, marks)
        verb = CUE.search(tail) or self._any_verb(marks[-1], tail)
        main = verb or speech
        inner = [
            EMBEDDED.match(self.text, one.outer.end, sentence.end)
            or THEIRS.match(self.text, one.outer.end, sentence.end)
            for one in marks
        ]
        if main is None and not any(inner):
            self._bare(sentence, marks)
            return
        relayed = RELAYED.search(tail) is not None
        for marked, clause in zip(marks, inner, strict=True):
            nobodys = NOBODYS.match(self.text, marked.outer.end, sentence.end)
            if clause is not None:
                self._embedded(marked, clause, subjects, sentence=sentence)
                continue
            if main is None or nobodys or (not self._is_said(marked) and speech is None):
                continue
            cue = Span(marks[-1].outer.end + main.start(), marks[-1].outer.end + main.end())
            voice = self._voice(subjects, marked, relayed=relayed, speech=speech, end=marks[-1])
            if voice is not None:
                self._take(marked, voice, cue=cue, sentence=sentence, relayed=relayed)

    def _embedded(
        self,
        marked: Marked,
        clause: re.Match[str],
        subjects: Sequence[Subject],
        *,
        sentence: Span,
    ) -> None:
        """ "대변인이 “…”고 경고한 것을 두고 관계자는 …": the subject beside it, not the topic."""
        at = bisect_left(self._starts, marked.outer.start)
        earlier = self.marks[at - 1].outer.end if at else 0
        near = [
            one.span
            for one in subjects
            if earlier <= one.span.start and one.span.end <= marked.outer.start
        ]
        if clause.re.groupindex.get("who"):
            near = [Span(*clause.span("who"))]
        titled = [span for span in near if is_title(span.of(self.text).split()[-1])]
        voice = self.voices.of((titled or near)[-1]) if near else self.voices.last
        if voice is not None:
            cue = Span(*clause.span(clause.lastgroup or "cue"))
            self._take(marked, voice, cue=cue, sentence=sentence, relayed=False)

    def _any_verb(self, marked: Marked, tail: str) -> re.Match[str] | None:
        """The verb at the end, where a clause in marks is joined to it: “…”고 점쳤다."""
        joined = JOINED.match(tail)
        clause = marked.inner.of(self.text).count(" ") >= 2
        clause = clause or SAID_WITH.match(tail) is not None
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
            particle = PARTICLE.match(self.text, marked.outer.end, sentence.end)
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
        cited = CITED.search(self.text, max(marked.outer.start - _NEAR, 0), marked.outer.start)
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
        pointed = THUS.search(self.text, *sentence) or SAID_SO.search(self.text, *sentence)
        subjects = subjects_in(self.text, *sentence) if pointed is not None else []
        voice = self.voices.of(subjects[0].span) if subjects else None
        speech = SPEECH.match(self.text, *sentence)
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
        reported = REPORTED.search(self.text, sentence.start, sentence.end)
        according = ACCORDING.match(self.text, sentence.start, sentence.end)
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
                self.voices.hear(sentence)
                return
            who = later or topics[0].span
            start = sentence.start if later else who.end + 1
            end = reported.start() + 1
        else:
            self.voices.hear(sentence)
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
