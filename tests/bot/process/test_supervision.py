"""What ends a bot is mended, waited out, or said and left."""

import asyncio
import logging
from datetime import timedelta

import pytest

from bot.rehearsal import Loopback
from bot.rehearsal.faults import POST_MESSAGE, broken, dropped, refused
from bot.shell.supervisor import FAULTY, REFUSED, STOPPED
from tests.bot.process.supervised import PATIENCE, supervised, until

LOGIN = "GET /users/@me"


def requests(loopback: Loopback, operation: str) -> int:
    return sum(
        count for key, count in loopback.rest.tally.items() if operation in " ".join(map(str, key))
    )


async def test_a_wrong_token_is_said_and_not_tried_twice(
    new_sqlite: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with supervised(new_sqlite, token="wrong") as (_, supervisor, running):  # noqa: S106
        assert await asyncio.wait_for(running, PATIENCE) == REFUSED
        assert supervisor.vitals.starts == 1
    assert "Discord refuses this token" in caplog.text


async def test_a_discord_that_is_away_is_waited_out(new_sqlite: str) -> None:
    async with supervised(new_sqlite) as (loopback, supervisor, _):
        loopback.faults.add(dropped("GET /gateway/bot", applied=False))
        loopback.faults.add(*(broken(LOGIN, 503) for _ in range(3)))

        assert await loopback.commands_registered(PATIENCE)
        await until(lambda: supervisor.vitals.connected)


async def test_one_malformed_event_costs_that_event_alone(new_sqlite: str) -> None:
    async with supervised(new_sqlite) as (loopback, supervisor, _):
        assert await loopback.commands_registered(PATIENCE)
        for event in ("INTERACTION_CREATE", "GUILD_CREATE", "CHANNEL_UPDATE"):
            loopback.gateway.connected()[0].dispatch(event, {"id": "no number"})

        answer = await loopback.member.slash("/about")

        assert answer.text
        assert supervisor.vitals.malformed >= 1
        assert supervisor.vitals.starts == 1


async def test_a_bot_that_an_event_ended_is_started_again_and_health_says_why(
    new_sqlite: str,
) -> None:
    async with supervised(new_sqlite) as (loopback, supervisor, running):
        assert await loopback.commands_registered(PATIENCE)
        first = supervisor.bot
        await until(lambda: supervisor.vitals.connected)

        loopback.gateway.connected()[0].dispatch("READY", {})

        await until(lambda: supervisor.vitals.trouble == "KeyError")
        await until(lambda: supervisor.vitals.connected and supervisor.vitals.trouble is None)
        assert supervisor.bot is not first
        assert supervisor.vitals.starts == 2
        answer = await loopback.member.slash("/about")
        assert answer.text
        assert not running.done()


@pytest.mark.parametrize(
    ("code", "status", "starts"), [(4004, REFUSED, 1), (4011, REFUSED, 1), (4000, None, 1)]
)
async def test_closed_for_good_is_for_good_and_otherwise_not(
    new_sqlite: str, code: int, status: int | None, starts: int
) -> None:
    async with supervised(new_sqlite) as (loopback, supervisor, running):
        assert await loopback.commands_registered(PATIENCE)
        await until(lambda: supervisor.vitals.connected)

        await loopback.gateway.close(code)

        if status is None:
            await until(lambda: loopback.gateway.resumed > 0)
            assert not running.done()
        else:
            assert await asyncio.wait_for(running, PATIENCE) == status
        assert supervisor.vitals.starts == starts


async def test_the_first_401_while_posting_stops_everything(
    new_sqlite: str, caplog: pytest.LogCaptureFixture
) -> None:
    channels = ("briefings", "general", "announcements")
    async with supervised(new_sqlite, subscribed=channels) as (loopback, supervisor, running):
        assert await loopback.commands_registered(PATIENCE)
        loopback.faults.add(*(refused(POST_MESSAGE, 401, 0) for _ in range(30)))
        loopback.world.clock.advance(timedelta(minutes=2))

        assert await asyncio.wait_for(running, PATIENCE + 15) == REFUSED
        assert supervisor.vitals.starts == 1
        assert supervisor.vitals.requests[401] <= len(channels)
    assert "Discord refuses this token" in caplog.text


async def test_a_key_of_an_interaction_that_ran_out_is_not_the_tokens_fault(
    new_sqlite: str,
) -> None:
    async with supervised(new_sqlite) as (loopback, _, running):
        assert await loopback.commands_registered(PATIENCE)
        loopback.faults.add(refused("PATCH /webhooks/*", 401, 50027))

        await loopback.member.slash("/about")

        await asyncio.sleep(0.2)
        assert not running.done()


async def test_what_cannot_be_loaded_is_said_and_not_tried_again(
    new_sqlite: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with supervised(new_sqlite, cogs=("bot.cogs.missing",)) as (_, supervisor, running):
        assert await asyncio.wait_for(running, PATIENCE) == FAULTY
        assert supervisor.vitals.starts == 1
    assert any(record.levelno == logging.CRITICAL for record in caplog.records)


async def test_told_to_stop_while_it_waits_it_stops(new_sqlite: str) -> None:
    async with supervised(new_sqlite) as (loopback, supervisor, running):
        supervisor.backoff.first = supervisor.backoff.longest = 600.0
        loopback.faults.add(*(refused(LOGIN, 403, 0) for _ in range(9)))
        await until(lambda: supervisor.vitals.trouble)

        supervisor.stop()

        assert await asyncio.wait_for(running, 2) == STOPPED
