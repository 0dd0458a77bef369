"""How SQLite is asked for passages that hold some words; see `gin` for PostgreSQL."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, column, func, literal_column, select, table

from briefings.storage.filters import Filters, predicates
from briefings.storage.tables import Passage

RANKED_AT_MOST = 20_000
"""Documents whose passages the database ranks; commoner words only add the newest matches."""

INDEX_ALONE = 3
"""Times the passages wanted, that are taken from the index before anybody looks whose they are."""

FTS = table("passage_index", column("rowid"))
Candidates = Select[int, int, int, int, int, str, str, str]

SHELVES = "shelves"  # the parameter of `Candidates` that says whose passages


@dataclass(frozen=True, slots=True)
class Group:
    """One word asked for: its alternatives as phrases of stems, and in how many documents any of
    them stands (at least)."""

    phrases: tuple[tuple[str, ...], ...]
    frequency: int


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages that a question may see, and how they are read."""

    connection: Connection
    visible: Candidates
    shelves: tuple[int, ...]
    filters: Filters

    def read(self, query: Candidates, **given: object) -> list[Any]:
        return list(self.connection.execute(query, {SHELVES: self.shelves, **given}))

    def first_of(
        self,
        keys: Sequence[int],
        limit: int,
        *,
        by_keys: Candidates,
        written: Callable[[Sequence[int]], str],
    ) -> list[Any]:
        """The first that are visible, in the order of the keys."""
        found: list[Any] = []
        for start in range(0, len(keys), limit):
            batch = keys[start : start + limit]
            read = self.read(by_keys, keys=written(batch), most=len(batch))
            rows = {row[0]: row for row in read}
            found += [rows[key] for key in batch if key in rows]
            if len(found) >= limit:
                break
        return found[:limit]


class Fts5:
    """How SQLite is asked. A phrase is `"north korea"`."""

    @staticmethod
    def ranked(passages: Passages, groups: Sequence[Group], limit: int) -> list[Any]:
        """First by the index alone, whose best are then looked at: joining every match to its
        document takes far longer. It finds too few where others' shelves or filters take most."""
        any_of = " OR ".join(_fts5(group.phrases) for group in groups)
        given = {"question": Fts5._question(any_of, passages.filters), "most": limit}
        if sum(group.frequency for group in groups) > RANKED_AT_MOST:
            return passages.read(_by_age(passages.visible), **given)
        if not predicates(passages.filters):
            most = INDEX_ALONE * limit
            keys = json.loads(passages.connection.scalar(_BEST, given | {"most": most}) or "[]")
            by_keys = _by_keys(passages.visible)
            found = passages.first_of(keys, limit, by_keys=by_keys, written=json.dumps)
            if len(found) >= limit or len(keys) < most:
                return found
        return passages.read(_by_rank(passages.visible), **given)

    @staticmethod
    def newest(passages: Passages, groups: Sequence[Group], limit: int) -> list[Any]:
        every = " AND ".join(f"({_fts5(group.phrases)})" for group in groups)
        question = Fts5._question(every, passages.filters)
        return passages.read(_by_age(passages.visible), question=question, most=limit)

    @staticmethod
    def _question(question: str, filters: Filters) -> str:
        for phrase in filters.phrases:
            question = f"({question}) AND {_fts5([phrase])}"
        if filters.without:
            question = f"({question}) NOT ({_fts5(filters.without)})"
        return question


# SQLite's queries, made once of what is visible: making them would take longer than answering them.

_MATCHING = literal_column("passage_index").op("MATCH", is_comparison=True)(bindparam("question"))
_SCORE = func.bm25(literal_column("passage_index")).label("score")
_BEST = select(
    func.json_group_array(
        select(FTS.c.rowid)
        .where(_MATCHING)
        .order_by(_SCORE, FTS.c.rowid.desc())
        .limit(bindparam("most"))
        .subquery()
        .c.rowid
    )
)
"""One row: before each row SQLite hands the interpreter to whichever thread waits for it."""


@lru_cache(maxsize=16)
def _by_rank(visible: Candidates) -> Candidates:
    return _matching(visible).order_by(_SCORE, FTS.c.rowid.desc())


@lru_cache(maxsize=16)
def _by_age(visible: Candidates) -> Candidates:
    return _matching(visible).order_by(FTS.c.rowid.desc())


def _matching(visible: Candidates) -> Candidates:
    joined = visible.join(FTS, FTS.c.rowid == Passage.passage_id)
    return joined.where(_MATCHING).limit(bindparam("most"))


@lru_cache(maxsize=16)
def _by_keys(visible: Candidates) -> Candidates:
    """By the numbers alone, in one parameter. The limit keeps the planner from reading a whole
    shelf and looking for each of its passages among the numbers."""
    given = func.json_each(bindparam("keys")).table_valued("value")
    wanted = select(given.c.value).limit(bindparam("most")).subquery()
    return visible.join(wanted, wanted.c.value == Passage.passage_id)


def _fts5(phrases: Iterable[Sequence[str]]) -> str:
    return " OR ".join(f'"{" ".join(phrase)}"' for phrase in phrases)
