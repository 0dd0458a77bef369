"""Connections to addresses that were checked, read under limits of time, rate and size."""

import functools
import io
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as LateError
from dataclasses import dataclass, field
from typing import Any

from briefings.errors import FetchError
from briefings.ingest.addresses import public_address
from briefings.ingest.links import Link

Resolve = Callable[[str, int], Iterable[str]]
MOST_ADDRESSES = 16  # records of one name that are looked at
HEADER_BYTES = 64 * 1024
GRACE_SECONDS = 5.0  # before the rate counts


@dataclass(frozen=True, slots=True)
class Limits:
    """seconds: one fetch altogether, redirects included. rate: bytes a second on average."""

    seconds: float = 30.0
    connect_seconds: float = 8.0
    silence_seconds: float = 10.0
    max_bytes: int = 8 * 1024 * 1024
    rate: int = 512
    redirects: int = 5


@dataclass(slots=True)
class Meter:
    """What one answer may still take: until when, and how many bytes off the wire."""

    limits: Limits
    deadline: float
    room: int = HEADER_BYTES
    read: int = 0
    started: float = field(default_factory=time.monotonic)

    def seconds_left(self, most: float) -> float:
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise slow()
        return min(left, most)

    def took(self, size: int) -> None:
        self.read += size
        self.room -= size
        passed = time.monotonic() - self.started
        grace = min(GRACE_SECONDS, self.limits.seconds / 4)
        if passed > grace and self.read < self.limits.rate * (passed - grace):
            raise slow()
        if self.room < 0:
            raise FetchError("The answer is too large.", reason="too-large")


def slow() -> FetchError:
    return FetchError("The server answers too slowly.", reason="too-slow")


class Wire:
    """What http.client takes for a socket: every read is metered."""

    def __init__(self, connected: socket.socket, meter: Meter) -> None:
        self.socket, self.meter = connected, meter

    def sendall(self, words: bytes) -> None:
        self.socket.settimeout(self.meter.seconds_left(self.meter.limits.silence_seconds))
        self.socket.sendall(words)

    def makefile(self, mode: str, *rest: Any) -> io.BufferedReader:
        return io.BufferedReader(_Metered(self.socket, self.meter))

    def close(self) -> None:
        self.socket.close()


class _Metered(io.RawIOBase):
    def __init__(self, connected: socket.socket, meter: Meter) -> None:
        self._socket, self._meter = connected, meter

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        meter = self._meter
        self._socket.settimeout(meter.seconds_left(meter.limits.silence_seconds))
        try:
            size = self._socket.recv_into(buffer)
        except TimeoutError:
            raise slow() from None
        meter.took(size)
        return size


class Doors:
    """Opens connections, and only to public addresses.

    allow: "address:port" of servers on this machine, for tests alone. resolve: how names become
    addresses; the system's way unless given.
    """

    def __init__(self, *, allow: frozenset[str] = frozenset(), resolve: Resolve | None = None):
        self._allow = allow
        self._resolve = resolve or _of_the_system
        self._lookups = ThreadPoolExecutor(8, "names")

    def open(self, link: Link, meter: Meter) -> Wire:
        """Connect to one of the name's addresses; all of them have to be public."""
        last: OSError | None = None
        for address in self._addresses(link, meter):
            try:
                return self._connected(link, address, meter)
            except ssl.SSLError:
                raise FetchError(
                    "No trustworthy encrypted connection comes about.", reason="tls", host=link.host
                ) from None
            except OSError as error:
                last = error
        raise FetchError(
            "The server cannot be reached.", reason="unreachable", host=link.host
        ) from last

    def close(self) -> None:
        self._lookups.shutdown(wait=False, cancel_futures=True)

    def _connected(self, link: Link, address: str, meter: Meter) -> Wire:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        plain = socket.socket(family, socket.SOCK_STREAM)
        try:
            plain.settimeout(meter.seconds_left(meter.limits.connect_seconds))
            plain.connect((address, link.port))
            if link.scheme == "https":
                plain = _context().wrap_socket(plain, server_hostname=link.host)
        except BaseException:
            plain.close()
            raise
        return Wire(plain, meter)

    def _addresses(self, link: Link, meter: Meter) -> tuple[str, ...]:
        """Raises FetchError where even one of them is not public."""
        found = []
        for address in self._names(link, meter):
            if f"{address}:{link.port}" in self._allow:
                found.append(address)
                continue
            checked = public_address(address)
            if checked is None:
                raise FetchError(
                    "The link leads to an address that is not public.",
                    reason="address",
                    host=link.host,
                )
            found.append(checked)
        return tuple(dict.fromkeys(found))

    def _names(self, link: Link, meter: Meter) -> list[str]:
        if ":" in link.host or link.host.replace(".", "").isdecimal():
            return [link.host]
        lookup = self._lookups.submit(self._resolve, link.host, link.port)
        try:
            found = list(lookup.result(meter.seconds_left(meter.limits.connect_seconds)))
        except LateError:
            raise FetchError(
                "The name is not found in time.", reason="no-name", host=link.host
            ) from None
        except (OSError, UnicodeError):
            found = []
        if not found:
            raise FetchError("There is no host of this name.", reason="no-name", host=link.host)
        return found[:MOST_ADDRESSES]


@functools.cache
def _context() -> ssl.SSLContext:
    return ssl.create_default_context()  # reading the authorities takes a while


def _of_the_system(host: str, port: int) -> Iterable[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return dict.fromkeys(str(record[4][0]) for record in found)
