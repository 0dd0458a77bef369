"""Which commands Discord's picker offers to whom, and where."""

from .interactions import NotPossibleError, owners_of
from .permissions import Permission, in_guild
from .wire import Json
from .world import Channel, User, World


def offered(world: World, user: User, channel: Channel, kind: int) -> list[Json]:
    """The registered commands of a type that the person may use here; a guild's own come first."""
    registered = world.application.commands
    own = registered.get(channel.guild_id, {}) if channel.guild_id is not None else {}
    everything = [*own.values(), *registered.get(None, {}).values()]
    return [
        command
        for command in everything
        if command["type"] == kind and _may_use(world, user, channel, command)
    ]


def _may_use(world: World, user: User, channel: Channel, command: Json) -> bool:
    if not _fits(command, world.context(channel)):
        return False
    try:
        owners = owners_of(world, user, channel, command)
    except NotPossibleError:
        return False
    if channel.guild_id is None or "0" not in owners:
        return True
    allowed = world.rights(user.id, channel) & Permission.USE_APPLICATION_COMMANDS
    return bool(allowed) and _permitted(world, user, channel.guild_id, command)


def _fits(command: Json, context: int) -> bool:
    if command.get("contexts") is not None:
        return context in command["contexts"]
    return context != 1 or command.get("dm_permission") is not False


def _permitted(world: World, user: User, guild_id: int, command: Json) -> bool:
    """What the guild's own settings say, and without any the command's default."""
    guild = world.guilds[guild_id]
    rights = in_guild(guild, user.id)
    if rights & Permission.ADMINISTRATOR:
        return True
    chosen = world.application.allowed.get((guild_id, command["name"]), {})
    member = guild.members[user.id]
    said = [chosen[one] for one in (user.id, *member.roles, guild_id) if one in chosen]
    if said:
        return said[0]
    default = command.get("default_member_permissions")
    needed = None if default is None else int(default)
    if needed == 0:
        return False
    return needed is None or rights & needed == needed
