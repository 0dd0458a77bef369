"""Many documents in one transaction, as they would stand one by one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from briefings.errors import (
    BadValueError,
    DuplicateDocumentError,
    QuotaError,
    UnusableDocumentError,
)
from briefings.storage.articles import (
    NewArticle,
    articles,
    list_documents,
    store_article,
    store_articles,
)
from briefings.storage.articles.batches import MOST_AT_ONCE
from briefings.storage.audit import entries
from briefings.storage.database import Database
from briefings.storage.index import change_counter, passage_candidates, title_changes
from briefings.storage.quotas import Room
from briefings.storage.shelves import COMMON_SHELF, shelf_of
from briefings.storage.tables import Fingerprint, Passage, SentenceRow, UtteranceRow, Word
from tests.storage.examples import NOW, new, reading

COMMON = (COMMON_SHELF,)
DERIVED = (SentenceRow, UtteranceRow, Fingerprint, Passage, Word)


def derived(database: Database) -> dict[str, list[str]]:
    """What stands in the archive beside the documents, without the numbers of its rows."""
    found = {}
    with database.reading() as session:
        for table in DERIVED:
            columns = [
                column
                for column in table.__table__.columns
                if column.name not in {"passage_id", "utterance_id"}
            ]
            found[table.__tablename__] = sorted(map(str, session.execute(select(*columns))))
    return found


def some(count: int, **changes: Any) -> list[NewArticle]:
    return [
        new(f"body {n}", title=f"Title {n}", source=f"Paper {n % 3}", **changes)
        for n in range(count)
    ]


def test_a_batch_leaves_what_its_documents_would_leave_one_by_one(
    open_again: Callable[[], Database],
) -> None:
    database = open_again()
    guild = shelf_of(database, 7)
    batch = [*some(5, published_on=date(2024, 6, 1)), new("own", shelf_id=guild, added_by=3)]

    keys = [key for key in store_articles(database, batch, now=NOW) if isinstance(key, int)]
    together = articles(database, keys, shelves=(COMMON_SHELF, guild))
    with_batch = derived(database)
    again = [replace(each, body=each.body + b" again") for each in batch]
    one_by_one = [store_article(database, each, now=NOW) for each in again]

    assert len(together) == len(batch)
    for first, second in zip(together, one_by_one, strict=True):
        numbered = replace(second, document_id=first.document_id, version_id=first.version_id)
        assert first == numbered
    doubled = derived(database)
    assert len(doubled["passages"]) == 2 * len(with_batch["passages"])
    assert len(doubled["words"]) == len(with_batch["words"])
    assert [entry.subject_id for entry in entries(database, 7)] == [
        one_by_one[-1].document_id,
        keys[-1],
    ]


def test_a_batch_can_be_searched_and_is_followed_like_single_documents(database: Database) -> None:
    before = change_counter(database)
    batch = some(3)

    keys = store_articles(database, batch, now=NOW)

    rows = passage_candidates(database, [["title"]], shelves=COMMON)
    assert {row.document_id for row in rows} == set(keys)
    changes = title_changes(database, shelf_id=COMMON_SHELF, after=before)
    assert [change.document_id for change in changes] == list(keys)
    assert [change.change for change in changes] == [before + 1, before + 2, before + 3]
    assert change_counter(database) == before + 3


def test_what_is_refused_keeps_no_other_out(database: Database) -> None:
    first = store_article(database, new("there"), now=NOW)
    unkeepable = replace(
        reading(), extraction=replace(reading().extraction, text="a\0b", blocks=())
    )
    batch = [new("one"), new("there"), new("nul", reading=unkeepable), new("one"), new("two")]

    one, known, broken, twice, two = store_articles(database, batch, now=NOW)

    assert isinstance(known, DuplicateDocumentError)
    assert known.fields["document_id"] == first.document_id
    assert isinstance(broken, UnusableDocumentError)
    assert isinstance(twice, DuplicateDocumentError)
    kept = {row.document_id for row in list_documents(database, shelves=COMMON)}
    assert kept == {first.document_id, one, two}


def test_a_batch_that_breaks_in_its_middle_leaves_nothing_of_itself(database: Database) -> None:
    before = derived(database), change_counter(database)

    def break_off(*called: Any) -> None:
        if "passages" in called[2]:
            raise RuntimeError("the power is gone")

    event.listen(database.engine, "before_cursor_execute", break_off)
    with pytest.raises(RuntimeError):
        store_articles(database, some(4), now=NOW)
    event.remove(database.engine, "before_cursor_execute", break_off)

    assert (derived(database), change_counter(database)) == before
    assert list_documents(database, shelves=COMMON) == ()


def test_a_large_batch_takes_a_few_statements_a_hundred_documents(database: Database) -> None:
    seen: list[int] = []
    event.listen(database.engine, "before_cursor_execute", lambda *_: seen.append(1))

    kept = store_articles(database, some(2 * MOST_AT_ONCE), now=NOW)

    assert len(set(kept)) == 2 * MOST_AT_ONCE
    most_each = 5 if database.dialect == "sqlite" else 0  # SQLite has no round trips to save
    assert len(seen) <= 2 * (40 + most_each * MOST_AT_ONCE)


def test_of_a_page_that_is_here_already_nothing_new_is_made(database: Database) -> None:
    there = store_article(database, new("first", same_page="paper.example/a"), now=NOW)
    elsewhere = shelf_of(database, 7)
    batch = [
        new("second", same_page="paper.example/a"),
        new("third", same_page="paper.example/b"),
        new("fourth", same_page="paper.example/b"),
        new("fifth", same_page="paper.example/b", shelf_id=elsewhere),
    ]

    known, fresh, again, other = store_articles(database, batch, now=NOW)

    assert known is None
    assert again is None
    kept = {row.document_id for row in list_documents(database, shelves=(COMMON_SHELF, elsewhere))}
    assert kept == {there.document_id, fresh, other}


def test_a_guild_s_quota_holds_within_a_batch_and_the_common_shelf_has_none(
    database: Database,
) -> None:
    guild = shelf_of(database, 7)
    database.room = Room(documents=3, megabytes=1, subscriptions=1)
    store_article(database, new("there", shelf_id=guild), now=NOW)
    batch = [
        new("one", shelf_id=guild),
        new("x" * 2**20, shelf_id=guild),
        new("two", shelf_id=guild),
        new("common"),
        new("three", shelf_id=guild),
    ]

    one, large, two, common, three = store_articles(database, batch, now=NOW)

    assert isinstance(large, QuotaError)
    assert large.fields["reason"] == "megabytes"
    assert isinstance(three, QuotaError)
    assert three.fields["reason"] == "documents"
    kept = {row.document_id for row in list_documents(database, shelves=(guild, COMMON_SHELF))}
    assert {one, two, common} < kept
    assert len(kept) == 4


def test_what_is_to_be_done_beside_each_is_done_in_its_transaction(database: Database) -> None:
    done: list[int] = []

    def break_off(session: Session, document_id: int) -> None:
        raise RuntimeError("the power is gone")

    batch = some(3)
    keys = store_articles(
        database, batch, now=NOW, also=[None, lambda session, key: done.append(key), None]
    )
    more = [new("more"), new("still more")]
    with pytest.raises(RuntimeError):
        store_articles(database, more, now=NOW, also=[None, break_off])

    assert done == [keys[1]]
    assert len(list_documents(database, shelves=COMMON)) == len(batch)


@pytest.mark.parametrize("changes", [{"document_id": 1}, {"interaction_id": 1}])
def test_a_batch_takes_new_documents_alone(database: Database, changes: dict[str, Any]) -> None:
    with pytest.raises(BadValueError):
        store_articles(database, some(1, **changes), now=NOW)
