"""Documents about each edge, week by week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from briefings.model import Edge, Edition
from briefings.storage.coverage import documents_by_day
from briefings.storage.database import Database

WEEKS = 12

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many documents of each week are about an edge. weeks: their last days, oldest first."""

    weeks: tuple[date, ...]
    edges: tuple[tuple[Edge, tuple[int, ...]], ...]


def coverage_of(
    database: Database, edition: Edition, *, shelves: Sequence[int], sources: Sequence[str] = ()
) -> Coverage:
    """The weeks up to the edition's day, by days of publication as the archive knew them then."""
    until = edition.window.until
    last = until.astimezone(ZoneInfo(edition.zone)).date()
    ends = [last - number * _WEEK for number in range(WEEKS, -1, -1)]
    counts = documents_by_day(
        database,
        shelves=shelves,
        days=(ends[0] + timedelta(days=1), last),
        before=until,
        sources=sources,
    )
    return Coverage(
        weeks=tuple(ends[1:]),
        edges=tuple(
            (
                edge,
                tuple(
                    sum(
                        number
                        for (of, day), number in counts.items()
                        if of is edge and before < day <= end
                    )
                    for before, end in pairwise(ends)
                ),
            )
            for edge in edition.edges
        ),
    )
