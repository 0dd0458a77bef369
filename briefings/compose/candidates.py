"""What of a document could stand in an edition: one candidate for each sentence worth it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from briefings.compose.admission import look_back, published_day
from briefings.compose.page import Page
from briefings.compose.placing import main_clause, section_of, section_of_speaker
from briefings.compose.ranking import score_of
from briefings.compose.roles import leans, role_of
from briefings.compose.wording import FOLLOWING, MEASURED, Act
from briefings.model import (
    Kind,
    Mood,
    Precision,
    Role,
    Section,
    Sentence,
    Span,
    Utterance,
    When,
    Window,
)

_OWN_LANGUAGE = 1.0  # what the channel's readers read without help goes first
_A_DAY = timedelta(days=1)  # between zones
_REPORTS = frozenset({Kind.NEWS, Kind.OFFICIAL})
_EXACT = frozenset({Precision.DAY, Precision.MINUTE})
_FIGURES_DAYS = 120  # after a period that its figures are published
_RECENT_DAYS = 7  # an event of the week before is news where the look-back is shorter


@dataclass(frozen=True, slots=True)
class Issue:
    """What an edition may call new. horizon: the first day whose events are still news."""

    window: Window
    zone: ZoneInfo
    sections: tuple[Section, ...]
    language: str
    horizon: date

    @classmethod
    def of(
        cls, window: Window, *, zone: ZoneInfo, sections: tuple[Section, ...], language: str
    ) -> "Issue":
        today = window.until.astimezone(zone).date()
        start = look_back(window).astimezone(zone).date()
        horizon = min(start, today - timedelta(days=_RECENT_DAYS))
        return cls(window, zone, sections, language, horizon)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that could be an item. `day` orders it; `old` is background; `score` ranks it.

    said: whom it gives words to; who speaks in the main clause comes first.
    """

    page: Page
    number: int
    span: Span
    role: Role
    section: Section
    when: When | None
    day: date
    old: bool
    score: float
    said: tuple[Utterance, ...]

    @property
    def words(self) -> str:
        return self.span.of(self.page.text)

    @property
    def sentence(self) -> Sentence:
        return self.page.sentences[self.number]

    @property
    def acts(self) -> frozenset[Act]:
        return self.page.acts(self.number)

    @property
    def people(self) -> frozenset[str]:
        return self.page.people(self.number)

    @property
    def reports(self) -> bool:
        """Tells an event and then who says so: "…, the ministry said"."""
        if self.role is not Role.STATEMENT or self.sentence.mood is not Mood.EVENT:
            return False
        return self.said[0].span.start - self.span.start <= 1

    @property
    def happened(self) -> bool:
        return self.role is Role.EVENT or self.reports

    @property
    def language(self) -> str:
        return self.page.article.reading.language

    @property
    def document_id(self) -> int:
        return self.page.article.document_id

    @property
    def place(self) -> tuple[int, Span]:
        return self.document_id, self.span

    @property
    def source(self) -> str:
        return self.page.article.source

    @property
    def order(self) -> tuple[float, int, Span]:
        """Best first; the rest decides between equals, so that the order is always the same."""
        return -self.score, self.document_id, self.span


def candidates(page: Page, issue: Issue) -> Iterator[Candidate]:
    """Every sentence of a dated document that could stand in one of the sections, in its order."""
    published = published_day(page.article, issue.zone)
    assert published is not None, "an undated document gives no news"
    own_language = _OWN_LANGUAGE * (page.article.reading.language == issue.language)
    for number in page.shown:
        if leans(page, number):
            continue
        said = page.said_in(number)
        role = role_of(page, number)
        if role is None:
            continue
        section = section_of(page, number, wanted=issue.sections)
        if section is None and (role is Role.QUESTION or said):
            section = section_of_speaker(page, said, wanted=issue.sections)
        if section is None or not _fits(page, number, role, section):
            continue
        when = _when(page, number, said, issue.horizon)
        if said and when is not None and when.first > published + _A_DAY:
            when = None  # nothing is said after it was published: the day was read wrong
        yield Candidate(
            page=page,
            number=number,
            span=extract_span(page.sentences[number], said),
            role=role,
            section=section,
            when=when,
            day=_day(when, published),
            old=_is_old(page, number, when, issue.horizon),
            score=score_of(page, number, role) + own_language,
            said=_main_voice_first(page, number, said),
        )


