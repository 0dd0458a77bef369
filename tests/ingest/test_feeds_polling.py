"""Polls of feeds on loopback servers, into an archive."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import func, select

from briefings.errors import FeedError
from briefings.ingest.documents import reading_jail
from briefings.ingest.feed_preview import preview
from briefings.ingest.feeds import MOST_TAKEN, Poll, discover, poll, poll_due
from briefings.ingest.jail import Jail
from briefings.model import Edge
from briefings.model.feeds import EntryState, Feed, FeedState, Filters
from briefings.storage.articles import count_documents, list_documents, remove_document
from briefings.storage.database import Database, open_database
from briefings.storage.entries import latest_entries
from briefings.storage.feeds import NewFeed, add_feed, feed, set_feed_state
from briefings.storage.shelves import COMMON_SHELF
from briefings.storage.tables import Document
from briefings.storage.tables import EntryRow as Row
from tests.ingest.feeds_made import NOW, item, page, rss
from tests.ingest.web import Says, Site, answer, redirect, serving

HOUR = timedelta(hours=1)
SHELF = (COMMON_SHELF,)


@pytest.fixture(scope="module")
def jail() -> Iterator[Jail]:
    shared = reading_jail()
    yield shared
    shared.close()


@pytest.fixture
def archive(new_sqlite: str) -> Iterator[Database]:
    opened = open_database(new_sqlite)
    yield opened
    opened.close()


def added(archive: Database, site: Site, path: str = "/feed", **rest: object) -> Feed:
    new = NewFeed(COMMON_SHELF, site.url(path), "Desk News")
    return add_feed(archive, replace(new, **rest), interaction_id=None, now=NOW)  # type: ignore[arg-type]  # what a test adds


def polled(archive: Database, jail: Jail, site: Site, of: Feed, now: datetime = NOW) -> Poll:
    current = feed(archive, of.feed_id)
    return poll(archive, jail, current, fetcher=site.fetcher(), now=now)


def reasons(archive: Database, of: Feed) -> list[tuple[str, str | None]]:
    rows = latest_entries(archive, of.feed_id, limit=50)
    return [(row.state.value, row.reason) for row in reversed(rows)]


def news(site: Site, numbers: range, **headers: str) -> Says:
    for number in numbers:
        site.pages.setdefault(f"/{number}", answer(page(number)))
    body = rss([item(number, site.url(f"/{number}")) for number in reversed(numbers)])
    return answer(body, "200 OK", *(f"{name}: {text}" for name, text in headers.items()))


def test_new_entries_are_taken_with_the_whole_text_of_their_pages(
    archive: Database, jail: Jail
) -> None:
    with serving() as site:
        site.pages["/feed"] = news(site, range(3))
        of = added(archive, site, source="Desk News")

        assert polled(archive, jail, site, of) == Poll(of.feed_id, 3, 3)
        assert polled(archive, jail, site, of, NOW + HOUR) == Poll(of.feed_id, 0, 0)

    rows = list_documents(archive, shelves=SHELF)
    assert sorted(row.title for row in rows) == ["Story 0", "Story 1", "Story 2"]
    assert {row.source for row in rows} == {"Desk News"}
    assert {str(row.published_on) for row in rows} == {"2024-06-19"}, "the feed's own date"
    assert reasons(archive, of) == [("taken", None)] * 3


def test_an_unchanged_feed_is_not_sent_again(archive: Database, jail: Jail) -> None:
    with serving() as site:
        whole = news(site, range(1), ETag='"one"')

        def says(request: bytes) -> Iterator[bytes]:
            known = b'If-None-Match: "one"' in request
            assert isinstance(whole, bytes)
            yield answer(b"", "304 Not Modified") if known else whole

        site.pages["/feed"] = says
        of = added(archive, site)
        polled(archive, jail, site, of)
        polled(archive, jail, site, of, NOW + HOUR)

        assert feed(archive, of.feed_id).etag == '"one"'
        assert b"If-None-Match" in site.asked[-1]


def test_what_the_feed_and_the_server_ask_for_sets_the_next_poll(
    archive: Database, jail: Jail
) -> None:
    with serving() as site:
        site.pages["/ttl"] = answer(rss([], more="<ttl>240</ttl>"))
        site.pages["/age"] = answer(rss([]), "200 OK", "Cache-Control: max-age=7200")
        site.pages["/none"] = answer(rss([]))
        for path, minutes in (("/ttl", 240), ("/age", 120), ("/none", 30)):
            of = added(archive, site, path)
            polled(archive, jail, site, of)

            following = feed(archive, of.feed_id).next_poll_at
            assert following is not None
            wait = (following - NOW) / timedelta(minutes=minutes)
            assert 0.9 <= wait <= 1.1, path


def test_failures_are_spaced_out_with_their_reason_and_nothing_is_deleted(
    archive: Database, jail: Jail
) -> None:
    with serving({"/feed": answer(b"x", "500 Oops")}) as site:
        of = added(archive, site)
        waits = []
        for count in range(1, 10):
            assert polled(archive, jail, site, of).failed == "server"
            now = feed(archive, of.feed_id)
            assert now.next_poll_at is not None
            assert (now.fail_count, now.reason, now.state) == (count, "server", FeedState.ACTIVE)
            waits.append(now.next_poll_at - NOW)
        site.pages["/feed"] = news(site, range(1))
        polled(archive, jail, site, of)

    assert waits[0] > timedelta(minutes=50)
    assert all(second > 0.8 * first for first, second in pairwise(waits))
    assert max(waits) <= 1.1 * timedelta(days=1)
    healthy = feed(archive, of.feed_id)
    assert (healthy.fail_count, healthy.reason) == (0, None)


def test_a_busy_server_is_left_alone_for_as_long_as_it_asks(archive: Database, jail: Jail) -> None:
    with serving({"/feed": answer(b"x", "429 Slow", "Retry-After: 200000")}) as site:
        of = added(archive, site)
        polled(archive, jail, site, of)

        following = feed(archive, of.feed_id).next_poll_at
        assert following == NOW + timedelta(seconds=200_000)


def test_a_feed_that_is_gone_is_paused_and_resumes(archive: Database, jail: Jail) -> None:
    with serving({"/feed": answer(b"x", "410 Gone")}) as site:
        of = added(archive, site)
        polled(archive, jail, site, of)

        paused = feed(archive, of.feed_id)
        assert (paused.state, paused.reason, paused.next_poll_at) == (
            FeedState.PAUSED,
            "gone",
            None,
        )
        site.pages["/feed"] = news(site, range(1))
        set_feed_state(
            archive, of.feed_id, FeedState.ACTIVE, shelf_id=1, by=1, interaction_id=None, now=NOW
        )
        assert polled(archive, jail, site, of).taken == 1


def test_a_feed_that_moved_for_good_is_followed_and_a_passing_redirect_is_not_kept(
    archive: Database, jail: Jail
) -> None:
    with serving() as site:
        site.pages |= {
            "/new": answer(rss([])),
            "/old": redirect("/new", "301 Moved"),
            "/detour": redirect("/new", "302 Found"),
        }
        old, detour = added(archive, site, "/old"), added(archive, site, "/detour")
        polled(archive, jail, site, old)
        polled(archive, jail, site, detour)

        assert feed(archive, old.feed_id).url == site.url("/new")
        assert feed(archive, detour.feed_id).url == site.url("/detour")


def test_one_page_by_two_feeds_or_two_ids_is_one_document(archive: Database, jail: Jail) -> None:
    with serving() as site:
        news(site, range(1))
        link = site.url("/0")
        site.pages["/a"] = answer(rss([item(1, link), item(2, link + "?utm_source=x")]))
        site.pages["/b"] = answer(rss([item(3, link + "#top")]))
        first, second = added(archive, site, "/a"), added(archive, site, "/b")
        polled(archive, jail, site, first)
        polled(archive, jail, site, second)

    assert sorted(reasons(archive, first)) == [("skipped", "same-link"), ("taken", None)]
    assert reasons(archive, second) == [("skipped", "same-link")]
    assert count_documents(archive, shelves=SHELF) == 1


def test_a_page_that_cannot_be_had_gives_way_to_the_feeds_own_text(
    archive: Database, jail: Jail
) -> None:
    own = "<p>Vladimir Putin arrived in Pyongyang. He signed a treaty with Kim Jong Un there.</p>"
    with serving() as site:
        site.pages["/feed"] = answer(
            rss([item(1, site.url("/missing"), content=own), item(2, site.url("/missing2"))])
        )
        of = added(archive, site)
        polled(archive, jail, site, of)

    assert reasons(archive, of) == [("failed", "not-there"), ("taken", None)]
    (row,) = list_documents(archive, shelves=SHELF)
    assert (row.title, str(row.published_on)) == ("Story 1", "2024-06-19")


def test_a_page_behind_a_passing_fault_is_tried_again_later(archive: Database, jail: Jail) -> None:
    with serving() as site:
        site.pages["/feed"] = news(site, range(1))
        site.pages["/0"] = answer(b"x", "503 Busy")
        of = added(archive, site)
        assert polled(archive, jail, site, of).taken == 0
        assert reasons(archive, of) == [("waiting", "busy")]
        site.pages["/0"] = answer(page(0))

        assert polled(archive, jail, site, of, NOW + timedelta(minutes=1)).taken == 0
        assert polled(archive, jail, site, of, NOW + HOUR).taken == 1


def test_entries_of_any_age_are_taken_and_those_beyond_one_poll_wait_for_the_next(
    archive: Database, jail: Jail
) -> None:
    with serving() as site:
        site.pages["/feed"] = news(site, range(MOST_TAKEN + 3))
        site.pages["/0"] = answer(page(0, date="1999-01-02"))
        of = added(archive, site)

        assert polled(archive, jail, site, of) == Poll(of.feed_id, MOST_TAKEN + 3, MOST_TAKEN)
        soon = feed(archive, of.feed_id).next_poll_at
        assert soon == NOW + timedelta(seconds=60)
        site.pages["/feed"] = answer(rss([]))
        assert polled(archive, jail, site, of, NOW + HOUR).taken == 3

    assert any(
        str(row.published_on) == "1999-01-02" for row in list_documents(archive, shelves=SHELF)
    )


def test_filters_leave_out_with_a_reason(archive: Database, jail: Jail) -> None:
    other = "The city council of Busan opened a library. Readers came in numbers."
    with serving() as site:
        news(site, range(1))
        site.pages["/9"] = answer(page(9, words=other))
        body = rss([item(0, site.url("/0")), item(9, site.url("/9"))])
        chosen = {
            "/words": (Filters(words=("treaty", "agreement")), "filter-words"),
            "/unwanted": (Filters(unwanted=("library",)), "filter-unwanted"),
            "/names": (Filters(names=("kim-jong-un",)), "filter-names"),
            "/edges": (Filters(edges=(Edge.DPRK_RUSSIA,)), "filter-edges"),
        }
        for path, (filters, reason) in chosen.items():
            site.pages[path] = answer(body)
            of = added(archive, site, path, filters=filters)
            found = preview(
                archive, jail, feed(archive, of.feed_id), fetcher=site.fetcher(), now=NOW
            )
            verdicts = {shown.title: shown.verdict for shown in found}
            assert verdicts == {"Story 0": "take", "Story 9": reason}, path
        assert count_documents(archive, shelves=SHELF) == 0


def test_a_preview_says_what_is_here_already(archive: Database, jail: Jail) -> None:
    with serving() as site:
        site.pages["/feed"] = news(site, range(1))
        of = added(archive, site)
        polled(archive, jail, site, of)
        site.pages["/feed"] = news(site, range(9))

        found = preview(archive, jail, feed(archive, of.feed_id), fetcher=site.fetcher(), now=NOW)

    verdicts = [shown.verdict for shown in found]
    assert verdicts.count("known") == 1
    assert verdicts.count("take") == 5
    assert verdicts.count("untried") == 3


def test_an_article_and_its_mark_are_stored_together_or_not_at_all(
    archive: Database, jail: Jail
) -> None:
    with serving() as site:
        site.pages["/feed"] = news(site, range(1))
        of = added(archive, site)
        with archive.begin() as session:
            session.connection().exec_driver_sql(
                "CREATE TRIGGER stop BEFORE UPDATE ON entries WHEN NEW.state = 'taken' "
                "BEGIN SELECT RAISE(ABORT, 'killed here'); END"
            )
        with pytest.raises(Exception, match="killed here"):
            polled(archive, jail, site, of)

        with archive.begin() as session:
            assert session.scalar(select(func.count(Document.document_id))) == 0
            assert session.scalar(select(Row.state)) == EntryState.WAITING
            session.connection().exec_driver_sql("DROP TRIGGER stop")
        assert polled(archive, jail, site, of).taken == 1


def test_all_that_is_due_is_polled_once_and_one_feeds_fault_is_its_own(
    archive: Database, jail: Jail
) -> None:
    with serving() as site:
        fetcher = site.fetcher()
        for number in range(6):
            site.pages[f"/f{number}"] = answer(rss([]) if number else b"words, no feed")
            added(archive, site, f"/f{number}")

        first = poll_due(archive, jail, fetcher, now=NOW, limit=4, threads=2)
        second = poll_due(archive, jail, fetcher, now=NOW, limit=4, threads=2)
        third = poll_due(archive, jail, fetcher, now=NOW, limit=4, threads=2)

    assert [len(each) for each in (first, second, third)] == [4, 2, 0]
    assert [each.failed for each in first] == ["no-feed", None, None, None]


def test_a_page_leads_to_the_first_feed_it_names_that_works(jail: Jail) -> None:
    link = "<link rel='alternate' type='application/rss+xml' href='{}'>"
    with serving() as site:
        site.pages["/"] = answer(
            f"<!doctype html>{link.format('/dead')}{link.format('/f')}".encode()
        )
        site.pages["/f"] = answer(rss([item(1, "/a")], title="Found"))
        site.pages["/none"] = answer(b"<!doctype html><p>nothing</p>")

        found = discover(jail, site.fetcher(), site.url("/"))
        assert (found.url, found.parsed.title) == (site.url("/f"), "Found")
        with pytest.raises(FeedError):
            discover(jail, site.fetcher(), site.url("/none"))


def told_again(site: Site, *contents: str) -> None:
    items = [item(n, site.url(f"/{n}"), content=words) for n, words in enumerate(contents)]
    site.pages["/feed"] = answer(rss(items))


def versions(archive: Database) -> list[tuple[str, int]]:
    rows = list_documents(archive, shelves=SHELF)
    return sorted((row.title, row.version) for row in rows)


def test_an_entry_that_the_feed_changes_brings_a_further_version_of_its_page(
    archive: Database, jail: Jail
) -> None:
    with serving() as site:
        news(site, range(2))
        told_again(site, "first", "first")
        of = added(archive, site)
        assert polled(archive, jail, site, of) == Poll(of.feed_id, 2, 2)

        site.pages["/1"] = answer(page(1).replace(b"expressed regret", b"voiced alarm"))
        told_again(site, "first", "second")
        assert polled(archive, jail, site, of, NOW + HOUR) == Poll(of.feed_id, 1, 1)
        assert polled(archive, jail, site, of, NOW + 2 * HOUR) == Poll(of.feed_id, 0, 0)

    assert versions(archive) == [("Story 0", 1), ("Story 1", 2)]
    assert reasons(archive, of) == [("taken", None), ("taken", None)]


def test_an_entry_whose_page_reads_the_same_stays_the_article_it_is(
    archive: Database, jail: Jail
) -> None:
    with serving() as site:
        news(site, range(3))
        told_again(site, "first", "first", "first")
        of = added(archive, site)
        polled(archive, jail, site, of)
        rows = list_documents(archive, shelves=SHELF)
        [last] = [row.document_id for row in rows if row.title == "Story 2"]
        deed = {"shelf_id": COMMON_SHELF, "by": None, "interaction_id": None, "now": NOW}
        remove_document(archive, last, **deed)  # type: ignore[arg-type]  # each of its own type
        site.pages["/0"] = answer(b"", "404 Not Found")
        site.pages["/2"] = answer(page(2).replace(b"expressed regret", b"voiced alarm"))

        told_again(site, "second", "second", "second")
        found = polled(archive, jail, site, of, NOW + HOUR)

    assert (found.new, found.taken) == (3, 0)
    assert [version for _, version in versions(archive)] == [1, 1]
    assert reasons(archive, of) == [("taken", None)] * 3
