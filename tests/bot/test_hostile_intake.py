"""Hostile links, bodies and feeds by way of the commands: none comes in, each is refused in words
of its own, and the archive is as it was."""

import re
from collections.abc import Iterator

import pytest

from bot.rehearsal import Answer, Upload
from briefings.ingest.documents import reading_jail
from briefings.ingest.jail import Jail
from briefings.storage.articles import articles, count_documents, list_documents
from briefings.storage.changes import change_counter
from briefings.storage.shelves import visible_shelves
from tests.bot.desk import Desk, desk
from tests.ingest.test_feeds_hostile import HOSTILE as FEEDS
from tests.ingest.test_fetch_bodies import HOSTILE as BODIES
from tests.ingest.test_fetch_links import HOSTILE as LINKS
from tests.ingest.web import answer, connects, serving

COGS = ("bot.cogs.documents", "bot.cogs.feeds")
TYPED = [link for link in LINKS if link.strip() and len(link) <= 2000]
STORY = "Vladimir Putin met Kim Jong Un in Pyongyang. They signed a treaty there on Wednesday. "
POLYGLOTS = {
    "script": f"<script>alert(1)</script><p>{STORY * 3}</p><script>/*</script>",
    "php": f"<?php system('id'); ?>\n{STORY * 3}",
    "shell": f"#!/bin/sh\n: <<'x'\n{STORY * 3}\nx\nrm -rf /",
    "template": "{{7*7}} ${jndi:ldap://127.0.0.1/a} " + STORY * 3,
    "sql": STORY * 3 + "'); DROP TABLE documents;--",
    "macro": '=cmd|" /C calc"!A0\n' + STORY * 3,
}


@pytest.fixture(scope="module")
def jail() -> Iterator[Jail]:
    shared = reading_jail(seconds=10)
    yield shared
    shared.close()


def kept(opened: Desk) -> tuple[int, int]:
    shelves = visible_shelves(opened.database, opened.loopback.desk.id)
    return count_documents(opened.database, shelves=shelves), change_counter(opened.database)


def in_its_own_words(refused: Answer) -> bool:
    return (
        refused.ephemeral
        and "our mistake" not in refused.text
        and not re.search(r"[Tt]raceback|Error\(|<class", refused.text)
        and "Added" not in refused.text
        and refused.text.startswith("**")
    )


async def test_no_hostile_link_comes_in(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        opened.bot.fetcher = opened.bot.fetcher.__class__(
            resolve=lambda host, port: ["127.0.0.1"], pause=0.0
        )
        before, opens = kept(opened), len(connects)
        assert len(TYPED) >= 80
        said = {}
        for link in TYPED:
            said[link] = await opened.admin.slash("/document add", {"link": link})
            assert in_its_own_words(said[link]), (link, said[link].text)

        assert connects[opens:] == []
        assert kept(opened) == before
        told = {LINKS[link]: said[link].text.partition("**")[2][:20] for link in TYPED}
        assert len(set(told.values())) >= 5


async def test_no_hostile_body_comes_in(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        before = kept(opened)
        assert len(BODIES) >= 60
        for name, (says, _) in BODIES.items():
            with serving({"/": says}) as site:
                opened.bot.fetcher = site.fetcher()
                refused = await opened.admin.slash("/document add", {"link": site.url()})
            assert in_its_own_words(refused), (name, refused.text)

        assert kept(opened) == before


async def test_no_hostile_feed_brings_a_document_or_a_mistake(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        before = kept(opened)
        assert len(FEEDS) >= 40
        refused = 0
        for name, make in FEEDS.items():
            made = make()
            body = made.encode() if isinstance(made, str) else made
            with serving({"/feed": answer(body, "200 OK", "Content-Type: text/xml")}) as site:
                opened.bot.fetcher = site.fetcher()
                told = await opened.admin.slash("/feed add", {"url": site.url("/feed")})
            assert "our mistake" not in told.text, (name, told.text)
            assert "root:" not in told.text
            refused += in_its_own_words(told)

        assert refused >= 20
        assert kept(opened) == before


@pytest.mark.parametrize("name", POLYGLOTS)
async def test_what_is_text_and_something_else_is_kept_as_text_alone(
    new_sqlite: str, jail: Jail, name: str
) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        upload = Upload(f"a.{name}.txt", POLYGLOTS[name].encode(), "text/plain")

        told = await opened.admin.slash("/document add", {"file": upload})

        shelves = visible_shelves(opened.database, opened.loopback.desk.id)
        rows = list_documents(opened.database, shelves=shelves)
        [found] = articles(opened.database, [row.document_id for row in rows], shelves=shelves)
        assert "Added:" in told.text
        assert STORY.strip() in " ".join(found.text.split())
        assert found.reading.extraction.media_type in ("text/plain", "text/html")
        assert "<script>" not in told.text
