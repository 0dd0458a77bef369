"""A bot that is told to stop leaves in order: nothing half done, nothing twice, soon."""

import asyncio
import signal
import time
from pathlib import Path

import pytest

from bot.rehearsal.faults import POST_MESSAGE, delayed
from bot.rehearsal.remote import Remote, rehearsing
from tests.bot.process.running import footers, furnish, once_each, place, running

IN_TIME = 20.0  # seconds


async def prepared(remote: Remote, url: str) -> None:
    guild_id, channel_id = await place(remote)
    await asyncio.to_thread(furnish, url, (guild_id, channel_id))


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
async def test_an_idle_bot_leaves_at_once_with_status_0(
    sign: signal.Signals, new_sqlite: str, tmp_path: Path
) -> None:
    async with rehearsing() as remote, running(tmp_path, remote, new_sqlite) as bot:
        assert await remote.wait(commands=True, seconds=30)

        bot.signal(sign)

        assert await bot.ended(IN_TIME) == 0
        assert not await remote.violations()


async def test_a_post_under_way_ends_before_the_bot_does(new_sqlite: str, tmp_path: Path) -> None:
    async with rehearsing() as remote:
        await prepared(remote, new_sqlite)
        await remote.fault(delayed(POST_MESSAGE, 1.5))
        async with running(tmp_path, remote, new_sqlite) as bot:
            assert await remote.wait(commands=True, seconds=30)
            await asyncio.sleep(1.5)  # a tick is a second

            bot.signal(signal.SIGTERM)

            assert await bot.ended(IN_TIME) == 0
            assert once_each(await footers(remote))
        async with running(tmp_path, remote, new_sqlite, name="again") as bot:
            assert await remote.wait(commands=True, seconds=30)
            await asyncio.sleep(2.5)
            assert once_each(await footers(remote))
            assert not await remote.violations()


async def test_a_post_that_hangs_is_given_back_and_found_again(
    new_sqlite: str, tmp_path: Path
) -> None:
    """Discord takes the post but answers too late to be heard; its nonce is forgotten at once."""
    async with rehearsing() as remote:
        await prepared(remote, new_sqlite)
        await remote.call("settings", values={"nonce_window": 0})
        await remote.fault(delayed(POST_MESSAGE, 30, applied=True))

        async with running(tmp_path, remote, new_sqlite) as bot:
            assert await remote.wait(messages=1, at="briefings", seconds=30)

            began = time.monotonic()
            bot.signal(signal.SIGTERM)

            assert await bot.ended(IN_TIME) == 0
            assert time.monotonic() - began > 5
            assert "deliveries cut short" in bot.log
        async with running(tmp_path, remote, new_sqlite, name="again"):
            assert await remote.wait(messages=2, at="briefings", seconds=30)
            await asyncio.sleep(1)
            assert once_each(await footers(remote))
