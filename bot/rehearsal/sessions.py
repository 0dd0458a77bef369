"""A session of the gateway, what it may see, and the socket that carries it for now."""

import asyncio
import json
import zlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from aiohttp import ClientConnectionResetError, web

from .manner import Manner
from .payloads import member_json
from .permissions import Permission
from .rates import Sends
from .wire import Json
from .world import Guild, World

Observer = Callable[[str, Json], None]
REPLAYED = 1000  # events kept for a resume
GUILDS, GUILD_MEMBERS = 1 << 0, 1 << 1
GUILD_MESSAGES, DIRECT_MESSAGES, MESSAGE_CONTENT = 1 << 9, 1 << 12, 1 << 15
ALWAYS = {"INTERACTION_CREATE", "READY", "RESUMED", "GUILD_MEMBERS_CHUNK"}


class Socket:
    """A websocket with a queue, so that whoever has news need not wait for the bot to read it."""

    def __init__(
        self, request: web.Request, response: web.WebSocketResponse, manner: Manner
    ) -> None:
        self.response = response
        self._manner = manner
        self.sends = Sends()
        self._request = request
        streaming = request.query.get("compress") == "zlib-stream"
        self._deflate = zlib.compressobj() if streaming else None
        self._queue: asyncio.Queue[str] = asyncio.Queue()
        self._writer = asyncio.create_task(self._write())
        self._cut = False

    @property
    def closed_by_bot_with(self) -> int | None:
        """The close code, when it was the bot that closed."""
        return None if self._cut else self.response.close_code

    def send(self, message: Json) -> None:
        self._queue.put_nowait(json.dumps(self._manner.message(message)))

    async def _write(self) -> None:
        while True:
            text = await self._queue.get()
            try:
                if self._deflate is None:
                    await self.response.send_str(text)
                else:
                    packed = self._deflate.compress(text.encode())
                    packed += self._deflate.flush(zlib.Z_SYNC_FLUSH)
                    for frame in self._manner.frames(packed):
                        await self.response.send_bytes(frame)
            except ClientConnectionResetError:
                return

    def cut(self) -> None:
        self._cut = True
        if self._request.transport is not None:
            self._request.transport.abort()

    async def close(self, code: int, reason: str) -> None:
        self._cut = True  # by us: the session stays resumable
        await self.response.close(code=code, message=reason.encode(), drain=False)

    async def finish(self) -> None:
        self._writer.cancel()
        await asyncio.gather(self._writer, return_exceptions=True)


@dataclass(slots=True)
class Session:
    id: str
    shard: tuple[int, int]
    intents: int
    socket: Socket | None
    observers: list[Observer] = field(default_factory=list)
    sequence: int = 0
    sent: deque[tuple[int, Json]] = field(default_factory=lambda: deque(maxlen=REPLAYED))

    def owns(self, guild_id: int | None) -> bool:
        """Whether events of the guild come over this shard; those of no guild come over shard 0."""
        number, count = self.shard
        return ((guild_id or 0) >> 22) % count == number

    def dispatch(self, event: str, payload: Json) -> None:
        for observe in self.observers:
            observe(event, payload)
        self.sequence += 1
        message = {"op": 0, "t": event, "s": self.sequence, "d": payload}
        self.sent.append((self.sequence, message))
        if self.socket is not None:
            self.socket.send(message)

    def remembers(self, sequence: int | None) -> bool:
        """Whether everything after that event can still be replayed."""
        return sequence is None or not self.sent or self.sent[0][0] <= sequence + 1

    def replay(self, *, after: int) -> None:
        if self.socket is not None:
            for sequence, message in self.sent:
                if sequence > after:
                    self.socket.send(message)

    def sees(self, world: World, event: str, payload: Json, guild_id: int | None) -> Json | None:
        """The event as this session gets it, or None when it is none of its business."""
        if not self.owns(guild_id):
            return None
        if event.startswith("MESSAGE_"):
            return self._message(world, payload, guild_id)
        if event == "GUILD_MEMBER_UPDATE":  # one's own comes without the intent
            mine = payload["user"]["id"] == str(world.application.user.id)
            return payload if mine or self.intents & GUILD_MEMBERS else None
        return payload if event in ALWAYS or self.intents & GUILDS else None

    def _message(self, world: World, payload: Json, guild_id: int | None) -> Json | None:
        wanted = DIRECT_MESSAGES if guild_id is None else GUILD_MESSAGES
        channel = world.channels.get(int(payload["channel_id"]))
        me = world.application.user.id
        if not self.intents & wanted or channel is None:
            return None
        if not world.rights(me, channel) & Permission.VIEW_CHANNEL:
            return None
        return payload if self._may_read(payload, guild_id, me) else _without_words(payload)

    def _may_read(self, payload: Json, guild_id: int | None, me: int) -> bool:
        if guild_id is None or self.intents & MESSAGE_CONTENT or "author" not in payload:
            return True
        concerned = [payload["author"], *payload["mentions"]]
        return str(me) in {user["id"] for user in concerned}

    def send_members(self, guild: Guild, asked: Json) -> None:
        """Answer opcode 8 with everybody asked for, in one chunk."""
        ids = {str(one) for one in asked.get("user_ids") or []}
        found = [
            member
            for member in guild.members.values()
            if (not ids or str(member.user.id) in ids)
            and member.user.name.startswith(asked.get("query") or "")
        ]
        chunk: Json = {
            "guild_id": str(guild.id),
            "members": [member_json(member) for member in found],
            "chunk_index": 0,
            "chunk_count": 1,
            "not_found": [],
        }
        if asked.get("nonce"):
            chunk["nonce"] = asked["nonce"]
        self.dispatch("GUILD_MEMBERS_CHUNK", chunk)


def _without_words(payload: Json) -> Json:
    """What a bot without the message content intent gets of other people's messages."""
    return payload | {"content": "", "embeds": [], "components": [], "attachments": []}
