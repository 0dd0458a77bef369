"""A feed as a person names it: picked while typing, or typed out."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from discord.app_commands import Choice, Transform

from bot.client.callers import Right
from bot.client.offering import Asked, Offering, choice
from bot.languages import say
from bot.render.clean import plain_line
from briefings.errors import NotFoundError
from briefings.model.feeds import Feed
from briefings.storage.feeds import feeds

if TYPE_CHECKING:
    from bot.client.bot import BriefingBot

LONGEST_PART = 60


class FeedParameter(Offering):
    right, in_guild = Right.DOCUMENTS, True

    async def offers(self, asked: Asked, typed: str) -> Iterable[Choice[str]]:
        shelf_id = await asked.bot.shelf(asked.caller)
        rows = await asked.bot.call(feeds, asked.bot.database, shelf_id=shelf_id)
        wanted = typed.strip().casefold()
        return [
            _choice(row, asked.caller.locale)
            for row in rows
            if wanted in f"{row.title} {row.url}".casefold()
        ]


def _choice(row: Feed, locale: str) -> Choice[str]:
    title, url = plain_line(row.title, LONGEST_PART), plain_line(row.url, LONGEST_PART)
    whole = say("choice.feed", locale, title=title, url=url)
    return choice(whole, str(row.feed_id))


async def find_feed(bot: "BriefingBot", shelf_id: int, given: str) -> Feed:
    """The one that was picked, or whose title or link holds what was typed. NotFoundError."""
    typed = given.strip().casefold()
    for row in await bot.call(feeds, bot.database, shelf_id=shelf_id):
        if typed == str(row.feed_id) or (typed and typed in f"{row.title} {row.url}".casefold()):
            return row
    raise NotFoundError(f"no feed {given!r}", what="feed", wanted=given)


FeedGiven = Transform[str, FeedParameter]
