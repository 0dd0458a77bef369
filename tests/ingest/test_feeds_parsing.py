"""Formats of feeds, well-formed and not."""

import json
from datetime import UTC, date, datetime

import pytest

from briefings.errors import FeedError
from briefings.ingest.feed_entries import ParsedFeed
from briefings.ingest.feed_parsing import parse_feed
from briefings.ingest.opml import parse_opml, to_opml
from tests.ingest.feeds_made import ATOM, item, rss

NETSCAPE = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://a.org/r.dtd">'
URL = "https://news.desk-a.org/feed/"


def parsed(body: bytes | str, content_type: str = "") -> ParsedFeed:
    given = body.encode() if isinstance(body, str) else body
    return parse_feed(given, content_type=content_type, url=URL)


def test_rss_2_gives_title_entries_dates_and_full_content() -> None:
    feed = parsed(
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
        "<title>Yonhap &amp; more</title><ttl>90</ttl><item>"
        "<title><![CDATA[Kim &amp; Putin]]></title><link><![CDATA[/a?b=1&c=2]]></link>"
        "<guid>abc</guid><pubDate>Wed, 19 Jun 2024 18:00:00 KST</pubDate>"
        "<description>Short</description><content:encoded><![CDATA[<p>Whole</p>]]></content:encoded>"
        "</item></channel></rss>"
    )

    (entry,) = feed.entries
    assert (feed.form, feed.title, feed.ttl_minutes) == ("rss", "Yonhap & more", 90)
    assert entry.title == "Kim & Putin"
    assert entry.link == "https://news.desk-a.org/a?b=1&c=2"
    assert entry.entry_id == "abc"
    assert entry.content == "<p>Whole</p>"
    assert entry.published == datetime(2024, 6, 19, 9, 0, tzinfo=UTC)
    assert entry.day == date(2024, 6, 19)


def test_atom_takes_the_alternate_link_and_markup_as_it_stands() -> None:
    feed = parsed(
        f"<feed xmlns='{ATOM}' xml:base='https://a.org/x/'>"
        "<title type='html'>A &lt;b&gt;x&lt;/b&gt;</title>"
        "<entry><id>tag:1</id><title type='xhtml'><div>Kim <b>met</b> Putin</div></title>"
        "<link rel='self' href='/self'/><link rel='alternate' href='y'/>"
        "<updated>2024-06-19T10:00:00Z</updated><published>2024-06-18T23:00:00-05:00</published>"
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Words</p></div></content>"
        "</entry></feed>"
    )

    (entry,) = feed.entries
    assert (feed.form, feed.title) == ("atom", "A x")
    assert (entry.title, entry.link) == ("Kim met Putin", "https://a.org/x/y")
    assert "<p>Words</p>" in entry.content
    assert entry.day == date(2024, 6, 18)


def test_rss_1_has_its_items_beside_the_channel() -> None:
    feed = parsed(
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
        "xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        "<channel><title>KCNA</title></channel><item rdf:about='https://k.org/1'>"
        "<title>One</title><link>https://k.org/1</link><dc:date>2024-06-19</dc:date></item></rdf:RDF>"
    )

    assert [(e.entry_id, e.day) for e in feed.entries] == [("https://k.org/1", date(2024, 6, 19))]


def test_a_json_feed_and_a_list_of_wordpress_posts_are_read() -> None:
    feed = parsed(
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": "J",
                "items": [
                    {"id": 7, "url": "/a", "title": "A", "content_text": "words"},
                    {"id": "8", "external_url": "https://b.org/", "date_published": "2024-06-19"},
                    "no item", {},
                ],
            }
        )
    )  # fmt: skip
    posts = parsed(
        json.dumps(
            [
                {
                    "id": 1,
                    "date": "2024-06-18T21:02:03",
                    "date_gmt": "2024-06-19T01:02:03",
                    "link": "https://w.org/p",
                    "guid": {"rendered": "https://w.org/?p=1"},
                    "title": {"rendered": "Kim &#038; Putin"},
                    "content": {"rendered": "<p>x</p>"},
                }
            ]
        )
    )

    assert [(e.entry_id, e.link) for e in feed.entries] == [
        ("7", "https://news.desk-a.org/a"),
        ("8", "https://b.org/"),
    ]
    assert posts.form == "wordpress"
    assert posts.entries[0].title == "Kim & Putin"
    assert posts.entries[0].published == datetime(2024, 6, 19, 1, 2, 3, tzinfo=UTC)
    assert posts.entries[0].day == date(2024, 6, 18)  # where it was published


