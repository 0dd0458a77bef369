"""Many documents on their way in stand in the archive as if each had come by itself."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import event

from briefings.errors import BriefingsError, DuplicateDocumentError, QuotaError
from briefings.ingest import gathering
from briefings.ingest.documents import Given, keep
from briefings.ingest.gathering import Gathering, Kept
from briefings.ingest.reading import read
from briefings.model import Article, Flag
from briefings.storage.articles import articles, count_documents, list_documents
from briefings.storage.database import Database
from briefings.storage.quotas import Room
from briefings.storage.shelves import COMMON_SHELF, shelf_of

NOW = datetime(2024, 6, 20, 6, 0, tzinfo=UTC)
COMMON = (COMMON_SHELF,)
TAIL = (
    "The two ministers spoke for an hour about a bridge, fishing grounds, timber, a ferry and the "
    "exchange of students, and agreed to meet again when the harvest is over."
)
TELLINGS = tuple(
    f"Report {n}\n\nJune {n + 1}, 2024\n\n{words}\n"
    for n, words in enumerate(
        (
            "Minister Ivanov looked at the cranes of Rason on Monday and praised their drivers.",
            "In Khasan a train with forty railway cars waited all Tuesday for its customs papers.",
            "The new hotel at Wonsan opened its doors on Wednesday, though nobody had booked.",
            "Fishermen from Busan say that the quay has been empty since the spring ended early.",
            "An icebreaker went to Nakhodka for repairs that should last until the coming Friday.",
        )
    )
)


def given(text: str, **more: object) -> Given:
    plain = Given(body=text.encode(), origin="paste", shelf_id=COMMON_SHELF, source="Wire")
    return replace(plain, **more)  # type: ignore[arg-type]  # fields of Given


def brought(database: Database, *several: Given) -> list[Kept | BriefingsError]:
    """What they became, in the order in which it was told."""
    told: list[Kept | BriefingsError] = []
    crowd = Gathering(database)
    for each in several:
        reading = read(each.body, file_name="text.txt")
        crowd.bring(each, reading, now=NOW, told=told.append)
    crowd.store(now=NOW)
    return told


def comparable(stored: Article) -> Article:
    return replace(stored, document_id=0, version_id=0, near_duplicate_of=None)


def test_they_stand_as_if_they_had_come_one_by_one_but_cost_one_transaction(
    database: Database,
) -> None:
    own = shelf_of(database, 7)
    alone = [given(text, shelf_id=own) for text in TELLINGS]
    before = database.writes
    for each in alone:
        keep(database, each, read(each.body, file_name="text.txt"), now=NOW)
    one_by_one, before = database.writes - before, database.writes
    elsewhere = shelf_of(database, 8)
    told = brought(database, *(replace(each, shelf_id=elsewhere) for each in alone))

    keys = [each.document_id for each in told if isinstance(each, Kept)]
    together = articles(database, keys, shelves=(elsewhere,))
    assert one_by_one == len(TELLINGS)
    assert database.writes - before <= 2  # the shelf was put up, too
    assert [each.title for each in together] == [f"Report {n}" for n in range(len(TELLINGS))]
    own_keys = [row.document_id for row in list_documents(database, shelves=(own,))]
    first = articles(database, sorted(own_keys), shelves=(own,))
    assert [comparable(replace(each, shelf_id=own)) for each in together] == [
        *map(comparable, first)
    ]


def test_a_copy_of_what_still_waits_is_known_as_one(database: Database) -> None:
    first = TELLINGS[0] + TAIL
    copy = given(
        first.replace("Report 0", "Wire report").replace("praised", "blamed"), source="Else"
    )

    one, other, twice = brought(database, given(first), copy, given(first))

    assert isinstance(one, Kept)
    assert isinstance(other, Kept)
    [stored] = articles(database, [other.document_id], shelves=COMMON)
    assert stored.near_duplicate_of == one.document_id
    assert Flag.NEAR_DUPLICATE in stored.reading.flags
    assert isinstance(twice, DuplicateDocumentError)


def test_a_changed_page_that_still_waits_gets_a_further_version(database: Database) -> None:
    link = "https://wire.example/harbour"
    changed = TELLINGS[0].replace("cranes", "empty fish halls")
    other = given(TELLINGS[1], url="https://wire.example/other")

    one, beside, again = brought(
        database, given(TELLINGS[0], url=link), other, given(changed, url=link)
    )

    assert isinstance(one, Kept)
    assert again == Kept(one.document_id, one.title, 2)
    assert isinstance(beside, Kept)
    assert count_documents(database, shelves=COMMON) == 2


def test_each_that_a_guild_has_no_room_for_is_told_so(database: Database) -> None:
    guild = shelf_of(database, 7)
    database.room = Room(documents=3, megabytes=1, subscriptions=1)

    told = brought(database, *(given(text, shelf_id=guild) for text in TELLINGS))

    assert [type(each) for each in told] == [Kept, Kept, Kept, QuotaError, QuotaError]
    assert count_documents(database, shelves=(guild,)) == 3


def test_no_more_waits_than_memory_has_room_for(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "MOST_BYTES", 200)
    told: list[Kept | BriefingsError] = []
    crowd = Gathering(database, together=4)

    for text in TELLINGS[:2]:
        each = given(text)
        crowd.bring(each, read(each.body, file_name="text.txt"), now=NOW, told=told.append)

    assert len(told) == 2


def test_what_breaks_the_transaction_is_told_of_each(database: Database) -> None:
    def break_off(*called: object) -> None:
        if "INSERT INTO passages" in str(called[2]):
            raise BriefingsError("the disk is full")

    event.listen(database.engine, "before_cursor_execute", break_off)
    told = brought(database, *map(given, TELLINGS[:3]))
    event.remove(database.engine, "before_cursor_execute", break_off)

    assert [str(each) for each in told] == ["the disk is full"] * 3
    assert count_documents(database, shelves=COMMON) == 0
