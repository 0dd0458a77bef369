"""What search looks into is always what a rebuild would make of the texts; and can be rebuilt."""

import random
from datetime import date
from typing import Any

import pytest
from sqlalchemy import delete, event, insert, select, text, update

from briefings.model import Kind
from briefings.storage.articles import (
    NewArticle,
    article,
    correct_document,
    remove_document,
    restore_document,
    store_article,
    store_articles,
)
from briefings.storage.articles.correcting import Said
from briefings.storage.audit import Deed
from briefings.storage.database import Database, open_database
from briefings.storage.index import passage_candidates
from briefings.storage.repairing import Repaired, index_is_sound, repair_index
from briefings.storage.shelves import COMMON_SHELF, shelf_of
from briefings.storage.tables import Passage, Word
from tests.storage.examples import NOW, new
from tests.storage.test_index import about

WORDS = ["treaty", "summit", "launch", "border", "railway", "Путин", "договор", "푸틴은", "조약"]
DEEDS = 30


class Desk:
    """Does what people and feeds do to an archive, in an order that the seed decides."""

    def __init__(self, database: Database, seed: int) -> None:
        self.database = database
        self.random = random.Random(seed)
        self.shelves = (COMMON_SHELF, shelf_of(database, 7))
        self.live: dict[int, int] = {}  # document → shelf
        self.removed: dict[int, int] = {}
        self.count = 0

    def made(self, **changes: Any) -> NewArticle:
        self.count += 1
        lines = "\n".join(
            " ".join(self.random.choices(WORDS, k=12)) + f" {self.count}." for _ in range(20)
        )
        changes = {"shelf_id": self.random.choice(self.shelves), **changes}
        title = " ".join(self.random.choices(WORDS, k=3))
        return new(f"{self.count}", title=title, reading=about(lines), **changes)

    def add(self) -> None:
        stored = store_article(self.database, self.made(), now=NOW)
        self.live[stored.document_id] = stored.shelf_id

    def add_many(self) -> None:
        batch = [self.made() for _ in range(4)]
        for made, key in zip(batch, store_articles(self.database, batch, now=NOW), strict=True):
            assert isinstance(key, int)
            self.live[key] = made.shelf_id

    def change(self) -> None:
        key, shelf = self.one_of(self.live)
        store_article(self.database, self.made(document_id=key, shelf_id=shelf), now=NOW)

    def correct(self) -> None:
        key, shelf = self.one_of(self.live)
        seen = article(self.database, key, shelves=(shelf,))
        day = date(2024, 5, self.random.randint(1, 28))
        said = Said(f"Corrected {self.count}", "Other Paper", day, Kind.EDITORIAL)
        deed = Deed("correct", 5, NOW)
        correct_document(self.database, seen, said, reading=seen.reading, deed=deed)

    def remove(self) -> None:
        key, shelf = self.one_of(self.live)
        self.removed[key] = self.live.pop(key)
        remove_document(self.database, key, shelf_id=shelf, by=5, interaction_id=None, now=NOW)

    def restore(self) -> None:
        key, shelf = self.one_of(self.removed)
        self.live[key] = self.removed.pop(key)
        restore_document(self.database, key, shelf_id=shelf, by=5, interaction_id=None, now=NOW)

    def break_off(self) -> None:
        """The power goes in the middle of storing."""

        def fail(*called: Any) -> None:
            if "words" in called[2]:
                raise RuntimeError("the power is gone")

        event.listen(self.database.engine, "before_cursor_execute", fail)
        with pytest.raises(RuntimeError):
            store_article(self.database, self.made(), now=NOW)
        event.remove(self.database.engine, "before_cursor_execute", fail)

    def one_of(self, documents: dict[int, int]) -> tuple[int, int]:
        return self.random.choice(sorted(documents.items()))

    def do_something(self) -> None:
        deeds = [self.add, self.add_many, self.break_off]
        deeds += [self.change, self.correct, self.remove] if self.live else []
        deeds += [self.restore] if self.removed else []
        self.random.choice(deeds)()


def derived(database: Database) -> tuple[list[str], list[str]]:
    """Passages and counted words, without the numbers of rows."""
    names = ("shelf_id", "document_id", "version_id", "starts", "ends", "seen_on", "folded")
    with database.reading() as session:
        passages = session.execute(select(*(getattr(Passage, name) for name in names)))
        words = select(Word.shelf_id, Word.word, Word.frequency).where(Word.frequency != 0)
        return sorted(map(str, passages)), sorted(map(str, session.execute(words)))


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_happens_the_index_is_what_a_rebuild_gives(database: Database, seed: int) -> None:
    desk = Desk(database, seed)
    for _ in range(DEEDS):
        desk.do_something()
        assert index_is_sound(database)
    before = derived(database)

    found = repair_index(database)

    assert found == Repaired(0, 0, len(desk.live) + len(desk.removed))
    assert derived(database) == before


DAMAGE = {
    "passages are lost": delete(Passage).where(Passage.document_id == 1),
    "a passage says something else": update(Passage)
    .where(Passage.document_id == 2)
    .values(folded="nonsens"),
    "a passage is of another day": update(Passage).values(seen_on=date(1999, 1, 1)),
    "words are lost": delete(Word),
    "words are counted twice": update(Word).values(frequency=Word.frequency * 2),
    "a word nobody wrote is counted": insert(Word).values(shelf_id=1, word="xyzzy", frequency=9),
    "a passage stands of a version that is gone": insert(Passage).from_select(
        ["shelf_id", "document_id", "version_id", "starts", "ends", "seen_on", "folded"],
        select(
            Passage.shelf_id,
            Passage.document_id,
            Passage.version_id,
            Passage.starts + 1,
            Passage.ends,
            Passage.seen_on,
            Passage.folded,
        ).limit(1),
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_was_damaged_is_mended_from_the_texts(database: Database, damage: str) -> None:
    desk = Desk(database, 3)
    desk.add_many()
    desk.add()
    right = derived(database)
    with database.begin() as session:
        session.execute(DAMAGE[damage])
    assert derived(database) != right

    found = repair_index(database)

    assert derived(database) == right
    assert found.documents + found.words > 0
    assert repair_index(database) == Repaired(0, 0, 5)


def test_a_full_text_index_that_lost_its_entries_is_made_anew(new_sqlite: str) -> None:
    database = open_database(new_sqlite)
    Desk(database, 4).add_many()
    with database.begin() as session:
        session.execute(text("DROP TRIGGER passage_index_insert"))
        session.execute(text("INSERT INTO passage_index(passage_index) VALUES ('delete-all')"))
    assert not index_is_sound(database)

    repair_index(database)
    Desk(database, 5).add()

    assert index_is_sound(database)
    assert (
        len({row.document_id for row in passage_candidates(database, [["treaty"]], shelves=(1, 2))})
        == 5
    )
    database.close()


def test_a_repair_that_breaks_off_is_ended_by_the_next(database: Database) -> None:
    Desk(database, 6).add_many()
    right = derived(database)
    with database.begin() as session:
        session.execute(delete(Passage))
        session.execute(delete(Word))

    def break_off(done: int, whole: int) -> None:
        raise RuntimeError("the power is gone")

    with pytest.raises(RuntimeError):
        repair_index(database, break_off)
    told: list[tuple[int, int]] = []
    found = repair_index(database, lambda *how_far: told.append(how_far))

    assert derived(database) == right
    assert (found.documents, told) == (0, [(4, 4)])  # the first run had mended the passages
