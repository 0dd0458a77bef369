"""One post for each local date, whatever clocks and people do."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefings.model import QuietHours, Slot, Subscription, SubscriptionState
from briefings.schedule import (
    LATE_AFTER,
    SKIPPED_AT_MOST,
    due,
    next_slot,
    quiet_until,
    slot_on,
    slots_after,
)

EVERY_DAY = frozenset(range(7))
DAY = timedelta(days=1)
TIMES = tuple(
    time(*clock)
    for clock in [(0, 0), (0, 30), (1, 30), (2, 0), (2, 30), (3, 0), (8, 0), (23, 0), (23, 30)]
)
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def subscribed(
    zone: str = "Asia/Seoul",
    local_time: time = time(8),
    *,
    next_slot_at: datetime | None = None,
    weekdays: frozenset[int] = EVERY_DAY,
    catch_up_minutes: int = 360,
    state: SubscriptionState = SubscriptionState.ACTIVE,
) -> Subscription:
    return Subscription(
        subscription_id=1,
        guild_id=2,
        channel_id=3,
        zone=zone,
        local_time=local_time,
        weekdays=weekdays,
        edges=(),
        sources=(),
        language="en",
        look_back_hours=72,
        catch_up_minutes=catch_up_minutes,
        state=state,
        reason=None,
        created_by=4,
        created_at=NOW,
        next_slot_at=next_slot_at,
        version=1,
    )


def changes(zone: ZoneInfo, first: datetime, days: int) -> tuple[tuple[datetime, timedelta], ...]:
    """When the zone's offset changes, to the minute, and by how much it does."""
    found = []
    for distance in range(days):
        low, high = first + distance * DAY, first + (distance + 1) * DAY
        step = (high.astimezone(zone).utcoffset() or DAY) - (
            low.astimezone(zone).utcoffset() or DAY
        )
        while step and high - low > timedelta(minutes=1):
            middle = low + (high - low) / 2
            changed = middle.astimezone(zone).utcoffset() == high.astimezone(zone).utcoffset()
            low, high = (low, middle) if changed else (middle, high)
        if step:
            found.append(
                (high.astimezone(zone).replace(tzinfo=None, second=0, microsecond=0), step)
            )
    return tuple(found)


def distinct_zones() -> list[str]:
    """One zone for each pattern of clock changes in local time in 2026 and 2027."""
    first = datetime(2025, 12, 31, tzinfo=UTC)
    patterns: dict[tuple[tuple[datetime, timedelta], ...], str] = {}
    for name in sorted(available_timezones() - {"localtime", "Factory"}):
        patterns.setdefault(changes(ZoneInfo(name), first, 732), name)
    return sorted(patterns.values())


def test_every_zone_of_two_years_gives_each_local_date_exactly_one_slot() -> None:
    wanted = [date(2026, 1, 1) + distance * DAY for distance in range(730)]
    zones = distinct_zones()
    for zone in zones:
        for clock in TIMES:
            subscription = subscribed(zone, clock)
            slot = next_slot(
                subscription, slot_on(date(2025, 12, 31), local_time=clock, zone=zone).due_at
            )
            given_days = []
            while slot is not None and slot.day <= wanted[-1]:
                given_days.append(slot.day)
                slot = next_slot(subscription, slot.due_at)
            assert given_days == wanted, (zone, clock)
    assert len(zones) > 10


def test_a_tick_every_quarter_of_an_hour_delivers_each_date_once_over_a_clock_change() -> None:
    for zone in ("America/New_York", "Australia/Lord_Howe", "America/Nuuk", "Africa/Cairo"):
        for clock in TIMES:
            subscription = subscribed(zone, clock)
            days: list[date] = []
            for quarter in range(9 * 96):
                now = datetime(2026, 3, 25, tzinfo=UTC) + quarter * timedelta(minutes=15)
                found = due(subscription, now)
                days += [found.deliver.day] if found.deliver else []
                assert not found.skipped
                subscription = replace(subscription, next_slot_at=found.next_slot_at)
            assert days == [days[0] + distance * DAY for distance in range(len(days))]
            assert len(days) in (8, 9)


@pytest.mark.parametrize(
    ("zone", "day", "clock", "utc"),
    [
        ("Europe/Berlin", date(2026, 3, 29), time(2, 30), "2026-03-29T01:00+00:00"),
        ("Europe/Berlin", date(2026, 10, 25), time(2, 30), "2026-10-25T00:30+00:00"),
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15), "2026-10-03T15:30+00:00"),
        ("Australia/Lord_Howe", date(2026, 4, 5), time(1, 45), "2026-04-04T14:45+00:00"),
        ("Africa/Cairo", date(2026, 4, 24), time(0, 30), "2026-04-23T22:00+00:00"),
        ("America/Nuuk", date(2026, 3, 28), time(23, 30), "2026-03-29T01:00+00:00"),
        ("Asia/Seoul", date(2026, 3, 29), time(2, 30), "2026-03-28T17:30+00:00"),
        ("Asia/Pyongyang", date(2018, 5, 4), time(23, 45), "2018-05-04T15:00+00:00"),
    ],
)
def test_a_gap_moves_to_its_end_and_an_overlap_takes_the_first(
    zone: str, day: date, clock: time, utc: str
) -> None:
    assert slot_on(day, local_time=clock, zone=zone) == Slot(day, datetime.fromisoformat(utc))


