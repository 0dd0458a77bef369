"""A copy made under load holds whole articles, byte for byte; a bad one replaces nothing."""

import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path
from typing import Self

import pytest
from sqlalchemy import make_url, select, text

from briefings.errors import ArchiveError
from briefings.storage.articles import store_article, verify_texts
from briefings.storage.backup import KEPT, back_up, restore
from briefings.storage.database import open_database
from briefings.storage.schema import HEAD, migrate
from briefings.storage.tables import SentenceRow, Version
from tests.conftest import administer
from tests.storage.examples import NOW, new

ROOT = Path(__file__).parents[2]
ENOUGH = 25  # articles that are there before a copy is made
COPIES = 3


def another(url: str) -> str:
    """Where to restore to: a file that does not exist, or an empty database."""
    if url.startswith("sqlite"):
        return f"{url}.restored"
    name = f"restored_{make_url(url).database}"
    administer(url.rpartition("/")[0] + "/", f"CREATE DATABASE {name}")
    return url.rpartition("/")[0] + "/" + name


def texts(url: str) -> dict[int, tuple[str, str, int]]:
    """By version: its text, its hash and how many sentences it has."""
    database = open_database(url)
    with database.reading() as session:
        sentences = list(session.scalars(select(SentenceRow.version_id)))
        found = {
            key: (words, digest, sentences.count(key))
            for key, words, digest in session.execute(
                select(Version.version_id, Version.text, Version.digest)
            )
        }
    assert verify_texts(database) == ()
    database.close()
    return found


class Writer:
    """Stores article after article until the end of the block."""

    def __init__(self, url: str) -> None:
        self._database = open_database(url)
        self._end = threading.Event()
        self._enough = threading.Event()
        self._thread = threading.Thread(target=self._write)

    def _write(self) -> None:
        number = 0
        while not self._end.is_set():
            store_article(self._database, new(f"text {number}"), now=NOW)
            number += 1
            if number == ENOUGH:
                self._enough.set()

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._enough.wait(60)
        return self

    def __exit__(self, *error: object) -> None:
        self._end.set()
        self._thread.join()
        self._database.close()


def test_copies_made_under_load_restore_to_the_same_bytes(
    database_url: str, tmp_path: Path
) -> None:
    copies = [tmp_path / f"copy-{number}" for number in range(COPIES)]
    with Writer(database_url):
        for copy in copies:
            assert back_up(database_url, copy) == copy.stat().st_size
            assert copy.stat().st_mode & 0o077 == 0
    written = texts(database_url)

    counts: list[int] = []
    target = another(database_url)
    for copy in copies:
        counts.append(restore(target, copy, replace=bool(counts)))
        restored = texts(target)
        assert len(restored) == counts[-1]
        assert restored.items() <= written.items()
    assert counts[0] >= ENOUGH
    assert counts == sorted(counts)
    assert not list(tmp_path.glob("*.part*"))
    assert not list(tmp_path.glob("*.restor*ing*"))


def test_a_copy_holds_what_is_only_in_the_log_yet(new_sqlite: str, tmp_path: Path) -> None:
    database = open_database(new_sqlite)
    store_article(database, new(), now=NOW)
    archive = Path(make_url(new_sqlite).database or "")
    shutil.copyfile(archive, tmp_path / "plain")

    back_up(new_sqlite, tmp_path / "copy")

    assert texts(f"sqlite:///{tmp_path}/plain") == {}
    assert texts(f"sqlite:///{tmp_path}/copy") == texts(new_sqlite) != {}
    database.close()


def test_nothing_is_replaced_unless_it_is_meant(database_url: str, tmp_path: Path) -> None:
    database, copy = open_database(database_url), tmp_path / "copy"
    store_article(database, new("first"), now=NOW)
    back_up(database_url, copy)
    store_article(database, new("second"), now=NOW)
    database.close()

    with pytest.raises(ArchiveError, match="--force"):
        back_up(database_url, copy)
    with pytest.raises(ArchiveError, match="--force"):
        restore(database_url, copy)
    assert len(texts(database_url)) == 2

    assert restore(database_url, copy, replace=True) == 1
    assert len(texts(database_url)) == 1
    if database_url.startswith("sqlite"):
        assert len(texts(database_url + KEPT)) == 2


