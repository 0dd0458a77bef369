"""Hostile feeds through the jail: none crashes, each ends in bounds."""

import contextlib
import gzip
import json
import random
import time
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.errors import BriefingsError, FeedError, UnusableDocumentError
from briefings.ingest.feed_entries import LONGEST_TITLE, MOST_ENTRIES, ParsedFeed
from briefings.ingest.feed_parsing import parse_feed
from briefings.ingest.jail import Jail
from tests.ingest.feeds_made import ATOM, item, rss

START = "<rss version='2.0'><channel><title>T</title>"
END = "</channel></rss>"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def noise(seed: int) -> bytes:
    return rss([item(1, "/a")]) + random.Random(seed).randbytes(5000)


def flipped(seed: int) -> bytes:
    """A feed with one byte in fifty changed."""
    chance = random.Random(seed)
    body = bytearray(rss([item(n, f"/{n}", content="<p>words</p>") for n in range(50)]))
    for _ in range(len(body) // 50):
        body[chance.randrange(len(body))] = chance.randrange(256)
    return bytes(body)


HOSTILE: dict[str, Callable[[], bytes | str]] = {
    "a billion laughs": lambda: f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>{START}&l9;{END}',
    "one large entity": lambda: (
        f'<!DOCTYPE r [<!ENTITY a "{"a" * 100_000}">]>{START}{"&a;" * 9000}'
    ),
    "an external entity": lambda: (
        f'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>{START}<item><title>&x;{END}'
    ),
    "an external entity by network": lambda: (
        f'<!DOCTYPE r [<!ENTITY x SYSTEM "http://127.0.0.1/">]>{START}&x;{END}'
    ),
    "a parameter entity": lambda: (
        f'<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1/e"> %p;]>{START}{END}'
    ),
    "an external definition": lambda: f'<!DOCTYPE r SYSTEM "file:///etc/passwd">{START}{END}',
    "a lower-case doctype": lambda: f'<!doctype r [<!entity a "b">]>{START}&a;{END}',
    "an entity nobody defined": lambda: f"{START}<item><title>&evil;</title></item>{END}",
    "an include": lambda: (
        f"{START}<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='/etc/passwd'/>{END}"
    ),
    "a stylesheet": lambda: f"<?xml-stylesheet href='file:///etc/passwd'?>{START}{END}",
    "100,000 entries": lambda: rss([item(n, f"/{n}") for n in range(100_000)])[:7_900_000],
    "100,000 entries with one id": lambda: rss(
        [f"<item><guid>1</guid><title>{n}</title></item>" for n in range(100_000)]
    ),
    "100,000 empty entries": lambda: rss(["<item/>"] * 100_000),
    "duplicate ids": lambda: rss([item(1, f"/{n}") for n in range(50)]),
    "no dates": lambda: rss(["<item><title>a</title><link>/a</link></item>"]),
    "future dates": lambda: rss([item(1, "/a", date="Fri, 31 Dec 9999 23:59:59 GMT")]),
    "impossible dates": lambda: rss([item(1, "/a", date="32 Foo 2024 99:99:99 +9999")]),
    "dates without end": lambda: rss([item(1, "/a", date="1" * 1_000_000)]),
    "dates before history": lambda: rss([item(1, "/a", date="Mon, 01 Jan 0001 00:00:00 GMT")]),
    "no ids": lambda: rss(["<item><title>a</title></item><item><title>b</title></item>"]),
    "an endless id": lambda: rss([item(1, "/a", guid="x" * 1_000_000)]),
    "an endless title": lambda: rss([item(1, "/a", title="x" * 3_000_000)]),
    "a title of tags": lambda: rss([item(1, "/a", title="<" * 1_000_000)]),
    "endless content": lambda: rss([item(1, "/a", content="x" * 7_000_000)]),
    "nested tags": lambda: START + "<a>" * 300_000 + END,
    "nested items": lambda: START + "<item><title>a" * 100_000 + END,
    "nested channels": lambda: "<rss>" + "<channel>" * 200_000,
    "nested outlines": lambda: "<opml>" + "<outline>" * 200_000,
    "one tag of attributes": lambda: (
        f"{START}<a {' '.join(f'a{n}=1' for n in range(60_000))}/>{END}"
    ),
    "one attribute without end": lambda: f"{START}<a b='{'c' * 6_000_000}'/>{END}",
    "namespaces without end": lambda: (
        START + "<a " + " ".join(f"xmlns:n{n}='u{n}'" for n in range(20_000)) + "/>" + END
    ),
    "unclosed characters": lambda: START + "<![CDATA[" * 500_000,
    "unclosed comments": lambda: START + "<!--" * 1_000_000,
    "unclosed instructions": lambda: START + "<?x " * 1_000_000,
    "ampersands": lambda: START + "&" * 2_000_000 + END,
    "references to nothing": lambda: START + "&#0;&#xD800;&#x110000;" * 50_000 + END,
    "noughts": lambda: START.encode() + b"\x00" * 100_000,
    "wrong charset": lambda: (
        b"<?xml version='1.0' encoding='utf-8'?>"
        + f"{START}<item><title>Пхеньян</title><link>/a</link></item>{END}".encode("cp1251")
    ),
    "charset that does not exist": lambda: (
        f"<?xml version='1.0' encoding='klingon-8'?>{START}<item><title>a</title></item>{END}"
    ),
    "charset utf-7": lambda: f"<?xml version='1.0' encoding='utf-7'?>{START}+ADw-item+AD4-{END}",
    "truncated in a tag": lambda: rss([item(n, f"/{n}") for n in range(9)])[:-60],
    "truncated in a character": lambda: (
        rss([item(1, "/a", title="북한")]).split("한".encode())[0] + b"\xed\x95"
    ),
    "a page instead": lambda: (
        "<!doctype html><html><body><p>Down for maintenance</p></body></html>"
    ),
    "a login page": lambda: "<html><form action='/login'><input name='password'></form></html>",
    "a page naming itself": lambda: (
        "<html><link rel='alternate' type='application/rss+xml' href='/feed'></html>"
    ),
    "a page naming 100,000 feeds": lambda: (
        "<html>" + "<link rel='alternate' type='application/rss+xml' href='/f'>" * 100_000
    ),
    "gzip bytes": lambda: gzip.compress(rss([item(1, "/a")])),
    "a gzip bomb": lambda: gzip.compress(b"\x00" * 50_000_000),
    "nested JSON": lambda: "[" * 500_000,
    "nested JSON in items": lambda: '{"items":' + "[" * 100_000 + "]" * 100_000 + "}",
    "a number without end": lambda: '{"items":[{"id":' + "9" * 1_000_000 + "}]}",
    "100,000 JSON items": lambda: json.dumps({"items": [{"id": n} for n in range(100_000)]}),
    "JSON of other types": lambda: json.dumps(
        {"items": [{"id": [], "url": {}, "title": 3.5, "content_html": None}, None, 1, "x"]}
    ),
    "lone surrogates": lambda: '{"items":[{"id":"\\ud800","title":"\\udc00","url":"/a"}]}',
    "not a number": lambda: '{"items":[{"id":NaN,"title":Infinity}]}',
    "links to anywhere": lambda: rss(
        [item(n, link) for n, link in enumerate(["javascript:x", "file:///x", "//", "http://["])]
    ),
    "script in the content": lambda: rss([item(1, "/a", content="<script>alert(1)</script>")]),
    "empty": lambda: "",
    "blanks": lambda: " " * 100_000,
    "only a declaration": lambda: "<?xml version='1.0'?>",
    "noise behind it": lambda: noise(1),
    "flipped bytes": lambda: flipped(1),
    "flipped bytes again": lambda: flipped(2),
    "Atom with links without end": lambda: (
        f"<feed xmlns='{ATOM}'><entry>" + "<link href='ftp://x'/>" * 100_000 + "</entry></feed>"
    ),
}


@pytest.fixture(scope="module")
def jail() -> Iterator[Jail]:
    shared = Jail(["briefings.ingest.feed_parsing"])
    yield shared
    shared.close()


def test_there_are_as_many_hostile_feeds_as_promised() -> None:
    assert len(HOSTILE) >= 40


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_feed_ends_in_bounds(jail: Jail, name: str) -> None:
    made = HOSTILE[name]()
    body = made.encode() if isinstance(made, str) else made
    started = time.monotonic()
    try:
        found: ParsedFeed | str = jail.call(parse_feed, body, url="https://news.desk-a.org/feed")
    except (FeedError, UnusableDocumentError) as error:
        found = error.reason
    assert found
    assert time.monotonic() - started < 12
    if isinstance(found, ParsedFeed):
        assert_bounded(found)


def assert_bounded(found: ParsedFeed) -> None:
    words = repr(found)
    assert "root:" not in words
    assert "haha" not in words
    assert len(found.entries) <= MOST_ENTRIES
    assert len({entry.entry_id for entry in found.entries}) == len(found.entries)
    for entry in found.entries:
        assert len(entry.title) <= LONGEST_TITLE
        assert entry.link is None or entry.link.startswith(("http://", "https://"))


@settings(max_examples=120, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<rss>", "<channel>", "<item>", "</item>", "<title>", "</title>", "<link>", "&amp;",
                "<![CDATA[", "]]>", "<feed>", "<entry>", "&", "<", ">", "'", '"', "<!--", "-->",
                "<!DOCTYPE", "<?xml", "?>", "[", "{", "}", "]", '"items":', "북한", "\x00", "http://[",
                "<guid>", "<pubDate>", "2024-06-19", "<ttl>9", "xml:base='http://['", "a ",
            ]
        ),
        max_size=60,
    )
)  # fmt: skip
def test_whatever_the_pieces_only_a_reason_comes_out(pieces: list[str]) -> None:
    with contextlib.suppress(BriefingsError):
        assert_bounded(parse_feed("".join(pieces).encode(), url="https://news.desk-a.org/feed"))
