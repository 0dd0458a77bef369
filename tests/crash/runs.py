"""One run: an archive and some channels, workers that are killed or paused, and what is left."""

import asyncio
import os
import random
import signal
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from multiprocessing.context import ForkServerContext, ForkServerProcess

from bot.posting.desk import Desk
from bot.rehearsal import Loopback, deeds, text_of
from tests.crash.archives import MORNING, Place, expected
from tests.crash.worker import LEASE, Orders, start

STEPS = ("claimed", "frozen", "fenced", "posted", "recorded")
PAUSE = 2 * LEASE  # longer than the lease and the nonce's window
PATIENCE = 90.0  # seconds a run may take


@dataclass(frozen=True, slots=True)
class Outcome:
    """kills and stops that really happened; lost and doubled messages; channels out of order."""

    kills: int
    stops: int
    messages: int
    lost: int
    doubled: int
    disordered: int


def found(loopback: Loopback, count: int) -> list[Place]:
    """A new guild with so many channels."""
    world = loopback.world
    world.settings.nonce_window = timedelta(seconds=LEASE / 3)
    guild = deeds.found_guild(world, "Desk", owner=world.application.owner)
    made = [deeds.add_channel(world, guild, f"briefings-{number}") for number in range(count)]
    return [(guild.id, channel.id) for channel in made]


def orders_for(loopback: Loopback, url: str, dies_at: str | None = None) -> Orders:
    return Orders(url, loopback.port, loopback.token, MORNING, dies_at)


@dataclass(slots=True)
class Troop:
    """Workers on one archive; whoever is killed is replaced."""

    loopback: Loopback
    context: ForkServerContext
    url: str
    desk: type[Desk] = Desk
    kills: int = 0
    stops: int = 0

    def start(self, dies_at: str | None = None) -> ForkServerProcess:
        return start(self.context, orders_for(self.loopback, self.url, dies_at), self.desk)

    async def end(self, worker: ForkServerProcess) -> int:
        """Wait for the worker's end; its exit status, which is noted."""
        async with asyncio.timeout(PATIENCE):
            await asyncio.to_thread(worker.join)
        assert worker.exitcode is not None
        self.kills += worker.exitcode == -signal.SIGKILL
        return worker.exitcode

    async def kill(self, worker: ForkServerProcess) -> None:
        """Unless it has come to its end by itself."""
        if worker.exitcode is None and worker.pid is not None:
            os.kill(worker.pid, signal.SIGKILL)
        await self.end(worker)

    async def pause(self, worker: ForkServerProcess, seconds: float) -> None:
        """SIGSTOP, then SIGCONT; counted where the worker was at work when it was stopped."""
        if worker.exitcode is None and worker.pid is not None:
            os.kill(worker.pid, signal.SIGSTOP)
            await asyncio.sleep(seconds)
            os.kill(worker.pid, signal.SIGCONT)
            self.stops += 1


async def crash_at(troop: Troop, step: str, arrivals: Sequence[int]) -> None:
    """One worker after another dies at that step; the last one ends by itself."""
    for arrival in arrivals:
        await troop.end(troop.start(f"{step}:{arrival}"))
    status = await troop.end(troop.start())
    assert status == 0, status


async def harass(
    troop: Troop, *, workers: int, kills: int, stops: int, chance: random.Random
) -> None:
    """Kill and pause at random moments, and at random steps; always as many workers at work."""
    crew = [troop.start() for _ in range(workers)]
    paused: dict[int, asyncio.Task[None]] = {}
    orders = ["kill"] * kills + ["stop"] * stops
    chance.shuffle(orders)
    for order in orders:
        await asyncio.sleep(chance.uniform(0.02, 0.4))
        number = chance.randrange(workers)
        if number in paused:
            await paused.pop(number)
        if order == "stop" and crew[number].exitcode is None:
            seconds = PAUSE * chance.uniform(0.8, 1.2)
            paused[number] = asyncio.create_task(troop.pause(crew[number], seconds))
            continue
        await troop.kill(crew[number])
        crew[number] = troop.start(f"{chance.choice(STEPS)}:{chance.randint(1, 6)}")
    await asyncio.gather(*paused.values())
    for worker in crew:
        await troop.end(worker)
    assert await troop.end(troop.start()) == 0


def outcome(troop: Troop, places: Sequence[Place]) -> Outcome:
    """What the channels show beside what the archive says they should."""
    wanted = expected(troop.url)
    tally: Counter[str] = Counter()
    for _, channel_id in places:
        channel = troop.loopback.world.channels[channel_id]
        shown = [text_of(message).rpartition("\n")[2] for message in channel.messages.values()]
        due = wanted.get(channel_id, [])
        tally["messages"] += len(shown)
        tally["lost"] += sum((Counter(due) - Counter(shown)).values()) + (not due)
        tally["doubled"] += sum((Counter(shown) - Counter(due)).values())
        tally["disordered"] += list(dict.fromkeys(shown)) != due
    return Outcome(
        troop.kills,
        troop.stops,
        tally["messages"],
        tally["lost"],
        tally["doubled"],
        tally["disordered"],
    )
