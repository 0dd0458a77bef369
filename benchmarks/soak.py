"""A soak: people of every kind, faults and lost connections, for as long as it is told.

    python -m benchmarks.soak [--minutes 30] [--people 8]

The bot is a process of its own, assembled as `run` does it, on a new archive with the five seeds;
Discord, and the people, are this process. Each person does one thing after another: asks, reads
an article, looks for quotes, types into an option, lists, adds a document, presses a button. Every
few seconds one request of the bot's fails (429 with and without Via, 503, a cut connection before
or after it took effect, a delay) or its connection to the gateway is lost. Printed are, in each
tenth of the time and in all: interactions, those without an answer (not acknowledged within 3 s,
or left unfinished), the time to acknowledge (p50, p99, in ms), the bot's resident set, and how many
of its requests Discord would have refused. What a fault takes with it is counted apart.

Before the time begins all documents are added and WARM interactions are done: until then each
thread's connection to the archive fills its cache of statements (128) and of pages (16 MB at most),
and the allocator's arenas reach the size that they keep. What is added later is there already. At
the end stands a verdict, each invariant with what was measured; the exit status is 1 where one
broke.
"""

import argparse
import asyncio
import random
import re
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from benchmarks.interactions import bot_beside, percentile, resident_mb
from bot.rehearsal import Answer, Loopback, NotPossibleError, Person, Upload
from bot.rehearsal.faults import Fault, broken, delayed, dropped, slow_down

OPERATIONS = ("PATCH /webhooks/*", "POST /interactions/*", "POST /channels/*")
FAULTS: tuple[Callable[[str], Fault], ...] = (
    lambda at: slow_down(at, after=0.2),
    lambda at: slow_down(at, after=0.2, via=False),
    lambda at: broken(at, 503),
    lambda at: broken(at, 502, applied=True),
    lambda at: dropped(at, applied=False),
    lambda at: dropped(at, applied=True),
    lambda at: delayed(at, 0.5),
)
EVERY = 5.0  # seconds between two faults
RECONNECT = 6  # faults between two lost connections
QUESTIONS = (
    "who warned Seoul about weapons?",
    "diplomatic equidistanse",
    "treaty",
    "no such thing",
)
SPEAKERS = ("ushakof", "Putin", "Kim Jong Un", "nobody")
ENOUGH_TITLES = 40  # documents that are added; more of them would be a growth of the archive
LATEST = 400  # interactions and messages that the loopback keeps
TENTHS = 10
BUTTON, LINK = 2, 5
KNOWN = ("unanswered interaction", "deferred and forgotten")  # which are counted as such
WARM = 4_000  # interactions before anything is measured
MOST_GROWTH = 2.0  # MB of the resident set in the second half of the time
SEEDS = 5


@dataclass(slots=True)
class Count:
    """What happened in a stretch of time. `faulted`: unanswered in the seconds of a fault."""

    acknowledged: list[float] = field(default_factory=list)
    deeds: Counter[str] = field(default_factory=Counter)
    unanswered: int = 0
    faulted: int = 0


