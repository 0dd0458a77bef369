"""A supervisor and its bots at a Discord in the same process."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import time
from pathlib import Path

from bot.cogs import COGS
from bot.health.starts import Backoff
from bot.rehearsal import Loopback
from bot.rehearsal.manner import Manner
from bot.settings import DiscordSettings, PostingSettings, Secret, Settings
from bot.shell.assembly import open_desk
from bot.shell.supervisor import Supervisor
from briefings.storage.subscriptions import NewSubscription, subscribe
from tests.bot.desk import movable_clock

ROOT = Path(__file__).parents[3]
PATIENCE = 15.0  # seconds


@asynccontextmanager
async def supervised(
    url: str,
    *,
    token: str | None = None,
    subscribed: Sequence[str] = (),
    cogs: Sequence[str] = COGS,
    manner: Manner | None = None,
) -> AsyncIterator[tuple[Loopback, Supervisor, "asyncio.Task[int]"]]:
    """The supervisor at work, with briefings for the channels that are due at once; it is stopped
    at the end of the block."""
    settings = replace(
        Settings(),
        database_url=Secret(url),
        posting=PostingSettings(tick_seconds=1),
        discord=DiscordSettings(ready_seconds=0),
    )
    clock = movable_clock()
    async with Loopback(clock=clock, manner=manner) as loopback:
        with open_desk(settings, clock) as desk:
            for name in subscribed:
                new = NewSubscription(
                    guild_id=loopback.desk.id,
                    channel_id=channel(loopback, name),
                    zone="Asia/Seoul",
                    local_time=time(8, 1),
                    created_by=1,
                )
                subscribe(desk.database, new, interaction_id=None, now=clock.now())
            backoff = Backoff(first=0.05, longest=0.2)
            supervisor = Supervisor(
                settings, desk, backoff=backoff, connect=loopback.connector, cogs=cogs
            )
            running = asyncio.create_task(supervisor.run(token or loopback.token))
            try:
                yield loopback, supervisor, running
            finally:
                supervisor.stop()
                await asyncio.wait_for(running, PATIENCE)


def channel(loopback: Loopback, name: str) -> int:
    return next(each.id for each in loopback.desk.channels.values() if each.name == name)


async def until(condition: Callable[[], object], seconds: float = PATIENCE) -> None:
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 -- counters ring no bell
            await asyncio.sleep(0.02)
