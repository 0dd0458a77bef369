"""How each kind of database is asked for passages that hold some words."""

import json
from collections.abc import Iterable, Sequence
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
from sqlalchemy.orm import Session

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
        session: Session, visible: Candidates, groups: Sequence[Group], filters: Filters, limit: int
    ) -> list[Any]:
        """First by the index alone, whose best are then looked at: joining every match to its
        document takes far longer. It finds too few where others' shelves or filters take most."""
        any_of = Fts5._question(" OR ".join(_fts5(group.phrases) for group in groups), filters)
        matching = literal_column("passage_index").op("MATCH")(any_of)
        joined = Fts5._joined(visible, matching)
        if sum(group.frequency for group in groups) > RANKED_AT_MOST:
            return list(session.execute(joined.order_by(FTS.c.rowid.desc()).limit(limit)))
        score = func.bm25(literal_column("passage_index")).label("score")
        if not predicates(filters):
            most = INDEX_ALONE * limit
            best = select(FTS.c.rowid).where(matching).order_by(score, FTS.c.rowid.desc())
            keys = list(session.scalars(best.limit(most)))
            found = Fts5._looked_at(session, visible, keys, limit)
            if len(found) >= limit or len(keys) < most:
                return found
        return list(session.execute(joined.order_by(score, FTS.c.rowid.desc()).limit(limit)))

    @staticmethod
    def _looked_at(
        session: Session, visible: Candidates, keys: Sequence[int], limit: int
    ) -> list[Any]:
        """The first that are visible, in the order of the keys."""
        found: list[Any] = []
        for start in range(0, len(keys), limit):
            batch = keys[start : start + limit]
            rows = {row[0]: row for row in session.execute(_rows_of(visible, batch))}
            found += [rows[key] for key in batch if key in rows]
            if len(found) >= limit:
                break
        return found[:limit]

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
        session: Session, visible: Candidates, groups: Sequence[Group], filters: Filters, limit: int
    ) -> list[Any]:
        any_of = " | ".join(_tsquery(group.phrases) for group in groups)
        query = visible.where(_holds(_confined(any_of, filters))).limit(limit)
        if sum(group.frequency for group in groups) > RANKED_AT_MOST:
            return list(session.execute(query.order_by(Passage.passage_id.desc())))
        weights = (
            case((_holds(_tsquery(group.phrases)), literal(group.weight)), else_=literal(0.0))
            for group in groups
        )
        weight = sum(weights, literal(0.0))
        return list(session.execute(query.order_by(weight.desc(), Passage.passage_id.desc())))

    @staticmethod
    def newest(visible: Candidates, groups: Sequence[Group], filters: Filters) -> Candidates:
        every = " & ".join(f"({_tsquery(group.phrases)})" for group in groups)
        return visible.where(_holds(_confined(every, filters))).order_by(Passage.passage_id.desc())


def _rows_of(visible: Candidates, keys: Sequence[int]) -> Candidates:
    """By the numbers alone, in one parameter. The limit keeps the planner from reading a whole
    shelf and looking for each of its passages among the numbers."""
    given = func.json_each(json.dumps(list(keys))).table_valued("value")
    wanted = select(given.c.value).limit(len(keys)).subquery()
    return visible.join(wanted, wanted.c.value == Passage.passage_id)


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
