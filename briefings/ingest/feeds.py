"""Polling: a feed is fetched, its new entries are noted, and the page of each is taken in.

Noting comes first and in one transaction, so that an entry which has left the feed by the next
poll is not lost; an entry is marked as taken in the transaction that stores its article.
"""

import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from briefings.errors import (
    BriefingsError,
    FeedError,
    FetchError,
    NotFoundError,
    UnusableDocumentError,
)
from briefings.ingest.exchange import Fetched
from briefings.ingest.feed_entries import FeedEntry, ParsedFeed
from briefings.ingest.feed_pages import Stopping, Taking, take
from briefings.ingest.feed_parsing import parse_feed
from briefings.ingest.feed_times import WAITING_SECONDS, Verdict, after_failure, after_success
from briefings.ingest.fetch import Fetcher
from briefings.ingest.gathering import Gathering
from briefings.ingest.jail import Jail, JailBugError
from briefings.ingest.links import normal_link
from briefings.model.feeds import Feed
from briefings.storage.database import Database
from briefings.storage.entries import NewEntry, Polled, note_poll, waiting_entries
from briefings.storage.feeds import claim_due, poll_sooner

MOST_TAKEN = 20  # entries of one poll; the others wait for the next
LONGEST_MARK = 500  # characters of an ETag that is kept

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Discovered:
    """A feed at the end of a link that a person gave."""

    url: str
    parsed: ParsedFeed


@dataclass(frozen=True, slots=True)
class Poll:
    """What came of one: entries that were new, those taken in, and why it failed."""

    feed_id: int
    new: int = 0
    taken: int = 0
    failed: str | None = None


def discover(jail: Jail, fetcher: Fetcher, url: str) -> Discovered:
    """The feed at the link, or the first that the page there names. Raises FetchError, FeedError,
    UnusableDocumentError."""
    found, parsed = read_feed(jail, fetcher, url)
    if parsed.form != "page":
        return Discovered(found.moved_to or url, parsed)
    for named in parsed.feeds:
        try:
            found, parsed = read_feed(jail, fetcher, named)
        except (FetchError, FeedError, UnusableDocumentError):
            continue
        if parsed.form != "page":
            return Discovered(found.moved_to or named, parsed)
    raise FeedError("This page is no feed and names none.", reason="no-feed")


def read_feed(jail: Jail, fetcher: Fetcher, url: str) -> tuple[Fetched, ParsedFeed]:
    found = fetcher.get(url)
    return found, parsed_in(jail, found)


def parsed_in(jail: Jail, found: Fetched) -> ParsedFeed:
    try:
        return jail.call(parse_feed, found.body, content_type=found.content_type, url=found.url)
    except JailBugError:
        log.exception("a feed met a mistake of ours")
        raise FeedError("The feed is broken beyond repair.", reason="broken") from None


def poll_due(
    database: Database, jail: Jail, fetcher: Fetcher, *, now: datetime, limit: int, threads: int
) -> tuple[Poll, ...]:
    """All feeds that are due, `limit` at most, several at a time."""
    due = claim_due(database, now=now, limit=limit)
    if not due:
        return ()
    with ThreadPoolExecutor(min(threads, len(due)), "feeds") as pool:
        calls = [pool.submit(poll, database, jail, feed, fetcher=fetcher, now=now) for feed in due]
    found = []
    for feed, call in zip(due, calls, strict=True):
        mistake = call.exception()
        if mistake is None:
            found.append(call.result())
        else:  # one feed's mistake is not the others' loss; its lease ends by itself
            log.error("poll failed: feed_id=%d", feed.feed_id, exc_info=mistake)
            found.append(Poll(feed.feed_id, failed="broken"))
    return tuple(found)


