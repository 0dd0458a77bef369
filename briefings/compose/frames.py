"""What a sentence says happened, as far as two sentences can be compared: act, people, day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from briefings.compose.admission import published_day
from briefings.compose.counting import COUNTS, uncounted
from briefings.compose.page import Page
from briefings.compose.placing import SECTIONS, main_clause, section_of, section_of_speaker
from briefings.compose.wording import PLANNED, Act, first_act, lasts
from briefings.model import (
    DateMention,
    Mention,
    Mood,
    Precision,
    Section,
    Sentence,
    Span,
    Statement,
)

_DAYS = frozenset({Precision.DAY, Precision.MINUTE})
ONE_OFF = frozenset({Act.VISIT, Act.SIGN})  # done once in a few days; a launch may be repeated
ENCOUNTERS = frozenset({Act.VISIT, Act.MEET})
SLIP_DAYS = 3  # a plan that slipped by more is another event
_NEWEST = 40  # frames of one act, edge and person that are compared with each other
_FEWEST_STEMS = 4  # fewer of them are told of many things
_BETWEEN = 8  # characters at most between two days given together: "Wednesday and Thursday"


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last possible day; `exact` where each was given as a day."""

    first: date
    last: date
    exact: bool

    def gap(self, other: "Days") -> int:
        """Whole days between the two; 0 where they meet."""
        return max((other.first - self.last).days, (self.first - other.last).days, 0)


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence as an event: its acts, the people in it, when it was or is planned."""

    page: Page
    number: int
    section: Section
    acts: frozenset[Act]
    people: frozenset[str]
    days: Days | None
    published: date
    planned: bool

    @property
    def span(self) -> Span:
        return self.page.sentences[self.number].span

    @property
    def words(self) -> str:
        return self.page.words(self.number)

    @property
    def document_id(self) -> int:
        return self.page.article.document_id

    @property
    def place(self) -> tuple[int, Span]:
        return self.document_id, self.span

    @property
    def language(self) -> str:
        return self.page.article.reading.language

    @property
    def names(self) -> Sequence[Mention]:
        return self.page.mentions_in(self.span)

    @property
    def main_act(self) -> Act | None:
        """Of several the one that its day belongs to: "will visit on Tuesday for talks"."""
        main = main_clause(self.page, self.number)
        return first_act(main.of(self.page.text)) or first_act(self.words)

    @property
    def days_of_deed(self) -> Days | None:
        """Not those on which somebody said so."""
        said = [each.span for each in self.page.said_in(self.number)]
        dated = self.page.dates_in(self.span)
        inside = any(content.holds(each.span) for content in said for each in dated)
        return self.days if inside or not said else None

    @property
    def reported(self) -> str:
        """Without the words that say who says it."""
        said = [each.span for each in self.page.said_in(self.number) if isinstance(each, Statement)]
        longest = max(said, key=lambda span: span.end - span.start, default=self.span)
        return longest.of(self.page.text)

    def same_event(self, other: "Frame") -> bool:
        """The same act on the same edge, with somebody in common where both name people. Who met
        one person has not thereby met another."""
        shared = self.acts & other.acts
        if self.section != other.section or not shared:
            return False
        if not (self.people and other.people):
            return True
        if shared == {Act.MEET}:
            return self.people <= other.people or other.people <= self.people
        return bool(self.people & other.people)


@dataclass(frozen=True, slots=True)
class Groups:
    """Frames that share an act, an edge and a person; an act and an edge; a person who met or
    travelled; no act, but the same words apart from their numbers. Newest first."""

    by_person: tuple[tuple[Frame, ...], ...]
    by_act: tuple[tuple[Frame, ...], ...]
    encounters: tuple[tuple[Frame, ...], ...]
    by_words: tuple[tuple[Frame, ...], ...]


def frames(pages: Iterable[Page], zone: ZoneInfo) -> Iterator[Frame]:
    """Every sentence that names an act, or counts something, and belongs to a section, of dated
    documents."""
    for page in pages:
        published = published_day(page.article, zone)
        for number in page.shown:
            if published is not None:
                yield from _frame(page, number, published)


def _frame(page: Page, number: int, published: date) -> Iterator[Frame]:
    sentence = page.sentences[number]
    words = page.words(number)
    named = page.acts(number) if _may_tell(sentence) else frozenset[Act]()
    section = section_of(page, number, wanted=SECTIONS) if named else None
    if section is None and COUNTS.search(words):
        section = section_of(page, number, wanted=SECTIONS)
        section = section or section_of_speaker(page, page.said_in(number), wanted=SECTIONS)
    if section is None:
        return
    days = _days(page, number)
    expected = sentence.mood is Mood.FORECAST
    yield Frame(
        page=page,
        number=number,
        section=section,
        acts=named,
        people=page.people(number),
        days=days,
        published=published,
        planned=expected or (days is not None and PLANNED.search(words) is not None),
    )


def _may_tell(sentence: Sentence) -> bool:
    return bool(sentence.edges) or (sentence.when is not None and bool(sentence.actors))


def _days(page: Page, number: int) -> Days | None:
    """The days of what is reported in a sentence, else its own date."""
    sentence = page.sentences[number]
    reported = [utterance.span for utterance in page.said_in(number)]
    inside = [
        mention
        for mention in page.dates_in(sentence.span)
        if mention.when is not None and any(content.holds(mention.span) for content in reported)
    ]
    told = _together(inside)
    if told is not None or sentence.when is None:
        return told
    exact = sentence.when.precision in _DAYS
    longer = timedelta(days=lasts(page.words(number)) if exact else 0)
    return Days(sentence.when.first, sentence.when.last + longer, exact)


def _together(mentions: Sequence[DateMention]) -> Days | None:
    """The first day of a sentence and the one that stands right after it, as one stretch."""
    days = [each for each in mentions if each.when is not None and each.when.precision in _DAYS]
    if not days or days[0].when is None:
        return None
    first, last = days[0].when.first, days[0].when.last
    if len(days) > 1 and days[1].when and days[1].span.start - days[0].span.end <= _BETWEEN:
        last = max(last, days[1].when.last)
    return Days(first, last, exact=True)


def recurs(one: Frame, other: Frame) -> bool:
    """Each reports the day before its own publication: two events, not one told differently."""
    assert one.days is not None
    assert other.days is not None
    return (one.published - one.days.first) == (other.published - other.days.first)


def is_outcome(plan: Frame, event: Frame) -> bool:
    """Whether the event is what was planned: the same people's act, within days of the plan."""
    if event.planned or event.place == plan.place or not plan.same_event(event):
        return False
    if not (plan.people & event.people) or event.published < plan.published:
        return False
    if plan.days is None or event.days is None or not plan.days.exact:
        return False
    return plan.days.gap(event.days) <= SLIP_DAYS


