"""Hostile links: each is refused with a reason of its own, and no socket is opened for it."""

import pytest

from briefings.errors import FetchError
from briefings.ingest.addresses import public_address
from briefings.ingest.fetch import Fetcher
from briefings.ingest.links import normal_link, parse_link
from briefings.ingest.sockets import Limits
from tests.ingest.web import HOST, connects, redirect, serving

HOSTILE = {
    # IPv4 in every notation
    "http://127.0.0.1/": "address",
    "http://127.1/": "host",
    "http://127.0.1/": "host",
    "http://2130706433/": "host",
    "http://0x7f000001/": "host",
    "http://0x7f.0.0.1/": "host",
    "http://0x7f.1/": "host",
    "http://017700000001/": "host",
    "http://0177.0.0.1/": "host",
    "http://127.0.0.01/": "host",
    "http://127.0.0.1./": "address",
    "http://127.0.0.1.0/": "host",
    "http://127.0.0.256/": "host",
    "http://0/": "host",
    "http://0.0.0.0/": "address",
    "http://１２７.０.０.１/": "address",
    "http://127。0。0。1/": "address",
    "http://①②⑦.⓪.⓪.①/": "address",
    "http://10.0.0.1/": "address",
    "http://10.255.255.255/": "address",
    "http://100.64.0.1/": "address",
    "http://169.254.169.254/latest/meta-data/": "address",
    "http://172.16.0.1/": "address",
    "http://172.31.255.254/": "address",
    "http://192.168.1.1/": "address",
    "http://192.0.0.192/": "address",
    "http://192.0.2.1/": "address",
    "http://192.88.99.1/": "address",
    "http://198.18.0.1/": "address",
    "http://198.51.100.7/": "address",
    "http://203.0.113.7/": "address",
    "http://224.0.0.1/": "address",
    "http://240.0.0.1/": "address",
    "http://255.255.255.255/": "address",
    "http://168.63.129.16/": "address",
    "http://100.100.100.200/": "address",
    # IPv6
    "http://[::]/": "address",
    "http://[::1]/": "address",
    "http://[0:0:0:0:0:0:0:1]/": "address",
    "http://[::ffff:127.0.0.1]/": "address",
    "http://[::ffff:7f00:1]/": "address",
    "http://[::ffff:169.254.169.254]/": "address",
    "http://[::127.0.0.1]/": "address",
    "http://[64:ff9b::7f00:1]/": "address",
    "http://[64:ff9b::169.254.169.254]/": "address",
    "http://[64:ff9b:1::1]/": "address",
    "http://[2002:7f00:1::]/": "address",
    "http://[2002:a9fe:a9fe::]/": "address",
    "http://[2001::1]/": "address",
    "http://[2001:db8::1]/": "address",
    "http://[2001:2::1]/": "address",
    "http://[3fff::1]/": "address",
    "http://[fe80::1]/": "address",
    "http://[fe80::1%25eth0]/": "address",
    "http://[2606:4700::1%25eth0]/": "address",
    "http://[fc00::1]/": "address",
    "http://[fd00:ec2::254]/": "address",
    "http://[fec0::1]/": "address",
    "http://[ff02::1]/": "address",
    "http://[100::1]/": "address",
    "http://[5f00::1]/": "address",
    "http://[v1.x]/": "address",
    "http://[::1/": "bad-link",
    "http://[2001:db8::1]x/": "bad-link",
    # names
    "http://localhost/": "host",
    "http://LOCALHOST./": "host",
    "http://a.localhost/": "host",
    "http://printer.local/": "host",
    "http://metadata.google.internal/": "host",
    "http://metadata/": "host",
    "http://router.lan/": "host",
    "http://x.onion/": "host",
    "http://-a.org/": "host",
    "http://a..org/": "host",
    "http://.org/": "host",
    "http://a%2eorg/": "host",
    "http://127.0.0.1%00.a.org/": "host",
    f"http://{'a' * 64}.org/": "host",
    f"http://{'a.' * 130}org/": "host",
    # user info
    "http://user@news.org/": "user-info",
    "http://user:secret@news.org/": "user-info",
    "http://news.org@127.0.0.1/": "user-info",
    "http://news.org:80@127.0.0.1/": "user-info",
    "http://@news.org/": "user-info",
    # ports
    "http://news.org:22/": "port",
    "http://news.org:25/": "port",
    "http://news.org:6379/": "port",
    "http://news.org:8080/": "port",
    "http://news.org:0/": "port",
    "http://news.org:65536/": "bad-link",
    "http://news.org:-1/": "bad-link",
    "http://news.org:80x/": "bad-link",
    # schemes
    "file:///etc/passwd": "scheme",
    "ftp://news.org/": "scheme",
    "gopher://news.org:70/_x": "scheme",
    "data:text/plain,hello": "scheme",
    "javascript:alert(1)": "scheme",
    "dict://news.org:11211/stat": "scheme",
    "jar:http://news.org/!/": "scheme",
    "//news.org/": "scheme",
    "news.org": "scheme",
    "ws://news.org/": "scheme",
    # characters that parsers read differently
    "": "bad-link",
    "   ": "bad-link",
    "http://": "host",
    "http:///etc/passwd": "host",
    "http://news.org\\@127.0.0.1/": "bad-link",
    "http://news.org\r\nHost: 127.0.0.1/": "bad-link",
    "http://news.org/\tx": "bad-link",
    "http://news.org/ x": "bad-link",
    "http://news.org/\x00": "bad-link",
    "http://ne\u200bws.org/": "bad-link",
    "http://news.org/\u202ecod.exe": "bad-link",
    f"http://news.org/{'a' * 3000}": "bad-link",
}