def _fits(page: Page, number: int, role: Role, section: Section) -> bool:
    """Around the triangle only what has a day, or was said in so many words: everybody expects
    something of somebody."""
    dated = page.sentences[number].when is not None
    return section is not Section.TRIANGLE or dated or role in (Role.EVENT, Role.QUOTE)


def _main_voice_first(page: Page, number: int, said: Sequence[Utterance]) -> tuple[Utterance, ...]:
    """Who speaks in the main clause stands for the sentence: "After Kim asked, Putin said"."""
    main = main_clause(page, number)
    return tuple(sorted(said, key=lambda each: not main.holds(each.attribution)))


def _when(page: Page, number: int, said: Sequence[Utterance], horizon: date) -> When | None:
    """The date of the event, or of the saying: a date inside the reported words is not its own.

    In "has denied it and hinted last year" the denial is undated, and the sentence with it.
    """
    sentence, main = page.sentences[number], main_clause(page, number)
    if not said:
        return sentence.when
    voices = [each for each in said if main.holds(each.attribution)] or said
    known = [each.said for each in voices if each.said is not None]
    newest = max(known, key=lambda when: (when.last, when.first), default=None)
    if newest is not None and (len(known) == len(voices) or newest.last >= horizon):
        return newest
    return sentence.when if _dates_the_saying(page, number, said) else None


def _dates_the_saying(page: Page, number: int, said: Sequence[Utterance]) -> bool:
    """Whether the sentence's date leads in to it, or stands outside of what anybody said."""
    sentence, main = page.sentences[number], main_clause(page, number)
    taken = [each.said for each in said]
    for mention in page.dates_in(sentence.span):
        if mention.when is None or mention.when != sentence.when:
            continue
        inside = any(each.span.overlaps(mention.span) for each in said)
        if mention.span.end <= main.start or (not inside and mention.when not in taken):
            return True
    return False


def _is_old(page: Page, number: int, when: When | None, horizon: date) -> bool:
    """By its own date; "the next day" goes by the sentence before."""
    if when is not None or not number:
        return when is not None and when.last < horizon and not _tells_of_a_period(page, number)
    before = page.sentences[number - 1].when
    past = before is not None and before.last < horizon
    return past and FOLLOWING.search(page.words(number)) is not None


def _tells_of_a_period(page: Page, number: int) -> bool:
    """Figures of a quarter come out long after it: a report begins with them as its news."""
    when = page.sentences[number].when
    opens = page.article.reading.kind in _REPORTS and number in page.shown[:1]
    if (
        when is None
        or not opens
        or when.precision in _EXACT
        or not MEASURED.search(page.words(number))
    ):
        return False
    day = page.article.published_on or page.article.first_seen.date()
    return (day - when.last).days <= _FIGURES_DAYS


def _day(when: When | None, published: date) -> date:
    """The latest day it can have been: a month that is not over yet ends with the publication."""
    if when is None:
        return published
    exact = when.precision in (Precision.DAY, Precision.MINUTE)
    return when.last if exact else min(when.last, published)


def extract_span(sentence: Sentence, said: Sequence[Utterance]) -> Span:
    """The sentence; for a quotation that runs over several, all of them."""
    end = max([sentence.span.end, *(utterance.sentence.end for utterance in said)])
    return Span(sentence.span.start, end)


def gloss(candidate: Candidate) -> int | None:
    """Where reported words end and the writer's own begin, as an offset into the words shown."""
    if candidate.role not in (Role.STATEMENT, Role.BACKGROUND) or not candidate.said:
        return None
    end = max(utterance.span.end for utterance in candidate.said)
    rest = candidate.page.text[end : candidate.span.end].lstrip(' \u00a0”"»')
    return end - candidate.span.start if rest[:1] in ("—", "–") and len(rest) > 1 else None
