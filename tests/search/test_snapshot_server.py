"""The file of an index where a server keeps the archive: of this database, of its common shelf."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event

from briefings.search import snapshot, suggest_titles, titleindex
from briefings.search.standing import standing
from briefings.storage.articles import remove_document, store_article
from briefings.storage.backup import back_up, restore
from briefings.storage.database import Database, open_database
from briefings.storage.shelves import COMMON_SHELF, shelf_of
from tests.conftest import administer
from tests.storage.examples import NOW, new

COMMON = (COMMON_SHELF,)
TITLES = ("Treaty signed in Pyongyang", "Seoul protests", "Rockets over the sea", "김대중 회고록")
Opening = Callable[[], Database]


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(titleindex, "MOST_LATE", 2)


@pytest.fixture
def opening(new_postgresql: str, tmp_path: Path) -> Opening:
    """Opens the archive as a process would that starts anew."""

    def opened() -> Database:
        return open_database(new_postgresql, folder=tmp_path)

    return opened


def keep(database: Database, title: str, shelf_id: int = COMMON_SHELF) -> int:
    given = new(title, title=title, shelf_id=shelf_id)
    return store_article(database, given, now=NOW).document_id


def offered(database: Database, typed: str, shelves: tuple[int, ...] = COMMON) -> list[str]:
    return [hit.title for hit in suggest_titles(database, typed, shelves=shelves)]


def from_file(database: Database) -> bool:
    return snapshot.load(database, "titles", shelf_id=COMMON_SHELF) is not None


def indexed(opening: Opening) -> Database:
    """An archive that knows TITLES and has kept their index."""
    database = opening()
    for title in TITLES:
        keep(database, title)
    assert offered(database, "rockts") == [TITLES[2]]
    return database


def test_a_restart_reads_what_came_since_and_no_more(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database, other = indexed(opening), opening()
    database.close()
    remove_document(other, 2, shelf_id=COMMON_SHELF, by=1, interaction_id=None, now=NOW)
    keep(other, "Bridge opened")
    other.close()
    monkeypatch.setattr(titleindex, "MOST_LATE", 1000)
    again, read = opening(), []
    event.listen(
        again.engine,
        "after_cursor_execute",
        lambda *called: read.append(called[1].rowcount) if "ORDER BY" in called[2] else None,
    )

    assert offered(again, "traety") == [TITLES[0]]
    assert offered(again, "seoul protests") == []
    assert offered(again, "brigde") == ["Bridge opened"]
    with standing(again).titles(again, COMMON) as (index,):
        assert index.settled is not None, "it was built anew"
    assert sum(read) <= len(TITLES) + 4, read  # those the file is known by, and two changes
    [file] = tmp_path.iterdir()
    assert file.name.endswith(".titles-1")
    assert file.stat().st_mode & 0o777 == 0o600
    again.close()


def test_the_file_of_a_database_that_was_set_back_is_not_believed(
    opening: Opening, new_postgresql: str, tmp_path: Path
) -> None:
    database = indexed(opening)
    back_up(new_postgresql, tmp_path / "copy.dump")
    for number in range(4):
        keep(database, f"Taken back {number}")
    assert len(offered(database, "taken back")) == 4
    database.close()
    restore(new_postgresql, tmp_path / "copy.dump", replace=True)
    again = opening()
    for number in range(9):
        keep(again, f"Come instead {number}")

    assert not from_file(again)
    assert offered(again, "taken back") == []
    assert len(offered(again, "come instead")) == 9
    again.close()


def test_a_database_made_anew_under_the_same_name_has_files_of_its_own(
    opening: Opening, new_postgresql: str
) -> None:
    indexed(opening).close()
    server, _, name = new_postgresql.rpartition("/")
    administer(f"{server}/", f"DROP DATABASE {name}")
    administer(f"{server}/", f"CREATE DATABASE {name}")
    again = opening()

    assert not from_file(again)
    assert offered(again, "rockts") == []
    again.close()


def test_of_a_guild_s_shelf_nothing_is_written_where_others_could_not_erase_it(
    opening: Opening, tmp_path: Path
) -> None:
    database = opening()
    shelf = shelf_of(database, 7)
    for title in TITLES:
        keep(database, title, shelf)

    assert offered(database, "rockts", (shelf,)) == [TITLES[2]]
    assert list(tmp_path.iterdir()) == []
    database.close()


def test_forgetting_takes_the_files_away(opening: Opening, tmp_path: Path) -> None:
    database = indexed(opening)

    snapshot.forget(database)

    assert list(tmp_path.iterdir()) == []
    database.close()


def test_without_a_folder_nothing_is_written(new_postgresql: str) -> None:
    database = open_database(new_postgresql)
    for title in TITLES:
        keep(database, title)

    assert offered(database, "rockts") == [TITLES[2]]
    assert database.beside is None
    database.close()
