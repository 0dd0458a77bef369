"""REST operations on everything but messages: users, guilds, channels, commands, the gateway."""

from .command_limits import SLASH, check_commands
from .messages import channel_of
from .payloads import application_json, channel_json, guild_json, member_json, role_json, user_json
from .permissions import Permission
from .wire import Call, Json, RefusalError, missing_access, unknown
from .world import DIRECT, PUBLIC_THREAD, Channel, Guild, User, World


def me(world: World, call: Call) -> Json:
    return user_json(world.application.user) | {"mfa_enabled": True, "locale": "en-US"}


def application(world: World, call: Call) -> Json:
    return application_json(world, world.application)


def gateway(world: World, call: Call) -> Json:
    settings = world.settings
    limit = {
        "total": settings.session_starts,
        "remaining": max(0, settings.session_starts - world.identified),
        "reset_after": 86_400_000,
        "max_concurrency": settings.logins_at_once,
    }
    own = settings.address.replace("http", "ws", 1) + "/gateway/"
    return {
        "url": own if settings.address else "wss://gateway.discord.gg",
        "shards": settings.shards,
        "session_start_limit": limit,
    }


def user(world: World, call: Call) -> Json:
    found = world.users.get(call.id("user_id"))
    if found is None:
        raise unknown("User")
    return user_json(found)


def guild_of(world: World, call: Call) -> Guild:
    guild = world.guilds.get(call.id("guild_id"))
    if guild is None:
        raise unknown("Guild")
    if world.application.user.id not in guild.members:
        raise missing_access()
    return guild


def guild(world: World, call: Call) -> Json:
    return guild_json(guild_of(world, call))


def guild_channels(world: World, call: Call) -> list[Json]:
    channels = guild_of(world, call).channels.values()
    return [channel_json(world, one) for one in channels if not one.is_thread]


def guild_roles(world: World, call: Call) -> list[Json]:
    return [role_json(role) for role in guild_of(world, call).roles.values()]


def active_threads(world: World, call: Call) -> Json:
    channels = guild_of(world, call).channels.values()
    threads = [one for one in channels if one.is_thread and not one.archived]
    return {
        "threads": [channel_json(world, one) for one in threads],
        "members": [],
        "has_more": False,
    }


def member(world: World, call: Call) -> Json:
    found = guild_of(world, call).members.get(call.id("user_id"))
    if found is None:
        raise unknown("Member" if call.id("user_id") in world.users else "User")
    return member_json(found)


def guild_members(world: World, call: Call) -> list[Json]:
    return [member_json(one) for one in guild_of(world, call).members.values()]


def leave(world: World, call: Call) -> None:
    found = guild_of(world, call)
    del found.members[world.application.user.id]
    world.publish("GUILD_DELETE", {"id": str(found.id)}, found.id)


def my_guilds(world: World, call: Call) -> list[Json]:
    mine = world.application.user.id
    parts = ("id", "name", "icon", "banner", "features")
    return [
        {part: guild_json(one)[part] for part in parts}
        | {"owner": one.owner_id == mine, "permissions": str(Permission.VIEW_CHANNEL.value)}
        for one in world.guilds_of_bot()
    ]


def channel(world: World, call: Call) -> Json:
    return channel_json(world, channel_of(world, call))


def open_direct(world: World, call: Call) -> Json:
    recipient = world.users.get(int(call.json.get("recipient_id") or 0))
    if recipient is None:
        raise unknown("User")
    if recipient.bot:
        raise RefusalError(400, 50007, "Cannot send messages to this user")
    return channel_json(world, direct_channel(world, recipient, world.application.user))


def direct_channel(world: World, first: User, second: User) -> Channel:
    """The one direct channel of two users, made on first use."""
    for known in world.channels.values():
        if known.type == DIRECT and {one.id for one in known.recipients} == {first.id, second.id}:
            return known
    made = Channel(world.new_id(), DIRECT, "", recipients=[first, second])
    world.channels[made.id] = made
    return made


def start_thread(world: World, call: Call) -> Json:
    parent = channel_of(world, call, Permission.CREATE_PUBLIC_THREADS)
    if parent.guild_id is None:
        raise RefusalError(400, 50024, "Cannot execute action on this channel type")
    made = Channel(
        int(call.path.get("message_id") or world.new_id()),
        int(call.json.get("type") or PUBLIC_THREAD),
        str(call.json.get("name")),
        parent.guild_id,
        parent_id=parent.id,
        owner_id=world.application.user.id,
    )
    world.channels[made.id] = made
    world.guilds[parent.guild_id].channels[made.id] = made
    world.publish("THREAD_CREATE", channel_json(world, made), parent.guild_id)
    return channel_json(world, made)


def _scope(world: World, call: Call) -> int | None:
    if call.id("application_id") != world.application.id:
        raise unknown("Application")
    return guild_of(world, call).id if "guild_id" in call.path else None


def commands(world: World, call: Call) -> list[Json]:
    return list(world.application.commands.get(_scope(world, call), {}).values())


def put_commands(world: World, call: Call) -> list[Json]:
    """Replace all commands of a scope; one that keeps its type and name keeps its id."""
    scope = _scope(world, call)
    wanted = call.body if isinstance(call.body, list) else []
    check_commands(wanted)
    before = world.application.commands.get(scope, {}).values()
    ids = {(command["type"], command["name"]): int(command["id"]) for command in before}
    registered: dict[int, Json] = {}
    for command in wanted:
        key = (command.get("type", SLASH), command["name"])
        command_id = ids.get(key) or world.new_id()
        registered[command_id] = _registered(world, command, scope) | {"id": str(command_id)}
    world.application.commands[scope] = registered
    world.changed()
    return list(registered.values())


def _registered(world: World, command: Json, scope: int | None) -> Json:
    rendered: Json = {
        "type": SLASH,
        "default_member_permissions": None,
        "nsfw": False,
        "name_localizations": None,
        "description_localizations": None,
        **command,
        "application_id": str(world.application.id),
        "version": str(world.new_id()),
    }
    rendered["description"] = command.get("description") or ""
    if rendered["default_member_permissions"] is not None:
        rendered["default_member_permissions"] = str(rendered["default_member_permissions"])
    if scope is not None:
        return rendered | {"guild_id": str(scope)}
    rendered["integration_types"] = command.get("integration_types") or [0]
    rendered.setdefault("contexts", None)
    rendered["dm_permission"] = command.get("dm_permission") is not False
    return rendered


def command(world: World, call: Call) -> Json:
    found = world.application.commands.get(_scope(world, call), {}).get(call.id("command_id"))
    if found is None:
        raise unknown("application command")
    return found


def delete_command(world: World, call: Call) -> None:
    command(world, call)
    del world.application.commands[_scope(world, call)][call.id("command_id")]