class Soak:
    def __init__(self, loopback: Loopback, people: int) -> None:
        self.loopback = loopback
        self.people = [
            loopback.add_person(f"reader{number}", loopback.desk) for number in range(people)
        ]
        self.count = Count()
        self.last_fault = 0.0
        self.faults = 0
        self._random = random.Random(2024)
        self._deeds: tuple[Callable[[Person], Awaitable[Answer]], ...] = (
            self.ask, self.article, self.quotes, self.typing, self.listing, self.add,
        )  # fmt: skip

    async def warm_up(self) -> None:
        """No faults yet."""
        for number in range(ENOUGH_TITLES):
            await self.add(self.people[0], number)
        left = iter(range(WARM))

        async def acts(person: Person) -> None:
            for number in left:
                await self.act(person)
                if number % LATEST == 0:
                    self.forget()

        await asyncio.gather(*map(acts, self.people))
        self.forget()
        self.count = Count()

    async def live(self, person: Person, until: float) -> None:
        while time.monotonic() < until:
            await self.act(person)

    async def act(self, person: Person) -> None:
        deed = self._random.choice(self._deeds)
        began = time.monotonic()
        answer = await deed(person)
        self.note(deed.__name__, answer, began)
        if answer.messages and self._random.random() < 0.5:
            await self.press(person, answer)

    def note(self, name: str, answer: Answer, began: float) -> None:
        count = self.count
        count.deeds[name] += 1
        if answer.acknowledged_after is not None and answer.complete:
            count.acknowledged.append(answer.acknowledged_after)
        elif self.last_fault > began - EVERY:
            count.faulted += 1
        else:
            count.unanswered += 1

    async def ask(self, person: Person) -> Answer:
        return await person.slash("/ask", {"question": self._random.choice(QUESTIONS)})

    async def article(self, person: Person) -> Answer:
        return await person.slash("/article", {"title": "Seoul"})

    async def quotes(self, person: Person) -> Answer:
        return await person.slash("/quotes", {"speaker": self._random.choice(SPEAKERS)})

    async def typing(self, person: Person) -> Answer:
        return await person.autocomplete(f"/quotes speaker:{self._random.choice(SPEAKERS)[:4]}")

    async def listing(self, person: Person) -> Answer:
        return await person.slash("/document list")

    async def add(self, person: Person, number: int | None = None) -> Answer:
        number = self._random.randrange(ENOUGH_TITLES) if number is None else number
        words = f"Pier {number} opens\n\nThe harbour master said pier {number} opens on Monday."
        upload = Upload(f"pier-{number}.txt", words.encode(), "text/plain")
        return await self.loopback.admin.slash("/document add", {"file": upload})

    async def press(self, person: Person, answer: Answer) -> None:
        """One button of an answer, if it has any that this person may press."""
        labels = [str(part["label"]) for part in buttons(answer.message.components)]
        labels = [label for label in labels if label not in ("Post here", "Undo", "Correct")]
        if not labels:
            return
        began = time.monotonic()
        try:
            pressed = await person.click(answer.message, self._random.choice(labels))
        except NotPossibleError:  # an answer that the admin sees alone, or that is forgotten
            return
        self.note("press", pressed, began)

    async def trouble(self, until: float) -> None:
        while time.monotonic() < until - EVERY:
            await asyncio.sleep(EVERY)
            self.faults += 1
            self.last_fault = time.monotonic()
            if self.faults % RECONNECT == 0:
                self.loopback.gateway.cut()
                continue
            fault = FAULTS[self.faults % len(FAULTS)]
            self.loopback.faults.add(fault(self._random.choice(OPERATIONS)))

    def forget(self) -> None:
        """Discord's own memory is not what is measured; a full one would slow it down."""
        world = self.loopback.world
        for token in list(world.interactions)[:-LATEST]:
            del world.interactions[token]
        for channel in world.channels.values():
            for number in list(channel.messages)[:-LATEST]:
                del channel.messages[number]


def buttons(parts: object) -> list[dict[str, object]]:
    """Those that can be pressed, however deep they stand."""
    if isinstance(parts, list):
        return [found for part in parts for found in buttons(part)]
    if not isinstance(parts, dict):
        return []
    if parts.get("type") == BUTTON:
        usable = parts.get("style") != LINK and not parts.get("disabled") and parts.get("label")
        return [parts] if usable else []
    return buttons(parts.get("components")) + buttons(parts.get("accessory"))


def row(name: str, counts: list[Count], megabytes: float, refused: int) -> str:
    acknowledged = [seconds for count in counts for seconds in count.acknowledged]
    times = [percentile(acknowledged, share) for share in (0.5, 0.99)] if acknowledged else [0, 0]
    cells = [
        sum(sum(count.deeds.values()) for count in counts),
        sum(count.unanswered for count in counts),
        sum(count.faulted for count in counts),
    ]
    shown = "".join(f"{cell:>12,}" for cell in cells)
    return f"{name:>8}{shown}{times[0]:>10.1f}{times[1]:>10.1f}{megabytes:>10.2f}{refused:>10}"


