"""How far a long deed of the shell has come: a bar on a terminal, a line now and then elsewhere."""

import sys
from typing import TextIO

WIDTH = 40  # characters
STEPS = 10  # lines where there is no terminal


class Bar:
    def __init__(self, name: str, out: TextIO = sys.stderr) -> None:
        self._name = name
        self._out = out
        self._said = -1

    def show(self, done: int, whole: int) -> None:
        """Say how much of the whole is done; on a terminal over what was said before."""
        if self._out.isatty():
            full = WIDTH * done // whole
            bar = "█" * full + "░" * (WIDTH - full)
            end = "\n" if done == whole else ""
            self._out.write(f"\r{self._name} {bar} {done:,} of {whole:,}{end}")
        elif (step := STEPS * done // whole) > self._said:
            self._said = step
            self._out.write(f"{self._name}: {done:,} of {whole:,}\n")
        self._out.flush()
