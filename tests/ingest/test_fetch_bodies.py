"""Hostile answers: each ends in time, in bounds, with a reason of its own."""

import gzip
import time
import zlib
from collections.abc import Iterator

import pytest

from briefings.errors import FetchError
from briefings.ingest.bodies import Unpacker, sniffed
from briefings.ingest.fetch import Fetcher
from briefings.ingest.sockets import Limits
from tests.ingest.web import QUICK, Says, answer, chunked, dripping, redirect, serving

MEGABYTE = 1 << 20
PAGE = b"<!doctype html><p>Vladimir Putin met Kim Jong Un in Pyongyang.</p>" * 20
PACKED = gzip.compress(PAGE)
GZIP = "Content-Encoding: gzip"
DEFLATE = "Content-Encoding: deflate"
HEAD = b"HTTP/1.1 200 OK\r\n"
CHUNKS = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
NO_CHUNK = {"cut-short", "broken-answer"}
NINE = HEAD + b"Content-Length: 9\r\n\r\n"
HTML = "Content-Type: text/html"


def bomb(size: int = 64 * MEGABYTE) -> bytes:
    return gzip.compress(b"\x00" * size)


def endless(request: bytes) -> Iterator[bytes]:
    yield HEAD + b"\r\n"
    while True:
        yield b"words and more words " * 4096


def endless_headers(request: bytes) -> Iterator[bytes]:
    yield HEAD
    while True:
        yield b"X-More: " + b"a" * 4096 + b"\r\n"


def endless_continue(request: bytes) -> Iterator[bytes]:
    while True:
        yield b"HTTP/1.1 100 Continue\r\nX: 1\r\n\r\n" * 64


