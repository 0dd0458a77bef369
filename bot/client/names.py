"""Names as a person gives them: what a desk adds, and what it has added."""

from typing import TYPE_CHECKING, Any, cast

import discord
from discord.app_commands import Choice, Transform, Transformer

from bot.client.callers import Right
from bot.client.tree import described
from bot.render.clean import plain_line
from briefings.errors import NotFoundError
from briefings.gazetteer.added import suggest_known
from briefings.model import Actor, AddedName, NameKind
from briefings.storage.names import names_of

if TYPE_CHECKING:
    from bot.client.bot import BriefingBot

Interaction = discord.Interaction[Any]
MOST_CHOICES = 25
LONGEST_CHOICE = 100
KINDS = [kind for kind in NameKind if kind is not NameKind.NATIONALITY]


class SideParameter(Transformer):
    @property
    def choices(self) -> list[Choice[int | float | str]]:
        return [Choice(name=described(f"actor.{actor}"), value=str(actor)) for actor in Actor]

    async def transform(self, interaction: Interaction, value: str, /) -> Actor:
        return Actor(value)


class KindParameter(Transformer):
    @property
    def choices(self) -> list[Choice[int | float | str]]:
        return [Choice(name=described(f"namekind.{kind}"), value=str(kind)) for kind in KINDS]

    async def transform(self, interaction: Interaction, value: str, /) -> NameKind:
        return NameKind(value)


class KnownParameter(Transformer):
    """A new name, or one that is known already, which is offered while somebody types."""

    async def transform(self, interaction: Interaction, value: str, /) -> str:
        return value

    async def autocomplete(  # type: ignore[override]  # discord.py types values too widely
        self, interaction: Interaction, value: str, /
    ) -> list[Choice[str]]:
        bot = cast("BriefingBot", interaction.client)
        caller = await bot.caller(interaction)
        if Right.DESK not in caller.rights or caller.guild_id is None:
            return []
        own = await bot.call(names_of, bot.database, caller.guild_id)
        names = await bot.call(suggest_known, value, own, limit=MOST_CHOICES)
        return [Choice(name=plain_line(name, LONGEST_CHOICE), value=name) for name in names]


class AddedParameter(Transformer):
    """Offers what the guild has added."""

    async def transform(self, interaction: Interaction, value: str, /) -> str:
        return value

    async def autocomplete(  # type: ignore[override]  # discord.py types values too widely
        self, interaction: Interaction, value: str, /
    ) -> list[Choice[str]]:
        bot = cast("BriefingBot", interaction.client)
        caller = await bot.caller(interaction)
        if Right.DESK not in caller.rights or caller.guild_id is None:
            return []
        typed = value.strip().casefold()
        return [
            Choice(name=plain_line(whole, LONGEST_CHOICE), value=row.shown)
            for row in await bot.call(names_of, bot.database, caller.guild_id)
            if typed in (whole := _whole(row)).casefold()
        ][:MOST_CHOICES]


def _whole(row: AddedName) -> str:
    return ", ".join(dict.fromkeys((row.shown, *(form for _, form in row.forms))))


async def find_added(bot: "BriefingBot", guild_id: int, given: str) -> AddedName:
    """The added name that was picked, or one of whose forms was typed. Raises NotFoundError."""
    typed = given.strip().casefold()
    for row in await bot.call(names_of, bot.database, guild_id):
        if typed in (row.shown.casefold(), *(form.casefold() for _, form in row.forms)):
            return row
    raise NotFoundError(f"no added name {given!r}", what="name", wanted=given)


def forms_in(**given: str | None) -> tuple[tuple[str, str], ...]:
    """Forms by language, as typed with commas between."""
    return tuple(
        (language, form.strip())
        for language, typed in given.items()
        for form in (typed or "").split(",")
        if form.strip()
    )


SideGiven = Transform[Actor, SideParameter]
KindGiven = Transform[NameKind, KindParameter]
KnownGiven = Transform[str, KnownParameter]
AddedGiven = Transform[str, AddedParameter]
