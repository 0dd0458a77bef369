"""Every answer that Discord may give to a post, and what becomes of the briefing."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.rehearsal.faults import (
    POST_MESSAGE,
    Fault,
    broken,
    delayed,
    dropped,
    refused,
    slow_down,
)
from bot.rehearsal.permissions import Permission
from briefings.storage.tables import Delivery
from tests.posting.desk import POSTING, Poster, posting

HISTORY = "GET /channels/{channel_id}/messages"
UNSURE = [
    dropped(POST_MESSAGE, applied=True),
    dropped(POST_MESSAGE, applied=False),
    broken(POST_MESSAGE, 500, applied=True),
    broken(POST_MESSAGE, 502),
    broken(POST_MESSAGE, 503, applied=True),
    broken(POST_MESSAGE, 503),
    delayed(POST_MESSAGE, 0.4),
    delayed(POST_MESSAGE, 0.4, applied=True),
]


def state(poster: Poster) -> tuple[str, str | None]:
    with poster.database.reading() as session:
        found = session.execute(select(Delivery.state, Delivery.reason)).one()
        return found[0], found[1]


@pytest.mark.parametrize("fault", UNSURE, ids=repr)
async def test_a_post_of_which_nobody_knows_is_there_once(fault: Fault, database_url: str) -> None:
    async with posting(database_url) as poster:
        poster.subscribe()
        poster.break_(replace(fault))

        assert await poster.tick() == 1

        assert len(poster.posts()) == 1
        assert state(poster) == ("sent", None)


@pytest.mark.parametrize("fault", UNSURE[:6], ids=repr)
async def test_also_after_the_nonce_is_forgotten(fault: Fault, new_sqlite: str) -> None:
    """All tries fail; the next look is into the channel's history."""
    async with posting(new_sqlite) as poster:
        poster.subscribe()
        poster.break_(replace(fault, times=40))

        assert await poster.tick() == 0
        poster.loopback.faults.clear()
        assert await poster.tick(after=600.0) == 1

        assert len(poster.posts()) == 1


