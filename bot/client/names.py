"""Names as a person gives them: what a desk adds, and what it has added."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from discord.app_commands import Choice, Transform

from bot.client.callers import Right
from bot.client.offering import MOST_CHOICES, Asked, Offering, choice
from bot.client.parameters import OneOf
from briefings.errors import NotFoundError
from briefings.gazetteer.added import suggest_known
from briefings.model import Actor, AddedName, NameKind
from briefings.storage.names import names_of

if TYPE_CHECKING:
    from bot.client.bot import BriefingBot

KINDS = [kind for kind in NameKind if kind is not NameKind.NATIONALITY]


class KnownParameter(Offering):
    """A new name, or one that is known already, which is offered while somebody types."""

    right, in_guild = Right.DESK, True

    async def offers(self, asked: Asked, typed: str) -> Iterable[Choice[str]]:
        own = await asked.bot.call(names_of, asked.bot.database, asked.caller.guild)
        return map(choice, await asked.bot.call(suggest_known, typed, own, limit=MOST_CHOICES))


class AddedParameter(Offering):
    """Offers what the guild has added."""

    right, in_guild = Right.DESK, True

    async def offers(self, asked: Asked, typed: str) -> Iterable[Choice[str]]:
        added = await asked.bot.call(names_of, asked.bot.database, asked.caller.guild)
        wanted = typed.strip().casefold()
        return [
            choice(whole, row.shown) for row in added if wanted in (whole := _whole(row)).casefold()
        ]


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


SideGiven = Transform[Actor, OneOf("actor", Actor)]
KindGiven = Transform[NameKind, OneOf("namekind", KINDS)]
KnownGiven = Transform[str, KnownParameter]
AddedGiven = Transform[str, AddedParameter]