def grouped(every: Iterable[Frame]) -> Groups:
    """Frames that could tell of one event, the newest of each; only they are ever compared."""
    by_person: dict[object, list[Frame]] = defaultdict(list)
    by_act: dict[object, list[Frame]] = defaultdict(list)
    encounters: dict[object, list[Frame]] = defaultdict(list)
    by_words: dict[object, list[Frame]] = defaultdict(list)
    for frame in sorted(every, key=lambda each: (each.published, each.place), reverse=True):
        for act in sorted(frame.acts):
            # Of a launch its observers tell, each from where they stand.
            _add(by_act[act, None if act is Act.LAUNCH else frame.section], frame)
            for person in sorted(frame.people):
                _add(by_person[act, frame.section, person], frame)
        if frame.acts & ENCOUNTERS:
            for person in sorted(frame.people):
                _add(encounters[person], frame)
        if not frame.acts:  # then it counts something
            counting = uncounted(frame.reported)
            if len(counting) >= _FEWEST_STEMS:
                _add(by_words[frame.language, counting], frame)
    found = (by_person, by_act, encounters, by_words)
    return Groups(*(tuple(map(tuple, each.values())) for each in found))


def _add(group: list[Frame], frame: Frame) -> None:
    if len(group) < _NEWEST:
        group.append(frame)
