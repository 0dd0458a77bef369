"""What the modules of this package put their commands into: one group, one cog."""

from typing import Any

import discord
from discord.ext import commands

from bot.client import BriefingBot
from bot.client.wording import group
from bot.render.layout import Button
from bot.render.subscriptions import undo_button
from briefings.storage.audit import entry_by


class Commands(commands.Cog):
    """Some of the commands of the cog, which is all of them in one."""

    briefing = group("briefing", managers=True)

    def __init__(self, bot: BriefingBot) -> None:
        self.bot = bot

    async def undo(self, interaction: discord.Interaction[Any], locale: str) -> tuple[Button, ...]:
        """The button that takes back what this interaction did."""
        entry_id = await self.bot.call(entry_by, self.bot.database, interaction.id)
        return undo_button(entry_id, locale)


briefing = Commands.briefing
