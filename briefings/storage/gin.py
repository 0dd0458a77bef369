"""How PostgreSQL is asked for passages that hold some words.

Its index knows which passages hold a stem, and in which of them it stands a second, third and
fourth time. So passages are scored by the index alone, but for phrases: only of those that hold all
words of one the stems are read. The score is Okapi BM25 with FTS5's numbers, k1 1.2 and b 0.75, so
that both databases find the same. How long a passage is, is told by the bytes of its stems, beside
those of the others that hold the same words.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import BigInteger, Float, TextClause, bindparam, cast, column, func, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import Text

from briefings.storage.filters import predicates
from briefings.storage.fulltext import MOST_TIMES
from briefings.storage.plans import (
    INDEX_ALONE,
    RANKED_AT_MOST,
    Candidates,
    Group,
    Passages,
)
from briefings.storage.tables import Passage

NEWEST_READ = 50_000
"""Passages whose stems are read for words that are too common to look them up: the newest."""

Phrase = Sequence[str]
Asked = tuple[str, dict[str, object]]
"""SQL that gives passages with scores, and what it is given."""

_STEMS = "(' ' || passages.folded || ' ')"
_MINE = "passages.shelf_id = ANY(CAST(:mine AS bigint[]))"
_SCORED = """
    WITH held AS MATERIALIZED (
        SELECT key.phrase, key.place, passages.passage_id,
            CAST(octet_length(passages.folded) AS float8) AS size,
            CASE WHEN key.words IS NULL THEN key.place ELSE
                (length({stems}) - length(replace({stems}, key.words, ''))) / length(key.words)
            END AS times
        FROM unnest(
            CAST(:numbers AS integer[]), CAST(:places AS integer[]),
            CAST(:keys AS text[]), CAST(:words AS text[])
        ) AS key(phrase, place, stems, words)
        JOIN passages ON passage_keys(passages.folded) @@ CAST(key.stems AS tsquery)
        WHERE {confined}
    ), usual AS (
        SELECT phrase, avg(size) AS size, CAST(greatest(0.000001, ln(
            ((SELECT max(passage_id) FROM passages) - count(*) + 0.5) / (count(*) + 0.5)
        )) AS float8) AS weight
        FROM held WHERE place = 1 AND times > 0 GROUP BY phrase
    ), part AS (
        SELECT passage_id, weight, times, place - 1 AS before,
            1.2 * (0.25 + 0.75 * held.size / usual.size) AS norm
        FROM held JOIN usual ON usual.phrase = held.phrase
        WHERE times > 0
    )
    SELECT passage_id, sum(weight * (times / (times + norm) - before / (before + norm))) AS score
    FROM part GROUP BY passage_id ORDER BY score DESC, passage_id DESC"""
_HOLDING = """
    SELECT passage_id, passage_id + 0 AS score FROM passages
    WHERE passage_keys(folded) @@ CAST(:question AS tsquery) AND {confined}
    ORDER BY score DESC"""  # the sum keeps the planner from reading all passages, newest first
_NEWEST = """
    SELECT passage_id, passage_id AS score FROM (
        SELECT passage_id, shelf_id, folded FROM passages
        WHERE {mine} ORDER BY passage_id DESC LIMIT {newest}
    ) AS passages
    WHERE {confined} ORDER BY passage_id DESC"""


class Gin:
    """A phrase is looked up by all of its words, and then read."""

    @staticmethod
    def ranked(passages: Passages, groups: Sequence[Group], limit: int) -> list[Any]:
        phrases = [phrase for group in groups for phrase in group.phrases]
        if sum(group.frequency for group in groups) > RANKED_AT_MOST:
            return _newest(passages, [phrases], limit, common=True)
        sql, given = _confined(passages, _SCORED, ())
        return _first(passages, (sql, given | _keys(phrases)), limit)

    @staticmethod
    def newest(passages: Passages, groups: Sequence[Group], limit: int) -> list[Any]:
        common = min(group.frequency for group in groups) > RANKED_AT_MOST
        return _newest(passages, [group.phrases for group in groups], limit, common=common)


def _newest(
    passages: Passages, every: Sequence[Sequence[Phrase]], limit: int, *, common: bool
) -> list[Any]:
    """The newest that hold one of the phrases of each. common: they are in so many passages that
    these need not be looked up."""
    if common and not predicates(passages.filters):
        return _first(passages, _confined(passages, _NEWEST, every), limit)
    spread = [phrases for phrases in every if any(len(phrase) > 1 for phrase in phrases)]
    sql, given = _confined(passages, _HOLDING, spread)
    question = " & ".join(f"({' | '.join(map(_key, phrases))})" for phrases in every)
    return _first(passages, (sql, given | {"question": question}), limit)


def _first(passages: Passages, asked: Asked, limit: int) -> list[Any]:
    """By the index alone first: joining every match to its document takes far longer."""
    sql, given = asked
    if not predicates(passages.filters):
        most = INDEX_ALONE * limit
        found = passages.connection.scalar(_best(sql), given | {"most": most})
        keys = [int(key) for key in found.split(",")] if found else []
        by_keys = _by_keys(passages.visible)
        first = passages.first_of(keys, limit, by_keys=by_keys, written=_array)
        if len(first) >= limit or len(keys) < most:
            return first
    return passages.read(_by_score(passages.visible, sql), **given, most=limit)


@lru_cache(maxsize=64)
def _best(sql: str) -> TextClause:
    """One row, which is taken apart sooner than many."""
    return text(
        "SELECT string_agg(CAST(passage_id AS text), ',' ORDER BY score DESC, passage_id DESC) "  # noqa: S608 -- SQL of ours
        f"FROM ({sql} LIMIT :most) AS best"
    )


@lru_cache(maxsize=16)
def _by_score(visible: Candidates, sql: str) -> Candidates:
    columns = column("passage_id", BigInteger), column("score", Float)
    scored = text(sql).columns(*columns).subquery("scored")
    joined = visible.join(scored, scored.c.passage_id == Passage.passage_id)
    return joined.order_by(scored.c.score.desc(), Passage.passage_id.desc()).limit(
        bindparam("most")
    )


@lru_cache(maxsize=16)
def _by_keys(visible: Candidates) -> Candidates:
    given = cast(bindparam("keys", type_=Text), ARRAY(BigInteger))
    return visible.where(Passage.passage_id == func.any(given)).limit(bindparam("most"))


def _confined(passages: Passages, sql: str, wanted: Sequence[Sequence[Phrase]]) -> Asked:
    """On the shelves; the stems hold one phrase of each that are wanted, and what filters say."""
    filters = passages.filters
    each = [*wanted, *([phrase] for phrase in filters.phrases)]
    given: dict[str, object] = {"mine": _array(passages.shelves)}
    tests = [_MINE]
    for at, phrases in enumerate(each):
        given[f"one{at}"] = _array(map(_pattern, phrases))
        tests.append(f"{_STEMS} LIKE ANY(CAST(:one{at} AS text[]))")
    if filters.without:
        given["without"] = _array(map(_pattern, filters.without))
        tests.append(f"NOT {_STEMS} LIKE ANY(CAST(:without AS text[]))")
    parts = {"stems": _STEMS, "mine": _MINE, "newest": NEWEST_READ}
    return sql.format(confined=" AND ".join(tests), **parts), given


def _keys(phrases: Sequence[Phrase]) -> dict[str, object]:
    """What is looked up: a stem and its further times; of a phrase all stems, and then its words
    are read."""
    keys = [
        (number, place, _key(phrase, place), None if len(phrase) == 1 else f" {' '.join(phrase)} ")
        for number, phrase in enumerate(phrases)
        for place in range(1, MOST_TIMES + 1 if len(phrase) == 1 else 2)
    ]
    numbers, places, stems, words = zip(*keys, strict=True)
    return {
        "numbers": _array(numbers),
        "places": _array(places),
        "keys": _array(stems),
        "words": _array(words),
    }


def _key(phrase: Phrase, place: int = 1) -> str:
    """A tsquery: of stems, which are letters and digits alone, and quoted."""
    if place > 1:
        return f"'{phrase[0]} {place}'"
    stems = (f"'{stem}'" for stem in phrase)
    return f"({' & '.join(stems)})"


def _pattern(phrase: Phrase) -> str:
    return f"% {' '.join(phrase)} %"


def _array(values: Iterable[object]) -> str:
    """As PostgreSQL writes an array, of numbers, stems and signs between them."""
    quoted = ("NULL" if value is None else f'"{value}"' for value in values)
    return f"{{{','.join(quoted)}}}"
