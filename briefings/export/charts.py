"""The chart of an edition: drawn once, kept in the archive, the same at every try.

The drawing library is loaded with the first chart, never at the start.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from threading import Lock
from typing import Protocol, cast

from briefings.export.coverage import Coverage, coverage_of
from briefings.model import Edge, Edition
from briefings.storage.charts import find_chart, keep_chart
from briefings.storage.database import Database

MOST_AT_HAND = 64


@dataclass(frozen=True, slots=True)
class Wording:
    """A label, and what stands for it where the font lacks one of its letters."""

    words: str
    plain: str


@dataclass(frozen=True, slots=True)
class Legend:
    """What a chart says: its title, and the name and the colour (0xRRGGBB) of each edge."""

    title: Wording
    edges: Mapping[Edge, tuple[Wording, int]]


class _Drawing(Protocol):
    def draw(self, coverage: Coverage, legend: Legend) -> bytes: ...


class Studio:
    """Draws charts one at a time, each once. Safe to use from several threads."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._turn = Lock()
        self._drawn: dict[int, bytes] = {}

    def forget(self) -> None:
        with self._turn:
            self._drawn.clear()

    def coverage(
        self, edition: Edition, *, shelves: Sequence[int], sources: Sequence[str]
    ) -> Coverage:
        return coverage_of(self._database, edition, shelves=shelves, sources=sources)

    def chart(self, edition_id: int, coverage: Coverage, legend: Legend) -> bytes:
        """The edition's picture (PNG), as it was first drawn."""
        with self._turn:
            if edition_id not in self._drawn:
                if len(self._drawn) >= MOST_AT_HAND:
                    self._drawn.clear()
                self._drawn[edition_id] = self._made(edition_id, coverage, legend)
            return self._drawn[edition_id]

    def _made(self, edition_id: int, coverage: Coverage, legend: Legend) -> bytes:
        known = find_chart(self._database, edition_id)
        if known is not None:
            return known
        return keep_chart(self._database, edition_id, drawing().draw(coverage, legend))


@cache
def drawing() -> _Drawing:
    return cast("_Drawing", import_module("briefings.export.drawing"))
