"""The rehearsal from another process: deeds of people, faults and questions, as JSON.

`POST /rehearsal/call` with the header X-Rehearsal-Secret and {"deed": ..., ...}; see `remote` for a
client. Files travel as {"filename": ..., "base64": ..., "content_type": ...}.
"""

import base64
import hmac
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from aiohttp import web

from . import deeds
from .faults import Fault
from .interactions import Answer, NotPossibleError
from .payloads import message_json
from .people import Person
from .server import Loopback
from .text import modal_text, text_of
from .wire import Json, RefusalError, Upload
from .world import Channel, Message, World

SECRET = "X-Rehearsal-Secret"  # noqa: S105 -- the name of a header
Deed = Callable[[Loopback, Json], Awaitable[Any]]


class Control:
    def __init__(self, loopback: Loopback, secret: str) -> None:
        self._loopback = loopback
        self._secret = secret
        loopback.routes["call"] = self.serve

    async def serve(self, request: web.Request) -> web.StreamResponse:
        if not hmac.compare_digest(request.headers.get(SECRET, ""), self._secret):
            raise web.HTTPForbidden
        asked: Json = await request.json()
        deed = DEEDS.get(asked.get("deed", ""))
        if deed is None:
            return web.json_response({"error": f"unknown deed {asked.get('deed')!r}"}, status=404)
        try:
            return web.json_response({"result": await deed(self._loopback, asked)})
        except (NotPossibleError, RefusalError, KeyError) as error:
            return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)


def channel_of(world: World, name: str | int) -> Channel:
    """By id, or by name in whichever guild has it first.

    Raises:
        NotPossibleError: when there is none.
    """
    for channel in world.channels.values():
        if str(channel.id) == str(name) or channel.name == str(name).removeprefix("#"):
            return channel
    raise NotPossibleError(f"there is no channel {name!r}")


def message_of(world: World, number: str | int) -> Message:
    for channel in world.channels.values():
        if int(number) in channel.messages:
            return channel.messages[int(number)]
    raise NotPossibleError(f"there is no message {number}")


def shown_message(message: Message) -> Json:
    """As Discord's API gives it, and beside it the plain text."""
    visible_to = None if message.visible_to is None else str(message.visible_to)
    return message_json(message) | {"text": text_of(message), "visible_to": visible_to}


def shown_answer(answer: Answer) -> Json:
    modal = answer.modal
    return {
        "token": answer.interaction.token,
        "text": answer.text,
        "ephemeral": answer.ephemeral,
        "acknowledged_after": answer.acknowledged_after,
        "complete": answer.complete,
        "choices": answer.choices,
        "modal": None if modal is None else modal | {"text": modal_text(modal)},
        "messages": [shown_message(message) for message in answer.messages],
    }


def _given(value: Any) -> Any:
    """JSON as a person's values: files are unpacked, wherever they are."""
    if isinstance(value, dict) and "base64" in value:
        kind = value.get("content_type", "application/octet-stream")
        return Upload(value["filename"], base64.b64decode(value["base64"]), kind)
    if isinstance(value, dict):
        return {key: _given(one) for key, one in value.items()}
    return [_given(one) for one in value] if isinstance(value, list) else value


def _who(loopback: Loopback, asked: Json) -> Person:
    return loopback.people[asked.get("person", "member")]


def _where(loopback: Loopback, asked: Json) -> Channel | str | None:
    at: str | None = asked.get("at")
    return at if at in (None, "@") else channel_of(loopback.world, at or "")


async def slash(loopback: Loopback, asked: Json) -> Json:
    person, options = _who(loopback, asked), _given(asked.get("options") or {})
    at = _where(loopback, asked)
    return shown_answer(await person.slash(asked["line"], options, at=at))


async def autocomplete(loopback: Loopback, asked: Json) -> Json:
    at = _where(loopback, asked)
    person, focused = _who(loopback, asked), asked.get("focused")
    return shown_answer(await person.autocomplete(asked["line"], focused, at=at))


async def choose(loopback: Loopback, asked: Json) -> Json:
    """Take a choice that autocomplete offers for the last option, and send the command."""
    person, at = _who(loopback, asked), _where(loopback, asked)
    return shown_answer(await person.choose(asked["line"], asked["choice"], at=at))


async def click(loopback: Loopback, asked: Json) -> Json:
    message = message_of(loopback.world, asked["message"])
    return shown_answer(await _who(loopback, asked).click(message, asked["button"]))


async def select(loopback: Loopback, asked: Json) -> Json:
    message = message_of(loopback.world, asked["message"])
    person = _who(loopback, asked)
    return shown_answer(await person.select(message, asked["select"], asked["values"]))


async def submit(loopback: Loopback, asked: Json) -> Json:
    answer = Answer(loopback.world, loopback.world.interactions[asked["token"]])
    values = _given(asked.get("values") or {})
    return shown_answer(await _who(loopback, asked).submit(answer, values))


async def message_menu(loopback: Loopback, asked: Json) -> Json:
    message = message_of(loopback.world, asked["message"])
    return shown_answer(await _who(loopback, asked).message_menu(asked["name"], message))


