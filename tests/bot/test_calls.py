"""What is offered while somebody types: before everything long, and for the newest letters."""

import asyncio
import threading

from sqlalchemy import text

from bot.client.calls import OFFERING, Calls
from tests.bot.desk import desk
from tests.bot.made import stored

WAIT = 30.0  # seconds until a test that hangs fails


async def waiting(calls: Calls, people: int) -> None:
    async with asyncio.timeout(WAIT):
        while len(calls._looked_up) < people:  # noqa: ASYNC110 -- the world tells nobody of it
            await asyncio.sleep(0.01)


async def test_an_offer_does_not_wait_behind_questions(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        stored(opened.database, title="The treaty of the bridge")
        release = threading.Event()
        threads = opened.bot.settings.discord.threads
        long = [asyncio.ensure_future(opened.bot.call(release.wait)) for _ in range(threads + 3)]
        try:
            offered = await asyncio.wait_for(
                opened.member.autocomplete("/article title:treaty"), timeout=WAIT
            )
            assert "treaty" in str(offered.choices)
            assert not any(each.done() for each in long)
        finally:
            release.set()
        await asyncio.gather(*long)


async def test_newer_letters_make_older_ones_void_and_both_are_answered(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        stored(opened.database, title="The treaty of the bridge")
        calls, release = opened.bot.calls, threading.Event()
        for _ in range(OFFERING):
            calls._offers.submit(release.wait)
        older = asyncio.ensure_future(opened.member.autocomplete("/article title:tr"))
        other = asyncio.ensure_future(opened.admin.autocomplete("/article title:tr"))
        try:
            await waiting(calls, 2)
            newer = asyncio.ensure_future(opened.member.autocomplete("/article title:trea"))
            void = await asyncio.wait_for(older, timeout=WAIT)
        finally:
            release.set()

        assert void.acknowledged_after is not None
        assert not void.choices
        assert "treaty" in str((await asyncio.wait_for(newer, timeout=WAIT)).choices)
        assert "treaty" in str((await asyncio.wait_for(other, timeout=WAIT)).choices)


async def test_an_offer_that_fails_is_answered_with_nothing(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        with opened.database.begin() as session:
            session.execute(text("DROP TABLE documents"))

        offered = await opened.member.autocomplete("/article title:")

        assert offered.acknowledged_after is not None
        assert not offered.choices


async def test_who_asks_does_not_wait_behind_a_wave_of_briefings(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        calls, release = opened.bot.calls, threading.Event()

        async def post() -> None:
            calls.posts()
            await asyncio.gather(*(opened.bot.call(release.wait) for _ in range(64)))

        wave = asyncio.create_task(post())
        await asyncio.sleep(0)
        try:
            answer = await asyncio.wait_for(opened.member.slash("/about"), timeout=WAIT)
            assert answer.text
            assert not wave.done()
        finally:
            release.set()
        await wave
