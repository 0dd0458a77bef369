"""Bytes of a feed to its entries. Runs in the parse jail."""

import re

from briefings.errors import FeedError
from briefings.ingest.encodings import decode, tidy
from briefings.ingest.feed_entries import ParsedFeed, absolute
from briefings.ingest.feed_json import parse_json
from briefings.ingest.feed_xml import parse_xml
from briefings.ingest.markup import parse

LONGEST_FEED = 8_000_000  # bytes
MOST_NAMED = 10  # feeds that a page may name
_FEED_ROOT = re.compile(r"<(?:\w{1,20}:)?(?:rss|feed|RDF|opml)[\s>/]")
_FEED_TYPES = {
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
}


def parse_feed(body: bytes, *, content_type: str = "", url: str = "") -> ParsedFeed:
    """Raises FeedError: entities, not-a-feed, broken, too-large, opml."""
    if len(body) > LONGEST_FEED:
        raise FeedError("The feed is too large.", reason="too-large", size=len(body))
    text, _ = tidy(decode(body, content_type).text)
    start = text[:8192].lstrip()
    if start.startswith(("{", "[")):
        return parse_json(text, url=url)
    if _FEED_ROOT.search(start) and not start.lower().startswith(("<!doctype html", "<html")):
        return parse_xml(text, url=url)
    return _page(text, url)


def _page(text: str, url: str) -> ParsedFeed:
    """A web page and the feeds it names."""
    tree = parse(text[:1_000_000])
    found: list[str] = []
    api = ""
    for link in tree.css("link[rel][href]")[:500]:
        relation = (link.attributes.get("rel") or "").lower()
        kind = (link.attributes.get("type") or "").lower().partition(";")[0].strip()
        address = absolute(url, link.attributes.get("href"))
        if address and "alternate" in relation and kind in _FEED_TYPES:
            found.append(address)
        elif address and relation == "https://api.w.org/":
            api = f"{address.rstrip('/')}/wp/v2/posts?per_page=50"
    named = dict.fromkeys([*found, *([api] if api else [])])
    if not named:
        raise FeedError("This page is no feed and names none.", reason="no-feed")
    return ParsedFeed("page", feeds=tuple(named)[:MOST_NAMED])
