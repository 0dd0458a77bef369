"""Many people asking at once: how soon autocomplete offers and `/ask` answers.

    python -m benchmarks.asking --articles 100000 --archive archive.db [--people 32] [--seconds 60]

The archive is made up (see filled.py) where the file does not hold so many articles yet. The bot is
a process of its own, assembled as `run` does it; the people, and Discord, are this process. Each of
them, every three seconds, stops twice while typing a title for `/article`, and asks one question:
words of a title, whole, misspelt, in another order, unfinished, or with a name in another script.
Latencies are taken where the person is, from sending to the complete answer.
"""

import argparse
import asyncio
import itertools
import os
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.filled import filled, titles_of
from benchmarks.generated import KINDS, Generator, Question
from benchmarks.interactions import ROOT, child, cpu_seconds, forget, percentile, resident_mb
from bot.rehearsal import Answer, Loopback, Person

EVERY = 3.0  # seconds from one question of a person to the next
LATE = 3.0  # seconds in which Discord wants to hear of it
TOGETHER_UP = 180.0  # seconds for a bot with a large archive to come up


@dataclass
class Heard:
    """Seconds until each answer, and how many never came or came to nothing."""

    seconds: list[float] = field(default_factory=list)
    unanswered: int = 0
    right: int = 0

    def keep(self, began: float, answer: Answer, title: str, *, offers: bool) -> None:
        self.seconds.append(time.perf_counter() - began)
        late = answer.acknowledged_after is None or answer.acknowledged_after > LATE
        self.unanswered += late or not (offers or answer.complete)
        shown = str(answer.choices) if offers else answer.text
        self.right += title[:60] in shown

    def line(self, name: str) -> str:
        count = len(self.seconds)
        return (
            f"{name:<14}{count:>8}{percentile(self.seconds, 0.5):>10.0f}"
            f"{percentile(self.seconds, 0.99):>10.0f}{max(self.seconds) * 1000:>10.0f}"
            f"{self.unanswered:>12}{self.right / count:>10.0%}"
        )


@dataclass
class People:
    loopback: Loopback
    questions: Iterator[Question]
    titles: list[str]
    offered: Heard = field(default_factory=Heard)
    asked: Heard = field(default_factory=Heard)

    async def person(self, number: int, first: float, until: float) -> None:
        """Ask on the beat, however long the answers take."""
        guild = self.loopback.member.guild
        assert guild is not None
        who = self.loopback.add_person(f"reader-{number}", guild)
        loop = asyncio.get_running_loop()
        for beat in itertools.count():
            at = first + beat * EVERY
            if at > until:
                return
            await asyncio.sleep(max(0.0, at - loop.time()))
            question = next(self.questions)
            title = self.titles[question.wanted]
            for share in (0.5, 0.8):
                typed = title[: max(3, int(len(title) * share))].strip()
                await self.stop_typing(who, typed, title)
            await self.ask(who, question.typed, title)

    async def stop_typing(self, who: Person, typed: str, title: str) -> None:
        began = time.perf_counter()
        answer = await who.autocomplete(f"/article title:{typed}")
        self.offered.keep(began, answer, title, offers=True)
        forget(self.loopback, answer.interaction.token)

    async def ask(self, who: Person, typed: str, title: str) -> None:
        began = time.perf_counter()
        answer = await who.slash(f"/ask question:{typed}")
        self.asked.keep(began, answer, title, offers=False)
        forget(self.loopback, answer.interaction.token)


def questions(titles: list[str], seed: int) -> Iterator[Question]:
    generator = Generator(seed)
    for kind in itertools.cycle(KINDS):
        yield generator.question(kind, titles)


async def measure(given: argparse.Namespace) -> None:
    titles = titles_of(given.articles)
    filled(f"sqlite:///{given.archive}", given.articles).close()
    prepared = list(itertools.islice(questions(titles, given.seed), given.people * 30))
    async with Loopback() as loopback:
        environment = os.environ | {
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": f"sqlite:///{given.archive}",
            "DISCORD_TOKEN": loopback.token,
        }
        bot = await asyncio.create_subprocess_exec(
            sys.executable, __file__, "--child", str(loopback.port), env=environment, cwd=ROOT
        )
        assert await loopback.commands_registered(TOGETHER_UP), "the bot did not come up"
        await warm_up(loopback)
        people = People(loopback, itertools.cycle(prepared), titles)
        await gather(people, given, bot.pid)
        bot.terminate()
        await bot.wait()


async def warm_up(loopback: Loopback) -> None:
    """The first of each reads the archive's words and titles into memory."""
    began = time.perf_counter()
    await loopback.member.autocomplete("/article title:warm")
    await loopback.member.slash("/ask question:warm up")
    print(f"first answers after {time.perf_counter() - began:.1f} s")


async def gather(people: People, given: argparse.Namespace, pid: int) -> None:
    now, used = asyncio.get_running_loop().time(), cpu_seconds(pid)
    dice = random.Random(given.seed)
    firsts = [now + dice.random() * EVERY for _ in range(given.people)]
    await asyncio.gather(
        *(people.person(n, first, now + given.seconds) for n, first in enumerate(firsts))
    )
    took, used = asyncio.get_running_loop().time() - now, cpu_seconds(pid) - used
    print(f"{given.people} people, {given.articles:,} articles, {took:.0f} s")
    print(
        f"{'':<14}{'count':>8}{'p50':>10}{'p99':>10}{'max ms':>10}{'unanswered':>12}{'right':>10}"
    )
    print(people.offered.line("autocomplete"))
    print(people.asked.line("/ask"))
    print(f"the bot: {used / took:.0%} of a core, {resident_mb(pid):.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--archive", type=Path, help="its file, which is kept")
    parser.add_argument("--people", type=int, default=32)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--child", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        child(given.child)
    elif given.archive is None:
        parser.error("--archive FILE: where the articles are kept")
    else:
        given.archive = given.archive.resolve()
        asyncio.run(measure(given))


if __name__ == "__main__":
    main()
