"""What of a document could stand in an edition: one candidate for each sentence worth it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from briefings.compose.admission import look_back, published_day
from briefings.compose.page import Page
from briefings.compose.placing import CORNERS, main_clause, section_of
from briefings.compose.wording import ONCE, PLAN, acts
from briefings.model import (
    OPINION,
    BlockKind,
    Kind,
    Medium,
    Mention,
    Mood,
    Precision,
    Quote,
    Role,
    Section,
    Sentence,
    Span,
    Statement,
    Tier,
    Utterance,
    When,
    Window,
)

_CLAUSE_WORDS = 5  # fewer words in quotation marks are a fragment of somebody else's sentence
_ARTICLE = 5  # characters: "The " may stand before a name
_RECENT_DAYS = 7  # an event of the week before is news where the look-back is shorter


@dataclass(frozen=True, slots=True)
class Issue:
    """What an edition may call new: the window, its zone and sections, the days that count."""

    window: Window
    zone: ZoneInfo
    sections: tuple[Section, ...]

    @property
    def today(self) -> date:
        return self.window.until.astimezone(self.zone).date()

    @property
    def horizon(self) -> date:
        """The first day whose events are still news."""
        start = look_back(self.window).astimezone(self.zone).date()
        return min(start, self.today - timedelta(days=_RECENT_DAYS))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that could be an item. `day` orders it; `old` is background; `score` ranks it.

    words_said: the longest quotation in it, in words.
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
        return self.span.of(self.page.article.text)

    @property
    def sentence(self) -> Sentence:
        return self.page.sentences[self.number]

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
    for number, sentence in enumerate(page.sentences):
        if not page.can_be_shown(number) or _leans(page, number):
            continue
        said = page.said_in(number)
        role = _role(page, number, said)
        section = section_of(page, number, wanted=issue.sections)
        if section is None and (role is Role.QUESTION or said):
            edge = page.main_edge
            section = next((each for each in issue.sections if edge and each == edge.value), None)
        if role is None or section is None or not _fits(page, number, role, section):
            continue
        when = _when(page, sentence, said)
        yield Candidate(
            page=page,
            number=number,
            span=_shown(sentence, said),
            role=role,
            section=section,
            when=when,
            day=_day(when, published),
            old=when is not None and when.last < issue.horizon,
            score=_score(page, number, said, role),
            said=_main_voice_first(page, sentence, said),
        )


def _fits(page: Page, number: int, role: Role, section: Section) -> bool:
    """Around the triangle only what has a day: everybody expects something of somebody."""
    dated = page.sentences[number].when is not None
    return section is not Section.TRIANGLE or dated or role is Role.EVENT


def _main_voice_first(
    page: Page, sentence: Sentence, said: Sequence[Utterance]
) -> tuple[Utterance, ...]:
    """Who speaks in the main clause stands for the sentence: "After Kim asked, Putin said"."""
    main = main_clause(page, sentence.span)
    return tuple(sorted(said, key=lambda each: not main.holds(each.attribution)))


def _leans(page: Page, number: int) -> bool:
    """Whether a sentence needs the one before. "Second, Seoul …" and "In return, Moscow …" do not:
    whoever acts is named at once."""
    sentence = page.sentences[number]
    if sentence.stands_alone or page.said.get(number, ([], []))[0]:
        return False
    main = main_clause(page, sentence.span)
    return main == sentence.span or _first_actor(page, main) is None


def _first_actor(page: Page, span: Span) -> Mention | None:
    """The name a span begins with, if one that acts; an article may stand before it."""
    first = next(
        iter(page.mentions_in(Span(span.start, min(span.end, span.start + _ARTICLE)))), None
    )
    return first if first is not None and first.acts else None


def _role(page: Page, number: int, said: Sequence[Utterance]) -> Role | None:
    sentence = page.sentences[number]
    mood = _mood(page, number)
    if any(_quoted_clause(page, each) for each in said):
        return Role.QUOTE
    reported = any(isinstance(each, Statement) for each in said)
    if mood is Mood.EVENT and (not reported or _acts_before_speaking(page, sentence, said)):
        return Role.EVENT
    if said:
        return Role.STATEMENT if reported else Role.QUOTE
    if mood is Mood.STATE:
        return Role.POSITION if _opens_with_a_corner(page, sentence) else None
    return _ROLES[mood]


def _mood(page: Page, number: int) -> Mood:
    """The reader's, but a plan is no event yet, and an opinion piece's claim is none at all.

    In an opinion piece an event needs a date, or an act that is done on one occasion.
    """
    sentence, words = page.sentences[number], page.words(number)
    if sentence.mood is not Mood.EVENT:
        return sentence.mood
    if PLAN.match(words):
        return Mood.FORECAST
    opinion = page.article.reading.kind in OPINION
    claimed = opinion and sentence.when is None and not acts(words) & ONCE
    return Mood.STATE if claimed else Mood.EVENT


def _acts_before_speaking(page: Page, sentence: Sentence, said: Sequence[Utterance]) -> bool:
    """ "Seoul closed the border on Friday and threatened “hard measures”": news is the deed."""
    first = said[0]
    if any(each.speaker != first.speaker or _quoted_clause(page, each) for each in said):
        return False
    start = main_clause(page, sentence.span).start
    between = page.article.text[first.attribution.end : first.cue.start]
    begins = 0 <= first.attribution.start - start <= _ARTICLE
    return begins and len(between.split()) >= _CLAUSE_WORDS and not between.startswith(",")


def _quoted_clause(page: Page, each: Utterance) -> bool:
    return isinstance(each, Quote) and is_clause(page, each)


_ROLES = {
    Mood.EVENT: Role.EVENT,
    Mood.FORECAST: Role.FORECAST,
    Mood.QUESTION: Role.QUESTION,
}


def is_clause(page: Page, quote: Utterance) -> bool:
    return len(quote.span.of(page.article.text).split()) >= _CLAUSE_WORDS


def _opens_with_a_corner(page: Page, sentence: Sentence) -> bool:
    """A position is a government's: the sentence begins with it, and stands alone."""
    first = _first_actor(page, sentence.span)
    return first is not None and first.actor in CORNERS and sentence.stands_alone


