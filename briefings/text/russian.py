"""Russian quotations and reported speech: «…», — заявил Песков. Песков сказал: «…»."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from briefings.model import Medium, Span, Tier
from briefings.text.focus import Voice
from briefings.text.found import Found
from briefings.text.marks import LONGEST_SENTENCE, MOST_IN_A_SENTENCE, Marked, spoken_lines
from briefings.text.russian_clauses import RussianClauses
from briefings.text.russian_cues import (
    according_to,
    cue_behind,
    document_before,
    house_beside,
    is_introduced,
    referred_to,
    said_from,
    words_of_whom,
)
from briefings.text.russian_phrases import phrase_after, phrase_before
from briefings.text.russian_words import (
    ABOUT_IT,
    ACCORDING,
    CITES,
    CUE,
    DOCUMENTED,
    HANDED,
    INSET,
    RELAYED,
    SAID_LAST,
    TREATY,
    WRITTEN,
)

_TITLE = 14  # characters of a newspaper's name: "в беседе с «Ъ»"
_SHORTEST = 8
_CLAUSE = 4  # words
_OWN = ("его", "ее", "её", "своем", "своём")


class RussianReader(RussianClauses):
    """Reads sentences in order; `quotes` and `reports` are what it finds."""

    def __init__(self, text: str, marks: Sequence[Marked], paragraphs: Sequence[Span]) -> None:
        super().__init__(text, paragraphs)
        self.marks = sorted([*marks, *spoken_lines(text, paragraphs)])
        self._starts = [marked.outer.start for marked in self.marks]
        self._untold: list[Marked] = []  # whose speaker the next sentence may name
        self.quotes: list[Found] = []

    def read(self, sentences: Sequence[Span]) -> None:
        for sentence in sentences:
            if sentence.end - sentence.start > LONGEST_SENTENCE:
                continue
            self._told(sentence)
            low = bisect_left(self._starts, sentence.start)
            high = bisect_left(self._starts, sentence.end)
            marks = self.marks[low : min(high, low + MOST_IN_A_SENTENCE)]
            for marked in marks:
                self._quote(marked, sentence, marks)
            if low == high:
                self._report(sentence)
                self._hear(sentence)

    def _quote(self, marked: Marked, sentence: Span, marks: Sequence[Marked]) -> None:
        inset = INSET.search(self.text, *marked.inner)
        if inset is not None:
            self._around(marked, inset, sentence)
            return
        words = marked.inner.of(self.text).count(" ") + 1
        found = (
            self._after(marked, sentence, marks)
            or self._before(marked, sentence, words=words)
            or self._introduced_by(marked, sentence)
            or self._named_last(marked, sentence)
        )
        if found is not None:
            self._keep(found)
        elif self._is_bare(marked, sentence) and words >= 2 and self.voices.last is not None:
            voice = self.voices.last
            self._keep(Found(*marked[:2], voice, voice.attribution, Medium.SPOKEN, Tier.B))
        elif words >= _CLAUSE:
            self._untold.append(marked)

    def _told(self, sentence: Span) -> None:
        """Сеул должен «…». Об этом заявила Захарова."""
        untold, self._untold = self._untold, []
        about = ABOUT_IT.match(self.text, *sentence) if untold else None
        cue = CUE.search(self._lower, about.end(), sentence.end) if about is not None else None
        phrase = phrase_after(self.text, cue.end(), sentence.end) if cue is not None else None
        voice = self.voices.of(phrase) if phrase is not None else None
        if cue is not None and voice is not None:
            for marked in untold:
                self._keep(Found(*marked[:2], voice, Span(*cue.span()), Medium.SPOKEN, Tier.B))

    def _around(self, marked: Marked, inset: re.Match[str], sentence: Span) -> None:
        """«Визит состоится, — пояснил Ушаков. — Дата известна»: his words before and behind."""
        said = Span(*inset.span("said"))
        span = cue_behind(self.text, self._lower, *said)
        assert span is not None, "the pattern holds it"
        cited = CITES.match(self.text, *span)
        phrase = words_of_whom(self.text, span.end, said.end) if cited else None
        phrase = phrase or phrase_after(self.text, span.end, said.end)
        phrase = phrase or phrase_before(self.text, said.start, span.start)
        voice = self.voices.of(phrase) if phrase is not None else self.voices.last
        if voice is None:
            return
        inner, outer, (start, end) = marked.inner, marked.outer, inset.span()
        parts = (
            Marked(Span(inner.start, start), Span(outer.start, start)),
            Marked(Span(end, inner.end), Span(end, outer.end)),
        )
        for part in parts:
            words = part.inner.of(self.text).count(" ") + 1
            if words >= 2:
                medium = self._medium(said.of(self.text), voice)
                tier = Tier.A if words >= 5 and sentence.holds(voice.attribution) else Tier.B
                self._keep(Found(part.inner, part.outer, voice, span, medium, tier))

    def _introduced_by(self, marked: Marked, sentence: Span) -> Found | None:
        """Картаполов был осторожнее: «…»."""
        colon = self.text.rfind(":", sentence.start, marked.outer.start)
        if colon < 0 or self.text[colon + 1 : marked.outer.start].strip():
            return None
        phrase = phrase_before(self.text, sentence.start, colon)
        voice = self.voices.of(phrase) if phrase is not None else None
        if voice is None or voice.sort != "person":
            return None
        medium = self._medium(self._outside(marked, sentence), voice)
        return Found(*marked[:2], voice, voice.attribution, medium, Tier.B)

    def _named_last(self, marked: Marked, sentence: Span) -> Found | None:
        """В Кремле «очень внимательно» следят за этим, сказал Песков."""
        last = SAID_LAST.search(self.text, marked.outer.end, sentence.end)
        if last is None:
            return None
        cue = Span(*last.span("cue"))
        phrase = phrase_after(self.text, cue.end, sentence.end)
        voice = self.voices.of(phrase) if phrase is not None else None
        return self._found(marked, voice, cue=cue, sentence=sentence, near=False)

    def _is_bare(self, marked: Marked, sentence: Span) -> bool:
        outside = self._outside(marked, sentence)
        return not outside.strip(" .,;—–-…")

    def _outside(self, marked: Marked, sentence: Span) -> str:
        before = self.text[sentence.start : marked.outer.start]
        return before + self.text[marked.outer.end : sentence.end]

    def _after(self, marked: Marked, sentence: Span, marks: Sequence[Marked]) -> Found | None:
        """«…», — заявил Песков журналистам."""
        later = [
            one.outer.start
            for one in marks
            if one.outer.start > marked.outer.start and one.inner.end - one.inner.start > _TITLE
        ]
        end = min([sentence.end, *later])
        start = said_from(self.text, self._lower, marked.outer, end)
        if start is None:
            return None
        documented = DOCUMENTED.match(self.text, start, end)
        if documented is not None:
            return self._of_document(marked, Span(*documented.span()), end)
        span = cue_behind(self.text, self._lower, start, end)
        if span is None:
            return None
        phrase = phrase_before(self.text, start, span.start) if span.start > start else None
        house = house_beside(self.text, span, end) if phrase is None else None
        if house is not None:
            voice: Voice | None = Voice(house, house, "organisation")
            return self._found(marked, voice, cue=span, sentence=sentence, near=True)
        if CITES.match(self.text, *span):
            phrase = words_of_whom(self.text, span.end, sentence.end) or phrase
        phrase = referred_to(self.text, span.end, end) or phrase
        phrase = phrase or phrase_after(self.text, span.end, end)
        voice = self.voices.of(phrase) if phrase is not None else self.voices.last
        return self._found(marked, voice, cue=span, sentence=sentence, near=True)

    def _of_document(self, marked: Marked, cue: Span, end: int) -> Found | None:
        phrase = phrase_after(self.text, cue.end, end)
        if phrase is None:
            match = re.compile(r"[^,.;«]+").match(self.text, cue.end, end)
            if match is None:
                return None
            phrase = Span(*match.span())
        medium = Medium.TREATY if TREATY.search(phrase.of(self.text)) else Medium.WRITTEN
        voice = Voice(phrase, phrase, "document")
        last, whose = self.voices.last, phrase.of(self.text).split()[0]
        if whose in _OWN and last is not None and last.sort == "person":
            voice = last._replace(attribution=phrase)  # "говорится в ее заявлении"
        return Found(marked.inner, marked.outer, voice, cue, medium, Tier.A)

    def _before(self, marked: Marked, sentence: Span, *, words: int) -> Found | None:
        """Песков сказал: «…». По словам Пескова, «…». Песков назвал это «…»."""
        head = Span(sentence.start, marked.outer.start)
        according = list(ACCORDING.finditer(self.text, *head))
        cues = [
            cue
            for cue in CUE.finditer(self._lower, *head)
            if not HANDED.match(self.text, cue.start())
        ]
        if not cues and not according:
            return None
        if not cues or (according and according[-1].end() > cues[-1].start()):
            span = Span(*according[-1].span())
            phrase = according_to(self.text, span, head.end)
        else:
            span = Span(*cues[-1].span())
            phrase = self._subject(head, span)
            if CITES.match(self.text, *span):
                whose = words_of_whom(self.text, span.end, head.end)
                phrase = whose or phrase_after(self.text, span.end, head.end) or phrase
        phrase = referred_to(self.text, span.end - 1, head.end) or phrase
        house = house_beside(self.text, span, head.end) if phrase is None else None
        document = document_before(self.text, span, head.start)
        voice = self.voices.of(phrase) if phrase is not None else self.voices.last
        if house is not None:
            voice = Voice(house, house, "organisation")
        if document is not None:
            voice = Voice(document, document, "document")
        near = self.text[head.start : head.end].rstrip()[-1:] in (":", ",") or words >= 3
        return self._found(marked, voice, cue=span, sentence=sentence, near=near)

    def _found(
        self, marked: Marked, voice: Voice | None, *, cue: Span, sentence: Span, near: bool
    ) -> Found | None:
        if voice is None:
            return None
        inner = marked.inner.of(self.text)
        words = inner.count(" ") + 1
        outside = self._outside(marked, sentence)
        capital = inner[:1].isupper() and inner.rstrip()[-1:] not in ".!?,"
        if words <= 4 and capital and not is_introduced(self.text, marked.outer):
            return None  # a name: «Роскосмос», «Северный поток»
        here = sentence.holds(voice.attribution) and len(voice.attribution.of(self.text)) > 3
        known = voice.sort != "role" or " " in voice.attribution.of(self.text)  # "министр": which?
        tier = Tier.A if near and here and known and words >= 5 else Tier.B
        return Found(marked.inner, marked.outer, voice, cue, self._medium(outside, voice), tier)

    def _medium(self, outside: str, voice: Voice) -> Medium:
        if RELAYED.search(outside):
            return Medium.RELAYED
        if TREATY.search(voice.attribution.of(self.text)):
            return Medium.TREATY
        return Medium.WRITTEN if WRITTEN.search(outside) else Medium.SPOKEN

    def _keep(self, found: Found) -> None:
        self.voices.last = found.voice
        self.quotes.append(found)
