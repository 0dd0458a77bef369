"""A document that changes after it was quoted gets a dated line in the message, once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.rehearsal.faults import broken
from briefings.model import Reading
from briefings.storage.articles import (
    NewArticle,
    article,
    remove_document,
    retract_document,
    store_article,
)
from briefings.storage.audit import entries
from briefings.storage.database import open_database
from briefings.storage.deliveries import corrected, to_correct
from briefings.storage.shelves import COMMON_SHELF
from briefings.storage.tables import ItemRow, Version
from tests.bot.desk import THURSDAY
from tests.posting.desk import Poster, posting, with_seeds

EDIT = "PATCH /channels/{channel_id}/messages/{message_id}"
LATER = THURSDAY + timedelta(hours=6)


def quoted(poster: Poster) -> int:
    """The id of a document that the first message quotes."""
    with poster.database.reading() as session:
        return session.scalars(select(ItemRow.document_id).limit(1)).one()


def brought_again(poster: Poster, *, without: str = "") -> None:
    """A further version of the quoted document, the same but for these words."""
    seen = article(poster.database, quoted(poster), shelves=(COMMON_SHELF,))
    text = seen.text.replace(without, "…") if without else f"{seen.text} "
    extraction = replace(seen.reading.extraction, text=text, blocks=())
    bare = Reading(
        extraction, "en", seen.reading.kind, frozenset(), (), (), (), (), (), summary=(), edges=()
    )
    new = NewArticle(
        shelf_id=COMMON_SHELF,
        source=seen.source,
        title=seen.title,
        body=text.encode(),
        reading=bare,
        origin="link",
        document_id=seen.document_id,
    )
    store_article(poster.database, new, now=LATER)


def extract_of(poster: Poster) -> str:
    """The words that the first message quotes of that document."""
    with poster.database.reading() as session:
        item = session.scalars(select(ItemRow).limit(1)).one()
        version = session.get_one(Version, item.version_id)
        return version.text[item.starts : item.ends]


def act(poster: Poster, how: str) -> None:
    if how == "changed":
        brought_again(poster, without=extract_of(poster))
        return
    rest = {"shelf_id": COMMON_SHELF, "by": 1, "interaction_id": 7, "now": LATER}
    if how == "removed":
        remove_document(poster.database, quoted(poster), **rest)  # type: ignore[arg-type]
    else:
        retract_document(poster.database, quoted(poster), reason="wrong", **rest)  # type: ignore[arg-type]


def corrections(poster: Poster, name: str = "briefings") -> list[str]:
    return [
        line
        for text in poster.posts(name)
        for line in text.split("\n")
        if line.startswith("-# Correction")
    ]


def edits(poster: Poster) -> int:
    return sum(count for key, count in poster.loopback.rest.tally.items() if key[0] == EDIT)


@pytest.mark.parametrize(
    ("how", "words"),
    [("removed", "removed"), ("retracted", "has retracted"), ("changed", "has changed")],
)
async def test_each_channel_that_was_shown_an_extract_is_told_once(
    how: str, words: str, database_url: str
) -> None:
    async with posting(database_url) as poster:
        with_seeds(poster)
        poster.subscribe()
        poster.subscribe("general")
        await poster.tick()
        assert not corrections(poster)

        act(poster, how)
        await poster.tick(after=60.0)
        await poster.tick(after=60.0)

        for name in ("briefings", "general"):
            [line] = corrections(poster, name)
            assert words in line
            assert "20 June 2024" in line
        assert edits(poster) == 2
        assert not poster.loopback.violations


async def test_a_new_version_that_keeps_the_extract_needs_no_correction(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        with_seeds(poster)
        poster.subscribe()
        await poster.tick()

        brought_again(poster)
        await poster.tick(after=60.0)

        assert not corrections(poster)
        assert edits(poster) == 0


async def test_a_correction_whose_answer_is_lost_is_still_there_once(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        with_seeds(poster)
        poster.subscribe()
        await poster.tick()

        act(poster, "removed")
        poster.break_(replace(broken(EDIT, 503, applied=True), times=1))
        await poster.tick(after=60.0)
        await poster.tick(after=60.0)

        assert len(corrections(poster)) == 1
        assert edits(poster) == 2


async def test_a_message_that_is_gone_needs_no_correction(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        with_seeds(poster)
        poster.subscribe()
        await poster.tick()
        for message in poster.own():
            poster.loopback.admin.delete(message)

        act(poster, "retracted")
        await poster.tick(after=60.0)
        await poster.tick(after=60.0)

        assert edits(poster) == 1


async def test_a_document_that_nobody_was_shown_changes_no_message(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        with_seeds(poster)

        await poster.tick()
        await poster.tick(after=60.0)

        assert edits(poster) == 0


async def test_two_processes_that_see_one_change_say_and_log_it_once(database_url: str) -> None:
    async with posting(database_url) as poster:
        with_seeds(poster)
        poster.subscribe()
        await poster.tick()
        act(poster, "removed")
        other = open_database(database_url) if "postgres" in database_url else poster.database
        [seen] = to_correct(other).corrections  # by a process that is about to say so

        await poster.tick(after=60.0)
        corrected(other, seen, now=LATER)

        assert len(corrections(poster)) == 1
        logged = entries(other, guild_id=poster.loopback.desk.id)
        assert [each.action for each in logged].count("corrected") == 1
        if other is not poster.database:
            other.close()


async def test_more_messages_than_fit_into_a_round_are_corrected_in_the_next_ones(
    new_sqlite: str,
) -> None:
    async with posting(new_sqlite) as poster:
        with_seeds(poster)
        poster.subscribe()
        poster.subscribe("general")
        await poster.tick()
        before = to_correct(poster.database).change
        act(poster, "removed")

        some = to_correct(poster.database, messages=1)
        assert (len(some.corrections), some.change) == (1, before)
        corrected(poster.database, some.corrections[0], now=LATER)

        rest = to_correct(poster.database, messages=1)
        assert len(rest.corrections) == 1
        assert rest.corrections[0].delivery_id != some.corrections[0].delivery_id
        assert rest.change > before
