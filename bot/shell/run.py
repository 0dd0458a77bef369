"""The bot itself, with a token."""

import argparse
import asyncio
import contextlib
import gc
import logging
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from bot.cogs import import_cogs
from bot.health.logs import start_logs
from bot.health.server import Health, serving
from bot.posting import failpoints
from bot.settings import Settings
from bot.shell.assembly import archive_file, open_desk
from bot.shell.supervisor import Supervisor
from briefings.errors import ArchiveError

NOTHING_TO_RUN_WITH = """There is no token, so there is no Discord to go to.

To try everything without one:   python -m bot rehearse
To run the bot for real:
  1. https://discord.com/developers/applications → New Application → Bot → Reset Token
  2. export DISCORD_TOKEN=…        (or DISCORD_TOKEN_FILE=/path/of/a/file/with/it)
  3. python -m bot doctor          prints the link that invites the bot to a guild
  4. python -m bot run"""
REFUSED, FAULTY = 2, 1
GIVE_UP = 19.5  # seconds after the signal; what is claimed is then another's when its lease is over

log = logging.getLogger(__name__)


def run(given: argparse.Namespace, settings: Settings) -> int:
    if settings.token is None:
        print(NOTHING_TO_RUN_WITH, file=sys.stderr)
        return REFUSED
    start_logs(settings)
    failpoints.arm(settings.failpoint)
    with single_instance(settings), open_desk(settings, meanwhile=import_cogs) as desk:
        status = asyncio.run(serve(Supervisor(settings, desk)))
    gc.freeze()  # all of it goes with the process; to look through it first takes a second
    return status


async def serve(supervisor: Supervisor) -> int:
    """Until a signal, or until it cannot go on. The exit status."""
    loop, settings = asyncio.get_running_loop(), supervisor.settings
    for sign in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sign, end, supervisor, sign)
    assert settings.token is not None
    desk = supervisor.desk
    health = Health(supervisor.vitals, desk.database, desk.jail)
    async with serving(settings.health.port, health):
        return await supervisor.run(settings.token.reveal())


def end(supervisor: Supervisor, sign: signal.Signals) -> None:
    log.info("ending: signal=%s", sign.name)
    supervisor.stop()
    late = threading.Timer(GIVE_UP, give_up)
    late.daemon = True  # whoever ends in time is not held up
    late.start()


def give_up() -> None:
    """A call into the archive that does not come back must not keep the process."""
    log.critical("ended without waiting any longer")
    logging.shutdown()
    os._exit(FAULTY)


@contextmanager
def single_instance(settings: Settings) -> Iterator[None]:
    """SQLite serves one process: a lock on a file beside it, held as long as we live."""
    archive = archive_file(settings.database_url.reveal())
    if archive is None:
        yield
        return
    path = archive.with_name(archive.name + ".lock")
    try:
        lock = path.open("a", encoding="utf-8")
    except OSError as error:
        raise ArchiveError(
            f"{path} cannot be written ({error.strerror}). The archive's folder has to exist, and "
            "the bot's user has to be allowed to write there."
        ) from error
    with lock:
        _lock(lock.fileno(), str(path))
        yield


def _lock(descriptor: int, name: str) -> None:
    with contextlib.suppress(ModuleNotFoundError):
        import fcntl  # noqa: PLC0415 -- there is none on Windows, where a second start is not seen

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise ArchiveError(
                f"Another bot holds {name}. Stop it first, or give this one another archive "
                "(DATABASE_URL)."
            ) from error
