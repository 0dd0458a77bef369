"""Discord's permission bits, and how roles and overwrites add up.

Source: Discord's documentation, "Permissions", with its algorithm for overwrites.
"""

from collections.abc import Iterable
from enum import IntFlag
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .world import Channel, Guild


class Permission(IntFlag):
    CREATE_INSTANT_INVITE = 1 << 0
    KICK_MEMBERS = 1 << 1
    BAN_MEMBERS = 1 << 2
    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    ADD_REACTIONS = 1 << 6
    VIEW_AUDIT_LOG = 1 << 7
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    USE_EXTERNAL_EMOJIS = 1 << 18
    CHANGE_NICKNAME = 1 << 26
    MANAGE_ROLES = 1 << 28
    MANAGE_WEBHOOKS = 1 << 29
    USE_APPLICATION_COMMANDS = 1 << 31
    MANAGE_THREADS = 1 << 34
    CREATE_PUBLIC_THREADS = 1 << 35
    SEND_MESSAGES_IN_THREADS = 1 << 38
    USE_EXTERNAL_APPS = 1 << 50


P = Permission
ALL = (1 << 53) - 1
READER = P.VIEW_CHANNEL | P.READ_MESSAGE_HISTORY | P.ADD_REACTIONS | P.CHANGE_NICKNAME
WRITER = P.SEND_MESSAGES | P.EMBED_LINKS | P.ATTACH_FILES | P.SEND_MESSAGES_IN_THREADS
EVERYONE = READER | WRITER | P.USE_APPLICATION_COMMANDS | P.USE_EXTERNAL_APPS
ELSEWHERE = P.EMBED_LINKS | P.ATTACH_FILES | P.MENTION_EVERYONE  # where the bot is no member
IN_DM = READER | WRITER | P.USE_APPLICATION_COMMANDS | P.MENTION_EVERYONE | P.USE_EXTERNAL_APPS


def in_guild(guild: "Guild", user_id: int) -> int:
    """What the member's roles grant, before any channel has its say."""
    if user_id == guild.owner_id:
        return ALL
    member = guild.members.get(user_id)
    if member is None:
        return 0
    granted = guild.roles[guild.id].permissions
    for role_id in member.roles:
        granted |= guild.roles[role_id].permissions
    return ALL if granted & P.ADMINISTRATOR else granted


def in_channel(guild: "Guild", channel: "Channel", user_id: int) -> int:
    """What a member may do in a channel of the guild, or in a thread of such a channel."""
    granted = in_guild(guild, user_id)
    if granted == ALL or user_id not in guild.members:
        return granted
    if channel.parent_id in guild.channels and channel.is_thread:
        channel = guild.channels[channel.parent_id]
    granted = _apply(granted, channel, [guild.id])
    granted = _apply(granted, channel, guild.members[user_id].roles)
    granted = _apply(granted, channel, [user_id])
    return granted if granted & P.VIEW_CHANNEL else 0


def _apply(granted: int, channel: "Channel", ids: Iterable[int]) -> int:
    overwrites = [channel.overwrites[id_] for id_ in ids if id_ in channel.overwrites]
    for overwrite in overwrites:
        granted &= ~overwrite.deny
    for overwrite in overwrites:
        granted |= overwrite.allow
    return granted


def names(bits: int) -> list[str]:
    """For a person: the names of the bits, those without a name left out."""
    return [permission.name for permission in Permission if bits & permission and permission.name]
