"""A story that several publishers tell is told once, each sentence by who told it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from briefings.ingest.documents import Given, add_document, reading_jail
from briefings.ingest.jail import Jail
from briefings.model import Article, Edge
from briefings.search import ask
from briefings.search.answer import summary_on
from briefings.storage.articles import article
from briefings.storage.database import Database
from briefings.storage.shelves import COMMON_SHELF
from briefings.text.summaries import ENDS

NOW = datetime(2024, 6, 21, 6, 0, tzinfo=UTC)
SHELVES = (COMMON_SHELF,)
WIRE = """Putin lands in Pyongyang

Russian President Vladimir Putin arrived in North Korea early on Wednesday for talks with Kim Jong
Un, his first visit to the country in 24 years.

South Korea said on Wednesday that it was watching the talks between Russia and North Korea closely.
"""
DAILY = """A treaty is signed

Vladimir Putin and Kim Jong Un signed a treaty of partnership between Russia and North Korea in
Kumsusan Palace on Wednesday that promises help against aggression.

The two leaders rode through the capital in a limousine made in Moscow.
"""
OLD = """A summit at the cosmodrome

Vladimir Putin and Kim Jong Un met at the Vostochny cosmodrome in Russia on Wednesday and spoke
about satellites and partnership with North Korea.
"""


@pytest.fixture(scope="module")
def jail() -> Iterator[Jail]:
    jail = reading_jail(seconds=30)
    yield jail
    jail.close()


def put(
    database: Database, jail: Jail, text: str, source: str, *, day: date = date(2024, 6, 19)
) -> Article:
    given = Given(
        body=text.encode(),
        origin="paste",
        shelf_id=COMMON_SHELF,
        source=source,
        published_on=day,
    )
    return add_document(database, jail, given, now=NOW)


def told(database: Database) -> list[tuple[str, str]]:
    digest = ask(database, "Putin Kim Jong Un Pyongyang treaty", shelves=SHELVES).digest
    return [
        (article.source, " ".join(span.of(article.text).split())[:30]) for article, span in digest
    ]


def test_two_publishers_tell_one_story_together(database: Database, jail: Jail) -> None:
    put(database, jail, WIRE, "The Wire")
    put(database, jail, DAILY, "The Daily")

    assert {source for source, _ in told(database)} == {"The Wire", "The Daily"}
    assert ("The Wire", "Russian President Vladimir Put") in told(database)
    assert ("The Daily", "Vladimir Putin and Kim Jong Un") in told(database)


@pytest.mark.parametrize(
    ("text", "source", "day"),
    [
        (DAILY, "The Wire", date(2024, 6, 19)),
        (OLD, "The Daily", date(2023, 9, 13)),
    ],
    ids=["one publisher", "another time"],
)
def test_what_is_not_one_story_of_two_publishers_has_no_digest(
    database: Database, jail: Jail, text: str, source: str, day: date
) -> None:
    put(database, jail, WIRE, "The Wire")
    put(database, jail, text, source, day=day)

    assert told(database) == []


def test_a_question_on_an_edge_is_answered_with_what_is_on_it(
    database: Database, jail: Jail
) -> None:
    put(database, jail, WIRE, "The Wire")

    (hit,) = ask(database, "Putin", shelves=SHELVES, edge=Edge.DPRK_ROK).hits
    chosen = set(hit.summary)
    shown = [each for each in hit.article.reading.sentences if each.span in chosen]

    assert [each.span.of(hit.article.text).split()[0] for each in shown] == ["South"]
    assert all(ENDS[Edge.DPRK_ROK] <= each.actors for each in shown)


def test_where_nothing_is_on_the_edge_the_own_summary_stands(
    database: Database, jail: Jail
) -> None:
    held = put(database, jail, DAILY, "The Daily")
    own = article(database, held.document_id, shelves=SHELVES)

    assert summary_on(own, Edge.RUSSIA_ROK) == summary_on(own, None) != ()
