"""Discord's REST API: one table of the operations we play, and how a request is served.

An operation that is not in the table fails loudly and is recorded as a violation.
"""

import asyncio
import json
import re
from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import unquote

from aiohttp import BodyPartReader, web

from . import answers, directory, messages
from .faults import Fault, Faults
from .rates import Rates
from .wire import Call, RefusalError, Reply, Upload
from .world import World

Deed = Callable[[World, Call], Any]
Observer = Callable[[str, str, Any, int, Any], None]

COMMANDS = "/applications/{application_id}/commands"
GUILD_COMMANDS = "/applications/{application_id}/guilds/{guild_id}/commands"
MESSAGES = "/channels/{channel_id}/messages"
ONE_MESSAGE = MESSAGES + "/{message_id}"
WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}"
ORIGINAL = WEBHOOK + "/messages/@original"
FOLLOW_UP = WEBHOOK + "/messages/{message_id}"
CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"

OPERATIONS: dict[tuple[str, str], Deed] = {
    ("GET", "/users/@me"): directory.me,
    ("GET", "/users/@me/guilds"): directory.my_guilds,
    ("DELETE", "/users/@me/guilds/{guild_id}"): directory.leave,
    ("POST", "/users/@me/channels"): directory.open_direct,
    ("GET", "/users/{user_id}"): directory.user,
    ("GET", "/applications/@me"): directory.application,
    ("GET", "/oauth2/applications/@me"): directory.application,
    ("GET", "/gateway/bot"): directory.gateway,
    ("GET", "/guilds/{guild_id}"): directory.guild,
    ("GET", "/guilds/{guild_id}/channels"): directory.guild_channels,
    ("GET", "/guilds/{guild_id}/roles"): directory.guild_roles,
    ("GET", "/guilds/{guild_id}/members"): directory.guild_members,
    ("GET", "/guilds/{guild_id}/members/{user_id}"): directory.member,
    ("GET", "/guilds/{guild_id}/threads/active"): directory.active_threads,
    ("GET", "/channels/{channel_id}"): directory.channel,
    ("POST", "/channels/{channel_id}/threads"): directory.start_thread,
    ("POST", ONE_MESSAGE + "/threads"): directory.start_thread,
    ("POST", "/channels/{channel_id}/typing"): messages.typing,
    ("GET", MESSAGES): messages.history,
    ("POST", MESSAGES): messages.create,
    ("GET", ONE_MESSAGE): messages.fetch,
    ("PATCH", ONE_MESSAGE): messages.edit,
    ("DELETE", ONE_MESSAGE): messages.delete,
    ("POST", ONE_MESSAGE + "/crosspost"): messages.crosspost,
    ("PUT", ONE_MESSAGE + "/reactions/{emoji_name}/@me"): messages.react,
    ("GET", COMMANDS): directory.commands,
    ("PUT", COMMANDS): directory.put_commands,
    ("GET", COMMANDS + "/{command_id}"): directory.command,
    ("DELETE", COMMANDS + "/{command_id}"): directory.delete_command,
    ("GET", GUILD_COMMANDS): directory.commands,
    ("PUT", GUILD_COMMANDS): directory.put_commands,
    ("POST", CALLBACK): answers.callback,
    ("POST", WEBHOOK): answers.follow_up,
    ("GET", ORIGINAL): answers.fetch,
    ("PATCH", ORIGINAL): answers.edit,
    ("DELETE", ORIGINAL): answers.delete,
    ("GET", FOLLOW_UP): answers.fetch,
    ("PATCH", FOLLOW_UP): answers.edit,
    ("DELETE", FOLLOW_UP): answers.delete,
}
VIOLATIONS = {50006, 50035, 50109, 40005, 40060, 10062}  # codes that only a mistaken bot sees
NO_LOGIN = ("/interactions/", "/webhooks/")


class Route(NamedTuple):
    method: str
    template: str
    pattern: re.Pattern[str]
    deed: Deed


def _compiled(method: str, template: str, deed: Deed) -> Route:
    pattern = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", template)
    return Route(method, template, re.compile(pattern), deed)


ROUTES = [_compiled(method, template, deed) for (method, template), deed in OPERATIONS.items()]


