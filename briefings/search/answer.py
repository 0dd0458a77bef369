"""A question → the best articles with the passage that answers, their summary and quotes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from rapidfuzz import fuzz

from briefings.model import Article, Edge, Flag, Quote, Span
from briefings.search.question import Stems, Word, words_of
from briefings.search.titles import TitleHit, suggest_titles
from briefings.storage.articles import articles, count_documents
from briefings.storage.database import Database
from briefings.storage.index import PassageRow, passage_candidates, vocabulary

MOST_CANDIDATES = 300
LEAST_COVERAGE = 0.45  # of the weight of the question's words; below it nothing qualifies
TITLE_SHARE = 0.25
NEARNESS_SHARE = 0.15
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
) -> Answer:
    """The best articles for `question` on these shelves; none when nothing qualifies."""
    known = vocabulary(database, shelves=shelves)
    words = words_of(question, known, documents=count_documents(database, shelves=shelves))
    rows = passage_candidates(
        database,
        [tuple(word.forms) for word in words if word.forms],
        shelves=shelves,
        edge=edge,
        since=since,
        limit=MOST_CANDIDATES,
    )
    found = articles(database, tuple({row.document_id for row in rows}), shelves=shelves)
    hits = _ranked(rows, {article.document_id: article for article in found}, words)
    if hits:
        return Answer(tuple(hits[:limit]), None, ())
    return Answer(
        (), did_you_mean(words), suggest_titles(database, question, shelves=shelves, limit=3)
    )


def did_you_mean(words: Iterable[Word]) -> str | None:
    """The question's words with corrected spellings, if any was corrected."""
    corrected = [word.corrected or word.typed for word in words]
    return " ".join(corrected) if any(word.corrected for word in words) else None


def _ranked(
    rows: Sequence[PassageRow], found: Mapping[int, Article], words: Sequence[Word]
) -> list[Hit]:
    best: dict[int, tuple[float, Span]] = {}
    for row in rows:
        article = found.get(row.document_id)
        if article is None:
            continue
        score = _score(article, row.span, words)
        if score and score > best.get(row.document_id, (0.0, row.span))[0]:
            best[row.document_id] = (score, row.span)
    hits = [_hit(found[key], span, score, words) for key, (score, span) in best.items()]
    return sorted(hits, key=lambda hit: (-hit.score, -hit.article.first_seen.timestamp()))


def _score(article: Article, passage: Span, words: Sequence[Word]) -> float:
    """Share of the question's weight that the passage (and, for less, the title) covers, with a
    bonus for nearness to the question as typed; 0 when the two cover too little."""
    inside, in_title = Stems(passage.of(article.text)), Stems(article.title)
    whole = sum(word.weight for word in words) or 1.0
    found = [(word.weight, inside.worth(word), in_title.worth(word)) for word in words]
    either = sum(weight * max(body, title) for weight, body, title in found)
    if either / whole < LEAST_COVERAGE:
        return 0.0
    body = sum(weight * body for weight, body, _ in found) / whole
    title = sum(weight * title for weight, _, title in found) / whole
    typed = " ".join(word.typed for word in words)
    near = fuzz.partial_token_ratio(typed, " ".join(inside.tokens)) / 100
    return body + TITLE_SHARE * title + NEARNESS_SHARE * near


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
