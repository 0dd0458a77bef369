"""Sentences that date what they tell, and which of them tell of one event."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from briefings.compose.admission import published_day
from briefings.compose.candidates import extract_span
from briefings.compose.frames import SLIP_DAYS
from briefings.compose.page import Page
from briefings.compose.placing import main_clause
from briefings.compose.repeating import contradict
from briefings.compose.roles import leans, role_of
from briefings.compose.wording import Act, alike, stems
from briefings.model import OPINION, Article, Mood, Precision, Role, Span, Utterance, When

_SAME_WORDS = 0.5  # of the stems in common: one event told twice
_SAME_DAY = 0.25  # … where it is the same act of the same person on the same day
_TOGETHER = 2  # people in common
_EXACT = frozenset({Precision.DAY, Precision.MINUTE})


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that tells of a day. wording: the words that name it, within the text."""

    page: Page
    number: int
    span: Span
    role: Role | None
    when: When
    wording: Span | None
    published: date
    stems: frozenset[str]

    @property
    def article(self) -> Article:
        return self.page.article

    @property
    def said(self) -> Utterance | None:
        """Whose words it gives; who speaks in the main clause goes first."""
        said, main = self.page.said_in(self.number), main_clause(self.page, self.number)
        return min(said, key=lambda each: not main.holds(each.attribution), default=None)

    @property
    def speaking(self) -> Utterance | None:
        """The same, where it is words and not a deed."""
        return None if self.role is Role.EVENT else self.said

    @property
    def happened(self) -> bool:
        """It tells an event, or an event and then who says so: "…, the ministry said"."""
        if self.role is not Role.STATEMENT or self.said is None:
            return self.role is Role.EVENT
        event = self.page.sentences[self.number].mood is Mood.EVENT
        return event and self.said.span.start - self.span.start <= 1

    @property
    def document_id(self) -> int:
        return self.article.document_id

    @property
    def place(self) -> tuple[int, Span]:
        return self.document_id, self.page.sentences[self.number].span

    @property
    def order(self) -> tuple[date, date, bool, date, int, Span]:
        """By days, exact ones first; reports before opinion, then the first that told it."""
        opinion = self.article.reading.kind in OPINION
        first, last = self.when.first, self.when.last
        return first, last, opinion, self.published, self.document_id, self.span

    @property
    def exact(self) -> bool:
        return self.when.precision in _EXACT

    @property
    def acts(self) -> frozenset[Act]:
        return self.page.acts(self.number)

    @property
    def people(self) -> frozenset[str]:
        return self.page.people(self.number)


def tellings(page: Page, zone: ZoneInfo) -> Iterable[Telling]:
    """Of a dated document the sentences that can stand alone and date what they tell."""
    published = published_day(page.article, zone)
    for number in page.shown:
        sentence = page.sentences[number]
        if published is None or sentence.when is None or leans(page, number):
            continue
        role = role_of(page, number)
        if role is Role.QUESTION:
            continue
        dates = page.dates_in(sentence.span)
        worded = [mention.span for mention in dates if mention.when == sentence.when]
        yield Telling(
            page=page,
            number=number,
            span=extract_span(sentence, page.said_in(number)),
            role=role,
            when=sentence.when,
            wording=worded[0] if worded else None,
            published=published,
            stems=stems(page.words(number)),
        )


def gap(one: Telling, other: Telling) -> int:
    """Whole days between the two; 0 where they meet."""
    a, b = one.when, other.when
    return max((b.first - a.last).days, (a.first - b.last).days, 0)


def same_event(one: Telling, other: Telling) -> bool:
    """Much the same words, or the same act of the same people, within a few days."""
    days = gap(one, other)
    if days > SLIP_DAYS or (days and one.exact != other.exact):
        return False
    shared = alike(one.stems, other.stems)
    return shared >= _SAME_WORDS or _same_act(one, other, shared)


def _same_act(one: Telling, other: Telling, shared: float) -> bool:
    if not (one.happened and other.happened and one.acts & other.acts):
        return False
    people = len(one.people & other.people)
    if people >= _TOGETHER:
        return gap(one, other) <= 1
    named = bool(people) or not (one.people or other.people)
    return named and one.when == other.when and shared >= _SAME_DAY


def agree(one: Telling, other: Telling) -> bool:
    """Whether they name one day, and no other day or number beside it."""
    return not gap(one, other) and not contradict((one.page, one.span), (other.page, other.span))


def slipped(one: Telling, other: Telling) -> bool:
    """Whether they put one event on different days: what each reports of the day before its own
    publication are two events, as are an event and what is to follow it."""
    if not (one.exact and other.exact and gap(one, other)):
        return False
    if one.acts != other.acts or (one.role is Role.FORECAST) != (other.role is Role.FORECAST):
        return False
    return (one.published - one.when.first) != (other.published - other.when.first)


def wanted(found: Sequence[Telling], since: date | None, until: date | None) -> list[Telling]:
    """In order; of one document nothing twice."""
    kept: list[Telling] = []
    for each in sorted(found, key=lambda telling: telling.order):
        outside = (since and each.when.last < since) or (until and each.when.first > until)
        if not outside and not any(_repeats(each, other) for other in kept):
            kept.append(each)
    return kept


def _repeats(one: Telling, other: Telling) -> bool:
    if one.document_id != other.document_id or one.when != other.when:
        return False
    return alike(one.stems, other.stems) >= _SAME_WORDS