def refusal(fetcher: Fetcher, url: str) -> FetchError:
    with pytest.raises(FetchError) as refused:
        fetcher.get(url)
    return refused.value


def test_there_are_as_many_hostile_links_as_promised() -> None:
    assert len(HOSTILE) >= 80


@pytest.mark.parametrize("url", HOSTILE)
def test_a_hostile_link_is_refused_for_its_own_reason_before_a_socket_is_opened(url: str) -> None:
    fetcher = Fetcher(resolve=lambda host, port: ["127.0.0.1"])
    before = len(connects)

    error = refusal(fetcher, url)

    assert error.reason == HOSTILE[url]
    assert connects[before:] == []
    assert "secret" not in f"{error} {error.fields}"


@pytest.mark.parametrize(
    "url", [url for url in HOSTILE if url.strip() and not any(c in url for c in "\r\n\x00")]
)
def test_a_redirect_to_a_hostile_link_is_not_followed(url: str) -> None:
    location = url.encode("utf-8").decode("latin-1")  # as it looks in a header
    with serving({"/": redirect("x").replace(b"Location: x", b"Location: " + url.encode())}) as at:
        before = len(connects)

        error = refusal(at.fetcher(), at.url())

    assert error.reason != "not-text", location
    assert set(connects[before:]) == {("127.0.0.1", at.port)}


@pytest.mark.parametrize(
    "records",
    [
        ["127.0.0.1"],
        ["93.184.215.14", "10.0.0.1"],  # one of two
        ["2606:4700::6810:84e5", "::1"],
        ["::ffff:10.0.0.1"],
        ["169.254.169.254"],
        ["fe80::1%eth0"],
        ["0.0.0.0"],  # noqa: S104 -- nobody binds to it
        ["64:ff9b::a00:1"],
    ],
)
def test_a_public_name_with_a_record_that_is_not_public_is_not_connected_to(
    records: list[str],
) -> None:
    fetcher = Fetcher(resolve=lambda host, port: records)
    before = len(connects)

    assert refusal(fetcher, f"http://{HOST}/").reason == "address"
    assert connects[before:] == []


def test_a_name_that_changes_its_address_is_checked_at_each_connect() -> None:
    with serving() as site:
        site.pages["/"] = redirect("/second")
        answers = iter([["127.0.0.1"], ["127.0.0.2"]])
        fetcher = Fetcher(
            limits=Limits(seconds=2),
            pause=0.0,
            robots="never",
            ports=frozenset({site.port}),
            allow=frozenset({f"127.0.0.1:{site.port}"}),
            resolve=lambda host, port: next(answers),
        )
        before = len(connects)

        assert refusal(fetcher, site.url()).reason == "address"
        assert connects[before:] == [("127.0.0.1", site.port)]


@pytest.mark.parametrize(
    ("location", "reason"),
    [("", "redirect"), ("http://[", "redirect"), ("ftp://a.org/", "scheme"), ("/a b", "redirect")],
)
def test_a_redirect_that_leads_nowhere_says_so(location: str, reason: str) -> None:
    with serving({"/": redirect(location)}) as site:
        assert refusal(site.fetcher(), site.url()).reason == reason


def test_redirects_end_after_five() -> None:
    with serving({f"/{n}": redirect(f"/{n + 1}") for n in range(20)}) as site:
        assert refusal(site.fetcher(), site.url("/0")).reason == "redirects"
        assert len(site.asked) == 6


def test_a_redirect_to_itself_ends() -> None:
    with serving({"/": redirect("/")}) as site:
        assert refusal(site.fetcher(), site.url()).reason == "redirects"


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("8.8.8.8", "8.8.8.8"),
        ("::ffff:8.8.8.8", "8.8.8.8"),
        ("2606:4700::6810:84e5", "2606:4700::6810:84e5"),
        ("64:ff9b::808:808", "64:ff9b::808:808"),
        ("2a00:1450:4001:81b::200e", "2a00:1450:4001:81b::200e"),
    ],
)
def test_public_addresses_are_let_through(address: str, meant: str) -> None:
    assert public_address(address) == meant


def test_a_plain_link_keeps_its_path_and_query_and_encodes_what_needs_it() -> None:
    link = parse_link("https://Yna.co.kr/기사?q=북한&b=1#top")

    assert str(link) == "https://yna.co.kr/%EA%B8%B0%EC%82%AC?q=%EB%B6%81%ED%95%9C&b=1"
    assert parse_link("http://xn--80aswg.xn--p1ai/").host == "xn--80aswg.xn--p1ai"
    assert parse_link("http://сайт.рф/").host == "xn--80aswg.xn--p1ai"
    assert parse_link("http://news.org:8080/", ports=frozenset({8080})).port == 8080


@pytest.mark.parametrize(
    "other",
    [
        "http://news.org/a/",
        "https://www.news.org/a#x",
        "https://NEWS.org:443/a?utm_source=feed&fbclid=1",
        "https://news.org./a",
    ],
)
def test_links_to_one_page_are_one(other: str) -> None:
    assert normal_link(other) == normal_link("https://news.org/a")
    assert normal_link(other.replace("/a", "/b")) != normal_link("https://news.org/a")
