"""*Post here*: an answer into the channel, if the person who clicks may write there."""

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

import discord

from bot.errors import JustPostedError, NotYourChannelError
from bot.languages import say
from bot.render.layout import Layout
from bot.responses import say_first
from bot.views import to_view
from briefings.storage.articles import verify_extracts

if TYPE_CHECKING:
    from bot.client.bot import BriefingBot

Interaction = discord.Interaction[Any]
BETWEEN_CLICKS = 5.0  # seconds: a double click is one wish


def public_locale(interaction: Interaction) -> str:
    """The language of the channel, not of whoever clicked."""
    return str(interaction.guild_locale or interaction.locale)


def check_may_write(interaction: Interaction) -> None:
    """The permissions of the moment of the click, as Discord sends them along."""
    thread = isinstance(interaction.channel, discord.Thread)
    wanted = ("view_channel", "send_messages_in_threads" if thread else "send_messages")
    missing = tuple(each for each in wanted if not getattr(interaction.permissions, each))
    if missing:
        raise NotYourChannelError("may not write here", permissions=missing)


def once(clicks: dict[str, float], interaction: Interaction) -> str:
    """Note a click on a button of a message, and give its key in `clicks`; refuse the same one
    within BETWEEN_CLICKS."""
    now = asyncio.get_running_loop().time()
    for key in [key for key, at in clicks.items() if now - at > BETWEEN_CLICKS]:
        del clicks[key]
    message_id = interaction.message.id if interaction.message else interaction.id
    data = cast("Mapping[str, Any]", interaction.data or {})
    key = f"{message_id}:{data.get('custom_id', '')}"
    if key in clicks:
        raise JustPostedError("posted a moment ago")
    clicks[key] = now
    return key


async def post_here(
    bot: "BriefingBot", interaction: Interaction, layout: Layout, *, command: str
) -> None:
    """As the answer to the click, which everybody in the channel sees.

    Each extract is compared with the stored text first: DriftedExtractError. A double click posts
    once: JustPostedError for the second.
    """
    key = once(bot.clicks, interaction)
    footer = say("post.by", public_locale(interaction), user=interaction.user.id, command=command)
    shown = Layout(layout.cards, footer=footer)
    try:
        await bot.call(verify_extracts, bot.database, layout.extracts)
        await say_first(
            interaction, view=to_view(shown), allowed_mentions=discord.AllowedMentions.none()
        )
    except BaseException:
        bot.clicks.pop(key, None)  # nothing was posted: the next click is no second one
        raise
