"""An archive of made-up articles, built once and kept where it is told to be.

    python -m benchmarks.filled --articles 100000 --archive archive.db

Of the texts nothing is read but their sentences, so that a hundred thousand take minutes: they hold
neither quotes nor dates, and `search.py` measures reading and storing by itself.
"""

import argparse
import re
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import islice, pairwise
from pathlib import Path

from benchmarks.generated import Generator
from briefings.model import Block, BlockKind, Extraction, Kind, Reading, Sentence, Span
from briefings.storage.articles import NewArticle, count_documents, store_articles
from briefings.storage.database import Database, open_database
from briefings.storage.shelves import COMMON_SHELF

NOW = datetime(2024, 6, 20, tzinfo=UTC)
TOGETHER = 500
DAYS = 900


def texts_of(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """(title, text) of each article, always the same for the same count and seed."""
    generator = Generator(seed)
    for title in list(generator.titles(count)):
        yield title, generator.text(title)


def article(number: int, title: str, text: str, reading: Reading | None = None) -> NewArticle:
    return NewArticle(
        shelf_id=COMMON_SHELF,
        source=f"Source {number % 40}",
        title=title,
        body=text.encode(),
        reading=reading or sentences_alone(text),
        origin="paste",
        published_on=date.fromordinal(NOW.toordinal() - number % DAYS),
    )


def sentences_alone(text: str) -> Reading:
    """The reading of running text in which every sentence ends with a full stop."""
    ends = [match.end() for match in re.finditer(r"\.(?: |$)", text)]
    spans = [Span(start, end) for start, end in pairwise([0, *ends])]
    return Reading(
        extraction=Extraction(
            text=text,
            blocks=(Block(Span(0, len(text)), BlockKind.BODY),),
            media_type="text/plain",
            encoding="utf-8",
        ),
        language="en",
        kind=Kind.NEWS,
        flags=frozenset(),
        sentences=tuple(Sentence(span, BlockKind.BODY) for span in spans),
        quotes=(),
        statements=(),
        mentions=(),
        dates=(),
        summary=(0,),
        edges=(),
        fingerprints=frozenset(),
    )


def filled(url: str, count: int, seed: int = 1) -> Database:
    """The archive at `url` with so many articles; what it lacks of them is read and stored now."""
    database = open_database(url)
    there = count_documents(database, shelves=(COMMON_SHELF,))
    texts = islice(enumerate(texts_of(count, seed)), there, None)
    while some := list(islice(texts, TOGETHER)):
        batch = [article(number, *pair) for number, pair in some]
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
