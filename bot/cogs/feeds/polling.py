"""The poll: APScheduler wakes us, the archive says which feeds are due."""

import logging

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from discord.ext import commands

from bot.client import BriefingBot
from briefings.errors import ArchiveError
from briefings.ingest.feeds import poll_due

log = logging.getLogger(__name__)


class Polling(commands.Cog):
    """One static job, one round at a time, bounded in feeds and in threads."""

    def __init__(self, bot: BriefingBot) -> None:
        self.bot = bot
        self.scheduler = AsyncIOScheduler(timezone="UTC")

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        if self.scheduler.running:
            return
        self.scheduler.add_job(
            self.poll,
            "interval",
            seconds=self.bot.settings.intake.poll_seconds,
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
        )
        self.scheduler.start()

    async def poll(self) -> int:
        """How many articles came in."""
        intake = self.bot.settings.intake
        try:
            found = await self.bot.call(
                poll_due,
                self.bot.database,
                self.bot.jail,
                self.bot.fetcher,
                now=self.bot.clock.now(),
                limit=intake.poll_feeds,
                threads=intake.poll_threads,
            )
        except ArchiveError as error:
            log.warning("no feed was polled: error=%s", type(error).__name__)
            return 0
        taken = sum(each.taken for each in found)
        if found:
            failed = sum(each.failed is not None for each in found)
            log.info("feeds polled: count=%d taken=%d failed=%d", len(found), taken, failed)
        return taken

    async def cog_unload(self) -> None:
        if self.scheduler.running:
            self.scheduler.shutdown(wait=False)  # a round under way ends with its threads
