"""The indexes in memory, one set for each open archive, which follow its change counter.

The archive is the truth: an index only says where to look, and what it says is looked up again.
"""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

from briefings.search import snapshot
from briefings.search.expansion import Expansion
from briefings.search.spelling import Words
from briefings.search.titleindex import TITLES, WORDS, TitleIndex
from briefings.storage.articles import count_documents
from briefings.storage.database import Database
from briefings.storage.index import (
    Speaker,
    SpeakerRow,
    change_counter,
    speaker_rows,
    speakers_since,
    title_changes,
)
from briefings.storage.lexicon import shelf_words, words_since
from briefings.storage.shelves import source_names

if TYPE_CHECKING:
    from briefings.search.signatures import Arrays

NEVER = -1
MOST_HEARD = 500
"""Speakers of changed documents who are counted anew one by one."""

MOST_SETS = 64
"""Sets of shelves whose names are kept; one more drops the one used longest ago."""

Key = TypeVar("Key")
Value = TypeVar("Value")


class Shelf:
    """The indexes of one shelf: its titles, and the words of its texts."""

    def __init__(self, shelf_id: int) -> None:
        self.shelf_id = shelf_id
        self.titles = TitleIndex()
        self.words = Words()
        self._heard: Expansion | None = None
        self._titles_at = NEVER
        self._words_at = NEVER

    def follow_titles(self, database: Database, counter: int) -> None:
        if counter == self._titles_at:
            return
        if self._titles_at == NEVER:
            self._load_titles(database)
        while changes := title_changes(database, shelf_id=self.shelf_id, after=self._titles_at):
            for change in changes:
                if change.removed:
                    self.titles.drop(change.document_id)
                else:
                    day = (change.published_on or date.min).toordinal()
                    self.titles.put(change.document_id, change.title, day)
            self._titles_at = changes[-1].change
        self._titles_at = max(counter, self._titles_at)
        if self.titles.crowded:
            self._keep(database, TITLES, self.titles.settle(), self._titles_at)

    def follow_words(self, database: Database, counter: int) -> None:
        """Words that have gone stay until the next whole reading; their frequency is then 0."""
        if counter == self._words_at:
            return
        if self._words_at == NEVER:
            self._load_words(database)
        fresh = None
        if self._words_at != NEVER:
            fresh = words_since(database, shelf_id=self.shelf_id, after=self._words_at)
        if fresh is None:
            self.words = Words(shelf_words(database, shelf_id=self.shelf_id))
        else:
            for word in sorted(fresh):
                self.words.add(word)
        self._words_at = counter
        if self.words.crowded:
            vocabulary, _ = self.words.settle()
            self._keep(database, WORDS, vocabulary.arrays, counter)

    def heard(self) -> Expansion:
        """The words of the texts as they sound."""
        if self._heard is None or self._heard.words is not self.words:
            self._heard = Expansion(self.words)
        return self._heard

    def _load_titles(self, database: Database) -> None:
        if kept := snapshot.load(database, TITLES, shelf_id=self.shelf_id):
            self.titles, self._titles_at = TitleIndex.of(kept.arrays), kept.counter

    def _load_words(self, database: Database) -> None:
        if kept := snapshot.load(database, WORDS, shelf_id=self.shelf_id):
            self.words, self._words_at = Words.of(kept.arrays), kept.counter

    def _keep(self, database: Database, kind: str, arrays: "Arrays", counter: int) -> None:
        snapshot.keep(database, kind, arrays, shelf_id=self.shelf_id, counter=counter)


class Speakers:
    """The speakers of some shelves, most quoted first; key of the index: a speaker's number."""

    def __init__(self) -> None:
        self.names = TitleIndex()
        self.rows: list[SpeakerRow] = []
        self._numbers: dict[Speaker, int] = {}
        self._by_number: dict[int, SpeakerRow] = {}
        self._at = NEVER

    def __getitem__(self, number: int) -> SpeakerRow:
        return self._by_number[number]

    def follow(self, database: Database, shelves: Sequence[int], counter: int) -> None:
        """Count anew those who are heard in what has changed, or all where that is much."""
        if counter == self._at:
            return
        heard = None
        if self._at != NEVER:
            heard = speakers_since(database, shelves=shelves, after=self._at, most=MOST_HEARD)
        rows = speaker_rows(database, shelves=shelves, among=heard)
        for who in (self._numbers.keys() if heard is None else heard) - {row.who for row in rows}:
            if number := self._numbers.get(who):
                self.names.drop(number)
                self._by_number.pop(number, None)
        for row in rows:
            self._put(row)
        self.rows = sorted(self._by_number.values(), key=lambda row: (-row.count, row.name))
        self._at = counter

    def _put(self, row: SpeakerRow) -> None:
        number = self._numbers.setdefault(row.who, len(self._numbers) + 1)
        if self._by_number.get(number) != row:
            self._by_number[number] = row
            self.names.put(number, row.name, row.count)