async def write(loopback: Loopback, asked: Json) -> Json:
    files = _given(asked.get("files") or [])
    at = _where(loopback, asked)
    return shown_message(_who(loopback, asked).write(asked["text"], at=at, files=files))


async def answer(loopback: Loopback, asked: Json) -> Json:
    """An earlier answer as it is by now."""
    return shown_answer(Answer(loopback.world, loopback.world.interactions[asked["token"]]))


async def messages(loopback: Loopback, asked: Json) -> list[Json]:
    channel = channel_of(loopback.world, asked["at"])
    return [shown_message(message) for message in channel.messages.values()]


async def delete(loopback: Loopback, asked: Json) -> None:
    person = loopback.people[asked.get("person", "admin")]
    person.delete(message_of(loopback.world, asked["message"]))


async def delete_channel(loopback: Loopback, asked: Json) -> None:
    person = loopback.people[asked.get("person", "admin")]
    person.delete_channel(channel_of(loopback.world, asked["at"]))


async def overwrite(loopback: Loopback, asked: Json) -> None:
    """For "bot", a person by name, or without a target everyone in the guild."""
    channel = channel_of(loopback.world, asked["at"])
    guild = loopback.world.guilds[channel.guild_id or 0]
    target: Any = guild.roles[guild.id]
    if asked.get("target") == "bot":
        target = loopback.world.application.user
    elif asked.get("target"):
        target = loopback.people[asked["target"]].user
    allow, deny = asked.get("allow", 0), asked.get("deny", 0)
    deeds.set_overwrite(loopback.world, channel, target, allow=allow, deny=deny)


async def found_guild(loopback: Loopback, asked: Json) -> Json:
    """A guild with the bot and these channels; `channels` is a list of names."""
    admin = loopback.admin
    guild = admin.found_guild(asked["name"], bot=False)
    made = [deeds.add_channel(loopback.world, guild, name) for name in asked["channels"]]
    deeds.invite_bot(loopback.world, guild)
    return {"id": str(guild.id), "channels": {one.name: str(one.id) for one in made}}


async def remove_bot(loopback: Loopback, asked: Json) -> None:
    deeds.remove_bot(loopback.world, loopback.world.guilds[int(asked["guild"])])


async def add_faults(loopback: Loopback, asked: Json) -> None:
    loopback.faults.add(*(Fault(**fault) for fault in asked["faults"]))


async def clear_faults(loopback: Loopback, asked: Json) -> None:
    loopback.faults.clear()


async def disturb(loopback: Loopback, asked: Json) -> None:
    """The gateway: cut, ask_to_reconnect, invalidate, expire, or close with a code."""
    if asked["how"] == "close":
        await loopback.gateway.close(asked.get("code", 4000))
        return
    ways = {
        "cut": loopback.gateway.cut,
        "ask_to_reconnect": loopback.gateway.ask_to_reconnect,
        "invalidate": loopback.gateway.invalidate,
        "expire": loopback.gateway.expire,
    }
    ways[asked["how"]]()


async def settings(loopback: Loopback, asked: Json) -> Json:
    """Change settings, those of time in seconds; tells them all."""
    known = loopback.world.settings
    for name, value in (asked.get("values") or {}).items():
        timed = isinstance(getattr(known, name), timedelta)
        setattr(known, name, timedelta(seconds=value) if timed else value)
    told = asdict(known)
    return {
        name: value.total_seconds() if isinstance(value, timedelta) else value
        for name, value in told.items()
    }


async def advance(loopback: Loopback, asked: Json) -> str:
    loopback.world.clock.advance(timedelta(seconds=asked["seconds"]))
    return loopback.world.clock.now().isoformat()


async def wait(loopback: Loopback, asked: Json) -> bool:
    """Until so many `sessions` are connected, `messages` are in a channel, commands registered."""
    world, seconds = loopback.world, asked.get("seconds", 5.0)
    if "messages" in asked:
        channel = channel_of(world, asked["at"])
        return await world.until(lambda: len(channel.messages) >= asked["messages"], seconds)
    if asked.get("commands"):
        return await loopback.commands_registered(seconds)
    return await loopback.connected(asked.get("sessions", 1), seconds)


async def state(loopback: Loopback, asked: Json) -> Json:
    world = loopback.world
    return {
        "now": world.clock.now().isoformat(),
        "application": str(world.application.id),
        "people": {name: str(person.user.id) for name, person in loopback.people.items()},
        "guilds": {
            str(guild.id): {
                "name": guild.name,
                "channels": {one.name: str(one.id) for one in guild.channels.values()},
            }
            for guild in world.guilds.values()
        },
        "sessions": len(loopback.gateway.connected()),
        "identified": loopback.world.identified,
        "resumed": loopback.gateway.resumed,
        "violations": world.violations,
        "tally": [[*key, count] for key, count in loopback.rest.tally.items()],
        "commands": [
            command["name"]
            for scope in world.application.commands.values()
            for command in scope.values()
        ],
    }


DEEDS: dict[str, Deed] = {
    deed.__name__: deed
    for deed in (
        slash, autocomplete, choose, click, select, submit, message_menu, write, answer, messages,
        delete, delete_channel, overwrite, found_guild, remove_bot, add_faults, clear_faults,
        disturb, settings, advance, wait, state,
    )
}  # fmt: skip
