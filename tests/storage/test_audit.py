"""The audit log: chained so that tampering shows, erasable so that a person can be forgotten."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import delete, func, select, text
from sqlalchemy.orm import Session

from briefings.storage.audit import Deed, entries, record, record_all
from briefings.storage.database import Database
from briefings.storage.migrations.steps import alone
from briefings.storage.proof import Proof, prove
from briefings.storage.schema import HEAD, migrate
from briefings.storage.tables import AuditEntry, AuditLink, AuditWords
from tests.storage.examples import NOW

GUILD = 2**60


def write(database: Database, number: int, *, guild_id: int | None = GUILD) -> int:
    deed = Deed("test", number, NOW, guild_id, number + 1)
    words = {"number": number, "words": f"слова 말 {number}", "nested": [[1, "a"], None, 0.5]}
    return database.do(lambda session: record(session, deed, before=None, after=words))


def do(database: Database, statement: str) -> None:
    with database.begin() as session:
        if database.dialect == "sqlite":
            session.execute(text("PRAGMA defer_foreign_keys=ON"))
        session.execute(text(statement))


def test_what_was_written_proves_to_be_unbroken(database: Database) -> None:
    for number in range(3):
        write(database, number)
        write(database, number + 10, guild_id=None)
    batch = [(Deed("batch", 1, NOW, GUILD + n % 2), n, {"n": n}) for n in range(5)]
    with database.begin() as session:
        record_all(session, batch)
        record(session, Deed("last", None, NOW, GUILD))

    assert prove(database) == Proof(12, 0)
    assert prove(database, GUILD) == Proof(7, 0)
    assert [entry.after and entry.after["number"] for entry in entries(database, None)] == [
        12,
        11,
        10,
    ]


@pytest.mark.parametrize(
    ("tampering", "reason"),
    [
        ("UPDATE audit_log SET action = 'other' WHERE entry_id = 3", "not what was written"),
        ("UPDATE audit_log SET guild_id = 5 WHERE entry_id = 3", "not what was written"),
        ('UPDATE audit_words SET "by" = 77 WHERE entry_id = 3', "its words are not"),
        ("UPDATE audit_words SET after = '{\"number\": 2}' WHERE entry_id = 3", "its words"),
        ("UPDATE audit_links SET hash = words_digest WHERE entry_id = 3", "not what was written"),
        ("DELETE FROM audit_links WHERE entry_id = 3", "it stands in no chain"),
    ],
)
def test_the_first_changed_entry_is_named(database: Database, tampering: str, reason: str) -> None:
    for number in range(5):
        write(database, number)
    do(database, tampering)

    proof = prove(database)

    assert proof.broken_at == 3
    assert reason in proof.reason


def test_entries_taken_from_the_middle_or_the_end_are_missed(database: Database) -> None:
    for number in range(4):
        write(database, number)
        write(database, number + 20, guild_id=None)
    for entry_id in (8, 3):
        with database.begin() as session:
            for table in (AuditLink, AuditWords, AuditEntry):
                session.execute(delete(table).where(table.entry_id == entry_id))

        proof = prove(database)

        wanted = {8: (6, "entries after it are gone"), 3: (5, "an entry before it is gone")}
        if entry_id == 3:
            proof = prove(database, GUILD)
        assert (proof.broken_at, proof.reason) == wanted[entry_id]


def test_erased_words_leave_the_chain_verifiable_and_nothing_to_guess_from(
    database: Database,
) -> None:
    for number in range(4):
        write(database, number)
    same = [write(database, 50), write(database, 60)]
    with database.begin() as session:
        session.execute(delete(AuditWords).where(AuditWords.entry_id.in_((2, same[0]))))

    assert prove(database) == Proof(6, 2)
    erased = entries(database, GUILD)[4]
    assert (erased.entry_id, erased.erased, erased.by, erased.after) == (2, True, None, None)
    with database.reading() as session:
        salts = session.scalars(select(AuditWords.salt)).all()
    assert len(set(salts)) == 4


def test_writers_at_the_same_time_lengthen_one_chain_and_never_fork_it(
    open_again: Callable[[], Database],
) -> None:
    databases = [open_again() for _ in range(6)]

    def work(place: int) -> None:
        for number in range(6):
            guild_id = (GUILD, None)[number % 2]
            write(databases[place], place * 100 + number, guild_id=guild_id)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(work, range(6)))

    assert prove(databases[0]) == Proof(36, 0)
    with databases[0].reading() as session:
        ends = select(AuditLink.chain_id, func.max(AuditLink.position)).group_by(AuditLink.chain_id)
        assert set(map(tuple, session.execute(ends))) == {(0, 18), (GUILD, 18)}


def test_a_deed_that_fails_leaves_no_link(database: Database) -> None:
    write(database, 1)

    def fail(session: Session) -> None:
        record(session, Deed("fails", 1, NOW, GUILD))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.do(fail)

    write(database, 2)

    assert prove(database) == Proof(2, 0)


def test_entries_from_before_there_were_chains_are_chained_by_the_migration(
    database: Database,
) -> None:
    for number in range(7):
        write(database, number, guild_id=(GUILD, None, GUILD + 1)[number % 3])
    before = {each: entries(database, each) for each in (GUILD, None, GUILD + 1)}
    migrate(database.engine, "0007")
    with alone(database.engine) as connection:
        kept = connection.execute(text("SELECT after FROM audit_log")).scalars().all()
        assert all(words is not None for words in kept)

    migrate(database.engine, HEAD)

    assert prove(database) == Proof(7, 0)
    assert {each: entries(database, each) for each in before} == before
    write(database, 20)
    assert prove(database) == Proof(8, 0)
    with database.reading() as session:
        assert session.scalar(select(func.count(AuditEntry.entry_id))) == 8


def test_words_are_digested_as_they_come_back(database: Database) -> None:
    odd: Mapping[str, Any] = {"b": 1, "a": [True, None, -0.0, 1e300, "\u2028\ud7ff"], "ё": {"1": 2}}
    with database.begin() as session:
        record(session, Deed("odd", None, NOW, GUILD), before=odd, after={})

    assert prove(database) == Proof(1, 0)
    assert entries(database, GUILD)[0].before == odd
