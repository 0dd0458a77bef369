"""The tick: APScheduler wakes us, the archive says what is due."""

import logging

import aiohttp
import discord
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from discord.ext import commands

from bot.client import BriefingBot
from bot.posting.desk import Desk
from briefings.errors import BriefingsError

log = logging.getLogger(__name__)


class Schedule(commands.Cog):
    """Static jobs alone: no subscription is ever a job, so that no job store can lose one."""

    def __init__(self, bot: BriefingBot, desk: Desk) -> None:
        self.bot = bot
        self.desk = desk
        self.scheduler = AsyncIOScheduler(timezone="UTC")

    async def cog_load(self) -> None:
        self.bot.post_due = self.desk.tick
        await self.desk.open()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        if self.scheduler.running:
            return
        self.scheduler.add_job(
            self.tick,
            "interval",
            seconds=self.bot.settings.posting.tick_seconds,
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
        )
        self.scheduler.start()

    async def tick(self) -> None:
        try:
            self.bot.dispatch("tick", await self.desk.tick())
        except (BriefingsError, aiohttp.ClientError, OSError) as error:
            log.warning("tick ended early: error=%s", type(error).__name__)

    @commands.Cog.listener()
    async def on_guild_channel_update(
        self, before: discord.abc.GuildChannel, after: discord.abc.GuildChannel
    ) -> None:
        self.desk.aftercare.changed(after.guild.id)

    @commands.Cog.listener()
    async def on_guild_role_update(self, before: discord.Role, after: discord.Role) -> None:
        self.desk.aftercare.changed(after.guild.id)

    @commands.Cog.listener()
    async def on_member_update(self, before: discord.Member, after: discord.Member) -> None:
        """Without a privileged intent Discord tells of ourselves alone."""
        self.desk.aftercare.changed(after.guild.id)

    @commands.Cog.listener()
    async def on_thread_update(self, before: discord.Thread, after: discord.Thread) -> None:
        self.desk.aftercare.changed(after.guild.id)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        self.desk.aftercare.changed(guild.id)

    async def cog_unload(self) -> None:
        self.bot.post_due = None
        if self.scheduler.running:
            self.scheduler.pause()
        await self.desk.close()
        if self.scheduler.running:
            self.scheduler.shutdown(wait=False)  # only now: it cancels a tick that is under way


async def setup(bot: BriefingBot) -> None:
    await bot.add_cog(Schedule(bot, Desk(bot)))
