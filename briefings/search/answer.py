"""A question → the best articles with the passage that answers, their summary and quotes."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from briefings.model import Article, Edge, Flag, Quote, Span, Utterance
from briefings.search.abstaining import answers
from briefings.search.lexicon import Lexicon
from briefings.search.query import filters_of, parsed
from briefings.search.question import Stems, Word, words_of
from briefings.search.ranking import MOST_ASKED, Asked, Ranked, best_passages, ranked
from briefings.search.stories import Digest, digest_of
from briefings.search.titles import TitleHit, suggest_titles
from briefings.storage.articles import articles
from briefings.storage.database import Database
from briefings.storage.filters import Filters
from briefings.storage.index import PassageRow, passage_candidates, whole_stems
from briefings.storage.rows import speaker_key
from briefings.text.folding import fold_tokens
from briefings.text.summaries import summarise

MOST_CANDIDATES = 300
MOST_JUDGED = 10
"""Articles, the best, of which one has to answer; otherwise none does."""

LEAST_BESIDE = 0.1
"""Of what the best answer covers that each other one has to."""

LEAST_BESIDE_SENTENCE = 0.05
"""The same of a whole sentence, with which another text shares but a few of its words."""

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
    """Hits, best first, and what several publishers among them tell of one story; without hits the
    nearest titles and a spelling the archive would know."""

    hits: tuple[Hit, ...]
    did_you_mean: str | None
    nearest: tuple[TitleHit, ...]
    digest: Digest = ()


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
    """The best articles for `question` on these shelves; none when nothing qualifies.

    The question may hold filters (see `query`); BadValueError where one cannot be understood.
    since: published, or else seen, on that day or later. now: what "last week" is counted from.
    """
    query = parsed(question)
    with database.steadily():
        filters = filters_of(query, database, shelves=shelves, now=now)
        filters = replace(filters, edge=edge or filters.edge, since=_later(since, filters.since))
        lexicon = Lexicon(database, shelves)
        words = words_of(query.words, lexicon)
        find = partial(_found, database, words, shelves=shelves, lexicon=lexicon)
        found = find(filters, query.phrases)
        if not found and query.phrases:  # nobody wrote it so: the words alone
            found = find(replace(filters, phrases=()), ())
        hits = _hits(database, found[:limit], words, shelves=shelves, filters=filters)
        if hits:
            return Answer(hits, None, (), digest_of([hit.article for hit in hits]))
        nearest = suggest_titles(database, query.words, shelves=shelves, limit=3)
        return Answer((), did_you_mean(words), nearest)


def _found(
    database: Database,
    words: Sequence[Word],
    filters: Filters,
    phrases: Sequence[str],  # exact ones; the filters hold their stems
    *,
    shelves: Sequence[int],
    lexicon: Lexicon,
) -> list[Ranked]:
    rows = passage_candidates(
        database,
        [tuple(word.forms) for word in words if word.forms],
        shelves=shelves,
        filters=filters,
        limit=MOST_CANDIDATES,
        known=lexicon,
        worded=bool(phrases),
    )
    if phrases:
        rows = tuple(row for row in rows if _says(row, phrases))
    asked = Asked(words)
    best = best_passages(rows, asked)
    stems = whole_stems(database, [row.version_id for _, row in best.values()])
    unwanted = [f" {' '.join(phrase)} " for phrase in filters.without]
    found = [
        each
        for each in ranked(best, stems, asked)
        if not any(phrase in f" {stems.get(each.row.document_id, '')} " for phrase in unwanted)
    ]
    judged = [(each.row, stems.get(each.row.document_id, "")) for each in found[:MOST_JUDGED]]
    if words and not any(_answers(words, row, whole) for row, whole in judged):
        return []
    return _covering(found, words)


def _answers(words: Sequence[Word], row: PassageRow, whole: str) -> bool:
    return answers(words, title=row.title, passage=row.folded, whole=whole)


def _says(row: PassageRow, phrases: Sequence[str]) -> bool:
    """Whether the words stand exactly so, not merely their stems."""
    folded = f" {' '.join(fold_tokens(f'{row.title} {row.words}'))} "
    return all(f" {phrase} " in folded for phrase in phrases)


def _later(given: datetime | None, asked: date | None) -> date | None:
    days = [day for day in (given.date() if given else None, asked) if day is not None]
    return max(days, default=None)


def did_you_mean(words: Iterable[Word]) -> str | None:
    """The question's words with corrected spellings, if any was corrected."""
    corrected = [word.corrected or word.typed for word in words]
    return " ".join(corrected) if any(word.corrected for word in words) else None


def _covering(found: Sequence[Ranked], words: Sequence[Word]) -> list[Ranked]:
    """Without those that say far less of what was asked than the one that covers most."""
    most = max((each.coverage for each in found), default=0.0)
    least = LEAST_BESIDE_SENTENCE if len(words) > MOST_ASKED else LEAST_BESIDE
    return [each for each in found if each.coverage >= least * most]


