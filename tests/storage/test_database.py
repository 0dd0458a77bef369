"""Opening the archive."""

from sqlalchemy import text

from briefings.storage.database import Database


def test_an_archive_opens_at_the_newest_schema(database: Database) -> None:
    with database.reading() as session:
        assert session.scalar(text("SELECT version_num FROM alembic_version")) == "0004"
