"""Channels that close and open again: told once, tried once a day, opened by themselves."""

from datetime import timedelta

import pytest

from bot.rehearsal import deeds
from bot.rehearsal.faults import POST_MESSAGE, refused
from bot.rehearsal.permissions import Permission
from briefings.model import SubscriptionState
from briefings.storage.subscriptions import subscription
from tests.posting.desk import DAY, posting

NO_SENDING = Permission.SEND_MESSAGES


async def test_a_closed_channel_is_told_once_and_gets_its_briefing_when_it_opens(
    database_url: str,
) -> None:
    async with posting(database_url) as poster:
        number = poster.subscribe()
        poster.allow(deny=NO_SENDING)
        await poster.loopback.world.until(lambda: False, 0.05)

        assert await poster.tick() == 0
        assert await poster.tick(after=DAY) == 0
        assert len(poster.told()) == 1
        assert subscription(poster.database, number).state is SubscriptionState.ACTIVE

        poster.allow()
        await poster.loopback.world.until(lambda: False, 0.05)
        assert await poster.tick(after=60.0) == 1

        assert len(poster.posts()) == 1
        assert subscription(poster.database, number).reason is None


async def test_known_rights_spare_discord_the_refusal(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        poster.subscribe()
        poster.allow(deny=NO_SENDING)
        await poster.loopback.world.until(lambda: False, 0.05)

        await poster.tick()

        assert not [key for key in poster.loopback.rest.tally if key[1] == 403]


async def test_a_channel_closed_for_a_week_is_paused_and_told_once_more(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        number = poster.subscribe()
        poster.allow(deny=NO_SENDING)
        await poster.loopback.world.until(lambda: False, 0.05)

        for _ in range(9):
            await poster.tick()
            poster.loopback.world.clock.advance(DAY)

        held = subscription(poster.database, number)
        assert (held.state, held.reason) == (SubscriptionState.PAUSED, "discord-50013")
        assert len(poster.told()) == 2


async def test_a_paused_channel_is_tried_once_a_day_and_goes_on(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        number = poster.subscribe()
        poster.break_(refused(POST_MESSAGE, 403, 50083))
        assert await poster.tick() == 0
        assert subscription(poster.database, number).state is SubscriptionState.PAUSED

        await poster.tick(after=timedelta(hours=3))
        assert subscription(poster.database, number).state is SubscriptionState.PAUSED
        await poster.tick(after=timedelta(hours=22))

        held = subscription(poster.database, number)
        assert (held.state, held.reason) == (SubscriptionState.ACTIVE, None)
        assert await poster.tick(after=DAY) == 1


@pytest.mark.parametrize("how", ["channel", "guild"])
async def test_a_channel_that_is_gone_is_paused_at_once_and_its_settings_are_kept(
    how: str, new_sqlite: str
) -> None:
    async with posting(new_sqlite) as poster:
        number, world = poster.subscribe(), poster.loopback.world
        if how == "channel":
            deeds.remove_channel(world, poster.channel)
        else:
            deeds.remove_bot(world, poster.loopback.desk)
        await world.until(lambda: False, 0.05)

        assert await poster.tick() == 0
        assert await poster.tick(after=DAY) == 0

        held = subscription(poster.database, number)
        assert held.zone == "Asia/Seoul"
        if how == "channel":
            assert held.state is SubscriptionState.PAUSED
            assert len(poster.told()) == 1
        else:
            deeds.invite_bot(world, poster.loopback.desk)
            await world.until(lambda: False, 0.05)
            assert await poster.tick(after=60.0) == 1
