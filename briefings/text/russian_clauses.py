"""Russian sentences without quotation: who acts in them, and what they report."""

from collections.abc import Sequence

from briefings.model import Medium, Span, Tier
from briefings.text.alike import lowered
from briefings.text.found import Found
from briefings.text.russian_cues import according_to, of_two
from briefings.text.russian_phrases import phrase_after, phrase_before
from briefings.text.russian_speakers import RussianVoices
from briefings.text.russian_words import ACCORDING, AS, CUE, OBJECT, THAT

_SHORTEST = 8


class RussianClauses:
    """What reading quotations and reports have in common: the voices, and a verb's subject."""

    def __init__(self, text: str, paragraphs: Sequence[Span]) -> None:
        self.text, self._lower = text, lowered(text)
        self.voices = RussianVoices(text, paragraphs)
        self.reports: list[Found] = []

    def _subject(self, head: Span, cue: Span) -> Span | None:
        if AS.match(self.text, head.start, cue.start):  # "Китай, как заявил Линь Цзянь, …"
            return phrase_after(self.text, cue.end, head.end)
        before = phrase_before(self.text, head.start, cue.start)
        if self.text[head.start : cue.start].rstrip().endswith(","):
            after = phrase_after(self.text, cue.end, head.end)  # "Если так, продолжил он, «…»"
            beside = after is not None and after.start == cue.end + 1
            if after is not None and beside and self.text[after.end : after.end + 1] == ",":
                return after
        if before is not None and OBJECT.fullmatch(before.of(self.text)):
            return phrase_after(self.text, cue.end, head.end) or before
        return before or phrase_after(self.text, cue.end, head.end)

    def _hear(self, sentence: Span) -> None:
        """Who acts in a sentence without quotation may be the "он" of the next."""
        phrase = phrase_before(self.text, sentence.start, sentence.end)
        if (
            phrase is not None
            and phrase.of(self.text)[0].isupper()
            and not of_two(self.text, phrase)
        ):
            voice = self.voices.of(phrase)
            if voice is not None and voice.sort == "person":
                self.voices.last = voice

    def _report(self, sentence: Span) -> None:
        """Песков заявил, что …; По словам Пескова, …"""
        according = ACCORDING.match(self.text, sentence.start, sentence.end)
        if according is not None:
            cue_span = Span(*according.span())
            phrase = according_to(self.text, cue_span, sentence.end)
            if phrase is not None:
                comma = self.text.find(",", phrase.end, sentence.end)
                start = max(comma + 1, phrase.end, cue_span.end)
                self._keep_report(phrase, start, sentence, cue=cue_span)
            return
        for cue in CUE.finditer(self._lower, sentence.start, sentence.end):
            that = THAT.match(self.text, cue.end(), sentence.end)
            if that is None:
                continue
            span = Span(*cue.span())
            phrase = self._subject(Span(sentence.start, that.end()), span)
            if phrase is not None:
                self._keep_report(phrase, that.end(), sentence, cue=span)
            return

    def _keep_report(self, phrase: Span, start: int, sentence: Span, *, cue: Span) -> None:
        voice = self.voices.of(phrase)
        end = sentence.end
        while end > start and self.text[end - 1] in ".!? ":
            end -= 1
        while start < end and self.text[start].isspace():
            start += 1
        if voice is None or end - start < _SHORTEST:
            return
        self.voices.last = voice
        inner = Span(start, end)
        self.reports.append(Found(inner, inner, voice, cue, Medium.SPOKEN, Tier.B))
