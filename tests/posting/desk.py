"""The bot at a loopback with subscriptions that fall due, and short windows."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import time, timedelta
from functools import cache
from pathlib import Path
from typing import Any, cast

from bot.client import BriefingBot
from bot.rehearsal import Loopback, deeds, text_of
from bot.rehearsal.faults import Fault
from bot.rehearsal.world import Channel, Message
from bot.settings import PostingSettings, Settings
from briefings.ingest.documents import reading_jail
from briefings.ingest.jail import Jail
from briefings.ingest.reading import read
from briefings.model import Reading
from briefings.storage.articles import NewArticle, store_article
from briefings.storage.database import Database, open_database
from briefings.storage.shelves import COMMON_SHELF
from briefings.storage.subscriptions import NewSubscription, subscribe
from tests.bot.desk import THURSDAY, logged_in, movable_clock

DAY = timedelta(days=1)
POSTING = replace(
    PostingSettings(),
    try_seconds=cast("int", 0.25),
    nonce_window_seconds=cast("int", 1.0),
    requests_per_second=400,
    tick_seconds=3600,
)
PATIENT = replace(PostingSettings(), requests_per_second=400, tick_seconds=3600)
"""For tests in which every post is answered: no machine is so slow that one is given up."""


@dataclass(slots=True)
class Poster:
    """The bot, which posts only when it is told to, and the world it posts to."""

    loopback: Loopback
    bot: BriefingBot
    database: Database

    @property
    def channel(self) -> Channel:
        return self.loopback.desk.channel("briefings")

    def subscribe(self, name: str = "briefings", **changes: Any) -> int:
        """Due every day at the moment at which the loopback's clock starts."""
        new = NewSubscription(
            guild_id=self.loopback.desk.id,
            channel_id=self.loopback.desk.channel(name).id,
            zone="Asia/Seoul",
            local_time=time(8),
            created_by=self.loopback.admin.user.id,
        )
        early = THURSDAY - timedelta(hours=1)
        made = subscribe(self.database, replace(new, **changes), interaction_id=None, now=early)
        return made.subscription_id

    def break_(self, *faults: Fault) -> None:
        self.loopback.faults.add(*faults)

    async def tick(self, after: timedelta | float = 0.0) -> int:
        """What a tick does, so much later on the bot's clock."""
        later = after if isinstance(after, timedelta) else timedelta(seconds=after)
        self.loopback.world.clock.advance(later)
        assert self.bot.post_due is not None
        return await self.bot.post_due()

    def posts(self, name: str = "briefings") -> list[str]:
        """The texts of the messages in a channel."""
        messages = self.loopback.desk.channel(name).messages.values()
        return [text_of(message) for message in messages]

    def own(self, name: str = "briefings") -> list[Message]:
        return list(self.loopback.desk.channel(name).messages.values())

    def told(self) -> list[str]:
        """What the bot wrote to the admin in private."""
        return [
            text_of(message)
            for channel in self.loopback.world.channels.values()
            if channel.guild_id is None
            for message in channel.messages.values()
        ]

    def allow(self, *, deny: int = 0) -> None:
        """Give the bot its rights in #briefings, less these."""
        world = self.loopback.world
        deeds.set_overwrite(world, self.channel, world.application.user, deny=deny)


@asynccontextmanager
async def posting(
    url: str,
    loopback: Loopback | None = None,
    *,
    settings: PostingSettings = POSTING,
    easel: Jail | None = None,
) -> AsyncIterator[Poster]:
    if loopback is None:
        async with (
            Loopback(clock=movable_clock()) as new,
            posting(url, new, settings=settings, easel=easel) as poster,
        ):
            yield poster
        return
    database, jail = open_database(url), reading_jail()
    bot = BriefingBot(
        replace(Settings(), posting=settings),
        database,
        jail,
        easel=easel,
        clock=loopback.world.clock,
        extensions=("bot.cogs.schedule",),
        connector=loopback.connector(),
        guild_ready_timeout=0.0,
    )
    try:
        async with logged_in(bot, loopback):
            yield Poster(loopback, bot, database)
            await asyncio.sleep(0)
    finally:
        jail.close()
        database.close()


@cache
def readings() -> tuple[Reading, ...]:
    paths = sorted((Path(__file__).parent.parent.parent / "seeds").glob("00?_*.txt"))
    return tuple(read(path.read_bytes(), file_name=path.name) for path in paths)


def with_seeds(poster: Poster) -> None:
    """The seeds stand in the archive since before the first briefing."""
    early = THURSDAY - timedelta(hours=2)
    for number, reading in enumerate(readings()):
        new = NewArticle(
            shelf_id=COMMON_SHELF,
            source=f"Source {number}",
            title=f"Document {number}",
            body=str(number).encode(),
            reading=reading,
            origin="paste",
            first_seen=early,
        )
        store_article(poster.database, new, now=early)
