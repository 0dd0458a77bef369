"""A bot that is told another address of Discord goes there, and on to where that sends it."""

import asyncio
import os
import sys
from pathlib import Path

from bot.rehearsal import Loopback
from bot.rehearsal.connector import LOOPBACK
from tests.bot.process.running import ROOT
from tests.bot.process.supervised import PATIENCE

CONFIG = """
[health]
port = 0
[discord]
api = "{address}/api/v10"
shard_count = 1
"""


async def test_a_bot_goes_where_it_is_told(tmp_path: Path) -> None:
    async with Loopback() as loopback:
        address = f"http://{LOOPBACK}:{loopback.port}"
        loopback.world.settings.address = address
        config = tmp_path / "config.toml"
        config.write_text(CONFIG.format(address=address))
        bot = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "--config", str(config), "run"),
            cwd=ROOT,
            env=os.environ  # noqa: TID251 -- the child needs a path
            | {"DISCORD_TOKEN": loopback.token, "DATABASE_URL": f"sqlite:///{tmp_path}/a.sqlite3"},
        )
        try:
            assert await loopback.commands_registered(2 * PATIENCE)
            assert "About this desk" in (await loopback.member.slash("/about")).text

            loopback.gateway.invalidate()

            await loopback.world.until(lambda: loopback.world.identified == 2, PATIENCE)
            assert "About this desk" in (await loopback.member.slash("/about")).text
            assert not loopback.violations
        finally:
            bot.terminate()
            assert await bot.wait() == 0
