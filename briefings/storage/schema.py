"""Bringing the schema to the newest revision, quickly where it already is."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

HEAD = "0004"
"""The newest revision; Alembic is only imported (0.2 s) where the archive is at another."""

MIGRATIONS = Path(__file__).with_name("migrations")


def bring_to_head(engine: Engine) -> None:
    """Raises ArchiveError where the archive's revision is unknown to this program."""
    with engine.connect() as connection:
        at_head = revision_of(connection) == HEAD
    if not at_head:
        migrate(engine, HEAD)


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
