"""What the guild of a caller thinks of sources, and parameters that grade them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from discord.app_commands import Transform

from bot.client.callers import Caller
from bot.client.parameters import OneOf
from briefings.model import Article
from briefings.storage.sources import CREDIBILITIES, RELIABILITIES, Trusts, trusts_of

if TYPE_CHECKING:
    from bot.client.bot import BriefingBot


async def trusts_here(bot: "BriefingBot", caller: Caller) -> Trusts:
    return await bot.recall(trusts_of, bot.database, caller.guild_id)


def trusted(article: Article, trusts: Trusts) -> Article:
    return replace(article, trust=trusts.of(article.source))


ReliabilityGiven = Transform[str, OneOf("reliability", RELIABILITIES)]
CredibilityGiven = Transform[int, OneOf("credibility", CREDIBILITIES)]
