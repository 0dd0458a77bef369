"""The chart of an edition: drawn once, kept in the archive, the same at every try.

The drawing library is loaded with the first chart, never at the start; where there is an easel, in
another process, so that its 50 MB are given back when a round of posting is over.
"""

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
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


Draw = Callable[[Coverage, Legend], bytes]


class _Drawing(Protocol):
    def draw(self, coverage: Coverage, legend: Legend) -> bytes: ...


class Easel(Protocol):
    """Runs a function in another process, see `ingest.jail`."""

    def call(
        self, function: Callable[[Coverage, Legend], str], coverage: Coverage, legend: Legend, /
    ) -> str: ...


def draw_here(coverage: Coverage, legend: Legend) -> bytes:
    """In this process."""
    return drawing().draw(coverage, legend)


def draw_at(easel: Easel) -> Draw:
    """In the easel's process. Drawing raises what a call of the easel raises."""
    return lambda coverage, legend: b64decode(easel.call(drawn, coverage, legend))


def drawn(coverage: Coverage, legend: Legend) -> str:
    """The picture in base64, to go over a pipe."""
    return b64encode(draw_here(coverage, legend)).decode()


class Studio:
    """Draws charts one at a time, each once. Safe to use from several threads."""

    def __init__(self, database: Database, draw: Draw = draw_here) -> None:
        self._database = database
        self._draw = draw
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

    def at_hand(self, edition_id: int) -> bytes | None:
        """Its picture, if it was drawn or looked up since the last `forget`."""
        with self._turn:
            return self._drawn.get(edition_id)

    def _made(self, edition_id: int, coverage: Coverage, legend: Legend) -> bytes:
        known = find_chart(self._database, edition_id)
        if known is not None:
            return known
        return keep_chart(self._database, edition_id, self._draw(coverage, legend))


@cache
def drawing() -> _Drawing:
    return cast("_Drawing", import_module("briefings.export.drawing"))
