"""Bots as processes of their own, quick to start: they are forked from one that has read all code.

A worker posts what is due until nothing is left, or until somebody kills it. Windows are fractions
of a second, in the proportions they have in earnest.
"""

import asyncio
import multiprocessing
from dataclasses import dataclass, replace
from datetime import datetime
from multiprocessing.context import ForkServerContext, ForkServerProcess
from typing import cast

from bot.client import BriefingBot
from bot.clock import Clock
from bot.posting import failpoints
from bot.posting.desk import Desk
from bot.rehearsal import connector
from bot.settings import PostingSettings, Settings
from briefings.ingest.documents import reading_jail
from briefings.storage.database import open_database
from briefings.storage.deliveries import awaited

LEASE = 4.0
POSTING = replace(
    PostingSettings(),
    lease_seconds=cast("int", LEASE),
    try_seconds=cast("int", LEASE / 12),
    nonce_window_seconds=cast("int", LEASE / 3),
    halt_seconds=cast("int", LEASE * 10 / 3),
    requests_per_second=400,
)


@dataclass(frozen=True, slots=True)
class Orders:
    """What a worker is told. dies_at: a failpoint and the arrival there that is the end."""

    url: str
    port: int
    token: str
    moment: datetime
    dies_at: str | None = None


def nursery() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, "bot.cogs.schedule", "bot.render.editions", "pg8000"])
    return context


def start(context: ForkServerContext, orders: Orders, desk: type[Desk] = Desk) -> ForkServerProcess:
    process = context.Process(target=work, args=(orders, desk), daemon=True)
    process.start()
    return process


def work(orders: Orders, desk: type[Desk]) -> None:
    asyncio.run(post(orders, desk))


async def post(orders: Orders, desk_class: type[Desk]) -> None:
    failpoints.arm(orders.dies_at)
    settings = replace(Settings(), posting=POSTING)
    clock = Clock()
    clock.set(orders.moment)
    database, jail = open_database(orders.url), reading_jail()
    bot = BriefingBot(
        settings,
        database,
        jail,
        clock=clock,
        connector=connector(orders.port),
        guild_ready_timeout=0.0,
    )
    await bot.login(orders.token)
    desk = desk_class(bot)
    await desk.open()
    while True:
        await desk.tick()
        if not await bot.call(awaited, database, now=clock.now()):
            break
        await asyncio.sleep(LEASE / 12)
    await desk.close()
    await bot.close()
    jail.close()
    database.close()
