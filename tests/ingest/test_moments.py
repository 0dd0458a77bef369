"""Publication dates as pages word them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from briefings.ingest.moments import read_epoch, read_moment


def zone(hours: float) -> timezone:
    return timezone(timedelta(hours=hours))


@pytest.mark.parametrize(
    ("wording", "instant"),
    [
        ("2024-06-19T16:18:00+09:00", datetime(2024, 6, 19, 16, 18, tzinfo=zone(9))),
        ("2024-06-19T16:18:00+0900", datetime(2024, 6, 19, 16, 18, tzinfo=zone(9))),
        ("2024-06-19T07:18:00Z", datetime(2024, 6, 19, 7, 18, tzinfo=UTC)),
        ("2024-06-19T07:18:00.123Z", datetime(2024, 6, 19, 7, 18, tzinfo=UTC)),
        ("2024-06-19 07:18:00 UTC", datetime(2024, 6, 19, 7, 18, tzinfo=UTC)),
        ("Posted on : 2024-06-19 16:18 KST", datetime(2024, 6, 19, 16, 18, tzinfo=zone(9))),
        ("Wed, 19 Jun 2024 07:18:30 GMT", datetime(2024, 6, 19, 7, 18, 30, tzinfo=UTC)),
        ("Wed, 19 Jun 2024 07:18:30 -0500", datetime(2024, 6, 19, 7, 18, 30, tzinfo=zone(-5))),
        ("June 19, 2024 4:18 p.m. KST", datetime(2024, 6, 19, 16, 18, tzinfo=zone(9))),
        ("June 19, 2024 at 12:05 AM EDT", datetime(2024, 6, 19, 0, 5, tzinfo=zone(-4))),
        ("19 июня 2024, 16:18 МСК", datetime(2024, 6, 19, 16, 18, tzinfo=zone(3))),
        ("2024-06-19T16:18:00-03:30", datetime(2024, 6, 19, 16, 18, tzinfo=zone(-3.5))),
        ("19 June 2024, 16:18 GMT+2", datetime(2024, 6, 19, 16, 18, tzinfo=zone(2))),
    ],
)
def test_an_instant_needs_its_zone(wording: str, instant: datetime) -> None:
    moment = read_moment(wording)

    assert moment is not None
    assert moment.instant == instant
    assert moment.day is None


@pytest.mark.parametrize(
    "wording",
    [
        "2024-06-19", "2024/06/19 16:18", "2024.06.19 16:18",
        "2024. 6. 19.",
        "2024년 6월 19일 오후 4시 18분",
        "2024年6月19日", "发表时间：2024年6月19日 09:24", "2024年6月19号 下午4时18分",
        "2024年6月19日 午後4時8分", "2024年6月19日16時18分",
        "June 19, 2024", "Jun. 19, 2024", "19 June 2024", "19th of June 2024",
        "Wednesday, June 19th, 2024", "19 июня 2024 г.", "19.06.2024 16:18", "20240619",
        "2024-06-19T16:18:00",
        "JUNE 19, 2024 16:18 CST", "Updated June 19, 2024 4:18 PM ET",
    ],
)  # fmt: skip
def test_without_a_zone_or_with_an_ambiguous_one_only_the_day_is_known(wording: str) -> None:
    moment = read_moment(wording)

    assert moment is not None
    assert (moment.instant, moment.day) == (None, date(2024, 6, 19))


@pytest.mark.parametrize(
    ("wording", "clock"),
    [
        ("2024年6月19日 下午4时18分 GMT+8", (16, 18)), ("2024年6月19日 午前4時8分 JST", (4, 8)),
        ("2024年6月19日16時18分 JST", (16, 18)),
    ],
)  # fmt: skip
def test_chinese_and_japanese_clocks_are_read(wording: str, clock: tuple[int, int]) -> None:
    moment = read_moment(wording)

    assert moment is not None
    assert moment.instant is not None
    assert (moment.instant.hour, moment.instant.minute) == clock


@pytest.mark.parametrize(
    "wording",
    [
        "",
        "yesterday",
        "may 2024",
        "2024",
        "99/99/2024",
        "2024-13-45",
        "31 June 2024",
        "1-2-3",
        "16:18",
    ],
)
def test_what_is_no_date_is_none(wording: str) -> None:
    assert read_moment(wording) is None


def test_seconds_and_milliseconds_since_1970_are_instants() -> None:
    assert read_epoch(1718781480) == read_epoch(1718781480) is not None
    for number in (1718781480, 1718781480000):
        moment = read_epoch(number)
        assert moment is not None
        assert moment.instant == datetime(2024, 6, 19, 7, 18, tzinfo=UTC)
    assert read_epoch(-5) is None
