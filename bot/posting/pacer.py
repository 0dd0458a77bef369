"""Requests a second, kept below Discord's limit before Discord has to say so."""

import asyncio


class LaterError(Exception):
    """Not now: try again after `seconds`. What was being done was not done, or nobody knows."""

    def __init__(self, seconds: float, reason: str = "no-answer") -> None:
        super().__init__(f"{reason}: again after {seconds:.0f} s")
        self.seconds = seconds
        self.reason = reason


class Pacer:
    """Hands out turns `per_second` apart, in the order they are asked for.

    The limit holds over any second (no burst), because Discord counts a window whose start nobody
    knows. `halt(seconds)` turns everybody away, for answers that smell of a ban.
    """

    def __init__(self, per_second: float) -> None:
        self._whole = per_second
        self._gap = 1 / per_second
        self._last = 0.0
        self._line = asyncio.Lock()
        self._halted_until = 0.0

    def share(self, workers: int) -> None:
        """Keep to one of `workers` equal shares of the rate from now on."""
        self._gap = max(1, workers) / self._whole

    @property
    def left_of_halt(self) -> float:
        """Seconds; 0 where nothing is halted."""
        return max(0.0, self._halted_until - asyncio.get_running_loop().time())

    async def turn(self) -> None:
        """Wait for one's turn. Raises LaterError while everything is halted."""
        self._check()
        async with self._line:  # counted from the last turn given, so that no delay ends in a burst
            loop = asyncio.get_running_loop()
            await asyncio.sleep(self._last + self._gap - loop.time())
            self._last = loop.time()
        self._check()

    def _check(self) -> None:
        if left := self.left_of_halt:
            raise LaterError(left, "halted")

    def halt(self, seconds: float) -> None:
        """From now on, if that is longer than a halt under way."""
        until = asyncio.get_running_loop().time() + seconds
        self._halted_until = max(self._halted_until, until)