async def soak(minutes: float, people: int) -> int:
    """Exit status: 0 where every invariant held."""
    async with Loopback() as loopback, bot_beside(loopback) as pid:
        whole = Soak(loopback, people)
        await whole.warm_up()
        print(f"warm after {WARM:,} interactions: {resident_mb(pid):.2f} MB")
        troubling = asyncio.create_task(whole.trouble(time.monotonic() + minutes * 60))
        tenths = await course(whole, pid, minutes)
        troubling.cancel()
        counts = [tenth.count for tenth in tenths]
        print(row("all", counts, resident_mb(pid), len(refusals(loopback))))
        deeds = sum((count.deeds for count in counts), Counter())
        print(", ".join(f"{name} {number:,}" for name, number in deeds.most_common()))
        print(f"faults {whole.faults}")
        for violation in refusals(loopback)[:10]:
            print(f"refused: {violation}")
        return verdict(await judged(whole, tenths))


@dataclass(frozen=True, slots=True)
class Tenth:
    """Of the time: what happened in it, and the bot's resident set at its end, in MB."""

    count: Count
    megabytes: float


async def course(whole: Soak, pid: int, minutes: float) -> list[Tenth]:
    names = ("deeds", "unanswered", "in faults")
    heads = "".join(f"{name:>12}" for name in names)
    print(f"{'minute':>8}{heads}{'ack p50':>10}{'p99':>10}{'MB':>10}{'refused':>10}")
    tenths: list[Tenth] = []
    began = time.monotonic()
    for tenth in range(1, TENTHS + 1):
        until = began + minutes * 60 * tenth / TENTHS
        await asyncio.gather(*(whole.live(one, until) for one in whole.people))
        whole.forget()
        tenths.append(Tenth(whole.count, resident_mb(pid)))
        name, refused = f"{minutes * tenth / TENTHS:.1f}", len(refusals(whole.loopback))
        print(row(name, [whole.count], tenths[-1].megabytes, refused), flush=True)
        whole.count = Count()
    return tenths


async def judged(whole: Soak, tenths: list[Tenth]) -> list[tuple[str, float, float]]:
    """Each invariant with what was measured and the most that it may be."""
    half = len(tenths) // 2
    grown = tenths[-1].megabytes - tenths[half - 1].megabytes
    after = await whole.loopback.member.slash("/about")
    said = re.search(r"(\d+) documents", after.text.replace(",", ""))
    documents = int(said[1]) if said else -1
    return [
        ("interactions without an answer", sum(one.count.unanswered for one in tenths), 0),
        ("requests that Discord would have refused", len(refusals(whole.loopback)), 0),
        ("unanswered after the last fault", int(not after.complete), 0),
        ("documents lost or doubled", abs(documents - SEEDS - ENOUGH_TITLES), 0),
        ("MB grown in the second half", round(grown, 2), MOST_GROWTH),
    ]


def verdict(invariants: list[tuple[str, float, float]]) -> int:
    print(f"\n{'invariant':<44}{'measured':>10}{'at most':>10}")
    for name, measured, most in invariants:
        print(f"{name:<44}{measured:>10}{most:>10}  {'held' if measured <= most else 'BROKEN'}")
    broken = sum(measured > most for _, measured, most in invariants)
    print(f"{broken} of {len(invariants)} invariants broken")
    return int(broken > 0)


def refusals(loopback: Loopback) -> list[str]:
    return [one for one in loopback.violations if not one.startswith(KNOWN)]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--people", type=int, default=8)
    arguments = parser.parse_args()
    raise SystemExit(asyncio.run(soak(arguments.minutes, arguments.people)))
