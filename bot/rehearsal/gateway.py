"""Discord's gateway: sessions that outlive their sockets, so that a bot can resume."""

import asyncio
import json
from typing import Any

from aiohttp import WSCloseCode, WSMsgType, web

from .manner import Manner
from .payloads import arriving_guild, user_json
from .rates import Logins
from .sessions import Observer, Session, Socket
from .wire import Json
from .world import World

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME = 0, 1, 2, 3, 4, 6
RECONNECT, MEMBERS, INVALID, HELLO, ACKNOWLEDGE = 7, 8, 9, 10, 11
PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15  # members, presences, message content
NETWORK = 0.01  # seconds; discord.py takes an answer that comes at once for one that is late
KEPT = 32  # sessions without a socket that may still be resumed


class Gateway:
    def __init__(self, world: World, manner: Manner) -> None:
        self.sessions: dict[str, Session] = {}
        self.sockets: set[Socket] = set()
        self.observers: list[Observer] = []  # see each event as it is sent
        self.resumed = 0
        self._world = world
        self._manner = manner
        self._count = 0
        self._logins = Logins()
        world.listeners.append(self._hear)

    def connected(self) -> list[Session]:
        return [session for session in self.sessions.values() if session.socket is not None]

    def _hear(self, event: str, payload: Json, guild_id: int | None) -> None:
        for session in self.sessions.values():
            seen = session.sees(self._world, event, payload, guild_id)
            if seen is not None:
                session.dispatch(event, seen)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One socket, from HELLO until either side closes it."""
        response = web.WebSocketResponse(max_msg_size=4096 * 4)
        await response.prepare(request)
        socket = Socket(request, response, self._manner)
        self.sockets.add(socket)
        interval = self._world.settings.heartbeat
        socket.send({"op": HELLO, "d": {"heartbeat_interval": int(interval * 1000)}})
        try:
            await self._listen(socket, interval)
        finally:
            self.sockets.discard(socket)
            self._detach(socket)
            await socket.finish()
            self._world.changed()
        return response

    async def _listen(self, socket: Socket, interval: float) -> None:
        while not socket.response.closed:
            try:
                message = await socket.response.receive(timeout=interval * 2)
            except TimeoutError:
                await socket.close(4009, "Session timed out")
                return
            if message.type is not WSMsgType.TEXT:
                return
            if (problem := self._take(socket, message.data)) is not None:
                code, reason = problem
                self._world.violation(f"gateway: {code} {reason}")
                await socket.close(code, reason)
                return

    def _take(self, socket: Socket, text: str) -> tuple[int, str] | None:
        """Act on one message of the bot; the close code and reason when it may not stay."""
        try:
            message = json.loads(text)
            op, payload = message["op"], message.get("d")
        except (ValueError, KeyError, TypeError):
            return 4002, "Decode error"
        if self._world.settings.rate_limits and socket.sends.too_many(_now()):
            return 4008, "Rate limited"
        if op == HEARTBEAT:
            acknowledgement = {"op": ACKNOWLEDGE}
            asyncio.get_running_loop().call_later(NETWORK, socket.send, acknowledgement)
            return None
        session = self._session_of(socket)
        if op in (IDENTIFY, RESUME):
            enter = self._identify if op == IDENTIFY else self._resume
            return (4005, "Already authenticated") if session else enter(socket, payload)
        return self._obey(session, op, payload)

    def _obey(self, session: Session | None, op: int, payload: Any) -> tuple[int, str] | None:
        if session is None:
            return 4003, "Not authenticated"
        if op == MEMBERS:
            guild = self._world.guilds.get(int(payload.get("guild_id") or 0))
            if guild is not None:
                session.send_members(guild, payload)
        return None if op in (PRESENCE, VOICE, MEMBERS) else (4001, "Unknown opcode")

    def _session_of(self, socket: Socket) -> Session | None:
        return next((one for one in self.sessions.values() if one.socket is socket), None)

    def _identify(self, socket: Socket, payload: Any) -> tuple[int, str] | None:
        shard, count = payload.get("shard") or (0, 1)
        if (refusal := self._login_refused(payload, shard, count)) is not None:
            return refusal
        if self._too_soon(shard):
            socket.send({"op": INVALID, "d": False})
            return None
        self._world.identified += 1
        self._count += 1
        id_, intents = f"{self._count:032x}", payload["intents"]
        session = Session(id_, (shard, count), intents, socket, self.observers)
        self.sessions[session.id] = session
        self._ready(session)
        self._prune()
        self._world.changed()
        return None

    def _login_refused(self, payload: Any, shard: int, count: int) -> tuple[int, str] | None:
        application, intents = self._world.application, payload.get("intents")
        if self._world.identified >= self._world.settings.session_starts:
            application.token += "-reset"  # as Discord does on a log-in too many of a day
        if payload.get("token") != application.token:
            return 4004, "Authentication failed"
        if not 0 <= shard < count:
            return 4010, "Invalid shard"
        if not isinstance(intents, int) or intents < 0:
            return 4013, "Invalid intent(s)"
        if intents & PRIVILEGED & ~application.privileged_intents:
            return 4014, "Disallowed intent(s)"
        return None

    def _too_soon(self, shard: int) -> bool:
        """Whether a shard of the same key logged in less than five seconds ago: a violation."""
        settings = self._world.settings
        if not settings.rate_limits:
            return False
        too_soon = self._logins.too_soon(shard, settings.logins_at_once, _now())
        if too_soon:
            self._world.violation(f"gateway: shard {shard} logged in again within five seconds")
        return too_soon

    def _ready(self, session: Session) -> None:
        application = self._world.application
        guilds = [one for one in self._world.guilds_of_bot() if session.owns(one.id)]
        session.dispatch(
            "READY",
            {
                "v": 10,
                "user": user_json(application.user)
                | {"verified": True, "mfa_enabled": True, "email": None},
                "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
                "session_id": session.id,
                "resume_gateway_url": "wss://gateway-loopback.discord.gg",
                "shard": list(session.shard),
                "application": {
                    "id": str(application.id),
                    "flags": application.privileged_intents,
                    "flags_new": str(application.privileged_intents),
                },
            },
        )
        for guild in guilds:
            known = arriving_guild(self._world, guild) | {"unavailable": False}
            session.dispatch("GUILD_CREATE", known)

    def _resume(self, socket: Socket, payload: Any) -> tuple[int, str] | None:
        if payload.get("token") != self._world.application.token:
            return 4004, "Authentication failed"
        session = self.sessions.get(payload.get("session_id") or "")
        if session is None or not session.remembers(payload.get("seq")):
            socket.send({"op": INVALID, "d": False})
            return None
        if payload.get("seq") is None or payload["seq"] > session.sequence:
            return 4007, "Invalid seq"
        if session.socket is not None:
            session.socket.cut()
        session.socket = socket
        session.replay(after=payload["seq"])
        session.dispatch("RESUMED", {})
        self.resumed += 1
        self._world.changed()
        return None

    def _detach(self, socket: Socket) -> None:
        session = self._session_of(socket)
        if session is None:
            return
        session.socket = None
        if socket.closed_by_bot_with in (WSCloseCode.OK, WSCloseCode.GOING_AWAY):
            del self.sessions[session.id]

    def _prune(self) -> None:
        resumable = [one for one in self.sessions.values() if one.socket is None]
        for session in resumable[:-KEPT]:
            del self.sessions[session.id]

    def cut(self) -> None:
        """Cut the TCP connection of every socket, without a word."""
        for socket in list(self.sockets):
            socket.cut()

    def ask_to_reconnect(self) -> None:
        """Opcode 7."""
        for socket in list(self.sockets):
            socket.send({"op": RECONNECT, "d": None})

    def invalidate(self, *, resumable: bool = False) -> None:
        """Opcode 9: the session is over, unless `resumable`."""
        sockets = list(self.sockets)
        if not resumable:
            self.expire()
        for socket in sockets:
            socket.send({"op": INVALID, "d": resumable})

    def expire(self) -> None:
        """Forget every session: whoever tries to resume must identify again."""
        self.sessions.clear()

    async def close(self, code: int = 4000) -> None:
        """Close every socket with a close code of Discord's."""
        await asyncio.gather(*(socket.close(code, "") for socket in list(self.sockets)))


def _now() -> float:
    return asyncio.get_running_loop().time()
