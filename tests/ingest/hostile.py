"""Functions that a document could turn a reader into; run in a real child."""

import os
import signal
import socket
import time
from pathlib import Path


def echo(words: str) -> str:
    return words


def process() -> int:
    return os.getpid()


def surroundings() -> dict[str, str]:
    return dict(os.environ)  # noqa: TID251 -- looks for what must not be there


def loop() -> str:
    while True:
        pass


def sleep() -> str:
    time.sleep(60)
    return "awake"


def allocate() -> int:
    return len(bytearray(2 * 1024**3))


def leave() -> str:
    os._exit(3)


def crash() -> str:
    os.kill(os.getpid(), signal.SIGSEGV)
    return "alive"


def crash_once(marker: str) -> str:
    """Dies on the first call of a child and not of the next: the marker is the first's id."""
    if os.getpid() == int(marker):
        os._exit(1)
    return "alive"


def open_file(path: str) -> str:
    return Path(path).read_text()


def write_file(path: str) -> int:
    return Path(path).write_text("x")


def connect() -> str:
    return str(socket.socket())


def recurse(depth: int = 0) -> int:
    return recurse(depth + 1) + 1


def bug() -> str:
    raise KeyError("a bug")


def talk() -> str:
    os.write(1, b"\x00\x00\x00\x00\x00\x00\x00\x01V1")
    print("noise")  # noqa: T201 -- a library may print
    return "done"


def lie() -> int:
    return "not a number"  # type: ignore[return-value]  # what a taken-over child would send


def gush() -> str:
    return "x" * (80 * 1024 * 1024)
