"""The bot, kept up: what ends it is mended where it can be, waited out, or said and left.

A bot that ended is made anew and started again after a pause; what the process counts, and its
endpoint of health, go on meanwhile.
"""

import asyncio
import logging
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import aiohttp
import discord
from discord.ext import commands

from bot.client import BriefingBot
from bot.cogs import COGS
from bot.health.starts import Backoff, Sessions
from bot.health.vitals import Vitals
from bot.health.watching import Watch, guard_events, trace
from bot.settings import Settings
from bot.shell.assembly import Desk

STOPPED, FAULTY, REFUSED = 0, 1, 2  # exit statuses
CLOSING = 17.0  # seconds that leaving Discord may take, the deliveries under way included
LINGERING = 2.0  # and what is still running after it
TOKEN_REFUSED = "Discord refuses this token. Reset it at the portal and set DISCORD_TOKEN anew."  # noqa: S105 -- a sentence
CLOSED_FOR_GOOD = {
    4004: TOKEN_REFUSED,
    4010: "Discord does not know this shard. Look at shard_ids and shard_count.",
    4011: "Discord wants more shards for so many guilds. Raise shard_count, or set it to 0.",
    4012: "Discord no longer speaks this version of its API. Install a newer version.",
    4013: "Discord does not take the intents that were asked for.",
    4014: "Discord does not allow the intents that were asked for.",
}

log = logging.getLogger(__name__)

# we speak in no voice channel, and need not be warned at each start that we could not
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False


class SupervisedBot(BriefingBot):
    """Begins no more sessions a day than Discord allows."""

    sessions: Sessions
    vitals: Vitals

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        await super().before_identify_hook(shard_id, initial=initial)
        await self.sessions.begin()
        self.vitals.identifies += 1


@dataclass(slots=True)
class Supervisor:
    """connect: makes the connector of each new bot, where it is not to be discord.py's own."""

    settings: Settings
    desk: Desk
    vitals: Vitals = field(default_factory=Vitals)
    backoff: Backoff = field(default_factory=Backoff)
    sessions: Sessions = field(default_factory=Sessions)
    connect: Callable[[], aiohttp.BaseConnector] | None = None
    cogs: Sequence[str] = COGS
    bot: BriefingBot | None = None
    _stop: asyncio.Event = field(default_factory=asyncio.Event)
    _token_refused: bool = False

    def stop(self) -> None:
        """No new work; what is under way ends or is given back; then `run` returns."""
        self.vitals.ending = True
        self._stop.set()

    async def run(self, token: str) -> int:
        """Until it is told to stop, or cannot go on. The exit status."""
        loop = asyncio.get_running_loop()
        while not self._stop.is_set():
            began = loop.time()
            status = await self._run_once(token)
            if status is not None or self._stop.is_set():
                return STOPPED if status is None else status
            pause = self.backoff.pause(loop.time() - began, random.random)
            log.warning("starting again: seconds=%.1f", pause)
            await _first_of(asyncio.create_task(self._stop.wait()), timeout=pause)
        return STOPPED

    async def _run_once(self, token: str) -> int | None:
        """One bot from its making to its end; an exit status where another would end likewise."""
        bot = self.bot = self._new_bot()
        self.vitals.starts += 1
        running = asyncio.create_task(bot.start(token))
        stopping = asyncio.create_task(self._stop.wait())
        await _first_of(running, stopping)
        stopping.cancel()
        await self._close(bot, running)
        self.vitals.shards.clear()
        if self._token_refused:
            log.critical(TOKEN_REFUSED)
            return REFUSED
        error = None if running.cancelled() else running.exception()
        return None if self._stop.is_set() else self._judge(error)

    def _new_bot(self) -> SupervisedBot:
        bot = SupervisedBot(
            self.settings,
            self.desk.database,
            self.desk.jail,
            easel=self.desk.easel,
            clock=self.desk.clock,
            extensions=self.cogs,
            connector=self.connect() if self.connect else None,
            http_trace=trace(self.vitals, self._unauthorised),
        )
        bot.sessions, bot.vitals = self.sessions, self.vitals
        Watch(bot, self.vitals)
        guard_events(bot, self.vitals)
        return bot

    def _unauthorised(self) -> None:
        """At the first 401 everything stops: whoever goes on is banned."""
        self._token_refused = True
        self.stop()

    async def _close(self, bot: BriefingBot, running: asyncio.Task[None]) -> None:
        closing = asyncio.create_task(bot.close())
        await _first_of(closing, timeout=CLOSING)
        await asyncio.wait({running, closing}, timeout=LINGERING)
        for task in (running, closing):
            if not task.done():
                log.warning("left unfinished: task=%s", task.get_coro())
                task.cancel()
        await asyncio.wait({running, closing}, timeout=LINGERING)

    def _judge(self, error: BaseException | None) -> int | None:
        """The exit status, or None where it is worth starting again."""
        self.vitals.trouble = type(error).__name__ if error else "ended"
        if isinstance(error, discord.LoginFailure):
            log.critical(TOKEN_REFUSED)
            return REFUSED
        code = getattr(error, "code", None)
        if isinstance(error, discord.PrivilegedIntentsRequired):
            code = 4014
        if isinstance(error, discord.ConnectionClosed | discord.PrivilegedIntentsRequired):
            if code in CLOSED_FOR_GOOD:
                log.critical(CLOSED_FOR_GOOD[code])
                return REFUSED
        elif isinstance(error, commands.ExtensionError):
            log.critical("the bot cannot be started", exc_info=error)
            return FAULTY
        log.error("the bot ended: error=%s", self.vitals.trouble, exc_info=error)
        return None


async def _first_of(*tasks: asyncio.Task[object], timeout: float | None = None) -> None:  # noqa: ASYNC109 -- asyncio.wait's own
    await asyncio.wait(tasks, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
