"""A desk's own names are read in what comes to its shelf, and on demand in what is there."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from briefings.errors import BadValueError, NotFoundError
from briefings.ingest.correcting import Person
from briefings.ingest.documents import Given, add_document, reading_jail
from briefings.ingest.feed_filters import filters_from
from briefings.ingest.jail import Jail
from briefings.ingest.rereading import documents_to_read_again, read_names_again
from briefings.model import Actor, Article, Edge, NameKind
from briefings.search import ask, find_quotes
from briefings.storage.articles import article
from briefings.storage.audit import entries
from briefings.storage.database import Database
from briefings.storage.names import NameDeed, NewName, add_name, remove_name
from briefings.storage.shelves import COMMON_SHELF, shelf_of

NOW = datetime(2024, 6, 20, 6, 0, tzinfo=UTC)
GUILD = 2**60
STORY = """An envoy travels

June 19, 2024

The envoy of the desk, Park Ha-neul, met Russian diplomats in Vladivostok on Wednesday to speak
about trade and flights, officials of the port said on the same day.

“We have agreed on direct flights from the autumn on,” Park Ha-neul told reporters.
"""
SUMMIT = """Саммит во Владивостоке

19 июня 2024

Министр иностранных дел России обсудил поставки с Пак Ха Нылем во Владивостоке, сообщили в порту.
"""
OTHER = """A port is dredged

The harbour board of Busan said on Monday that its deepest berth would be closed for two weeks.
"""
PARK = NewName(
    "Park Ha-neul", (("ko", "박하늘"), ("ru", "Пак Ха Ныль")), NameKind.PERSON, Actor.ROK
)


@pytest.fixture(scope="module")
def jail() -> Iterator[Jail]:
    jail = reading_jail(seconds=30)
    yield jail
    jail.close()


def put(database: Database, jail: Jail, shelf_id: int, text: str = STORY) -> Article:
    given = Given(body=text.encode(), origin="paste", shelf_id=shelf_id, source="Wire")
    return add_document(database, jail, given, now=NOW)


def learn(database: Database, new: NewName = PARK) -> NameDeed:
    return add_name(database, new, guild_id=GUILD, by=9, interaction_id=1, now=NOW)


def person(shelf_id: int) -> Person:
    return Person(9, GUILD, shelf_id, 2, NOW)


def ids(found: Article) -> set[str]:
    return {mention.name_id for mention in found.reading.mentions}


def test_what_comes_in_is_read_with_the_names_of_its_shelf(database: Database, jail: Jail) -> None:
    learn(database)

    own = put(database, jail, shelf_of(database, GUILD))
    other = put(database, jail, shelf_of(database, GUILD + 1))

    assert "desk:park ha neul" in ids(own)
    assert own.reading.edges == (Edge.RUSSIA_ROK,)
    assert own.reading.quotes[0].name_id == "desk:park ha neul"
    assert "desk:park ha neul" not in ids(other)


def test_documents_that_hold_a_new_name_are_read_again_on_demand(
    database: Database, jail: Jail
) -> None:
    shelf = shelf_of(database, GUILD)
    before, russian = put(database, jail, shelf), put(database, jail, shelf, SUMMIT)
    put(database, jail, shelf, OTHER)
    deed = learn(database)

    wanted = documents_to_read_again(database, deed.entry_id, guild_id=GUILD, shelf_id=shelf)
    done = read_names_again(database, jail, deed.entry_id, person=person(shelf))

    assert wanted == (russian.document_id, before.document_id)
    assert done == 2
    after = article(database, before.document_id, shelves=(shelf,))
    assert "desk:park ha neul" in ids(after)
    assert (after.text, after.version, after.title) == (before.text, 1, before.title)
    assert [each.action for each in entries(database, GUILD)][:2] == ["read-again", "read-again"]


def test_a_removed_name_is_forgotten_on_demand(database: Database, jail: Jail) -> None:
    shelf = shelf_of(database, GUILD)
    added = learn(database).name
    held = put(database, jail, shelf)
    gone = remove_name(database, added.name_id, guild_id=GUILD, by=9, interaction_id=3, now=NOW)

    assert read_names_again(database, jail, gone.entry_id, person=person(shelf)) == 1
    after = article(database, held.document_id, shelves=(shelf,))
    assert "desk:park ha neul" not in ids(after)


def test_another_guild_cannot_read_by_this_guilds_deed(database: Database, jail: Jail) -> None:
    deed = learn(database)
    stranger = Person(9, GUILD + 1, shelf_of(database, GUILD + 1), 2, NOW)

    with pytest.raises(NotFoundError):
        read_names_again(database, jail, deed.entry_id, person=stranger)


def test_search_knows_the_forms_that_the_desk_added(database: Database, jail: Jail) -> None:
    shelf = shelf_of(database, GUILD)
    learn(database)
    held = put(database, jail, shelf)

    answer = ask(database, "박하늘", shelves=(COMMON_SHELF, shelf))
    quotes = find_quotes(database, shelves=(COMMON_SHELF, shelf), speaker="Пак Ха Ныль")

    assert [hit.article.document_id for hit in answer.hits] == [held.document_id]
    assert [row.document_id for row in quotes.rows] == [held.document_id]
    assert not ask(database, "박하늘", shelves=(COMMON_SHELF,)).hits


def test_a_feed_may_be_filtered_by_a_name_that_its_desk_added(database: Database) -> None:
    shelf, other = shelf_of(database, GUILD), shelf_of(database, GUILD + 1)
    learn(database)

    filters = filters_from(database, shelf, words="", names="박하늘, Putin", edges=())

    assert filters.names == ("desk:park ha neul", "vladimir-putin")
    with pytest.raises(BadValueError):
        filters_from(database, other, words="", names="박하늘", edges=())
