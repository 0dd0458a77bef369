"""The parse jail: hostile bytes are read in a process of their own, under limits.

One long-lived child answers one call at a time. It is killed and replaced when it takes too long,
too much memory, or dies; a call that it did not live to see is made again.
"""

import contextlib
import json
import pickle
import select
import subprocess
import sys
import threading
import time
import typing
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

import briefings
from briefings import errors
from briefings.errors import BriefingsError, UnusableDocumentError
from briefings.ingest import wire
from briefings.ingest.jailed import PREFIX

SECONDS = 5.0  # wall time of one call
START_SECONDS = 30.0  # a busy machine imports slowly
MEMORY = 512 * 1024 * 1024  # bytes of address space
LONGEST_REPLY = 64 * 1024 * 1024  # bytes
CHUNK = 1 << 16

Parameters = ParamSpec("Parameters")
Value = TypeVar("Value")

_BOOT = (
    "import sys, json; given = json.loads(sys.argv[1]); sys.path[:] = given['path'];"
    " from briefings.ingest.jailed import serve;"
    " serve(given['modules'], memory=given['memory'], seconds=given['seconds'])"
)


class JailBugError(RuntimeError):
    """The function called in the jail raised what nobody can act on: a bug of ours."""


class _TooSlowError(Exception):
    pass


class _DiedError(Exception):
    """The child's pipe ended. early: before it can have begun on the call."""

    def __init__(self, *, early: bool) -> None:
        super().__init__()
        self.early = early


