"""What exists in the rehearsed Discord. It survives the bot: the bot may die and come back.

Deeds that the bot or a person asks for are functions elsewhere; here are the things, their ids,
and `publish`, by which whoever listens (the gateway, a page) hears of a change.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

from bot.clock import Clock

from . import permissions
from .wire import Json, Upload

EPOCH = datetime(2015, 1, 1, tzinfo=UTC)
TEXT, DIRECT, ANNOUNCEMENT, ANNOUNCEMENT_THREAD, PUBLIC_THREAD, PRIVATE_THREAD = 0, 1, 5, 10, 11, 12
THREADS = (ANNOUNCEMENT_THREAD, PUBLIC_THREAD, PRIVATE_THREAD)


@dataclass(slots=True)
class User:
    id: int
    name: str
    bot: bool = False
    locale: str = "en-US"
    display_name: str | None = None
    accepts_dms: bool = True


@dataclass(slots=True)
class Role:
    id: int
    name: str
    permissions: int
    position: int = 1
    managed_by: int | None = None  # the application, for a bot's own role


@dataclass(slots=True)
class Member:
    user: User
    joined_at: datetime
    roles: list[int] = field(default_factory=list)
    nick: str | None = None


@dataclass(slots=True)
class Overwrite:
    """Of a role or a member in a channel."""

    id: int
    allow: int = 0
    deny: int = 0
    for_member: bool = False


@dataclass(slots=True)
class Attachment:
    id: int
    upload: Upload
    channel_id: int
    description: str | None = None
    title: str | None = None
    ephemeral: bool = False

    @property
    def url(self) -> str:
        place = f"{self.channel_id}/{self.id}/{quote(self.upload.filename)}"
        folder = "ephemeral-attachments" if self.ephemeral else "attachments"
        return f"https://cdn.discordapp.com/{folder}/{place}"


@dataclass(slots=True)
class Message:
    id: int
    channel_id: int
    author: User
    created_at: datetime
    content: str = ""
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    flags: int = 0
    type: int = 0
    edited_at: datetime | None = None
    mentions: list[User] = field(default_factory=list)
    mention_roles: list[int] = field(default_factory=list)
    mention_everyone: bool = False
    nonce: str | None = None
    reference: Json | None = None
    interaction: Json | None = None  # its metadata, when the message answers an interaction
    webhook_id: int | None = None
    visible_to: int | None = None  # the one user who sees an ephemeral message
    reactions: list[str] = field(default_factory=list)
    tts: bool = False
    pinned: bool = False


@dataclass(slots=True)
class Channel:
    id: int
    type: int
    name: str
    guild_id: int | None = None
    position: int = 0
    topic: str | None = None
    nsfw: bool = False
    parent_id: int | None = None
    owner_id: int | None = None
    archived: bool = False
    locked: bool = False
    recipients: list[User] = field(default_factory=list)
    overwrites: dict[int, Overwrite] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)

    @property
    def is_thread(self) -> bool:
        return self.type in THREADS


@dataclass(slots=True)
class Guild:
    id: int
    name: str
    owner_id: int
    locale: str = "en-US"
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)

    def channel(self, name: str) -> Channel:
        """By name; KeyError when there is none."""
        return {channel.name: channel for channel in self.channels.values()}[name]


@dataclass(slots=True)
class Application:
    id: int
    user: User
    owner: User
    token: str
    description: str = ""
    privileged_intents: int = 0
    commands: dict[int | None, dict[int, Json]] = field(default_factory=dict)  # None is global
    user_installs: set[int] = field(default_factory=set)
    allowed: dict[tuple[int, str], dict[int, bool]] = field(default_factory=dict)
    """A guild's own settings: (guild, command name) to role or user to yes or no."""


@dataclass(slots=True)
class Interaction:
    id: int
    token: str
    type: int
    user: User
    channel_id: int
    guild_id: int | None
    payload: Json  # "data" as sent to the bot
    created_at: datetime
    started: float  # seconds of the event loop
    label: str  # for people: "/quotes", "button 'Next'"
    message: Message | None = None  # the message whose component was used
    metadata: Json = field(default_factory=dict)
    callback: int | None = None  # type of the first response
    acknowledged_after: float | None = None  # seconds
    ephemeral: bool = False
    original: Message | None = None
    pending: bool = False  # deferred, and not yet filled in
    messages: list[Message] = field(default_factory=list)
    touched: list[Message] = field(default_factory=list)  # existing messages it edited
    modal: Json | None = None
    choices: list[Json] | None = None
    late: bool = False


