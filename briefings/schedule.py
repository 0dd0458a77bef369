"""What is due, in local dates.

A slot is a local date of a subscription. Its instant follows from the date, the local time and the
zone: in a gap of the clock the first instant after the gap, in an overlap the first of the two.
One that falls into quiet hours is due when they end.
Because the date is the key, a change of time or zone cannot give a second post for one date, and
no change of the clock can lose or double one. (RFC 5545 leaves both cases to the reader.)
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from briefings.model import QuietHours, Slot, Subscription, SubscriptionState

LATE_AFTER = timedelta(minutes=5)  # a tick comes every few seconds: five minutes are no jitter
SKIPPED_AT_MOST = 31  # slots named one by one after a long downtime; older ones pass silently

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_REACH = 400  # days ahead in which a slot is looked for


@dataclass(frozen=True, slots=True)
class Due:
    """What a look at the clock found for one subscription.

    deliver: the one slot to post, `late` if its time is more than LATE_AFTER ago. skipped: slots
    that stay without a post, oldest first. next_slot_at: when to look again (UTC).
    """

    deliver: Slot | None
    late: bool
    skipped: tuple[Slot, ...]
    next_slot_at: datetime | None


def slot_on(day: date, *, local_time: time, zone: str) -> Slot:
    """The slot of a local date. A date that the zone skipped whole has its instant just after."""
    return Slot(day, _instant(day, local_time, ZoneInfo(zone)))


def next_slot(subscription: Subscription, after: datetime) -> Slot | None:
    """The first slot due strictly after an instant; None where no weekday is chosen."""
    return next(slots_after(subscription, after), None)


def slots_after(subscription: Subscription, after: datetime) -> Iterator[Slot]:
    """Slots due strictly after an instant, for more than a year, one after the other."""
    zone = ZoneInfo(subscription.zone)
    yesterday = after.astimezone(zone).date() - _DAY
    for distance in range(_REACH if subscription.weekdays else 0):
        slot = _slot(subscription, yesterday + distance * _DAY, zone)
        if slot is not None and slot.due_at > after:
            yield slot


def quiet_until(quiet: QuietHours | None, zone_name: str, at: datetime) -> datetime | None:
    """When the quiet hours end in which an instant lies; None where it lies in none.

    A quiet time that a change of the clock repeats has ended the first time.
    """
    if quiet is None:
        return None
    zone = ZoneInfo(zone_name)
    local = at.astimezone(zone)
    clock, over_night = local.time(), quiet.ends <= quiet.begins
    evening = over_night and clock >= quiet.begins
    within = clock < quiet.ends if over_night else quiet.begins <= clock < quiet.ends
    if not (evening or within):
        return None
    ends = _instant(local.date() + _DAY if evening else local.date(), quiet.ends, zone)
    return ends if ends > at else None


def due(subscription: Subscription, now: datetime) -> Due:
    """What to post now: at most one slot, the newest, if it is within the catch-up time."""
    if subscription.state is not SubscriptionState.ACTIVE:
        return Due(None, late=False, skipped=(), next_slot_at=None)
    since = subscription.next_slot_at
    if since is not None and since > now:
        return Due(None, late=False, skipped=(), next_slot_at=since)
    following = next_slot(subscription, now)
    next_slot_at = following.due_at if following else None
    passed = [] if since is None else _passed(subscription, since, now)
    catch_up = timedelta(minutes=subscription.catch_up_minutes)
    if not passed or now - passed[-1].due_at > max(catch_up, LATE_AFTER):
        return Due(None, late=False, skipped=tuple(passed), next_slot_at=next_slot_at)
    *older, newest = passed
    late = now - newest.due_at > LATE_AFTER
    return Due(_held(subscription, newest, now), late, tuple(older), next_slot_at)


def _held(subscription: Subscription, slot: Slot, now: datetime) -> Slot:
    """The slot as it is posted at the earliest: not in quiet hours that it is late into."""
    ends = quiet_until(subscription.quiet, subscription.zone, now)
    return slot if ends is None else replace(slot, due_at=ends, held_since=slot.due_at)


def _passed(subscription: Subscription, since: datetime, now: datetime) -> list[Slot]:
    """The newest slots from `since` to now, oldest first.

    A slot counts by its instant or by its date: rules of a zone may have changed after `since` was
    worked out, and then the slot of that very date may lie a little before it.
    """
    zone = ZoneInfo(subscription.zone)
    first_day = since.astimezone(zone).date()

    def is_awaited(slot: Slot) -> bool:
        return slot.due_at >= since or slot.day >= first_day

    passed = [slot for slot in _backwards(subscription, now, first_day - _DAY) if is_awaited(slot)]
    return passed[::-1]


def _backwards(subscription: Subscription, now: datetime, last: date) -> Iterator[Slot]:
    """Slots due by now, newest first, down to the date `last`; a bounded number of them."""
    zone = ZoneInfo(subscription.zone)
    today = now.astimezone(zone).date()
    days = (today - distance * _DAY for distance in range(7 * (SKIPPED_AT_MOST + 2)))
    found = 0
    for day in takewhile(lambda each: each >= last, days):
        slot = _slot(subscription, day, zone)
        if slot is not None and slot.due_at <= now:
            yield slot
            found += 1
        if found > SKIPPED_AT_MOST:
            return


def _slot(subscription: Subscription, day: date, zone: ZoneInfo) -> Slot | None:
    """The subscription's slot on a date; None on another weekday and on a day that never was."""
    if day.weekday() not in subscription.weekdays or not _exists(day, zone):
        return None
    due_at = _instant(day, subscription.local_time, zone)
    held_until = quiet_until(subscription.quiet, subscription.zone, due_at)
    return Slot(day, due_at) if held_until is None else Slot(day, held_until, due_at)


def _exists(day: date, zone: ZoneInfo) -> bool:
    """Whether the zone had this day: Samoa jumped over 30 December 2011."""
    return _instant(day, time(), zone).astimezone(zone).date() == day


def _instant(day: date, local_time: time, zone: ZoneInfo) -> datetime:
    """The first instant, in UTC, at which clocks of the zone show this time or, in a gap, more."""
    whole_seconds = local_time.replace(tzinfo=None, fold=0, microsecond=0)
    local = datetime.combine(day, whole_seconds, zone)
    before, after = local.utcoffset(), local.replace(fold=1).utcoffset()
    assert before is not None
    assert after is not None
    wall = local.replace(tzinfo=UTC)
    if after <= before:
        return wall - before
    return _end_of_gap(wall - after, wall - before, zone)


def _end_of_gap(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The second at which the offset changes, between two UTC instants around a gap."""
    offset = before.astimezone(zone).utcoffset()
    while after - before > _SECOND:
        middle = before + ((after - before) // 2 // _SECOND) * _SECOND
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after
