"""What a timeline is about: the passages that share its words, and its filters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from briefings.model import Edge, Span
from briefings.search.answer import did_you_mean
from briefings.search.lexicon import Lexicon
from briefings.search.query import Query, days_of, filters_of, parsed
from briefings.search.question import Word, words_of
from briefings.search.ranking import Asked
from briefings.storage.database import Database
from briefings.storage.filters import Filters
from briefings.storage.index import PassageRow, passage_candidates
from briefings.storage.rows import stems
from briefings.text.folding import fold_tokens

MOST_PASSAGES = 300
LEAST_COVERED = 0.6
"""Of what the best passage covers of the words, that each has to."""

LEAST_OF_BEST = 0.3
"""Of the words that the best passage has to cover; below it nothing is about them."""


@dataclass(frozen=True, slots=True)
class Sought:
    """filters: of documents and speakers. since, until: days of what is told. passages: those about
    the words, by version; None where no words were given, so that everything is sought."""

    filters: Filters
    since: date | None
    until: date | None
    passages: Mapping[int, Sequence[Span]] | None
    did_you_mean: str | None = None


def seek(
    database: Database,
    about: str,
    *,
    shelves: Sequence[int],
    edge: Edge | None = None,
    speaker: str = "",
    since: str = "",
    until: str = "",
    now: datetime,
) -> Sought:
    """about: words and filters as in a question; what is given beside it goes first. since, until:
    "2024-06", "June 2024", "last week". Raises BadValueError where one cannot be understood.
    """
    query = parsed(about)
    given = {"speaker": speaker, "since": since, "until": until}
    fields = {**query.fields, **{name: value for name, value in given.items() if value}}
    bounds = {name: fields.pop(name, "") for name in ("since", "until")}
    with database.steadily():
        wanted = replace(query, fields=fields)
        filters = filters_of(wanted, database, shelves=shelves, now=now)
        filters = replace(filters, edge=edge or filters.edge)
        first = days_of("since", bounds["since"], now)[0] if bounds["since"] else None
        last = days_of("until", bounds["until"], now)[1] if bounds["until"] else None
        found = Sought(filters, first, last, None)
        return _about(database, wanted, found, shelves) if wanted.words.strip() else found


def _about(database: Database, query: Query, found: Sought, shelves: Sequence[int]) -> Sought:
    lexicon = Lexicon(database, shelves)
    words = words_of(query.words, lexicon)
    # what somebody says, and what an edge is, is asked of the sentence, not of its passage
    filters = replace(found.filters, edge=None, name_ids=None, speakers=None, quoted=False)
    rows = passage_candidates(
        database,
        [tuple(word.forms) for word in words if word.forms],
        shelves=shelves,
        filters=filters,
        limit=MOST_PASSAGES,
        known=lexicon,
        worded=bool(query.phrases),
    )
    if query.phrases:
        rows = tuple(row for row in rows if _says(row, query.phrases))
    passages: dict[int, list[Span]] = {}
    for row in _sharing(rows, words):
        passages.setdefault(row.version_id, []).append(row.span)
    return replace(found, passages=passages, did_you_mean=did_you_mean(words))


def _says(row: PassageRow, phrases: Sequence[str]) -> bool:
    """Whether the words stand exactly so in the passage, not merely their stems."""
    folded = f" {' '.join(fold_tokens(row.words))} "
    return all(f" {phrase} " in folded for phrase in phrases)


def _sharing(rows: Sequence[PassageRow], words: Sequence[Word]) -> list[PassageRow]:
    asked = Asked(words)
    titles = {row.title: asked.counts(_stems(row.title)) for row in rows}
    covered = [asked.covered(asked.counts(row.folded), titles[row.title]) for row in rows]
    best = max(covered, default=0.0)
    if best < LEAST_OF_BEST:
        return []
    return [row for row, share in zip(rows, covered, strict=True) if share >= LEAST_COVERED * best]


def _stems(text: str) -> str:
    return " ".join(stems(text))
