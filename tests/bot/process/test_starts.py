"""No failure makes the bot ask for more sessions a day than Discord gives."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from bot.health.starts import DAY, SESSIONS_A_DAY, Backoff, Sessions

DISCORDS_LIMIT = 1000


def test_pauses_grow_and_then_stay() -> None:
    backoff = Backoff(first=5, longest=300)

    pauses = [backoff.pause(1.0, lambda: 0.999999) for _ in range(10)]

    assert [round(pause) for pause in pauses[:7]] == [5, 10, 20, 40, 80, 160, 300]
    assert max(pauses) <= 300


@given(st.floats(0, 1, exclude_max=True), st.integers(0, 10_000))
def test_no_pause_is_shorter_than_half(drawn: float, failures: int) -> None:
    backoff = Backoff(first=5, longest=300, failures=failures)

    assert 2.5 <= backoff.pause(0.0, lambda: drawn) <= 300


def test_a_steady_run_begins_the_count_anew() -> None:
    backoff = Backoff(first=5, steady=600)
    for _ in range(8):
        backoff.pause(1.0, lambda: 0.0)

    assert backoff.pause(601.0, lambda: 0.0) == 2.5


@given(st.floats(0.0, 2000.0), st.floats(0, 1, exclude_max=True))
def test_whatever_a_run_lasts_a_day_holds_fewer_starts_than_discord_allows(
    ran: float, drawn: float
) -> None:
    backoff, clock, starts = Backoff(), 0.0, 0
    while clock < DAY:
        starts += 1
        clock += ran + backoff.pause(ran, lambda: drawn)

    assert starts < DISCORDS_LIMIT


def test_sessions_are_counted_whoever_begins_them() -> None:
    async def begin_all() -> float:
        sessions = Sessions(most=3, period=0.2)
        began = asyncio.get_running_loop().time()
        for _ in range(7):
            await sessions.begin()
        return asyncio.get_running_loop().time() - began

    assert 0.35 < asyncio.run(begin_all()) < 2
    assert SESSIONS_A_DAY < DISCORDS_LIMIT