HOSTILE: dict[str, tuple[Says, set[str]]] = {
    # bombs
    "gzip bomb": (answer(bomb(), "200 OK", GZIP), {"bomb", "too-large"}),
    "gzip bomb, chunked": (chunked(bomb(), headers=GZIP + "\r\n"), {"bomb", "too-large"}),
    "zlib bomb": (
        answer(zlib.compress(b"a" * (64 * MEGABYTE)), "200 OK", DEFLATE), {"bomb", "too-large"},
    ),
    "bomb in a second member": (
        answer(PACKED + bomb(), "200 OK", GZIP), {"bomb", "too-large"},
    ),
    "small bomb": (answer(gzip.compress(b" " * 900_000), "200 OK", GZIP), {"bomb"}),
    "members without end": (answer(PACKED * 40, "200 OK", GZIP), {"encoding"}),
    "empty members": (answer(gzip.compress(b"") * 4000, "200 OK", GZIP), {"encoding"}),
    "bomb called x-gzip": (
        answer(bomb(), "200 OK", "Content-Encoding: x-gzip"), {"bomb", "too-large"},
    ),
    # lies about the packing
    "brotli not asked for": (answer(PAGE, "200 OK", "Content-Encoding: br"), {"encoding"}),
    "zstd not asked for": (answer(PAGE, "200 OK", "Content-Encoding: zstd"), {"encoding"}),
    "packed twice": (
        answer(gzip.compress(PACKED), "200 OK", "Content-Encoding: gzip, gzip"), {"encoding"},
    ),
    "unknown packing": (answer(PAGE, "200 OK", "Content-Encoding: rot13"), {"encoding"}),
    "called gzip, is not": (answer(PAGE, "200 OK", GZIP), {"encoding"}),
    "called deflate, is not": (answer(PAGE, "200 OK", DEFLATE), {"encoding"}),
    "damaged gzip": (answer(PACKED[:30] + b"\xff" * 9 + PACKED[39:], "200 OK", GZIP), {"encoding"}),
    "gzip with a wrong checksum": (
        answer(PACKED[:-8] + b"\x00" * 8, "200 OK", GZIP), {"encoding"},
    ),
    "gzip with words behind it": (answer(PACKED + b"hello", "200 OK", GZIP), {"encoding"}),
    "zlib with words behind it": (
        answer(zlib.compress(PAGE) + b"hello", "200 OK", DEFLATE), {"encoding"},
    ),
    "gzip inside gzip undeclared": (answer(gzip.compress(PACKED), "200 OK", GZIP), {"not-text"}),
    # truncated
    "gzip cut short": (answer(PACKED[:-20], "200 OK", GZIP), {"cut-short"}),
    "gzip without its trailer": (answer(PACKED[:-8], "200 OK", GZIP), {"cut-short"}),
    "only a gzip header": (answer(PACKED[:10], "200 OK", GZIP), {"cut-short"}),
    "second member cut short": (answer(PACKED + PACKED[:-9], "200 OK", GZIP), {"cut-short"}),
    "shorter than it says": (HEAD + b"Content-Length: 99999\r\n\r\n" + PAGE, {"cut-short"}),
    "chunks without an end": (chunked(PAGE, end=b""), {"cut-short"}),
    "chunk shorter than it says": (
        CHUNKS + b"ffff\r\nshort", {"cut-short"},
    ),
    "chunk size that is none": (
        CHUNKS + b"xyz\r\nwords\r\n", NO_CHUNK,
    ),
    "negative chunk size": (
        CHUNKS + b"-5\r\nwords\r\n0\r\n\r\n",
        NO_CHUNK,
    ),
    "huge chunk size": (
        CHUNKS + b"f" * 30 + b"\r\nwords", NO_CHUNK,
    ),
    # too large, endless, slow
    "says it is huge": (HEAD + b"Content-Length: 99999999999\r\n\r\nx", {"too-large"}),
    "is huge": (answer(b"words " * 200_000), {"too-large"}),
    "is huge in chunks": (chunked(*[b"words " * 10_000] * 30), {"too-large"}),
    "endless": (endless, {"too-large"}),
    "endless chunk extensions": (
        dripping(CHUNKS, b"1;" + b"a" * 60_000 + b"\r\nx\r\n", 0),
        {"too-large", "broken-answer"},
    ),
    "endless trailers": (
        dripping(chunked(PAGE, end=b"0\r\n"), b"X: " + b"y" * 8000 + b"\r\n", 0),
        {"too-large", "too-slow"},
    ),
    "endless headers": (endless_headers, {"headers"}),
    "one endless header line": (dripping(HEAD + b"X: ", b"a" * 4096, 0), {"headers"}),
    "a thousand headers": (
        HEAD + b"".join(b"X-%d: y\r\n" % n for n in range(1000)) + b"\r\n", {"headers"},
    ),
    "one hundred and one headers": (
        HEAD + b"".join(b"X-%d: y\r\n" % n for n in range(101)) + b"\r\n", {"headers"},
    ),
    "endless 100 Continue": (endless_continue, {"headers"}),
    "endless status line": (dripping(b"HTTP/1.1 200 ", b"a" * 4096, 0), {"headers"}),
    "a byte now and then": (dripping(NINE.replace(b"9", b"9999"), b"x", 0.2), {"too-slow"}),
    "headers, a byte now and then": (dripping(HEAD + b"X: ", b"x", 0.2), {"too-slow"}),
    "silence": (dripping(b"", b"", 0.3), {"too-slow"}),
    "silence after the head": (dripping(NINE, b"", 0.3), {"too-slow"}),
    # no HTTP
    "nothing at all": (b"", {"unreachable", "broken-answer"}),
    "noise": (b"\x00\xff\xfe" * 400, {"broken-answer"}),
    "an SSH banner": (b"SSH-2.0-OpenSSH_9.2\r\n", {"broken-answer"}),
    "a Redis error": (b"-ERR unknown command\r\n" * 4, {"broken-answer"}),
    "a status that is no number": (b"HTTP/1.1 abc OK\r\n\r\n", {"broken-answer"}),
    "a status of four digits": (b"HTTP/1.1 2000 OK\r\n\r\nx", {"broken-answer"}),
    "HTTP/0.9": (PAGE, {"broken-answer"}),
    # statuses
    "404": (answer(PAGE, "404 Not Found"), {"not-there"}),
    "410": (answer(PAGE, "410 Gone"), {"gone"}),
    "401": (answer(PAGE, "401 Unauthorized"), {"forbidden"}),
    "403": (answer(PAGE, "403 Forbidden"), {"forbidden"}),
    "451": (answer(PAGE, "451 Unavailable"), {"forbidden"}),
    "429": (answer(PAGE, "429 Too Many", "Retry-After: 60"), {"busy"}),
    "500": (answer(PAGE, "500 Oops"), {"server"}),
    "206 that nobody asked for": (answer(PAGE, "206 Partial"), {"status"}),
    "204": (answer(b"", "204 No Content"), {"status"}),
    "a redirect without a target": (answer(b"", "302 Found"), {"redirect"}),
    # no text, whatever was declared
    "empty": (answer(b""), {"empty"}),
    "blanks": (answer(b" \n\t " * 100), {"empty"}),
    "a PNG called text": (
        answer(b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, "200 OK", HTML), {"not-text"},
    ),
    "a JPEG": (answer(b"\xff\xd8\xff\xe0" + b"\x00" * 99), {"not-text"}),
    "a program": (answer(b"\x7fELF" + b"\x01" * 200), {"not-text"}),
    "a Windows program": (answer(b"MZ\x90\x00" + b"\x01" * 200), {"not-text"}),
    "a video": (answer(b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 99), {"not-text"}),
    "noughts": (answer(b"\x00" * 5000), {"not-text"}),
    "random bytes": (answer(bytes(range(256)) * 20), {"not-text"}),
    "a gzip file": (answer(PACKED, "200 OK", "Content-Type: application/gzip"), {"not-text"}),
    "a GIF that is also script": (answer(b"GIF89a/*" + PAGE + b"*/=1"), {"not-text"}),
    "an SQLite file": (answer(b"SQLite format 3\x00" + b"\x00" * 99), {"not-text"}),
}  # fmt: skip


