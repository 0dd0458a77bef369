"""Texts as the reader reads them, in the archive."""

from datetime import UTC, date, datetime

from briefings.ingest.reader import Hints
from briefings.ingest.reading import read
from briefings.model import Article
from briefings.storage.articles import NewArticle, store_article
from briefings.storage.database import Database
from briefings.storage.shelves import COMMON_SHELF

NOW = datetime(2024, 6, 20, 6, 0, tzinfo=UTC)


def kept(
    database: Database,
    text: str,
    *,
    source: str,
    published_on: date | None = date(2024, 6, 20),
    shelf_id: int = COMMON_SHELF,
    now: datetime = NOW,
) -> Article:
    """The text, published by the source on that day."""
    found = read(text.encode(), file_name="a.txt", hints=Hints(published_on=published_on))
    new = NewArticle(
        shelf_id=shelf_id,
        source=source,
        title=text.partition(".")[0][:80],
        body=text.encode(),
        reading=found,
        origin="paste",
        url=f"https://{source.casefold().replace(' ', '-')}.example/a",
        published_on=published_on,
    )
    return store_article(database, new, now=now)
