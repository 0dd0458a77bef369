"""Deeds of people on the world that are no interaction: guilds, channels, roles, rights, words."""

from collections.abc import Sequence

from . import posts
from .payloads import arriving_guild, changed_guild, channel_json, member_json, role_json
from .permissions import EVERYONE, Permission
from .wire import Json, Upload
from .world import TEXT, Channel, Guild, Member, Message, Overwrite, Role, User, World


def found_guild(world: World, name: str, *, owner: User, bot: bool = True) -> Guild:
    """A guild with nothing but its owner and, unless told otherwise, the bot."""
    guild = Guild(world.new_id(apart=True), name, owner.id)
    guild.roles[guild.id] = Role(guild.id, "@everyone", int(EVERYONE), position=0)
    world.guilds[guild.id] = guild
    add_member(world, guild, owner)
    if bot:
        invite_bot(world, guild)
    return guild


def invite_bot(world: World, guild: Guild) -> None:
    """Installing the bot gives it a role of its own."""
    application = world.application
    role = Role(world.new_id(), application.user.name, int(EVERYONE), managed_by=application.id)
    guild.roles[role.id] = role
    add_member(world, guild, application.user).roles.append(role.id)
    world.publish("GUILD_CREATE", arriving_guild(world, guild), guild.id)


def remove_bot(world: World, guild: Guild) -> None:
    """As when an admin kicks it: its role goes, the guild's own commands go."""
    application = world.application
    member = guild.members.pop(application.user.id)
    for role_id in member.roles:
        if guild.roles[role_id].managed_by == application.id:
            del guild.roles[role_id]
    application.commands.pop(guild.id, None)
    world.publish("GUILD_DELETE", {"id": str(guild.id)}, guild.id)


def add_member(world: World, guild: Guild, user: User) -> Member:
    member = Member(user, world.clock.now())
    guild.members[user.id] = member
    return member


def add_role(world: World, guild: Guild, name: str, permissions: int = 0) -> Role:
    role = Role(world.new_id(), name, permissions, len(guild.roles))
    guild.roles[role.id] = role
    payload = {"guild_id": str(guild.id), "role": role_json(role)}
    world.publish("GUILD_ROLE_CREATE", payload, guild.id)
    return role


def set_role(world: World, guild: Guild, role: Role, permissions: int) -> None:
    role.permissions = permissions
    payload = {"guild_id": str(guild.id), "role": role_json(role)}
    world.publish("GUILD_ROLE_UPDATE", payload, guild.id)


def set_roles(world: World, guild: Guild, user: User, *roles: Role) -> None:
    """Give a member these roles and no others."""
    member = guild.members[user.id]
    member.roles[:] = [role.id for role in roles]
    payload = member_json(member) | {"guild_id": str(guild.id)}
    world.publish("GUILD_MEMBER_UPDATE", payload, guild.id)


def add_channel(
    world: World, guild: Guild, name: str, *, kind: int = TEXT, parent: Channel | None = None
) -> Channel:
    """A channel, or with a kind of thread and its `parent` a thread."""
    made = Channel(world.new_id(), kind, name, guild.id, position=len(guild.channels))
    if parent is not None:
        made.parent_id, made.owner_id = parent.id, guild.owner_id
    guild.channels[made.id] = world.channels[made.id] = made
    event = "THREAD_CREATE" if made.is_thread else "CHANNEL_CREATE"
    world.publish(event, channel_json(world, made), guild.id)
    return made


def remove_channel(world: World, channel: Channel) -> None:
    gone = channel_json(world, channel)
    world.channels.pop(channel.id, None)
    if channel.guild_id is not None:
        world.guilds[channel.guild_id].channels.pop(channel.id, None)
    if channel.is_thread:
        parts = ("id", "guild_id", "parent_id", "type")
        world.publish("THREAD_DELETE", {part: gone[part] for part in parts}, channel.guild_id)
    else:
        world.publish("CHANNEL_DELETE", gone, channel.guild_id)


def set_overwrite(
    world: World, channel: Channel, target: Role | User, *, allow: int = 0, deny: int = 0
) -> None:
    """Set what a role or a member may do in the channel; nothing at all removes the overwrite."""
    overwrite = Overwrite(target.id, int(allow), int(deny), for_member=isinstance(target, User))
    if allow or deny:
        channel.overwrites[target.id] = overwrite
    else:
        channel.overwrites.pop(target.id, None)
    world.publish("CHANNEL_UPDATE", channel_json(world, channel), channel.guild_id)


def rename_guild(world: World, guild: Guild, name: str) -> None:
    guild.name = name
    world.publish("GUILD_UPDATE", changed_guild(guild), guild.id)


def archive_thread(world: World, thread: Channel, *, locked: bool = False) -> None:
    thread.archived, thread.locked = True, locked
    world.publish("THREAD_UPDATE", channel_json(world, thread), thread.guild_id)


def write(
    world: World, channel: Channel, author: User, text: str, uploads: Sequence[Upload] = ()
) -> Message:
    """A message that a person writes."""
    body: Json = {"content": text}
    message = posts.compose(world, channel, body, author=author, uploads=uploads)
    posts.place(world, channel, message)
    return message


def may(world: World, user: User, channel: Channel, permission: Permission) -> bool:
    return bool(world.rights(user.id, channel) & permission)
