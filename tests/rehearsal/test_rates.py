"""Discord's limits of rate, as seen by unmodified discord.py."""

import asyncio
import json

import discord
import pytest

from bot.rehearsal import Loopback, deeds
from bot.rehearsal.faults import POST_MESSAGE
from bot.rehearsal.permissions import Permission

from .desk import DeskBot, desk, text_channel


async def test_limits_of_rate_carry_headers_that_discord_py_obeys() -> None:
    async with desk() as (discord_, client):
        discord_.world.settings.rate_limits = True
        discord_.world.settings.requests_a_second = 3
        channels = [text_channel(client, discord_, name) for name in ("general", "briefings")]

        await asyncio.gather(*(channel.send("x") for channel in channels for _ in range(2)))

        assert discord_.rest.tally[POST_MESSAGE, 429] >= 1
        assert discord_.rest.tally[POST_MESSAGE, 200] == 4


async def test_too_many_refused_requests_are_a_ban_that_says_no_via() -> None:
    async with desk() as (discord_, client):
        discord_.world.settings.rate_limits = True
        discord_.world.settings.invalid_requests = 2
        channel = text_channel(client, discord_, "general")
        there = discord_.world.channels[channel.id]
        everybody = discord_.desk.roles[discord_.desk.id]
        deeds.set_overwrite(discord_.world, there, everybody, deny=Permission.SEND_MESSAGES)

        statuses = []
        for _ in range(3):
            with pytest.raises(discord.HTTPException) as refusal:
                await channel.send("x")
            statuses.append(refusal.value.status)

        assert statuses == [403, 403, 429]


async def test_interactions_do_not_share_a_bucket() -> None:
    async with desk() as (discord_, client):
        discord_.world.settings.rate_limits = True

        for _ in range(8):
            assert (await discord_.member.slash("/quotes speaker:a")).text == "a × 5"

        assert client.is_ready()
        assert not [key for key in discord_.rest.tally if key[1] == 429]


async def test_a_log_in_within_five_seconds_of_the_last_is_not_taken() -> None:
    async with desk() as (discord_, client):
        discord_.world.settings.rate_limits = True
        for _ in range(2):
            discord_.gateway.expire()
            discord_.gateway.cut()
            assert await discord_.world.until(
                lambda: bool(discord_.violations or discord_.gateway.connected()), 5
            )

        assert await discord_.world.until(lambda: bool(discord_.violations), 5)

        assert "within five seconds" in discord_.violations[0]
        discord_.violations.clear()
        assert not client.is_closed()


async def test_the_log_in_after_the_last_of_a_day_costs_the_token() -> None:
    async with Loopback() as discord_:
        discord_.world.settings.session_starts = 0
        client = DeskBot(connector=discord_.connector())

        with pytest.raises(discord.ConnectionClosed) as closed:
            await client.start(discord_.token)

        assert closed.value.code == 4004
        assert any("4004" in one for one in discord_.violations)
        await client.close()


async def test_a_connection_that_sends_too_much_is_closed() -> None:
    async with desk() as (discord_, client):
        discord_.world.settings.rate_limits = True

        for _ in range(130):
            await client.ws.socket.send_str(json.dumps({"op": 3, "d": {}}))

        assert await discord_.world.until(lambda: bool(discord_.violations), 5)
        assert discord_.violations[0] == "gateway: 4008 Rate limited"
        discord_.violations.clear()
