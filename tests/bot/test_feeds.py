"""/feed end to end, with feeds on loopback servers."""

from collections.abc import Iterator
from typing import cast

import pytest

from bot.cogs.feeds.polling import Polling
from bot.rehearsal import Upload
from briefings.ingest.documents import reading_jail
from briefings.ingest.jail import Jail
from briefings.storage.articles import count_documents
from briefings.storage.shelves import visible_shelves
from tests.bot.desk import Desk, desk, text_of_choices
from tests.ingest.feeds_made import item, page, rss
from tests.ingest.web import Site, answer, serving

COGS = ("bot.cogs.feeds", "bot.cogs.documents")


@pytest.fixture(scope="module")
def jail() -> Iterator[Jail]:
    shared = reading_jail()
    yield shared
    shared.close()


def reach(opened: Desk, site: Site) -> Polling:
    """Let the bot's fetcher reach the test's server, and nothing else of this machine."""
    opened.bot.fetcher = site.fetcher()
    return cast("Polling", opened.bot.get_cog("Polling"))


def news(site: Site) -> None:
    site.pages["/feed"] = answer(
        rss([item(1, site.url("/1"), title="Kim met @everyone"), item(2, site.url("/2"))])
    )
    site.pages["/1"], site.pages["/2"] = answer(page(1)), answer(page(2))


def kept(opened: Desk) -> int:
    shelves = visible_shelves(opened.database, opened.loopback.desk.id)
    return count_documents(opened.database, shelves=shelves)


async def test_a_feed_is_added_polled_listed_and_tested(new_sqlite: str, jail: Jail) -> None:
    with serving() as site:
        news(site)
        async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
            polling = reach(opened, site)

            added = await opened.admin.slash(f"/feed add url:{site.url('/feed')} source:Yonhap")
            tested = await opened.admin.slash("/feed test feed:Desk")
            taken = await polling.poll()
            listed = await opened.admin.slash("/feed list")
            tested_again = await opened.admin.slash("/feed test feed:Desk")

            assert "Reading “Desk News” from now on" in added.text
            assert "2 entries" in added.text
            assert tested.text.count("would be taken") == 2
            assert taken == 2
            assert kept(opened) == 2
            assert "2 taken, 0 left out, 0 failed, 0 waiting" in listed.text
            assert "healthy" in listed.text
            assert tested_again.text.count("read before") == 2
            assert added.ephemeral
            assert listed.ephemeral


async def test_a_feed_is_paused_resumed_and_removed_and_offered_while_typing(
    new_sqlite: str, jail: Jail
) -> None:
    with serving() as site:
        news(site)
        async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
            polling = reach(opened, site)
            await opened.admin.slash(f"/feed add url:{site.url('/feed')}")

            offered = await opened.admin.autocomplete("/feed pause feed:desk")
            assert text_of_choices(offered)[0].startswith("Desk News (http")
            paused = await opened.admin.slash("/feed pause feed:Desk")
            assert "is paused" in paused.text
            assert await polling.poll() == 0
            assert "by a person" in (await opened.admin.slash("/feed list")).text
            assert "is read again" in (await opened.admin.slash("/feed resume feed:Desk")).text
            assert await polling.poll() == 2
            assert "no longer read" in (await opened.admin.slash("/feed remove feed:Desk")).text
            assert "No feed is read here yet" in (await opened.admin.slash("/feed list")).text
            assert "There is no feed" in (await opened.admin.slash("/feed test feed:Desk")).text
            assert kept(opened) == 2


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("http://127.0.0.1/feed", "is not on the public internet"),
        ("http://2130706433/", "names no host of the public internet"),
        ("http://a:secret@news.org/", "carries a user name or a password"),
        ("http://news.org:22/", "asks for port 22"),
        ("file:///etc/passwd", "Only links that begin with https:// or http://"),
        ("nonsense", "Only links that begin with https:// or http://"),
    ],
)
async def test_a_link_that_is_never_followed_says_why(
    new_sqlite: str, jail: Jail, given: str, says: str
) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        for line in (f"/feed add url:{given}", f"/document add link:{given}"):
            refused = await opened.admin.slash(line)

            assert says in refused.text
            assert refused.ephemeral
            assert "secret" not in refused.text
        assert kept(opened) == 0


async def test_filters_are_understood_or_refused(new_sqlite: str, jail: Jail) -> None:
    with serving() as site:
        news(site)
        async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
            polling = reach(opened, site)
            line = f"/feed add url:{site.url('/feed')}"

            refused = await opened.admin.slash(f"{line} names:Zaphod Xyzzyx")
            assert "is not usable as names" in refused.text
            await opened.admin.slash(f"{line} names:Kim Jong Un words:agreement number 2, -sport")
            assert await polling.poll() == 1
            listed = await opened.admin.slash("/feed list")
            assert "1 taken, 1 left out" in listed.text
            assert "filtered" in listed.text


async def test_a_list_of_feeds_comes_in_and_goes_out(new_sqlite: str, jail: Jail) -> None:
    opml = (
        b"<opml version='2.0'><body><outline text='A' xmlUrl='https://a.org/f'/>"
        b"<outline text='B' xmlUrl='https://b.org/f'/></body></opml>"
    )
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        file = Upload("feeds.opml", opml, "text/xml")
        first = await opened.admin.slash("/feed import", {"file": file})
        again = await opened.admin.slash("/feed import", {"file": file})
        wrong = await opened.admin.slash("/feed import", {"file": Upload("a.txt", b"x", "a/b")})
        out = await opened.admin.slash("/feed export")

        assert "2 feeds are new; 0 were here already" in first.text
        assert "0 feeds are new; 2 were here already" in again.text
        assert "That file is no list of feeds" in wrong.text
        (attached,) = out.message.attachments
        assert attached.upload.filename == "feeds.opml"
        assert b'xmlUrl="https://b.org/f"' in attached.upload.body


async def test_a_page_is_added_by_its_link(new_sqlite: str, jail: Jail) -> None:
    with serving() as site:
        news(site)
        async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
            opened.bot.fetcher = site.fetcher()

            added = await opened.admin.slash(f"/document add link:{site.url('/1')} source:Desk")
            missing = await opened.admin.slash(f"/document add link:{site.url('/none')}")
            written = opened.member.write(f"<{site.url('/2')}>")
            linked = await opened.admin.message_menu("Add to archive", written)

            assert "Added: “Story 1”" in added.text
            assert "Source: **Desk**" in added.text
            assert "has no such page" in missing.text
            assert "Added: “Story 2”" in linked.text
            assert kept(opened) == 2
