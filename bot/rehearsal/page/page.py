"""The page's server: its files, what a person sees, and what they do."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.rehearsal.connector import LOOPBACK
from bot.rehearsal.control import DEEDS, channel_of
from bot.rehearsal.interactions import NotPossibleError
from bot.rehearsal.people import Person
from bot.rehearsal.server import Loopback
from bot.rehearsal.wire import Json, RefusalError
from bot.rehearsal.world import Channel

from .directions import Directions
from .door import HEADERS, KEY, Door
from .shown import commands_shown, places, world_shown

HERE = "/rehearsal/page/"
STATIC = Path(__file__).parent / "static"
KINDS = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
PEOPLE = ("admin", "member")  # whom one can be here
LOCALES = ("en-US", "ko", "ru")
PERSONAL = (
    "slash", "autocomplete", "click", "select", "submit", "message_menu", "write", "delete",
)  # fmt: skip
PATIENCE = 20.0  # seconds that the page waits for news before it asks again


class Page:
    """Serves under /rehearsal/page/ of a loopback."""

    def __init__(self, loopback: Loopback, *, stage: Directions | None = None) -> None:
        self._loopback = loopback
        self._stage = stage or Directions()
        self._door = Door()
        self._dismissed: set[int] = set()
        self._directing = asyncio.Lock()
        loopback.routes["page"] = self.serve

    @property
    def url(self) -> str:
        """The address to open, with this run's secret in it."""
        return f"http://{LOOPBACK}:{self._loopback.port}{HERE}?{KEY}={self._door.secret}"

    async def serve(self, request: web.Request) -> web.StreamResponse:
        self._door.check(request, self._loopback.port)
        first, _, rest = request.path.removeprefix(HERE).partition("/")
        if request.method == "POST":
            return await self._act(request) if first == "act" else _none()
        served = {"state": self._state, "commands": self._commands}.get(first)
        if served is not None:
            return await served(request)
        if first == "file":
            return self._file(rest)
        return self._static(request, first or "index.html")

    def _static(self, request: web.Request, name: str) -> web.StreamResponse:
        path = STATIC / name
        if path.parent != STATIC or path.suffix not in KINDS or not path.is_file():
            return _none()
        response = web.Response(body=path.read_bytes(), headers=HEADERS)
        response.content_type, response.charset = KINDS[path.suffix], "utf-8"
        if name == "index.html":
            self._door.remember(response, self._loopback.port)
        return response

    async def _state(self, request: web.Request) -> web.StreamResponse:
        """What the person sees, at once or as soon as it differs from the version they have."""
        world, seen = self._loopback.world, request.query.get("seen", "")
        await world.until(lambda: str(world.version) != seen, PATIENCE)
        person = self._person(request.query)
        channel = self._channel(person, request.query.get("channel"))
        shown = world_shown(person, channel, self._loopback.gateway, without=self._dismissed)
        return _json(shown | self._furniture(person.user.locale))

    def _furniture(self, locale: str) -> Json:
        return {
            "zone": self._stage.zone,
            "directions": list(self._stage.deeds),
            "people": list(PEOPLE),
            "locales": list(LOCALES),
            "suggestions": [asdict(one) for one in self._stage.suggestions(locale)],
            "tour": [asdict(one) for one in self._stage.tour(locale)],
        }

    async def _commands(self, request: web.Request) -> web.StreamResponse:
        person = self._person(request.query)
        return _json(commands_shown(person, self._channel(person, request.query.get("channel"))))

    def _person(self, asked: Mapping[str, Any]) -> Person:
        name = asked.get("person")
        return self._loopback.people[name if name in PEOPLE else PEOPLE[0]]

    def _channel(self, person: Person, number: str | None) -> Channel:
        here = places(person)
        named = [one for one in here if str(one.id) == number]
        usual = [one for one in here if one.name == "general"]
        return [*named, *usual, *here][0]

    async def _act(self, request: web.Request) -> web.StreamResponse:
        try:
            asked: Json = json.loads(await request.text())
            return _json({"result": await self._done(asked)})
        except (NotPossibleError, RefusalError) as refused:
            return _json({"error": str(refused)}, status=400)
        except (KeyError, TypeError, ValueError) as garbled:
            return _json({"error": f"{type(garbled).__name__}: {garbled}"}, status=400)

    async def _done(self, asked: Json) -> Any:
        deed = asked["deed"]
        if deed in PERSONAL:
            return await DEEDS[deed](self._loopback, asked | {"person": self._name(asked)})
        if deed == "direct":
            return await self._directed(asked)
        if deed == "dismiss":
            self._dismissed.add(int(asked["message"]))
        elif deed == "speak" and asked["locale"] in LOCALES:
            self._person(asked).user.locale = asked["locale"]
        else:
            raise NotPossibleError(f"there is no deed {deed!r}")
        self._loopback.world.changed()
        return None

    def _name(self, asked: Json) -> str:
        """Whose deed it is, who has to see the channel it is done in."""
        name = asked["person"]
        if name not in PEOPLE:
            raise NotPossibleError(f"nobody here is called {name!r}")
        if "at" in asked:
            self._loopback.people[name].place(channel_of(self._loopback.world, asked["at"]))
        return str(name)

    async def _directed(self, asked: Json) -> str:
        """One direction at a time: the bot cannot be restarted while it is being restarted."""
        locale = self._person(asked).user.locale
        async with self._directing:
            deed = self._stage.deeds[asked["direction"]]
            said = await deed(str(asked.get("words") or ""), locale)
        self._loopback.world.changed()
        return said

    def _file(self, rest: str) -> web.StreamResponse:
        """An attachment. Pictures are shown; anything else is only ever saved."""
        number = rest.partition("/")[0]
        found = self._loopback.world.attachments.get(int(number) if number.isdecimal() else 0)
        if found is None:
            return _none()
        kind = found.upload.content_type.partition(";")[0].strip().lower()
        headers = {**HEADERS, "Content-Type": kind}
        if kind not in PICTURES:
            headers |= {"Content-Type": "application/octet-stream"}
            headers |= {"Content-Disposition": "attachment"}
        return web.Response(body=found.upload.body, headers=headers)


def _json(shown: Json, *, status: int = 200) -> web.Response:
    return web.json_response(shown, status=status, headers=HEADERS)


def _none() -> web.Response:
    return web.Response(status=404, text="There is no such thing here.\n", headers=HEADERS)
