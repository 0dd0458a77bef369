"""Feeds and entries in the archive, on both databases."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from briefings.errors import FeedError, NotFoundError
from briefings.model import Edge
from briefings.model.feeds import EntryState, FeedState, Filters
from briefings.storage.audit import entries as audit_entries
from briefings.storage.database import Database
from briefings.storage.entries import (
    NewEntry,
    Polled,
    count_entries,
    known_keys,
    latest_entries,
    mark_left,
    mark_retry,
    note_poll,
    waiting_entries,
)
from briefings.storage.feeds import (
    LEASE,
    NewFeed,
    add_feed,
    add_feeds,
    claim_due,
    feed,
    feeds,
    remove_feed,
    set_feed_state,
)
from briefings.storage.shelves import shelf_of

NOW = datetime(2024, 6, 20, tzinfo=UTC)
GUILD = 77
LATER = NOW + timedelta(minutes=30)
FINE = Polled(FeedState.ACTIVE, None, 0, LATER, etag='"a"', title="Found")


def new(database: Database, url: str = "https://a.org/f", **rest: object) -> NewFeed:
    made = NewFeed(shelf_of(database, GUILD), url, "A", added_by=5)
    return replace(made, **rest)  # type: ignore[arg-type]  # what a test adds


def entry(key: str, page: str | None = None) -> NewEntry:
    return NewEntry(key * 64, f"https://{page}", page, f"Story {key}", "words", None)


def test_a_feed_is_added_once_for_one_interaction_and_once_for_one_link(
    database: Database,
) -> None:
    filters = Filters(words=("a",), unwanted=("b",), names=("c",), edges=(Edge.DPRK_RUSSIA,))
    first = add_feed(database, new(database, filters=filters), interaction_id=1, now=NOW)

    assert add_feed(database, new(database), interaction_id=1, now=NOW) == first
    with pytest.raises(FeedError) as refused:
        add_feed(database, new(database), interaction_id=2, now=NOW)
    assert refused.value.reason == "known"
    assert first.filters == filters
    assert feeds(database, shelf_id=first.shelf_id) == (first,)
    assert [each.action for each in audit_entries(database, GUILD)] == ["add-feed"]


def test_a_shelf_has_so_many_feeds_and_a_list_comes_in_whole_or_not_at_all(
    database: Database,
) -> None:
    several = [new(database, f"https://a.org/{n}", quota=5) for n in range(4)]
    assert add_feeds(database, several, interaction_id=1, now=NOW) == (4, 0)
    more = [new(database, f"https://b.org/{n}", quota=5) for n in range(2)]
    with pytest.raises(FeedError) as refused:
        add_feeds(database, [*several, *more], interaction_id=2, now=NOW)

    assert refused.value.reason == "quota"
    assert len(feeds(database, shelf_id=several[0].shelf_id)) == 4
    assert add_feeds(database, several, interaction_id=3, now=NOW) == (0, 4)


def test_a_removed_feed_is_polled_no_more_and_comes_back_with_what_it_has_read(
    database: Database,
) -> None:
    made = add_feed(database, new(database), interaction_id=1, now=NOW)
    note_poll(database, made.feed_id, FINE, entries=[entry("a")], now=NOW)
    for _ in range(2):
        remove_feed(database, made.feed_id, shelf_id=made.shelf_id, by=5, interaction_id=2, now=NOW)

    assert feeds(database, shelf_id=made.shelf_id) == ()
    assert claim_due(database, now=NOW + timedelta(days=9), limit=9) == ()
    with pytest.raises(NotFoundError):
        note_poll(database, made.feed_id, FINE, entries=[entry("b")], now=NOW)
    again = add_feed(database, new(database), interaction_id=3, now=NOW)
    assert again.feed_id == made.feed_id
    assert known_keys(database, again.feed_id, ["a" * 64, "b" * 64]) == {"a" * 64}


def test_another_guild_can_neither_see_nor_touch_it(database: Database) -> None:
    made = add_feed(database, new(database), interaction_id=1, now=NOW)
    other = shelf_of(database, 78)

    assert feeds(database, shelf_id=other) == ()
    with pytest.raises(NotFoundError):
        feed(database, made.feed_id, shelf_id=other)
    with pytest.raises(NotFoundError):
        remove_feed(database, made.feed_id, shelf_id=other, by=1, interaction_id=9, now=NOW)
    with pytest.raises(NotFoundError):
        set_feed_state(
            database,
            made.feed_id,
            FeedState.PAUSED,
            shelf_id=other,
            by=1,
            interaction_id=8,
            now=NOW,
        )


def test_what_is_due_is_claimed_by_one_and_due_again_when_nobody_reports(
    open_again: Callable[[], Database],
) -> None:
    databases = [open_again() for _ in range(3)]
    several = [new(databases[0], f"https://a.org/{n}") for n in range(30)]
    add_feeds(databases[0], several, interaction_id=None, now=NOW)
    with ThreadPoolExecutor(3) as pool:
        claims = list(pool.map(lambda each: claim_due(each, now=NOW, limit=20), databases))

    claimed = [row.feed_id for rows in claims for row in rows]
    assert len(claimed) == len(set(claimed)) == 30
    assert claim_due(databases[0], now=NOW + LEASE / 2, limit=99) == ()
    assert len(claim_due(databases[0], now=NOW + LEASE, limit=99)) == 30


def test_a_pause_that_comes_during_a_poll_stands(database: Database) -> None:
    made = add_feed(database, new(database), interaction_id=1, now=NOW)
    (claimed,) = claim_due(database, now=NOW, limit=1)
    set_feed_state(
        database,
        made.feed_id,
        FeedState.PAUSED,
        shelf_id=made.shelf_id,
        by=5,
        interaction_id=2,
        now=NOW,
    )
    note_poll(database, claimed.feed_id, FINE, entries=[entry("a")], now=NOW)

    kept = feed(database, made.feed_id)
    assert (kept.state, kept.reason, kept.next_poll_at) == (FeedState.PAUSED, "by-hand", None)
    assert len(latest_entries(database, made.feed_id, limit=9)) == 1


def test_entries_are_noted_once_and_every_one_that_is_left_has_its_reason(
    database: Database,
) -> None:
    made = add_feed(database, new(database), interaction_id=1, now=NOW)
    given = [entry("a", "x.org/1"), entry("b", "x.org/1"), entry("c", "x.org/3"), entry("a")]
    assert note_poll(database, made.feed_id, FINE, entries=given, now=NOW) == 2
    assert note_poll(database, made.feed_id, FINE, entries=given, now=LATER) == 0

    waiting = waiting_entries(database, made.feed_id, now=NOW, limit=9)
    assert len(waiting) == 2
    mark_left(database, waiting[0].entry_id, EntryState.FAILED, "not-there")
    mark_left(database, waiting[0].entry_id, EntryState.SKIPPED, "duplicate")  # too late
    mark_retry(database, waiting[1].entry_id, "busy", retry_at=LATER)
    assert waiting_entries(database, made.feed_id, now=NOW, limit=9) == ()
    (again,) = waiting_entries(database, made.feed_id, now=LATER, limit=9)
    assert (again.tries, again.reason, again.content) == (1, "busy", "words")
    counts = count_entries(database, [made.feed_id])
    assert counts == {made.feed_id: {"failed": 1, "skipped": 1, "waiting": 1}}
    assert feed(database, made.feed_id).etag == '"a"'


def test_a_failure_keeps_what_the_last_good_poll_knew(database: Database) -> None:
    made = add_feed(database, new(database), interaction_id=1, now=NOW)
    note_poll(database, made.feed_id, FINE, entries=(), now=NOW)
    failed = Polled(FeedState.ACTIVE, "server", 1, LATER)
    note_poll(database, made.feed_id, failed, entries=(), now=NOW)

    kept = feed(database, made.feed_id)
    assert (kept.etag, kept.reason, kept.fail_count, kept.polled_at) == ('"a"', "server", 1, NOW)
