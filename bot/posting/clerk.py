"""What several deliveries have to write at the same time goes into the archive in one transaction.

A commit that reaches the disk takes longer than all that is written by it. Whoever waits is told
after the commit, as if it had been alone; where one deed of a group fails, each is done alone.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

from bot.client import BriefingBot
from briefings.storage.database import Database
from briefings.storage.deliveries import Claim

P = ParamSpec("P")
R = TypeVar("R")

MOST_AT_ONCE = 16  # so that whoever else writes waits for a few milliseconds


@dataclass(frozen=True, slots=True)
class _Deed:
    """order: of the delivery's row, in which all groups lock what they write."""

    order: int
    do: Callable[[], Any]
    told: asyncio.Future[Any]


class Clerk:
    """Writes one group at a time; what comes in meanwhile is the next."""

    def __init__(self, bot: BriefingBot) -> None:
        self._bot = bot
        self._waiting: deque[_Deed] = deque()
        self._writing: asyncio.Task[None] | None = None

    async def write(
        self,
        function: Callable[Concatenate[Database, Claim, P], R],
        claimed: Claim,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """As `bot.call` with the archive, for a function that is one transaction."""
        do = partial(function, self._bot.database, claimed, *args, **kwargs)
        told: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Deed(claimed.delivery_id, do, told))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        return await told

    async def _write(self) -> None:
        try:
            while self._waiting:
                count = min(MOST_AT_ONCE, len(self._waiting))
                await self._together([self._waiting.popleft() for _ in range(count)])
        finally:
            self._writing = None

    async def _together(self, group: list[_Deed]) -> None:
        group.sort(key=lambda deed: deed.order)
        try:
            done = await self._bot.call(self._bot.database.together, [deed.do for deed in group])
        except Exception:  # noqa: BLE001 -- whose mistake it is shows when each is alone
            for deed in group:
                await self._alone(deed)
        else:
            for deed, value in zip(group, done, strict=True):
                if not deed.told.done():
                    deed.told.set_result(value)

    async def _alone(self, deed: _Deed) -> None:
        try:
            value = await self._bot.call(deed.do)
        except Exception as error:  # noqa: BLE001 -- it flies where it is awaited
            if not deed.told.done():
                deed.told.set_exception(error)
        else:
            if not deed.told.done():
                deed.told.set_result(value)
