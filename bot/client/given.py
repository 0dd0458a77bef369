"""A briefing that was posted, as a person names it: picked while typing, or the last one."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import discord
from discord.app_commands import Choice, Transform

from bot.client.callers import Caller, Right
from bot.client.offering import MOST_CHOICES, Asked, Offering, choice
from bot.languages import say, say_day
from briefings.errors import NotFoundError
from briefings.storage.reviewing import GivenRow, given_rows

if TYPE_CHECKING:
    from bot.client.bot import BriefingBot

Interaction = discord.Interaction[Any]


class GivenParameter(Offering):
    """Offers what was posted in channels that the person sees, newest first."""

    in_guild = True

    async def offers(self, asked: Asked, typed: str) -> Iterable[Choice[str]]:
        bot, caller = asked.bot, asked.caller
        rows = await bot.call(
            given_rows,
            bot.database,
            guild_id=caller.guild,
            channels=seen_channels(asked.interaction, caller),
            limit=4 * MOST_CHOICES,
        )
        named = [(row, _name(row, asked.interaction, caller.locale)) for row in rows]
        wanted = typed.strip().casefold()
        return [
            choice(name, str(row.delivery_id)) for row, name in named if wanted in name.casefold()
        ]


def seen_channels(interaction: Interaction, caller: Caller) -> Sequence[int] | None:
    """The channels whose briefings a person may ask about; None for all, to who runs them."""
    if Right.BRIEFINGS in caller.rights:
        return None
    guild, person = interaction.guild, interaction.user
    if guild is None or not isinstance(person, discord.Member):
        return ()
    places: list[discord.TextChannel | discord.Thread] = [*guild.text_channels, *guild.threads]
    return [each.id for each in places if each.permissions_for(person).view_channel]


async def find_given(
    bot: "BriefingBot", interaction: Interaction, caller: Caller, given: str | None
) -> int | None:
    """The one that was picked; without a choice the last one of this channel, or else of the
    guild. None where there is none. Raises NotFoundError for one that the person does not see."""
    seen = seen_channels(interaction, caller)
    if given is None:
        here = [interaction.channel_id or 0]
        for channels in (here if seen is None else [each for each in here if each in seen], seen):
            rows = await bot.call(
                given_rows, bot.database, guild_id=caller.guild, channels=channels, limit=1
            )
            if rows:
                return rows[0].delivery_id
        return None
    rows = await bot.call(
        given_rows, bot.database, guild_id=caller.guild, channels=seen, limit=10_000
    )
    if given.strip() not in {str(row.delivery_id) for row in rows}:
        raise NotFoundError(f"no briefing {given!r}", what="edition", wanted=given)
    return int(given)


def _name(row: GivenRow, interaction: Interaction, locale: str) -> str:
    channel = interaction.guild and interaction.guild.get_channel_or_thread(row.channel_id)
    there = row.due_at.astimezone(ZoneInfo(row.zone))
    return say(
        "choice.given",
        locale,
        day=say_day(there.date(), locale),
        time=there.strftime("%H:%M"),
        channel=channel.name if channel else str(row.channel_id),
    )


GivenBriefing = Transform[str, GivenParameter]
