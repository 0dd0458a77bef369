"""Each fault breaks what it says, as seen by unmodified discord.py."""

import asyncio
from itertools import pairwise

import aiohttp
import discord
import pytest

from bot.rehearsal import Loopback
from bot.rehearsal.faults import POST_MESSAGE, Fault, broken, delayed, dropped, refused, slow_down

from .desk import DeskBot, ShardedBot, desk, running, text_channel


async def test_a_slow_down_is_waited_out() -> None:
    async with desk() as (discord_, client):
        discord_.faults.add(slow_down(POST_MESSAGE, after=0.02))

        await text_channel(client, discord_, "general").send("x")

        assert len(discord_.member.sees()) == 1
        assert discord_.rest.tally[POST_MESSAGE, 429] == 1


@pytest.mark.parametrize("fault", [slow_down(via=False), slow_down(json=False), broken(status=503)])
async def test_a_ban_and_a_503_are_raised_at_once(fault: Fault) -> None:
    async with desk() as (discord_, client):
        discord_.faults.add(fault)

        with pytest.raises(discord.HTTPException) as refusal:
            await text_channel(client, discord_, "general").send("x")

        assert refusal.value.status == fault.status
        assert not discord_.member.sees()


@pytest.mark.parametrize("applied", [False, True])
async def test_a_dropped_connection_leaves_the_message_or_not(applied: bool) -> None:
    async with desk() as (discord_, client):
        discord_.faults.add(dropped(POST_MESSAGE, applied=applied))

        with pytest.raises(aiohttp.ClientError):
            await text_channel(client, discord_, "general").send("x")

        assert len(discord_.member.sees()) == int(applied)
        assert not discord_.violations


async def test_a_fault_can_wait_its_turn_and_delay() -> None:
    async with desk() as (discord_, client):
        channel = text_channel(client, discord_, "general")
        fault = delayed(POST_MESSAGE, 0.1)
        fault.skip = 1
        discord_.faults.add(fault)
        loop = asyncio.get_running_loop()

        times = [loop.time()]
        for _ in range(3):
            await channel.send("x")
            times.append(loop.time())

        took = [after - before for before, after in pairwise(times)]
        assert took[1] >= 0.1 > max(took[0], took[2])


async def test_a_refusal_can_be_ordered() -> None:
    async with desk() as (discord_, client):
        discord_.faults.add(refused(POST_MESSAGE, 400, 200000))

        with pytest.raises(discord.HTTPException) as refusal:
            await text_channel(client, discord_, "general").send("x")

        assert refusal.value.code == 200000


async def test_a_wrong_token_is_refused() -> None:
    async with Loopback() as discord_:
        client = DeskBot(connector=discord_.connector())

        with pytest.raises(discord.LoginFailure):
            await client.start("wrong")
        await client.close()


async def test_a_cut_connection_resumes_and_replays() -> None:
    async with desk() as (discord_, client):
        discord_.gateway.cut()
        discord_.admin.write("while you were away")

        await discord_.world.until(lambda: discord_.gateway.resumed == 1, 5)
        await discord_.world.until(lambda: len(client.events) == 2, 0.2)

        assert client.events == ["message ''", "resumed"]
        assert discord_.world.identified == 1


async def test_op_7_resumes() -> None:
    async with desk() as (discord_, client):
        discord_.gateway.ask_to_reconnect()

        await discord_.world.until(lambda: discord_.gateway.resumed == 1, 5)

        assert (await discord_.member.slash("/quotes speaker:a")).text == "a × 5"
        assert client.is_ready()


async def test_an_expired_session_identifies_again() -> None:
    async with desk() as (discord_, client):
        discord_.gateway.expire()
        discord_.gateway.cut()

        await discord_.world.until(lambda: discord_.world.identified == 2, 10)

        assert await discord_.connected()
        assert (await discord_.member.slash("/quotes speaker:a")).text == "a × 5"
        assert not client.is_closed()


async def test_a_close_code_ends_what_it_should() -> None:
    async with Loopback() as discord_:
        client = DeskBot(connector=discord_.connector())
        task = asyncio.create_task(client.start(discord_.token))
        await discord_.connected()

        await discord_.gateway.close(4014)

        with pytest.raises(discord.PrivilegedIntentsRequired):
            await task
        await client.close()


