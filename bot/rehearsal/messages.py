"""REST operations on messages of channels."""

from collections.abc import Callable

from . import posts
from .payloads import message_json
from .permissions import Permission
from .wire import EPHEMERAL, Call, Json, RefusalError, missing_access, missing_permissions, unknown
from .world import ANNOUNCEMENT, Channel, Message, World


def channel_of(world: World, call: Call, *needed: Permission) -> Channel:
    """The channel of the path, when the bot sees it and has the permissions needed.

    Raises:
        RefusalError: 10003, 50001 when it does not see it, 50013 when a permission is missing.
    """
    channel = world.channels.get(call.id("channel_id"))
    me = world.application.user.id
    if channel is None:
        raise unknown("Channel")
    if channel.guild_id is not None and me not in world.guilds[channel.guild_id].members:
        raise missing_access()
    rights = world.rights(me, channel)
    if not rights & Permission.VIEW_CHANNEL:
        raise missing_access()
    for permission in needed:
        if not rights & permission:
            raise missing_permissions()
    return channel


def message_of(channel: Channel, call: Call) -> Message:
    message = channel.messages.get(call.id("message_id"))
    if message is None or message.visible_to is not None:
        raise unknown("Message")
    return message


def create(world: World, call: Call) -> Json:
    channel = channel_of(world, call)
    me = world.application.user
    rights = world.rights(me.id, channel)
    needed = Permission.SEND_MESSAGES_IN_THREADS if channel.is_thread else Permission.SEND_MESSAGES
    if not rights & needed:
        raise missing_permissions()
    if call.uploads and not rights & Permission.ATTACH_FILES:
        raise missing_permissions()
    if call.json.get("embeds") and not rights & Permission.EMBED_LINKS:
        raise missing_permissions()
    if channel.archived and channel.locked:
        raise RefusalError(400, 50083, "Thread is archived")
    if channel.guild_id is None and not all(user.accepts_dms for user in channel.recipients):
        raise RefusalError(403, 50007, "Cannot send messages to this user")
    if (message := posts.repeated(world, me, call.json)) is not None:
        return message_json(message)
    message = posts.compose(world, channel, call.json, author=me, uploads=call.uploads)
    message.flags &= ~EPHEMERAL  # means something in answers to interactions only
    message.reference = _reference(channel, call.json)
    posts.remember(world, message)
    posts.place(world, channel, message)
    return message_json(message)


def _reference(channel: Channel, body: Json) -> Json | None:
    asked = body.get("message_reference")
    if not asked:
        return None
    target = int(asked.get("message_id") or 0)
    if target not in channel.messages:
        if asked.get("fail_if_not_exists", True):
            raise RefusalError(400, 50035, "Invalid Form Body", UNKNOWN_REFERENCE)
        return None
    reference = {"type": 0, "message_id": str(target), "channel_id": str(channel.id)}
    return reference | ({"guild_id": str(channel.guild_id)} if channel.guild_id else {})


UNKNOWN_REFERENCE: Json = {
    "message_reference": {
        "_errors": [{"code": "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "message": "Unknown message"}]
    }
}


def history(world: World, call: Call) -> list[Json]:
    """Newest first, as Discord does; empty without READ_MESSAGE_HISTORY."""
    channel = channel_of(world, call)
    rights = world.rights(world.application.user.id, channel)
    if not rights & Permission.READ_MESSAGE_HISTORY:
        return []
    limit = int(call.query.get("limit", "50"))
    if not 1 <= limit <= 100:
        raise RefusalError(400, 50035, "Invalid Form Body", LIMIT_OUT_OF_RANGE)
    seen = [one for one in channel.messages.values() if one.visible_to is None]
    return [message_json(one) for one in _page(sorted(seen, key=_age), call, limit)]


LIMIT_OUT_OF_RANGE: Json = {
    "limit": {
        "_errors": [
            {"code": "NUMBER_TYPE_MAX", "message": "int value should be between 1 and 100."}
        ]
    }
}


def _age(message: Message) -> int:
    return -message.id


def _page(newest_first: list[Message], call: Call, limit: int) -> list[Message]:
    bounds: dict[str, Callable[[int], list[Message]]] = {
        "around": lambda at: _around(newest_first, at, limit),
        "before": lambda at: [one for one in newest_first if one.id < at][:limit],
        "after": lambda at: [one for one in newest_first if one.id > at][-limit:],
    }
    for name, page in bounds.items():
        if name in call.query:
            return page(int(call.query[name]))
    return newest_first[:limit]


def _around(newest_first: list[Message], at: int, limit: int) -> list[Message]:
    newer = [one for one in newest_first if one.id > at][-(limit // 2) :]
    return newer + [one for one in newest_first if one.id <= at][: limit - len(newer)]


def fetch(world: World, call: Call) -> Json:
    channel = channel_of(world, call, Permission.READ_MESSAGE_HISTORY)
    return message_json(message_of(channel, call))


def edit(world: World, call: Call) -> Json:
    channel = channel_of(world, call)
    message = message_of(channel, call)
    if message.author != world.application.user:
        raise RefusalError(403, 50005, "Cannot edit a message authored by another user")
    posts.revise(world, message, call.json, call.uploads)
    posts.announce_edit(world, channel, message)
    return message_json(message)


def delete(world: World, call: Call) -> None:
    channel = channel_of(world, call)
    message = message_of(channel, call)
    rights = world.rights(world.application.user.id, channel)
    if message.author != world.application.user and not rights & Permission.MANAGE_MESSAGES:
        raise missing_permissions()
    posts.remove(world, channel, message)


def crosspost(world: World, call: Call) -> Json:
    channel = channel_of(world, call, Permission.SEND_MESSAGES)
    message = message_of(channel, call)
    if channel.type != ANNOUNCEMENT:
        raise RefusalError(400, 50024, "Cannot execute action on this channel type")
    if message.flags & 1:
        raise RefusalError(400, 40033, "This message has already been crossposted")
    message.flags |= 1
    posts.announce_edit(world, channel, message)
    return message_json(message)


def react(world: World, call: Call) -> None:
    channel = channel_of(world, call, Permission.READ_MESSAGE_HISTORY, Permission.ADD_REACTIONS)
    message = message_of(channel, call)
    if call.path["emoji_name"] not in message.reactions:
        message.reactions.append(call.path["emoji_name"])
    world.changed()


def typing(world: World, call: Call) -> None:
    channel_of(world, call, Permission.SEND_MESSAGES)