def test_the_day_samoa_skipped_has_no_slot_of_its_own() -> None:
    subscription = subscribed("Pacific/Apia")
    slot = next_slot(subscription, datetime(2011, 12, 28, tzinfo=UTC))
    days: list[date] = []
    while slot is not None and len(days) < 4:
        days.append(slot.day)
        slot = next_slot(subscription, slot.due_at)

    assert days == [date(2011, 12, day) for day in (28, 29, 31)] + [date(2012, 1, 1)]


def test_only_the_chosen_weekdays_have_slots() -> None:
    weekdays = frozenset({0, 4})
    first = next_slot(subscribed(weekdays=weekdays), NOW)
    assert first is not None
    second = next_slot(subscribed(weekdays=weekdays), first.due_at)
    assert second is not None

    assert (first.day.weekday(), second.day.weekday()) == (4, 0)
    assert next_slot(subscribed(weekdays=frozenset()), NOW) is None


def test_a_single_weekday_is_found_past_the_week_samoa_lost_it() -> None:
    subscription = subscribed("Pacific/Apia", weekdays=frozenset({4}))
    slot = next_slot(subscription, datetime(2011, 12, 24, tzinfo=UTC))

    assert slot is not None
    assert slot.day == date(2012, 1, 6)


def test_a_new_subscription_begins_with_its_next_future_slot() -> None:
    found = due(subscribed(local_time=time(20)), NOW)

    assert (found.deliver, found.skipped, found.late) == (None, (), False)
    assert found.next_slot_at == datetime(2026, 3, 3, 11, tzinfo=UTC)


def test_nothing_is_due_before_its_time() -> None:
    later = NOW + timedelta(hours=1)

    assert due(subscribed(next_slot_at=later), NOW).next_slot_at == later
    assert due(subscribed(next_slot_at=later), NOW).deliver is None


def test_a_slot_on_time_is_delivered_and_not_called_late() -> None:
    at = datetime(2026, 3, 1, 23, tzinfo=UTC)
    found = due(subscribed(next_slot_at=at), at + timedelta(seconds=5))

    assert found.deliver == Slot(date(2026, 3, 2), at)
    assert not found.late
    assert found.next_slot_at == at + DAY


def test_after_a_night_offline_the_newest_slot_is_late_and_older_ones_are_skipped() -> None:
    at = datetime(2026, 2, 26, 23, tzinfo=UTC)
    found = due(subscribed(next_slot_at=at), at + 3 * DAY + timedelta(hours=2))

    assert found.deliver == Slot(date(2026, 3, 2), at + 3 * DAY)
    assert found.late
    assert [slot.day for slot in found.skipped] == [
        date(2026, 2, 27),
        date(2026, 2, 28),
        date(2026, 3, 1),
    ]


def test_a_slot_older_than_the_catch_up_time_is_skipped_too() -> None:
    at = datetime(2026, 3, 1, 23, tzinfo=UTC)
    found = due(subscribed(next_slot_at=at), at + timedelta(hours=7))

    assert found.deliver is None
    assert [slot.due_at for slot in found.skipped] == [at]
    assert found.next_slot_at == at + DAY


def test_without_catch_up_a_slot_still_survives_a_slow_tick() -> None:
    at = datetime(2026, 3, 1, 23, tzinfo=UTC)
    without = subscribed(next_slot_at=at, catch_up_minutes=0)

    assert due(without, at + LATE_AFTER).deliver is not None
    assert due(without, at + LATE_AFTER + timedelta(seconds=1)).deliver is None


def test_years_of_downtime_name_a_bounded_number_of_skipped_slots() -> None:
    long_ago = datetime(1970, 1, 1, tzinfo=UTC)
    found = due(subscribed(next_slot_at=long_ago, catch_up_minutes=1440), NOW)

    assert found.deliver is not None
    assert found.deliver.day == date(2026, 3, 2)
    assert len(found.skipped) == SKIPPED_AT_MOST
    assert found.next_slot_at == datetime(2026, 3, 2, 23, tzinfo=UTC)


