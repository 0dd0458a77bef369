"""What the modules of this package put their commands into: one group, one cog."""

from discord.ext import commands

from bot.client import BriefingBot
from bot.client.wording import group


class Commands(commands.Cog):
    """Some of the commands of the cog, which is all of them in one."""

    desk = group("desk", managers=True)

    def __init__(self, bot: BriefingBot) -> None:
        self.bot = bot


desk = Commands.desk
