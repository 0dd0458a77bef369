"""Where an article has the words that somebody is said to have said, and whose they are there."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from itertools import islice, pairwise

from briefings.model import Article, BlockKind, NameKind, Quote, Span, Utterance
from briefings.text.datelines import after_dateline
from briefings.text.marks import Marked, pair_marks
from briefings.text.negations import negated_beside, negates
from briefings.text.utterances import denied_quotes
from briefings.text.wordings import Token, Wording, worded

MOST_PLACES = 6  # of the same words in one article
ASIDE = 400  # characters of the document between two pieces of one speech
LONGEST_TEXT = 400_000  # characters that are read for quotations


class Form(IntEnum):
    """How words stand in an article, the strongest evidence first."""

    QUOTED = 1  # inside what somebody is quoted as saying
    JOINED = 2  # each part is, in another place
    PARTLY = 3  # some of them inside, some outside of the marks
    DENIED = 4  # inside what somebody did not say
    REPORTED = 5  # as reported speech, without marks
    MARKED = 6  # between marks, and the article does not say whose
    TEXT = 7  # as the article's own words


@dataclass(frozen=True, slots=True)
class Find:
    """Words in an article. span: from the first to the last of them. shown: the sentences around.

    aside: words of the document stand between. skipped: words of the speaker do. cut: a negation
    beside them, or one among the skipped, is left out. asked: a question mark is.
    """

    article: Article
    form: Form
    span: Span
    shown: Span
    said: Utterance | None = None
    aside: bool = False
    skipped: bool = False
    cut: bool = False
    asked: bool = False

    @property
    def speaker(self) -> str:
        return self.said.speaker_in(self.article.text) if self.said else ""

    @property
    def by_person(self) -> bool:
        """Whether the speaker is a known person, not an office or a country."""
        name_id = self.said.name_id if self.said else None
        return name_id is not None and (
            name_id.startswith("~")
            or any(
                each.name_id == name_id and each.kind is NameKind.PERSON
                for each in self.article.reading.mentions
            )
        )


@dataclass(frozen=True, slots=True)
class Speech:
    """What one speaker says without much between: words inside marks, of one quote or several."""

    quotes: tuple[Utterance, ...]
    words: Wording

    def said_at(self, offset: int) -> Utterance:
        ends = [quote.span.end for quote in self.quotes]
        return self.quotes[min(bisect_left(ends, offset + 1), len(ends) - 1)]


class Evidence:
    """An article, looked at for words."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text

    @cached_property
    def whole(self) -> Wording:
        return worded(self.text)

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        runs: list[list[Quote]] = []
        for quote in sorted(self.article.reading.quotes, key=lambda quote: quote.span):
            if runs and self._goes_on(runs[-1][-1], quote):
                runs[-1].append(quote)
            else:
                runs.append([quote])
        return tuple(self._speech(run) for run in runs)

    @cached_property
    def reports(self) -> tuple[Speech, ...]:
        return tuple(self._speech([each]) for each in self.article.reading.statements)

    def _goes_on(self, before: Quote, quote: Quote) -> bool:
        same = before.speaker_in(self.text) == quote.speaker_in(self.text)
        return same and 0 <= quote.span.start - before.span.end <= ASIDE

    def _speech(self, run: Sequence[Utterance]) -> Speech:
        tokens: list[Token] = []
        for said in run:
            tokens += worded(self.text, said.span).tokens
        return Speech(tuple(run), Wording(tokens))

    def finds(self, parts: Sequence[Wording]) -> Iterator[Find]:
        """parts: the words, cut where those who gave them said that they leave some out."""
        spoken = list(islice(self._spoken(parts), MOST_PLACES))
        yield from spoken
        if len(parts) == 1:
            places = islice(self.whole.places(parts[0]), MOST_PLACES)
            spans = [self.whole.span(*place) for place in places]
            known = [find.span for find in spoken]
            yield from (self._classed(span) for span in spans if span not in known)

    def _spoken(self, parts: Sequence[Wording]) -> Iterator[Find]:
        for speech in self.speeches:
            for first, last in speech.words.places(parts[0]):
                ranges = self._following(speech.words, parts[1:], (first, last))
                if ranges:
                    yield self._quoted(speech, ranges)

    @staticmethod
    def _following(
        words: Wording, parts: Sequence[Wording], first: tuple[int, int]
    ) -> list[tuple[int, int]]:
        """The places of all parts, one behind the other; none where one of them is not there."""
        ranges = [first]
        for part in parts:
            place = next(words.places(part, start=ranges[-1][1]), None)
            if place is None:
                return []
            ranges.append(place)
        return ranges

    def _quoted(self, speech: Speech, ranges: Sequence[tuple[int, int]]) -> Find:
        words = speech.words
        first, last = ranges[0][0], ranges[-1][1]
        span = words.span(first, last)
        one, other = speech.said_at(span.start), speech.said_at(span.end - 1)
        gaps = [slice(was[1], now[0]) for was, now in pairwise(ranges)]
        lost = any(negates(form) for gap in gaps for form in words.forms[gap])
        return Find(
            self.article,
            Form.QUOTED,
            span,
            Span(one.sentence.start, max(one.sentence.end, other.sentence.end)),
            one,
            aside=one is not other,
            skipped=any(gap.start < gap.stop for gap in gaps),
            cut=lost or negated_beside(self.text, words, first, last),
            asked=words.forms[last : last + 1] == ["?"],
        )

    def _classed(self, span: Span) -> Find:
        """Words that stand in the text, and not wholly inside of one speech."""
        reading = self.article.reading
        kinds: list[tuple[Form, Sequence[Utterance], bool]] = [
            (Form.PARTLY, reading.quotes, False),
            (Form.DENIED, self._denied, True),
            (Form.REPORTED, reading.statements, True),
        ]
        for form, said, wholly in kinds:
            for each in said:
                if each.span.holds(span) if wholly else each.span.overlaps(span):
                    return Find(self.article, form, span, _around(each.sentence, span), each)
        marked = any(marked.inner.holds(span) for marked in self._marked)
        form = Form.MARKED if marked else Form.TEXT
        return Find(self.article, form, span, self._sentence(span))

    @cached_property
    def _paragraphs(self) -> tuple[Span, ...]:
        blocks = self.article.reading.extraction.blocks
        body = [block.span for block in blocks if block.kind is BlockKind.BODY]
        return tuple(after_dateline(self.text, each) for each in body if each.end <= LONGEST_TEXT)

    @cached_property
    def _marked(self) -> Sequence[Marked]:
        spans = [block.span for block in self.article.reading.extraction.blocks]
        return pair_marks(self.text, spans)

    @cached_property
    def _denied(self) -> tuple[Quote, ...]:
        reading = self.article.reading
        return denied_quotes(
            self.text,
            [sentence.span for sentence in reading.sentences],
            mentions=reading.mentions,
            paragraphs=self._paragraphs,
            language=reading.language,
        )

    def _sentence(self, span: Span) -> Span:
        """The sentences that hold the words, or else their block."""
        reading = self.article.reading
        spans = [each.span for each in reading.sentences if each.span.overlaps(span)]
        spans = spans or [each.span for each in reading.extraction.blocks if each.span.holds(span)]
        return Span(spans[0].start, max(spans[-1].end, span.end)) if spans else span


def _around(sentence: Span, span: Span) -> Span:
    return Span(min(sentence.start, span.start), max(sentence.end, span.end))
