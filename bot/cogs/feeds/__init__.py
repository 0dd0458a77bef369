"""/feed: add, list, test, pause, resume, remove, import, export."""

import io
from typing import Any

import discord
from discord.app_commands import Range
from discord.ext import commands

from bot.client import BriefingBot, Caller, Right
from bot.client.documents import SourceGiven
from bot.client.feeds import FeedGiven, find_feed
from bot.client.subscriptions import EdgesGiven
from bot.client.tree import described, named
from bot.client.wording import group, worded
from bot.cogs.feeds.adding import add_list, add_one
from bot.cogs.feeds.polling import Polling
from bot.languages import count, say
from bot.render import labels
from bot.render.feeds import Shown, feed_pages, feed_preview
from bot.render.layout import message
from bot.views import show, show_all
from briefings.ingest.feed_preview import preview
from briefings.ingest.opml import to_opml
from briefings.model.feeds import Feed, FeedState
from briefings.storage.entries import count_entries
from briefings.storage.feeds import feeds, remove_feed, set_feed_state

Interaction = discord.Interaction[Any]


class Feeds(commands.Cog):
    feed = group("feed")

    def __init__(self, bot: BriefingBot) -> None:
        self.bot = bot

    @feed.command(name=named("feed.add"), description=described("command.feed.add"))
    @worded("feed.add", "url", "source", "words", "names", "edges")
    async def add(
        self,
        interaction: Interaction,
        *,
        url: Range[str, 1, 2000],
        source: SourceGiven | None = None,
        words: Range[str, 1, 300] | None = None,
        names: Range[str, 1, 300] | None = None,
        edges: EdgesGiven | None = None,
    ) -> None:
        caller = await self.bot.require(interaction, Right.DOCUMENTS, costly=True)
        layout = await add_one(
            self.bot,
            interaction,
            caller,
            fetcher=self.bot.fetcher,
            url=url,
            source=source,
            words=words or "",
            names=names or "",
            edges=edges or (),
        )
        await show(interaction, layout)

    @feed.command(name=named("feed.list"), description=described("command.feed.list"))
    async def list_(self, interaction: Interaction) -> None:
        caller = await self.bot.require(interaction, Right.DOCUMENTS)
        rows = await self.rows(caller)
        counts = await self.bot.call(
            count_entries, self.bot.database, [row.feed_id for row in rows]
        )
        await show_all(interaction, feed_pages(rows, counts, caller.locale))

    @feed.command(name=named("feed.test"), description=described("command.feed.test"))
    @worded("feed.test", "feed")
    async def test(self, interaction: Interaction, feed: FeedGiven) -> None:
        caller, found = await self.chosen(interaction, feed)
        entries = await self.bot.call(
            preview,
            self.bot.database,
            self.bot.jail,
            found,
            fetcher=self.bot.fetcher,
            now=self.bot.clock.now(),
        )
        shown = [
            Shown(each.title, each.published_on, each.verdict, each.reason) for each in entries
        ]
        await show_all(interaction, feed_preview(found, shown, caller.locale))

    @feed.command(name=named("feed.pause"), description=described("command.feed.pause"))
    @worded("feed.pause", "feed")
    async def pause(self, interaction: Interaction, feed: FeedGiven) -> None:
        await self.turn(interaction, feed, FeedState.PAUSED, "feed.paused")

    @feed.command(name=named("feed.resume"), description=described("command.feed.resume"))
    @worded("feed.resume", "feed")
    async def resume(self, interaction: Interaction, feed: FeedGiven) -> None:
        await self.turn(interaction, feed, FeedState.ACTIVE, "feed.resumed")

    async def turn(self, interaction: Interaction, given: str, state: FeedState, key: str) -> None:
        caller, found = await self.chosen(interaction, given)
        await self.bot.call(
            set_feed_state,
            self.bot.database,
            found.feed_id,
            state,
            shelf_id=found.shelf_id,
            by=caller.user_id,
            interaction_id=interaction.id,
            now=self.bot.clock.now(),
        )
        await self.confirm(interaction, caller, key, found)

    @feed.command(name=named("feed.remove"), description=described("command.feed.remove"))
    @worded("feed.remove", "feed")
    async def remove(self, interaction: Interaction, feed: FeedGiven) -> None:
        caller, found = await self.chosen(interaction, feed)
        await self.bot.call(
            remove_feed,
            self.bot.database,
            found.feed_id,
            shelf_id=found.shelf_id,
            by=caller.user_id,
            interaction_id=interaction.id,
            now=self.bot.clock.now(),
        )
        await self.confirm(interaction, caller, "feed.removed", found)

    @feed.command(name=named("feed.import"), description=described("command.feed.import"))
    @worded("feed.import", "file")
    async def import_(self, interaction: Interaction, file: discord.Attachment) -> None:
        caller = await self.bot.require(interaction, Right.DOCUMENTS)
        added, known = await add_list(self.bot, interaction, caller, file=file)
        await show(interaction, message(count("feed.imported", caller.locale, added, known=known)))

    @feed.command(name=named("feed.export"), description=described("command.feed.export"))
    async def export(self, interaction: Interaction) -> None:
        caller = await self.bot.require(interaction, Right.DOCUMENTS)
        pairs = [(row.title, row.url) for row in await self.rows(caller)]
        whole = await self.bot.call(to_opml, pairs)
        await interaction.edit_original_response(
            content=say("feed.exported", caller.locale),
            attachments=[discord.File(io.BytesIO(whole), "feeds.opml")],
            allowed_mentions=discord.AllowedMentions.none(),
        )

    async def rows(self, caller: Caller) -> tuple[Feed, ...]:
        return await self.bot.call(feeds, self.bot.database, shelf_id=await self.bot.shelf(caller))

    async def chosen(self, interaction: Interaction, given: str) -> tuple[Caller, Feed]:
        caller = await self.bot.require(interaction, Right.DOCUMENTS)
        return caller, await find_feed(self.bot, await self.bot.shelf(caller), given)

    async def confirm(self, interaction: Interaction, caller: Caller, key: str, of: Feed) -> None:
        title = labels.title_label(of.title, caller.locale)
        await show(interaction, message(say(key, caller.locale, title=title)))


async def setup(bot: BriefingBot) -> None:
    await bot.add_cog(Feeds(bot))
    await bot.add_cog(Polling(bot))
