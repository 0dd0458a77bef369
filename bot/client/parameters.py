"""What people type as parameters, as good values or a clear refusal; and what is offered."""

import re
from datetime import date, time
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice, Transformer

from bot.client.tree import described
from bot.languages import CATALOGUES
from briefings.errors import BadValueError
from briefings.model import Edge

Interaction = discord.Interaction[Any]

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


class DayParameter(Transformer):
    async def transform(self, interaction: Interaction, value: str, /) -> date:
        return parse_day(value)


class TimeParameter(Transformer):
    async def transform(self, interaction: Interaction, value: str, /) -> time:
        return parse_time(value)


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
LanguageGiven = app_commands.Transform[str, LanguageParameter]
EdgeGiven = app_commands.Transform[Edge, EdgeParameter]
