"""Read a publication date as pages word it: an instant where the zone is given, else a day."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone

LONGEST_WORDING = 200
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
FARTHEST_ZONE, QUARTER = timedelta(hours=14), timedelta(minutes=15)

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan января янв", "february feb февраля фев", "march mar марта мар",
            "april apr апреля апр", "may мая май", "june jun июня июн", "july jul июля июл",
            "august aug августа авг", "september sept sep сентября сен сент",
            "october oct октября окт", "november nov ноября ноя нояб",
            "december dec декабря дек",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
# Abbreviations that mean one offset only. CST and IST mean several and give a day only.
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "kst": 540, "jst": 540, "msk": 180, "мск": 180, "cet": 60,
    "cest": 120, "eet": 120, "eest": 180, "hkt": 480, "sgt": 480, "est": -300, "edt": -240,
    "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "wib": 420,
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAYS = (
    re.compile(r"(?<!\d)(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)"),
    re.compile(
        r"(?<!\d)(?P<y>\d{4})\s?(?:년|年|\.)\s?(?P<m>\d{1,2})\s?(?:월|月|\.)\s?(?P<d>\d{1,2})[日号號]?"
    ),
    re.compile(
        rf"\b(?P<name>{_MONTH})(?:\.\s?|\s)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s?|\s)(?P<y>\d{{4}})\b"
    ),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?:of\s)?(?P<name>{_MONTH})\.?,?[\s-](?P<y>\d{{4}})\b"
    ),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\d)"),
)
_CLOCK = re.compile(
    r"(?P<before>오전|오후|上午|下午|午前|午後|am|pm)?\s?(?<!\d)(?P<h>[01]?\d|2[0-3])"
    r"(?::|시\s?|时|時|点|點)(?P<min>[0-5]\d|\d(?=[분分]))[분分]?"
    r"(?::(?P<s>[0-5]\d)(?:[.,]\d+)?)?\s?(?P<after>[ap]\.?m\.?)?"
)
_ZONE = re.compile(
    r"\s?\(?(?:(?P<known>gmt|utc)?(?P<sign>[+-])(?P<zh>\d{1,2}):?(?P<zm>\d\d)?|(?P<zone>[a-zмск]{1,4})\b)"
)
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Moment:
    """raw: the wording. instant is aware; day is set where no instant is given. end: offset in the
    wording given at which the expression ends."""

    raw: str
    instant: datetime | None
    day: date | None
    start: int = 0
    end: int = 0


def read_moment(wording: str) -> Moment | None:
    """The first date in the wording, with its clock and zone if they follow within a few words."""
    folded = wording[:LONGEST_WORDING].lower()
    found = _first_day(folded)
    if found is None:
        return None
    day, start, end = found
    clock = _CLOCK.search(folded, end, min(len(folded), end + 24)) or _clock_before(folded, start)
    if clock is None:
        return Moment(wording[start:end], None, day, start, end)
    first, last = min(start, clock.start()), max(end, clock.end())
    zone = _ZONE.match(folded, clock.end())
    offset = _offset(zone) if zone else None
    if zone and offset is not None:
        last = max(last, zone.end())
    raw = wording[first:last].strip()
    if offset is None:
        return Moment(raw, None, day, first, last)
    zoned = timezone(timedelta(minutes=offset))
    return Moment(raw, datetime.combine(day, _time(clock), zoned), None, first, last)


def read_pair(local: str, greenwich: str) -> Moment | None:
    """The two clocks of a WordPress post: together they say the zone, and with it the day on which
    it appeared where it appeared. Without a local one that fits, Greenwich's."""
    here, there = read_moment(f"{local} GMT"), read_moment(f"{greenwich} GMT")
    if there is None or there.instant is None:
        return there
    if here is None or here.instant is None:
        return replace(there, raw=greenwich)
    ahead = here.instant - there.instant
    if abs(ahead) > FARTHEST_ZONE or ahead % QUARTER:
        return replace(there, raw=greenwich)
    return replace(there, raw=local, instant=there.instant.astimezone(timezone(ahead)))


def read_epoch(number: float) -> Moment | None:
    """Seconds or milliseconds since 1970, as feeds and APIs give them."""
    if not 0 < number < 4e12:  # before it is divided: an integer of JSON may have any length
        return None
    seconds = number / 1000 if number > 1e11 else number
    if seconds >= 4e9:
        return None
    return Moment(str(number), datetime.fromtimestamp(seconds, UTC), None)


def _first_day(folded: str) -> tuple[date, int, int] | None:
    hits = [hit for pattern in _DAYS if (hit := pattern.search(folded))]
    for hit in sorted(hits, key=lambda hit: hit.start()):
        parts = hit.groupdict()
        month = _MONTHS[parts["name"]] if parts.get("name") else int(parts["m"])
        if not EARLIEST_YEAR <= int(parts["y"]) <= LATEST_YEAR:
            continue
        try:
            return date(int(parts["y"]), month, int(parts["d"])), hit.start(), hit.end()
        except ValueError:
            continue
    return None


def _clock_before(folded: str, start: int) -> re.Match[str] | None:
    """A clock in front of its date: "16:18, 19 June 2024"."""
    hits = list(_CLOCK.finditer(folded, max(0, start - 16), start))
    return hits[-1] if hits and start - hits[-1].end() <= 8 else None


def _time(clock: re.Match[str]) -> time:
    hour = int(clock["h"])
    half = (clock["after"] or clock["before"] or "").replace(".", "")
    if half in {"pm", "오후", "下午", "午後"} and hour < 12:
        hour += 12
    if half in {"am", "오전", "上午", "午前"} and hour == 12:
        hour = 0
    return time(hour, int(clock["min"]), int(clock["s"] or 0))


def _offset(zone: re.Match[str]) -> int | None:
    """Minutes east of Greenwich, or None for a zone that is not one of the unambiguous ones."""
    if zone["zone"]:
        return _ZONES.get(zone["zone"])
    minutes = int(zone["zh"]) * 60 + int(zone["zm"] or 0)
    if minutes > 14 * 60:
        return None
    return minutes if zone["sign"] == "+" else -minutes
