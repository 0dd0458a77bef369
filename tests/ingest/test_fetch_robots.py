"""What a site asks in its robots.txt is done."""

import time

import pytest

from briefings.errors import FetchError
from briefings.ingest.robots import parse_robots
from tests.ingest.web import answer, serving

PAGE = answer(b"<p>words</p>")


def allows(text: str, target: str, agent: str = "Tumen/0.1") -> bool:
    return parse_robots(text.encode(), agent).allow(target)


@pytest.mark.parametrize(
    ("text", "target", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/c", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
        ("User-agent: *\nDisallow: /\nUser-agent: tumen\nAllow: /", "/a", True),
        ("User-agent: TUMEN/2\nDisallow: /x # no\n\nUser-agent: *\nDisallow: /", "/y", True),
        ("User-agent: a\nUser-agent: tumen\nDisallow: /x", "/x", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", True),
        ("User-agent: *\nDisallow: /a*b*c", "/a--b--c--", False),
        ("User-agent: *\nDisallow: /a*b*c", "/a--c--b", True),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("disallow: /\nnonsense\n:\n", "/a", True),
        ("\ufeffUser-agent: *\nDisallow: /", "/a", True),
    ],
)
def test_the_longest_rule_of_our_own_group_decides(text: str, target: str, allowed: bool) -> None:
    assert allows(text, target) is allowed


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("User-agent: *\nCrawl-delay: 2", 2.0),
        ("User-agent: *\nDisallow: /a\nCrawl-delay: 0.5", 0.5),
        ("User-agent: *\nCrawl-delay: 2\nUser-agent: tumen\nCrawl-delay: 3", 3.0),
        ("User-agent: *\nCrawl-delay: 2\nUser-agent: tumen\nDisallow: /a", 0.0),
        ("User-agent: *\nCrawl-delay: 86400", 10.0),
        ("User-agent: *\nCrawl-delay: -1", 0.0),
        ("User-agent: *\nCrawl-delay: soon", 0.0),
        ("User-agent: *\nCrawl-delay: inf", 0.0),
        ("Crawl-delay: 5", 0.0),
    ],
)
def test_the_pause_that_a_site_wants_is_known_within_bounds(text: str, seconds: float) -> None:
    assert parse_robots(text.encode(), "Tumen/0.1").delay == seconds


def test_requests_keep_the_pause_that_the_site_wants() -> None:
    rules = answer(b"User-agent: *\nCrawl-delay: 0.4")
    with serving({"/robots.txt": rules, "/a": PAGE, "/b": PAGE}) as site:
        fetcher = site.fetcher(robots="pages")
        started = time.monotonic()
        fetcher.get(site.url("/a"), named=False)
        fetcher.get(site.url("/b"), named=False)

        assert time.monotonic() - started >= 0.4

        never = site.fetcher(robots="never")
        started = time.monotonic()
        never.get(site.url("/a"), named=False)
        never.get(site.url("/b"), named=False)
        assert time.monotonic() - started < 0.4


def test_stars_without_end_cost_no_time() -> None:
    assert allows("User-agent: *\nDisallow: /" + "*a" * 400 + "b", "/" + "a" * 2000)


RULES = answer(b"User-agent: *\nDisallow: /private")


def test_a_page_found_in_a_feed_is_left_alone_where_the_site_asks_for_it() -> None:
    pages = {"/robots.txt": RULES, "/private/a": PAGE, "/b": PAGE}
    with serving(pages) as site:
        fetcher = site.fetcher(robots="pages")
        with pytest.raises(FetchError) as refused:
            fetcher.get(site.url("/private/a"), named=False)
        fetcher.get(site.url("/b"), named=False)
        fetcher.get(site.url("/private/a"), named=True)

    assert refused.value.reason == "robots"
    assert site.paths() == ["/robots.txt", "/b", "/private/a"]


def test_always_and_never_mean_what_they_say() -> None:
    with serving({"/robots.txt": RULES, "/private/a": PAGE}) as site:
        with pytest.raises(FetchError):
            site.fetcher(robots="always").get(site.url("/private/a"))
        site.fetcher(robots="never").get(site.url("/private/a"), named=False)


@pytest.mark.parametrize(
    ("status", "allowed"), [("404 Not Found", True), ("403 No", True), ("503 Busy", False)]
)
def test_without_rules_everything_is_allowed_and_without_an_answer_nothing(
    status: str, allowed: bool
) -> None:
    with serving({"/robots.txt": answer(b"x", status), "/a": PAGE}) as site:
        fetcher = site.fetcher(robots="pages")
        if allowed:
            fetcher.get(site.url("/a"), named=False)
        else:
            with pytest.raises(FetchError):
                fetcher.get(site.url("/a"), named=False)