def _when(page: Page, sentence: Sentence, said: Sequence[Utterance]) -> When | None:
    """The date of the event, or of the saying: a date inside the reported words is not its own."""
    known = [utterance.said for utterance in said if utterance.said is not None]
    if known:
        return max(known, key=lambda when: (when.last, when.first))
    if sentence.when is None or not said:
        return sentence.when
    outside = any(
        mention.when == sentence.when
        and not any(utterance.span.overlaps(mention.span) for utterance in said)
        for mention in page.dates_in(sentence.span)
    )
    return sentence.when if outside else None


def _day(when: When | None, published: date) -> date:
    """The latest day it can have been: a month that is not over yet ends with the publication."""
    if when is None:
        return published
    exact = when.precision in (Precision.DAY, Precision.MINUTE)
    return when.last if exact else min(when.last, published)


def _shown(sentence: Sentence, said: Sequence[Utterance]) -> Span:
    """The sentence; for a quotation that runs over several, all of them."""
    end = max([sentence.span.end, *(utterance.sentence.end for utterance in said)])
    return Span(sentence.span.start, end)


_BEARING = {Role.QUOTE: 0.5, Role.STATEMENT: 0.3}


def _score(page: Page, number: int, said: Sequence[Utterance], role: Role) -> float:
    """How much a sentence deserves its place among others of its role, about 0…2."""
    sentence = page.sentences[number]
    score = sentence.weight + 0.25 * (number in page.in_summary)
    score += 0.25 * (sentence.when is not None) - 0.2 * (not sentence.stands_alone)
    score += 0.15 * (page.article.reading.kind in (Kind.NEWS, Kind.OFFICIAL))
    score -= 0.3 * (sentence.block is BlockKind.DECK)
    if role in _BEARING:
        score += max(_standing(utterance) for utterance in said)
    if role is Role.QUOTE:
        score += 0.2 * any(is_clause(page, quote) for quote in said)
    return score


def _standing(speaker: Utterance) -> float:
    """Principals of the triangle and treaties before officials, officials before the rest."""
    if speaker.actor in CORNERS or speaker.medium is Medium.TREATY:
        standing = 0.5
    else:
        standing = 0.25 if speaker.name_id is not None else 0.0
    return standing + 0.1 * (speaker.tier is Tier.A)


def is_opinion(candidate: Candidate) -> bool:
    return candidate.page.article.reading.kind in OPINION


def gloss(candidate: Candidate) -> int | None:
    """Where reported words end and the writer's own begin, as an offset into the words shown."""
    if candidate.role not in (Role.STATEMENT, Role.BACKGROUND) or not candidate.said:
        return None
    end = max(utterance.span.end for utterance in candidate.said)
    rest = candidate.page.article.text[end : candidate.span.end].lstrip(' \u00a0”"»')
    return end - candidate.span.start if rest[:1] in ("—", "–") and len(rest) > 1 else None
