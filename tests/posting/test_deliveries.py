"""Briefings in parts, late ones, several in one channel, and mistakes of our own."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from bot.posting import delivery
from bot.rehearsal.faults import POST_MESSAGE, broken, delayed, dropped
from briefings.errors import ArchiveError
from briefings.storage.database import Database
from briefings.storage.deliveries import Claim, freeze
from briefings.storage.subscriptions import unsubscribe
from briefings.storage.tables import Delivery, EditionRow, SubscriptionRow
from tests.bot.desk import THURSDAY
from tests.posting.desk import DAY, PATIENT, Poster, posting, with_seeds


def footers(poster: Poster) -> list[str]:
    lines = (line for text in poster.posts() for line in text.split("\n"))
    return [line for line in lines if line.startswith("-# tm-")]


async def test_parts_arrive_once_and_in_order_whatever_happens_between_them(
    database_url: str,
) -> None:
    async with posting(database_url) as poster:
        with_seeds(poster)
        poster.subscribe()
        poster.break_(
            dropped(POST_MESSAGE, applied=True),
            replace(broken(POST_MESSAGE, 503, applied=True), skip=1),
            replace(delayed(POST_MESSAGE, 0.4, applied=True), skip=1),
        )

        assert await poster.tick() == 1

        found = footers(poster)
        parts = len(found)
        marker = found[0].partition(" · ")[0]
        assert parts > 1
        assert found == [f"{marker} · {part} of {parts}" for part in range(1, parts + 1)]


async def test_equal_subscriptions_share_one_edition_and_one_channel_sees_nothing_twice(
    new_sqlite: str,
) -> None:
    async with posting(new_sqlite) as poster:
        with_seeds(poster)
        for name in ("briefings", "briefings", "general"):
            poster.subscribe(name)

        assert await poster.tick() == 3

        full, *quiet = [text for text in poster.posts() if " · 1 of " in text]
        assert "Nothing new" not in full
        assert ["Nothing new" in text for text in quiet] == [True]
        assert len(poster.posts("general")) == len(poster.posts()) - 1
        with poster.database.reading() as session:
            assert session.scalar(select(func.count(EditionRow.edition_id))) == 1


async def test_after_a_downtime_one_late_briefing_says_so(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        poster.subscribe()

        assert await poster.tick(after=3 * DAY + timedelta(hours=2)) == 1

        [post] = poster.posts()
        assert "Late: this briefing was due" in post
        assert "3 earlier briefings were skipped" in post


async def test_a_briefing_that_came_to_nothing_for_too_long_is_not_posted_days_later(
    new_sqlite: str,
) -> None:
    async with posting(new_sqlite) as poster:
        poster.subscribe()
        poster.break_(replace(broken(POST_MESSAGE, 503), times=4))
        assert await poster.tick() == 0

        await poster.tick(after=2 * DAY)

        assert len(poster.posts()) == 1  # the newest one
        with poster.database.reading() as session:
            rows = session.execute(select(Delivery.state).order_by(Delivery.due_at))
            assert [row[0] for row in rows] == ["skipped", "skipped", "sent"]


async def test_a_subscription_that_cannot_be_read_does_not_hold_up_the_others(
    new_sqlite: str,
) -> None:
    async with posting(new_sqlite) as poster:
        for name in ("briefings", "general", "announcements"):
            poster.subscribe(name)
        gone = update(SubscriptionRow).where(SubscriptionRow.subscription_id == 1)
        with poster.database.begin() as session:
            session.execute(gone.values(zone="No/Where"))

        assert await poster.tick() == 2

        assert [len(poster.posts(name)) for name in ("briefings", "general")] == [0, 1]


@pytest.mark.parametrize("error", [ArchiveError("away"), KeyError("a mistake of ours")], ids=repr)
async def test_whatever_befalls_one_delivery_it_and_the_others_arrive(
    error: Exception, new_sqlite: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with posting(new_sqlite, settings=PATIENT) as poster:
        for name in ("briefings", "general", "announcements"):
            poster.subscribe(name)

        def sometimes(database: Database, claimed: Claim, **kwargs: Any) -> object:
            if (claimed.delivery_id, claimed.epoch) == (1, 1):
                raise error
            return freeze(database, claimed, **kwargs)

        monkeypatch.setattr(delivery, "freeze", sometimes)

        assert await poster.tick() == 2
        assert await poster.tick(after=61.0) == 1

        assert [len(poster.posts(name)) for name in ("briefings", "general")] == [1, 1]


async def test_a_subscription_that_ends_while_its_briefing_is_due_gets_none(
    new_sqlite: str,
) -> None:
    async with posting(new_sqlite) as poster:
        number = poster.subscribe()
        poster.subscribe("general")
        poster.break_(replace(broken(POST_MESSAGE, 503), times=8))
        await poster.tick()
        poster.loopback.faults.clear()

        unsubscribe(
            poster.database,
            number,
            guild_id=poster.loopback.desk.id,
            by=1,
            interaction_id=None,
            now=THURSDAY,
        )
        await poster.tick(after=600.0)

        assert [len(poster.posts(name)) for name in ("briefings", "general")] == [0, 1]
