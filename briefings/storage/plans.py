"""How each kind of database is asked for passages that hold some words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
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

from briefings.storage.filters import Filters, predicates
from briefings.storage.tables import Passage

RANKED_AT_MOST = 20_000
"""Documents whose passages the database ranks; commoner words only add the newest matches."""

INDEX_ALONE = 3
"""Times the passages wanted, that are taken from the index before anybody looks whose they are."""

FTS = table("passage_index", column("rowid"))
Candidates = Select[int, int, int, int, int, str, str, str]

LEXEMES: ColumnElement[Any] = literal_column("passages.lexemes")


@dataclass(frozen=True, slots=True)
class Group:
    """One word asked for: its alternatives as phrases of stems, in how many documents any of them
    stands (at least), and what it weighs."""

    phrases: tuple[tuple[str, ...], ...]
    frequency: int
    weight: float


class Fts5:
    """How SQLite is asked. A phrase is `"north korea"`."""

    @staticmethod
    def ranked(
        visible: Candidates, groups: Sequence[Group], filters: Filters, limit: int
    ) -> Iterator[Candidates]:
        """First by the index alone, whose best are then looked at: joining every match to its
        document takes far longer. It finds too few where others' shelves or filters take most."""
        any_of = Fts5._question(" OR ".join(_fts5(group.phrases) for group in groups), filters)
        matching = literal_column("passage_index").op("MATCH")(any_of)
        if sum(group.frequency for group in groups) > RANKED_AT_MOST:
            yield Fts5._joined(visible, matching).order_by(FTS.c.rowid.desc())
            return
        score = func.bm25(literal_column("passage_index")).label("score")
        if not predicates(filters):
            best = select(FTS.c.rowid, score).where(matching).order_by(literal_column("rank"))
            first = best.limit(INDEX_ALONE * limit).subquery()
            joined = visible.join(first, first.c.rowid == Passage.passage_id)
            yield joined.order_by(first.c.score, Passage.passage_id.desc())
        yield Fts5._joined(visible, matching).order_by(score, FTS.c.rowid.desc())

    @staticmethod
    def newest(visible: Candidates, groups: Sequence[Group], filters: Filters) -> Candidates:
        every = " AND ".join(f"({_fts5(group.phrases)})" for group in groups)
        matching = literal_column("passage_index").op("MATCH")(Fts5._question(every, filters))
        return Fts5._joined(visible, matching).order_by(FTS.c.rowid.desc())

    @staticmethod
    def _question(question: str, filters: Filters) -> str:
        for phrase in filters.phrases:
            question = f"({question}) AND {_fts5([phrase])}"
        if filters.without:
            question = f"({question}) NOT ({_fts5(filters.without)})"
        return question

    @staticmethod
    def _joined(visible: Candidates, matching: ColumnElement[bool]) -> Candidates:
        return visible.join(FTS, FTS.c.rowid == Passage.passage_id).where(matching)


class Tsvector:
    """How PostgreSQL is asked. A phrase is `'north' <-> 'korea'`."""

    @staticmethod
    def ranked(
        visible: Candidates, groups: Sequence[Group], filters: Filters, limit: int
    ) -> Iterator[Candidates]:
        any_of = " | ".join(_tsquery(group.phrases) for group in groups)
        query = visible.where(_holds(_confined(any_of, filters)))
        if sum(group.frequency for group in groups) > RANKED_AT_MOST:
            yield query.order_by(Passage.passage_id.desc())
            return
        weights = (
            case((_holds(_tsquery(group.phrases)), literal(group.weight)), else_=literal(0.0))
            for group in groups
        )
        yield query.order_by(sum(weights, literal(0.0)).desc(), Passage.passage_id.desc())

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
