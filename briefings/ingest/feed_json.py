"""JSON Feed 1.x, and the lists of posts that WordPress gives."""

import json
from collections.abc import Mapping
from typing import Any

from briefings.errors import FeedError
from briefings.ingest.feed_entries import (
    MOST_ENTRIES,
    FeedEntry,
    ParsedFeed,
    absolute,
    entry,
    gathered,
)
from briefings.ingest.moments import read_pair

MOST_LISTED = 40 * MOST_ENTRIES  # items that are looked at


def parse_json(text: str, *, url: str) -> ParsedFeed:
    """Raises FeedError for other JSON."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise FeedError("The feed is broken beyond repair.", reason="broken") from None
    if isinstance(found, dict) and isinstance(found.get("items"), list):
        items = [each for each in found["items"][:MOST_LISTED] if isinstance(each, dict)]
        base = absolute(url, _word(found, "home_page_url")) or url
        entries = (_entry(each, base) for each in items)
        return gathered("json", entries, title=_word(found, "title"))
    if isinstance(found, list) and _are_posts(found):
        posts = [each for each in found[:MOST_LISTED] if isinstance(each, dict)]
        return gathered("wordpress", (_post(each, url) for each in posts))
    raise FeedError("This is no feed.", reason="not-a-feed")


def _entry(item: Mapping[str, Any], base: str) -> FeedEntry | None:
    return entry(
        entry_id=_word(item, "id"),
        link=absolute(base, _word(item, "url")) or absolute(base, _word(item, "external_url")),
        title=_word(item, "title"),
        content=_word(item, "content_html")
        or _word(item, "content_text")
        or _word(item, "summary"),
        published=_word(item, "date_published") or _word(item, "date_modified") or None,
    )


def _are_posts(found: list[Any]) -> bool:
    first = found[0] if found else None
    return isinstance(first, dict) and "link" in first and "title" in first


def _post(post: Mapping[str, Any], url: str) -> FeedEntry | None:
    local, greenwich = _word(post, "date"), _word(post, "date_gmt")
    at = read_pair(local, greenwich) if greenwich else None
    return entry(
        entry_id=_rendered(post, "guid"),
        link=absolute(url, _word(post, "link")),
        title=_rendered(post, "title"),
        content=_rendered(post, "content") or _rendered(post, "excerpt"),
        published=at.instant.isoformat() if at and at.instant else local or None,
    )


def _rendered(post: Mapping[str, Any], name: str) -> str:
    inside = post.get(name)
    return _word(inside, "rendered") if isinstance(inside, dict) else _word(post, name)


def _word(item: Mapping[str, Any], name: str) -> str:
    found = item.get(name)
    if isinstance(found, int) and not isinstance(found, bool) and abs(found) < 10**18:
        return str(found)
    return found.encode(errors="replace").decode() if isinstance(found, str) else ""