def spoil_text(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("UPDATE versions SET text = replace(text, 'Putin', 'Rasputin')")


def spoil_pages(copy: Path) -> None:
    whole = bytearray(copy.read_bytes())
    whole[8192:24576] = b"\xa5" * 16384
    copy.write_bytes(whole)


def cut(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[: copy.stat().st_size // 2])


def age(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def forge(copy: Path) -> None:
    copy.write_text("no archive at all")


def empty(copy: Path) -> None:
    copy.write_bytes(b"")


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (spoil_text, "not as stored"),
        (spoil_pages, "damaged|no copy"),
        (cut, "damaged|no copy"),
        (age, "newer version of this program"),
        (forge, "no copy"),
        (empty, "no copy"),
    ],
)
def test_a_bad_copy_is_refused_and_the_archive_stays(
    new_sqlite: str, tmp_path: Path, spoil: object, reason: str
) -> None:
    database, copy = open_database(new_sqlite), tmp_path / "copy"
    store_article(database, new(), now=NOW)
    back_up(new_sqlite, copy)
    database.close()
    before = texts(new_sqlite)
    assert callable(spoil)
    spoil(copy)

    with pytest.raises(ArchiveError, match=reason):
        restore(new_sqlite, copy, replace=True)

    assert texts(new_sqlite) == before
    assert {each.name for each in tmp_path.iterdir()} <= {
        "archive.db",
        "archive.db-wal",
        "archive.db-shm",
        "copy",
    }


def test_copies_of_the_other_kind_are_refused(new_sqlite: str, new_postgresql: str) -> None:
    folder = Path(make_url(new_sqlite).database or "").parent
    back_up(new_sqlite, folder / "lite")
    back_up(new_postgresql, folder / "dump")

    with pytest.raises(ArchiveError, match="no copy of a PostgreSQL"):
        restore(new_postgresql, folder / "lite", replace=True)
    with pytest.raises(ArchiveError, match="no copy of a SQLite"):
        restore(new_sqlite, folder / "dump", replace=True)


def test_a_dump_of_a_newer_program_is_refused(new_postgresql: str, tmp_path: Path) -> None:
    database = open_database(new_postgresql)
    with database.begin() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    back_up(new_postgresql, tmp_path / "dump")

    with pytest.raises(ArchiveError, match="newer version of this program"):
        restore(another(new_postgresql), tmp_path / "dump")


def test_an_archive_that_is_away_gives_no_copy(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError):
        back_up(f"sqlite:///{tmp_path}/missing.db", tmp_path / "copy")
    with pytest.raises(ArchiveError) as refusal:
        back_up("postgresql://desk:hunter2@127.0.0.1:1/none", tmp_path / "copy")

    assert "hunter2" not in str(refusal.value)
    assert not list(tmp_path.iterdir())


def test_before_the_schema_changes_a_copy_is_kept(new_sqlite: str) -> None:
    database = open_database(new_sqlite)
    store_article(database, new(), now=NOW)
    migrate(database.engine, "0003")
    database.close()

    open_database(new_sqlite).close()

    copy = Path(f"{make_url(new_sqlite).database}.schema-0003")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (1,)
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0003",)
    assert restore(new_sqlite, copy, replace=True) == 1
    assert HEAD > "0003"


def test_a_new_archive_needs_no_copy(tmp_path: Path) -> None:
    open_database(f"sqlite:///{tmp_path}/new.db").close()

    assert not list(tmp_path.glob("*schema*"))


def test_from_the_shell_a_copy_is_made_and_restored(new_sqlite: str, tmp_path: Path) -> None:
    database = open_database(new_sqlite)
    store_article(database, new(), now=NOW)
    database.close()

    def shell(*arguments: str, url: str = new_sqlite) -> tuple[int, str]:
        done = subprocess.run(  # noqa: S603 -- our own program
            [sys.executable, "-m", "bot", *arguments],
            env={"PYTHONPATH": str(ROOT), "DATABASE_URL": url},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    assert shell("backup", "copy")[0] == 0
    assert shell("backup", "copy")[0] == 2
    assert shell("restore", "copy") == (
        2,
        (
            f"restore: {tmp_path}/archive.db is there already and would be replaced. Use "
            f"--force if that is meant; it is then kept as archive.db{KEPT}.\n"
        ),
    )
    assert shell("restore", "copy", url=f"sqlite:///{tmp_path}/other.db") == (
        0,
        "restored; 1 texts are exactly as they were stored\n",
    )
