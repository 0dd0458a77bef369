"""Requests a second, kept below Discord's limit before Discord has to say so."""

import asyncio
from collections import deque

CATCHING_UP = 1 / 2
"""Of the time between two turns: so close they come while lost ones are made up for."""
MOST_MADE_UP_FOR = 0.5  # seconds
SILENCE = 0.05  # seconds without an answer, after which requests may have been held up on the way


class LaterError(Exception):
    """Not now: try again after `seconds`. What was being done was not done, or nobody knows."""

    def __init__(self, seconds: float, reason: str = "no-answer") -> None:
        super().__init__(f"{reason}: again after {seconds:.0f} s")
        self.seconds = seconds
        self.reason = reason


class Pacer:
    """Hands out at most `per_second` turns in any second, in the order they are asked for.

    Discord counts a window whose start nobody knows, so that the limit holds over any second. Turns
    are spread evenly; where the event loop woke too late for one, and others wait, the next come a
    little closer, or a busy machine would never reach the rate. `halt(seconds)` turns everybody
    away, for answers that smell of a ban.
    """

    def __init__(self, per_second: float) -> None:
        self._whole = per_second
        self._line = asyncio.Lock()
        self._waiting = 0
        self._heard = 0.0  # when the last answer came
        self._due = 0.0  # when the next turn were given if nothing were ever late
        self._halted_until = 0.0
        self._given: deque[float] = deque()
        self.share(1)

    def share(self, workers: int) -> None:
        """Keep to one of `workers` equal shares of the rate from now on."""
        self._gap = max(1, workers) / self._whole
        self._given = deque(self._given, maxlen=max(1, int(1 / self._gap)))

    @property
    def left_of_halt(self) -> float:
        """Seconds; 0 where nothing is halted."""
        return max(0.0, self._halted_until - asyncio.get_running_loop().time())

    async def turn(self) -> None:
        """Wait for one's turn. Raises LaterError while everything is halted."""
        self._check()
        loop = asyncio.get_running_loop()
        if not self._waiting:
            self._due = max(self._due, loop.time())
        self._waiting += 1
        try:
            async with self._line:
                await asyncio.sleep(self._next - loop.time())
                self._note(loop.time())
        finally:
            self._waiting -= 1
        self._check()

    def _note(self, now: float) -> None:
        self._given.append(now)
        self._due = max(self._due, now - MOST_MADE_UP_FOR) + self._gap

    def answered(self) -> None:
        """An answer has come. After a silence all that was sent meanwhile may have arrived at once
        and just now, and counts as if it had been sent now."""
        now = asyncio.get_running_loop().time()
        since, self._heard = self._heard, now
        if now - since > SILENCE:
            counted = (now if at > since else at for at in self._given)
            self._given = deque(counted, self._given.maxlen)

    @property
    def _next(self) -> float:
        given = self._given
        if not given:
            return self._due
        full = len(given) == given.maxlen
        second_over = given[0] + len(given) * self._gap if full else self._due
        return max(self._due, second_over, given[-1] + CATCHING_UP * self._gap)

    def _check(self) -> None:
        if left := self.left_of_halt:
            raise LaterError(left, "halted")

    def halt(self, seconds: float) -> None:
        """From now on, if that is longer than a halt under way."""
        until = asyncio.get_running_loop().time() + seconds
        self._halted_until = max(self._halted_until, until)
