"""Telling admins what only they can mend: in the desk's notices channel, else by direct message
to the person who set the subscription up."""

import logging

import discord

from bot.client import BriefingBot
from bot.languages import say
from bot.posting.delivery import End
from briefings.storage.deliveries import Claim
from briefings.storage.desks import notices_channel
from briefings.storage.subscriptions import subscription

log = logging.getLogger(__name__)


async def tell_desk(bot: BriefingBot, claimed: Claim, end: End) -> None:
    """Say once that a delivery did not arrive and why. That nobody can be told is only logged."""
    held = await bot.call(subscription, bot.database, claimed.subscription_id)
    key = "notice.paused" if end.pauses else "notice.failed"
    sentence = say(
        key,
        held.language,
        channel=held.channel_id,
        reason=say(f"notice.reason.{reason_key(end.reason)}", held.language),
        code=end.reason or "",
    )
    place = await bot.call(notices_channel, bot.database, held.guild_id)
    try:
        if place is not None:
            await bot.get_partial_messageable(place).send(sentence)
        else:
            person = await bot.fetch_user(held.created_by)
            await person.send(sentence)
    except discord.HTTPException as refused:
        log.warning(
            "nobody told: delivery_id=%d reason=%s code=%d",
            claimed.delivery_id,
            end.reason,
            refused.code,
        )


def reason_key(reason: str | None) -> str:
    """Which sentence of the catalogue explains an end."""
    known = {
        "discord-10003": "gone",
        "discord-10004": "gone",
        "discord-50001": "hidden",
        "discord-50013": "forbidden",
        "discord-200000": "automod",
        "discord-240000": "link",
        "no-history": "unknown",
        "drifted-extract": "drifted",
    }
    return known.get(reason or "", "other")
