"""Telling admins what only they can mend: in the desk's notices channel, else by direct message
to the person who set the subscription up."""

import logging

import aiohttp
import discord

from bot.client import BriefingBot
from bot.languages import say
from bot.render.reasons import reason_label
from briefings.storage.deliveries import Claim
from briefings.storage.desks import notices_channel
from briefings.storage.subscriptions import subscription

log = logging.getLogger(__name__)


async def tell_desk(
    bot: BriefingBot, claimed: Claim, key: str, *, reason: str | None = None
) -> None:
    """Say how deliveries fare; the catalogue has the sentence. That nobody can be told is only
    logged."""
    held = await bot.call(subscription, bot.database, claimed.subscription_id)
    sentence = say(
        key,
        held.language,
        channel=held.channel_id,
        reason=reason_label(reason, held.language),
        code=reason or "",
    )
    place = await bot.call(notices_channel, bot.database, held.guild_id)
    if place is not None and await _told(bot.get_partial_messageable(place), sentence):
        return
    if not await _told_in_private(bot, held.created_by, sentence):
        log.warning("nobody told: delivery_id=%d reason=%s", claimed.delivery_id, reason)


UNREACHED = (discord.DiscordException, aiohttp.ClientError, OSError)


async def _told(place: discord.abc.Messageable, sentence: str) -> bool:
    try:
        await place.send(sentence)
    except UNREACHED:
        return False
    return True


async def _told_in_private(bot: BriefingBot, user_id: int, sentence: str) -> bool:
    try:
        # an id is text in Discord's description, where discord.py sends a number
        opened = await bot.http.start_private_message(str(user_id))
    except UNREACHED:
        return False
    return await _told(bot.get_partial_messageable(int(opened["id"])), sentence)
