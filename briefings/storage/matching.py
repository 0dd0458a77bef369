"""Full text: words with their alternatives → a few hundred passages, with bounded work.

The database finds candidates by the rarest words; who asks ranks them over the same tokens, so that
SQLite and PostgreSQL answer alike. No word of a user reaches a query language: what is asked for
are stems, letters and digits alone, and quoted.
"""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

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
from briefings.storage.rows import stems
from briefings.storage.tables import Document, Passage, Version, Word
from briefings.text.folding import fold_tokens

MOST_WORDS = 32
MOST_FORMS = 32
RANKED_AT_MOST = 20_000
"""Documents whose passages the database ranks; commoner words only add the newest matches."""

FTS = table("passage_index", column("rowid"))
Candidates = Select[int, int, int, int, int, str, str, str]

LEXEMES: ColumnElement[Any] = literal_column("passages.lexemes")


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage that may answer, with its words and its document's title, so that it can be looked
    at without loading the article; folded: its stems. words: empty where nobody wants them."""

    document_id: int
    version_id: int
    span: Span
    title: str
    words: str
    folded: str


class Known(Protocol):
    """What the archive knows of words: in how many documents a folded form stands, of how many."""

    @property
    def documents(self) -> int: ...
    def frequency(self, form: str) -> int: ...


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
    known: Known | None = None,
    worded: bool = True,
) -> tuple[PassageRow, ...]:
    """Passages of live documents for `words` (for each its alternatives), the likeliest first: at
    most `limit` by their words, and a third as many of the newest that hold all of them.

    edge: the document is about it. since: published, or else seen, on that day or later; both may
    as well stand in the filters. Without words the newest passages that the filters let through.
    known: how common the words are, where that has been asked before. worded: with their words.
    """
    filters = replace(
        filters, edge=edge or filters.edge, since=since.date() if since else filters.since
    )
    with database.reading() as session:
        groups = _groups(words, known or _Counted(session, words, shelves))
        if not groups and not filters.confines:
            return ()
        visible = _visible(shelves, filters, worded=worded)
        rarest = _rarest(groups)
        dialect = Fts5 if database.dialect == "sqlite" else Tsvector
        queries = [
            dialect.ranked(visible, rarest, filters).limit(limit),
            dialect.newest(visible, groups, filters).limit(max(1, limit // 3)),
        ]
        if not groups:
            queries = [visible.order_by(Passage.seen_on.desc(), Passage.passage_id).limit(limit)]
        found = {row.passage_id: row for query in queries for row in session.execute(query)}
    return tuple(
        PassageRow(
            document_id=row.document_id,
            version_id=row.version_id,
            span=Span(row.starts, row.ends),
            title=row.title,
            words=row.words,
            folded=row.folded,
        )
        for row in found.values()
    )


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


def _groups(words: Sequence[Sequence[str]], known: Known) -> list[Group]:
    groups = []
    for forms in _bounded(words):
        phrases = dict.fromkeys(tuple(stems(form)) for form in forms)
        phrases.pop((), None)
        frequency = sum(map(known.frequency, forms))
        if phrases:
            rest = max(0, known.documents - frequency)
            weight = math.log(1 + (rest + 0.5) / (frequency + 0.5))
            groups.append(Group(tuple(phrases), frequency, weight))
    return groups


def _bounded(words: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    return [tuple(dict.fromkeys(forms))[:MOST_FORMS] for forms in words[:MOST_WORDS]]


class _Counted:
    """`Known`, asked of the archive for some words."""

    def __init__(
        self, session: Session, words: Sequence[Sequence[str]], shelves: Sequence[int]
    ) -> None:
        self._tokens = {form: fold_tokens(form) for forms in _bounded(words) for form in forms}
        wanted = {token for tokens in self._tokens.values() for token in tokens}
        query = (
            select(Word.word, func.sum(Word.frequency))
            .where(Word.shelf_id.in_(shelves), Word.word.in_(wanted))
            .group_by(Word.word)
        )
        self._counts = {word: int(count) for word, count in session.execute(query)}
        documents = select(func.count(Document.document_id)).where(Document.shelf_id.in_(shelves))
        self.documents = session.scalar(documents) or 0

    def frequency(self, form: str) -> int:
        """Of a phrase its rarest word counts."""
        tokens = self._tokens[form]
        return min((self._counts.get(token, 0) for token in tokens), default=0)


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


def _visible(shelves: Sequence[int], filters: Filters, *, worded: bool) -> Candidates:
    length = Passage.ends - Passage.starts
    words = func.substr(Version.text, Passage.starts + 1, length) if worded else literal("")
    return (
        select(
            Passage.passage_id,
            Passage.document_id,
            Passage.version_id,
            Passage.starts,
            Passage.ends,
            Passage.folded,
            Document.title,
            words.label("words"),
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
