"""Bots as processes, and what they stand on."""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, time
from pathlib import Path
from typing import Any

import aiohttp

from bot.rehearsal.remote import Remote
from briefings.ingest.documents import reading_jail
from briefings.ingest.seeds import load_seeds
from briefings.storage.database import open_database
from briefings.storage.subscriptions import NewSubscription, subscribe

ROOT = Path(__file__).parents[3]
CHILD = Path(__file__).with_name("child.py")
EVENING = datetime.fromisoformat("2024-06-19T20:00+09:00")
MORNING = datetime.fromisoformat("2024-06-20T08:00:05+09:00")


class Process:
    """A bot, its log so far, and its endpoint of health."""

    def __init__(self, process: asyncio.subprocess.Process, log: Path, port: int) -> None:
        self._process = process
        self._log = log
        self._port = port
        self.pid = process.pid

    @property
    def log(self) -> str:
        return self._log.read_text()

    def signal(self, number: int) -> None:
        self._process.send_signal(number)

    async def ended(self, seconds: float = 25.0) -> int:
        async with asyncio.timeout(seconds):
            return await self._process.wait()

    async def health(self) -> dict[str, Any]:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{self._port}/health") as answer,
        ):
            told: dict[str, Any] = await answer.json()
            return told

    async def metrics(self) -> str:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{self._port}/metrics") as answer,
        ):
            return await answer.text()

    async def kill(self) -> None:
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@asynccontextmanager
async def running(
    folder: Path,
    remote: Remote,
    url: str,
    *,
    name: str = "bot",
    extra: str = "",
    token: str | None = None,
    moment: datetime = MORNING,
) -> AsyncIterator[Process]:
    """A bot with settings of its own in `folder`, killed at the end of the block if it lives."""
    port = free_port()
    config, log = folder / f"{name}.toml", folder / f"{name}.log"
    config.write_text(
        f"[health]\nport = {port}\n[logging]\nformat = 'json'\nlevel = 'debug'\n"
        f"[posting]\ntick_seconds = 1\n[discord]\nready_seconds = 0\n{extra}\n"
    )
    environment = os.environ | {  # noqa: TID251 -- the child needs a path
        "PYTHONPATH": str(ROOT),
        "DISCORD_TOKEN": remote.token if token is None else token,
        "DATABASE_URL": url,
    }
    with log.open("wb") as out:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, str(CHILD), str(config), str(remote.port), moment.isoformat()),
            env=environment,
            cwd=ROOT,
            stdout=out,
            stderr=out,
        )
    begun = Process(process, log, port)
    try:
        yield begun
    finally:
        await begun.kill()


def furnish(url: str, *channels: tuple[int, int]) -> None:
    """An archive with the seeds, and a subscription for each (guild, channel)."""
    database, jail = open_database(url), reading_jail()
    load_seeds(database, jail, ROOT / "seeds", now=EVENING)
    for guild_id, channel_id in channels:
        new = NewSubscription(
            guild_id=guild_id,
            channel_id=channel_id,
            zone="Asia/Seoul",
            local_time=time(8),
            created_by=1,
        )
        subscribe(database, new, interaction_id=None, now=EVENING)
    jail.close()
    database.close()


async def place(remote: Remote) -> tuple[int, int]:
    """(guild, channel) of #briefings in the rehearsal."""
    told = await remote.call("state")
    for guild_id, guild in told["guilds"].items():
        if "briefings" in guild["channels"]:
            return int(guild_id), int(guild["channels"]["briefings"])
    raise AssertionError("the rehearsal has a #briefings")


async def footers(remote: Remote, at: str | int = "briefings") -> list[str]:
    """The line with the marker of each message that everybody in the channel sees."""
    texts = [
        message["text"] for message in await remote.messages(at) if message["visible_to"] is None
    ]
    return [line for text in texts for line in text.split("\n") if line.startswith("-# tm-")]


def once_each(found: list[str]) -> bool:
    """Whether the footers are those of one delivery, each part once and in order."""
    marker, _, rest = found[0].partition(" · ")
    parts = int(rest.rpartition(" ")[2])
    return found == [f"{marker} · {part} of {parts}" for part in range(1, parts + 1)]
