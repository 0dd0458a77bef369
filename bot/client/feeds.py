"""A feed as a person names it: picked while typing, or typed out."""

from typing import TYPE_CHECKING, Any, cast

import discord
from discord.app_commands import Choice, Transform, Transformer

from bot.client.callers import Right
from bot.languages import say
from bot.render.clean import plain_line
from briefings.errors import NotFoundError
from briefings.model.feeds import Feed
from briefings.storage.feeds import feeds

if TYPE_CHECKING:
    from bot.client.bot import BriefingBot

Interaction = discord.Interaction[Any]
MOST_CHOICES = 25
LONGEST_CHOICE = 100
LONGEST_PART = 60


class FeedParameter(Transformer):
    async def transform(self, interaction: Interaction, value: str, /) -> str:
        return value

    async def autocomplete(  # type: ignore[override]  # discord.py types values too widely
        self, interaction: Interaction, value: str, /
    ) -> list[Choice[str]]:
        bot = cast("BriefingBot", interaction.client)
        caller = await bot.caller(interaction)
        if Right.DOCUMENTS not in caller.rights or caller.guild_id is None:
            return []
        rows = await bot.call(feeds, bot.database, shelf_id=await bot.shelf(caller))
        typed = value.strip().casefold()
        found = [row for row in rows if typed in f"{row.title} {row.url}".casefold()]
        return [_choice(row, caller.locale) for row in found[:MOST_CHOICES]]


def _choice(row: Feed, locale: str) -> Choice[str]:
    title, url = plain_line(row.title, LONGEST_PART), plain_line(row.url, LONGEST_PART)
    whole = say("choice.feed", locale, title=title, url=url)
    return Choice(name=plain_line(whole, LONGEST_CHOICE), value=str(row.feed_id))


async def find_feed(bot: "BriefingBot", shelf_id: int, given: str) -> Feed:
    """The one that was picked, or whose title or link holds what was typed. NotFoundError."""
    typed = given.strip().casefold()
    for row in await bot.call(feeds, bot.database, shelf_id=shelf_id):
        if typed == str(row.feed_id) or (typed and typed in f"{row.title} {row.url}".casefold()):
            return row
    raise NotFoundError(f"no feed {given!r}", what="feed", wanted=given)


FeedGiven = Transform[str, FeedParameter]
