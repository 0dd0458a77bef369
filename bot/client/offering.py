"""Parameters that offer values while somebody types."""

from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

import discord
from discord.app_commands import Choice, Transformer

from bot.client.callers import Caller, Right
from bot.render.clean import plain_line

if TYPE_CHECKING:
    from bot.client.bot import BriefingBot

Interaction = discord.Interaction[Any]
MOST_CHOICES = 25
LONGEST_CHOICE = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is typing, and where."""

    bot: "BriefingBot"
    interaction: Interaction
    caller: Caller


def choice(name: str, value: str | None = None) -> Choice[str]:
    """A line of Discord's list. value: what arrives where it is not the name itself."""
    return Choice(name=plain_line(name, LONGEST_CHOICE), value=name if value is None else value)


class Offering(Transformer):
    """What arrives is what was picked, or whatever was typed.

    right: who lacks it is offered nothing. in_guild: nothing is offered outside of a guild that has
    added the bot.
    """

    right = Right.READ
    in_guild = False

    @abstractmethod
    async def offers(self, asked: Asked, typed: str) -> Iterable[Choice[str]]:
        """Best first; of more than Discord shows the rest is left out."""

    async def transform(self, interaction: Interaction, value: str, /) -> str:
        return value

    async def autocomplete(  # type: ignore[override]  # discord.py types values too widely
        self, interaction: Interaction, value: str, /
    ) -> list[Choice[str]]:
        bot = cast("BriefingBot", interaction.client)
        caller = await bot.caller(interaction)
        if self.right not in caller.rights or (self.in_guild and caller.guild_id is None):
            return []
        offered = await self.offers(Asked(bot, interaction, caller), value)
        return list(islice(offered, MOST_CHOICES))
