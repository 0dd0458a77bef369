"""A changed copy becomes a further version of its document, and nothing else does."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from briefings.errors import ChangedSinceError, DuplicateDocumentError, NotFoundError
from briefings.ingest.correcting import Person, correct, undo
from briefings.ingest.documents import Given, add_document, reading_jail
from briefings.ingest.jail import Jail
from briefings.model import Article, Flag, Kind
from briefings.search import ask
from briefings.storage.articles import (
    Said,
    article,
    count_documents,
    history_of,
    remove_document,
    retract_document,
    said_of,
    storing_of,
    version_numbered,
)
from briefings.storage.database import Database
from briefings.storage.shelves import COMMON_SHELF

NOW = datetime(2024, 6, 20, 6, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
SHELVES = (COMMON_SHELF,)
PAGE = "https://wire.example/treaty"
STORY = """A treaty for two

June 19, 2024

Russian President Vladimir Putin and North Korean leader Kim Jong Un signed a treaty in Pyongyang on
Wednesday that promises help in case of an attack, Russian news agencies reported from the capital.

“This is the strongest treaty in the history of our relations,” Kim told reporters later.
"""
CHANGED = STORY.replace("strongest", "boldest")


@pytest.fixture(scope="module")
def jail() -> Iterator[Jail]:
    jail = reading_jail(seconds=30)
    yield jail
    jail.close()


def given(text: str = STORY, **more: object) -> Given:
    plain = Given(body=text.encode(), origin="paste", shelf_id=COMMON_SHELF, source="Wire")
    return replace(plain, **more)  # type: ignore[arg-type]  # fields of Given


def person(number: int, now: datetime = LATER) -> Person:
    return Person(7, None, COMMON_SHELF, number, now)


def current(database: Database, document_id: int) -> Article:
    return article(database, document_id, shelves=SHELVES)


@pytest.mark.parametrize(
    "known_by",
    [{"url": PAGE}, {"url": "http://www.wire.example/treaty/?utm_source=x"}, {}],
    ids=["its page", "its page by another link", "its source and title"],
)
def test_a_changed_copy_is_a_further_version(
    database: Database, jail: Jail, known_by: dict[str, str]
) -> None:
    first = add_document(database, jail, given(url=PAGE if known_by else None), now=NOW)

    second = add_document(database, jail, given(CHANGED, **known_by), now=LATER)

    assert (second.document_id, second.version) == (first.document_id, 2)
    assert second.first_seen == NOW
    assert count_documents(database, shelves=SHELVES) == 1
    assert "boldest" in current(database, first.document_id).text
    assert version_numbered(database, first.document_id, 1, shelves=SHELVES).text == first.text
    _, events = history_of(database, first.document_id, shelves=SHELVES)
    assert [(event.subject, event.number) for event in events] == [("version", 2), ("version", 1)]


@pytest.mark.parametrize(
    "other",
    [
        given(CHANGED, source="Another Wire"),
        given(CHANGED, title="Another title"),
        given("It rains in Pyongyang, and more rain is expected.", title="A treaty for two"),
        given(CHANGED, source=None),
    ],
    ids=["source", "title", "words", "no source"],
)  # fmt: skip
def test_what_is_merely_alike_is_a_document_of_its_own(
    database: Database, jail: Jail, other: Given
) -> None:
    add_document(database, jail, given(), now=NOW)

    assert add_document(database, jail, other, now=LATER).version == 1


def test_a_page_that_reads_the_same_is_no_version(database: Database, jail: Jail) -> None:
    page = "<html><body><article><h1>A treaty</h1><p>{}</p></article><!-- {} --></body></html>"
    words = " ".join(STORY.split()[8:])
    kind = {"content_type": "text/html", "url": PAGE}
    add_document(database, jail, given(page.format(words, 1), **kind), now=NOW)

    with pytest.raises(DuplicateDocumentError):
        add_document(database, jail, given(page.format(words, 2), **kind), now=LATER)


def test_a_file_that_names_a_page_of_other_words_and_title_is_no_version_of_it(
    database: Database, jail: Jail
) -> None:
    page = (
        '<html><head><link rel="canonical" href="https://wire.example/view"><title>{0}</title>'
        "</head><body><article><h1>{0}</h1><p>{1}</p></article></body></html>"
    )
    first = page.format("A treaty for two", " ".join(STORY.split()[8:]))
    second = page.format("Harvest in Hwanghae", "Farmers in Hwanghae bring in the rice. " * 8)

    for number, body in enumerate((first, second)):
        added = add_document(
            database,
            jail,
            given(body, content_type="text/html", file_name=f"{number}.html"),
            now=NOW,
        )
        assert added.version == 1


def test_a_version_may_be_named_and_has_to_be_on_the_shelf(database: Database, jail: Jail) -> None:
    first = add_document(database, jail, given(), now=NOW)
    chosen = given("Quite another text about the treaty of 1961.", document_id=first.document_id)

    assert add_document(database, jail, chosen, now=LATER).version == 2
    with pytest.raises(NotFoundError):
        add_document(database, jail, given(STORY + "\nMore soon.", document_id=99), now=LATER)


def test_a_correction_decides_what_is_shown_and_leaves_what_was_found(
    database: Database, jail: Jail
) -> None:
    added = add_document(database, jail, given(), now=NOW)
    said = Said("The treaty", "Hankyoreh", date(2024, 6, 26), Kind.EDITORIAL)

    seen, entry = correct(database, jail, added, said=said, person=person(1))

    assert said_of(seen) == said == said_of(current(database, added.document_id))
    assert Flag.OPINION in seen.reading.flags
    assert (seen.text, seen.digest) == (added.text, added.digest)
    found = seen.reading.extraction
    assert (found.title, found.published_on) == ("A treaty for two", date(2024, 6, 19))
    moved = [each.when and each.when.first for each in seen.reading.dates]
    assert date(2024, 6, 26) in moved  # "Wednesday" is that of the week before publication
    [hit] = ask(database, "strongest treaty", shelves=SHELVES, now=LATER).hits
    assert said_of(hit.article) == said
    assert correct(database, jail, seen, said=said, person=person(1))[1] == entry


def test_each_deed_can_be_undone_once_and_then_all_is_as_before(
    database: Database, jail: Jail
) -> None:
    added = add_document(database, jail, given(), now=NOW)
    said = Said("The treaty", "Hankyoreh", None, Kind.EDITORIAL)

    _, entry = correct(database, jail, added, said=said, person=person(1))
    assert undo(database, jail, entry, person=person(2)) == ("correct", added.document_id)

    assert current(database, added.document_id) == added
    with pytest.raises(ChangedSinceError):
        undo(database, jail, entry, person=person(3))
    changed = add_document(database, jail, given(CHANGED), now=LATER)
    assert changed.title == "A treaty for two"
    stored = storing_of(database, added.document_id) or 0
    undo(database, jail, stored, person=person(4))
    back = current(database, added.document_id)
    assert (back.version, back.text, back.reading) == (3, added.text, added.reading)


def test_what_was_corrected_again_is_not_undone(database: Database, jail: Jail) -> None:
    added = add_document(database, jail, given(), now=NOW)
    once = replace(said_of(added), title="Once")
    seen, entry = correct(database, jail, added, said=once, person=person(1))
    correct(database, jail, seen, said=replace(once, title="Twice"), person=person(2))

    with pytest.raises(ChangedSinceError):
        undo(database, jail, entry, person=person(3))
    with pytest.raises(ChangedSinceError):
        correct(database, jail, added, said=once, person=person(4))
    assert current(database, added.document_id).title == "Twice"


def test_a_corrected_title_and_day_stay_with_the_next_version(
    database: Database, jail: Jail
) -> None:
    added = add_document(database, jail, given(url=PAGE), now=NOW)
    said = replace(said_of(added), title="The treaty", published_on=date(2024, 6, 18))
    correct(database, jail, added, said=said, person=person(1))

    second = add_document(database, jail, given(CHANGED, url=PAGE), now=LATER)

    assert (second.version, second.title) == (2, "The treaty")
    assert second.published_on == date(2024, 6, 18)


def test_adding_removing_and_retracting_are_undone(database: Database, jail: Jail) -> None:
    added = add_document(database, jail, given(), now=NOW)
    key, stored = added.document_id, storing_of(database, added.document_id) or 0
    deed = {"shelf_id": COMMON_SHELF, "by": 7, "now": LATER}

    retract_document(database, key, reason="an error", interaction_id=11, **deed)  # type: ignore[arg-type]
    assert Flag.RETRACTED in current(database, key).reading.flags
    undo(database, jail, stored + 1, person=person(12))
    assert current(database, key) == added
    undo(database, jail, stored, person=person(13))
    assert count_documents(database, shelves=SHELVES) == 0
    undo(database, jail, stored + 3, person=person(14))
    assert current(database, key) == added
    remove_document(database, key, reason="twice", interaction_id=15, **deed)  # type: ignore[arg-type]
    undo(database, jail, stored + 5, person=person(16))
    assert current(database, key) == added
    title, events = history_of(database, key, shelves=SHELVES)
    assert title == added.title
    assert [event.after for event in events if event.subject == "removed"] == ["twice", None]


@pytest.mark.parametrize("deed", ["corrected", "undone"])
def test_a_copy_is_known_of_a_document_that_was_corrected_or_put_back(
    database: Database, jail: Jail, deed: str
) -> None:
    added = add_document(database, jail, given(url=PAGE), now=NOW)
    if deed == "corrected":
        said = replace(said_of(added), published_on=date(2024, 6, 18), kind=Kind.ANALYSIS)
        correct(database, jail, added, said=said, person=person(1))
    else:
        other = "Quite another text stands on this page since noon.\n\n" * 3
        add_document(database, jail, given(other, url=PAGE), now=LATER)
        undo(database, jail, storing_of(database, added.document_id) or 0, person=person(2))

    copy = given(STORY.replace("A treaty", "Treaty"), source="Else")
    copied = add_document(database, jail, copy, now=LATER)

    assert copied.near_duplicate_of == added.document_id
