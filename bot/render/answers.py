"""The answer to a question as pages: one hit after the other, or an honest nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.languages import count, say, say_day
from bot.render import labels
from bot.render.articles import BLUE, attribution, hit_card
from bot.render.clean import clean_line
from bot.render.extracts import Place, extract_line
from bot.render.layout import Button, Card, Layout, Line, card, paginate
from briefings.model import Article, Edge, Quote, Span

GREY = 0x6B7280
LONGEST_QUESTION = 200


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, and the filters."""

    words: str
    edge: Edge | None = None
    since: date | None = None

    @property
    def query(self) -> tuple[str, str, str]:
        return self.words, self.edge or "", self.since.isoformat() if self.since else ""

    @classmethod
    def from_query(cls, query: Sequence[str]) -> "Question":
        words, edge, since = query
        return cls(
            words, Edge(edge) if edge else None, date.fromisoformat(since) if since else None
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A hit as far as it is shown."""

    article: Article
    passage: Span
    summary: Sequence[Span]
    quotes: Sequence[Quote]


@dataclass(frozen=True, slots=True)
class Nearest:
    """A title to offer when nothing answers."""

    document_id: int
    title: str
    source: str
    published_on: date | None


def question_card(question: Question, locale: str) -> Card:
    filters = (
        say("ask.filter.edge", locale, edge=say(f"edge.{question.edge}", locale))
        if question.edge
        else "",
        say("ask.filter.since", locale, day=say_day(question.since, locale))
        if question.since
        else "",
    )
    line = labels.joined(filters, locale)
    words = clean_line(question.words, LONGEST_QUESTION)
    return card(say("ask.heading", locale, question=words), f"-# {line}" if line else "")


def hit_pages(question: Question, hits: Sequence[Found], locale: str) -> tuple[Layout, ...]:
    """Each hit on a page of its own, over two where it is long."""
    top = question_card(question, locale)
    return tuple(
        page
        for hit in hits
        for page in paginate(
            [
                top,
                hit_card(
                    hit.article,
                    hit.passage,
                    summary=hit.summary,
                    quotes=hit.quotes,
                    locale=locale,
                ),
            ]
        )
    )


def digest_page(question: Question, told: Sequence[tuple[Article, Span]], locale: str) -> Layout:
    """What several publishers tell of one story: each sentence with whose it is."""
    publishers = len(
        {article.trust.family if article.trust else article.source for article, _ in told}
    )
    lines = [
        extract_line(
            span.of(article.text),
            Place(article.document_id, article.version_id, span, article.url),
            head="",
            foot=attribution(article, locale),
            locale=locale,
        )
        for article, span in told
    ]
    heading = count("ask.digest", locale, publishers)
    return paginate([question_card(question, locale), card(*lines, heading=heading, colour=BLUE)])[
        0
    ]


def no_hits(
    question: Question, *, did_you_mean: str | None, nearest: Sequence[Nearest], locale: str
) -> Layout:
    """Nothing answers: no guess, but what lies nearest."""
    words = clean_line(question.words, LONGEST_QUESTION)
    lines: list[Line | str] = [say("ask.none", locale, question=words)]
    if did_you_mean:
        meant = clean_line(did_you_mean, LONGEST_QUESTION)
        lines.append(say("ask.did_you_mean", locale, question=meant))
    if nearest:
        lines.append(say("ask.nearest", locale))
        lines += [_nearest(each, locale) for each in nearest]
    return Layout((card(*lines, say("ask.advice", locale), colour=GREY),))


def _nearest(nearest: Nearest, locale: str) -> Line:
    attribution = labels.joined(
        (
            labels.source_label(nearest.source, locale),
            labels.published_label(nearest.published_on, locale),
        ),
        locale,
    )
    text = f"{labels.title_label(nearest.title, locale)}\n-# {attribution}"
    return Line(text, Button(say("button.open", locale), f"article:{nearest.document_id}"))
