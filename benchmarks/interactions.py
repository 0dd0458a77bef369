"""How many interactions a second, how soon they are acknowledged and answered, and what is left
behind in memory.

    python -m benchmarks.interactions [--count 10000] [--profile FILE]

The bot is a process of its own, assembled as `run` does it, on a new archive with the five seeds;
the people, and Discord, are this process. Each interaction is a member's `/about` in a guild: it is
deferred, rights and shelves are looked up, documents and briefings are counted, the answer is
rendered and edited in. Latencies are taken where the person is, in milliseconds from sending to the
acknowledgement and to the complete answer; `late` is how many were not acknowledged within 3 s or
left unfinished: they count as 3 s, and the run goes on. `cpu` is the bot's own, in milliseconds an
interaction. Memory is the bot's resident set, in four quarters of as many interactions again; until
then the caches and the allocator's arenas have filled.
"""

import argparse
import asyncio
import cProfile
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from bot.health.logs import start_logs
from bot.rehearsal import Loopback, connector
from bot.settings import DiscordSettings, HealthSettings, LoggingSettings, load_settings
from bot.shell.assembly import open_desk
from bot.shell.run import serve
from bot.shell.supervisor import Supervisor

ROOT = Path(__file__).parent.parent
AT_ONCE = (1, 32)
FIRST = 500  # interactions before anything is measured
QUARTERS = 4
LATE = 3.0  # seconds; an interaction that was not answered in time counts as this
TICKS = os.sysconf("SC_CLK_TCK")


def child(port: int) -> None:
    """The bot, until it is told to end."""
    settings = replace(
        load_settings(ROOT / "config.toml"),
        discord=DiscordSettings(costly_at_once=10_000, costly_per_minute=10_000),
        health=HealthSettings(port=0),
        logging=LoggingSettings(level="warning"),
    )
    start_logs(settings)
    with open_desk(settings) as desk:
        asyncio.run(serve(Supervisor(settings, desk, connect=lambda: connector(port))))


def resident_mb(pid: int) -> float:
    """VmRSS of a process, in MB (10^6 bytes)."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) * 1024 / 1e6


def cpu_seconds(pid: int) -> float:
    """User and system time of a process."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


async def ask(loopback: Loopback, count: int, at_once: int) -> tuple[list[float], list[float]]:
    """(seconds to the acknowledgement, seconds to the answer) of each interaction."""
    acknowledged: list[float] = []
    answered: list[float] = []
    left = iter(range(count))

    async def person() -> None:
        for _ in left:
            began = time.perf_counter()
            answer = await loopback.member.slash("/about")
            answered.append(time.perf_counter() - began)
            late = answer.acknowledged_after is None or not answer.complete
            acknowledged.append(LATE if late else answer.acknowledged_after or 0.0)
            forget(loopback, answer.interaction.token)

    await asyncio.gather(*(person() for _ in range(at_once)))
    return acknowledged, answered


def forget(loopback: Loopback, token: str) -> None:
    """Discord's own memory is not what is measured; a full one would slow it down."""
    loopback.world.interactions.pop(token, None)


def percentile(values: list[float], share: float) -> float:
    return statistics.quantiles(values, n=1000, method="inclusive")[int(share * 1000) - 1] * 1000


def row(at_once: int, seconds: float, cpu: float, taken: tuple[list[float], list[float]]) -> str:
    acknowledged, answered = taken
    count = len(answered)
    cells = [percentile(values, share) for values in taken for share in (0.5, 0.99)]
    shown = "".join(f"{cell:>12.1f}" for cell in cells)
    longest, late = max(acknowledged) * 1000, sum(one >= LATE for one in acknowledged)
    used = f"{cpu / count * 1000:>8.2f}"
    return f"{at_once:>8}{count / seconds:>10.0f}{shown}{longest:>12.1f}{used}{late:>8}"


@asynccontextmanager
async def bot_beside(loopback: Loopback, profiled: str | None = None) -> AsyncIterator[int]:
    """The bot in a process of its own, logged in; gives its process id."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": f"sqlite:///{folder}/archive.sqlite3",
            "DISCORD_TOKEN": loopback.token,
        }
        options = ["--child", str(loopback.port)]
        options += ["--profile", profiled] if profiled else []
        bot = await asyncio.create_subprocess_exec(
            sys.executable, __file__, *options, env=environment, cwd=ROOT
        )
        try:
            assert await loopback.commands_registered(60), "the bot did not come up"
            yield bot.pid
        finally:
            if bot.returncode is None:
                bot.terminate()
            await bot.wait()


async def measure(count: int, profiled: str | None) -> None:
    async with Loopback() as loopback, bot_beside(loopback, profiled) as pid:
        await report(loopback, pid, count)


async def report(loopback: Loopback, pid: int, count: int) -> None:
    await ask(loopback, FIRST, AT_ONCE[-1])
    names = ("ack p50", "ack p99", "answer p50", "answer p99", "ack max")
    heads = "".join(f"{name:>12}" for name in names)
    print(f"{'at once':>8}{'a second':>10}{heads}{'cpu':>8}{'late':>8}")
    for at_once, share in zip(AT_ONCE, (count // 10, count - count // 10), strict=True):
        began, used = time.perf_counter(), cpu_seconds(pid)
        taken = await ask(loopback, share, at_once)
        seconds, used = time.perf_counter() - began, cpu_seconds(pid) - used
        print(row(at_once, seconds, used, taken))
    warm = resident_mb(pid)
    for _ in range(QUARTERS):
        before = resident_mb(pid)
        await ask(loopback, count // QUARTERS, AT_ONCE[-1])
        now = resident_mb(pid)
        print(f"memory: {now:.2f} MB, {now - before:+.2f} MB after {count // QUARTERS:,} more")
    print(f"growth once warm: {resident_mb(pid) - warm:+.2f} MB in {count:,} interactions")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--count", type=int, default=10_000, help="interactions; 1000000 for a soak"
    )
    parser.add_argument("--profile", help="write the bot's cProfile to this file")
    parser.add_argument("--child", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child and arguments.profile:
        cProfile.run("child(arguments.child)", arguments.profile)
    elif arguments.child:
        child(arguments.child)
    else:
        asyncio.run(measure(arguments.count, arguments.profile))
