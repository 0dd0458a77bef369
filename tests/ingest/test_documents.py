"""A document becomes an article, or nothing at all is stored."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefings.errors import DuplicateDocumentError, UnusableDocumentError
from briefings.ingest.documents import UNNAMED_SOURCE, Given, add_document, reading_jail
from briefings.ingest.jail import Jail
from briefings.ingest.seeds import load_seeds
from briefings.model import Flag, Kind
from briefings.storage.articles import article, count_documents, list_documents
from briefings.storage.database import Database
from briefings.storage.shelves import COMMON_SHELF, shelf_of

NOW = datetime(2024, 6, 20, 6, 0, tzinfo=UTC)
SEEDS = Path(__file__).parents[2] / "seeds"
STORY = """A treaty for two

June 19, 2024

Russian President Vladimir Putin and North Korean leader Kim Jong Un signed a treaty in Pyongyang on
Wednesday that promises help in case of an attack, Russian news agencies reported from the capital.

“This is the strongest treaty in the history of our relations,” Kim told reporters later.
"""


@pytest.fixture(scope="module")
def jail() -> Iterator[Jail]:
    jail = reading_jail(seconds=30)
    yield jail
    jail.close()


def given(text: str = STORY, **more: object) -> Given:
    plain = Given(body=text.encode(), origin="paste", shelf_id=COMMON_SHELF, source="Wire")
    return replace(plain, **more)  # type: ignore[arg-type]  # fields of Given


def test_a_document_is_read_in_the_jail_and_stored(database: Database, jail: Jail) -> None:
    added = add_document(database, jail, given(), now=NOW)

    stored = article(database, added.document_id, shelves=(COMMON_SHELF,))
    assert stored == added
    assert (added.title, added.source, added.published_on) == (
        "A treaty for two", "Wire", date(2024, 6, 19),
    )  # fmt: skip
    assert [quote.speaker.of(added.text) for quote in added.reading.quotes]
    assert added.first_seen == NOW


def test_what_a_person_says_goes_before_what_was_found_and_is_kept_apart(
    database: Database, jail: Jail
) -> None:
    corrected = given(title="The treaty", published_on=date(2024, 6, 20), kind=Kind.ANALYSIS)
    added = add_document(database, jail, corrected, now=NOW)

    assert (added.title, added.published_on) == ("The treaty", date(2024, 6, 20))
    assert added.reading.kind is Kind.ANALYSIS
    assert added.reading.extraction.title == "A treaty for two"
    assert added.reading.extraction.published_on == date(2024, 6, 19)


def test_a_refused_document_leaves_nothing_behind(database: Database, jail: Jail) -> None:
    with pytest.raises(UnusableDocumentError):
        add_document(database, jail, given("   "), now=NOW)
    add_document(database, jail, given(), now=NOW)
    with pytest.raises(DuplicateDocumentError):
        add_document(database, jail, given(), now=NOW)

    assert count_documents(database, shelves=(COMMON_SHELF,)) == 1


def test_a_reprint_points_to_the_first_that_came_in(database: Database, jail: Jail) -> None:
    first = add_document(database, jail, given(), now=NOW)
    reprint = add_document(
        database,
        jail,
        given(
            "Leaders sign treaty\n\n" + STORY.partition("2024\n\n")[2] + "\n© Another Paper",
            source="Another Paper",
            shelf_id=shelf_of(database, 77),
        ),
        now=NOW,
    )

    assert first.near_duplicate_of is None
    assert reprint.near_duplicate_of == first.document_id
    assert Flag.NEAR_DUPLICATE in reprint.reading.flags


def test_the_source_is_the_publisher_or_the_host_or_said_to_be_unknown(
    database: Database, jail: Jail
) -> None:
    named = given(STORY + "\n© Peninsula Notes", source=None)
    hosted = given(STORY + "\nMore soon", source=None, url="https://www.wire.example/1")
    unnamed = given(STORY + "\nAnd more", source=None)

    sources = [
        add_document(database, jail, one, now=NOW).source for one in (named, hosted, unnamed)
    ]

    assert sources == ["Peninsula Notes", "wire.example", UNNAMED_SOURCE]


def test_a_text_without_a_title_is_shown_by_its_first_words(database: Database, jail: Jail) -> None:
    added = add_document(database, jail, given(STORY.partition("2024\n\n")[2]), now=NOW)

    assert added.reading.extraction.title is None
    assert added.title == (
        "Russian President Vladimir Putin and North Korean leader Kim Jong Un signed a…"
    )


def test_the_seeds_are_loaded_once(database: Database, jail: Jail) -> None:
    assert load_seeds(database, jail, SEEDS, now=NOW) == 5
    assert load_seeds(database, jail, SEEDS, now=NOW) == 0

    rows = list_documents(database, shelves=(COMMON_SHELF,))
    assert sorted((row.source, row.published_on) for row in rows if row.published_on) == [
        ("Hankyoreh", date(2024, 6, 19)),
        ("Korea Pro", date(2023, 10, 11)),
        ("Korea Pro", date(2024, 6, 17)),
    ]
    assert [row.source for row in rows if row.published_on is None] == [UNNAMED_SOURCE] * 2
    [reworded] = [row for row in rows if Flag.REWORDED in row.flags]
    assert reworded.title.startswith("The symbolism behind the Democratic")
