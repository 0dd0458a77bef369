"""RSS 0.9x, 1.0 and 2.0, and Atom, as lenient as libxml2 can be, and without entities.

feedparser reads the same formats; a megabyte of nested tags costs it 32 seconds. libxml2 stops at
256 levels, mends what is not well-formed, and is here already for web pages.
"""

import html
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, TypeAlias

from lxml import etree

from briefings.errors import FeedError
from briefings.ingest.feed_entries import FeedEntry, ParsedFeed, absolute, entry, gathered

SUBSET = re.compile(r"<!DOCTYPE[^>\[]{0,2000}\[|<!ENTITY", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]{0,2000}>", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,500}\?>")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_ALONE = re.compile(r"&(?!#?\w{1,30};)")
OPENING = "<![CDATA["
_KEPT = {"amp", "lt", "gt", "quot", "apos"}
PERIODS = {"hourly": 60, "daily": 1440, "weekly": 10080, "monthly": 43200, "yearly": 525600}
MOST_LISTED = 5000  # items that are looked at
MOST_LINKS = 20  # of one entry
RICH = ("encoded", "content")
BRIEF = ("description", "summary", "abstract")
DATES = ("published", "pubDate", "date", "issued", "created", "updated", "modified")

Element: TypeAlias = Any  # lxml gives its elements no public type


def parse_xml(text: str, *, url: str) -> ParsedFeed:
    """Raises FeedError where the text brings its own entities or is no feed."""
    root, broken = _root(text)
    if root is None:
        raise FeedError("The feed is broken beyond repair.", reason="broken")
    name = _name(root)
    if name == "opml":
        raise FeedError("This is a list of feeds.", reason="opml")
    if name == "feed":
        return _feed("atom", root, root, url=url, broken=broken)
    channel = _child(root, "channel")
    if name in ("rss", "RDF") and channel is not None:
        inside = channel if _child(channel, "item") is not None else root
        return _feed("rss", channel, inside, url=url, broken=broken)
    raise FeedError("This is no feed.", reason="not-a-feed")


def _root(text: str) -> tuple[Element | None, bool]:
    if SUBSET.search(text[:200_000].partition("<item")[0]):
        raise FeedError("The feed brings entities of its own.", reason="entities")
    text = _DOCTYPE.sub("", _DECLARATION.sub("", text, count=1), count=1)
    text = _mended(text).strip()
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(text.encode(errors="replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None, True
    return root, len(parser.error_log) > 0


def _mended(text: str) -> str:
    """HTML's names for characters, and ampersands that stand alone, as XML has them; what is
    marked as plain characters stays as it is."""
    parts, at = [], 0
    while (start := text.find(OPENING, at)) >= 0 and (end := text.find("]]>", start)) >= 0:
        parts += [_escaped(text[at:start]), text[start : end + 3]]
        at = end + 3
    return "".join([*parts, _escaped(text[at:])])


def _escaped(text: str) -> str:
    return _ALONE.sub("&amp;", _ENTITY.sub(_character, text))


def _character(match: re.Match[str]) -> str:
    """HTML's names for characters, which XML does not know."""
    if match[1] in _KEPT:
        return match[0]
    character = html.unescape(match[0])
    return "&amp;" + match[0][1:] if character == match[0] else character


def _feed(form: str, about: Element, inside: Element, *, url: str, broken: bool) -> ParsedFeed:
    base = about.base or url
    base = absolute(url, base) or url
    return gathered(
        form,
        (_entry(each, base) for each in islice(_children(inside, "item", "entry"), MOST_LISTED)),
        title=_text(about, "title"),
        ttl_minutes=_ttl(about),
        broken=broken,
    )


def _entry(item: Element, base: str) -> FeedEntry | None:
    own = _text(item, "guid", "id", "identifier") or item.get(
        "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about", ""
    )
    return entry(
        entry_id=own,
        link=_link(item, base),
        title=_text(item, "title"),
        content=_text(item, *RICH) or _text(item, *BRIEF),
        published=_text(item, *DATES) or None,
    )


def _link(item: Element, base: str) -> str | None:
    for each in islice(_children(item, "link"), MOST_LINKS):
        if each.get("rel", "alternate") != "alternate":
            continue
        found = absolute(base, each.get("href") or each.text)
        if found:
            return found
    guid = _child(item, "guid")
    if guid is not None and guid.get("isPermaLink", "true").lower() == "true":
        named = (guid.text or "").strip()
        return absolute(base, named) if named.startswith("http") else None
    return None


def _ttl(about: Element) -> int | None:
    """Minutes, by <ttl> or by the syndication module."""
    given = _text(about, "ttl")
    if given.isdecimal() and len(given) < 8:
        return int(given)
    period = PERIODS.get(_text(about, "updatePeriod").lower())
    often = _text(about, "updateFrequency")
    if period is None:
        return None
    return period // max(1, int(often) if often.isdecimal() and len(often) < 5 else 1)


def _name(element: Element) -> str:
    """Without its namespace, or the prefix of one that was never declared."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def _children(parent: Element, *names: str) -> Iterator[Element]:
    return (each for each in parent if _name(each) in names)


def _child(parent: Element, name: str) -> Element | None:
    return next(_children(parent, name), None)


def _text(parent: Element, *names: str) -> str:
    """Of the first child of the first of these names that says anything, markup and all."""
    for name in names:
        for each in _children(parent, name):
            words = _words(each)
            if words:
                return words
    return ""


def _words(element: Element) -> str:
    if len(element) == 0:
        return (element.text or "").strip()
    markup: str = etree.tostring(element, encoding="unicode", method="html", with_tail=False)
    return markup.partition(">")[2].rpartition("</")[0].strip()
