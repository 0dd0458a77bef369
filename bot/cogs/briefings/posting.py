"""/briefing preview, now."""

from collections.abc import Mapping
from typing import Any

import discord

from bot.client import Right
from bot.client.channels import check_may_post
from bot.client.subscriptions import SubscriptionGiven, find_subscription
from bot.client.tree import described, named
from bot.client.wording import worded
from bot.cogs.briefings.commands import Commands, briefing
from bot.errors import NotPostingError
from bot.languages import say
from bot.posting.now import post_now
from bot.render.editions import edition_layouts
from bot.render.layout import message
from bot.render.reasons import reason_label
from bot.views import show, show_all
from briefings.compose.issuing import preview_edition
from briefings.model import DeliveryState, SubscriptionState

Interaction = discord.Interaction[Any]
ENDS: Mapping[DeliveryState | SubscriptionState, str] = {
    DeliveryState.SENT: "briefing.posted",
    DeliveryState.DUE: "briefing.later",
    DeliveryState.SENDING: "briefing.later",
}


class Posting(Commands):
    @briefing.command(
        name=named("briefing.preview"), description=described("command.briefing.preview")
    )
    @worded("briefing.option", "subscription")
    async def preview(
        self, interaction: Interaction, subscription: SubscriptionGiven | None = None
    ) -> None:
        caller = await self.bot.require(interaction, Right.BRIEFINGS, costly=True)
        found = await find_subscription(self.bot, caller, subscription)
        now = self.bot.clock.now()
        edition = await self.bot.call(preview_edition, self.bot.database, found, until=now)
        pages = edition_layouts(
            edition,
            marker=say("briefing.preview.marker", found.language),
            locale=found.language,
            notes=(say("briefing.preview", caller.locale),),
        )
        await show_all(interaction, pages)

    @briefing.command(name=named("briefing.now"), description=described("command.briefing.now"))
    @worded("briefing.option", "subscription")
    async def now(
        self, interaction: Interaction, subscription: SubscriptionGiven | None = None
    ) -> None:
        caller = await self.bot.require(interaction, Right.BRIEFINGS, costly=True)
        found = await find_subscription(self.bot, caller, subscription)
        check_may_post(interaction, found.channel_id)
        if self.bot.post_due is None:
            raise NotPostingError("nobody posts in this process")
        state: DeliveryState | SubscriptionState = found.state
        reason = found.reason
        if state is SubscriptionState.ACTIVE:
            state, reason = await post_now(self.bot, found, interaction.id, by=caller.user_id)
        said = say(
            ENDS.get(state, "briefing.not_posted"),
            caller.locale,
            channel=found.channel_id,
            reason=reason_label(reason, caller.locale),
        )
        await show(interaction, message(said))
