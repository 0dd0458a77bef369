"""An import that is killed at any point leaves each document wholly there or not at all, and goes
on when it is started again."""

import random
import signal
from pathlib import Path

from briefings.ingest.gathering import TOGETHER
from tests.crash.imports import finished, kill_somewhere, started, wholes, words, written

DOCUMENTS = 2 * TOGETHER + 5  # benchmarks.intake --kills does it with 200
KILLS = 3


def test_a_killed_import_leaves_whole_documents_and_goes_on(
    database_url: str, new_sqlite: str, tmp_path: Path
) -> None:
    folder, home, chance = (
        written(tmp_path / "documents", DOCUMENTS),
        tmp_path / "home",
        random.Random(7),
    )
    finished(folder, reference := f"{new_sqlite}.reference", home)
    expected, kills = wholes(reference), 0

    for _ in range(KILLS):
        kills += kill_somewhere(folder, database_url, home, chance=chance)
        left = wholes(database_url)
        assert all(expected[origin] == whole for origin, whole in left.items())
    told = finished(folder, database_url, home)

    assert kills >= KILLS // 2
    assert wholes(database_url) == expected
    assert words(database_url) == words(reference)
    assert f"{DOCUMENTS} of {DOCUMENTS} documents" in told
    assert " 0 refused" in told
    assert " 0 already here" not in told


def test_an_interrupted_import_says_how_far_it_came(new_sqlite: str, tmp_path: Path) -> None:
    folder, home = written(tmp_path / "documents", 12 * TOGETHER), tmp_path / "home"
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background ignores it
    process = started(folder, new_sqlite, home)
    assert process.stdout is not None
    process.stdout.readline()

    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=60)

    assert process.returncode == 130
    assert b"Stopped; the same command again goes on from here." in output
    assert b"Traceback" not in output
    assert wholes(new_sqlite)
