"""A bot as a process of its own, that posts what is due once and leaves; it may die on the way.

Arguments: archive URL, port of the rehearsal, its token, the moment it believes it is (ISO 8601).
The place where it dies is named by TUMEN_FAILPOINT.
"""

import asyncio
import sys
from datetime import datetime
from pathlib import Path

from bot.client import BriefingBot
from bot.clock import Clock
from bot.posting import failpoints
from bot.rehearsal import connector
from bot.settings import load_settings
from briefings.ingest.documents import reading_jail
from briefings.storage.database import open_database


async def post(url: str, port: int, token: str, moment: datetime) -> None:
    settings = load_settings(Path("none.toml"))
    failpoints.arm(settings.failpoint)
    clock = Clock()
    clock.set(moment)
    database, jail = open_database(url), reading_jail()
    bot = BriefingBot(
        settings,
        database,
        jail,
        clock=clock,
        extensions=("bot.cogs.schedule",),
        connector=connector(port),
        guild_ready_timeout=0.0,
    )
    await bot.login(token)
    assert bot.post_due is not None
    await bot.post_due()
    await bot.close()
    jail.close()
    database.close()


if __name__ == "__main__":
    url, port, token, moment = sys.argv[1:]
    asyncio.run(post(url, int(port), token, datetime.fromisoformat(moment)))
