"""Titles and sources while somebody types."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefings.gazetteer.added import gazetteer_with
from briefings.search.standing import standing
from briefings.storage.database import Database
from briefings.storage.index import TitleRow, newest_titles, titles
from briefings.storage.names import names_on
from briefings.text.folding import fold_tokens

LONGEST_TYPED = 300


@dataclass(frozen=True, slots=True)
class TitleHit:
    """A title with what tells it from its neighbours in a list."""

    document_id: int
    title: str
    source: str
    published_on: date | None
    score: float


def suggest_titles(
    database: Database, typed: str, *, shelves: Sequence[int], limit: int = 25
) -> tuple[TitleHit, ...]:
    """Titles for what is typed so far, best first; the newest ones when nothing is typed yet."""
    if not fold_tokens(typed[:LONGEST_TYPED]):
        newest = newest_titles(database, shelves=shelves, limit=limit)
        return tuple(_hit(row, 0.0) for row in newest)
    with database.steadily():
        gazetteer = gazetteer_with(names_on(database, shelves))
        with standing(database).titles(database, shelves) as indexes:
            some = [index.search(typed, limit=limit, gazetteer=gazetteer) for index in indexes]
        found = [each for part in some for each in part]
        found = sorted(found, key=lambda each: -each.score)[:limit]
        rows = titles(database, [each.key for each in found], shelves=shelves)
    by_key = {row.document_id: row for row in rows}
    return tuple(_hit(by_key[each.key], each.score) for each in found if each.key in by_key)


def suggest_sources(
    database: Database, typed: str, *, shelves: Sequence[int], limit: int = 25
) -> tuple[str, ...]:
    """Sources whose names are like what is typed so far; those that came last for nothing."""
    with standing(database).sources(database, shelves) as sources:
        if not fold_tokens(typed[:LONGEST_TYPED]):
            return tuple(sources.names[:limit])
        found = sources.index.search(typed, limit=limit)
        return tuple(sources.names[each.key] for each in found)


def _hit(row: TitleRow, score: float) -> TitleHit:
    return TitleHit(row.document_id, row.title, row.source, row.published_on, score)
