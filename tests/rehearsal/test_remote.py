"""A rehearsal in a process of its own, and people who act in it from here."""

import os
import signal
import subprocess
import sys

import pytest

from bot.rehearsal import Upload, connector
from bot.rehearsal.faults import POST_MESSAGE, dropped
from bot.rehearsal.remote import Remote, RemoteError, rehearsing

from .desk import DeskBot, running

BOT = """
import asyncio, sys
from bot.rehearsal import connector
from tests.rehearsal.desk import DeskBot

async def main():
    client = DeskBot(connector=connector(int(sys.argv[1])))
    await client.start(sys.argv[2])

asyncio.run(main())
"""


async def test_people_act_from_another_process() -> None:
    async with rehearsing() as remote:
        client = DeskBot(connector=connector(remote.port))
        async with running(remote, client):
            paper = Upload("speech.txt", b"Words", "text/plain")
            opened = await remote.slash("member", "/add")

            sent = await remote.submit(
                "member", opened, {"Title": "T", "Kind": ["s"], "Document": [paper]}
            )
            pages = await remote.slash("member", "/pages", at="briefings")
            turned = await remote.click("member", pages["messages"][0], "Next")

            assert opened["modal"]["text"].startswith("Add an article")
            assert sent["text"] == "T ['s'] ['Words']"
            assert turned["messages"][0]["content"] == "page 2"
            assert [one["text"] for one in await remote.messages("briefings")] == [turned["text"]]
            with pytest.raises(RemoteError, match="no command"):
                await remote.slash("member", "/nonsense")
            assert not await remote.violations()


async def test_faults_and_settings_are_set_from_another_process() -> None:
    async with rehearsing("--shards", "2") as remote:
        await remote.fault(dropped(POST_MESSAGE, applied=True))
        told = await remote.call("settings", values={"nonce_window": 2})
        made = await remote.call("found_guild", name="Many", channels=["a", "b"])

        assert told["nonce_window"] == 2.0
        assert told["shards"] == 2
        assert set(made["channels"]) == {"a", "b"}


async def test_nobody_acts_without_the_secret() -> None:
    async with rehearsing() as remote:
        stranger = Remote(remote.port, "guess", "")

        with pytest.raises(RemoteError, match="403"):
            await stranger.call("state")
        await stranger.close()


async def test_the_world_survives_a_bot_that_is_killed() -> None:
    async with rehearsing() as remote:
        for number in (1, 2):
            bot = subprocess.Popen([sys.executable, "-c", BOT, str(remote.port), remote.token])  # noqa: ASYNC220, S603 -- our own interpreter, at once
            try:
                assert await remote.wait(commands=True, seconds=20)
                answer = await remote.slash("member", "/where", at="general")
                assert answer["text"] == "a guild for member"
            finally:
                os.kill(bot.pid, signal.SIGKILL)
                bot.wait()

            assert len(await remote.messages("general")) == number
