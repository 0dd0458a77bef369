"""/about: what the desk does and never does."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import BriefingBot, Right
from bot.client.tree import described, named
from bot.client.wording import reading
from bot.languages import count, say
from bot.render.layout import Layout, message
from bot.views import show
from briefings.storage.articles import count_documents
from briefings.storage.subscriptions import subscriptions

BLUE = 0x3B5B92
LINES = ("about.what", "about.ask", "about.briefings", "about.documents", "about.rules")


class About(commands.Cog):
    def __init__(self, bot: BriefingBot) -> None:
        self.bot = bot

    @reading
    @app_commands.command(name=named("about"), description=described("command.about"))
    async def about(self, interaction: discord.Interaction[Any]) -> None:
        caller = await self.bot.require(interaction, Right.READ)
        database, guild_id = self.bot.database, caller.guild_id
        documents = await self.bot.recall(count_documents, database, shelves=caller.shelves)
        subscribed = 0
        if guild_id is not None:
            subscribed = len(await self.bot.recall(subscriptions, database, guild_id=guild_id))
        await show(interaction, about_layout(documents, subscribed, caller.locale))


def about_layout(documents: int, subscribed: int, locale: str) -> Layout:
    counts = say(
        "about.counts",
        locale,
        documents=count("about.documents_count", locale, documents),
        subscriptions=count("about.subscriptions_count", locale, subscribed),
    )
    lines = [say(line, locale) for line in LINES]
    return message(*lines, f"-# {counts}", heading=say("about.heading", locale), colour=BLUE)


async def setup(bot: BriefingBot) -> None:
    await bot.add_cog(About(bot))
