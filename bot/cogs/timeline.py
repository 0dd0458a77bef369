"""/timeline: what happened when, in the order of the days and not of publication."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import BriefingBot, Caller, Right
from bot.client.documents import SpeakerGiven
from bot.client.parameters import EdgeGiven
from bot.client.publishing import check_may_write, post_here, public_locale
from bot.client.tree import described, named
from bot.client.wording import reading, worded
from bot.errors import StaleError
from bot.languages import say
from bot.render.layout import Button, Layout
from bot.render.quotes import LONGEST_TOPIC
from bot.render.timelines import LONGEST_DAY, Spell, no_days, timeline_pages
from bot.views import again_buttons, show, turn_buttons, turned
from briefings.compose.timeline import Timeline, timeline
from briefings.search.sought import seek

Interaction = discord.Interaction[Any]
DayWords = app_commands.Range[str, 1, LONGEST_DAY]
LAST = 10**6  # the page where a timeline begins that nobody gave a beginning


class TimelineCog(commands.Cog, name="Timeline"):
    def __init__(self, bot: BriefingBot) -> None:
        self.bot = bot
        bot.verbs |= {"timeline": self.turn, "days": self.go_on}

    @reading
    @app_commands.command(name=named("timeline"), description=described("command.timeline"))
    @worded("timeline", "about", "edge", "since", "until", "speaker")
    async def timeline(
        self,
        interaction: Interaction,
        *,
        about: app_commands.Range[str, 1, LONGEST_TOPIC] | None = None,
        edge: EdgeGiven | None = None,
        since: DayWords | None = None,
        until: DayWords | None = None,
        speaker: SpeakerGiven | None = None,
    ) -> None:
        caller = await self.bot.require(interaction, Right.READ, costly=True)
        words = [" ".join((each or "").split()) for each in (about, since, until, speaker)]
        asked = Spell(words[0], edge, words[1], words[2], words[3][:100])
        first = 0 if asked.about or asked.since else LAST
        await show(interaction, await self.page(asked, first, caller, caller.locale))

    async def turn(self, interaction: Interaction, state: str, typed: Mapping[str, str]) -> None:
        """A page of the pager, or this one into the channel."""
        await self.turned_to(interaction, f"timeline:{state}")

    async def go_on(self, interaction: Interaction, state: str, typed: Mapping[str, str]) -> None:
        """The days before or after all those of the pager."""
        await self.turned_to(interaction, f"days:{state}")

    async def turned_to(self, interaction: Interaction, custom_id: str) -> None:
        asked_for = turned(interaction, custom_id)
        if asked_for is None:
            raise StaleError("the pager lost its query")
        action, number, query = asked_for
        try:
            asked = Spell.from_query(query)
        except ValueError as error:  # a button of a version that wrote its query differently
            raise StaleError("the pager's query cannot be read") from error
        if action == "post":
            caller = await self.bot.require(interaction, Right.POST, answers="later")
            check_may_write(interaction)
            page = await self.page(asked, number, caller, public_locale(interaction))
            await post_here(self.bot, interaction, page, command="/timeline")
        else:
            caller = await self.bot.require(interaction, Right.READ, answers="same", costly=True)
            await show(interaction, await self.page(asked, number, caller, caller.locale))

    async def page(self, asked: Spell, number: int, caller: Caller, locale: str) -> Layout:
        sought = await self.bot.call(
            seek,
            self.bot.database,
            asked.about,
            shelves=caller.shelves,
            edge=asked.edge,
            speaker=asked.speaker,
            since=asked.since,
            until=asked.until,
            now=self.bot.clock.now(),
        )
        found = await self.bot.call(
            timeline,
            self.bot.database,
            shelves=caller.shelves,
            zone=self.bot.settings.briefing.default_zone,
            since=sought.since,
            until=sought.until,
            filters=sought.filters,
            passages=sought.passages,
        )
        since, until = (day.isoformat() if day else "" for day in (sought.since, sought.until))
        asked = replace(asked, since=since, until=until)
        if not found.moments:
            return no_days(asked, found, did_you_mean=sought.did_you_mean, locale=locale)
        pages = timeline_pages(asked, found, locale)
        at = min(number, len(pages) - 1)
        turning = turn_buttons("timeline", at, len(pages), asked.query, locale)
        return pages[at].with_buttons(*turning, *beyond(asked, found, locale))


def beyond(asked: Spell, found: Timeline, locale: str) -> tuple[Button, ...]:
    """The days before or after those that one answer holds."""
    if found.earlier is not None:
        before = replace(asked, until=found.earlier.isoformat())
        return again_buttons("days", before.query, say("button.days.earlier", locale))
    if found.later is not None:
        after = replace(asked, since=found.later.isoformat())
        return again_buttons("days", after.query, say("button.days.later", locale))
    return ()


async def setup(bot: BriefingBot) -> None:
    await bot.add_cog(TimelineCog(bot))