async def test_a_slow_down_is_waited_out(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        poster.subscribe()
        poster.break_(slow_down(POST_MESSAGE, after=0.1))

        assert await poster.tick() == 1

        assert len(poster.posts()) == 1


async def test_a_slow_down_longer_than_the_lease_is_put_off(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        poster.subscribe()
        poster.break_(slow_down(POST_MESSAGE, after=400.0))

        assert await poster.tick() == 0
        assert await poster.tick(after=300.0) == 0
        assert await poster.tick(after=101.0) == 1

        assert len(poster.posts()) == 1


@pytest.mark.parametrize("ban", [slow_down(POST_MESSAGE, via=False), slow_down(json=False)])
async def test_what_smells_of_a_ban_stops_all_requests(ban: Fault, new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        poster.subscribe()
        poster.subscribe("general")
        poster.break_(replace(ban, operation=POST_MESSAGE, times=2))
        settled = poster.loopback.rest.tally.total()

        assert await poster.tick() == 0
        assert await poster.tick(after=3600.0) == 0

        assert poster.loopback.rest.tally.total() - settled <= 2


async def test_a_refused_shape_goes_out_once_more_as_plain_text(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        poster.subscribe()
        poster.break_(refused(POST_MESSAGE, 400, 50035))

        assert await poster.tick() == 1

        [post] = poster.own()
        assert "Nothing new" in post.content
        assert not post.components


async def test_a_shape_refused_twice_fails_and_is_told(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        poster.subscribe()
        poster.break_(replace(refused(POST_MESSAGE, 400, 50006), times=2))

        assert await poster.tick() == 0
        assert await poster.tick(after=60.0) == 0

        assert state(poster) == ("failed", "discord-50006")
        assert len(poster.told()) == 1


@pytest.mark.parametrize(("code", "words"), [(200000, "AutoMod"), (240000, "links")])
async def test_refused_words_are_not_repeated_but_told(
    code: int, words: str, new_sqlite: str
) -> None:
    async with posting(new_sqlite) as poster:
        poster.subscribe()
        poster.break_(refused(POST_MESSAGE, 400, code))

        assert await poster.tick() == 0
        assert await poster.tick(after=60.0) == 0

        assert state(poster) == ("failed", f"discord-{code}")
        [told] = poster.told()
        assert words in told


async def test_a_post_that_an_admin_deleted_is_not_posted_again(new_sqlite: str) -> None:
    """The reply was lost, and the message deleted, before we asked again."""
    async with posting(new_sqlite) as poster:
        poster.subscribe()
        poster.break_(dropped(POST_MESSAGE, applied=True))
        ticking = asyncio.create_task(poster.tick())
        await poster.loopback.world.until(lambda: len(poster.channel.messages) == 1, 5)

        poster.loopback.admin.delete(poster.own()[0])

        assert await ticking == 1
        assert poster.posts() == []
        assert state(poster) == ("sent", None)


async def test_without_history_nothing_is_posted_blindly_again(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        poster.subscribe()
        poster.allow(deny=Permission.READ_MESSAGE_HISTORY)
        poster.break_(replace(dropped(POST_MESSAGE, applied=True), times=4))

        assert await poster.tick() == 0
        await asyncio.sleep(1.0)  # the nonce's window
        assert await poster.tick(after=600.0) == 0

        assert len(poster.posts()) == 1
        assert state(poster) == ("unknown", "no-history")
        [told] = poster.told()
        assert "Read Message History" in told


async def test_an_empty_history_proves_nothing_where_the_gateway_knows_no_rights(
    new_sqlite: str,
) -> None:
    async with posting(new_sqlite) as poster:
        poster.subscribe()
        poster.break_(replace(dropped(POST_MESSAGE, applied=False), times=4))
        assert await poster.tick() == 0

        poster.break_(replace(refused("GET*/messages/*", 403, 50013), times=9))
        await asyncio.sleep(1.0)
        await poster.tick(after=600.0)

        assert state(poster) == ("unknown", "no-history")


async def test_a_look_without_an_answer_is_not_a_refusal(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        poster.subscribe()
        poster.break_(replace(dropped(POST_MESSAGE, applied=False), times=4))
        assert await poster.tick() == 0

        poster.break_(broken("GET*/messages/*", 503))
        await asyncio.sleep(1.0)
        assert await poster.tick(after=600.0) == 0
        assert await poster.tick(after=600.0) == 1

        assert state(poster) == ("sent", None)


async def test_a_history_that_cannot_be_read_puts_off_that_delivery_alone(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        poster.subscribe()
        poster.break_(replace(dropped(POST_MESSAGE, applied=True), times=4))
        assert await poster.tick() == 0
        poster.subscribe("general")
        poster.break_(replace(broken(HISTORY, 500), times=1))

        assert await poster.tick(after=600.0) == 1
        assert await poster.tick(after=600.0) == 1

        assert [len(poster.posts(name)) for name in ("briefings", "general")] == [1, 1]


async def test_a_refused_token_stops_everything(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        poster.subscribe()
        poster.subscribe("general")
        told: list[str] = []

        async def on_unauthorised() -> None:
            told.append("stopped")

        poster.bot.add_listener(on_unauthorised)
        poster.break_(replace(refused(POST_MESSAGE, 401, 0), times=2))

        assert await poster.tick() == 0
        assert await poster.tick(after=600.0) == 0

        assert told == ["stopped"]
        assert poster.posts() == []


@pytest.mark.parametrize("answer", ["[]", "{}", '{"id": null}', "<html>", '{"retry_after": "x"}'])
async def test_an_answer_that_makes_no_sense_is_no_answer(answer: str, new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        poster.subscribe()
        poster.break_(Fault(POST_MESSAGE, status=200, body=answer, applied=True))

        assert await poster.tick() == 1

        assert len(poster.posts()) == 1


async def test_one_slow_channel_does_not_hold_up_the_others(new_sqlite: str) -> None:
    settings = replace(POSTING, workers=2)
    async with posting(new_sqlite, settings=settings) as poster:
        for name in ("briefings", "general", "announcements"):
            poster.subscribe(name)
        poster.break_(delayed(POST_MESSAGE, 0.2))

        ticking = asyncio.create_task(poster.tick())
        await poster.loopback.world.until(lambda: len(poster.posts("announcements")) == 1, 5)

        assert poster.posts("briefings") == [] or not ticking.done()
        assert await ticking == 3
