"""What the next poll of a feed would take, and why not the rest; nothing is stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from briefings.errors import FeedError, FetchError, UnusableDocumentError
from briefings.ingest.feed_filters import refusal
from briefings.ingest.feed_pages import page_of
from briefings.ingest.feeds import new_entries, read_feed
from briefings.ingest.fetch import Fetcher
from briefings.ingest.jail import Jail
from briefings.model import AddedName
from briefings.model.feeds import EntryRow, EntryState, Feed
from briefings.storage.database import Database
from briefings.storage.entries import NewEntry, known_keys
from briefings.storage.names import names_on

MOST_SHOWN = 15  # the newest entries
MOST_TRIED = 5  # pages that are fetched


@dataclass(frozen=True, slots=True)
class Previewed:
    """verdict: "take", "known", "untried", or why not. own: the feed's own text would be taken,
    because of `reason`."""

    title: str
    link: str | None
    published_on: date | None
    verdict: str
    own: bool = False
    reason: str | None = None


def preview(
    database: Database, jail: Jail, feed: Feed, *, fetcher: Fetcher, now: datetime
) -> tuple[Previewed, ...]:
    """Newest first. Raises FetchError, FeedError, UnusableDocumentError where the feed fails."""
    _, parsed = read_feed(jail, fetcher, feed.url)
    if parsed.form == "page":
        raise FeedError("This is a page, no feed.", reason="not-a-feed")
    entries = new_entries(parsed.entries, now)[::-1][:MOST_SHOWN]
    known = known_keys(database, feed.feed_id, [each.key for each in entries])
    names = names_on(database, (feed.shelf_id,))
    return tuple(
        _previewed(jail, feed, entries, known=known, names=names, fetcher=fetcher, now=now)
    )


def _previewed(
    jail: Jail,
    feed: Feed,
    entries: Sequence[NewEntry],
    *,
    known: frozenset[str],
    names: tuple[AddedName, ...],
    fetcher: Fetcher,
    now: datetime,
) -> list[Previewed]:
    found, tried = [], 0
    for each in entries:
        if each.key in known or tried >= MOST_TRIED:
            verdict = "known" if each.key in known else "untried"
            found.append(Previewed(each.title, each.link, each.published_on, verdict))
            continue
        tried += 1
        found.append(_tried(jail, feed, each, fetcher=fetcher, names=names, now=now))
    return found


def _tried(
    jail: Jail,
    feed: Feed,
    new: NewEntry,
    *,
    fetcher: Fetcher,
    names: tuple[AddedName, ...],
    now: datetime,
) -> Previewed:
    entry = EntryRow(
        entry_id=0,
        feed_id=feed.feed_id,
        link=new.link,
        title=new.title,
        content=new.content,
        published_on=new.published_on,
        state=EntryState.WAITING,
        reason=None,
        document_id=None,
        tries=0,
        seen_at=now,
    )
    try:
        page = page_of(jail, feed, entry, fetcher=fetcher, names=names)
    except (FetchError, UnusableDocumentError) as error:
        return Previewed(new.title, new.link, new.published_on, error.reason)
    unwanted = refusal(feed.filters, title=new.title, reading=page.reading)
    return Previewed(
        new.title, new.link, new.published_on, unwanted or "take", page.own, page.reason
    )
