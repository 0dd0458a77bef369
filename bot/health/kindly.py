"""Interactions as discord.py can read them, whatever was left out of them or sent as null.

discord.py takes some fields for granted that came late to Discord's description, and stumbles over
null where it expects a field to be absent. An interaction that it cannot read is never answered,
which a person sees as "did not respond"; so what says nothing is mended here, before it reads.
"""

from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]

FILE_BYTES = 10 * 1024 * 1024  # what everybody may upload
GUILD_INSTALL = "0"
THREADS = (10, 11, 12)
PLACE: Json = {"name": "", "position": 0, "bitrate": 0, "user_limit": 0}
PERSON: Json = {"discriminator": "0", "avatar": None}


def kindly_read(given: Mapping[str, Any]) -> Json:
    """The payload of INTERACTION_CREATE, completed."""
    payload = _present(given)
    if "data" in payload:
        payload["data"] = _present(payload["data"])
    payload.setdefault("version", 1)
    payload.setdefault("attachment_size_limit", FILE_BYTES)
    if not payload.get("authorizing_integration_owners"):
        # before people could add an application to their own account, all were added to guilds
        payload["authorizing_integration_owners"] = {GUILD_INSTALL: payload.get("guild_id", "0")}
    payload["channel"] = _channel(payload)
    return payload | _person(payload)


def _present(given: Mapping[str, Any]) -> Json:
    return {key: part for key, part in given.items() if part is not None}


def _channel(payload: Json) -> Json:
    """A thread of which little is told is looked up by its id alone."""
    channel = dict(payload.get("channel") or {})
    if "channel_id" in payload:
        channel.setdefault("id", payload["channel_id"])
    if channel.get("type") in THREADS:
        if "thread_metadata" not in channel:
            del channel["type"]
        return channel
    return PLACE | channel


def _person(payload: Json) -> Json:
    """Whoever acts: in a guild as a member of it, elsewhere as a user."""
    member = dict(payload.get("member") or {})
    user = PERSON | (member.get("user") or payload.get("user") or {})
    if "guild_id" not in payload:
        return {"user": user}
    return {"member": {"roles": [], "permissions": "0"} | member | {"user": user}}
