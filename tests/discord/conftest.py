"""Prints, at the end of a run, what was checked against Discord's description of its API."""

from typing import Protocol

from .conformance import seen, summary


class Reporter(Protocol):
    def section(self, title: str) -> None: ...
    def line(self, text: str) -> None: ...


def pytest_terminal_summary(terminalreporter: Reporter) -> None:
    if seen:
        terminalreporter.section("conformance with Discord's API")
        for line in summary():
            terminalreporter.line(line)
