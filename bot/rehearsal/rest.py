"""Discord's REST API: one table of the operations we play, and how a request is served.

An operation that is not in the table fails loudly and is recorded as a violation.
"""

import asyncio
import re
from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import unquote

from aiohttp import web

from . import answers, directory, messages
from .faults import Fault, Faults
from .http import received, rendered
from .manner import Manner
from .rates import Rates
from .wire import Call, RefusalError, Reply
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

    def __init__(self, world: World, faults: Faults, manner: Manner) -> None:
        self.observers: list[Observer] = []
        self.tally: Counter[tuple[str, int]] = Counter()  # (operation, status); 0 is a cut
        self.agents: set[str] = set()  # as whom the requests were made
        self._world = world
        self._faults = faults
        self._manner = manner
        self._rates = Rates(world)
        self._lost: set[str] = set()  # paths of requests whose replies never arrived

    async def serve(self, request: web.Request) -> web.StreamResponse:
        self.agents.add(request.headers.get("User-Agent", ""))
        path = re.sub(r"^/api(/v\d+)?", "", request.raw_path.partition("?")[0])
        for route in ROUTES:
            found = route.pattern.fullmatch(path)
            if found and route.method == request.method:
                values = {name: unquote(value) for name, value in found.groupdict().items()}
                return await self._serve(request, route, values)
        self._world.violation(f"unknown operation: {request.method} {path}")
        return rendered(Reply(404, {"message": "404: Not Found", "code": 0}))

    async def _serve(
        self, request: web.Request, route: Route, values: dict[str, str]
    ) -> web.StreamResponse:
        operation = f"{route.method} {route.template}"
        got = await received(request)  # whole, so that it counts even when the bot dies meanwhile
        fault = self._faults.take(operation)
        if fault is not None and not fault.applied:
            await asyncio.sleep(fault.delay)
            if (failure := self._failure(request, operation, fault)) is not None:
                return failure
        reply = self._answer(request, route, Call(values, dict(request.query), *got))
        if fault is not None and fault.applied:
            await asyncio.sleep(fault.delay)
            if (failure := self._failure(request, operation, fault)) is not None:
                self._lost.add(request.path)
                return failure
        self.tally[operation, reply.status] += 1
        return rendered(self._manner.reply(operation, reply))

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
        return rendered(Reply(fault.status, fault.body, fault.headers))

    def _answer(self, request: web.Request, route: Route, call: Call) -> Reply:
        operation = f"{route.method} {route.template}"
        headers: dict[str, str] = {}
        try:
            self._log_in(request, route)
            now = asyncio.get_running_loop().time()
            limited, headers = self._rates.check(operation, call, now)
            if limited is not None:
                self._rates.note(limited.status, now)
                return limited
            if call.unreadable is not None:
                raise call.unreadable
            done = route.deed(self._world, call)
            reply = done if isinstance(done, Reply) else Reply(204 if done is None else 200, done)
        except RefusalError as refusal:
            reply = Reply(refusal.status, refusal.body)
            self._rates.note(refusal.status, asyncio.get_running_loop().time())
            if refusal.body["code"] in VIOLATIONS and request.path not in self._lost:
                self._world.violation(f"{operation}: {refusal}")
        for observe in self.observers:
            observe(route.method, route.template, call.body, reply.status, reply.body)
        return Reply(reply.status, reply.body, {**reply.headers, **headers})

    def _log_in(self, request: web.Request, route: Route) -> None:
        if route.template.startswith(NO_LOGIN):
            return
        if request.headers.get("Authorization") != f"Bot {self._world.application.token}":
            raise RefusalError(401, 0, "401: Unauthorized")
