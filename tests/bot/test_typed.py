"""Weekdays, zones and quiet hours as people type them."""

from datetime import time

import pytest

from bot.client.options import parse_quiet
from bot.client.weekdays import parse_weekdays
from bot.client.zones import parse_zone, suggested
from bot.errors import ZoneMeantError
from briefings.errors import BadValueError
from briefings.model import QuietHours


@pytest.mark.parametrize(
    ("given", "days"),
    [
        ("Mon, Wednesday and fri", {0, 2, 4}),
        ("thu - sat", {3, 4, 5}),
        ("sat–mon", {5, 6, 0}),
        ("weekends", {5, 6}),
        ("every day", set(range(7))),
        ("월수금", {0, 2, 4}),
        ("월요일, 목요일", {0, 3}),
        ("월~금", set(range(5))),
        ("월요일부터 금요일까지", set(range(5))),
        ("평일", set(range(5))),
        ("매일", set(range(7))),
        ("пн-пт", set(range(5))),
        ("вторник и четверг", {1, 3}),
        ("по средам", {2}),
        ("будни", set(range(5))),
        ("выходные, пн", {5, 6, 0}),
    ],
)
def test_weekdays_are_understood_in_three_languages(given: str, days: set[int]) -> None:
    assert parse_weekdays(given) == days


@pytest.mark.parametrize("given", ["monkey", "mo", "someday", "월말", "mon-", "", " , ", "and"])
def test_what_is_no_weekday_is_not_taken_for_one(given: str) -> None:
    with pytest.raises(BadValueError):
        parse_weekdays(given)


@pytest.mark.parametrize(
    ("given", "zone"),
    [
        ("asia/seoul", "Asia/Seoul"),
        ("Seoul", "Asia/Seoul"),
        ("new york", "America/New_York"),
        ("utc", "UTC"),
        ("EST5EDT", "EST5EDT"),
    ],
)
def test_a_zone_is_found_by_its_name_or_its_city(given: str, zone: str) -> None:
    assert parse_zone(given) == zone


@pytest.mark.parametrize(
    ("given", "zone"),
    [
        ("KST", "Asia/Seoul"),
        ("한국", "Asia/Seoul"),
        ("MSK", "Europe/Moscow"),
        ("Москва", "Europe/Moscow"),
        ("EST", "America/New_York"),
        ("PST", "America/Los_Angeles"),
    ],
)
def test_for_an_abbreviation_a_place_is_suggested(given: str, zone: str) -> None:
    with pytest.raises(ZoneMeantError) as refused:
        parse_zone(given)

    assert refused.value.fields["zone"] == zone
    assert next(iter(suggested(given))) == zone


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(BadValueError):
        parse_zone("Mars/Olympus")


@pytest.mark.parametrize("given", ["23:00-07:00", "23.00 – 7:00", "23:00 to 07:00", "23:00~07:00"])
def test_quiet_hours_are_two_times(given: str) -> None:
    assert parse_quiet(given) == QuietHours(time(23), time(7))


@pytest.mark.parametrize("given", ["07:00-07:00", "03:00-02:30", "08:00-07:00", "night"])
def test_quiet_hours_that_may_leave_nothing_of_a_day_are_refused(given: str) -> None:
    with pytest.raises(BadValueError):
        parse_quiet(given)


@pytest.mark.timeout(20)
def test_quiet_hours_with_endless_blanks_are_refused_at_once() -> None:
    """Each blank would be looked at again for each before it: half an hour for these."""
    with pytest.raises(BadValueError):
        parse_quiet(f"23:00{' ' * 300_000}x")
