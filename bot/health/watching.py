"""Counting what a bot does, from outside: discord.py's events and aiohttp's traces."""

import logging
import re
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord

from bot.client import BriefingBot
from bot.health.kindly import kindly_read
from bot.health.vitals import DONE, FAILED, REFUSED, Vitals
from briefings.errors import BriefingsError

CALLBACK = re.compile(r"/interactions/(\d+)/[^/]+/callback")
KEYED = ("/interactions/", "/webhooks/")  # under these a 401 speaks of their own key, not of ours
UNAUTHORISED = 401
INTERACTION = "INTERACTION_CREATE"
MOST_HEARD = 4096  # interactions that are recognised when they are sent again
AGENT = f"DiscordBot (https://github.com/Rapptz/discord.py, {discord.__version__})"
SURVIVED_BY_NONE = frozenset({"READY", "RESUMED"})  # without these a session is of no use

Interaction = discord.Interaction[Any]

log = logging.getLogger(__name__)


def trace(vitals: Vitals, unauthorised: Callable[[], None]) -> aiohttp.TraceConfig:
    """Sees each answer of Discord. `unauthorised` is called when it no longer takes our token."""
    config = aiohttp.TraceConfig()

    async def begun(
        session: aiohttp.ClientSession,
        context: SimpleNamespace,
        params: aiohttp.TraceRequestStartParams,
    ) -> None:
        # Discord demands it; discord.py says it everywhere but in answers to interactions
        params.headers.setdefault("User-Agent", AGENT)

    async def ended(
        session: aiohttp.ClientSession,
        context: SimpleNamespace,
        params: aiohttp.TraceRequestEndParams,
    ) -> None:
        status, path = params.response.status, params.url.path
        vitals.requests[status] += 1
        if (called := CALLBACK.search(path)) is not None:
            vitals.acknowledge(int(called[1]))
        elif status == UNAUTHORISED and not any(key in path for key in KEYED):
            unauthorised()

    config.on_request_start.append(begun)
    config.on_request_end.append(ended)
    return config


class Watch:
    """Listens to a bot: its interactions, its looks at what is due, its connections."""

    def __init__(self, bot: BriefingBot, vitals: Vitals) -> None:
        self._bot = bot
        self._vitals = vitals
        for name in dir(self):
            if name.startswith("on_"):
                bot.add_listener(getattr(self, name), name)

    async def on_interaction(self, interaction: Interaction) -> None:
        typing = interaction.type is discord.InteractionType.autocomplete
        self._vitals.arrive(interaction.id, command_of(interaction, self._bot), brief=typing)

    async def on_app_command_completion(self, interaction: Interaction, command: object) -> None:
        self._vitals.finish(interaction.id, DONE)

    async def on_press_completion(self, interaction: Interaction) -> None:
        self._vitals.finish(interaction.id, DONE)

    async def on_interaction_error(self, interaction: Interaction, error: BaseException) -> None:
        known = isinstance(error, BriefingsError | discord.app_commands.AppCommandError)
        self._vitals.finish(interaction.id, REFUSED if known else FAILED)

    async def on_tick(self, posted: int) -> None:
        self._vitals.tick(posted)

    async def on_shard_connect(self, shard_id: int) -> None:
        self._vitals.shards[shard_id] = True

    async def on_shard_resumed(self, shard_id: int) -> None:
        self._vitals.shards[shard_id] = True

    async def on_shard_disconnect(self, shard_id: int) -> None:
        self._vitals.shards[shard_id] = False

    async def on_ready(self) -> None:
        self._vitals.trouble = None


class Heard:
    """Interactions by their ids, the newest MOST_HEARD. One that is sent twice is done once: its
    second response would be refused, and what it asks for have been done twice."""

    def __init__(self) -> None:
        self._ids: OrderedDict[str, None] = OrderedDict()

    def first(self, number: str) -> bool:
        if number in self._ids:
            return False
        self._ids[number] = None
        if len(self._ids) > MOST_HEARD:
            self._ids.popitem(last=False)
        return True


def command_of(interaction: Interaction, bot: BriefingBot) -> str:
    """The command's path, or the verb of a press: one of a few words, whatever was sent."""
    given: dict[str, Any] = dict(interaction.data or {})
    if "custom_id" in given:
        verb = str(given["custom_id"]).partition(":")[0]
        return f"press {verb}" if verb in bot.verbs else "press ?"
    if interaction.command is None:
        return "?"
    path = interaction.command.qualified_name
    typing = interaction.type is discord.InteractionType.autocomplete
    return f"{path} (typing)" if typing else path


def guard_events(bot: BriefingBot, vitals: Vitals) -> None:
    """An event that discord.py cannot read costs that event, and not the connection.

    Otherwise its error ends `Client.run`, and one that comes again with each start (a guild with
    something new in it) would keep the bot down.
    """
    parsers = bot._connection.parsers  # noqa: SLF001 -- discord.py has no other place for it
    read, heard = parsers[INTERACTION], Heard()

    def read_once(payload: Any) -> None:
        if heard.first(str(payload["id"])):
            read(kindly_read(payload))

    parsers[INTERACTION] = read_once
    for name, parse in list(parsers.items()):
        if name not in SURVIVED_BY_NONE:
            parsers[name] = _guarded(name, parse, vitals)


def _guarded(name: str, parse: Callable[[Any], None], vitals: Vitals) -> Callable[[Any], None]:
    @wraps(parse)
    def guarded(payload: Any) -> None:
        try:
            parse(payload)
        except Exception:  # whatever a malformed event makes of discord.py
            vitals.malformed += 1
            log.exception("event dropped: name=%s", name)

    return guarded
