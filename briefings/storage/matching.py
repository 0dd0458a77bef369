"""Full text: words with their alternatives → a few hundred passages, with bounded work.

The database finds candidates by the rarest words; ranking (Okapi BM25, Robertson and Zaragoza 2009)
happens here over the same tokens, so that SQLite and PostgreSQL answer alike. No word of a user
reaches a query language: what is asked for are stems, letters and digits alone, and quoted.
"""

import math
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    case,
    cast,
    column,
    func,
    literal,
    literal_column,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

from briefings.model import Edge, Span
from briefings.storage.database import Database
from briefings.storage.filters import NO_FILTERS, Filters, predicates
from briefings.storage.passages import PASSAGE_WORDS
from briefings.storage.rows import stems
from briefings.storage.tables import Document, Passage, Version, Word
from briefings.text.folding import fold_tokens

MOST_WORDS = 32
MOST_FORMS = 32
RANKED_AT_MOST = 20_000
"""Documents whose passages the database ranks; commoner words only add the newest matches."""

SATURATION = 1.2
LENGTH_SHARE = 0.75

FTS = table("passage_index", column("rowid"))
Candidates = Select[int, int, int, int, int, str, str, str]

LEXEMES: ColumnElement[Any] = literal_column("passages.lexemes")


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage that may answer, with its words and its document's title, so that it can be looked
    at without loading the article; folded: its stems; rank: its BM25, higher is better."""

    document_id: int
    version_id: int
    span: Span
    rank: float
    title: str
    words: str
    folded: str


@dataclass(frozen=True, slots=True)
class Group:
    """One word asked for: its alternatives as phrases of stems, in how many documents any of them
    stands (at least), and what it weighs."""

    phrases: tuple[tuple[str, ...], ...]
    frequency: int
    weight: float


def passage_candidates(
    database: Database,
    words: Sequence[Sequence[str]],
    *,
    shelves: Sequence[int],
    edge: Edge | None = None,
    since: datetime | None = None,
    filters: Filters = NO_FILTERS,
    limit: int = 300,
) -> tuple[PassageRow, ...]:
    """Passages of live documents for `words` (for each its alternatives), best first.

    edge: the document is about it. since: published, or else seen, on that day or later; both may
    as well stand in the filters. Without words the newest passages that the filters let through.
    """
    filters = replace(
        filters, edge=edge or filters.edge, since=since.date() if since else filters.since
    )
    with database.reading() as session:
        groups = _groups(session, words, shelves)
        if not groups and not filters.confines:
            return ()
        visible = _visible(shelves, filters)
        rarest = _rarest(groups)
        dialect = Fts5 if database.dialect == "sqlite" else Tsvector
        queries = [
            dialect.ranked(visible, rarest, filters).limit(limit),
            dialect.newest(visible, groups, filters).limit(max(1, limit // 3)),
        ]
        if not groups:
            queries = [visible.order_by(Passage.seen_on.desc(), Passage.passage_id).limit(limit)]
        found = {row.passage_id: row for query in queries for row in session.execute(query)}
    ranked = [
        PassageRow(
            document_id=row.document_id,
            version_id=row.version_id,
            span=Span(row.starts, row.ends),
            rank=_bm25(row.folded, groups),
            title=row.title,
            words=row.words,
            folded=row.folded,
        )
        for row in found.values()
    ]
    ranked.sort(key=lambda row: (-row.rank, -row.document_id, row.span))
    return tuple(ranked[:limit])


def whole_stems(
    database: Database, version_ids: Collection[int], *, passages: int = 40
) -> dict[int, str]:
    """The stems of these versions, by document, as far as their first `passages` reach."""
    query = (
        select(Passage.document_id, Passage.folded)
        .where(Passage.version_id.in_(version_ids))
        .order_by(Passage.version_id, Passage.starts)
        .limit(passages * len(version_ids))
    )
    found: dict[int, list[str]] = {}
    with database.reading() as session:
        for document_id, folded in session.execute(query):
            found.setdefault(document_id, []).append(folded)
    return {document_id: " ".join(parts[:passages]) for document_id, parts in found.items()}


def _groups(
    session: Session, words: Sequence[Sequence[str]], shelves: Sequence[int]
) -> list[Group]:
    asked = [tuple(dict.fromkeys(forms))[:MOST_FORMS] for forms in words[:MOST_WORDS]]
    frequencies = _frequencies(session, {form for forms in asked for form in forms}, shelves)
    documents = session.scalar(
        select(func.count(Document.document_id)).where(Document.shelf_id.in_(shelves))
    )
    groups = []
    for forms in asked:
        phrases = dict.fromkeys(tuple(stems(form)) for form in forms)
        phrases.pop((), None)
        frequency = sum(frequencies(form) for form in forms)
        if phrases:
            rest = max(0, (documents or 0) - frequency)
            weight = math.log(1 + (rest + 0.5) / (frequency + 0.5))
            groups.append(Group(tuple(phrases), frequency, weight))
    return groups


def _frequencies(
    session: Session, forms: Iterable[str], shelves: Sequence[int]
) -> Callable[[str], int]:
    """In how many documents a form stands; of a phrase its rarest word counts."""
    tokens = {form: fold_tokens(form) for form in forms}
    query = (
        select(Word.word, func.sum(Word.frequency))
        .where(Word.shelf_id.in_(shelves), Word.word.in_({t for ts in tokens.values() for t in ts}))
        .group_by(Word.word)
    )
    known = {word: int(count) for word, count in session.execute(query)}
    return lambda form: min((known.get(token, 0) for token in tokens[form]), default=0)


def _rarest(groups: Sequence[Group]) -> list[Group]:
    """The rarest words, as many as may be ranked; at least one."""
    chosen: list[Group] = []
    seen = 0
    for group in sorted(groups, key=lambda group: group.frequency):
        seen += group.frequency
        if chosen and seen > RANKED_AT_MOST:
            break
        chosen.append(group)
    return chosen


def _visible(shelves: Sequence[int], filters: Filters) -> Candidates:
    return (
        select(
            Passage.passage_id,
            Passage.document_id,
            Passage.version_id,
            Passage.starts,
            Passage.ends,
            Passage.folded,
            Document.title,
            func.substr(Version.text, Passage.starts + 1, Passage.ends - Passage.starts).label(
                "words"
            ),
        )
        .join(Document, Document.document_id == Passage.document_id)
        .join(Version, Version.version_id == Passage.version_id)
        .where(
            Passage.shelf_id.in_(shelves),
            Document.removed_at.is_(None),
            *predicates(filters),
        )
    )


class Fts5:
    """How SQLite is asked. A phrase is `"north korea"`."""

    @staticmethod
    def ranked(visible: Candidates, groups: Sequence[Group], filters: Filters) -> Candidates:
        any_of = " OR ".join(_fts5(group.phrases) for group in groups)
        query = Fts5._matching(visible, any_of, filters)
        if sum(group.frequency for group in groups) > RANKED_AT_MOST:
            return query.order_by(FTS.c.rowid.desc())
        return query.order_by(func.bm25(literal_column("passage_index")), FTS.c.rowid.desc())

    @staticmethod
    def newest(visible: Candidates, groups: Sequence[Group], filters: Filters) -> Candidates:
        every = " AND ".join(f"({_fts5(group.phrases)})" for group in groups)
        return Fts5._matching(visible, every, filters).order_by(FTS.c.rowid.desc())

    @staticmethod
    def _matching(visible: Candidates, question: str, filters: Filters) -> Candidates:
        for phrase in filters.phrases:
            question = f"({question}) AND {_fts5([phrase])}"
        if filters.without:
            question = f"({question}) NOT ({_fts5(filters.without)})"
        return visible.join(FTS, FTS.c.rowid == Passage.passage_id).where(
            literal_column("passage_index").op("MATCH")(question)
        )


class Tsvector:
    """How PostgreSQL is asked. A phrase is `'north' <-> 'korea'`."""

    @staticmethod
    def ranked(visible: Candidates, groups: Sequence[Group], filters: Filters) -> Candidates:
        any_of = " | ".join(_tsquery(group.phrases) for group in groups)
        query = visible.where(_holds(_confined(any_of, filters)))
        if sum(group.frequency for group in groups) > RANKED_AT_MOST:
            return query.order_by(Passage.passage_id.desc())
        weights = (
            case((_holds(_tsquery(group.phrases)), literal(group.weight)), else_=literal(0.0))
            for group in groups
        )
        return query.order_by(sum(weights, literal(0.0)).desc(), Passage.passage_id.desc())

    @staticmethod
    def newest(visible: Candidates, groups: Sequence[Group], filters: Filters) -> Candidates:
        every = " & ".join(f"({_tsquery(group.phrases)})" for group in groups)
        return visible.where(_holds(_confined(every, filters))).order_by(Passage.passage_id.desc())


def _holds(question: str) -> ColumnElement[bool]:
    return LEXEMES.op("@@", is_comparison=True)(cast(literal(question), TSQUERY))


def _confined(question: str, filters: Filters) -> str:
    for phrase in filters.phrases:
        question = f"({question}) & {_tsquery([phrase])}"
    return f"({question}) & !({_tsquery(filters.without)})" if filters.without else question


def _fts5(phrases: Iterable[Sequence[str]]) -> str:
    return " OR ".join(f'"{" ".join(phrase)}"' for phrase in phrases)


def _tsquery(phrases: Iterable[Sequence[str]]) -> str:
    found = (" <-> ".join(f"'{stem}'" for stem in phrase) for phrase in phrases)
    return " | ".join(f"({phrase})" for phrase in found)


def _bm25(folded: str, groups: Sequence[Group]) -> float:
    tokens = folded.split()
    padded = f" {folded} "
    length = 1 - LENGTH_SHARE + LENGTH_SHARE * len(tokens) / PASSAGE_WORDS
    score = 0.0
    for group in groups:
        count = sum(padded.count(f" {' '.join(phrase)} ") for phrase in group.phrases)
        score += group.weight * count * (SATURATION + 1) / (count + SATURATION * length)
    return score
