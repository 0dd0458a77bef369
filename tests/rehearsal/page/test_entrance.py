"""`python -m bot rehearse`, without a browser."""

import subprocess
import sys
import webbrowser
from urllib.parse import urlsplit

import pytest

from bot.shell.browser import open_where_it_can

from .conftest import MORNING, ROOT


def rehearse(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, "-m", "bot", "rehearse", "--at", MORNING, *arguments],
        cwd=ROOT,
        input=typed,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_prompt_in_the_terminal_is_still_there() -> None:
    done = rehearse("--terminal", typed="/about\n?/quotes speaker:ushak\n:quit\n")

    assert done.returncode == 0
    assert "only you can see this" in done.stdout
    assert "Yuri Ushakov" in done.stdout


def test_a_port_that_is_taken_is_named(rehearsal: str) -> None:
    done = rehearse("--port", str(urlsplit(rehearsal).port))

    assert done.returncode == 2
    assert "is taken" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_window_no_browser_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    terminal = webbrowser.GenericBrowser("false")
    monkeypatch.setattr(terminal, "open", opened.append)
    monkeypatch.setattr(webbrowser, "get", lambda: terminal)
    open_where_it_can("http://127.0.0.1:1/")

    assert not opened


def test_without_any_browser_the_rehearsal_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def none() -> webbrowser.BaseBrowser:
        asked.append("for a browser")
        raise webbrowser.Error("no browser at all")

    monkeypatch.setattr(webbrowser, "get", none)
    open_where_it_can("http://127.0.0.1:1/")

    assert asked
