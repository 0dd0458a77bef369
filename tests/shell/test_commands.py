"""The shell's commands as processes of their own, in an empty folder."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.shell.script import script

ROOT = Path(__file__).parent.parent.parent
NEWS = """Desk opens

20 June 2024

The Example Office said on Thursday: “A second desk will open in the harbour next spring.”
"""


def bot(
    folder: Path, *arguments: str, stdin: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """`python -m bot …` in `folder`, with no token unless the environment gives one."""
    own = {key: value for key, value in os.environ.items() if not key.startswith("DISCORD")}  # noqa: TID251 -- a process needs a path to its programs
    return subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=own | {"PYTHONPATH": str(ROOT)} | environment,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_tour_shows_everything_and_succeeds(tmp_path: Path) -> None:
    done = bot(tmp_path, "rehearse", "--tour")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 failed" in done.stdout
    assert "✗" not in done.stdout


@pytest.mark.parametrize("locale", ["en-US", "ko", "ru"])
def test_the_tour_has_as_many_scenes_as_it_is_said_to_have(locale: str) -> None:
    said = re.search(r"\((\d+) scenes", (ROOT / "README.md").read_text(encoding="utf-8"))

    assert said is not None
    assert int(said[1]) == len(script(locale))


def test_without_a_token_run_says_what_to_do(tmp_path: Path) -> None:
    done = bot(tmp_path, "run")

    assert done.returncode == 2
    assert "python -m bot rehearse" in done.stderr
    assert "DISCORD_TOKEN" in done.stderr


def test_a_document_added_from_the_shell_is_found_again(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text(NEWS, encoding="utf-8")

    added = bot(tmp_path, "add", str(path), "--source", "Harbour Gazette")
    found = bot(tmp_path, "ask", "second desk in the harbor")

    assert added.returncode == 0, added.stderr
    assert "Harbour Gazette" in added.stdout
    assert "A second desk will open in the harbour next spring." in found.stdout


def test_what_cannot_be_added_is_named_and_the_rest_is_added(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")

    done = bot(tmp_path, "add", "missing.txt", "http://127.0.0.1/a", "empty.txt", "news.txt")

    assert done.returncode == 1
    assert "http://127.0.0.1/a: The link leads to an address that is not public" in done.stderr
    assert "missing.txt" in done.stderr
    assert "empty.txt" in done.stderr
    assert "Desk opens" in done.stdout


def test_a_question_nobody_answers_ends_with_a_status_of_its_own(tmp_path: Path) -> None:
    done = bot(tmp_path, "ask", "zebra giraffe")

    assert done.returncode == 1
    assert "Nothing in the archive answers" in done.stdout


def test_the_briefing_of_20_june_2024_is_news_and_todays_is_not(tmp_path: Path) -> None:
    then = bot(tmp_path, "brief", "--at", "2024-06-20T08:00+09:00", "--json")
    today = bot(tmp_path, "brief")

    assert len(json.loads(then.stdout)["bottom_line"]) == 2
    assert today.stdout.startswith("Nothing new")


def test_a_setting_that_cannot_be_is_named_with_what_would_be_right(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[briefing]\nzone = "Asia/Soul"\n', encoding="utf-8")

    done = bot(tmp_path, "brief")

    assert done.returncode == 2
    assert "briefing.zone" in done.stderr
    assert "Asia/Seoul" in done.stderr


def test_doctor_finds_a_text_that_was_tampered_with(tmp_path: Path) -> None:
    import sqlite3  # noqa: PLC0415 -- only to do what nobody should

    assert bot(tmp_path, "doctor").returncode == 0
    with sqlite3.connect(tmp_path / "tumen.sqlite3") as connection:
        connection.execute("UPDATE versions SET text = replace(text, 'Putin', 'Rasputin')")
    connection.close()

    done = bot(tmp_path, "doctor")

    assert done.returncode == 1
    assert "no longer match their hash" in done.stdout


@pytest.mark.parametrize("given", ["tomorrow", "2024-06-20T08:00"])
def test_an_instant_without_its_offset_is_refused(tmp_path: Path, given: str) -> None:
    done = bot(tmp_path, "brief", "--at", given)

    assert done.returncode == 2
    assert "2024-06-20T08:00+09:00" in done.stderr


def test_ci_runs_the_line_that_the_readme_gives() -> None:
    line = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1]

    assert line.endswith(".venv/bin/pytest -n 3")
    assert f"\n{line}\n" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"DATABASE_URL": "mysql://user:secret@host/name"}, "postgresql://"),
        ({"DATABASE_URL": "nonsense"}, "sqlite:///"),
    ],
)
def test_another_kind_of_archive_is_refused_without_its_secret(
    tmp_path: Path, environment: dict[str, str], named: str
) -> None:
    done = bot(tmp_path, "ask", "anything", **environment)

    assert done.returncode == 2
    assert named in done.stderr
    assert "secret" not in done.stderr
    assert "Traceback" not in done.stderr


def test_a_settings_file_that_was_named_has_to_be_there(tmp_path: Path) -> None:
    done = bot(tmp_path, "--config", "nowhere.toml", "ask", "anything")

    assert done.returncode == 2
    assert "nowhere.toml is not there" in done.stderr


def test_an_endless_device_is_no_document(tmp_path: Path) -> None:
    done = bot(tmp_path, "add", "/dev/zero")

    assert done.returncode == 1
    assert "is no file" in done.stderr


def test_a_file_over_the_limit_of_the_settings_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[intake]\nmax_bytes = 1000\n", encoding="utf-8")
    (tmp_path / "long.txt").write_text(NEWS * 20, encoding="utf-8")

    done = bot(tmp_path, "add", "long.txt")

    assert done.returncode == 1
    assert "at most 1,000 are accepted" in done.stderr


def test_doctor_names_the_first_entry_of_the_log_that_was_changed(tmp_path: Path) -> None:
    import sqlite3  # noqa: PLC0415 -- only to do what nobody should

    assert "entries in unbroken chains" in bot(tmp_path, "doctor").stdout
    with sqlite3.connect(tmp_path / "tumen.sqlite3") as connection:
        connection.execute("UPDATE audit_log SET action = 'other' WHERE entry_id IN (3, 5)")
    connection.close()

    done = bot(tmp_path, "doctor")

    assert done.returncode == 1
    assert "the chain breaks at entry 3" in done.stdout


def test_doctor_mends_what_search_looks_into(tmp_path: Path) -> None:
    import sqlite3  # noqa: PLC0415 -- only to do what nobody should

    assert bot(tmp_path, "ask", "equidistance").returncode == 0
    with sqlite3.connect(tmp_path / "tumen.sqlite3") as connection:
        connection.execute("INSERT INTO passage_index(passage_index) VALUES ('delete-all')")
        connection.execute("DELETE FROM words")
    connection.close()
    assert bot(tmp_path, "ask", "equidistance").returncode == 1
    assert "run doctor --repair" in bot(tmp_path, "doctor").stdout

    done = bot(tmp_path, "doctor", "--repair")

    assert done.returncode == 0
    assert "search: 5 of 5\n" in done.stderr  # whole lines, because this is no terminal
    assert "\r" not in done.stderr
    assert bot(tmp_path, "ask", "equidistance").returncode == 0
