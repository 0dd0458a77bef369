"""Two processes with a shard each on one archive: each serves its own guilds, once."""

import asyncio
import signal
from pathlib import Path

from bot.rehearsal.remote import Remote, rehearsing
from tests.bot.process.running import footers, furnish, once_each, running

GUILDS = 5


def shard_of(guild_id: int) -> int:
    return (guild_id >> 22) % 2


async def found_guilds(remote: Remote) -> dict[int, tuple[str, int]]:
    """Guilds of both shards: (name of the channel, its id) by guild."""
    places: dict[int, tuple[str, int]] = {}
    number = 0
    while len(places) < GUILDS or len({shard_of(each) for each in places}) < 2:
        name = f"news-{number}"
        made = await remote.call("found_guild", name=f"Guild {number}", channels=[name])
        places[int(made["id"])] = (name, int(made["channels"][name]))
        number += 1
        await asyncio.sleep(0.002)  # another millisecond, another shard
    return places


async def test_two_processes_share_guilds_and_briefings(
    new_postgresql: str, tmp_path: Path
) -> None:
    async with rehearsing("--shards", "2") as remote:
        places = await found_guilds(remote)
        due = [(guild_id, channel_id) for guild_id, (_, channel_id) in places.items()]
        await asyncio.to_thread(furnish, new_postgresql, *due)
        share = "shard_count = 2\nshard_ids = '{}'"
        async with (
            running(tmp_path, remote, new_postgresql, name="a", extra=share.format(0)) as first,
            running(tmp_path, remote, new_postgresql, name="b", extra=share.format(1)) as second,
        ):
            assert await remote.wait(sessions=2, seconds=40)
            assert await remote.wait(commands=True, seconds=40)
            for name, _ in places.values():
                assert await remote.wait(messages=1, at=name, seconds=40)
                answer = await remote.slash("admin", "/about", at=name)
                assert answer["complete"], name
            await asyncio.sleep(3)  # further ticks find nothing to do

            for guild_id, (name, _) in places.items():
                assert once_each(await footers(remote, name)), guild_id
            for shard, bot in enumerate((first, second)):
                mine = [each for each in places if shard_of(each) == shard]
                assert (await bot.health())["shards"] == {str(shard): True}
                counted = await bot.metrics()
                assert f"tumen_posted_total {len(mine)}" in counted
                assert f'command="about",outcome="done"}} {len(mine)}' in counted
                bot.signal(signal.SIGTERM)
                assert await bot.ended() == 0
        assert not await remote.violations()
