"""What the guild of a caller thinks of sources, and parameters that grade them."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
from discord.app_commands import Choice, Transform, Transformer

from bot.client.callers import Caller
from bot.client.tree import described
from briefings.model import Article
from briefings.storage.sources import CREDIBILITIES, RELIABILITIES, Trusts, trusts_of

if TYPE_CHECKING:
    from bot.client.bot import BriefingBot

Interaction = discord.Interaction[Any]


async def trusts_here(bot: "BriefingBot", caller: Caller) -> Trusts:
    return await bot.recall(trusts_of, bot.database, caller.guild_id)


def trusted(article: Article, trusts: Trusts) -> Article:
    return replace(article, trust=trusts.of(article.source))


class ReliabilityParameter(Transformer):
    @property
    def choices(self) -> list[Choice[int | float | str]]:
        return [Choice(name=described(f"reliability.{each}"), value=each) for each in RELIABILITIES]

    async def transform(self, interaction: Interaction, value: str, /) -> str:
        return value


class CredibilityParameter(Transformer):
    @property
    def type(self) -> discord.AppCommandOptionType:
        return discord.AppCommandOptionType.integer

    @property
    def choices(self) -> list[Choice[int | float | str]]:
        return [Choice(name=described(f"credibility.{each}"), value=each) for each in CREDIBILITIES]

    async def transform(self, interaction: Interaction, value: int, /) -> int:
        return value


ReliabilityGiven = Transform[str, ReliabilityParameter]
CredibilityGiven = Transform[int, CredibilityParameter]
