"""The rehearsed Discord as one server on 127.0.0.1: REST, gateway, CDN, and people to act."""

import re
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Self

from aiohttp import web

from bot.clock import Clock

from . import deeds
from .connector import LOOPBACK, LoopbackConnector
from .faults import Faults
from .gateway import Gateway
from .limits import REQUEST_BYTES
from .manner import Manner
from .people import Person
from .permissions import Permission
from .rest import Rest
from .world import ANNOUNCEMENT, Guild, World

TOKEN = "rehearsal.no-real.token"  # noqa: S105 -- of no use at the real Discord
API = ("discord.com", "canary.discord.com")
GATEWAY = re.compile(r"gateway[\w.-]*discord\.gg")
CDN = ("cdn.discordapp.com", "media.discordapp.net")
ADMIN_ROLE = Permission.MANAGE_GUILD | Permission.MANAGE_CHANNELS | Permission.MANAGE_ROLES
Serve = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Loopback:
    """`async with Loopback(clock=...) as discord_:` serves the default world on a free port.

    The default world: a guild "Desk" with #briefings, #general and #announcements, its owner
    "director", an "admin" who may manage it, a "member", and the bot.
    """

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        token: str = TOKEN,
        port: int = 0,
        manner: Manner | None = None,
    ) -> None:
        self.world = World(clock or Clock(), token)
        self.faults = Faults()
        manner = manner or Manner()
        self.rest = Rest(self.world, self.faults, manner)
        self.gateway = Gateway(self.world, manner)
        self.people: dict[str, Person] = {}
        self.desk: Guild = self._furnish()
        self.port = port
        self.routes: dict[str, Serve] = {}  # further paths under /rehearsal/, by their first part
        self._runner: web.AppRunner | None = None

    def _furnish(self) -> Guild:
        world = self.world
        desk = deeds.found_guild(world, "Desk", owner=world.application.owner)
        for name in ("briefings", "general"):
            deeds.add_channel(world, desk, name)
        deeds.add_channel(world, desk, "announcements", kind=ANNOUNCEMENT)
        admins = deeds.add_role(world, desk, "Desk admins", int(ADMIN_ROLE))
        self.people["director"] = Person(world, world.application.owner, desk)
        for name in ("admin", "member"):
            self.add_person(name, desk)
        deeds.set_roles(world, desk, self.admin.user, admins)
        return desk

    @property
    def token(self) -> str:
        return self.world.application.token

    @property
    def violations(self) -> list[str]:
        """What the bot did that Discord would not have taken, in words."""
        return self.world.violations

    @property
    def admin(self) -> Person:
        return self.people["admin"]

    @property
    def member(self) -> Person:
        return self.people["member"]

    def add_person(self, name: str, guild: Guild, *, locale: str = "en-US") -> Person:
        user = self.world.add_user(name, locale=locale)
        deeds.add_member(self.world, guild, user)
        self.people[name] = Person(self.world, user, guild)
        return self.people[name]

    def connector(self) -> LoopbackConnector:
        """For `discord.Client(connector=...)`; one for each client."""
        return LoopbackConnector(self.port)

    async def __aenter__(self) -> Self:
        application = web.Application(client_max_size=REQUEST_BYTES + 1024 * 1024)
        application.router.add_route("*", "/{path:.*}", self._serve)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, LOOPBACK, self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for interaction in self.world.interactions.values():
            if interaction.callback is None and not interaction.late:
                self.world.violation(f"unanswered interaction: {interaction.label}")
        self.gateway.cut()
        if self._runner is not None:
            await self._runner.cleanup()

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        served = False
        try:
            response = await self._route(request)
            served = True
        except web.HTTPException:
            served = True
            raise
        finally:
            if not served:  # a mistake of ours: no test may pass with it
                self.world.violation(f"the loopback failed at {request.method} {request.path}")
        return response

    async def _route(self, request: web.Request) -> web.StreamResponse:
        host = request.host.partition(":")[0]
        told = host == LOOPBACK and bool(self.world.settings.address)
        if GATEWAY.fullmatch(host) or (told and request.path == "/gateway/"):
            return await self.gateway.serve(request)
        if (told or host in API) and request.path.startswith("/api/"):
            return await self.rest.serve(request)
        if host in CDN:
            return self._file(request)
        first = re.match(r"/rehearsal/(\w*)", request.path)
        if host == LOOPBACK and first and first[1] in self.routes:
            return await self.routes[first[1]](request)
        self.world.violation(f"unknown address: {request.method} {host}{request.path}")
        raise web.HTTPNotFound

    def _file(self, request: web.Request) -> web.StreamResponse:
        number = request.path.split("/")[-2]
        attachment = self.world.attachments.get(int(number) if number.isdecimal() else 0)
        if attachment is None:
            raise web.HTTPNotFound
        kind = attachment.upload.content_type.partition(";")[0]
        return web.Response(body=attachment.upload.body, headers={"Content-Type": kind})

    async def connected(self, sessions: int = 1, seconds: float = 5.0) -> bool:
        """Wait until so many sessions of the bot are connected."""
        return await self.world.until(lambda: len(self.gateway.connected()) >= sessions, seconds)

    async def commands_registered(self, seconds: float = 5.0) -> bool:
        """Wait until the bot is connected and has registered its commands."""
        ready = await self.connected(seconds=seconds)
        return ready and await self.world.until(
            lambda: any(self.world.application.commands.values()), seconds
        )
