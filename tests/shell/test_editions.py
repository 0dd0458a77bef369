"""`python -m bot editions`: what was posted, from a shell."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bot.settings import Secret, Settings
from bot.shell import parser
from bot.shell.editions import editions
from tests.bot.desk import desk
from tests.bot.made import WORDS, stored


def run(url: str, *arguments: str) -> int:
    given = parser().parse_args(["editions", *arguments])
    return editions(given, Settings(database_url=Secret(url)))


async def test_posted_editions_are_listed_and_written_out(
    new_sqlite: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    async with desk(new_sqlite) as opened:
        stored(opened.database, WORDS, url=None)
        await opened.admin.slash("/briefing subscribe channel:#briefings")
        await opened.admin.slash("/briefing now")

    assert run(new_sqlite) == 0
    listed = capsys.readouterr().out
    assert "     1  2024-06-20 08:00 Asia/Seoul  DPRK–Russia–ROK briefing, 20 June 2024" in listed
    assert "https://discord.com/channels/" in listed

    assert run(new_sqlite, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["edition_id"] == 1

    target = tmp_path / "editions.atom"
    assert run(new_sqlite, "--format", "atom", "--output", str(target)) == 0
    assert len(ET.parse(target).findall("{http://www.w3.org/2005/Atom}entry")) == 1  # noqa: S314 -- our own words

    assert run(new_sqlite, "1", "--format", "markdown") == 0
    assert f"> {WORDS}" in capsys.readouterr().out
