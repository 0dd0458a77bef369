"""/briefing subscribe, unsubscribe, list."""

from typing import Any

import discord

from bot.client import Right
from bot.client.channels import ChannelGiven, check_may_post
from bot.client.parameters import LanguageGiven, TimeGiven, WeekdaysGiven, ZoneGiven
from bot.client.subscriptions import (
    EdgesGiven,
    SubscriptionGiven,
    find_subscription,
    refuse_twin,
)
from bot.client.tree import described, named
from bot.client.wording import worded
from bot.cogs.briefings.commands import Commands, briefing
from bot.languages import say
from bot.render.layout import message
from bot.render.subscriptions import subscribed, subscriptions_pages
from bot.views import show, show_all
from briefings.model import Edge
from briefings.storage.subscriptions import (
    NewSubscription,
    subscribe,
    subscriptions,
    unsubscribe,
)

Interaction = discord.Interaction[Any]
EVERY_DAY = frozenset(range(7))


class Subscribing(Commands):
    @briefing.command(
        name=named("briefing.subscribe"), description=described("command.briefing.subscribe")
    )
    @worded("briefing.subscribe", "time", "channel", "zone", "weekdays", "edges", "language")
    async def subscribe(
        self,
        interaction: Interaction,
        *,
        time: TimeGiven | None = None,
        zone: ZoneGiven | None = None,
        channel: ChannelGiven | None = None,
        weekdays: WeekdaysGiven | None = None,
        edges: EdgesGiven | None = None,
        language: LanguageGiven | None = None,
    ) -> None:
        caller = await self.bot.require(interaction, Right.BRIEFINGS)
        channel_id = channel or interaction.channel_id or 0
        check_may_post(interaction, channel_id)
        defaults = self.bot.settings.briefing
        new = NewSubscription(
            guild_id=caller.guild,
            channel_id=channel_id,
            zone=zone or defaults.zone,
            local_time=time or defaults.default_time,
            created_by=caller.user_id,
            weekdays=weekdays or EVERY_DAY,
            edges=edges or tuple(Edge),
            language=language or defaults.language,
            look_back_hours=defaults.look_back_hours,
            catch_up_minutes=defaults.catch_up_minutes,
        )
        await refuse_twin(self.bot, new)
        made = await self.bot.call(
            subscribe,
            self.bot.database,
            new,
            interaction_id=interaction.id,
            now=self.bot.clock.now(),
        )
        await show(interaction, subscribed(made, caller.locale))

    @briefing.command(
        name=named("briefing.unsubscribe"), description=described("command.briefing.unsubscribe")
    )
    @worded("briefing.unsubscribe", "subscription")
    async def unsubscribe(
        self, interaction: Interaction, subscription: SubscriptionGiven | None = None
    ) -> None:
        caller = await self.bot.require(interaction, Right.BRIEFINGS)
        found = await find_subscription(self.bot, caller, subscription)
        await self.bot.call(
            unsubscribe,
            self.bot.database,
            found.subscription_id,
            guild_id=found.guild_id,
            by=caller.user_id,
            interaction_id=interaction.id,
            now=self.bot.clock.now(),
        )
        ended = say("briefing.unsubscribed", caller.locale, channel=found.channel_id)
        await show(interaction, message(ended))

    @briefing.command(name=named("briefing.list"), description=described("command.briefing.list"))
    async def list_(self, interaction: Interaction) -> None:
        caller = await self.bot.require(interaction, Right.BRIEFINGS)
        rows = await self.bot.call(subscriptions, self.bot.database, guild_id=caller.guild)
        await show_all(interaction, subscriptions_pages(rows, locale=caller.locale))
