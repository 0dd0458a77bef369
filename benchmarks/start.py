"""Cold start: from `python` to a bot that is logged in with its commands and the five seeds.

    python -m benchmarks.start [--runs 5]

Each run is a process of its own against the rehearsal's Discord in another. "First" is on an empty
folder (schema made, seeds read); "again" on the archive that the first start left. Seconds are wall
time from spawning the process to its being ready; memory is the resident set once it is ready.
"""

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from bot.client import BriefingBot
from bot.clock import Clock
from bot.cogs import COGS, import_cogs
from bot.rehearsal import connector
from bot.rehearsal.remote import Remote, rehearsing
from bot.settings import load_settings
from bot.shell.assembly import open_desk

ROOT = Path(__file__).parent.parent
READY = b"ready\n"


async def child(port: int, token: str) -> None:
    """The bot as `run` assembles it; says when it is ready and stays until it is killed."""
    settings = load_settings(ROOT / "config.toml")
    with open_desk(settings, meanwhile=import_cogs) as desk:
        bot = BriefingBot(
            settings,
            desk.database,
            desk.jail,
            clock=Clock(),
            extensions=COGS,
            connector=connector(port),
            guild_ready_timeout=0.0,
        )
        await bot.login(token)
        connected = asyncio.create_task(bot.connect())
        await bot.wait_until_ready()
        sys.stdout.buffer.write(READY)
        sys.stdout.flush()
        await connected


def resident_mb(pid: int) -> float:
    """VmRSS of a process, in MB (10^6 bytes)."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) * 1024 / 1e6


def children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    return [int(number) for number in found.split()]


async def start(remote: Remote, folder: str) -> tuple[float, float, float]:
    """(seconds to ready, MB of the bot, MB of its parse jail)"""
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "DATABASE_URL": f"sqlite:///{folder}/archive.sqlite3",
    }
    began = time.perf_counter()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        __file__,
        "--child",
        f"{remote.port}:{remote.token}",
        stdout=asyncio.subprocess.PIPE,
        env=environment,
        cwd=ROOT,
    )
    assert process.stdout is not None
    assert await process.stdout.readline() == READY
    seconds = time.perf_counter() - began
    jails = sum(resident_mb(each) for each in children(process.pid))
    own = resident_mb(process.pid)
    process.kill()
    await process.wait()
    return seconds, own, jails


async def measure(runs: int) -> None:
    first, again = [], []
    async with rehearsing() as remote:
        for _ in range(runs):
            with tempfile.TemporaryDirectory() as folder:
                first.append(await start(remote, folder))
                again.append(await start(remote, folder))
    print(f"{'':8}{'seconds to ready':>24}{'bot, MB':>12}{'jail, MB':>12}")
    for name, rows in (("first", first), ("again", again)):
        seconds, own, jails = zip(*rows, strict=True)
        spread = f"{statistics.median(seconds):.2f} ({min(seconds):.2f}–{max(seconds):.2f})"
        print(
            f"{name:8}{spread:>24}{statistics.median(own):>12.0f}{statistics.median(jails):>12.0f}"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--child", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        given_port, _, given_token = arguments.child.partition(":")
        asyncio.run(child(int(given_port), given_token))
    else:
        asyncio.run(measure(arguments.runs))
