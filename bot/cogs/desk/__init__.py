"""/desk: rights and roles, where notices go, the audit log, and names beside the gazetteer's."""

from bot.client import BriefingBot
from bot.cogs.desk.auditing import Auditing
from bot.cogs.desk.naming import Naming
from bot.cogs.desk.rights import Rights
from bot.cogs.desk.roles import Roles


class Desk(Rights, Roles, Naming, Auditing):
    def __init__(self, bot: BriefingBot) -> None:
        super().__init__(bot)
        bot.verbs |= {
            "reread": self.read_again,
            "audit": self.turn_audit,
            "deskundo": self.undo_deed,
        }


async def setup(bot: BriefingBot) -> None:
    await bot.add_cog(Desk(bot))
