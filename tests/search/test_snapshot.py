"""The file of an index beside the archive: quick to load, never believed against the archive."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.search import snapshot, suggest_titles, titleindex
from briefings.search.standing import standing
from briefings.storage.articles import remove_document, store_article
from briefings.storage.database import Database, open_database
from briefings.storage.shelves import COMMON_SHELF
from tests.storage.examples import NOW, new

COMMON = (COMMON_SHELF,)
TITLES = ("Treaty signed in Pyongyang", "Seoul protests", "Rockets over the sea", "김대중 회고록")
FILE = "archive.db.titles-1"


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(titleindex, "MOST_LATE", 2)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Database]:
    database = open_database(f"sqlite:///{tmp_path}/archive.db")
    for title in TITLES:
        keep(database, title)
    yield database
    database.close()


def keep(database: Database, title: str) -> int:
    return store_article(database, new(title, title=title), now=NOW).document_id


def offered(database: Database, typed: str) -> list[str]:
    return [hit.title for hit in suggest_titles(database, typed, shelves=COMMON)]


def restarted(database: Database) -> Database:
    assert database.file is not None
    database.close()
    return open_database(f"sqlite:///{database.file}")


def from_file(database: Database) -> bool:
    return snapshot.load(database, "titles", shelf_id=COMMON_SHELF) is not None


def test_an_index_that_was_kept_is_taken_up_with_what_came_since(
    archive: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert offered(archive, "rockts") == [TITLES[2]]
    remove_document(archive, 2, shelf_id=COMMON_SHELF, by=1, interaction_id=None, now=NOW)
    keep(archive, "Bridge opened")
    monkeypatch.setattr(titleindex, "MOST_LATE", 1000)
    again = restarted(archive)

    assert offered(again, "traety") == [TITLES[0]]
    assert offered(again, "seoul protests") == []
    assert offered(again, "brigde") == ["Bridge opened"]
    assert offered(again, "kim dae jung") == [TITLES[3]]
    with standing(again).titles(again, COMMON) as (index,):
        assert index.settled is not None, "it was built anew"
    assert sorted(path.name for path in tmp_path.glob("archive.db.*")) == [FILE]
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("cut", [0, 1, 30, 200, 2000, -1])
def test_a_torn_file_is_built_anew(archive: Database, tmp_path: Path, cut: int) -> None:
    offered(archive, "treaty")
    whole = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(whole[:cut])
    again = restarted(archive)

    assert not from_file(again)
    assert offered(again, "rockts") == [TITLES[2]]
    assert (tmp_path / FILE).read_bytes() == whole


def test_no_flipped_byte_is_believed(archive: Database, tmp_path: Path) -> None:
    offered(archive, "treaty")
    whole = (tmp_path / FILE).read_bytes()
    assert from_file(archive)
    for at in range(0, len(whole), 97):
        broken = bytearray(whole)
        broken[at] ^= 0x55
        (tmp_path / FILE).write_bytes(broken)
        assert not from_file(archive), at


def test_a_file_of_another_archive_is_not_believed(archive: Database, tmp_path: Path) -> None:
    offered(archive, "treaty")
    (tmp_path / "other").mkdir()
    other = open_database(f"sqlite:///{tmp_path}/other/archive.db")
    for number in range(6):
        keep(other, f"Quite another {number}")
    shutil.copy(tmp_path / FILE, tmp_path / "other" / FILE)

    assert not from_file(other)
    assert len(offered(other, "quite anoter")) == 6
    other.close()


def test_a_file_is_not_believed_once_the_archive_was_set_back(
    archive: Database, tmp_path: Path
) -> None:
    archive.close()
    shutil.copy(tmp_path / "archive.db", tmp_path / "older.db")
    archive = open_database(f"sqlite:///{tmp_path}/archive.db")
    for number in range(4):
        keep(archive, f"Taken back {number}")
    assert len(offered(archive, "taken back")) == 4
    archive.close()
    shutil.copy(tmp_path / "older.db", tmp_path / "archive.db")
    again = open_database(f"sqlite:///{tmp_path}/archive.db")
    for number in range(9):
        keep(again, f"Come instead {number}")

    assert not from_file(again)
    assert offered(again, "taken back") == []
    assert len(offered(again, "come instead")) == 9
    again.close()


def test_a_folder_that_cannot_be_written_is_no_matter(archive: Database, tmp_path: Path) -> None:
    (tmp_path / f"{FILE}.part").mkdir()

    assert offered(archive, "rockts") == [TITLES[2]]
    assert not (tmp_path / FILE).exists()
