"""Servers that remove the bot: what they have here is kept for a while, and then erased."""

import logging
from datetime import datetime, timedelta

import discord
from discord.ext import commands

from bot.client import BriefingBot
from briefings.search.snapshot import forget
from briefings.storage.erasing import erase_departed, note_departure, note_return

LOOK = timedelta(hours=1)

log = logging.getLogger(__name__)


class Departures(commands.Cog):
    def __init__(self, bot: BriefingBot) -> None:
        self.bot = bot
        self.looked: datetime | None = None

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        days = self.bot.settings.archive.keep_departed_days
        now = self.bot.clock.now()
        await self.bot.call(note_departure, self.bot.database, guild.id, keep_days=days, now=now)

    @commands.Cog.listener()
    async def on_tick(self, posted: int) -> None:
        """Once an hour: erase what is due, but never of a server that is here."""
        now = self.bot.clock.now()
        if self.looked is not None and now - self.looked < LOOK:
            return
        self.looked = now
        here = [guild.id for guild in self.bot.guilds]
        await self.bot.call(note_return, self.bot.database, here)
        gone = await self.bot.call(erase_departed, self.bot.database, now=now)
        if gone:
            log.info("erased what departed guilds had: guilds=%d", len(gone))
            await self.bot.call(forget, self.bot.database)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        await self.bot.call(note_return, self.bot.database, [guild.id])


async def setup(bot: BriefingBot) -> None:
    await bot.add_cog(Departures(bot))
