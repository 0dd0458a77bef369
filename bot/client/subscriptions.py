"""A subscription as a person names it: picked while typing, or left out where there is one."""

from collections.abc import Iterable
from itertools import combinations
from typing import TYPE_CHECKING, Any

import discord
from discord.app_commands import Choice, Transform, Transformer

from bot.client.callers import Caller, Right
from bot.client.offering import LONGEST_CHOICE, Asked, Offering, choice
from bot.client.tree import listed
from bot.errors import AlreadySubscribedError, NoSubscriptionError, SeveralSubscriptionsError
from bot.languages import say
from bot.render.clean import plain_line
from briefings.errors import NotFoundError
from briefings.model import Edge, Subscription, SubscriptionState
from briefings.storage.subscriptions import NewSubscription, subscription, subscriptions

if TYPE_CHECKING:
    from bot.client.bot import BriefingBot

Interaction = discord.Interaction[Any]
TELLING = ("channel_id", "zone", "local_time", "weekdays", "edges", "sources", "language")
SEPARATOR = "+"
CHOICES_OF_EDGES = [
    chosen for size in (3, 2, 1) for chosen in combinations(tuple(Edge), size)
]  # all three first


class EdgesParameter(Transformer):
    """Any choice of the three edges."""

    @property
    def choices(self) -> list[Choice[int | float | str]]:
        return [
            Choice(name=listed("edge", chosen), value=SEPARATOR.join(chosen))
            for chosen in CHOICES_OF_EDGES
        ]

    async def transform(self, interaction: Interaction, value: str, /) -> tuple[Edge, ...]:
        return tuple(Edge(each) for each in value.split(SEPARATOR))


class SubscriptionParameter(Offering):
    right, in_guild = Right.BRIEFINGS, True

    async def offers(self, asked: Asked, typed: str) -> Iterable[Choice[str]]:
        bot, caller = asked.bot, asked.caller
        rows = await bot.call(subscriptions, bot.database, guild_id=caller.guild)
        named = [(row, subscription_name(row, asked.interaction, caller.locale)) for row in rows]
        wanted = typed.strip().casefold()
        return [
            choice(name, str(row.subscription_id))
            for row, name in named
            if wanted in name.casefold()
        ]


def subscription_name(row: Subscription, interaction: Interaction, locale: str) -> str:
    channel = interaction.guild and interaction.guild.get_channel_or_thread(row.channel_id)
    name = channel.name if channel else str(row.channel_id)
    time = row.local_time.strftime("%H:%M")
    whole = say("choice.subscription", locale, channel=name, time=time, zone=row.zone)
    return plain_line(whole, LONGEST_CHOICE)


async def refuse_twin(bot: "BriefingBot", new: NewSubscription | Subscription) -> None:
    """Raises AlreadySubscribedError where the channel has the very same briefing."""
    own = getattr(new, "subscription_id", None)
    for row in await bot.call(subscriptions, bot.database, guild_id=new.guild_id):
        same = all(getattr(row, name) == getattr(new, name) for name in TELLING)
        if same and row.subscription_id != own:
            raise AlreadySubscribedError(
                "the same briefing",
                channel=row.channel_id,
                subscription=row.subscription_id,
                reason="" if row.state is SubscriptionState.ACTIVE else "paused",
            )


async def find_subscription(bot: "BriefingBot", caller: Caller, given: str | None) -> Subscription:
    """The one that was picked; without a choice the guild's only one."""
    if given is None:
        rows = await bot.call(subscriptions, bot.database, guild_id=caller.guild)
        if len(rows) == 1:
            return rows[0]
        if rows:
            raise SeveralSubscriptionsError("which one?")
        raise NoSubscriptionError("none yet")
    if not given.strip().isdecimal() or len(given) > 18:
        raise NotFoundError(f"no subscription {given!r}", what="subscription", wanted=given)
    return await bot.call(subscription, bot.database, int(given), guild_id=caller.guild)


EdgesGiven = Transform[tuple[Edge, ...], EdgesParameter]
SubscriptionGiven = Transform[str, SubscriptionParameter]
