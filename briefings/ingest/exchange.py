"""One request and its answer over one connection."""

import http.client
from collections.abc import Mapping
from dataclasses import dataclass

from briefings.errors import FetchError
from briefings.ingest.bodies import OFFERED, Unpacker, sniffed
from briefings.ingest.links import Link
from briefings.ingest.sockets import Meter, Wire, slow

PIECE = 64 * 1024  # bytes
REDIRECTS = (301, 302, 303, 307, 308)
GOOD = (200, 203)
REFUSALS = {401: "forbidden", 403: "forbidden", 404: "not-there", 410: "gone", 451: "forbidden"}
BUSY = (429, 503)
LONGEST_RETRY = 7 * 24 * 3600  # seconds that a server may ask us to wait
ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.9,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class Fetched:
    """status: 200 or 304 (then without a body). moved_to: the new link, as far as the redirects on
    the way were permanent ones. url: where the body came from. media_type: by its first bytes."""

    url: str
    status: int
    body: bytes
    content_type: str
    media_type: str
    headers: Mapping[str, str]
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class Redirect:
    status: int
    location: str


class Exchange:
    """One request and its answer over one connection."""

    def __init__(self, wire: Wire, meter: Meter, most: int) -> None:
        self.wire, self.meter, self.most = wire, meter, most

    def run(self, link: Link, headers: Mapping[str, str]) -> Fetched | Redirect:
        """Raises FetchError."""
        try:
            return self._run(link, headers)
        except (http.client.HTTPException, ValueError):
            raise FetchError("The server's answer is no HTTP.", reason="broken-answer") from None
        except TimeoutError:
            raise slow() from None
        except OSError:
            raise FetchError("The connection breaks off.", reason="unreachable") from None

    def _run(self, link: Link, headers: Mapping[str, str]) -> Fetched | Redirect:
        self.wire.sendall(_request(link, headers))
        answer = http.client.HTTPResponse(self.wire, method="GET")  # type: ignore[arg-type]  # it takes no more than makefile
        _read_head(answer)
        kept = {name.lower(): text[:4096] for name, text in answer.getheaders()}
        if answer.status in REDIRECTS:
            return Redirect(answer.status, kept.get("location", ""))
        if answer.status == 304:
            return Fetched(str(link), 304, b"", "", "", kept)
        _check_status(answer.status, kept, link)
        body = self._body(answer, kept)
        return Fetched(
            str(link), 200, body, kept.get("content-type", ""), _usable(body, link), kept
        )

    def _body(self, answer: http.client.HTTPResponse, headers: Mapping[str, str]) -> bytes:
        if (answer.length or 0) > self.most:
            raise FetchError("The answer is too large.", reason="too-large", limit=self.most)
        self.meter.room = self.most + self.most // 8 + PIECE  # chunks carry their lengths
        unpacker = Unpacker(headers.get("content-encoding", ""), limit=self.most)
        parts = []
        try:
            while piece := answer.read(PIECE):
                parts.append(unpacker.feed(piece))
        except http.client.IncompleteRead:
            raise _cut_short() from None
        if answer.length:
            raise _cut_short()
        unpacker.end()
        return b"".join(parts)


def _read_head(answer: http.client.HTTPResponse) -> None:
    try:
        answer.begin()
    except http.client.BadStatusLine:
        raise
    except http.client.HTTPException:  # a line too long, or too many of them
        raise _large_head() from None
    except FetchError as error:
        raise (_large_head() if error.reason == "too-large" else error) from None


def _large_head() -> FetchError:
    return FetchError("The answer's head is too large.", reason="headers")


def _request(link: Link, headers: Mapping[str, str]) -> bytes:
    lines = {
        "Host": link.authority,
        "Accept": ACCEPT,
        "Accept-Encoding": OFFERED,
        "Connection": "close",
    }
    whole = "".join(f"{name}: {text}\r\n" for name, text in (lines | dict(headers)).items())
    return f"GET {link.target} HTTP/1.1\r\n{whole}\r\n".encode("latin-1", "replace")


def _check_status(status: int, headers: Mapping[str, str], link: Link) -> None:
    if status in GOOD:
        return
    reason = REFUSALS.get(status) or ("server" if status >= 500 else "status")
    fields: dict[str, object] = {"host": link.host, "status": status}
    if status in BUSY:
        reason = "busy"
        wait = headers.get("retry-after", "").strip()
        if wait.isdecimal() and len(wait) < 9:
            fields["retry_after"] = min(int(wait), LONGEST_RETRY)
    raise FetchError(f"The server answers with status {status}.", reason=reason, **fields)


def _usable(body: bytes, link: Link) -> str:
    if not body.strip():
        raise FetchError("The answer is empty.", reason="empty", host=link.host)
    media_type = sniffed(body)
    if not media_type:
        raise FetchError("The answer is not text.", reason="not-text", host=link.host)
    return media_type


def _cut_short() -> FetchError:
    return FetchError("The answer breaks off.", reason="cut-short")
