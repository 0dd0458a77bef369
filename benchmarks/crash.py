"""Messages lost and doubled by workers that are killed or paused: ours beside two common designs.

    python -m benchmarks.crash --kills 1000 --stops 300

On SQLite one worker after another dies at one step; on PostgreSQL three workers are killed and
paused (beyond lease and nonce window) at random moments and steps. Of the requests to Discord 15 %
fail: cut before or after they took effect, 5xx, too late, 429 with and without Via. The common
designs run bare: what looks after our posts does not look after theirs. All windows are fractions
of what they are in earnest, in the same proportions. Without a PostgreSQL server to start, only
SQLite.

`--keep FILE` adds each run to a file and leaves out those that stand in it, so that the whole can
be run in pieces (`--minutes`); the table is of everything in the file.
"""

import argparse
import asyncio
import contextlib
import json
import random
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from uuid import uuid4

from bot.posting.aftercare import Aftercare
from bot.posting.delivery import WRITTEN, Delivering, End
from bot.posting.desk import Desk
from bot.posting.failpoints import reach
from bot.rehearsal import Loopback
from briefings.model import DeliveryState
from briefings.storage.deliveries import (
    Claim,
    Part,
    audited,
    finish,
    parts_of,
    record_part,
    to_audit,
)
from tests.conftest import TEMPLATE, administer, programs, server
from tests.crash.archives import copied, furnish, subscribed
from tests.crash.runs import STEPS, Outcome, Troop, crash_at, found, harass, outcome, unreliable
from tests.crash.worker import nursery

CHANNELS = 6
KILLS_A_RUN = 8
KILLS_OF_THREE = 16  # in a run of three workers
AT_ONCE = 8  # runs; they wait more than they work
BETWEEN_TRIES = 0.2  # seconds
SUMS = ("messages", "lost", "doubled", "disordered", "stops")


class Bare(Desk):
    """A desk that posts and looks after nothing: no history, no nonce, no fence, no audit."""

    async def open(self) -> None:
        await super().open()
        self.aftercare = Unheeding(self._bot, self._wire)

    async def _post(self, claimed: Claim, part: Part) -> int | None:
        """One try; the message's id if Discord gave it."""
        shape = await self._delivering(claimed).shape(part)
        bare = {name: value for name, value in shape.body.items() if "nonce" not in name}
        return (await self._wire.post(claimed.channel_id, bare, shape.files)).message_id

    async def _frozen(self, claimed: Claim) -> list[Part]:
        frozen = await self._bot.call(parts_of, self._bot.database, claimed)
        parts = frozen or await self._delivering(claimed).freeze() or ()
        reach("frozen")
        return [part for part in parts if part.message_id is None]

    def _delivering(self, claimed: Claim) -> Delivering:
        return Delivering(
            self._bot, claimed, wire=self._wire, printer=self._printer, clerk=self._clerk
        )


class Unheeding(Aftercare):
    """Audits are ticked off unseen, so that a worker knows when it has nothing left to do."""

    async def before(self) -> None:
        return

    async def after(self) -> None:
        for audit in await self._bot.call(to_audit, self._bot.database):
            await self._bot.call(audited, self._bot.database, audit.delivery_id)


class PostThenMark(Bare):
    """The commonest design: send what is not marked until Discord says so, then mark it."""

    async def _end_of(self, claimed: Claim) -> End:
        bot, parts = self._bot, await self._frozen(claimed)
        for part in parts:
            reach("fenced")
            while (number := await self._post(claimed, part)) is None:  # noqa: ASYNC110 -- Discord
                await asyncio.sleep(BETWEEN_TRIES)
            reach("posted")
            last = part is parts[-1]
            await bot.call(
                record_part, bot.database, claimed, part.part, message_id=number, last=last
            )
            reach("recorded")
        return WRITTEN


class MarkThenPost(Bare):
    """The other one: mark as sent, then send."""

    async def _end_of(self, claimed: Claim) -> End:
        bot, parts = self._bot, await self._frozen(claimed)
        await bot.call(finish, bot.database, claimed, DeliveryState.SENT)
        reach("recorded")
        for part in parts:
            reach("fenced")
            await self._post(claimed, part)
            reach("posted")
        return WRITTEN


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

    async def three(self, stops: int, chance: random.Random) -> Outcome:
        """One PostgreSQL archive and three workers."""
        assert self.server_url is not None
        places, name = found(self.loopback, CHANNELS), f"archive_{uuid4().hex}"
        copy = f"CREATE DATABASE {name} TEMPLATE {TEMPLATE} STRATEGY FILE_COPY"
        await asyncio.to_thread(administer, self.server_url, copy)
        url = self.server_url + name
        await asyncio.to_thread(subscribed, url, places)
        troop = Troop(self.loopback, self.context, url)
        await harass(troop, workers=3, kills=KILLS_OF_THREE, stops=stops, chance=chance)
        left = outcome(troop, places)
        await asyncio.to_thread(administer, self.server_url, f"DROP DATABASE {name} WITH (FORCE)")
        return left


