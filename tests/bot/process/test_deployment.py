"""What the bot is deployed with fits what it needs."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
UNIT = ROOT / "deploy" / "tumen.service"


def test_matplotlib_keeps_its_fonts_where_a_hardened_process_may_write() -> None:
    """Without a home that can be written it complains, and reads all fonts anew at each start."""
    compose = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    kept = re.search(r"MPLCONFIGDIR=(\S+)", (ROOT / "Dockerfile").read_text(encoding="utf-8"))
    unit = UNIT.read_text(encoding="utf-8")

    assert kept is not None
    assert "read_only: true" in compose
    assert kept[1].split("/")[1] in re.findall(r"^      - /(\w+)$", compose, re.MULTILINE)
    cache = re.search(r"^CacheDirectory=(\w+)$", unit, re.MULTILINE)
    assert cache is not None
    assert f"MPLCONFIGDIR=/var/cache/{cache[1]}" in unit


def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    analyse = shutil.which("systemd-analyze")
    if analyse is None:
        pytest.skip("there is no systemd-analyze")
    unit = tmp_path / UNIT.name  # the program is not installed where the unit expects it
    words = UNIT.read_text(encoding="utf-8")
    unit.write_text(re.sub(r"ExecStart=\S+", "ExecStart=/bin/true", words), encoding="utf-8")
    done = subprocess.run(  # noqa: S603 -- systemd's own program
        [analyse, "verify", str(unit)], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
