from datetime import UTC, datetime, timedelta

from bot.clock import Clock

NOON = datetime(2024, 6, 20, 12, tzinfo=UTC)


def test_a_moved_clock_goes_on_from_where_it_was_set() -> None:
    real = [NOON]
    clock = Clock(lambda: real[0])

    clock.set(datetime(2020, 1, 1, tzinfo=UTC))
    real[0] += timedelta(seconds=90)

    assert clock.now() == datetime(2020, 1, 1, 0, 1, 30, tzinfo=UTC)


def test_the_clock_is_read_in_utc() -> None:
    assert Clock().now().tzinfo is UTC


def test_advancing_adds_up() -> None:
    clock = Clock(lambda: NOON)

    clock.advance(timedelta(hours=2))
    clock.advance(timedelta(hours=3))

    assert clock.now() == NOON + timedelta(hours=5)
