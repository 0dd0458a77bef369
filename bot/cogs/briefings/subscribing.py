"""/briefing subscribe, edit, unsubscribe."""

from dataclasses import replace
from typing import Any

import discord

from bot.client import Right
from bot.client.channels import ChannelGiven, check_may_post
from bot.client.options import (
    CLEARED,
    OPTIONS,
    ClearGiven,
    LengthGiven,
    LookBackGiven,
    QuietGiven,
    SourcesGiven,
    check_role,
    settings_given,
)
from bot.client.parameters import LanguageGiven, TimeGiven
from bot.client.subscriptions import (
    EdgesGiven,
    SubscriptionGiven,
    find_subscription,
    refuse_twin,
)
from bot.client.tree import described, named
from bot.client.weekdays import WeekdaysGiven
from bot.client.wording import worded
from bot.client.zones import ZoneGiven
from bot.cogs.briefings.commands import Commands, briefing
from bot.errors import NothingToChangeError
from bot.languages import say
from bot.render.layout import message
from bot.render.subscriptions import subscribed
from bot.views import show
from briefings.storage.subscriptions import (
    NewSubscription,
    change_subscription,
    subscribe,
    unsubscribe,
)

Interaction = discord.Interaction[Any]


class Subscribing(Commands):
    @briefing.command(
        name=named("briefing.subscribe"), description=described("command.briefing.subscribe")
    )
    @worded("briefing.option", *OPTIONS)
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
        length: LengthGiven | None = None,
        sources: SourcesGiven | None = None,
        role: discord.Role | None = None,
        quiet: QuietGiven | None = None,
        look_back: LookBackGiven | None = None,
        chart: bool | None = None,
    ) -> None:
        caller = await self.bot.require(interaction, Right.BRIEFINGS)
        given = await settings_given(
            self.bot,
            interaction,
            caller,
            channel=channel,
            time=time,
            zone=zone,
            weekdays=weekdays,
            edges=edges,
            language=language,
            length=length,
            sources=sources,
            role=role,
            quiet=quiet,
            look_back=look_back,
            chart=chart,
        )
        defaults = self.bot.settings.briefing
        usual: dict[str, Any] = {
            "channel_id": interaction.channel_id or 0,
            "zone": defaults.zone,
            "local_time": defaults.default_time,
            "language": defaults.language,
            "look_back_hours": defaults.look_back_hours,
            "catch_up_minutes": defaults.catch_up_minutes,
        }
        whole = usual | given
        new = NewSubscription(guild_id=caller.guild, created_by=caller.user_id, **whole)
        check_may_post(interaction, new.channel_id)
        check_role(interaction, new.channel_id, new.role_id)
        await refuse_twin(self.bot, new)
        now = self.bot.clock.now()
        made = await self.bot.call(
            subscribe, self.bot.database, new, interaction_id=interaction.id, now=now
        )
        undo = await self.undo(interaction, caller.locale)
        await show(interaction, subscribed(made, caller.locale).with_buttons(*undo))

    @briefing.command(name=named("briefing.edit"), description=described("command.briefing.edit"))
    @worded("briefing.option", "subscription", *OPTIONS, "clear")
    async def edit(
        self,
        interaction: Interaction,
        *,
        subscription: SubscriptionGiven | None = None,
        time: TimeGiven | None = None,
        zone: ZoneGiven | None = None,
        channel: ChannelGiven | None = None,
        weekdays: WeekdaysGiven | None = None,
        edges: EdgesGiven | None = None,
        language: LanguageGiven | None = None,
        length: LengthGiven | None = None,
        sources: SourcesGiven | None = None,
        role: discord.Role | None = None,
        quiet: QuietGiven | None = None,
        look_back: LookBackGiven | None = None,
        chart: bool | None = None,
        clear: ClearGiven | None = None,
    ) -> None:
        caller = await self.bot.require(interaction, Right.BRIEFINGS)
        found = await find_subscription(self.bot, caller, subscription)
        given = await settings_given(
            self.bot,
            interaction,
            caller,
            channel=channel,
            time=time,
            zone=zone,
            weekdays=weekdays,
            edges=edges,
            language=language,
            length=length,
            sources=sources,
            role=role,
            quiet=quiet,
            look_back=look_back,
            chart=chart,
        )
        cleared = CLEARED[clear] if clear else {}
        changed = replace(found, **given | dict(cleared))
        if changed == found:
            raise NothingToChangeError("no option, or what is there already")
        check_may_post(interaction, changed.channel_id)
        check_role(interaction, changed.channel_id, changed.role_id)
        await refuse_twin(self.bot, changed)
        made = await self.bot.call(
            change_subscription,
            self.bot.database,
            changed,
            by=caller.user_id,
            interaction_id=interaction.id,
            now=self.bot.clock.now(),
        )
        undo = await self.undo(interaction, caller.locale)
        shown = subscribed(made, caller.locale, changed=True)
        await show(interaction, shown.with_buttons(*undo))

    @briefing.command(
        name=named("briefing.unsubscribe"), description=described("command.briefing.unsubscribe")
    )
    @worded("briefing.option", "subscription")
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
        undo = await self.undo(interaction, caller.locale)
        await show(interaction, message(ended).with_buttons(*undo))
