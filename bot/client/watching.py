"""What a person watches for, as they name it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from discord.app_commands import Choice, Transform

from bot.client.callers import Caller
from bot.client.offering import MOST_CHOICES, Asked, Offering, choice
from briefings.errors import NotFoundError
from briefings.gazetteer.added import suggest_known
from briefings.storage.names import names_on
from briefings.storage.watching import Watch, watches_of

if TYPE_CHECKING:
    from bot.client.bot import BriefingBot


class NameParameter(Offering):
    """Offers names of the gazetteer and of the desk."""

    async def offers(self, asked: Asked, typed: str) -> Iterable[Choice[str]]:
        bot = asked.bot
        own = await bot.call(names_on, bot.database, asked.caller.shelves)
        return map(choice, await bot.call(suggest_known, typed, own, limit=MOST_CHOICES))


class WatchParameter(Offering):
    """Offers what the person watches for here."""

    async def offers(self, asked: Asked, typed: str) -> Iterable[Choice[str]]:
        wanted = typed.strip().casefold()
        return [
            choice(watch.shown, str(watch.watch_id))
            for watch in await own_watches(asked.bot, asked.caller)
            if wanted in watch.shown.casefold()
        ]


async def own_watches(bot: "BriefingBot", caller: Caller) -> tuple[Watch, ...]:
    return await bot.call(
        watches_of, bot.database, guild_id=caller.guild_id or 0, user_id=caller.user_id
    )


async def find_watch(bot: "BriefingBot", caller: Caller, given: str) -> Watch:
    """The one that was picked, or whose words were typed. Raises NotFoundError."""
    typed = given.strip().casefold()
    for watch in await own_watches(bot, caller):
        if typed in (str(watch.watch_id), watch.shown.casefold()):
            return watch
    raise NotFoundError(f"no watch {given!r}", what="watch", wanted=given)


NameGiven = Transform[str, NameParameter]
WatchGiven = Transform[str, WatchParameter]
