"""What one process stores another finds at once, and reads what has come, not the archive."""

from collections.abc import Callable
from hashlib import blake2b

import pytest
from sqlalchemy import event

from briefings.search import ask, suggest_titles
from briefings.storage.articles import store_article, store_articles
from briefings.storage.database import Database
from briefings.storage.shelves import COMMON_SHELF
from tests.storage.examples import NOW, new

COMMON = (COMMON_SHELF,)
MOST_READ = 60
"""Rows: the change, the words of one document, the hit with all that is shown of it."""


def counted(database: Database) -> list[int]:
    """Grows by one with every row that the database gives."""
    rows: list[int] = []

    def keep(cursor: object, row: object) -> object:
        rows.append(1)
        return row

    if database.dialect == "sqlite":
        event.listen(
            database.engine, "checkout", lambda plain, *_: setattr(plain, "row_factory", keep)
        )
    else:
        event.listen(
            database.engine,
            "after_cursor_execute",
            lambda connection, cursor, *_: rows.extend([1] * max(0, cursor.rowcount)),
        )
    return rows


def titled(number: int) -> str:
    """No word of it stands in another, nor anything like it."""
    digest = blake2b(str(number).encode(), digest_size=15).hexdigest()
    letters = digest.translate(str.maketrans("0123456789", "ghijklmnop"))
    return " ".join((letters[:10], letters[10:20], letters[20:]))


@pytest.mark.parametrize("find", ["title", "text"])
def test_the_other_process_reads_what_has_changed_and_no_more(
    open_again: Callable[[], Database], find: str
) -> None:
    here, there = open_again(), open_again()
    rows, read, number = counted(there), [], 0

    def found(title: str) -> list[str]:
        if find == "title":
            return [hit.title for hit in suggest_titles(there, title, shelves=COMMON, limit=1)]
        return [hit.article.title for hit in ask(there, title, shelves=COMMON, now=NOW).hits]

    for size in (10, 150):
        batch = [new(f"b{n}", title=titled(n)) for n in range(number, size)]
        store_articles(here, batch, now=NOW)
        assert found(titled(size - 1)) == [titled(size - 1)]
        rows.clear()
        store_article(here, new(f"b{size}", title=titled(size)), now=NOW)
        assert found(titled(size)) == [titled(size)]
        read.append(len(rows))
        number = size + 1

    assert 0 < max(read) <= MOST_READ, read
    assert read[1] <= read[0] + 2, read
