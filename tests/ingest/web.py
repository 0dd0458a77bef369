"""Web servers on loopback that say exactly what a test has them say."""

import contextlib
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from briefings.ingest.fetch import Fetcher
from briefings.ingest.sockets import Limits

HOST = "news.desk-a.org"  # what tests call the server; nobody looks it up
Says = bytes | Callable[[bytes], Iterable[bytes]]
QUICK = Limits(
    seconds=1.5, connect_seconds=0.5, silence_seconds=0.5, max_bytes=1 << 20, rate=512, redirects=5
)

connects: list[object] = []
"""Every address that this process has tried to connect to, as the interpreter itself tells."""


def _listen(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.connect":
        connects.append(arguments[1])


sys.addaudithook(_listen)


@dataclass(slots=True)
class Site:
    """pages: what the server says to a request for a path; a str is a body of its own."""

    port: int
    pages: dict[str, Says] = field(default_factory=dict)
    asked: list[bytes] = field(default_factory=list)

    def url(self, path: str = "/", host: str = HOST) -> str:
        return f"http://{host}:{self.port}{path}"

    def fetcher(self, *, limits: Limits = QUICK, robots: str = "never", **rest: object) -> Fetcher:
        return Fetcher(
            limits=limits,
            robots=robots,
            pause=0.0,
            ports=frozenset({80, 443, self.port}),
            allow=frozenset({f"127.0.0.1:{self.port}"}),
            resolve=lambda host, port: ["127.0.0.1"],
            **rest,  # type: ignore[arg-type]  # what a test adds
        )

    def paths(self) -> list[str]:
        return [request.split(b" ")[1].decode() for request in self.asked]


def answer(body: bytes = b"", status: str = "200 OK", *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def redirect(to: str, status: str = "302 Found") -> bytes:
    return answer(b"", status, f"Location: {to}")


def chunked(*pieces: bytes, end: bytes = b"0\r\n\r\n", headers: str = "") -> bytes:
    head = f"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n{headers}\r\n".encode()
    return head + b"".join(b"%x\r\n%s\r\n" % (len(each), each) for each in pieces) + end


def dripping(start: bytes, piece: bytes, pause: float) -> Callable[[bytes], Iterable[bytes]]:
    def says(request: bytes) -> Iterator[bytes]:
        yield start
        while True:
            time.sleep(pause)
            yield piece

    return says


@contextmanager
def serving(pages: Mapping[str, Says] | None = None) -> Iterator[Site]:
    with socket.create_server(("127.0.0.1", 0), backlog=128) as door:
        site = Site(door.getsockname()[1], dict(pages or {}))
        ending = threading.Event()
        thread = threading.Thread(target=_serve, args=(door, site, ending), daemon=True)
        thread.start()
        try:
            yield site
        finally:
            ending.set()
            with contextlib.suppress(OSError):
                door.shutdown(socket.SHUT_RDWR)
            thread.join(2)


def _serve(door: socket.socket, site: Site, ending: threading.Event) -> None:
    while not ending.is_set():
        try:
            guest, _ = door.accept()
        except OSError:
            return
        threading.Thread(target=_greet, args=(guest, site, ending), daemon=True).start()


def _greet(guest: socket.socket, site: Site, ending: threading.Event) -> None:
    with guest, contextlib.suppress(OSError, IndexError):
        guest.settimeout(5)
        request = b""
        while b"\r\n\r\n" not in request:
            piece = guest.recv(65536)
            if not piece:
                return
            request += piece
        site.asked.append(request)
        path = request.split(b" ")[1].decode().partition("?")[0]
        says = site.pages.get(path, answer(b"nothing here", "404 Not Found"))
        for piece in [says] if isinstance(says, bytes) else says(request):
            if ending.is_set():
                return
            guest.sendall(piece)
