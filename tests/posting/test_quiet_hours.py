"""Nothing is posted in quiet hours; what was due in them comes when they end, and says so."""

from dataclasses import replace
from datetime import time, timedelta

from bot.rehearsal.faults import POST_MESSAGE, broken
from bot.rehearsal.permissions import Permission
from briefings.model import QuietHours, SubscriptionState
from briefings.storage.deliveries import enqueue_now
from briefings.storage.subscriptions import ASKED, set_state, subscription
from tests.bot.desk import THURSDAY
from tests.posting.desk import DAY, posting

HOUR = timedelta(hours=1)
MORNING = QuietHours(time(7), time(10))  # around the slot at 08:00
EVENING = QuietHours(time(9), time(7))


async def test_a_slot_in_quiet_hours_waits_for_their_end_and_says_so(database_url: str) -> None:
    async with posting(database_url) as poster:
        poster.subscribe(quiet=MORNING)

        assert await poster.tick() == 0
        assert await poster.tick(after=1.9 * HOUR) == 0
        assert await poster.tick(after=0.11 * HOUR) == 1
        assert await poster.tick(after=HOUR) == 0

        [post] = poster.posts()
        assert "held until the quiet hours" in post
        assert "08:00 Asia/Seoul" in post
        assert "Late" not in post


async def test_a_briefing_that_is_late_into_quiet_hours_waits_as_well(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        poster.subscribe(quiet=EVENING)

        assert await poster.tick(after=2 * HOUR) == 0
        assert await poster.tick(after=20 * HOUR) == 0
        assert await poster.tick(after=1.1 * HOUR) == 1

        [post] = poster.posts()
        assert "Late: this briefing was due" in post
        assert post.count("20 June 2024, 08:00 Asia/Seoul") >= 2


async def test_a_try_that_failed_before_is_not_made_again_in_quiet_hours(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        poster.subscribe(quiet=QuietHours(time(8, 1), time(9)))
        poster.break_(replace(broken(POST_MESSAGE, 503), times=4))

        assert await poster.tick() == 0
        assert await poster.tick(after=timedelta(minutes=10)) == 0
        assert await poster.tick(after=timedelta(minutes=45)) == 0
        assert await poster.tick(after=timedelta(minutes=10)) == 1

        assert len(poster.posts()) == 1


async def test_what_a_person_asks_for_is_posted_in_quiet_hours_too(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        number = poster.subscribe(quiet=MORNING)
        guild_id = poster.loopback.desk.id
        enqueue_now(
            poster.database, number, guild_id=guild_id, by=1, interaction_id=1, now=THURSDAY
        )

        assert await poster.tick() == 1


async def test_a_reason_is_told_once_and_that_briefings_arrive_again_too(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        poster.subscribe()
        link = replace(broken(POST_MESSAGE, 400), body={"message": "x", "code": 240000})
        for _ in range(3):
            poster.break_(link)
            await poster.tick()
            poster.loopback.world.clock.advance(DAY)
        assert len(poster.told()) == 1

        assert await poster.tick() == 1
        assert await poster.tick(after=DAY) == 1

        assert len(poster.told()) == 2
        assert "arrives again" in poster.told()[1]


async def test_what_a_person_paused_is_not_opened_when_the_channel_is(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        number = poster.subscribe()
        poster.allow(deny=Permission.SEND_MESSAGES)
        await poster.loopback.world.until(lambda: False, 0.05)
        await poster.tick()
        paused = SubscriptionState.PAUSED
        set_state(poster.database, number, paused, ASKED, now=THURSDAY, by=7)

        poster.allow()
        await poster.loopback.world.until(lambda: False, 0.05)
        assert await poster.tick(after=60.0) == 0
        assert await poster.tick(after=DAY) == 0

        held = subscription(poster.database, number)
        assert (held.state, held.reason, held.paused_by) == (SubscriptionState.PAUSED, "asked", 7)
