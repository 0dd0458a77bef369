"""What a look into the archive costs, in steps of SQLite's machine: no more on a longer shelf."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from briefings.storage.articles import articles, bodies, store_articles
from briefings.storage.changes import titles_at
from briefings.storage.database import Database, open_database
from briefings.storage.index import newest_titles, titles
from briefings.storage.shelves import COMMON_SHELF
from tests.storage.examples import NOW, new

SHORT, LONG = 40, 240
COMMON = (COMMON_SHELF,)
FEW = (3, 20, 37)
LOOKS: dict[str, Callable[[Database], object]] = {
    "titles": lambda database: titles(database, FEW, shelves=COMMON),
    "newest": lambda database: newest_titles(database, shelves=COMMON, limit=3),
    "articles": lambda database: articles(database, FEW, shelves=COMMON),
    "bodies": lambda database: bodies(database, FEW, shelves=COMMON),
    "titles-at": lambda database: titles_at(database, FEW, shelf_id=COMMON_SHELF),
}


def steps(database: Database, look: Callable[[Database], object]) -> int:
    count = 0

    def step() -> int:
        nonlocal count
        count += 1
        return 0

    def watch(connection: Any, *_: object) -> None:
        connection.set_progress_handler(step, 1)

    event.listen(database.engine, "checkout", watch)
    try:
        assert look(database)
    finally:
        event.remove(database.engine, "checkout", watch)
    return count


@pytest.fixture(scope="module")
def shelves(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Database]:
    """By length: shelves of documents of one day each, and some of one day together."""
    folder: Path = tmp_path_factory.mktemp("work")
    opened = {}
    for length in (SHORT, LONG):
        opened[length] = open_database(f"sqlite:///{folder / f'{length}.db'}")
        many = [
            new(
                f"Text number {each}",
                title=f"Title {each}",
                published_on=date(2024, 1, 1) + timedelta(each) if each % 10 else None,
            )
            for each in range(length)
        ]
        store_articles(opened[length], many, now=NOW)
    return opened


@pytest.mark.parametrize("look", LOOKS)
def test_what_is_looked_up_is_all_that_is_looked_at(
    shelves: dict[int, Database], look: str
) -> None:
    few, many = (steps(shelves[length], LOOKS[look]) for length in (SHORT, LONG))

    assert few > 0
    assert many < 2 * few
