"""What a person puts into an option, checked and turned into what Discord sends the bot."""

import re
from collections.abc import Iterable
from typing import TypeVar

from . import posts
from .interactions import NotPossibleError
from .payloads import attachment_json, channel_json, member_json, role_json, user_json
from .typed import called
from .wire import Json, Upload
from .world import Channel, Guild, Role, User, World

STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT = range(3, 12)
NUMBER_KINDS = {INTEGER: (int, "an integer"), NUMBER: (float, "a number")}


class Reader:
    """Reads values for one interaction, and gathers the `resolved` objects that go with them."""

    def __init__(self, world: World, user: User, channel: Channel) -> None:
        self.resolved: dict[str, Json] = {}
        self._world = world
        self._user = user
        self._channel = channel
        self._guild: Guild | None = world.guilds.get(channel.guild_id or 0)

    def value(self, option: Json, given: object, *, focused: bool = False) -> object:
        """The value as sent. A focused one is sent as typed, whatever it is.

        Raises:
            NotPossibleError: when Discord's client would mark it red.
        """
        if focused:
            return given
        if option.get("choices"):
            return self._choice(option, given)
        if option["type"] in READERS:
            return self.thing(READERS[option["type"]], given, option)
        return self._plain(option, given)

    def _plain(self, option: Json, given: object) -> object:
        if option["type"] == BOOLEAN:
            return given if isinstance(given, bool) else str(given).lower() in ("true", "yes", "1")
        if option["type"] in NUMBER_KINDS:
            return self._number(option, given)
        return self._text(option, str(given))

    def _choice(self, option: Json, given: object) -> object:
        for choice in option["choices"]:
            names = called(choice, self._user.locale)
            if given == choice["value"] or str(given) in {*names, str(choice["value"])}:
                return choice["value"]
        offered = ", ".join(choice["name"] for choice in option["choices"])
        raise NotPossibleError(f"{option['name']}: {given!r} is none of {offered}")

    def _text(self, option: Json, text: str) -> str:
        least, most = option.get("min_length") or 0, option.get("max_length") or 6000
        if not least <= len(text) <= most:
            raise NotPossibleError(f"{option['name']}: between {least} and {most} characters")
        return text

    def _number(self, option: Json, given: object) -> float:
        parse, words = NUMBER_KINDS[option["type"]]
        try:
            number: float = parse(str(given))
        except ValueError:
            raise NotPossibleError(f"{option['name']}: {given!r} is not {words}") from None
        least, most = option.get("min_value"), option.get("max_value")
        if (least is not None and number < least) or (most is not None and number > most):
            raise NotPossibleError(f"{option['name']}: {number} is not within {least} and {most}")
        return number

    def thing(self, readers: tuple[str, ...], given: object, option: Json | None = None) -> str:
        """The id of a user, channel, role or file, whichever of `readers` finds it first.

        Raises:
            NotPossibleError: when none does.
        """
        reading = {
            "user": self._user_id,
            "channel": self._channel_id,
            "role": self._role_id,
            "file": self._file_id,
        }
        for reader in readers:
            found = reading[reader](given, option or {})
            if found is not None:
                return found
        raise NotPossibleError(f"there is no {' or '.join(readers)} {given!r} here")

    def _user_id(self, given: object, option: Json) -> str | None:
        user = _found(given, "@", self._world.users.values())
        if user is None:
            return None
        self._keep("users", user.id, user_json(user))
        if self._guild is not None and user.id in self._guild.members:
            member = member_json(self._guild.members[user.id])
            member["permissions"] = str(int(self._world.rights(user.id, self._channel)))
            self._keep("members", user.id, _without(member, "user", "deaf", "mute"))
        return str(user.id)

    def _channel_id(self, given: object, option: Json) -> str | None:
        here = self._guild.channels.values() if self._guild else ()
        found = _found(given, "#", here)
        if found is None:
            return None
        if option.get("channel_types") and found.type not in option["channel_types"]:
            raise NotPossibleError(f"{option.get('name')}: #{found.name} is of the wrong kind")
        rights = self._world.rights(self._user.id, found)
        if not rights:
            raise NotPossibleError(f"#{found.name} is not visible to {self._user.name}")
        whole = channel_json(self._world, found)
        shown = {key: whole[key] for key in RESOLVED_CHANNEL if key in whole}
        self._keep("channels", found.id, shown | {"permissions": str(int(rights))})
        return str(found.id)

    def _role_id(self, given: object, option: Json) -> str | None:
        here = self._guild.roles.values() if self._guild else ()
        role = _found(given, "@", here)
        if role is None:
            return None
        self._keep("roles", role.id, role_json(role))
        return str(role.id)

    def _file_id(self, given: object, option: Json) -> str | None:
        if not isinstance(given, Upload):
            return None
        attachment = posts.attach(self._world, given, self._channel.id)
        attachment.ephemeral = True
        self._keep("attachments", attachment.id, attachment_json(attachment))
        return str(attachment.id)

    def _keep(self, kind: str, number: int, shown: Json) -> None:
        self.resolved.setdefault(kind, {})[str(number)] = shown


RESOLVED_CHANNEL = ("id", "name", "type", "thread_metadata")
READERS = {
    USER: ("user",),
    CHANNEL: ("channel",),
    ROLE: ("role",),
    MENTIONABLE: ("user", "role"),
    ATTACHMENT: ("file",),
}
Named = TypeVar("Named", User, Channel, Role)


def _without(shown: Json, *parts: str) -> Json:
    return {key: value for key, value in shown.items() if key not in parts}


def _found(given: object, mark: str, among: Iterable[Named]) -> Named | None:
    """By the thing itself, its id, its mention, or its name with or without the mark."""
    number = re.fullmatch(r"(?:<[@#!&]+)?(\d+)>?", str(given))
    for one in among:
        if one is given or str(given).removeprefix(mark) == one.name.removeprefix(mark):
            return one
        if number and int(number[1]) == one.id:
            return one
    return None
