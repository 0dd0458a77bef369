"""`python -m bot.rehearsal`: a Discord on loopback as a process of its own.

Prints one line of JSON, {"port", "secret", "token", "url"}, and serves until it is told to end.
"""

import argparse
import asyncio
import json
import secrets
import signal
import sys

from .connector import LOOPBACK
from .control import Control
from .server import Loopback


async def serve(port: int, shards: int) -> None:
    secret = secrets.token_urlsafe(24)
    async with Loopback(port=port) as loopback:
        loopback.world.settings.shards = shards
        Control(loopback, secret)
        told = {
            "port": loopback.port,
            "secret": secret,
            "token": loopback.token,
            "url": f"http://{LOOPBACK}:{loopback.port}/rehearsal/call",
        }
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        ended = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, ended.set)
        await ended.wait()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.rehearsal", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--shards", type=int, default=1, help="recommended to the bot")
    arguments = parser.parse_args()
    asyncio.run(serve(arguments.port, arguments.shards))


if __name__ == "__main__":
    main()
