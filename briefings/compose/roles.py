"""What a sentence would be in an edition: an event, a quote, a position, a forecast, a question."""

from collections.abc import Sequence

from briefings.compose.page import Page
from briefings.compose.placing import CORNERS, main_clause
from briefings.compose.wording import ONCE, PLAN
from briefings.model import (
    OPINION,
    Mention,
    Mood,
    Quote,
    Role,
    Sentence,
    Span,
    Statement,
    Utterance,
)

_CLAUSE_WORDS = 5  # fewer words in quotation marks are a fragment of somebody else's sentence
_CLAUSE_WORDS_KO = 3  # Korean puts into endings what others put into words
_ARTICLE = 5  # characters: "The " may stand before a name


def role_of(page: Page, number: int) -> Role | None:
    """None for a sentence that states nothing anybody could act on."""
    said = page.said_in(number)
    sentence = page.sentences[number]
    mood = _mood(page, number)
    if any(_quoted_clause(page, each) for each in said):
        return Role.QUOTE
    reported = any(isinstance(each, Statement) for each in said)
    if mood is Mood.EVENT and (not reported or _acts_before_speaking(page, number, said)):
        return Role.EVENT
    if said and not (mood is Mood.FORECAST and _only_observers(said)):
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
    claimed = opinion and sentence.when is None and not page.acts(number) & ONCE
    return Mood.STATE if claimed else Mood.EVENT


def _only_observers(said: Sequence[Utterance]) -> bool:
    """What analysts expect is an expectation; what a government announces is a statement."""
    return all(each.actor is None and each.name_id is None for each in said)


def _acts_before_speaking(page: Page, number: int, said: Sequence[Utterance]) -> bool:
    """ "Seoul closed the border on Friday and threatened “hard measures”": news is the deed."""
    first = said[0]
    if any(each.speaker != first.speaker or _quoted_clause(page, each) for each in said):
        return False
    start = main_clause(page, number).start
    if first.cue.start > first.span.start:
        return False  # what is said stands before its verb: Korean, or a source named at the end
    between = page.text[first.attribution.end : first.cue.start]
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
    least = _CLAUSE_WORDS_KO if page.article.reading.language == "ko" else _CLAUSE_WORDS
    return len(quote.span.of(page.text).split()) >= least


def _opens_with_a_corner(page: Page, sentence: Sentence) -> bool:
    """A position is a government's: the sentence begins with it, and stands alone."""
    first = _first_actor(page, sentence.span)
    return first is not None and first.actor in CORNERS and sentence.stands_alone


def leans(page: Page, number: int) -> bool:
    """Whether a sentence needs the one before. "Second, Seoul …" and "In return, Moscow …" do not:
    whoever acts is named at once."""
    sentence = page.sentences[number]
    if sentence.stands_alone or page.said.get(number, ([], []))[0]:
        return False
    main = main_clause(page, number)
    return main == sentence.span or _first_actor(page, main) is None


def _first_actor(page: Page, span: Span) -> Mention | None:
    """The name a span begins with, if one that acts; an article may stand before it."""
    first = next(
        iter(page.mentions_in(Span(span.start, min(span.end, span.start + _ARTICLE)))), None
    )
    return first if first is not None and first.acts else None
