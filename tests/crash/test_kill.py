"""A bot that is killed at any step of posting leaves exactly one copy of each message behind."""

import asyncio
import os
import signal
import sys
from datetime import datetime, time
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.rehearsal.remote import Remote, rehearsing
from briefings.ingest.documents import reading_jail
from briefings.ingest.seeds import load_seeds
from briefings.storage.database import open_database
from briefings.storage.subscriptions import NewSubscription, subscribe
from briefings.storage.tables import Delivery

ROOT = Path(__file__).parent.parent.parent
CHILD = Path(__file__).with_name("child.py")
EVENING = datetime.fromisoformat("2024-06-19T20:00+09:00")
MORNING = datetime.fromisoformat("2024-06-20T08:00:05+09:00")
STEPS = ("claimed", "frozen", "fenced", "posted", "recorded", "finished")


def furnish(url: str, channel_id: int, guild_id: int) -> None:
    """An archive with the seeds and one subscription."""
    database, jail = open_database(url), reading_jail()
    load_seeds(database, jail, ROOT / "seeds", now=EVENING)
    new = NewSubscription(
        guild_id=guild_id,
        channel_id=channel_id,
        zone="Asia/Seoul",
        local_time=time(8),
        created_by=1,
    )
    subscribe(database, new, interaction_id=None, now=EVENING)
    jail.close()
    database.close()


def give_up_leases(url: str) -> None:
    """As if the dead worker's lease had run out; on SQLite the next bot takes it over by itself."""
    database = open_database(url)
    if database.dialect == "postgresql":
        with database.begin() as session:
            past = datetime.fromisoformat("2024-01-01T00:00+00:00")
            session.execute(update(Delivery).values(lease_until=past))
    database.close()


async def run_bot(url: str, remote: Remote, *, dies_at: str | None = None) -> int:
    """The exit status of a bot process; negative for the signal that ended it."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}  # noqa: TID251 -- the child needs a path
    if dies_at:
        environment["TUMEN_FAILPOINT"] = dies_at
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(CHILD),
        url,
        str(remote.port),
        remote.token,
        MORNING.isoformat(),
        env=environment,
        cwd=ROOT,
    )
    return await process.wait()


async def footers(remote: Remote) -> list[str]:
    """The last line of each message in the channel."""
    return [message["text"].rpartition("\n")[2] for message in await remote.messages("briefings")]


async def place(remote: Remote) -> tuple[int, int]:
    """(guild, channel) of #briefings in the rehearsal."""
    told = await remote.call("state")
    for guild_id, guild in told["guilds"].items():
        if "briefings" in guild["channels"]:
            return int(guild_id), int(guild["channels"]["briefings"])
    raise AssertionError("the rehearsal has a #briefings")


@pytest.mark.parametrize("step", STEPS)
async def test_a_bot_killed_at_any_step_leaves_each_message_once(
    step: str, database_url: str
) -> None:
    """Discord forgets nonces at once here, so that only the channel's history can save us."""
    async with rehearsing() as remote:
        await remote.call("settings", values={"nonce_window": 0})
        guild_id, channel_id = await place(remote)
        await asyncio.to_thread(furnish, database_url, channel_id, guild_id)

        killed = await run_bot(database_url, remote, dies_at=step)
        await asyncio.to_thread(give_up_leases, database_url)
        ended = await run_bot(database_url, remote)

        assert killed == -signal.SIGKILL
        assert ended == 0
        found = await footers(remote)
        parts = int(found[0].rpartition(" ")[2])
        marker = found[0].partition(" · ")[0]
        assert found == [f"{marker} · {part} of {parts}" for part in range(1, parts + 1)]
        assert parts > 1
        assert not await remote.violations()


async def test_a_bot_that_starts_again_posts_nothing_again(database_url: str) -> None:
    async with rehearsing() as remote:
        guild_id, channel_id = await place(remote)
        await asyncio.to_thread(furnish, database_url, channel_id, guild_id)

        assert await run_bot(database_url, remote) == 0
        once = await footers(remote)
        assert await run_bot(database_url, remote) == 0

        assert once
        assert await footers(remote) == once
