"""The bot, unmodified, at the Discord on loopback, with an archive of its own."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.client import BriefingBot
from bot.clock import Clock
from bot.cogs import COGS
from bot.rehearsal import Answer, Loopback, Person
from bot.rehearsal.world import Message
from bot.settings import DiscordSettings, Settings
from briefings.ingest.documents import reading_jail
from briefings.ingest.jail import Jail
from briefings.storage.database import Database, open_database
from tests.discord.conformance import conforming

THURSDAY = datetime(2024, 6, 19, 23, 0, tzinfo=UTC)  # 08:00 on 20 June in Seoul

PATIENT = DiscordSettings(costly_at_once=10_000)  # tests type more quickly than people


@dataclass(slots=True)
class Desk:
    """A loopback, the bot in it, and what the bot stands on."""

    loopback: Loopback
    bot: BriefingBot
    database: Database

    @property
    def admin(self) -> Person:
        return self.loopback.admin

    @property
    def member(self) -> Person:
        return self.loopback.member


def movable_clock(at: datetime = THURSDAY) -> Clock:
    clock = Clock()
    clock.set(at)
    return clock


@asynccontextmanager
async def logged_in(bot: BriefingBot, loopback: Loopback) -> AsyncIterator[None]:
    connecting: list[asyncio.Task[None]] = []
    try:
        await bot.login(loopback.token)
        connecting.append(asyncio.create_task(bot.connect()))
        await bot.wait_until_ready()
        yield
    finally:
        await bot.close()
        await asyncio.gather(*connecting, return_exceptions=True)


@asynccontextmanager
async def desk(
    url: str,
    *,
    loopback: Loopback | None = None,
    cogs: Sequence[str] = COGS,
    jail: Jail | None = None,
    settings: Settings | None = None,
) -> AsyncIterator[Desk]:
    """The bot at a loopback (a new one unless given, which then stays), on the archive at `url`."""
    if loopback is None:
        async with (
            conforming(clock=movable_clock()) as new,
            desk(url, loopback=new, cogs=cogs, jail=jail, settings=settings) as opened,
        ):
            yield opened
            assert not mentioning(new)
        return
    database, own = open_database(url), jail or reading_jail()
    bot = BriefingBot(
        settings or Settings(discord=PATIENT),
        database,
        own,
        clock=loopback.world.clock,
        extensions=cogs,
        connector=loopback.connector(),
        guild_ready_timeout=0.0,
    )
    try:
        async with logged_in(bot, loopback):
            yield Desk(loopback, bot, database)
    finally:
        if jail is None:
            own.close()
        database.close()


def mentioning(loopback: Loopback) -> list[Message]:
    """Messages of the bot that notified somebody. There must never be one."""
    bot = loopback.world.application.user.id
    return [
        message
        for channel in loopback.world.channels.values()
        for message in channel.messages.values()
        if message.author.id == bot
        and (message.mentions or message.mention_roles or message.mention_everyone)
    ]


def text_of_choices(answer: Answer) -> list[str]:
    return [str(choice["name"]) for choice in answer.choices]
