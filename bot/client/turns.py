"""Whoever brings documents waits for a turn, so that fifty files do not stop the commands."""

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from briefings.errors import BusyError

LONGEST_WAIT = 600.0  # seconds; an interaction can be answered for 900
FIRST_GUESS = 1.0  # seconds that a turn takes
WEIGHT = 0.2  # of the newest turn in the running mean


class Turns:
    """A few at a time, the guilds one after the other: one that brings much waits for itself.

    most_waiting: of all guilds; one alone may have half of that, and nobody waits longer than an
    answer may take.
    """

    def __init__(self, at_once: int, *, most_waiting: int) -> None:
        self._at_once, self._most = at_once, most_waiting
        self._waiting: OrderedDict[int, deque[asyncio.Future[None]]] = OrderedDict()
        self._running = 0
        self._seconds = FIRST_GUESS

    @asynccontextmanager
    async def take(self, guild_id: int) -> AsyncIterator[None]:
        """Raises BusyError, which says when to try again."""
        await self._come_up(guild_id)
        loop = asyncio.get_running_loop()
        begun = loop.time()
        try:
            yield
        finally:
            self._seconds += WEIGHT * (loop.time() - begun - self._seconds)
            self._pass_on()

    async def _come_up(self, guild_id: int) -> None:
        if self._running < self._at_once:
            self._running += 1
            return
        self._refuse_too_many(guild_id)
        turn = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(guild_id, deque()).append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._pass_on()  # it came up in the moment that nobody wanted it any more
            raise

    def _refuse_too_many(self, guild_id: int) -> None:
        own = len(self._waiting.get(guild_id, ()))
        everybody = sum(map(len, self._waiting.values()))
        wait = self._seconds * (everybody + 1) / self._at_once
        too_many = everybody >= self._most or own >= max(1, self._most // 2)
        if too_many or wait > LONGEST_WAIT:
            raise BusyError("Too much is waiting to be taken in", minutes=max(1, round(wait / 60)))

    def _pass_on(self) -> None:
        """To the guild that has waited longest for one; it goes to the end of the line then."""
        while self._waiting:
            guild_id, turns = self._waiting.popitem(last=False)
            turn = turns.popleft()
            if turns:
                self._waiting[guild_id] = turns
            if not turn.done():
                turn.set_result(None)
                return
        self._running -= 1