def refusal(fetcher: Fetcher, url: str) -> FetchError:
    with pytest.raises(FetchError) as refused:
        fetcher.get(url)
    return refused.value


def test_there_are_as_many_hostile_bodies_as_promised() -> None:
    assert len(HOSTILE) >= 60


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_answer_is_refused_in_time_for_its_own_reason(name: str) -> None:
    says, reasons = HOSTILE[name]
    with serving({"/": says}) as site:
        started = time.monotonic()

        error = refusal(site.fetcher(), site.url())

    assert error.reason in reasons, (name, error.reason)
    assert time.monotonic() - started < 5 * QUICK.seconds
    assert error.fields["host"]


def test_unpacking_a_bomb_stops_before_it_fills_the_memory() -> None:
    given = 0
    unpacker = Unpacker("gzip", limit=100 * MEGABYTE)
    packed = bomb()

    with pytest.raises(FetchError) as refused:  # noqa: PT012 -- where it stops is the point
        for start in range(0, len(packed), 1000):
            given += len(unpacker.feed(packed[start : start + 1000]))

    assert refused.value.reason == "bomb"
    assert given < 2 * MEGABYTE


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize(
    "says",
    [
        answer(PAGE),
        HEAD + b"\r\n" + PAGE,
        chunked(PAGE[:100], PAGE[100:]),
        answer(PACKED, "200 OK", GZIP),
        answer(gzip.compress(PAGE[:300]) + gzip.compress(PAGE[300:]), "200 OK", GZIP),
        answer(PACKED + b"\x00" * 512, "200 OK", GZIP),
        answer(zlib.compress(PAGE), "200 OK", DEFLATE),
        answer(raw_deflate(PAGE), "200 OK", DEFLATE),
        answer(PAGE, "203 Changed"),
        b"HTTP/1.1 100 Continue\r\n\r\n" + answer(PAGE),
        b"HTTP/1.0 200 OK\r\n\r\n" + PAGE,
    ],
)
def test_an_honest_answer_arrives_whole(says: bytes) -> None:
    with serving({"/": says}) as site:
        found = site.fetcher().get(site.url())

    assert found.body == PAGE
    assert found.media_type == "text/html"


