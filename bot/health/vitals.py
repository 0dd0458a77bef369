"""What the process counts of itself, from its start on; restarts of the bot do not reset it."""

import asyncio
from bisect import bisect_left
from collections import Counter, OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field

BOUNDS = (0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 30.0)
"""Upper bounds of the buckets, in seconds. Discord waits 3 s for an acknowledgement."""

MOST_PENDING = 4096
DONE, REFUSED, FAILED, LOST = "done", "refused", "failed", "lost"


@dataclass(slots=True)
class Histogram:
    """Durations in seconds. `counts` has one more place than there are bounds, for the rest."""

    counts: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    total: float = 0.0

    def add(self, seconds: float) -> None:
        self.counts[bisect_left(BOUNDS, seconds)] += 1
        self.total += seconds

    @property
    def count(self) -> int:
        return sum(self.counts)


@dataclass(slots=True)
class Pending:
    """An interaction on its way: the command's path, and when it arrived on the loop's clock.

    brief: its acknowledgement is all there will be."""

    command: str
    arrived: float
    brief: bool = False
    acknowledged: bool = False


@dataclass(slots=True)
class Vitals:
    """Counters and the moments (on the event loop's clock) of what happened last.

    interactions: by (command, outcome). requests: answers of Discord by status.
    trouble: why the bot was started again, None from the moment it is ready.
    """

    interactions: Counter[tuple[str, str]] = field(default_factory=Counter)
    requests: Counter[int] = field(default_factory=Counter)
    acknowledgements: Histogram = field(default_factory=Histogram)
    answers: Histogram = field(default_factory=Histogram)
    pending: OrderedDict[int, Pending] = field(default_factory=OrderedDict)
    starts: int = 0
    identifies: int = 0
    malformed: int = 0
    posted: int = 0
    ticked: float | None = None
    shards: dict[int, bool] = field(default_factory=dict)
    trouble: str | None = None
    ending: bool = False

    def arrive(self, number: int, command: str, *, brief: bool = False) -> None:
        """An interaction. Of those that never come to an end only the newest are remembered."""
        self.pending[number] = Pending(command, now(), brief)
        while len(self.pending) > MOST_PENDING:
            _, lost = self.pending.popitem(last=False)
            self.interactions[lost.command, LOST] += 1

    def acknowledge(self, number: int) -> None:
        waiting = self.pending.get(number)
        if waiting is not None and not waiting.acknowledged:
            waiting.acknowledged = True
            self.acknowledgements.add(now() - waiting.arrived)
            if waiting.brief:
                self.finish(number, DONE)

    def finish(self, number: int, outcome: str) -> None:
        ended = self.pending.pop(number, None)
        if ended is not None:
            self.interactions[ended.command, outcome] += 1
            self.answers.add(now() - ended.arrived)

    def tick(self, posted: int) -> None:
        self.ticked = now()
        self.posted += posted

    @property
    def since_tick(self) -> float | None:
        """Seconds since a look at what is due came to its end."""
        return None if self.ticked is None else now() - self.ticked

    @property
    def connected(self) -> bool:
        return bool(self.shards) and all(self.shards.values())


def now() -> float:
    """Seconds on the event loop's clock, which nobody sets back."""
    return asyncio.get_running_loop().time()


def counted(counter: Mapping[tuple[str, str], int]) -> dict[str, int]:
    """The outcomes of all commands together."""
    outcomes: Counter[str] = Counter()
    for (_, outcome), number in counter.items():
        outcomes[outcome] += number
    return dict(outcomes)
