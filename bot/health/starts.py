"""When to start again after a failure, and how often a day Discord may be asked for a session."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

DAY = 86_400.0  # seconds
SESSIONS_A_DAY = 900  # Discord resets the token after 1,000; a few are left for a person's mending


@dataclass(slots=True)
class Backoff:
    """Exponential, with equal jitter: between half and all of first × 2ⁿ seconds, up to `longest`.

    A run of more than `steady` seconds starts the count anew.
    """

    first: float = 5.0
    longest: float = 300.0
    steady: float = 600.0
    failures: int = 0

    def pause(self, ran: float, draw: Callable[[], float]) -> float:
        """Seconds to wait after a run of `ran` seconds. draw: a number in [0, 1)."""
        if ran > self.steady:
            self.failures = 0
        whole = min(self.longest, self.first * 2.0 ** min(self.failures, 30))
        self.failures += 1
        return whole * (0.5 + draw() / 2)


class Sessions:
    """Keeps to so many IDENTIFYs in any 24 hours, whoever asks for them and why."""

    def __init__(self, most: int = SESSIONS_A_DAY, period: float = DAY) -> None:
        self._most = most
        self._period = period
        self._begun: deque[float] = deque()
        self._turn = asyncio.Lock()

    def wait_for(self, now: float) -> float:
        """Seconds until one more may be begun."""
        while self._begun and self._begun[0] <= now - self._period:
            self._begun.popleft()
        if len(self._begun) < self._most:
            return 0.0
        return self._begun[0] + self._period - now

    async def begin(self) -> None:
        """Return when one may be begun, and count it."""
        loop = asyncio.get_running_loop()
        async with self._turn:
            await asyncio.sleep(self.wait_for(loop.time()))
            self._begun.append(loop.time())
