"""What the gateway has told us about our rights, so that Discord need not refuse us.

None where we were told nothing: before the first connection, or of channels we do not see.
"""

import discord
from discord.ext import commands


def may_post(bot: commands.AutoShardedBot, channel_id: int) -> bool | None:
    rights = _rights(bot, channel_id)
    if rights is None:
        return None
    channel = bot.get_channel(channel_id)
    inside = isinstance(channel, discord.Thread)
    return rights.view_channel and (
        rights.send_messages_in_threads if inside else rights.send_messages
    )


def may_attach(bot: commands.AutoShardedBot, channel_id: int) -> bool | None:
    rights = _rights(bot, channel_id)
    return None if rights is None else rights.attach_files


def may_read(bot: commands.AutoShardedBot, channel_id: int) -> bool | None:
    rights = _rights(bot, channel_id)
    return None if rights is None else rights.view_channel and rights.read_message_history


def _rights(bot: commands.AutoShardedBot, channel_id: int) -> discord.Permissions | None:
    channel = bot.get_channel(channel_id)
    if not isinstance(channel, discord.abc.GuildChannel | discord.Thread) or not bot.is_ready():
        return None
    if isinstance(channel, discord.Thread) and channel.parent is None:
        return None
    return channel.permissions_for(channel.guild.me)
