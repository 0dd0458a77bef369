"""Lists of feeds as OPML: what readers of feeds give to each other."""

import re
from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from lxml import etree

from briefings.errors import FeedError
from briefings.ingest.encodings import decode, tidy
from briefings.ingest.feed_entries import absolute, plain
from briefings.ingest.feed_xml import SUBSET

MOST_OUTLINES = 1000
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,500}\?>")


def parse_opml(body: bytes) -> tuple[tuple[str, str], ...]:
    """(title, link) of each feed, in order, each link once. Runs in the parse jail.

    Raises FeedError: entities, not-opml.
    """
    text, _ = tidy(decode(body).text)
    if SUBSET.search(text[:200_000]):
        raise FeedError("The list brings entities of its own.", reason="entities")
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, encoding="utf8")
    try:
        root = etree.fromstring(_DECLARATION.sub("", text, count=1).strip().encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or root.tag != "opml":
        raise FeedError("This file is no list of feeds.", reason="not-opml")
    found: dict[str, str] = {}
    for outline in root.iter("outline"):
        link = absolute("", outline.get("xmlUrl") or outline.get("xmlurl"))
        if link and len(found) < MOST_OUTLINES:
            found.setdefault(link, plain(outline.get("title") or outline.get("text") or ""))
    if not found:
        raise FeedError("This file names no feed.", reason="not-opml")
    return tuple((title, link) for link, title in found.items())


def to_opml(feeds: Iterable[tuple[str, str]]) -> bytes:
    """The same back: (title, link) of each feed."""
    lines = [
        f"    <outline type={quoteattr('rss')} text={quoteattr(title)} xmlUrl={quoteattr(link)}/>"
        for title, link in feeds
    ]
    whole = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        "  <head><title>Feeds</title></head>",
        "  <body>",
        *lines,
        "  </body>",
        "</opml>",
        "",
    ]
    return "\n".join(whole).encode("utf-8", "replace")
