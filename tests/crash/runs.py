"""One run: an archive and some channels, workers that are killed or paused, and what is left."""

import asyncio
import contextlib
import os
import random
import signal
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from multiprocessing.context import ForkServerContext, ForkServerProcess

from bot.posting.desk import Desk
from bot.rehearsal import Loopback, deeds, text_of
from bot.rehearsal.faults import Fault, broken, delayed, dropped, slow_down
from bot.rehearsal.world import Message
from tests.crash.archives import MORNING, Place, expected
from tests.crash.worker import LEASE, Orders, start

STEPS = ("claimed", "frozen", "fenced", "posted", "recorded")
PAUSE = 2 * LEASE  # longer than the lease and the nonce's window
PATIENCE = 150.0  # seconds a run may take
BETWEEN_LOOKS = 0.02  # seconds


ANYWHERE = "anywhere"
"""Where a worker dies that was killed from outside, at a random moment."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """deaths by the step at which they happened, and stops, that really happened; lost and doubled
    messages; channels out of order."""

    deaths: Mapping[str, int]
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


WAYS: Sequence[Callable[[], Fault]] = (
    partial(dropped, applied=False),
    partial(dropped, applied=True),
    partial(broken, status=500),
    partial(broken, status=502, applied=True),
    partial(broken, status=503),
    partial(delayed, seconds=LEASE / 6, applied=True),  # twice as long as a try
    partial(slow_down, after=LEASE / 10),
)
BAN = partial(slow_down, via=False)
BANS = 0.03  # of what fails; after one a worker asks nothing for three leases


def unreliable(chance: random.Random, rate: float = 0.15) -> Callable[[str], Fault | None]:
    """So many of the requests to post and to look fail, in the ways they do in earnest."""

    def fault(operation: str) -> Fault | None:
        if "messages" not in operation or chance.random() >= rate:
            return None
        return BAN() if chance.random() < BANS else chance.choice(WAYS)()

    return fault


def orders_for(loopback: Loopback, url: str, dies_at: str | None = None) -> Orders:
    return Orders(url, loopback.port, loopback.token, MORNING, dies_at)


@dataclass(slots=True)
class Troop:
    """Workers on one archive; whoever is killed is replaced."""

    loopback: Loopback
    context: ForkServerContext
    url: str
    desk: type[Desk] = Desk
    deaths: Counter[str] = field(default_factory=Counter)
    stops: int = 0
    steps: dict[int | None, str] = field(default_factory=dict)

    @property
    def kills(self) -> int:
        return self.deaths.total()

    def start(self, dies_at: str | None = None) -> ForkServerProcess:
        worker = start(self.context, orders_for(self.loopback, self.url, dies_at), self.desk)
        self.steps[worker.pid] = (dies_at or ANYWHERE).partition(":")[0]
        return worker

    async def end(self, worker: ForkServerProcess) -> int:
        """Wait for the worker's end; its exit status, which is noted."""
        async with asyncio.timeout(PATIENCE):
            # Asked by two threads at once it may be wrong: by this one alone.
            while (status := worker.exitcode) is None:  # noqa: ASYNC110 -- no event tells it
                await asyncio.sleep(BETWEEN_LOOKS)
        self.deaths[self.steps[worker.pid]] += status == -signal.SIGKILL
        return status

    async def kill(self, worker: ForkServerProcess) -> None:
        """Unless it has come to its end by itself."""
        if worker.exitcode is None and worker.pid is not None:
            self.steps[worker.pid] = ANYWHERE
            with contextlib.suppress(ProcessLookupError):  # it ended while it was asked
                os.kill(worker.pid, signal.SIGKILL)
        await self.end(worker)

    async def pause(self, worker: ForkServerProcess, seconds: float) -> None:
        """SIGSTOP, then SIGCONT; counted where the worker was at work when it was stopped."""
        if worker.exitcode is not None or worker.pid is None:
            return
        with contextlib.suppress(ProcessLookupError):  # it was ending when it was stopped
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


def _footer(message: Message) -> str:
    """The line that carries the marker; there is nothing under it but buttons."""
    lines = text_of(message).split("\n")
    return next((line for line in reversed(lines) if line.startswith("-# tm-")), "")


def outcome(troop: Troop, places: Sequence[Place]) -> Outcome:
    """What the channels show beside what the archive says they should."""
    wanted = expected(troop.url)
    tally: Counter[str] = Counter()
    for _, channel_id in places:
        channel = troop.loopback.world.channels[channel_id]
        shown = [_footer(message) for message in channel.messages.values()]
        due = wanted.get(channel_id, [])
        tally["messages"] += len(shown)
        tally["lost"] += sum((Counter(due) - Counter(shown)).values()) + (not due)
        tally["doubled"] += sum((Counter(shown) - Counter(due)).values())
        tally["disordered"] += list(dict.fromkeys(shown)) != due
    return Outcome(
        dict(troop.deaths),
        troop.stops,
        tally["messages"],
        tally["lost"],
        tally["doubled"],
        tally["disordered"],
    )
