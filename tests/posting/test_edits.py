"""What a person changes in the very moment at which a briefing is due."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from briefings.model import SubscriptionState
from briefings.storage.subscriptions import (
    change_subscription,
    set_state,
    skip_next,
    subscription,
)
from tests.bot.desk import THURSDAY
from tests.posting.desk import DAY, Poster, posting

JUST_AFTER = THURSDAY + timedelta(seconds=10)  # due, and no round of posting has seen it yet
Deed = Callable[[Poster, int], Any]


def edited(**changes: Any) -> Deed:
    def deed(poster: Poster, number: int) -> object:
        held = subscription(poster.database, number)
        return change_subscription(
            poster.database, replace(held, **changes), by=1, interaction_id=7, now=JUST_AFTER
        )

    return deed


def resumed(poster: Poster, number: int) -> object:
    return set_state(poster.database, number, SubscriptionState.ACTIVE, None, now=JUST_AFTER)


def skipped(poster: Poster, number: int) -> object:
    return skip_next(
        poster.database,
        number,
        guild_id=poster.loopback.desk.id,
        by=1,
        interaction_id=7,
        now=JUST_AFTER,
    )


@pytest.mark.parametrize(
    ("deed", "posts"),
    [
        (edited(language="ko"), [1, 0, 1]),
        (edited(zone="Asia/Tokyo"), [1, 0, 1]),
        (edited(zone="Europe/London"), [0, 1, 0]),  # eight o'clock in London is nine hours later
        (resumed, [1, 0, 1]),
        (skipped, [1, 0, 0]),
    ],
    ids=["language", "same hour", "later hour", "resumed", "skipped"],
)
async def test_a_change_at_the_moment_at_which_a_briefing_is_due_loses_none_and_doubles_none(
    deed: Deed, posts: list[int], new_sqlite: str
) -> None:
    async with posting(new_sqlite) as poster:
        deed(poster, poster.subscribe())

        assert [await poster.tick(after=each) for each in (15, DAY / 2, DAY / 2)] == posts
        assert len(poster.posts()) == sum(posts)
