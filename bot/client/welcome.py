"""Where a guild that has just added the bot reads its first words."""

import discord


def place_for_welcome(guild: discord.Guild) -> discord.TextChannel | None:
    """The system channel, or the topmost channel that everybody reads and the bot writes in."""
    first = [guild.system_channel] if guild.system_channel else []
    return next((each for each in (*first, *guild.text_channels) if _open(guild, each)), None)


def _open(guild: discord.Guild, channel: discord.TextChannel) -> bool:
    own = channel.permissions_for(guild.me)
    everybody = channel.permissions_for(guild.default_role)
    return own.view_channel and own.send_messages and everybody.view_channel
