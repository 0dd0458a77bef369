"""Many documents on their way in: read one after the other, stored together.

Each is compared with the archive before it is stored, so none may wait beside another that it is a
copy or a further version of: what waits is stored first where that may be so.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from briefings.errors import BriefingsError
from briefings.ingest.documents import FEWEST_SHARED, Given, prepared
from briefings.model import Reading
from briefings.storage.articles import Also, NewArticle, store_article, store_articles
from briefings.storage.database import Database

TOGETHER = 25
"""Documents that wait at most: so many are read again where the program is killed."""

MOST_BYTES = 8 * 1024 * 1024
"""Of documents that wait, from which on they are stored."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A document that was stored; version 1 is a new one."""

    document_id: int
    title: str
    version: int


Told = Callable[[Kept | BriefingsError], None]


@dataclass(frozen=True, slots=True)
class _Waiting:
    given: Given
    reading: Reading
    new: NewArticle
    also: Also | None
    told: Told

    def concerns(self, other: "_Waiting") -> bool:
        """Whether one of them may be a copy of the other, or a further version."""
        one, two = self.new, other.new
        if one.same_page is not None and one.same_page == two.same_page:
            return True
        shared = one.reading.fingerprints & two.reading.fingerprints
        return len(shared) >= FEWEST_SHARED or one.body == two.body


class Gathering:
    """Documents that wait to be stored; whoever brings one hears what became of it, in order.
    `store` is for the end, too."""

    def __init__(self, database: Database, *, together: int = TOGETHER) -> None:
        self._database = database
        self._together = together
        self._waiting: list[_Waiting] = []

    def bring(
        self,
        given: Given,
        reading: Reading,
        *,
        now: datetime,
        told: Told,
        also: Also | None = None,
    ) -> None:
        """also: a further deed of the transaction that stores it."""
        try:
            came = self._ready(given, reading, also=also, told=told)
            if any(came.concerns(each) for each in self._waiting):
                self.store(now=now)
                came = self._ready(given, reading, also=also, told=told)
        except BriefingsError as error:
            self.store(now=now)
            told(error)
            return
        self._waiting.append(came)
        if came.new.document_id is not None or self._full():
            self.store(now=now)

    def _full(self) -> bool:
        size = sum(len(each.new.body) for each in self._waiting)
        return len(self._waiting) >= self._together or size >= MOST_BYTES

    def store(self, *, now: datetime) -> None:
        """All that waits."""
        waiting, self._waiting = self._waiting, []
        fresh = [each for each in waiting if each.new.document_id is None]
        for each, outcome in zip(fresh, self._stored(fresh, now=now), strict=True):
            if outcome is None:  # somebody else was quicker with the same page
                self._store_alone(each, now=now)
            else:
                each.told(Kept(outcome, each.new.title, 1) if isinstance(outcome, int) else outcome)
        for each in waiting:
            if each.new.document_id is not None:
                self._store_alone(each, now=now)

    def _stored(
        self, fresh: Sequence[_Waiting], *, now: datetime
    ) -> Sequence[int | BriefingsError | None]:
        new, also = [each.new for each in fresh], [each.also for each in fresh]
        try:
            return store_articles(self._database, new, now=now, also=also)
        except BriefingsError as error:  # no disk, no server: one transaction, so none was stored
            return [error] * len(fresh)

    def _store_alone(self, each: _Waiting, *, now: datetime) -> None:
        try:
            new = prepared(self._database, each.given, each.reading)
            stored = store_article(self._database, new, now=now, also=each.also)
        except BriefingsError as error:
            each.told(error)
        else:
            each.told(Kept(stored.document_id, stored.title, stored.version))

    def _ready(self, given: Given, reading: Reading, *, also: Also | None, told: Told) -> _Waiting:
        return _Waiting(given, reading, prepared(self._database, given, reading), also, told)
