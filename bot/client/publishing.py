"""*Post here*: an answer into the channel, if the person who clicks may write there."""

from typing import TYPE_CHECKING, Any

import discord

from bot.errors import NotYourChannelError
from bot.languages import say
from bot.render.layout import Layout
from bot.views import to_view
from briefings.storage.articles import verify_extracts

if TYPE_CHECKING:
    from bot.client.bot import BriefingBot

Interaction = discord.Interaction[Any]


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


async def post_here(
    bot: "BriefingBot", interaction: Interaction, layout: Layout, *, command: str
) -> None:
    """As the answer to the click, which everybody in the channel sees.

    Each extract is compared with the stored text first: DriftedExtractError.
    """
    await bot.call(verify_extracts, bot.database, layout.extracts)
    footer = say("post.by", public_locale(interaction), user=interaction.user.id, command=command)
    shown = Layout(layout.cards, footer=footer)
    await interaction.response.send_message(
        view=to_view(shown), allowed_mentions=discord.AllowedMentions.none()
    )