def test_no_cookie_and_no_credential_is_ever_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    cookie = answer(b"", "302 Found", "Location: /b", "Set-Cookie: id=1; Path=/")
    with serving({"/": cookie, "/b": answer(PAGE)}) as site:
        site.fetcher(agent="Desk/9").get(site.url())

    sent = b"".join(site.asked).lower()
    assert b"cookie" not in sent
    assert b"authorization" not in sent
    assert b"referer" not in sent
    assert sent.count(b"user-agent: desk/9\r\n") == 2
    assert sent.count(b"accept-encoding: gzip, deflate\r\n") == 2


def test_what_we_have_already_is_not_sent_again() -> None:
    def says(request: bytes) -> Iterator[bytes]:
        known = b'If-None-Match: "v1"' in request and b"If-Modified-Since: Wed" in request
        yield answer(b"", "304 Not Modified") if known else answer(PAGE, "200 OK", 'ETag: "v1"')

    with serving({"/": says}) as site:
        fetcher = site.fetcher()
        first = fetcher.get(site.url())
        again = fetcher.get(site.url(), etag=first.headers["etag"], modified="Wed, 19 Jun 2024")

    assert (first.status, again.status) == (200, 304)
    assert again.body == b""


def test_a_permanent_redirect_tells_the_new_link_and_a_passing_one_does_not() -> None:
    pages: dict[str, Says] = {
        "/old": redirect("/new", "301 Moved"),
        "/now": redirect("/new", "302 Found"),
        "/both": redirect("/now", "308 Moved"),
        "/new": answer(PAGE),
    }
    with serving(pages) as site:
        fetcher = site.fetcher()
        assert fetcher.get(site.url("/old")).moved_to == site.url("/new")
        assert fetcher.get(site.url("/now")).moved_to is None
        assert fetcher.get(site.url("/both")).moved_to == site.url("/now")
        assert fetcher.get(site.url("/both")).url == site.url("/new")


def test_a_closed_fetcher_fetches_nothing() -> None:
    with serving({"/": answer(PAGE)}) as site:
        fetcher = site.fetcher()
        fetcher.close()

        assert refusal(fetcher, site.url()).reason == "stopped"
        assert not site.asked


def test_requests_to_one_host_pause_and_others_do_not_wait() -> None:
    with serving({"/": answer(PAGE)}) as site:
        fetcher = Fetcher(
            limits=Limits(seconds=3),
            pause=0.3,
            ports=frozenset({site.port}),
            allow=frozenset({f"127.0.0.1:{site.port}"}),
            resolve=lambda host, port: ["127.0.0.1"],
        )
        started = time.monotonic()
        for host in ("a.desk-a.org", "b.desk-a.org", "a.desk-a.org"):
            fetcher.get(site.url(host=host))

        assert 0.3 <= time.monotonic() - started < 0.9


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b"<rss version='2.0'>", "application/xml"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>", "application/xml"),
        (b' {"version": 1}', "application/json"),
        (b"<html>", "text/html"),
        ("북한".encode("utf-16-le") + b"a\x00", "text/plain"),
        ("Привет".encode("cp1251"), "text/plain"),
        (b"%PDF-1.7", "application/pdf"),
        (b"PK\x03\x04", "application/zip"),
        (b"\x00\x01\x02\x03\x04\x05\x06\x07", ""),
    ],
)
def test_the_first_bytes_say_what_it_is(body: bytes, media_type: str) -> None:
    assert sniffed(body) == media_type