def test_a_page_names_its_feeds_and_the_interface_of_wordpress_comes_last() -> None:
    found = parsed(
        "<!doctype html><head><link rel='https://api.w.org/' href='/wp-json/'>"
        "<link rel='alternate' type='application/rss+xml' href='/rss.xml'>"
        "<link rel='alternate' hreflang='ko' href='/ko'>"
        "<link rel='alternate' type='application/atom+xml' href='http://x.org/atom'></head>"
    )

    assert found.form == "page"
    assert found.feeds == (
        "https://news.desk-a.org/rss.xml",
        "http://x.org/atom",
        "https://news.desk-a.org/wp-json/wp/v2/posts?per_page=50",
    )


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("<rss><channel><title>Kim &nbsp;&amp; Putin &mdash; talks</title>", "Kim & Putin — talks"),
        ("<rss><channel><title>AT&T and R&D</title>", "AT&T and R&D"),
        ("<rss><channel><title>cut <b>off", "cut off"),
        ("  \n<?xml version='1.0' encoding='utf-16'?><rss><channel><title>lies</title>", "lies"),
        (NETSCAPE + "<rss><channel><title>old</title></channel></rss>", "old"),
    ],
)
def test_what_is_not_well_formed_is_mended(body: str, title: str) -> None:
    assert parsed(body).title == title


@pytest.mark.parametrize("encoding", ["euc-kr", "utf-8", "utf-16", "utf-8-sig"])
def test_korean_is_read_in_the_encoding_that_the_feed_declares(encoding: str) -> None:
    text = f"<?xml version='1.0' encoding='{encoding}'?><rss><channel><title>북러 정상회담</title>"

    assert parsed((text + "</channel></rss>").encode(encoding)).title == "북러 정상회담"


def test_russian_is_read_by_the_header_where_the_feed_declares_nothing() -> None:
    body = "<rss><channel><title>Переговоры в Пхеньяне</title></channel></rss>".encode("cp1251")

    assert parsed(body, "text/xml; charset=windows-1251").title == "Переговоры в Пхеньяне"


def test_of_two_entries_with_one_id_the_first_counts_and_without_id_the_words_do() -> None:
    feed = parsed(
        rss([item(1, "/a"), item(1, "/b"), "<item><title>x</title></item>" * 2, "<item/>"])
    )

    assert [entry.title for entry in feed.entries] == ["Story 1", "x"]


def test_more_entries_than_the_cap_are_counted_and_left() -> None:
    feed = parsed(rss([item(n, f"/{n}") for n in range(700)]))

    assert (len(feed.entries), feed.left_out) == (500, 200)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ('<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel/></rss>', "entities"),
        ("<html><body>No feed here</body></html>", "no-feed"),
        ("plain words", "no-feed"),
        ('{"a": 1}', "not-a-feed"),
        ("[1, 2]", "not-a-feed"),
        ("{broken", "broken"),
        ("<rss></rss>", "not-a-feed"),
        ("<opml version='2.0'><body/></opml>", "opml"),
    ],
)
def test_what_is_no_feed_says_why(body: str, reason: str) -> None:
    with pytest.raises(FeedError) as refused:
        parsed(body)

    assert refused.value.reason == reason


def test_a_list_of_feeds_goes_out_and_comes_back() -> None:
    feeds = (("A & “B”", "https://a.org/rss?x=1&y=2"), ("북한 뉴스", "http://b.org/feed"))

    assert parse_opml(to_opml(feeds)) == feeds


@pytest.mark.parametrize(
    "body",
    [
        b"words",
        b"<opml><body><outline text='no link'/></body></opml>",
        b"<opml><body><outline xmlUrl='file:///etc/passwd'/></body></opml>",
        b'<!DOCTYPE opml [<!ENTITY a SYSTEM "file:///etc/passwd">]><opml>&a;</opml>',
    ],
)
def test_a_list_without_feeds_is_refused(body: bytes) -> None:
    with pytest.raises(FeedError):
        parse_opml(body)
