"""What a person may ask of a subscription, as parameters and as settings."""

import re
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import discord
from discord.app_commands import Choice, Range, Transform

from bot.client.callers import Caller, Right
from bot.client.channels import check_may_mention
from bot.client.offering import LONGEST_CHOICE, Asked, Offering, choice
from bot.client.parameters import OneOf, Parsed, bad, parse_time
from briefings.errors import BadValueError
from briefings.model import Length, QuietHours
from briefings.storage.filters import source_names

if TYPE_CHECKING:
    from bot.client.bot import BriefingBot

Interaction = discord.Interaction[Any]
MOST_SOURCES = 20
PAIR = re.compile(r"\s*(?:[-‐‑–—~〜～]|\bto\b)\s*")
FIELDS = {
    "channel": "channel_id",
    "time": "local_time",
    "zone": "zone",
    "weekdays": "weekdays",
    "edges": "edges",
    "language": "language",
    "length": "length",
    "quiet": "quiet",
    "look_back": "look_back_hours",
    "chart": "chart",
}
"""Parameters that are settings as they are, by the names that Subscription has for them."""
LEAST_LEFT = timedelta(hours=1)
OPTIONS = (*FIELDS, "sources", "role")
CLEARED: Mapping[str, Mapping[str, Any]] = {
    "role": {"role_id": None},
    "quiet": {"quiet": None},
    "sources": {"sources": ()},
}


def parse_quiet(given: str) -> QuietHours:
    """ "23:00-07:00"; one that leaves no more than a change of the clocks may skip is refused."""
    try:
        begins, ends = (parse_time(part) for part in PAIR.split(" ".join(given.split())))
    except (ValueError, BadValueError):
        raise bad("quiet", given) from None
    quiet = QuietHours(begins, ends)
    if quiet.leaves <= LEAST_LEFT:
        raise bad("quiet", given)
    return quiet


class SourcesParameter(Offering):
    """Names of sources with commas between them; the last one is completed."""

    right = Right.BRIEFINGS

    async def offers(self, asked: Asked, typed: str) -> Iterable[Choice[str]]:
        names = sorted(set((await sources_here(asked.bot, asked.caller)).values()))
        before, comma, last = typed.rpartition(",")
        start = f"{before}{comma} " if comma else ""
        whole = [start + name for name in names if last.strip().casefold() in name.casefold()]
        return [choice(each) for each in whole if len(each) <= LONGEST_CHOICE]


async def sources_here(bot: "BriefingBot", caller: Caller) -> dict[int, str]:
    return await bot.call(source_names, bot.database, shelves=caller.shelves)


async def find_sources(bot: "BriefingBot", caller: Caller, given: str) -> tuple[str, ...]:
    """The sources of that name, as the archive spells them. Raises BadValueError."""
    known = {name.casefold(): name for name in (await sources_here(bot, caller)).values()}
    whole = given.strip().casefold()
    parts = [whole] if whole in known else [each.strip() for each in re.split("[,;、]", whole)]
    wanted = [part for part in parts if part]
    missing = [part for part in wanted if part not in known]
    if missing or not wanted or len(wanted) > MOST_SOURCES:
        raise bad("sources", missing[0] if missing else given)
    return tuple(dict.fromkeys(known[part] for part in wanted))


async def settings_given(
    bot: "BriefingBot", interaction: Interaction, caller: Caller, **given: Any
) -> dict[str, Any]:
    """What was given, by the names that Subscription has for it."""
    settings = {field: given[name] for name, field in FIELDS.items() if given.get(name) is not None}
    if given.get("sources") is not None:
        settings["sources"] = await find_sources(bot, caller, given["sources"])
    role = given.get("role")
    if role is not None:
        if role.is_default():
            raise bad("role", role.name)
        settings["role_id"] = role.id
    return settings


def check_role(interaction: Interaction, channel_id: int, role_id: int | None) -> None:
    """Raises MissingPermissionsError where a mention would notify nobody. A role that is gone
    needs no mention."""
    role = interaction.guild and role_id and interaction.guild.get_role(role_id)
    if role and not role.mentionable:
        check_may_mention(interaction, channel_id)


LengthGiven = Transform[Length, OneOf("length", Length)]
QuietGiven = Transform[QuietHours, Parsed(parse_quiet)]
SourcesGiven = Transform[str, SourcesParameter]
ClearGiven = Transform[str, OneOf("clear", CLEARED)]
LookBackGiven = Range[int, 1, 24 * 31]
