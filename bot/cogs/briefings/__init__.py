"""/briefing: subscribe, edit, unsubscribe, list, pause, resume, skip, preview, now, history,
export."""

from bot.client import BriefingBot
from bot.cogs.briefings.past import Past
from bot.cogs.briefings.posting import Posting
from bot.cogs.briefings.running import Running
from bot.cogs.briefings.subscribing import Subscribing


class Briefings(Subscribing, Running, Posting, Past):
    """Every command of the group; each module of the package brings its own."""


async def setup(bot: BriefingBot) -> None:
    await bot.add_cog(Briefings(bot))
