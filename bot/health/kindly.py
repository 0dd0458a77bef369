"""Interactions as discord.py can read them, whatever was left out of them or sent as null.

discord.py takes some fields for granted that came late to Discord's description, or that it never
promised, and stumbles over null where it expects a field to be absent. An interaction that it
cannot read is never answered, which a person sees as "did not respond"; so what says nothing is
mended here, before it reads.
"""

from collections.abc import Callable, Mapping
from typing import Any

Json = dict[str, Any]

FILE_BYTES = 10 * 1024 * 1024  # what everybody may upload
GUILD_INSTALL = "0"
NOBODY = "0"
THREADS = (10, 11, 12)
PLACE: Json = {"name": "", "position": 0, "bitrate": 0, "user_limit": 0}
AWAKE: Json = {
    "archived": False,
    "auto_archive_duration": 1440,
    "archive_timestamp": "2015-01-01T00:00:00+00:00",
}
THREAD: Json = {
    "name": "",
    "parent_id": NOBODY,
    "owner_id": NOBODY,
    "message_count": 0,
    "member_count": 0,
    "thread_metadata": AWAKE,
}
PERSON: Json = {"discriminator": "0", "avatar": None}
MEMBER: Json = {"roles": [], "flags": 0}
FILE: Json = {"size": 0, "proxy_url": ""}
MESSAGE: Json = {"type": 0, "content": ""}


def kindly_read(given: Mapping[str, Any]) -> Json:
    """The payload of INTERACTION_CREATE, completed."""
    payload = _present(given)
    if "data" in payload:
        payload["data"] = _asked(payload["data"])
    if "message" in payload:
        payload["message"] = MESSAGE | _present(payload["message"])
    payload.setdefault("version", 1)
    payload.setdefault("attachment_size_limit", FILE_BYTES)
    if not payload.get("authorizing_integration_owners"):
        # before people could add an application to their own account, all were added to guilds
        payload["authorizing_integration_owners"] = {GUILD_INSTALL: payload.get("guild_id", "0")}
    payload["channel"] = _channel(payload)
    return payload | _person(payload)


def _present(given: Mapping[str, Any]) -> Json:
    return {key: part for key, part in given.items() if part is not None}


def _asked(given: Mapping[str, Any]) -> Json:
    """What was asked for, with everything that was chosen for it."""
    asked = _present(given)
    if "resolved" not in asked:
        return asked
    resolved = {
        kind: {
            number: COMPLETE[kind](one) if kind in COMPLETE else one for number, one in of.items()
        }
        for kind, of in _present(asked["resolved"]).items()
    }
    return asked | {"resolved": resolved}


def _channel(payload: Json) -> Json:
    channel = dict(payload.get("channel") or {})
    if "channel_id" in payload:
        channel.setdefault("id", payload["channel_id"])
    return _place(channel)


def _place(channel: Json) -> Json:
    """Of a channel what its kind has; where the kind is not told, it is looked up by its id."""
    return (THREAD if channel.get("type") in THREADS else PLACE) | _present(channel)


def _person(payload: Json) -> Json:
    """Whoever acts: in a guild as a member of it, elsewhere as a user."""
    member = dict(payload.get("member") or {})
    user = PERSON | (member.get("user") or payload.get("user") or {})
    if "guild_id" not in payload:
        return {"user": user}
    return {"member": MEMBER | {"permissions": "0"} | _present(member) | {"user": user}}


COMPLETE: dict[str, Callable[[Json], Json]] = {
    "users": lambda one: PERSON | one,
    "members": lambda one: MEMBER | _present(one),
    "roles": _present,
    "channels": lambda one: {"permissions": "0"} | _place(one),
    "attachments": lambda one: FILE | _present(one),
    "messages": lambda one: MESSAGE | _present(one),
}
"""What discord.py wants to know of whatever was chosen, by its kind."""
