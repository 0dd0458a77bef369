"""The bot itself, with a token."""

import argparse
import asyncio
import contextlib
import logging
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import discord

from bot.client import BriefingBot
from bot.cogs import COGS
from bot.posting import failpoints
from bot.settings import Settings, redact_logs
from bot.shell.assembly import Desk, open_desk
from briefings.errors import ArchiveError

NOTHING_TO_RUN_WITH = """There is no token, so there is no Discord to go to.

To try everything without one:   python -m bot rehearse
To run the bot for real:
  1. https://discord.com/developers/applications → New Application → Bot → Reset Token
  2. export DISCORD_TOKEN=…        (or DISCORD_TOKEN_FILE=/path/of/a/file/with/it)
  3. python -m bot doctor          prints the link that invites the bot to a guild
  4. python -m bot run"""
TURNED_AWAY = "Discord refuses this token. Reset it at the portal and set DISCORD_TOKEN anew."
REFUSED = 2


def run(given: argparse.Namespace, settings: Settings) -> int:
    if settings.token is None:
        print(NOTHING_TO_RUN_WITH, file=sys.stderr)
        return REFUSED
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    redact_logs(settings)
    failpoints.arm(settings.failpoint)
    with single_instance(settings), open_desk(settings) as desk:
        try:
            asyncio.run(serve(build(desk, settings), settings.token.reveal()))
        except discord.LoginFailure:
            print(TURNED_AWAY, file=sys.stderr)
            return REFUSED
    return 0


def build(desk: Desk, settings: Settings) -> BriefingBot:
    return BriefingBot(settings, desk.database, desk.jail, clock=desk.clock, extensions=COGS)


async def serve(bot: BriefingBot, token: str) -> None:
    """Until it is told to stop; then in order: no new work, finish what is under way, leave."""
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sign, lambda: asyncio.ensure_future(bot.close()))
    async with bot:
        await bot.start(token)


@contextmanager
def single_instance(settings: Settings) -> Iterator[None]:
    """SQLite serves one process: a lock on a file beside it, held as long as we live."""
    if not settings.database_url.reveal().startswith("sqlite"):
        yield
        return
    with Path(settings.archive.lock_file).open("a", encoding="utf-8") as lock:
        _lock(lock.fileno(), settings.archive.lock_file)
        yield


def _lock(descriptor: int, name: str) -> None:
    with contextlib.suppress(ModuleNotFoundError):
        import fcntl  # noqa: PLC0415 -- there is none on Windows, where a second start is not seen

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise ArchiveError(
                f"Another bot holds {name}. Stop it first, or give this one another archive "
                "(DATABASE_URL) and another lock file."
            ) from error
