"""Bringing the schema to the newest revision, quickly where it already is."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from briefings.storage.copies import copy_sqlite

HEAD = "0015"
"""The newest revision; Alembic is only imported (0.2 s) where the archive is at another."""

MIGRATIONS = Path(__file__).with_name("migrations")


def bring_to_head(engine: Engine) -> None:
    """Raises ArchiveError where the archive's revision is unknown to this program.

    A SQLite archive is copied first, to a file beside it that has its old revision in its name.
    """
    with engine.connect() as connection:
        revision = revision_of(connection)
    if revision == HEAD:
        return
    check_known(revision)
    archive = engine.url.database
    if revision is not None and archive and engine.dialect.name == "sqlite":
        copy_sqlite(Path(archive), Path(f"{archive}.schema-{revision}"))
    migrate(engine, HEAD)


def check_known(revision: str | None) -> None:
    """Raises ArchiveError where a newer program has written it."""
    if revision in (None, HEAD):
        return
    from briefings.storage.migrations import steps  # noqa: PLC0415 -- see HEAD

    steps.check_known(revision, MIGRATIONS)


def revision_of(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def migrate(engine: Engine, revision: str) -> None:
    """Go up, or down, to `revision`: one transaction, and nobody else migrates meanwhile."""
    from briefings.storage.migrations import steps  # noqa: PLC0415 -- see HEAD

    with engine.connect() as connection:
        steps.check_known(revision_of(connection), MIGRATIONS)
    with steps.alone(engine) as connection:
        steps.move(connection, MIGRATIONS, revision)
