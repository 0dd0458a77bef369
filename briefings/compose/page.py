"""A reading, opened so that the names and words of one sentence are at hand."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from operator import attrgetter

from briefings.compose.wording import OPENERS, Act, acts, stems, terms
from briefings.model import (
    Article,
    BlockKind,
    DateMention,
    Edge,
    Mention,
    NameKind,
    Quote,
    Section,
    Sentence,
    Span,
    Statement,
    Utterance,
)

# A caption or a heading says what a picture or a part is about; only running text reports.
RUNNING = frozenset({BlockKind.BODY, BlockKind.DECK})
_LONGEST = 900  # characters: an extract is shown whole, beside its source, in one field or block
_TERM_WORDS = 6  # more of them in quotation marks are what somebody said
_SHORTEST = 25
_VOICED = 0.5


@dataclass(frozen=True)
class Page:
    """An article with its sentences by number; worked out once, used by every step.

    most: how many of its sentences may be shown, the weightiest; None for all of them. only: the
    numbers of those that may be, of a document that repeats another; None for any. places,
    mains, deeds, stemmed: sections, main clauses, acts and stems, once they are known.
    """

    article: Article
    most: int | None = None
    only: AbstractSet[int] | None = None
    places: dict[int, Section | None] = field(default_factory=dict)
    mains: dict[int, Span] = field(default_factory=dict)
    deeds: dict[int, frozenset[Act]] = field(default_factory=dict)
    stemmed: dict[Span, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def text(self) -> str:
        return self.article.text

    @cached_property
    def sentences(self) -> Sequence[Sentence]:
        return self.article.reading.sentences

    @cached_property
    def mentions(self) -> Sequence[Mention]:
        return sorted(self.article.reading.mentions, key=attrgetter("span"))

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.span.start for mention in self.mentions]

    @cached_property
    def _dates(self) -> Sequence[DateMention]:
        return sorted(self.article.reading.dates, key=lambda each: each.span)

    @cached_property
    def _date_starts(self) -> list[int]:
        return [mention.span.start for mention in self._dates]

    @cached_property
    def in_summary(self) -> frozenset[int]:
        return frozenset(self.article.reading.summary)

    @cached_property
    def edges_by_weight(self) -> tuple[Edge, ...]:
        """The article's edges, those of most sentences first; of equal ones the earlier named."""
        counts = Counter(edge for sentence in self.sentences for edge in sentence.edges)
        return tuple(edge for edge, _ in counts.most_common()) or self.article.reading.edges

    @cached_property
    def said(self) -> dict[int, tuple[list[Quote], list[Statement]]]:
        """Quotes and statements by the number of the sentence they are shown in."""
        by_start = {sentence.span.start: n for n, sentence in enumerate(self.sentences)}
        found: dict[int, tuple[list[Quote], list[Statement]]] = defaultdict(lambda: ([], []))
        for quote in self.article.reading.quotes:
            if (number := by_start.get(quote.sentence.start)) is not None:
                found[number][0].append(quote)
        for statement in self.article.reading.statements:
            if (number := by_start.get(statement.sentence.start)) is not None:
                found[number][1].append(statement)
        return dict(found)

    def said_in(self, number: int) -> tuple[Utterance, ...]:
        quotes, statements = self.said.get(number, ((), ()))
        return (*quotes, *statements)

    def mentions_in(self, span: Span) -> Sequence[Mention]:
        first = bisect_left(self._starts, span.start)
        return self.mentions[first : bisect_left(self._starts, span.end, lo=first)]

    def dates_in(self, span: Span) -> Sequence[DateMention]:
        first = bisect_left(self._date_starts, span.start)
        return self._dates[first : bisect_left(self._date_starts, span.end, lo=first)]

    def words(self, number: int) -> str:
        span = self.sentences[number].span
        return self.text[span.start : span.end]

    def people(self, number: int) -> frozenset[str]:
        """Ids of the people a sentence names."""
        mentions = self.mentions_in(self.sentences[number].span)
        return frozenset(each.name_id for each in mentions if each.kind is NameKind.PERSON)

    def acts(self, number: int) -> frozenset[Act]:
        if number not in self.deeds:
            self.deeds[number] = acts(self.words(number))
        return self.deeds[number]

    def stems(self, span: Span) -> frozenset[str]:
        if span not in self.stemmed:
            self.stemmed[span] = stems(span.of(self.text))
        return self.stemmed[span]

    @cached_property
    def shown(self) -> Sequence[int]:
        """Sentences that can be extracts: running text that the reader did not veto, of a length
        that can be shown whole, and no quotation of which nobody knows whose words it is."""
        numbers = range(len(self.sentences)) if self.only is None else sorted(self.only)
        if self.most is None:
            return [number for number in numbers if self.can_be_shown(number)]
        weightiest = sorted(numbers, key=self._weight, reverse=True)
        return sorted(islice(filter(self.can_be_shown, weightiest), self.most))

    def _weight(self, number: int) -> float:
        """What is said by somebody is worth more than the reader can know of a sentence alone."""
        return self.sentences[number].weight + _VOICED * (number in self.said)

    def can_be_shown(self, number: int) -> bool:
        sentence = self.sentences[number]
        if sentence.block not in RUNNING or sentence.weight <= 0:
            return False
        length = sentence.span.end - sentence.span.start
        return _SHORTEST <= length <= _LONGEST and not self.quotes_nobody(number)

    def quotes_nobody(self, number: int) -> bool:
        words = self.words(number)
        if number in self.said or not any(mark in words for mark in OPENERS):
            return False
        return any(len(term.split()) > _TERM_WORDS for term in terms(words))
