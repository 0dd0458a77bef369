"""/desk: rights, where notices go, and names beside the gazetteer's."""

from bot.client import BriefingBot
from bot.cogs.desk.naming import Naming
from bot.cogs.desk.rights import Rights


class Desk(Rights, Naming):
    def __init__(self, bot: BriefingBot) -> None:
        super().__init__(bot)
        bot.verbs["reread"] = self.read_again


async def setup(bot: BriefingBot) -> None:
    await bot.add_cog(Desk(bot))