@pytest.mark.parametrize("state", [SubscriptionState.PAUSED, SubscriptionState.DISABLED])
def test_a_resting_subscription_has_nothing_due(state: SubscriptionState) -> None:
    found = due(subscribed(next_slot_at=NOW - DAY, state=state), NOW)

    assert (found.deliver, found.skipped, found.next_slot_at) == (None, (), None)


def test_an_earlier_time_after_the_day_was_planned_does_not_lose_the_day() -> None:
    planned = slot_on(date(2026, 3, 3), local_time=time(8), zone="Asia/Seoul").due_at
    moved = subscribed(local_time=time(7), next_slot_at=planned)

    found = due(moved, planned)

    assert found.deliver is not None
    assert (found.deliver.day, found.late) == (date(2026, 3, 3), True)


@given(
    instants=st.lists(st.integers(0, 60 * 24 * 12), min_size=1, max_size=12).map(sorted),
    edits=st.lists(
        st.tuples(
            st.sampled_from(["Asia/Seoul", "Pacific/Apia", "America/Nuuk", "America/New_York"]),
            st.sampled_from(TIMES),
        ),
        min_size=12,
        max_size=12,
    ),
)
def test_ticks_and_edits_in_any_order_never_post_a_date_twice(
    instants: list[int], edits: list[tuple[str, time]]
) -> None:
    subscription = subscribed()
    keys: set[date] = set()  # what the archive's unique key on the date keeps
    posted: list[date] = []
    for minutes, (zone, clock) in zip(instants, edits, strict=False):
        found = due(subscription, NOW + timedelta(minutes=minutes))
        for slot in (*found.skipped, *((found.deliver,) if found.deliver else ())):
            posted += [slot.day] if slot == found.deliver and slot.day not in keys else []
            keys.add(slot.day)
        subscription = replace(
            subscription, zone=zone, local_time=clock, next_slot_at=found.next_slot_at
        )

    assert len(posted) == len(set(posted))


@given(
    zone=st.sampled_from(sorted(available_timezones() - {"localtime", "Factory"})),
    minutes=st.integers(0, 1439),
    moment=st.datetimes(datetime(1980, 1, 1), datetime(2037, 1, 1)),  # noqa: DTZ001 -- made aware below
)
def test_the_next_slot_is_after_the_moment_and_within_two_days(
    zone: str, minutes: int, moment: datetime
) -> None:
    after = moment.replace(tzinfo=UTC)
    slot = next_slot(subscribed(zone, time(minutes // 60, minutes % 60)), after)

    assert slot is not None
    assert timedelta() < slot.due_at - after <= 2 * DAY + timedelta(hours=3)


NIGHT = QuietHours(time(22, 30), time(6, 15))


@pytest.mark.parametrize(
    ("at", "ends"),
    [
        ("2026-03-02T22:29:59+09:00", None),
        ("2026-03-02T22:30:00+09:00", "2026-03-03T06:15:00+09:00"),
        ("2026-03-03T06:14:59+09:00", "2026-03-03T06:15:00+09:00"),
        ("2026-03-03T06:15:00+09:00", None),
    ],
)
def test_quiet_hours_begin_with_their_first_minute_and_end_before_their_last(
    at: str, ends: str | None
) -> None:
    found = quiet_until(NIGHT, "Asia/Seoul", datetime.fromisoformat(at))

    assert found == (ends and datetime.fromisoformat(ends))


def test_a_slot_in_quiet_hours_keeps_its_date_and_says_since_when_it_waits() -> None:
    held = replace(subscribed(local_time=time(23)), quiet=NIGHT)

    slot = next_slot(held, NOW)

    due_at = datetime.fromisoformat("2026-03-03T06:15:00+09:00")
    assert slot == Slot(date(2026, 3, 2), due_at, datetime.fromisoformat("2026-03-02T23:00+09:00"))


@given(
    zone=st.sampled_from(["Europe/Berlin", "America/Havana", "Asia/Seoul", "Africa/Casablanca"]),
    clock=st.sampled_from(TIMES),
    begins=st.sampled_from(TIMES),
    ends=st.sampled_from([time(0), time(1, 30), time(2, 30), time(3), time(7), time(23, 30)]),
)
def test_quiet_hours_lose_and_double_no_date_and_nothing_is_due_in_them(
    zone: str, clock: time, begins: time, ends: time
) -> None:
    quiet = None if begins == ends else QuietHours(begins, ends)
    assume(quiet is None or quiet.leaves > timedelta(hours=1))  # others are refused
    held = replace(subscribed(zone, clock), quiet=quiet)

    slots = [slot for slot, _ in zip(slots_after(held, NOW), range(380), strict=False)]

    days = [slot.day for slot in slots]
    assert days == [days[0] + distance * DAY for distance in range(len(days))]
    assert not [slot for slot in slots if quiet_until(quiet, zone, slot.due_at)]