@dataclass(slots=True)
class Settings:
    """What tests shorten or switch on. Seconds where not said otherwise."""

    acknowledge_within: float = 3.0
    token_life: timedelta = timedelta(minutes=15)
    nonce_window: timedelta = timedelta(minutes=5)
    heartbeat: float = 41.25
    rate_limits: bool = False
    requests_a_second: int = 50
    invalid_requests: int = 10_000  # in ten minutes, before Cloudflare bans
    session_starts: int = 1000  # IDENTIFYs a day
    logins_at_once: int = 16  # Discord's max_concurrency: as many in five seconds
    address: str = ""  # http://127.0.0.1:port, for a bot that was told it instead of a connector
    shards: int = 1  # as recommended to the bot
    quiet: float = 2.0  # how long after a deferral that promises no message, and may bring none
    patience: float = 10.0  # how long a person waits for a deferred answer


Listener = Callable[[str, Json, int | None], None]


class World:
    """All there is. `now` comes from the clock it is given."""

    def __init__(self, clock: Clock, token: str) -> None:
        self.clock = clock
        self.settings = Settings()
        self.users: dict[int, User] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}  # those of guilds, threads and direct ones
        self.interactions: dict[str, Interaction] = {}  # by token
        self.attachments: dict[int, Attachment] = {}
        self.nonces: dict[tuple[int, str], tuple[datetime, int, int]] = {}
        self.violations: list[str] = []
        self.listeners: list[Listener] = []
        self.identified = 0  # IDENTIFYs so far
        self.version = 0  # rises with every change, for whoever watches
        self._waiting: set[asyncio.Future[None]] = set()
        self._last = (0, 0)
        self.application = self._founded(token)

    def _founded(self, token: str) -> Application:
        owner = self.add_user("director")
        bot = self.add_user("tumen", bot=True)
        return Application(bot.id, bot, owner, token)

    def new_id(self, *, apart: bool = False) -> int:
        """A snowflake, always larger than the last; `apart` in a millisecond of its own.

        Guilds are sharded by the milliseconds, so that guilds made together should not share one.
        """
        milliseconds = int((self.clock.now() - EPOCH) / timedelta(milliseconds=1))
        last, count = self._last
        if milliseconds <= last:
            milliseconds, count = (last + 1, 0) if apart else (last, count + 1)
        else:
            count = 0
        self._last = (milliseconds, count)
        return (milliseconds << 22) | count

    def publish(self, event: str, payload: Json, guild_id: int | None) -> None:
        for listener in self.listeners:
            listener(event, payload, guild_id)
        self.changed()

    def changed(self) -> None:
        """Wake those who wait for something."""
        self.version += 1
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
        self._waiting.clear()

    async def until(self, condition: Callable[[], bool], seconds: float) -> bool:
        """Wait until the condition holds; False when it still does not after `seconds`."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while not condition():
            future: asyncio.Future[None] = loop.create_future()
            self._waiting.add(future)
            try:
                async with asyncio.timeout_at(deadline):
                    await future
            except TimeoutError:
                return condition()
            finally:
                self._waiting.discard(future)
        return True

    def violation(self, text: str) -> None:
        self.violations.append(text)
        self.changed()

    def add_user(self, name: str, *, bot: bool = False, locale: str = "en-US") -> User:
        user = User(self.new_id(), name, bot, locale)
        self.users[user.id] = user
        return user

    def rights(self, user_id: int, channel: Channel) -> int:
        """Permission bits of a user in a channel of any kind; 0 when it does not see it."""
        if channel.guild_id is None:
            inside = user_id in {user.id for user in channel.recipients}
            return int(permissions.IN_DM) if inside else 0
        return permissions.in_channel(self.guilds[channel.guild_id], channel, user_id)

    def guilds_of_bot(self) -> list[Guild]:
        me = self.application.user.id
        return [guild for guild in self.guilds.values() if me in guild.members]

    def context(self, channel: Channel) -> int:
        """0 in a guild, 1 in the direct channel with the bot, 2 in any other private channel."""
        if channel.guild_id is not None:
            return 0
        return 1 if self.application.user in channel.recipients else 2
