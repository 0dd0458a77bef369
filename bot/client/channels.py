"""Channels that the bot is to post into: which permissions it lacks there."""

from typing import Any

import discord
from discord import app_commands

from bot.errors import MissingPermissionsError, OnlyInGuildError

Interaction = discord.Interaction[Any]
ALWAYS = ("view_channel", "send_messages", "read_message_history")
IN_THREADS = ("view_channel", "send_messages_in_threads", "read_message_history")
POSTABLE = (discord.TextChannel, discord.Thread)
KINDS = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.public_thread,
    discord.ChannelType.private_thread,
    discord.ChannelType.news_thread,
]


class ChannelParameter(app_commands.Transformer):
    """A channel or thread that takes messages, seen by the bot or not; its id."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        return KINDS

    async def transform(self, interaction: Interaction, value: Any, /) -> int:
        return int(value.id)


ChannelGiven = app_commands.Transform[int, ChannelParameter]


def check_may_mention(interaction: Interaction, channel_id: int) -> None:
    """Raises MissingPermissionsError where the bot notifies no role that not everybody may."""
    guild = interaction.guild
    channel = guild and guild.get_channel_or_thread(channel_id)
    if guild is None or not isinstance(channel, POSTABLE):
        return
    if not channel.permissions_for(guild.me).mention_everyone:
        raise MissingPermissionsError(
            "the role cannot be mentioned", channel=channel_id, permissions=("mention_everyone",)
        )


def check_may_post(interaction: Interaction, channel_id: int) -> None:
    """Raises MissingPermissionsError with all that is missing, by Discord's names.

    Reading the history is needed so that a briefing is not posted twice after a crash. Of a guild
    that has not arrived (an outage of Discord's) nothing is known, and posting will tell.
    """
    guild = interaction.guild
    if guild is None or guild.me is None:
        raise OnlyInGuildError("a channel belongs to a guild")
    if not guild.channels:
        return
    channel = guild.get_channel_or_thread(channel_id)
    if not isinstance(channel, POSTABLE):
        raise MissingPermissionsError(
            "the channel is out of sight", channel=channel_id, permissions=("view_channel",)
        )
    permissions = channel.permissions_for(guild.me)
    wanted = IN_THREADS if isinstance(channel, discord.Thread) else ALWAYS
    missing = tuple(each for each in wanted if not getattr(permissions, each))
    if missing:
        raise MissingPermissionsError(
            "permissions are missing", channel=channel_id, permissions=missing
        )
