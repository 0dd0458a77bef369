"""An archive of made-up articles, built once and kept where it is told to be.

    python benchmarks/filled.py --articles 100000 --archive archive.db

The texts are read in two processes and stored in batches, as a folder of documents would be.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent))

from generated import Generator

from briefings.ingest.reading import read
from briefings.storage.articles import NewArticle, count_documents, store_articles
from briefings.storage.database import Database, open_database
from briefings.storage.shelves import COMMON_SHELF

NOW = datetime(2024, 6, 20, tzinfo=UTC)
TOGETHER = 500
READERS = 2
DAYS = 900


def texts_of(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """(title, text) of each article, always the same for the same count and seed."""
    generator = Generator(seed)
    for title in list(generator.titles(count)):
        yield title, generator.text(title)


def article(number: int, title: str, text: str) -> NewArticle:
    body = text.encode()
    return NewArticle(
        shelf_id=COMMON_SHELF,
        source=f"Source {number % 40}",
        title=title,
        body=body,
        reading=read(body, file_name="text.txt"),
        origin="paste",
        published_on=date.fromordinal(NOW.toordinal() - number % DAYS),
    )


def filled(url: str, count: int, seed: int = 1) -> Database:
    """The archive at `url` with so many articles; what it lacks of them is read and stored now."""
    database = open_database(url)
    there = count_documents(database, shelves=(COMMON_SHELF,))
    texts = islice(enumerate(texts_of(count, seed)), there, None)
    with ProcessPoolExecutor(READERS) as readers:
        while some := list(islice(texts, TOGETHER)):
            numbers, pairs = zip(*some, strict=True)
            batch = list(readers.map(article, numbers, *zip(*pairs, strict=True), chunksize=50))
            store_articles(database, batch, now=NOW)
    return database


def titles_of(count: int, seed: int = 1) -> list[str]:
    return list(Generator(seed).titles(count))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--archive", type=Path, required=True, help="its file")
    given = parser.parse_args()
    began = time.perf_counter()
    filled(f"sqlite:///{given.archive}", given.articles).close()
    seconds = time.perf_counter() - began
    size = given.archive.stat().st_size / 1e6
    print(f"{given.articles:,} articles in {seconds:.0f} s; {size:.0f} MB")


if __name__ == "__main__":
    main()
