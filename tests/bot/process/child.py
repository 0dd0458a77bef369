"""The bot as a process of its own, as `python -m bot run` starts it, at a rehearsal's Discord.

Arguments: settings file, port of the rehearsal, and the moment it believes it is (ISO 8601). Token
and archive come from the environment, as ever.
"""

import asyncio
import sys
from datetime import datetime
from pathlib import Path

from bot.clock import Clock
from bot.health.logs import start_logs
from bot.health.starts import Backoff
from bot.posting import failpoints
from bot.rehearsal import connector
from bot.settings import load_settings
from bot.shell.assembly import open_desk
from bot.shell.run import serve, single_instance
from bot.shell.supervisor import Supervisor


def main(config: str, port: str, moment: str) -> int:
    settings = load_settings(Path(config))
    start_logs(settings)
    failpoints.arm(settings.failpoint)
    clock = Clock()
    clock.set(datetime.fromisoformat(moment))
    with single_instance(settings), open_desk(settings, clock) as desk:
        backoff = Backoff(first=0.2, longest=1.0)
        return asyncio.run(
            serve(Supervisor(settings, desk, backoff=backoff, connect=lambda: connector(int(port))))
        )


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
