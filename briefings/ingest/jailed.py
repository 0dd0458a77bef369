"""The inside of the parse jail: a process that reads calls, obeys limits and answers.

It runs with an empty environment, no way to open a file or a socket once its modules are in, and
ends when its pipe does.
"""

import importlib
import os
import pickle
import resource
from typing import BinaryIO

from briefings.errors import BriefingsError
from briefings.ingest.lazily import UnpreparedError
from briefings.ingest.wire import dump

PREFIX = 8  # bytes of a length
SPARE_SECONDS = 2  # of processor time beyond the limit, before the system kills


def serve(modules: list[str], *, memory: int, seconds: float) -> None:
    """Import, take the limits on, then answer call after call until the pipe ends."""
    calls, replies = _pipes()
    for module in modules:
        importlib.import_module(module)
    seal(memory)
    _send(replies, b"R", b"")
    while (request := _receive(calls)) is not None:
        allow_processor(seconds)
        mark, words = _answer(request)
        del request
        _send(replies, mark, words)
        if mark == b"M":
            return


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two ends, moved away from where a stray print would write."""
    calls, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    os.close(nowhere)
    return calls, replies


def seal(memory: int) -> None:
    """From here on: `memory` bytes of address space, no new file descriptor, no byte written to a
    file, no core."""
    lowest = os.dup(0)
    os.close(lowest)
    for limit, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, lowest),
        (resource.RLIMIT_AS, memory),
    ):
        resource.setrlimit(limit, (most, most))


def allow_processor(seconds: float) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + seconds) + SPARE_SECONDS
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _answer(request: bytes) -> tuple[bytes, bytes]:
    """A mark and its words: V value, E error a person can act on, U module wanting, M memory gone,
    X a bug, with its name and message."""
    try:
        function, args, kwargs = pickle.loads(request)  # noqa: S301 -- from our own parent
        return b"V", dump(function(*args, **kwargs))
    except Exception as error:  # noqa: BLE001 -- the parent raises it again
        return _failed(error)


def _failed(error: Exception) -> tuple[bytes, bytes]:
    match error:
        case BriefingsError():
            fields = {k: item for k, item in error.fields.items() if isinstance(item, str | int)}
            return b"E", dump((type(error).__name__, str(error), fields))
        case UnpreparedError():
            return b"U", error.module.encode()
        case MemoryError():
            return b"M", b""
        case RecursionError():
            return b"D", b""
    return b"X", f"{type(error).__name__}: {error}"[:2000].encode(errors="replace")


def _receive(calls: BinaryIO) -> bytes | None:
    prefix = calls.read(PREFIX)
    if len(prefix) < PREFIX:
        return None
    size = int.from_bytes(prefix, "big")
    request = calls.read(size)
    return request if len(request) == size else None


def _send(replies: BinaryIO, mark: bytes, words: bytes) -> None:
    replies.write(len(words).to_bytes(PREFIX, "big") + mark)
    replies.write(words)
    replies.flush()