async def test_an_intent_that_is_not_enabled_is_refused() -> None:
    async with Loopback() as discord_:
        client = discord.Client(
            intents=discord.Intents.all(), connector=discord_.connector(), guild_ready_timeout=0.0
        )

        with pytest.raises(discord.PrivilegedIntentsRequired):
            await client.start(discord_.token)
        await client.close()


async def test_an_unknown_operation_is_a_violation() -> None:
    async with desk() as (discord_, client):
        guild = client.guilds[0]

        with pytest.raises(discord.NotFound):
            await guild.create_text_channel("new")

        assert discord_.violations == [
            f"unknown operation: POST /guilds/{discord_.desk.id}/channels"
        ]


async def test_guilds_come_over_their_own_shard() -> None:
    async with Loopback() as discord_:
        admin = discord_.admin
        for number in range(6):
            admin.found_guild(f"Guild {number}")
        client = ShardedBot(connector=discord_.connector(), shard_count=3)

        async with running(discord_, client):
            seen = {guild.id: guild.shard_id for guild in client.guilds}

            assert len(seen) == 7
            assert len(set(seen.values())) > 1
            assert all(shard == (id_ >> 22) % 3 for id_, shard in seen.items())
            assert (await discord_.member.slash("/quotes speaker:a")).text == "a × 5"


async def test_two_bots_at_once_both_hear_of_a_new_guild() -> None:
    async with desk() as (discord_, first):
        second = DeskBot(connector=discord_.connector())
        async with running(discord_, second):
            guild = discord_.admin.found_guild("New")
            await asyncio.sleep(0.02)

            assert "joined New" in first.events
            assert "joined New" in second.events
            discord_.admin.remove_bot(guild)
            await asyncio.sleep(0.02)
            assert first.get_guild(guild.id) is None


async def test_the_world_survives_the_bot() -> None:
    async with Loopback() as discord_:
        for number in range(2):
            client = DeskBot(connector=discord_.connector())
            async with running(discord_, client):
                await text_channel(client, discord_, "briefings").send(f"edition {number}")

        words = [one.content for one in discord_.member.sees("briefings")]
        assert words == ["edition 0", "edition 1"]


async def test_nothing_leaves_the_loopback() -> None:
    async with Loopback() as discord_:
        async with aiohttp.ClientSession(connector=discord_.connector()) as session:
            for url in (
                "https://example.org/a",
                "http://192.0.2.1:8080/b",
                "https://[2001:db8::1]/c",
            ):
                async with session.get(url) as response:
                    assert response.status == 404

        assert [one.rpartition(" ")[2] for one in discord_.violations] == [
            "example.org/a",
            "192.0.2.1/b",
            "[2001/c",
        ]


async def test_heartbeats_keep_a_connection_alive() -> None:
    async with Loopback() as discord_:
        discord_.world.settings.heartbeat = 0.05
        client = DeskBot(connector=discord_.connector())
        async with running(discord_, client):
            await asyncio.sleep(0.3)

            assert await discord_.connected()
            assert discord_.world.identified == 1
            assert client.latency < 1


async def test_who_falls_silent_is_closed() -> None:
    async with Loopback() as discord_:
        discord_.world.settings.heartbeat = 0.03
        async with (
            aiohttp.ClientSession(connector=discord_.connector()) as session,
            session.ws_connect("wss://gateway.discord.gg/?v=10&encoding=json") as socket,
        ):
            assert (await socket.receive_json())["op"] == 10
            await socket.receive()

            assert socket.close_code == 4009


async def test_a_request_counts_though_the_bot_is_gone_before_the_reply() -> None:
    async with desk() as (discord_, client):
        discord_.faults.add(delayed(POST_MESSAGE, 0.1))
        sending = asyncio.create_task(text_channel(client, discord_, "general").send("x"))
        await asyncio.sleep(0.05)

        sending.cancel()

        channel = discord_.desk.channel("general")
        assert not channel.messages
        assert await discord_.world.until(lambda: len(channel.messages) == 1, 1)


async def test_broken_json_is_a_violation() -> None:
    async with Loopback() as discord_:
        headers = {
            "Authorization": f"Bot {discord_.token}",
            "Content-Type": "application/json",
        }
        url = f"https://discord.com/api/v10/channels/{discord_.desk.channel('general').id}/messages"
        async with (
            aiohttp.ClientSession(connector=discord_.connector(), headers=headers) as session,
            session.post(url, data=b"{not json") as response,
        ):
            assert (await response.json())["code"] == 50109

        assert len(discord_.violations) == 1
