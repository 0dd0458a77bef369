"""The schema goes up and down without losing what it need not lose, on both databases."""

from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import func, select, text

from briefings.errors import ArchiveError
from briefings.storage.articles import article, store_article
from briefings.storage.database import Database, open_database
from briefings.storage.fulltext import SQLITE_TRIGGERS, is_index_of_ours
from briefings.storage.index import passage_candidates
from briefings.storage.migrations.steps import alone, check_foreign_keys
from briefings.storage.migrations.steps import move as move_within
from briefings.storage.schema import HEAD, MIGRATIONS, bring_to_head, migrate, revision_of
from briefings.storage.shelves import COMMON_SHELF
from briefings.storage.tables import Base, Document, Passage, Version
from tests.storage.examples import NOW, TEXT, new

REVISIONS = [f"{number:04}" for number in (*range(1, 10), *range(11, 16))]
COMMON = (COMMON_SHELF,)


def test_the_head_that_opening_looks_for_is_the_newest_revision() -> None:
    scripts = ScriptDirectory(str(MIGRATIONS))

    assert scripts.get_current_head() == HEAD
    assert [step.revision for step in scripts.walk_revisions()][::-1] == REVISIONS


def test_the_migrated_schema_is_the_one_the_program_thinks_it_is(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_object": lambda thing, name, *rest: not is_index_of_ours(name),
            },
        )
        assert compare_metadata(context, Base.metadata) == []


def test_the_stairs_go_down_and_up_from_every_step_and_keep_the_documents(
    database: Database,
) -> None:
    keys = [store_article(database, new(str(n)), now=NOW).document_id for n in range(20)]

    for revision in [*REVISIONS[::-1], *REVISIONS[1:]]:
        migrate(database.engine, revision)
        with database.engine.connect() as connection:
            assert revision_of(connection) == revision
            assert connection.scalar(select(func.count(Document.document_id))) == 20
            assert set(connection.scalars(select(Version.text))) == {TEXT}
        migrate(database.engine, HEAD)
        migrate(database.engine, revision)

    migrate(database.engine, HEAD)
    assert article(database, keys[0], shelves=COMMON).text == TEXT


def test_the_whole_stairs_down_and_up_leave_an_archive_that_works(database: Database) -> None:
    store_article(database, new(), now=NOW)

    migrate(database.engine, "base")
    migrate(database.engine, HEAD)

    assert store_article(database, new(), now=NOW).document_id == 1
    assert len(passage_candidates(database, [["Pyongyang"]], shelves=COMMON)) == 1


def test_opening_an_archive_of_a_newer_program_says_what_to_do(
    database: Database, open_again: Callable[[], Database]
) -> None:
    with database.begin() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(ArchiveError, match="newer version of this program") as refusal:
        open_again()

    assert refusal.value.fields["schema"] == "9999"


def test_opening_at_an_older_revision_goes_up(
    database: Database, open_again: Callable[[], Database]
) -> None:
    migrate(database.engine, "0002")

    with open_again().reading() as session:
        assert session.scalar(text("SELECT version_num FROM alembic_version")) == HEAD


def test_an_archive_on_postgresql_gets_rid_of_what_was_beside_the_stems(
    new_postgresql: str,
) -> None:
    database = open_database(new_postgresql)
    migrate(database.engine, "0014")
    with database.begin() as session:
        lexemes = "SELECT attname FROM pg_attribute WHERE attrelid = 'passages'::regclass"
        assert "lexemes" in session.scalars(text(lexemes)).all()
    migrate(database.engine, HEAD)
    keys = [store_article(database, new(str(n)), now=NOW).document_id for n in range(3)]
    migrate(database.engine, "0014")
    migrate(database.engine, HEAD)

    with database.begin() as session:
        assert "lexemes" not in session.scalars(text(lexemes)).all()
    hits = passage_candidates(database, [["Pyongyang"]], shelves=COMMON)
    assert {hit.document_id for hit in hits} == {*keys}
    database.close()


def test_rebuilding_a_table_on_sqlite_deletes_no_rows_and_keeps_the_index(
    new_sqlite: str,
) -> None:
    database = open_database(new_sqlite)
    store_article(database, new(), now=NOW)

    with alone(database.engine) as connection:
        operations = Operations(MigrationContext.configure(connection))
        for table in ("documents", "passages"):
            with operations.batch_alter_table(table, recreate="always"):
                pass
        check_foreign_keys(connection)
        move_within(connection, MIGRATIONS, "0003")  # env.py puts the triggers back

    migrate(database.engine, HEAD)
    with database.reading() as session:
        assert session.scalar(select(func.count(Version.version_id))) == 1
        assert session.scalar(select(func.count(Passage.passage_id))) == 1
        triggers = "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"
        assert session.scalar(text(triggers)) == len(SQLITE_TRIGGERS)
    store_article(database, new("two"), now=NOW)
    assert len(passage_candidates(database, [["Pyongyang"]], shelves=COMMON)) == 2
    database.close()


def test_a_migration_that_leaves_orphans_is_undone(new_sqlite: str) -> None:
    database = open_database(new_sqlite)
    store_article(database, new(), now=NOW)

    def delete_carelessly() -> None:
        with alone(database.engine) as connection:
            connection.execute(text("DELETE FROM documents"))
            check_foreign_keys(connection)

    with pytest.raises(ArchiveError, match="point at nothing"):
        delete_carelessly()

    with database.reading() as session:
        assert session.scalar(select(func.count(Document.document_id))) == 1
        assert session.scalar(text("PRAGMA foreign_keys")) == 1
    database.close()


def test_an_index_that_disagrees_with_its_table_stops_the_migration(new_sqlite: str) -> None:
    database = open_database(new_sqlite)
    store_article(database, new(), now=NOW)
    with database.begin() as session:
        session.execute(text("DROP TRIGGER passage_index_update"))
        session.execute(text("UPDATE passages SET folded = 'something else'"))

    with pytest.raises(Exception, match="malformed"):
        migrate(database.engine, "0003")
    database.close()


def test_an_archive_that_cannot_be_opened_says_where(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"no/such/folder.*cannot be opened"):
        open_database(f"sqlite:///{tmp_path}/no/such/folder/archive.db")


def test_the_password_of_an_archive_is_not_in_the_error() -> None:
    with pytest.raises(ArchiveError) as refusal:
        open_database("postgresql://somebody:secret@127.0.0.1:1/archive")

    assert "secret" not in str(refusal.value)
    assert "127.0.0.1" in str(refusal.value)


def test_two_programs_may_open_an_empty_archive_at_once(tmp_path: Path) -> None:
    first, second = (open_database(f"sqlite:///{tmp_path / 'new.db'}") for _ in range(2))

    bring_to_head(first.engine)
    store_article(second, new(), now=NOW)
    first.close()
    second.close()
