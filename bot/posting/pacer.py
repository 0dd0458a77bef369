"""Requests a second, kept below Discord's limit before Discord has to say so."""

import asyncio


class Pacer:
    """Hands out turns `per_second` apart, in the order they are asked for.

    The limit holds over any second (no burst), because Discord counts a window whose start nobody
    knows. `halt(seconds)` holds back everybody, for answers that smell of a ban.
    """

    def __init__(self, per_second: float) -> None:
        self._whole = per_second
        self._gap = 1 / per_second
        self._next = 0.0
        self._halted_until = 0.0

    def share(self, workers: int) -> None:
        """Keep to one of `workers` equal shares of the rate from now on."""
        self._gap = max(1, workers) / self._whole

    async def turn(self) -> None:
        loop = asyncio.get_running_loop()
        at = max(self._next, loop.time())
        self._next = at + self._gap
        await asyncio.sleep(at - loop.time())
        if loop.time() < self._halted_until:
            await self.turn()

    def halt(self, seconds: float) -> None:
        self._halted_until = asyncio.get_running_loop().time() + seconds
        self._next = max(self._next, self._halted_until)
