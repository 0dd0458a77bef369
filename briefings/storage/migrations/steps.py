"""Running Alembic from the program, without its configuration file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from briefings.errors import ArchiveError

MIGRATION_LOCK = 7_586_114_020
"""Any number, the same in every process: the key of PostgreSQL's advisory lock."""


def config_for(folder: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def check_known(revision: str | None, folder: Path) -> None:
    known = {step.revision for step in ScriptDirectory(str(folder)).walk_revisions()}
    if revision is not None and revision not in known:
        raise ArchiveError(
            f"The archive was written by a newer version of this program (schema {revision}). "
            "Install that version or a newer one, or open a backup made before the update.",
            schema=revision,
        )


@contextmanager
def alone(engine: Engine) -> Iterator[Connection]:
    """A transaction in which no other process migrates.

    Foreign keys are off in it on SQLite: rebuilding a table there is dropping it, which would
    delete the rows that point at it. Nor may renaming ask whether views still find their tables.
    """
    with engine.execution_options(writes=True).connect() as connection:
        if engine.dialect.name == "sqlite":
            cursor = connection.connection.cursor()
            cursor.execute("PRAGMA foreign_keys=OFF")
            cursor.execute("PRAGMA legacy_alter_table=ON")
            try:
                with connection.begin():
                    yield connection
            finally:
                cursor.execute("PRAGMA foreign_keys=ON")
                cursor.execute("PRAGMA legacy_alter_table=OFF")
            return
        with connection.begin():
            connection.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})"))
            yield connection


def move(connection: Connection, folder: Path, revision: str) -> None:
    config = config_for(folder)
    config.attributes["connection"] = connection
    wanted = ScriptDirectory(str(folder))
    current = connection_revision(connection)
    order = [step.revision for step in wanted.walk_revisions()][::-1]
    if revision != "base" and (current is None or order.index(current) < order.index(revision)):
        command.upgrade(config, revision)
    elif revision != current:
        command.downgrade(config, revision)


def connection_revision(connection: Connection) -> str | None:
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415

    return MigrationContext.configure(connection).get_current_revision()


def check_foreign_keys(connection: Connection) -> None:
    """Raises ArchiveError, and so undoes the migration, where a row points at nothing."""
    if connection.dialect.name != "sqlite":
        return
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if orphans:
        tables = ", ".join(sorted({str(orphan[0]) for orphan in orphans}))
        raise ArchiveError(
            f"The archive was not updated: rows of {tables} point at nothing. Restore a backup.",
            tables=tables,
        )
