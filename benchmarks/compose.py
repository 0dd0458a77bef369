"""Seconds to compose an edition from a thousand new articles.

    python -m benchmarks.compose

The articles are the seeds over and over, each time as a document of its own that nobody knows to
be a copy, published in the hours before the edition: every sentence of them is a candidate.
"""

import gc
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefings.compose import compose, edition_to_json
from briefings.ingest.reading import read
from briefings.model import Article, Flag, Reading, Window

SEEDS = Path(__file__).parent.parent / "seeds"
UNTIL = datetime(2024, 6, 20, tzinfo=UTC)
ARTICLES = 1000
RUNS = 5


def article(number: int, reading: Reading) -> Article:
    moment = UNTIL - timedelta(minutes=4 * number)
    return Article(
        document_id=number,
        version_id=number,
        version=1,
        shelf_id=1,
        source=f"Source {number % 40}",
        title="",
        url=None,
        published=moment,
        published_on=None,
        first_seen=moment,
        origin="paste",
        added_by=None,
        digest=str(number),
        near_duplicate_of=None,
        removed_at=None,
        reading=replace(reading, flags=reading.flags - {Flag.UNDATED}),
    )


def main() -> None:
    paths = sorted(SEEDS.glob("00?_*.txt"))
    readings = [read(path.read_bytes(), file_name=path.name) for path in paths]
    usable = [reading for reading in readings if Flag.REWORDED not in reading.flags]
    articles = [article(number, usable[number % len(usable)]) for number in range(1, ARTICLES + 1)]
    window = Window(UNTIL - timedelta(hours=72), UNTIL, 72)
    sentences = sum(len(each.reading.sentences) for each in articles)
    print(f"{ARTICLES:,} new articles, {sentences:,} sentences")
    for _ in range(RUNS):
        gc.collect()
        start = time.perf_counter()
        edition = compose(articles, window=window, zone="Asia/Seoul")
        seconds = time.perf_counter() - start
        items = sum(len(section.items) for section in edition.sections)
        print(f"{seconds:.2f} s, {items} items, {len(edition_to_json(edition)):,} characters")


if __name__ == "__main__":
    main()