@dataclass(frozen=True)
class Row:
    """A row of the table: so many runs of one kind."""

    label: str
    run: Callable[[random.Random], Awaitable[Outcome]]
    runs: int


def rows(ground: Ground, kills: int, stops: int) -> Iterator[Row]:
    """Half of the kills on each database, as many at each step."""
    each = max(1, round(kills / 2 / len(STEPS) / KILLS_A_RUN))
    many = max(1, round(kills / 2 / KILLS_OF_THREE))
    if ground.server_url is not None:
        run = partial(ground.three, -(-stops // many))
        yield Row("ours, PostgreSQL, 3 workers", run, many)
    for step in STEPS:
        yield Row(f"ours, SQLite: {step}", partial(ground.die_at, step, Desk), each)
    for label, desk in (("post, then mark", PostThenMark), ("mark, then post", MarkThenPost)):
        for step in ("fenced", "posted", "recorded"):
            run = partial(ground.die_at, step, desk)
            yield Row(f"{label}, SQLite: {step}", run, max(1, each // 4))


class Kept:
    """Outcomes by row and number, in a file if there is one."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.known: dict[tuple[str, int], Outcome | None] = {}
        for line in path.read_text().splitlines() if path and path.exists() else ():
            entry = json.loads(line)
            left = entry["left"]
            self.known[entry["row"], entry["run"]] = left and Outcome(**left)

    def add(self, row: str, run: int, left: Outcome | None) -> None:
        self.known[row, run] = left
        if self.path is not None:
            entry = {"row": row, "run": run, "left": left and asdict(left)}
            with self.path.open("a") as file:
                file.write(json.dumps(entry) + "\n")

    def of(self, row: str) -> list[Outcome | None]:
        return [left for (name, _), left in sorted(self.known.items()) if name == row]


async def run_rows(wanted: Sequence[Row], kept: Kept, *, seed: int, until: float) -> None:
    """Those that are missing, `AT_ONCE` at a time, the rows in turn, until it is time to end."""
    gate = asyncio.Semaphore(AT_ONCE)
    left = [
        (number, row)
        for row in wanted
        for number in range(row.runs)
        if (row.label, number) not in kept.known
    ]

    async def one(number: int, row: Row) -> None:
        async with gate:
            if time.monotonic() > until:
                return
            try:
                kept.add(row.label, number, await row.run(random.Random(f"{seed}:{number}")))
            except (AssertionError, TimeoutError, KeyError) as error:
                print("   ", row.label, number, type(error).__name__, error, flush=True)
                kept.add(row.label, number, None)

    await asyncio.gather(*(one(*each) for each in sorted(left, key=lambda each: each[0])))


def report(wanted: Sequence[Row], kept: Kept) -> None:
    heads = ("runs", "kills", *SUMS, "unended")
    print(f"{'':34}" + "".join(f"{head:>11}" for head in heads))
    deaths: Counter[str] = Counter()
    for row in wanted:
        every = kept.of(row.label)
        ended = [each for each in every if each is not None]
        kills = sum(sum(each.deaths.values()) for each in ended)
        sums = [sum(getattr(each, name) for each in ended) for name in SUMS]
        numbers = (len(every), kills, *sums, len(every) - len(ended))
        print(f"{row.label:34}" + "".join(f"{number:>11,}" for number in numbers))
        if row.label.startswith("ours"):
            for each in ended:
                deaths.update(each.deaths)
    places = ", ".join(f"{place} {count}" for place, count in sorted(deaths.items()))
    print(f"ours died, by place: {places}")


@contextlib.contextmanager
def postgresql() -> Iterator[str | None]:
    folder = programs()
    if folder is None:
        print("no PostgreSQL server to start")
        yield None
        return
    with server(folder) as url:
        yield url


async def run_all(given: argparse.Namespace) -> None:
    kept = Kept(given.keep)
    with tempfile.TemporaryDirectory() as folder, postgresql() as url:
        async with Loopback() as loopback:
            ground = Ground(loopback, Path(folder), url)
            wanted = list(rows(ground, given.kills, given.stops))
            await asyncio.to_thread(ground.furnish)
            loopback.faults.standing = unreliable(random.Random(given.seed))
            until = time.monotonic() + 60 * given.minutes
            await run_rows(wanted, kept, seed=given.seed, until=until)
            report(wanted, kept)
            assert not loopback.violations, loopback.violations[:3]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--stops", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a file of runs, to go on with")
    parser.add_argument("--minutes", type=float, default=24 * 60, help="begin no run after these")
    asyncio.run(run_all(parser.parse_args()))


if __name__ == "__main__":
    main()
