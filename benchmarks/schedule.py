"""Local dates lost and doubled over the clock changes of 2026–27: ours beside CronTrigger's.

    python -m benchmarks.schedule

One zone stands for all zones whose clocks change alike. Each runs at nine times of day; a date is
lost when the calendar has it and no post falls due for it, doubled when two do.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

from apscheduler.triggers.cron import CronTrigger

from briefings.schedule import slot_on

FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
TIMES = [(0, 0), (0, 30), (1, 30), (2, 0), (2, 30), (3, 0), (8, 0), (23, 0), (23, 30)]
DAYS = [FIRST + timedelta(days=distance) for distance in range((LAST - FIRST).days + 1)]


def pattern(name: str) -> tuple[timedelta | None, ...]:
    """The zone's offset at every half hour of the two years."""
    zone = ZoneInfo(name)
    start = datetime(2025, 12, 30, tzinfo=UTC)
    return tuple(
        (start + timedelta(minutes=30 * step)).astimezone(zone).utcoffset()
        for step in range(48 * (len(DAYS) + 4))
    )


def ours(zone: str, clock: time) -> Iterator[date]:
    seen: set[datetime] = set()
    for day in DAYS:
        slot = slot_on(day, local_time=clock, zone=zone)
        if slot.due_at not in seen:
            yield slot.day
        seen.add(slot.due_at)


def cron(zone: str, clock: time) -> Iterator[date]:
    """CronTrigger names no date: its post belongs to the local date on which it fires."""
    trigger = CronTrigger(hour=clock.hour, minute=clock.minute, timezone=ZoneInfo(zone))
    now = datetime(2025, 12, 31, 12, tzinfo=UTC)
    previous = None
    while (fires := trigger.get_next_fire_time(previous, now)) is not None:
        day = fires.date()
        if day > LAST:
            return
        if day >= FIRST:
            yield day
        previous, now = fires, fires.astimezone(UTC) + timedelta(microseconds=1)


def count(dates: Callable[[str, time], Iterator[date]], zones: list[str]) -> tuple[int, int]:
    lost = doubled = 0
    for zone in zones:
        for clock in TIMES:
            posts = Counter(dates(zone, time(*clock)))
            lost += sum(day not in posts for day in DAYS)
            doubled += sum(times - 1 for times in posts.values())
    return lost, doubled


def main() -> None:
    named = {pattern(name): name for name in sorted(available_timezones() - {"localtime"})}
    zones = sorted(named.values())
    print(f"{len(zones)} zone patterns × {len(TIMES)} times = {len(zones) * len(TIMES)} schedules,")
    print(f"{len(zones) * len(TIMES) * len(DAYS):,} local dates,")
    changes = sum(before != after for each in named for before, after in pairwise(each))
    print(f"{changes} clock changes, each met by {len(TIMES)}: {changes * len(TIMES):,} runs\n")
    print(f"{'':14}{'lost':>8}{'doubled':>10}")
    for label, dates in (("ours", ours), ("CronTrigger", cron)):
        lost, doubled = count(dates, zones)
        print(f"{label:14}{lost:>8}{doubled:>10}")


if __name__ == "__main__":
    main()
