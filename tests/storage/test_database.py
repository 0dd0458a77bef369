"""Transactions, clocks and time zones of the archive."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session

from briefings.errors import ArchiveError
from briefings.storage.articles import article, list_documents, verify_texts
from briefings.storage.database import Database, database_now, open_database
from briefings.storage.shelves import COMMON_SHELF
from briefings.storage.tables import Document, SentenceRow, Shelf, Version, Worker
from tests.storage.examples import NOW, reading

ROOT = Path(__file__).parent.parent.parent
KILLS = 6

STORE_FOR_EVER = """
import sys
from briefings.storage.articles import store_article
from briefings.storage.database import open_database
from tests.storage.examples import NOW, new

database = open_database(sys.argv[1])
for number in range(10**6):
    store_article(database, new(f"{sys.argv[2]} {number}"), now=NOW)
    print(number, flush=True)
"""


def test_a_naive_datetime_is_refused(database: Database) -> None:
    naive = datetime(2024, 6, 20)  # noqa: DTZ001 -- that is the point

    with pytest.raises(StatementError, match="without a time zone"), database.begin() as session:
        session.add(Worker(worker_id="w", seen_at=naive))


def test_an_instant_comes_back_in_utc_to_the_microsecond(database: Database) -> None:
    seoul = timezone(timedelta(hours=9))
    moment = datetime(2024, 6, 20, 1, 2, 3, 456789, tzinfo=seoul)
    with database.begin() as session:
        session.add(Worker(worker_id="w", seen_at=moment))

    with database.reading() as session:
        kept = session.get_one(Worker, "w").seen_at
        assert session.scalar(select(func.count()).where(Worker.seen_at == moment)) == 1

    assert kept == moment
    assert kept.tzinfo is UTC


def test_the_databases_clock_is_an_aware_utc_instant(database: Database) -> None:
    with database.reading() as session:
        first, second = database_now(session), database_now(session)

    assert first.utcoffset() == timedelta(0)
    assert timedelta(0) <= second - first < timedelta(seconds=10)


def test_an_error_inside_a_transaction_leaves_nothing(database: Database) -> None:
    def fail_half_way(session: Session) -> None:
        session.add(Shelf(guild_id=5))
        session.flush()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.do(fail_half_way)

    with database.reading() as session:
        assert session.scalar(select(func.count(Shelf.shelf_id))) == 1


def test_what_a_question_reads_is_of_one_state_of_the_archive(new_sqlite: str) -> None:
    database = open_database(new_sqlite)

    def shelves() -> int:
        with database.reading() as session:
            return session.scalar(select(func.count(Shelf.shelf_id))) or 0

    with database.steadily():
        first = shelves()
        with database.begin() as session:
            session.add(Shelf(guild_id=5))
        with database.steadily():  # a question within a question
            again = shelves()
    after = shelves()
    database.close()

    assert (first, again, after) == (1, 1, 2)


def test_a_question_that_fails_leaves_nothing_open(database: Database) -> None:
    failing = pytest.raises(Exception, match="nowhere")
    with failing, database.steadily(), database.reading() as session:
        session.execute(text("SELECT nothing FROM nowhere"))

    with database.reading() as session:
        assert session.scalar(select(func.count(Shelf.shelf_id))) == 1


def test_sqlite_is_as_careful_as_it_can_be(new_sqlite: str) -> None:
    database = open_database(new_sqlite)
    with database.reading() as session:
        pragmas = {
            name: session.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    database.close()

    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 30_000,
    }


def test_errors_of_the_database_show_no_parameters(database: Database) -> None:
    with pytest.raises(Exception, match="hidden") as failure, database.reading() as session:
        session.execute(text("SELECT nothing FROM nowhere WHERE x = :x"), {"x": "canary-word"})

    assert "canary-word" not in str(failure.value)


def test_an_archive_that_is_no_longer_there_is_an_archive_error(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'a.db'}")
    database.close()
    for path in tmp_path.iterdir():
        path.write_bytes(b"this is no database at all" * 100)

    with pytest.raises(ArchiveError, match="nothing was changed"), database.begin() as session:
        session.add(Shelf(guild_id=5))


def _store_and_kill(url: str, run: int) -> int:
    """Let a child store, kill it in the middle of its work; how many it said it had stored."""
    with subprocess.Popen(  # noqa: S603 -- our own program
        [sys.executable, "-c", STORE_FOR_EVER, url, str(run)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env={"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        text=True,
    ) as child:
        assert child.stdout is not None
        said = [child.stdout.readline() for _ in range(run + 1)]
        os.kill(child.pid, signal.SIGKILL)
        said += child.stdout.readlines()
    return sum(line.endswith("\n") for line in said)


def test_killing_the_program_while_it_stores_leaves_no_partial_article(
    database_url: str, open_again: Callable[[], Database]
) -> None:
    stored = sum(_store_and_kill(database_url, run) for run in range(KILLS))

    database = open_again()
    rows = list_documents(database, shelves=(COMMON_SHELF,), limit=10**6)
    assert len(rows) >= stored >= KILLS
    assert verify_texts(database) == ()
    for row in rows[:50]:
        found = article(database, row.document_id, shelves=(COMMON_SHELF,))
        assert found.reading == reading()
        assert found.first_seen == NOW
    with database.reading() as session:
        counts = [
            session.scalar(select(func.count()).select_from(table)) for table in (Document, Version)
        ]
        assert counts == [len(rows), len(rows)]
        assert session.scalar(select(func.count()).select_from(SentenceRow)) == 3 * len(rows)


def test_long_statements_to_a_server_do_not_wait_for_acknowledgements(new_postgresql: str) -> None:
    database = open_database(new_postgresql)
    with database.engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        assert driver._usock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
    database.close()


def test_what_is_done_together_is_one_transaction_and_a_mistake_undoes_all_of_it(
    database: Database,
) -> None:
    def put_up(guild_id: int) -> int:
        with database.begin() as session:
            session.add(Shelf(guild_id=guild_id))
            return guild_id

    def stumble() -> int:
        raise KeyError("stumbled")

    before = database.writes
    assert database.together([lambda: put_up(7), lambda: put_up(8)]) == [7, 8]
    assert database.writes == before + 1
    with pytest.raises(KeyError):
        database.together([lambda: put_up(9), stumble])
    put_up(10)

    with database.reading() as session:
        guilds = session.scalars(select(Shelf.guild_id).where(Shelf.guild_id.is_not(None)))
        assert set(guilds) == {7, 8, 10}