def _hits(
    database: Database,
    found: Sequence[Ranked],
    words: Sequence[Word],
    *,
    shelves: Sequence[int],
    filters: Filters,
) -> tuple[Hit, ...]:
    keys = [each.row.document_id for each in found]
    whole = articles(database, keys, shelves=shelves)
    by_key = {article.document_id: article for article in whole}
    return tuple(
        _hit(by_key[each.row.document_id], each, words, filters=filters)
        for each in found
        if each.row.document_id in by_key
    )


def _hit(article: Article, found: Ranked, words: Sequence[Word], *, filters: Filters) -> Hit:
    reading = article.reading
    theirs = [
        each for each in (*reading.quotes, *reading.statements) if _is_by(each, article, filters)
    ]
    said = [each.sentence for each in theirs]
    shown = _saying(article, said, words) or answering(article, found.row.span, words)
    quotes = _key_quotes(article, shown, words, first=frozenset(said))
    return Hit(article, shown, quotes, summary_on(article, filters.edge), found.score)


def _is_by(said: Utterance, article: Article, filters: Filters) -> bool:
    """Whether these are words of a speaker who was asked for."""
    if filters.speakers is None:
        return False
    if said.name_id is not None:
        return said.name_id in (filters.name_ids or ())
    return speaker_key(said.speaker_in(article.text)) in filters.speakers


def _saying(article: Article, said: Sequence[Span], words: Sequence[Word]) -> Span | None:
    """Of the sentences of a speaker the one that shares most with the question, the first on a
    tie; None where there is none, or none that shares anything."""
    shared = [Stems(span.of(article.text)).shared(words) for span in said]
    most = max(shared, default=0.0)
    return said[shared.index(most)] if said and (most > 0 or not words) else None


def summary_on(article: Article, edge: Edge | None) -> tuple[Span, ...]:
    """The summary of what an article says on one edge; its own summary where that is nothing."""
    reading = on_edge(article, edge).reading
    return tuple(reading.sentences[index].span for index in reading.summary)


def on_edge(article: Article, edge: Edge | None) -> Article:
    """The article with a summary and quotes of what it says on one edge; as it is, where that is
    nothing."""
    reading = article.reading
    if edge is None or Flag.REWORDED in reading.flags:
        return article
    summary = summarise(article.text, reading.sentences, kind=reading.kind, edge=edge)
    if not summary:
        return article
    there = {sentence.span for sentence in reading.sentences if edge in sentence.edges}
    quotes = tuple(each for each in reading.quotes if each.sentence in there)
    return replace(article, reading=replace(reading, summary=summary, quotes=quotes))


def answering(article: Article, passage: Span, words: Sequence[Word]) -> Span:
    """The few sentences of a passage, one after the other, that cover most of the question.

    Nothing but running text stands between them, no heading and no caption. A passage without
    sentences (a caption, a title) is shown as it is.
    """
    inside = [each.span for each in article.reading.sentences if passage.holds(each.span)]
    runs = list(_runs(article.text, inside))
    if not runs:
        return passage
    stems = [Stems(sentence.of(article.text)) for sentence in inside]

    def worth(run: range) -> tuple[float, int]:
        shown = _shown(run, inside)
        covered = Stems.joined(stems[run.start : run.stop]).shared(words)
        return covered - len(shown.of(article.text)) / 1000, -shown.start

    return _shown(max(runs, key=worth), inside)


def _shown(run: range, sentences: Sequence[Span]) -> Span:
    return Span(sentences[run.start].start, sentences[run.stop - 1].end)


def _runs(text: str, sentences: Sequence[Span]) -> Iterator[range]:
    for first, opening in enumerate(sentences):
        end = opening.start
        for last, sentence in enumerate(sentences[first : first + MOST_SENTENCES], first):
            longer = sentence != opening and sentence.end - opening.start > LONGEST_SHOWN
            if longer or text[end : sentence.start].strip():
                break
            end = sentence.end
            yield range(first, last + 1)


def _key_quotes(
    article: Article, passage: Span, words: Sequence[Word], *, first: Collection[Span]
) -> tuple[Quote, ...]:
    """Quotes of the speaker who was asked for first (whose sentences are given), then those of the
    passage, then those that share most with the question."""
    if Flag.REWORDED in article.reading.flags:
        return ()

    def order(quote: Quote) -> tuple[bool, bool, float, int]:
        shared = Stems(quote.sentence.of(article.text)).shared(words)
        beside = not passage.overlaps(quote.span)
        return (quote.sentence not in first, beside, -shared, quote.span.start)

    return tuple(sorted(article.reading.quotes, key=order)[:MOST_QUOTES])
