"""The rehearsal: the bot against a Discord on this machine; in a page, at a prompt, on tour."""

import argparse
import asyncio
import errno
import tempfile
from pathlib import Path

from bot.clock import Clock
from bot.settings import Settings
from bot.shell.browser import directions, in_browser, tour_in_browser
from bot.shell.stage import raised
from bot.shell.terminal import prompt
from bot.shell.tour import tour
from briefings.errors import BadValueError


def rehearse(given: argparse.Namespace, settings: Settings) -> int:
    clock = Clock()
    if given.at:
        clock.set(given.at)
    with tempfile.TemporaryDirectory(prefix="tumen-rehearsal-") as folder:
        try:
            return asyncio.run(_rehearse(given, settings, Path(folder), clock))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            taken, wanted = str(given.port), "a free port, or none"
            text = f"port {taken} is taken: give {wanted}"
            raise BadValueError(text, name="port", given=taken, wanted=wanted) from error


async def _rehearse(
    given: argparse.Namespace, settings: Settings, folder: Path, clock: Clock
) -> int:
    async with raised(settings, folder, clock, port=given.port) as stage:
        if given.tour:
            if given.terminal:
                return await tour(stage, directions(stage))
            return await tour_in_browser(stage)
        await (prompt if given.terminal else in_browser)(stage)
    return 0
