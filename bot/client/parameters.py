"""What people type as parameters, as good values or a clear refusal; and what is offered."""

import re
from datetime import date, time
from typing import Any
from zoneinfo import available_timezones

import discord
from discord import app_commands
from discord.app_commands import Choice, Transformer

from bot.client.tree import described
from bot.languages import CATALOGUES
from briefings.errors import BadValueError
from briefings.model import Edge

Interaction = discord.Interaction[Any]

MOST_CHOICES = 25
ZONES = tuple(sorted(zone for zone in available_timezones() if "/" in zone or zone == "UTC"))
NEAR = ("Asia/Seoul", "Asia/Pyongyang", "Europe/Moscow", "Asia/Vladivostok", "Asia/Tokyo", "UTC")
NAMES_OF_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
GROUPS_OF_DAYS = {"daily": range(7), "all": range(7), "weekdays": range(5), "weekend": (5, 6)}
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
TIME = re.compile(r"(\d{1,2})[:.](\d{2})")


def bad(name: str, given: str) -> BadValueError:
    return BadValueError(f"{given!r} is no usable {name}", name=name, given=given, wanted=name)


def parse_day(given: str) -> date:
    """An ISO day, nothing looser: 06/07 means two days."""
    try:
        return date.fromisoformat(given.strip()) if DAY.fullmatch(given.strip()) else _no_day(given)
    except ValueError:
        return _no_day(given)


def _no_day(given: str) -> date:
    raise bad("day", given) from None


def parse_time(given: str) -> time:
    found = TIME.fullmatch(given.strip())
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise bad("time", given)
    return time(int(found[1]), int(found[2]))


def parse_weekdays(given: str) -> frozenset[int]:
    """ "mon,wed", "mon-fri", "weekdays", "daily" """
    days: set[int] = set()
    for part in re.split(r"[,\s;]+", given.strip().casefold()):
        first, _, last = part.partition("-")
        if part in GROUPS_OF_DAYS:
            days |= set(GROUPS_OF_DAYS[part])
        elif first[:3] in NAMES_OF_DAYS and (not last or last[:3] in NAMES_OF_DAYS):
            start = NAMES_OF_DAYS.index(first[:3])
            end = NAMES_OF_DAYS.index(last[:3]) if last else start
            days |= {(start + step) % 7 for step in range((end - start) % 7 + 1)}
        else:
            raise bad("weekdays", given)
    return frozenset(days)


class DayParameter(Transformer):
    async def transform(self, interaction: Interaction, value: str, /) -> date:
        return parse_day(value)


class TimeParameter(Transformer):
    async def transform(self, interaction: Interaction, value: str, /) -> time:
        return parse_time(value)


class WeekdaysParameter(Transformer):
    async def transform(self, interaction: Interaction, value: str, /) -> frozenset[int]:
        return parse_weekdays(value)


class ZoneParameter(Transformer):
    """A name of the IANA database, in any case."""

    async def transform(self, interaction: Interaction, value: str, /) -> str:
        wanted = value.strip().casefold().replace(" ", "_")
        found = next((zone for zone in ZONES if zone.casefold() == wanted), None)
        if found is None:
            raise bad("zone", value)
        return found

    async def autocomplete(  # type: ignore[override]  # discord.py types values too widely
        self, interaction: Interaction, value: str, /
    ) -> list[Choice[str]]:
        typed = value.strip().casefold().replace(" ", "_")
        found = [zone for zone in ZONES if typed in zone.casefold()] if typed else list(NEAR)
        found.sort(key=lambda zone: not zone.casefold().rpartition("/")[2].startswith(typed))
        return [Choice(name=zone, value=zone) for zone in found[:MOST_CHOICES]]


class EdgeParameter(Transformer):
    @property
    def choices(self) -> list[Choice[int | float | str]]:
        return [Choice(name=described(f"edge.{edge}"), value=str(edge)) for edge in Edge]

    async def transform(self, interaction: Interaction, value: str, /) -> Edge:
        return Edge(value)


class LanguageParameter(Transformer):
    """A language that the catalogue speaks."""

    @property
    def choices(self) -> list[Choice[int | float | str]]:
        return [Choice(name=described(f"language.{each}"), value=each) for each in CATALOGUES]

    async def transform(self, interaction: Interaction, value: str, /) -> str:
        return value


DayGiven = app_commands.Transform[date, DayParameter]
TimeGiven = app_commands.Transform[time, TimeParameter]
WeekdaysGiven = app_commands.Transform[frozenset[int], WeekdaysParameter]
ZoneGiven = app_commands.Transform[str, ZoneParameter]
LanguageGiven = app_commands.Transform[str, LanguageParameter]
EdgeGiven = app_commands.Transform[Edge, EdgeParameter]