class Sources:
    """The sources of some shelves; key: the place among the names."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        self.index = TitleIndex()
        for place, name in enumerate(names):
            self.index.put(place, name, -place)


class Standing:
    """All indexes of one open archive. One thread at a time looks into the titles, and one into
    the others: what is offered while somebody types waits for no question."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._titles_lock = threading.RLock()
        self._shelves: dict[int, Shelf] = {}
        self._speakers: dict[tuple[int, ...], Speakers] = {}
        self._sources: dict[tuple[int, ...], Sources] = {}
        self._documents: dict[tuple[int, ...], tuple[int, int]] = {}

    @contextmanager
    def titles(self, database: Database, shelves: Sequence[int]) -> Iterator[list[TitleIndex]]:
        with self._titles_lock:
            counter = change_counter(database)
            for shelf in self._each(shelves):
                shelf.follow_titles(database, counter)
            yield [shelf.titles for shelf in self._each(shelves)]

    @contextmanager
    def words(self, database: Database, shelves: Sequence[int]) -> Iterator[list[Words]]:
        with self._lock:
            counter = change_counter(database)
            for shelf in self._each(shelves):
                shelf.follow_words(database, counter)
            yield [shelf.words for shelf in self._each(shelves)]

    @contextmanager
    def sounds(self, database: Database, shelves: Sequence[int]) -> Iterator[list[Expansion]]:
        """The same words by how they sound."""
        with self.words(database, shelves):
            yield [shelf.heard() for shelf in self._each(shelves)]

    @contextmanager
    def speakers(self, database: Database, shelves: Sequence[int]) -> Iterator[Speakers]:
        key = tuple(sorted(set(shelves)))
        with self._lock:
            counter = change_counter(database)
            kept = self._speakers.pop(key, None) or Speakers()
            kept.follow(database, key, counter)
            _keep_last(self._speakers, key, kept)
            yield kept

    def documents(self, database: Database, shelves: Sequence[int]) -> int:
        """How many live ones there are; counting a large shelf takes longer than searching it."""
        key = tuple(sorted(set(shelves)))
        with self._lock:
            counter = change_counter(database)
            counted_at, count = self._documents.get(key, (NEVER, 0))
            if counted_at != counter:
                if len(self._documents) >= MOST_SETS:
                    self._documents.clear()
                count = count_documents(database, shelves=key)
                self._documents[key] = counter, count
            return count

    @contextmanager
    def sources(self, database: Database, shelves: Sequence[int]) -> Iterator[Sources]:
        """Read each time: they are few, and a new one need not change the counter."""
        key = tuple(sorted(set(shelves)))
        with self._lock:
            names = source_names(database, shelves=key)
            kept = self._sources.pop(key, None)
            if kept is None or kept.names != names:
                kept = Sources(names)
            _keep_last(self._sources, key, kept)
            yield kept

    def _each(self, shelves: Sequence[int]) -> Iterator[Shelf]:
        for shelf_id in dict.fromkeys(shelves):
            yield self._shelves.setdefault(shelf_id, Shelf(shelf_id))


def _keep_last(kept: dict[Key, Value], key: Key, value: Value) -> None:
    kept[key] = value
    while len(kept) > MOST_SETS:
        del kept[next(iter(kept))]


_standing: WeakKeyDictionary[Database, Standing] = WeakKeyDictionary()
_opening = threading.Lock()


def standing(database: Database) -> Standing:
    """The indexes of this archive, built where something is first looked up."""
    with _opening:
        return _standing.setdefault(database, Standing())
