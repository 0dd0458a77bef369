"""/briefing list, pause, resume, skip."""

from typing import Any

import discord

from bot.client import Caller, Right
from bot.client.channels import check_may_post
from bot.client.subscriptions import SubscriptionGiven, find_subscription
from bot.client.tree import described, named
from bot.client.wording import worded
from bot.cogs.briefings.commands import Commands, briefing
from bot.languages import say, say_instant
from bot.render.layout import message
from bot.render.subscriptions import next_line, subscriptions_pages
from bot.views import show, show_all
from briefings.model import Subscription, SubscriptionState
from briefings.storage.subscriptions import ASKED, set_state, skip_next, subscriptions

Interaction = discord.Interaction[Any]


class Running(Commands):
    @briefing.command(name=named("briefing.list"), description=described("command.briefing.list"))
    async def list_(self, interaction: Interaction) -> None:
        caller = await self.bot.require(interaction, Right.BRIEFINGS)
        rows = await self.bot.call(subscriptions, self.bot.database, guild_id=caller.guild)
        await show_all(interaction, subscriptions_pages(rows, locale=caller.locale))

    @briefing.command(name=named("briefing.pause"), description=described("command.briefing.pause"))
    @worded("briefing.option", "subscription")
    async def pause(
        self, interaction: Interaction, subscription: SubscriptionGiven | None = None
    ) -> None:
        caller = await self.bot.require(interaction, Right.BRIEFINGS)
        found = await find_subscription(self.bot, caller, subscription)
        await self.change(interaction, caller, found, SubscriptionState.PAUSED)
        said = say("briefing.paused", caller.locale, channel=found.channel_id)
        undo = await self.undo(interaction, caller.locale)
        await show(interaction, message(said).with_buttons(*undo))

    @briefing.command(
        name=named("briefing.resume"), description=described("command.briefing.resume")
    )
    @worded("briefing.option", "subscription")
    async def resume(
        self, interaction: Interaction, subscription: SubscriptionGiven | None = None
    ) -> None:
        caller = await self.bot.require(interaction, Right.BRIEFINGS)
        found = await find_subscription(self.bot, caller, subscription)
        check_may_post(interaction, found.channel_id)
        going = await self.change(interaction, caller, found, SubscriptionState.ACTIVE)
        said = say("briefing.resumed", caller.locale, channel=found.channel_id)
        undo = await self.undo(interaction, caller.locale)
        shown = message(said, next_line(going, caller.locale))
        await show(interaction, shown.with_buttons(*undo))

    @briefing.command(name=named("briefing.skip"), description=described("command.briefing.skip"))
    @worded("briefing.option", "subscription")
    async def skip(
        self, interaction: Interaction, subscription: SubscriptionGiven | None = None
    ) -> None:
        caller = await self.bot.require(interaction, Right.BRIEFINGS)
        found = await find_subscription(self.bot, caller, subscription)
        left, slot = await self.bot.call(
            skip_next,
            self.bot.database,
            found.subscription_id,
            guild_id=caller.guild,
            by=caller.user_id,
            interaction_id=interaction.id,
            now=self.bot.clock.now(),
        )
        key = "briefing.skipped" if slot else "briefing.skipped.none"
        due = say_instant(slot.due_at, caller.locale, found.zone) if slot else ""
        said = say(key, caller.locale, channel=found.channel_id, instant=due)
        undo = await self.undo(interaction, caller.locale)
        shown = message(said, next_line(left, caller.locale))
        await show(interaction, shown.with_buttons(*undo))

    async def change(
        self,
        interaction: Interaction,
        caller: Caller,
        found: Subscription,
        state: SubscriptionState,
    ) -> Subscription:
        return await self.bot.call(
            set_state,
            self.bot.database,
            found.subscription_id,
            state,
            None if state is SubscriptionState.ACTIVE else ASKED,
            guild_id=caller.guild,
            by=caller.user_id,
            interaction_id=interaction.id,
            now=self.bot.clock.now(),
        )