def poll(database: Database, jail: Jail, feed: Feed, *, fetcher: Fetcher, now: datetime) -> Poll:
    """One feed, whether it is due or not."""
    try:
        found = fetcher.get(feed.url, etag=feed.etag, modified=feed.last_modified)
        parsed = parsed_in(jail, found) if found.status != 304 else None
        if parsed is not None and parsed.form == "page":
            raise FeedError("This is a page, no feed.", reason="not-a-feed")
    except (FetchError, FeedError, UnusableDocumentError) as error:
        return _failed(database, feed, error, now)
    entries = () if parsed is None else new_entries(parsed.entries, now)
    polled = _polled(feed, found, parsed, now)
    try:
        new = note_poll(database, feed.feed_id, polled, entries=entries, now=now)
        taken = _take_waiting(database, jail, feed, fetcher=fetcher, now=now)
    except (NotFoundError, Stopping):  # removed meanwhile, or the program ends
        return Poll(feed.feed_id)
    return Poll(feed.feed_id, new, taken)


def new_entries(entries: Sequence[FeedEntry], now: datetime) -> tuple[NewEntry, ...]:
    """Oldest first, as feeds begin with the newest. A day that has not come yet is no date."""
    tomorrow = now.date() + timedelta(days=1)
    return tuple(
        NewEntry(
            key=each.key,
            link=each.link,
            same_page=normal_link(each.link) if each.link else None,
            title=each.title,
            content=each.content,
            published_on=each.day if each.day and each.day <= tomorrow else None,
        )
        for each in reversed(entries)
    )


def _take_waiting(
    database: Database, jail: Jail, feed: Feed, *, fetcher: Fetcher, now: datetime
) -> int:
    waiting = waiting_entries(database, feed.feed_id, now=now, limit=MOST_TAKEN)
    taking = Taking(database, jail, fetcher, now, Gathering(database))
    try:
        for each in waiting:
            take(taking, feed, each)
    finally:  # what has been fetched is not lost when the program ends
        taking.gathering.store(now=now)
    if len(waiting) == MOST_TAKEN:
        poll_sooner(database, feed.feed_id, now + timedelta(seconds=WAITING_SECONDS))
    return len(taking.taken)


def _polled(feed: Feed, found: Fetched, parsed: ParsedFeed | None, now: datetime) -> Polled:
    ttl = feed.ttl_minutes if parsed is None else parsed.ttl_minutes
    verdict = after_success(feed.feed_id, ttl_minutes=ttl, headers=found.headers, now=now)
    return _noted(
        verdict,
        etag=found.headers.get("etag", feed.etag if parsed is None else None),
        last_modified=found.headers.get(
            "last-modified", feed.last_modified if parsed is None else None
        ),
        ttl_minutes=ttl,
        title=parsed.title if parsed else None,
        url=found.moved_to,
    )


def _noted(
    verdict: Verdict,
    *,
    etag: str | None = None,
    last_modified: str | None = None,
    ttl_minutes: int | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Polled:
    return Polled(
        verdict.state,
        verdict.reason,
        verdict.fail_count,
        verdict.next_poll_at,
        etag=etag if etag and len(etag) <= LONGEST_MARK else None,
        last_modified=last_modified if last_modified and len(last_modified) <= 100 else None,
        ttl_minutes=ttl_minutes,
        title=title,
        url=url,
    )


def _failed(database: Database, feed: Feed, error: BriefingsError, now: datetime) -> Poll:
    reason = str(error.fields["reason"])
    if reason == "stopped":
        return Poll(feed.feed_id)
    verdict = after_failure(
        feed.feed_id,
        reason,
        fail_count=feed.fail_count,
        retry_after=cast("int | None", error.fields.get("retry_after")),
        now=now,
    )
    try:
        note_poll(database, feed.feed_id, _noted(verdict), entries=(), now=now)
    except NotFoundError:  # removed meanwhile
        return Poll(feed.feed_id)
    log.info("poll failed: feed_id=%d reason=%s", feed.feed_id, reason)
    return Poll(feed.feed_id, failed=reason)
