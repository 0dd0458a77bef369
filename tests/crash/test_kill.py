"""Bots that are killed at any step, or paused beyond all windows, leave each message once."""

import random
import signal
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

from bot.rehearsal import Loopback, text_of
from tests.crash.archives import copied, remove_one_quoted, subscribed
from tests.crash.runs import STEPS, Outcome, Troop, crash_at, found, harass, outcome

CHANNELS = 2


def assert_exactly_once(left: Outcome) -> None:
    assert (left.lost, left.doubled, left.disordered) == (0, 0, 0)
    assert left.messages > CHANNELS


@pytest.mark.parametrize("step", STEPS)
async def test_a_bot_killed_at_any_step_leaves_each_message_once(
    step: str, seeded_sqlite: Path, tmp_path: Path, context: ForkServerContext
) -> None:
    async with Loopback() as loopback:
        places = found(loopback, CHANNELS)
        url = copied(seeded_sqlite, tmp_path / "archive.db", places)
        troop = Troop(loopback, context, url)

        await crash_at(troop, step, (1, 2) if step != "claimed" else (1, 1))

        assert troop.kills >= 2
        assert_exactly_once(outcome(troop, places))
        assert not loopback.violations


async def test_three_bots_killed_and_paused_at_random_leave_each_message_once(
    copy_of_postgresql: str, context: ForkServerContext
) -> None:
    async with Loopback() as loopback:
        places = found(loopback, 18)
        subscribed(copy_of_postgresql, places)
        troop = Troop(loopback, context, copy_of_postgresql)

        await harass(troop, workers=3, kills=6, stops=2, chance=random.Random(1))

        assert troop.kills >= 4
        assert_exactly_once(outcome(troop, places))


async def test_a_bot_killed_between_a_correction_and_its_note_leaves_one_line(
    seeded_sqlite: Path, tmp_path: Path, context: ForkServerContext
) -> None:
    async with Loopback() as loopback:
        places = found(loopback, CHANNELS)
        url = copied(seeded_sqlite, tmp_path / "archive.db", places)
        troop = Troop(loopback, context, url)
        assert await troop.end(troop.start()) == 0
        remove_one_quoted(url)

        assert await troop.end(troop.start("edited")) == -signal.SIGKILL
        assert [await troop.end(troop.start()) for _ in range(2)] == [0, 0]

        for _, channel_id in places:
            messages = loopback.world.channels[channel_id].messages.values()
            text = "\n".join(text_of(message) for message in messages)
            assert text.count("-# Correction") == 1


async def test_a_bot_that_starts_again_posts_nothing_again(
    seeded_sqlite: Path, tmp_path: Path, context: ForkServerContext
) -> None:
    async with Loopback() as loopback:
        places = found(loopback, CHANNELS)
        url = copied(seeded_sqlite, tmp_path / "archive.db", places)
        troop = Troop(loopback, context, url)

        assert [await troop.end(troop.start()) for _ in range(2)] == [0, 0]

        assert_exactly_once(outcome(troop, places))
