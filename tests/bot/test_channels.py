"""Channels are found again without a look through all guilds, and are gone when they are gone."""

import asyncio

from bot.rehearsal import deeds
from tests.bot.desk import desk

WAIT = 30.0  # seconds until a test that hangs fails


async def test_a_channel_is_found_again_until_it_is_deleted(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        bot, world = opened.bot, opened.loopback.world
        there = opened.loopback.desk.channel("general")
        guild = bot.get_guild(opened.loopback.desk.id)
        assert guild is not None

        first, again = bot.get_channel(there.id), bot.get_channel(there.id)

        assert first is not None
        assert first is again is guild.get_channel(there.id)
        assert bot.get_channel(404) is None
        deeds.remove_channel(world, there)
        async with asyncio.timeout(WAIT):
            while guild.get_channel(there.id) is not None:  # noqa: ASYNC110 -- nobody tells of it
                await asyncio.sleep(0.01)
        assert bot.get_channel(there.id) is None
