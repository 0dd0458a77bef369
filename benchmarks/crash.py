"""Messages lost and doubled by workers that are killed or paused: ours beside two common designs.

    python benchmarks/crash.py --kills 1000 --stops 300

On SQLite one worker after another dies at one step; on PostgreSQL three workers are killed and
paused (beyond lease and nonce window) at random moments and steps. Without a PostgreSQL server to
start, only the first. All windows are seconds, in the proportions they have in earnest.
"""

import argparse
import asyncio
import contextlib
import json
import random
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import astuple
from pathlib import Path
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).parent.parent))

from bot.posting.delivery import WRITTEN, Delivering, End
from bot.posting.desk import Desk
from bot.posting.failpoints import reach
from bot.rehearsal import Loopback
from briefings.model import DeliveryState
from briefings.storage.deliveries import Claim, Part, finish, parts_of, record_part
from tests.conftest import TEMPLATE, administer, programs, server
from tests.crash.archives import copied, furnish, subscribed
from tests.crash.runs import STEPS, Outcome, Troop, crash_at, found, harass, outcome
from tests.crash.worker import nursery

CHANNELS = 6
KILLS_A_RUN = 5
AT_ONCE = 4  # runs
Run = Callable[[random.Random], Awaitable[Outcome]]


class PostThenMark(Desk):
    """The commonest design: send what is not marked, then mark it."""

    async def _deliver(self, claimed: Claim) -> End:
        bot, parts = self._bot, await self._frozen(claimed)
        for part in parts:
            reach("fenced")
            answer = await self._wire.post(claimed.channel_id, _body(part.payload))
            reach("posted")
            number = answer.message_id or 0
            last = part is parts[-1]
            await bot.call(
                record_part, bot.database, claimed, part.part, message_id=number, last=last
            )
            reach("recorded")
        return WRITTEN

    async def _frozen(self, claimed: Claim) -> list[Part]:
        delivering = Delivering(self._bot, self._wire, self._printer, claimed)
        frozen = await self._bot.call(parts_of, self._bot.database, claimed)
        parts = frozen or await delivering.freeze() or ()
        reach("frozen")
        return [part for part in parts if part.message_id is None]


class MarkThenPost(PostThenMark):
    """The other one: mark as sent, then send."""

    async def _deliver(self, claimed: Claim) -> End:
        bot, parts = self._bot, await self._frozen(claimed)
        await bot.call(finish, bot.database, claimed, DeliveryState.SENT)
        reach("recorded")
        for part in parts:
            reach("fenced")
            await self._wire.post(claimed.channel_id, _body(part.payload))
            reach("posted")
        return WRITTEN


def _body(payload: str) -> dict[str, object]:
    body: dict[str, object] = json.loads(payload)
    return body


class Ground:
    """Where runs take place: one loopback, one nursery, templates of archives."""

    def __init__(self, loopback: Loopback, folder: Path, server_url: str | None) -> None:
        self.loopback = loopback
        self.context = nursery()
        self.folder = folder
        self.server_url = server_url
        self.template = folder / "template.db"

    def furnish(self) -> None:
        furnish(f"sqlite:///{self.template}")
        if self.server_url is not None:
            administer(self.server_url, f"CREATE DATABASE {TEMPLATE}")
            furnish(self.server_url + TEMPLATE)

    async def die_at(self, step: str, desk: type[Desk], chance: random.Random) -> Outcome:
        """One SQLite archive, KILLS_A_RUN deaths at one step."""
        places = found(self.loopback, CHANNELS)
        path = self.folder / f"{uuid4().hex}.db"
        url = await asyncio.to_thread(copied, self.template, path, places)
        troop = Troop(self.loopback, self.context, url, desk)
        most = 1 if step == "claimed" else 3
        await crash_at(troop, step, [chance.randint(1, most) for _ in range(KILLS_A_RUN)])
        left = outcome(troop, places)
        path.unlink()
        return left

    async def three(self, kills: int, stops: int, chance: random.Random) -> Outcome:
        """One PostgreSQL archive and three workers."""
        assert self.server_url is not None
        places, name = found(self.loopback, CHANNELS), f"archive_{uuid4().hex}"
        copy = f"CREATE DATABASE {name} TEMPLATE {TEMPLATE} STRATEGY FILE_COPY"
        await asyncio.to_thread(administer, self.server_url, copy)
        url = self.server_url + name
        await asyncio.to_thread(subscribed, url, places)
        troop = Troop(self.loopback, self.context, url)
        await harass(troop, workers=3, kills=kills, stops=stops, chance=chance)
        left = outcome(troop, places)
        await asyncio.to_thread(administer, self.server_url, f"DROP DATABASE {name} WITH (FORCE)")
        return left


async def repeated(run: Run, runs: int, seed: int) -> tuple[list[Outcome], int]:
    """The outcomes, and how many runs did not come to an end in time."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(number: int) -> Outcome:
        async with gate:
            return await run(random.Random(f"{seed}:{number}"))

    ended = await asyncio.gather(*(one(number) for number in range(runs)), return_exceptions=True)
    for each in ended:
        if isinstance(each, BaseException):
            print("   ", type(each).__name__, each)
    left = [each for each in ended if isinstance(each, Outcome)]
    return left, len(ended) - len(left)


def report(label: str, left: list[Outcome], unfinished: int, seconds: float) -> None:
    sums = [sum(column) for column in zip(*map(astuple, left), strict=True)] or [0] * 6
    cells = "".join(f"{number:>9,}" for number in (len(left), *sums, unfinished))
    print(f"{label:34}{cells}{seconds:>8.0f} s", flush=True)


async def measure(ground: Ground, kills: int, stops: int, seed: int) -> None:
    heads = ("runs", "kills", "stops", "messages", "lost", "doubled", "disorder", "unended")
    print(f"{'':34}" + "".join(f"{head:>9}" for head in heads), flush=True)
    runs = max(1, round(kills / 2 / len(STEPS) / KILLS_A_RUN))
    if ground.server_url is None:
        print("no PostgreSQL server to start")
    if ground.server_url is not None:
        many = max(1, round(kills / 2 / 10))
        each = max(1, round(stops / many))
        label = "ours, PostgreSQL, 3 workers"
        await line(label, lambda c: ground.three(10, each, c), many, seed)
    designs = (("post, then mark", PostThenMark, 1), ("mark, then post", MarkThenPost, 1))
    for step in STEPS:
        await line(f"ours, SQLite: {step}", lambda c, s=step: ground.die_at(s, Desk, c), runs, seed)
    for label, desk, few in designs:
        for step in ("posted", "recorded"):
            run = lambda c, d=desk, s=step: ground.die_at(s, d, c)  # noqa: E731
            await line(f"{label}, SQLite: {step}", run, few * max(1, runs // 4), seed)


async def line(label: str, run: Run, runs: int, seed: int) -> None:
    started = time.perf_counter()
    report(label, *await repeated(run, runs, seed), time.perf_counter() - started)


@contextlib.contextmanager
def postgresql() -> Iterator[str | None]:
    folder = programs()
    if folder is None:
        yield None
        return
    with server(folder) as url:
        yield url


async def run_all(kills: int, stops: int, seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder, postgresql() as url:
        async with Loopback() as loopback:
            ground = Ground(loopback, Path(folder), url)
            await asyncio.to_thread(ground.furnish)
            await measure(ground, kills, stops, seed)
            assert not loopback.violations, loopback.violations[:3]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--stops", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    asyncio.run(run_all(given.kills, given.stops, given.seed))


if __name__ == "__main__":
    main()