class Rest:
    """Serves requests one by one; `observers` see each with its reply."""

    def __init__(self, world: World, faults: Faults) -> None:
        self.observers: list[Observer] = []
        self.tally: Counter[tuple[str, int]] = Counter()  # (operation, status); 0 is a cut
        self._world = world
        self._faults = faults
        self._rates = Rates(world)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        path = re.sub(r"^/api(/v\d+)?", "", request.raw_path.partition("?")[0])
        for route in ROUTES:
            found = route.pattern.fullmatch(path)
            if found and route.method == request.method:
                values = {name: unquote(value) for name, value in found.groupdict().items()}
                return await self._serve(request, route, values)
        self._world.violation(f"unknown operation: {request.method} {path}")
        return _rendered(Reply(404, {"message": "404: Not Found", "code": 0}))

    async def _serve(
        self, request: web.Request, route: Route, values: dict[str, str]
    ) -> web.StreamResponse:
        operation = f"{route.method} {route.template}"
        fault = self._faults.take(operation)
        if fault is not None and not fault.applied:
            await asyncio.sleep(fault.delay)
            if (failure := self._failure(request, operation, fault)) is not None:
                return failure
        reply = await self._answer(request, route, values)
        if fault is not None and fault.applied:
            await asyncio.sleep(fault.delay)
            if (failure := self._failure(request, operation, fault)) is not None:
                return failure
        self.tally[operation, reply.status] += 1
        return _rendered(reply)

    def _failure(
        self, request: web.Request, operation: str, fault: Fault
    ) -> web.StreamResponse | None:
        if fault.drop:
            self.tally[operation, 0] += 1
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        if fault.status is None:
            return None
        self.tally[operation, fault.status] += 1
        return _rendered(Reply(fault.status, fault.body, fault.headers))

    async def _answer(self, request: web.Request, route: Route, values: dict[str, str]) -> Reply:
        operation = f"{route.method} {route.template}"
        body: Any = None
        headers: dict[str, str] = {}
        try:
            self._log_in(request, route)
            body, uploads = await _parsed(request)
            call = Call(values, dict(request.query), body, uploads)
            now = asyncio.get_running_loop().time()
            limited, headers = self._rates.check(operation, call, now)
            if limited is not None:
                return limited
            done = route.deed(self._world, call)
            reply = done if isinstance(done, Reply) else Reply(204 if done is None else 200, done)
        except RefusalError as refusal:
            reply = Reply(refusal.status, refusal.body)
            if refusal.body["code"] in VIOLATIONS:
                self._world.violation(f"{operation}: {refusal}")
        for observe in self.observers:
            observe(route.method, route.template, body, reply.status, reply.body)
        return Reply(reply.status, reply.body, {**reply.headers, **headers})

    def _log_in(self, request: web.Request, route: Route) -> None:
        if route.template.startswith(NO_LOGIN):
            return
        if request.headers.get("Authorization") != f"Bot {self._world.application.token}":
            raise RefusalError(401, 0, "401: Unauthorized")


def _rendered(reply: Reply) -> web.Response:
    if isinstance(reply.body, str):
        html = "text/html"
        return web.Response(
            status=reply.status, text=reply.body, content_type=html, headers=reply.headers
        )
    if reply.body is None:
        return web.Response(status=reply.status, headers=reply.headers)
    # discord.py reads JSON only when the type is exactly this, without a charset
    headers = {**reply.headers, "Content-Type": "application/json"}
    return web.Response(status=reply.status, body=json.dumps(reply.body).encode(), headers=headers)


async def _parsed(request: web.Request) -> tuple[Any, tuple[Upload, ...]]:
    """Body and files. Raises RefusalError 50109 for broken JSON, 40005 for too much."""
    try:
        if request.content_type == "multipart/form-data":
            return await _multipart(request)
        text = await request.text()
        return (json.loads(text) if text else None), ()
    except web.HTTPRequestEntityTooLarge:
        raise RefusalError(413, 40005, "Request entity too large") from None
    except ValueError:
        raise RefusalError(400, 50109, "The request body contains invalid JSON.") from None


async def _multipart(request: web.Request) -> tuple[Any, tuple[Upload, ...]]:
    body: Any = None
    uploads: list[Upload] = []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        if part.name == "payload_json":
            body = json.loads(await part.text())
        elif found := re.fullmatch(r"files\[(\d+)\]", part.name or ""):
            kind = part.headers.get("Content-Type", "application/octet-stream")
            raw = bytes(await part.read())
            uploads.append(Upload(part.filename or "unnamed", raw, kind, int(found[1])))
    return body, tuple(uploads)
