"""Days of the week as people type them, in English, Korean and Russian."""

import re
from collections.abc import Iterator

from discord.app_commands import Transform

from bot.client.parameters import Parsed, bad

_EACH = (
    "mon monday mondays 월 월요일 пн пон понедельник понедельникам",
    "tue tues tuesday tuesdays 화 화요일 вт вторник вторникам",
    "wed weds wednesday wednesdays 수 수요일 ср среда среду средам",
    "thu thur thurs thursday thursdays 목 목요일 чт четверг четвергам",
    "fri friday fridays 금 금요일 пт пятница пятницу пятницам",
    "sat saturday saturdays 토 토요일 сб суббота субботу субботам",
    "sun sunday sundays 일 일요일 вс воскресенье воскресеньям",
)
_GROUPS = {
    range(7): "daily all everyday 매일 ежедневно все",
    range(5): "weekdays workdays 평일 주중 будни будням",
    range(5, 7): "weekend weekends 주말 выходные выходным",
}
DAYS = {name: (day,) for day, names in enumerate(_EACH) for name in names.split()} | {
    name: tuple(days) for days, names in _GROUPS.items() for name in names.split()
}
NEEDLESS = frozenset({"and", "on", "every", "day", "и", "по", "каждый", "день", "및", "와", "과"})
LONGEST = 200
SEPARATORS = re.compile(r"[,;/·、\s]+")
DASHES = re.compile(r"\s*(?:[-‐‑–—~〜～]|\bto\b|부터|до)\s*")
RUN_TOGETHER = re.compile("[월화수목금토일]{2,7}")


def parse_weekdays(given: str) -> frozenset[int]:
    """ "mon,wed", "mon-fri", "weekdays", "월·수·금", "월~금", "пн, ср", "будни": 0 is Monday."""
    text = given.strip().casefold()[:LONGEST]
    if text in ("every day", "каждый день"):
        return frozenset(range(7))
    parts = (part for part in SEPARATORS.split(DASHES.sub("-", text)) if part not in NEEDLESS)
    days = frozenset(day for part in parts if part for day in _days(part, given))
    if not days:
        raise bad("weekdays", given)
    return days


def _days(part: str, given: str) -> Iterator[int]:
    if RUN_TOGETHER.fullmatch(part):
        yield from (DAYS[each][0] for each in part)
        return
    first, dash, last = part.removesuffix("까지").partition("-")
    if first not in DAYS or (dash and last not in DAYS):
        raise bad("weekdays", given)
    if not dash:
        yield from DAYS[first]
        return
    start, end = DAYS[first][0], DAYS[last][-1]
    yield from ((start + step) % 7 for step in range((end - start) % 7 + 1))


WeekdaysGiven = Transform[frozenset[int], Parsed(parse_weekdays)]
