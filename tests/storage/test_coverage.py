"""Which sources were heard when, as far as an edition has to know it."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from briefings.compose.outlets import LATELY, newcomers, silent
from briefings.model import Activity, Window
from briefings.storage.articles import articles_for_window, remove_document, store_article
from briefings.storage.coverage import LONG_AGO, activity
from briefings.storage.database import Database
from briefings.storage.shelves import COMMON_SHELF, shelf_of
from tests.storage.examples import NOW, new

WINDOW = Window(NOW - timedelta(days=3), NOW, 72)
HEARD = {
    "every day": (0.5, 1, 2, 4, 90),
    "silent": (5, 20, 80),
    "silent for long": (34, 40),
    "new": (1, 2),
    "to come": (-1,),
}


def bring(database: Database, source: str, days_ago: float, *, shelf_id: int = COMMON_SHELF) -> int:
    moment = NOW - timedelta(days=days_ago)
    made = new(f"{source} {days_ago} {shelf_id}", source=source)
    made = replace(made, shelf_id=shelf_id, first_seen=moment)
    return store_article(database, made, now=moment).document_id


def heard(database: Database, *shelves: int) -> tuple[Activity, ...]:
    return activity(database, shelves=shelves or (COMMON_SHELF,), window=WINDOW, lately=LATELY)


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def test_silent_and_new_sources_are_found_without_all_that_each_ever_brought(
    database: Database,
) -> None:
    for source, days in HEARD.items():
        for each in days:
            bring(database, source, each)

    found = heard(database)

    assert found == (
        Activity("every day", LONG_AGO, ago(0.5)),
        Activity("new", ago(2), ago(1)),
        Activity("silent", LONG_AGO, ago(5)),
        Activity("silent for long", LONG_AGO, LONG_AGO),
    )
    assert (silent(found, WINDOW), newcomers(found, WINDOW)) == (("silent",), ("new",))


def test_what_was_removed_was_not_heard_and_two_shelves_are_one_source(
    database: Database,
) -> None:
    own = shelf_of(database, 7)
    bring(database, "one", 1)
    bring(database, "one", 40, shelf_id=own)
    gone = bring(database, "one", 0.5)
    bring(database, "elsewhere", 1, shelf_id=shelf_of(database, 8))
    remove_document(database, gone, shelf_id=COMMON_SHELF, by=1, interaction_id=None, now=NOW)

    assert heard(database) == (Activity("one", ago(1), ago(1)),)
    assert heard(database, COMMON_SHELF, own) == (Activity("one", LONG_AGO, ago(1)),)


@pytest.mark.parametrize("wanted", [True, False])
def test_what_is_not_wanted_comes_without_its_sentences_and_in_its_place(
    database: Database, *, wanted: bool
) -> None:
    first, second = bring(database, "one", 1), bring(database, "two", 2)
    whole = articles_for_window(database, WINDOW, shelves=(COMMON_SHELF,))

    found = articles_for_window(
        database,
        WINDOW,
        shelves=(COMMON_SHELF,),
        to_read=lambda _: {first, second} if wanted else {second},
    )

    assert [each.document_id for each in found] == [first, second]
    assert found[1] == whole[1]
    assert (found[0] == whole[0]) is wanted
    assert bool(found[0].reading.sentences) is wanted
    assert found[0].text == whole[0].text
