"""From a link, or a list of them, to feeds of a guild's shelf."""

from typing import Any

import discord

from bot.client import BriefingBot, Caller
from bot.render.feeds import feed_added
from bot.render.layout import Layout
from briefings.errors import FeedError, UnusableDocumentError
from briefings.ingest.feed_filters import filters_from
from briefings.ingest.feeds import discover
from briefings.ingest.fetch import Fetcher
from briefings.ingest.opml import parse_opml
from briefings.model import Edge
from briefings.storage.feeds import NewFeed, add_feed, add_feeds

Interaction = discord.Interaction[Any]
LONGEST_LIST = 1_000_000  # bytes of an OPML file
FIRST = 3  # titles that the answer shows


async def add_one(
    bot: BriefingBot,
    interaction: Interaction,
    caller: Caller,
    *,
    fetcher: Fetcher,
    url: str,
    source: str | None,
    words: str,
    names: str,
    edges: tuple[Edge, ...],
) -> Layout:
    shelf = await bot.shelf(caller)
    filters = await bot.call(
        filters_from, bot.database, shelf, words=words, names=names, edges=edges
    )
    found = await bot.call(discover, bot.jail, fetcher, url)
    new = NewFeed(
        shelf_id=shelf,
        url=found.url,
        title=found.parsed.title or source or found.url,
        source=source,
        filters=filters,
        added_by=caller.user_id,
        quota=bot.settings.intake.feeds_per_guild,
    )
    made = await bot.call(
        add_feed, bot.database, new, interaction_id=interaction.id, now=bot.clock.now()
    )
    entries = found.parsed.entries
    titles = [entry.title for entry in entries[:FIRST]]
    return feed_added(made, len(entries), titles, caller.locale)


async def add_list(
    bot: BriefingBot, interaction: Interaction, caller: Caller, *, file: discord.Attachment
) -> tuple[int, int]:
    """The feeds of an OPML file: how many are new, how many were here. FeedError."""
    if file.size > LONGEST_LIST:
        raise FeedError("the list is too large", reason="not-opml")
    try:
        body = await file.read()
    except discord.HTTPException as lost:
        raise UnusableDocumentError("Discord did not hand it over", reason="download") from lost
    shelf_id = await bot.shelf(caller)
    outlines = await bot.call(bot.jail.call, parse_opml, body)
    several = [
        NewFeed(
            shelf_id=shelf_id,
            url=url,
            title=title or url,
            added_by=caller.user_id,
            quota=bot.settings.intake.feeds_per_guild,
        )
        for title, url in outlines
    ]
    return await bot.call(
        add_feeds, bot.database, several, interaction_id=interaction.id, now=bot.clock.now()
    )
