"""What people type as parameters, as good values or a clear refusal; and what is offered."""

import re
from collections.abc import Callable, Iterable
from datetime import date, time
from typing import Any

import discord
from discord import AppCommandOptionType
from discord.app_commands import Choice, Transform, Transformer

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


class Parsed(Transformer):
    """Typed freely. parse: raises BadValueError for what it cannot read."""

    def __init__(self, parse: Callable[[str], Any]) -> None:
        self._parse = parse

    async def transform(self, interaction: Interaction, value: str, /) -> Any:
        return self._parse(value)


class OneOf(Transformer):
    """One of a few words or numbers, called as the catalogue calls "KIND.VALUE"."""

    def __init__(self, kind: str, values: Iterable[str | int]) -> None:
        self._kind, self._values = kind, tuple(values)

    @property
    def type(self) -> AppCommandOptionType:
        of_numbers = isinstance(self._values[0], int)
        return AppCommandOptionType.integer if of_numbers else AppCommandOptionType.string

    @property
    def choices(self) -> list[Choice[int | float | str]]:
        return [
            Choice(
                name=described(f"{self._kind}.{each}"),
                value=each if isinstance(each, int) else str(each),
            )
            for each in self._values
        ]

    async def transform(self, interaction: Interaction, value: str | int, /) -> Any:
        return self._values[self._values.index(value)]


DayGiven = Transform[date, Parsed(parse_day)]
TimeGiven = Transform[time, Parsed(parse_time)]
LanguageGiven = Transform[str, OneOf("language", CATALOGUES)]
EdgeGiven = Transform[Edge, OneOf("edge", Edge)]
