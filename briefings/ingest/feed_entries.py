"""What a feed says, whatever its format: itself and its entries."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from urllib.parse import urljoin

from briefings.ingest.links import LONGEST_LINK
from briefings.ingest.moments import read_moment

MOST_ENTRIES = 500  # of one feed, in its own order
LONGEST_CONTENT = 300_000  # characters of an entry's own text
LONGEST_TOGETHER = 8_000_000  # characters of all of them
LONGEST_TITLE = 500
LONGEST_ID = 2_000
_TAG = re.compile(r"<[^<>]{0,2000}>")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One item of a feed. published is aware; published_on is the day where no instant is known.
    content: as HTML."""

    entry_id: str
    link: str | None
    title: str
    content: str
    published_raw: str | None = None
    published: datetime | None = None
    published_on: date | None = None

    @property
    def key(self) -> str:
        return sha256(self.entry_id.encode(errors="replace")).hexdigest()

    @property
    def day(self) -> date | None:
        """The day where it was published."""
        return self.published.date() if self.published else self.published_on


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """form: "rss", "atom", "json", "wordpress", or "page", which has no entries but names feeds.

    ttl_minutes: how long the feed says it may be kept. left_out: entries beyond MOST_ENTRIES.
    """

    form: str
    title: str = ""
    entries: tuple[FeedEntry, ...] = ()
    feeds: tuple[str, ...] = ()
    ttl_minutes: int | None = None
    left_out: int = 0
    broken: bool = False


def entry(
    *,
    entry_id: str | None,
    link: str | None,
    title: str,
    content: str,
    published: str | None,
) -> FeedEntry | None:
    """An entry as found; None for one that holds nothing. Its id is the feed's, else its link,
    else what it says."""
    title = plain(title)[:LONGEST_TITLE]
    content = content.strip()[:LONGEST_CONTENT]
    if not (link or title or content):
        return None
    own = (entry_id or "").strip() or link or ""
    if not own or len(own) > LONGEST_ID:
        own = "sha256:" + sha256(f"{own}\n{title}\n{content}".encode(errors="replace")).hexdigest()
    moment = read_moment(published) if published else None
    return FeedEntry(
        entry_id=own,
        link=link,
        title=title,
        content=content,
        published_raw=published[:100] if published else None,
        published=moment.instant if moment else None,
        published_on=moment.day if moment and not moment.instant else None,
    )


def gathered(
    form: str,
    found: Iterable[FeedEntry | None],
    *,
    title: str = "",
    ttl_minutes: int | None = None,
    broken: bool = False,
) -> ParsedFeed:
    """The entries under the caps; of two with one id the first."""
    kept: dict[str, FeedEntry] = {}
    left_out = room = 0
    for each in found:
        if each is None or each.entry_id in kept:
            continue
        if len(kept) >= MOST_ENTRIES or room + len(each.content) > LONGEST_TOGETHER:
            left_out += 1
            continue
        kept[each.entry_id] = each
        room += len(each.content)
    return ParsedFeed(
        form,
        plain(title)[:LONGEST_TITLE],
        tuple(kept.values()),
        ttl_minutes=ttl_minutes,
        left_out=left_out,
        broken=broken,
    )


def plain(words: str) -> str:
    """Words on one line; titles may come as HTML, escaped once or not."""
    words = words[: 8 * LONGEST_TITLE]
    return " ".join(html.unescape(_TAG.sub(" ", html.unescape(words))).split())


def absolute(base: str, link: str | None) -> str | None:
    """The link as it can be followed, else None."""
    link = (link or "").strip()
    if not link or len(link) > LONGEST_LINK:
        return None
    try:
        whole = urljoin(base, link)
    except ValueError:
        return None
    web = whole.lower().startswith(("http://", "https://"))
    return whole if web and len(whole) <= LONGEST_LINK else None
