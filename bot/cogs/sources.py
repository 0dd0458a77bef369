"""/source: what this server thinks of its sources."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import BriefingBot, Right
from bot.client.documents import SourceGiven
from bot.client.sources import CredibilityGiven, ReliabilityGiven
from bot.client.tree import described, named
from bot.client.wording import group, worded
from bot.render.sources import graded_layout, sources_pages
from bot.views import show, show_all
from briefings.storage.sources import GradingGiven, grade, source_rows

Interaction = discord.Interaction[Any]
FamilyGiven = app_commands.Range[str, 1, 80]


class Sources(commands.Cog):
    source = group("source")

    def __init__(self, bot: BriefingBot) -> None:
        self.bot = bot

    @source.command(name=named("source.grade"), description=described("command.source.grade"))
    @worded("source.grade", "source", "reliability", "credibility", "state_media", "family")
    async def grade(
        self,
        interaction: Interaction,
        *,
        source: SourceGiven,
        reliability: ReliabilityGiven | None = None,
        credibility: CredibilityGiven | None = None,
        state_media: bool | None = None,
        family: FamilyGiven | None = None,
    ) -> None:
        caller = await self.bot.require(interaction, Right.DOCUMENTS)
        deed = await self.bot.call(
            grade,
            self.bot.database,
            source,
            GradingGiven(reliability, credibility, state_media, family),
            guild_id=caller.guild,
            by=caller.user_id,
            interaction_id=interaction.id,
            now=self.bot.clock.now(),
        )
        await show(interaction, graded_layout(deed.name, deed.trust, deed.entry_id, caller.locale))

    @source.command(name=named("source.list"), description=described("command.source.list"))
    async def list_(self, interaction: Interaction) -> None:
        caller = await self.bot.require(interaction, Right.READ)
        rows = await self.bot.call(
            source_rows, self.bot.database, shelves=caller.shelves, guild_id=caller.guild
        )
        shown = [(row.name, row.documents, row.trust, row.graded) for row in rows]
        await show_all(interaction, sources_pages(shown, caller.locale))


async def setup(bot: BriefingBot) -> None:
    await bot.add_cog(Sources(bot))
