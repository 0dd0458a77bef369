"""A question → the best articles with the passage that answers, their summary and quotes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from briefings.model import Article, Edge, Flag, Quote, Span
from briefings.search.lexicon import Lexicon
from briefings.search.question import Stems, Word, words_of
from briefings.search.ranking import Asked, Ranked, best_passages, ranked
from briefings.search.titles import TitleHit, suggest_titles
from briefings.storage.articles import articles
from briefings.storage.database import Database
from briefings.storage.index import passage_candidates, whole_stems

MOST_CANDIDATES = 400
LEAST_COVERAGE = 0.3
"""Of the weight of the question's words that the best answer covers; below it there is none."""

LEAST_BESIDE = 0.25
"""Of what the best answer covers that each other one has to."""

MOST_QUOTES = 3
MOST_SENTENCES = 3
LONGEST_SHOWN = 900  # characters; one sentence that is longer stays whole


@dataclass(frozen=True, slots=True)
class Hit:
    """An article with its best passage for a question. score: 0…about 1.4, for ordering only."""

    article: Article
    passage: Span
    quotes: tuple[Quote, ...]
    summary: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """Hits, best first; without hits the nearest titles and a spelling the archive would know."""

    hits: tuple[Hit, ...]
    did_you_mean: str | None
    nearest: tuple[TitleHit, ...]


def ask(
    database: Database,
    question: str,
    *,
    shelves: Sequence[int],
    edge: Edge | None = None,
    since: datetime | None = None,
    limit: int = 5,
    now: datetime | None = None,
) -> Answer:
    """The best articles for `question` on these shelves; none when nothing qualifies."""
    words = words_of(question, Lexicon(database, shelves))
    rows = passage_candidates(
        database,
        [tuple(word.forms) for word in words if word.forms],
        shelves=shelves,
        edge=edge,
        since=since,
        limit=MOST_CANDIDATES,
    )
    asked = Asked(words)
    best = best_passages(rows, asked)
    stems = whole_stems(database, [row.version_id for _, row in best.values()])
    hits = _hits(database, _qualified(ranked(best, stems, asked))[:limit], words, shelves=shelves)
    if hits:
        return Answer(hits, None, ())
    return Answer(
        (), did_you_mean(words), suggest_titles(database, question, shelves=shelves, limit=3)
    )


def did_you_mean(words: Iterable[Word]) -> str | None:
    """The question's words with corrected spellings, if any was corrected."""
    corrected = [word.corrected or word.typed for word in words]
    return " ".join(corrected) if any(word.corrected for word in words) else None


def _qualified(found: Sequence[Ranked]) -> list[Ranked]:
    """None when even the one that covers most says too little of what was asked."""
    most = max((each.coverage for each in found), default=0.0)
    if most < LEAST_COVERAGE:
        return []
    return [each for each in found if each.coverage >= LEAST_BESIDE * most]


def _hits(
    database: Database, found: Sequence[Ranked], words: Sequence[Word], *, shelves: Sequence[int]
) -> tuple[Hit, ...]:
    whole = articles(database, [each.row.document_id for each in found], shelves=shelves)
    by_key = {article.document_id: article for article in whole}
    return tuple(
        _hit(by_key[each.row.document_id], each.row.span, each.score, words)
        for each in found
        if each.row.document_id in by_key
    )


def _hit(article: Article, passage: Span, score: float, words: Sequence[Word]) -> Hit:
    reading = article.reading
    shown = answering(article, passage, words)
    summary = tuple(reading.sentences[index].span for index in reading.summary)
    return Hit(article, shown, _key_quotes(article, shown, words), summary, score)


def answering(article: Article, passage: Span, words: Sequence[Word]) -> Span:
    """The few sentences of a passage, one after the other, that cover most of the question.

    Nothing but running text stands between them, no heading and no caption. A passage without
    sentences (a caption, a title) is shown as it is.
    """
    inside = [each.span for each in article.reading.sentences if passage.holds(each.span)]
    runs = list(_runs(article.text, inside))
    if not runs:
        return passage
    return max(runs, key=lambda run: (_covered(run.of(article.text), words), -run.start))


def _runs(text: str, sentences: Sequence[Span]) -> Iterator[Span]:
    for first, opening in enumerate(sentences):
        end = opening.start
        for sentence in sentences[first : first + MOST_SENTENCES]:
            longer = sentence != opening and sentence.end - opening.start > LONGEST_SHOWN
            if longer or text[end : sentence.start].strip():
                break
            end = sentence.end
            yield Span(opening.start, end)


def _covered(shown: str, words: Sequence[Word]) -> float:
    """Weight of the question's words in it, less a little for its length."""
    held = Stems(shown)
    return sum(word.weight * held.worth(word) for word in words) - len(shown) / 1000


def _key_quotes(article: Article, passage: Span, words: Sequence[Word]) -> tuple[Quote, ...]:
    """Quotes of the passage first, then those that share most with the question."""
    if Flag.REWORDED in article.reading.flags:
        return ()

    def order(quote: Quote) -> tuple[bool, float, int]:
        held = Stems(quote.sentence.of(article.text))
        shared = sum(word.weight * held.worth(word) for word in words)
        return (not passage.overlaps(quote.span), -shared, quote.span.start)

    return tuple(sorted(article.reading.quotes, key=order)[:MOST_QUOTES])
