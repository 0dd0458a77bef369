"""Feeds made by hand as sites write them, and what comes of mangled feeds and documents."""

import contextlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.errors import BriefingsError
from briefings.ingest.extract import extract
from briefings.ingest.feed_parsing import parse_feed
from tests.ingest.test_bad_input import holds_together
from tests.ingest.test_feeds_hostile import assert_bounded

CORPUS = Path(__file__).parents[1] / "corpus" / "feeds"
SEEDS = Path(__file__).parents[2] / "seeds"
BASE = "https://base.example.org/feed"
DAY = date(2024, 6, 20)

FEEDS: dict[str, tuple[str, str, list[tuple[str, str | None, date | None]]]] = {
    "rss_full_text.xml": ("rss", "Harbour Gazette & Notes", [
        ("Ministers meet in Vladivostok again",
         "https://harbour.example.org/2024/06/ministers?utm_source=rss", DAY),
        ("Ferry timetable", "https://base.example.org/2024/06/ferry", date(2024, 6, 19)),
    ]),
    "atom_xhtml.xml": ("atom", "Notes from the desk", [
        ("A bridge reopens", "https://desk.example.org/notes/bridge", DAY),
        ("No link, only words", None, date(2024, 6, 18)),
    ]),
    "json_feed.json": ("json", "Peninsula Digest", [
        ("Grain arrives", "https://digest.example.org/17", DAY),
        ("", "https://other.example.org/story", None),
        ("", "https://digest.example.org/19", None),
    ]),
    "rdf_rss_1.xml": ("rss", "Old Wire", [
        ("Talks in a third country", "https://old.example.org/1", DAY),
    ]),
    "wordpress.json": ("wordpress", "", [
        ("Fisheries “deal”", "https://blog.example.org/five/", DAY),
        ("Four", "https://blog.example.org/four/", date(2024, 6, 19)),
    ]),
    "no_dates_relative.xml": ("rss", "Bare", [
        ("First bare", "https://base.example.org/a/1.html", None),
        ("Second & broken", "https://base.example.org/a/2.html", None),
        ("", None, None),
    ]),
    "korean_euc_kr.xml": ("rss", "항구 신문", [
        ("장관들, 블라디보스토크서 회담", "https://hangu.example.org/1", DAY),
    ]),
    "russian_cp1251.xml": ("rss", "Портовый вестник", [
        ("Министры встретились во Владивостоке", "https://port.example.org/1", DAY),
        ("Без даты", "https://port.example.org/2", None),
    ]),
    "utf16_bom.xml": ("rss", "Wide", [("Wide words", "https://wide.example.org/1", None)]),
    "podcast.xml": ("rss", "Desk Talks", [("Episode 1", None, DAY)]),
    "page_naming_feeds.html": ("page", "", []),
}  # fmt: skip


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_is_read_as_its_site_means_it(name: str) -> None:
    form, title, entries = FEEDS[name]

    found = parse_feed((CORPUS / name).read_bytes(), url=BASE)

    assert (found.form, found.title) == (form, title)
    assert [(each.title, each.link, each.day) for each in found.entries] == entries


def test_a_feed_that_breaks_off_gives_what_came_whole() -> None:
    found = parse_feed((CORPUS / "cut_off.xml").read_bytes(), url=BASE)

    assert found.broken
    assert found.entries[0].title == "Whole"


def test_a_page_names_its_feeds_and_the_whole_text_goes_before_the_short_one() -> None:
    page = parse_feed((CORPUS / "page_naming_feeds.html").read_bytes(), url=BASE)
    full = parse_feed((CORPUS / "rss_full_text.xml").read_bytes(), url=BASE)

    assert page.feeds == (
        "https://base.example.org/feed.xml",
        "https://site.example.org/atom.xml",
        "https://base.example.org/feed.json",
    )
    assert "agreed on a ferry" in full.entries[0].content
    assert full.ttl_minutes == 45


TOKENS = [
    b"<", b">", b"&", b"]]>", b"<![CDATA[", b"<!--", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b'"',
    b"'", b"</item>", b"<item>", b"</title>", b"{", b"}", b"[", b"]", b",", b"&amp;", b"&#x0;",
    b"&#1114112;", b"<!DOCTYPE x [", b"http://[", b"\\ud800", b"\xed\xa0\x80", b"9" * 400, b"\r\n",
    b"<?xml", b"<div>" * 30,
]  # fmt: skip
WOUNDS = st.lists(
    st.tuples(
        st.floats(0, 1), st.integers(0, 60), st.one_of(st.just(b""), st.sampled_from(TOKENS))
    ),
    min_size=1,
    max_size=8,
)  # where, how many bytes go, what comes instead


def wounded(body: bytes, wounds: list[tuple[float, int, bytes]]) -> bytes:
    for where, gone, instead in wounds:
        at = int(where * len(body))
        body = body[:at] + instead + body[at + gone :]
    return body


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(sorted(path.name for path in CORPUS.iterdir())), WOUNDS)
def test_a_mangled_feed_gives_a_reason_or_stays_in_bounds(
    name: str, wounds: list[tuple[float, int, bytes]]
) -> None:
    body = wounded((CORPUS / name).read_bytes(), wounds)

    with contextlib.suppress(BriefingsError):
        assert_bounded(parse_feed(body, url=BASE))


DOCUMENTS = [*sorted(SEEDS.glob("*.txt")), CORPUS / "page_naming_feeds.html"]


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(DOCUMENTS),
    WOUNDS,
    st.sampled_from(["", "a.html", "a.json", "a.txt", "a.md", "a.eml", "a.pdf", "a.docx"]),
)
def test_a_mangled_document_gives_a_reason_or_holds_together(
    path: Path, wounds: list[tuple[float, int, bytes]], name: str
) -> None:
    body = wounded(path.read_bytes()[:6_000], wounds)

    with contextlib.suppress(BriefingsError):
        assert holds_together(extract(body, file_name=name))