class _Child:
    """One process and its pipes."""

    def __init__(self, modules: list[str], *, memory: int, seconds: float) -> None:
        root = str(Path(briefings.__file__).parent.parent)
        path = [root, *(str(Path(place).resolve()) for place in sys.path if place)]
        given = {"path": path, "modules": modules, "memory": memory, "seconds": seconds}
        self.process = subprocess.Popen(  # noqa: S603 -- our own interpreter, our own words
            [sys.executable, "-I", "-S", "-B", "-X", "utf8", "-c", _BOOT, json.dumps(given)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={},
            cwd="/",
            bufsize=0,
            start_new_session=True,
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.calls, self.replies = self.process.stdin, self.process.stdout

    def send(self, words: bytes, deadline: float) -> None:
        view = memoryview(len(words).to_bytes(PREFIX, "big") + words)
        try:
            while view:
                _wait(self.calls.fileno(), select.POLLOUT, deadline)
                view = view[self.calls.write(view[:4096]) or 0 :]
        except OSError:
            raise _DiedError(early=True) from None

    def receive(self, deadline: float) -> tuple[bytes, bytes]:
        prefix = self._read(PREFIX + 1, deadline)
        size = int.from_bytes(prefix[:PREFIX], "big")
        if size > LONGEST_REPLY:
            raise _DiedError(early=False)
        return prefix[PREFIX:], self._read(size, deadline)

    def _read(self, size: int, deadline: float) -> bytes:
        parts = []
        while size:
            _wait(self.replies.fileno(), select.POLLIN, deadline)
            part = self.replies.read(min(size, CHUNK))
            if not part:
                raise _DiedError(early=False)
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.calls, self.replies):
            with contextlib.suppress(OSError):
                pipe.close()


class Jail:
    """Runs module-level functions of the library in a child under limits.

    modules: imported by the child before its limits close the file system. What a call returns is
    rebuilt from the function's return annotation. Thread-safe: one call at a time.
    """

    def __init__(
        self,
        modules: typing.Iterable[str] = ("briefings.ingest.extract",),
        *,
        seconds: float = SECONDS,
        memory: int = MEMORY,
    ) -> None:
        self._modules = list(modules)
        self._seconds, self._memory = seconds, memory
        self._lock = threading.Lock()
        self._child: _Child | None = None
        self._closed = False
        self.starts = 0  # children so far

    def call(
        self,
        function: Callable[Parameters, Value],
        /,
        *args: Parameters.args,
        **kwargs: Parameters.kwargs,
    ) -> Value:
        """Raises UnusableDocumentError (too-slow, too-hungry, too-deep, broken), whatever
        BriefingsError the function raises, and JailBugError for anything else it raises."""
        request = pickle.dumps((function, args, kwargs))
        hint = typing.get_type_hints(function).get("return")
        with self._lock:
            mark, words = self._exchange(function.__module__, request)
        return typing.cast("Value", _value(mark, words, hint))

    def start(self) -> None:
        """Have the child ready before the first call."""
        with self._lock:
            self._ready()

    def rest(self) -> None:
        """End the child until the next call, for the sake of its memory."""
        with self._lock:
            self._drop()

    def close(self) -> None:
        """End the child; a closed jail takes no calls."""
        with self._lock:
            self._closed = True
            self._drop()

    @property
    def process_id(self) -> int | None:
        child = self._child
        return child.process.pid if child else None

    def _exchange(self, module: str, request: bytes) -> tuple[bytes, bytes]:
        """Ask the child; ask a fresh one where it lacks a module or died. At most once each that
        it died on the call itself, so that a document that kills is not tried for ever."""
        if module not in self._modules:
            self._modules.append(module)
            self._drop()
        deaths = 0
        while True:
            try:
                mark, words = self._ask(request)
            except _DiedError as death:
                deaths += 1
                if (deaths > 1 and not death.early) or deaths > 3:
                    raise UnusableDocumentError(
                        "Reading the document broke the reader.", reason="broken"
                    ) from None
                continue
            missing = words.decode() if mark == b"U" else ""
            if not missing or missing in self._modules:
                return mark, words
            self._modules.append(missing)
            self._drop()

    def _ask(self, request: bytes) -> tuple[bytes, bytes]:
        child = self._ready()
        deadline = time.monotonic() + self._seconds
        try:
            child.send(request, deadline)
            mark, words = child.receive(deadline)
        except _TooSlowError:
            self._drop()
            raise UnusableDocumentError(
                f"Reading the document took longer than {self._seconds:g} seconds.",
                reason="too-slow",
                seconds=self._seconds,
            ) from None
        except BaseException:
            self._drop()
            raise
        if mark == b"M":
            self._drop()
        return mark, words

    def _ready(self) -> _Child:
        if self._closed:
            raise RuntimeError("the jail is closed")
        if self._child is not None and self._child.process.poll() is None:
            return self._child
        self._drop()
        self._child = _Child(self._modules, memory=self._memory, seconds=self._seconds)
        self.starts += 1
        try:
            self._child.receive(time.monotonic() + START_SECONDS)
        except (_DiedError, _TooSlowError):
            self._drop()
            raise JailBugError("the parse jail does not start") from None
        return self._child

    def _drop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.end()


def _wait(number: int, event: int, deadline: float) -> None:
    """Until the pipe is ready. Polls, because a descriptor may be beyond what select takes."""
    poll = select.poll()
    poll.register(number, event)
    left = deadline - time.monotonic()
    if left <= 0 or not poll.poll(left * 1000):
        raise _TooSlowError


def _value(mark: bytes, words: bytes, hint: object) -> object:
    try:
        if mark == b"V":
            return wire.load(words, hint)
        if mark == b"E":
            raise _rebuilt(words)
    except wire.MisfitError:
        raise UnusableDocumentError(
            "Reading the document gave no sound answer.", reason="broken"
        ) from None
    if mark == b"M":
        raise UnusableDocumentError(
            "Reading the document took too much memory.", reason="too-hungry"
        )
    if mark == b"D":
        raise UnusableDocumentError("The document is nested too deep.", reason="too-deep")
    raise JailBugError(words.decode(errors="replace"))


def _rebuilt(words: bytes) -> BriefingsError:
    """The error that the child raised; its class is one of ours, its fields are plain."""
    name, text, pairs = wire.load(words, tuple[str, str, dict[str, str | int]])
    kind = getattr(errors, name, None)
    if not (isinstance(kind, type) and issubclass(kind, BriefingsError)):
        raise wire.MisfitError(name)
    error: BriefingsError = kind(text, **pairs)
    return error
