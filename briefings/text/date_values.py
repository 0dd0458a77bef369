"""Points in time as exact as they were given, in ISO 8601-2 (EDTF) notation."""

from calendar import monthrange
from datetime import date, timedelta

from briefings.model import Precision, When

FIRST_YEAR, LAST_YEAR = 1500, 2099
"""Four digits outside these are no year in news."""

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
"""EDTF's numbers of the seasons; of the northern hemisphere here."""


def day(year: int, month: int, number: int) -> When | None:
    """None where the calendar has no such day."""
    if not (1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR):
        return None
    if not 1 <= number <= monthrange(year, month)[1]:
        return None
    return of_date(date(year, month, number))


def of_date(when: date) -> When:
    return When(when, when, Precision.DAY, when.isoformat())


def minute(when: date, clock: str, zone: str = "") -> When:
    """clock: HH:MM; zone: "+09:00", "Z" or ""."""
    return When(when, when, Precision.MINUTE, f"{when.isoformat()}T{clock}{zone}")


def days(first: date, last: date) -> When | None:
    if last < first:
        return None
    if first == last:
        return of_date(first)
    return When(first, last, Precision.DAY, f"{first.isoformat()}/{last.isoformat()}")


def month(year: int, number: int) -> When | None:
    if not (1 <= number <= 12 and FIRST_YEAR <= year <= LAST_YEAR):
        return None
    last = date(year, number, monthrange(year, number)[1])
    return When(date(year, number, 1), last, Precision.MONTH, f"{year:04d}-{number:02d}")


def year(number: int) -> When | None:
    if not FIRST_YEAR <= number <= LAST_YEAR:
        return None
    return When(date(number, 1, 1), date(number, 12, 31), Precision.YEAR, f"{number:04d}")


def season(year_number: int, which: int) -> When | None:
    """A winter runs from December of its year into February of the next."""
    if not FIRST_YEAR <= year_number < LAST_YEAR:
        return None
    opening = 3 * (which - SPRING) + 3
    end_year = year_number + (which == WINTER)
    end_month = 2 if which == WINTER else opening + 2
    last = date(end_year, end_month, monthrange(end_year, end_month)[1])
    return When(date(year_number, opening, 1), last, Precision.SEASON, f"{year_number}-{which}")


_PARTS = {"": (0, 9), "early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_MONTHS_OF = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}


def decade(first_year: int, part: str = "", to_part: str = "") -> When | None:
    """part: "", "early" (years 0-3), "mid" (4-6), "late" (7-9); "early" to "mid" is 0-6."""
    if not FIRST_YEAR <= first_year <= LAST_YEAR - 9:
        return None
    start = first_year + _PARTS[part][0]
    end = first_year + _PARTS[to_part or part][1]
    edtf = f"{start}/{end}" if part else f"{first_year // 10}X"
    return When(date(start, 1, 1), date(end, 12, 31), Precision.DECADE, edtf)


def century(number: int) -> When | None:
    """The 20th is 19XX, as people use it."""
    first = (number - 1) * 100
    if not FIRST_YEAR <= first <= LAST_YEAR:
        return None
    return When(date(first, 1, 1), date(first + 99, 12, 31), Precision.CENTURY, f"{first // 100}XX")


def part_of_year(number: int, part: str) -> When | None:
    """ "early 2024" is January to April, "mid-" May to August, "late" September to December."""
    opening, closing = _MONTHS_OF[part]
    whole = months(number, opening, closing)
    return whole and When(whole.first, whole.last, Precision.YEAR, whole.edtf)


def months(year_number: int, opening: int, closing: int) -> When | None:
    first, last = month(year_number, opening), month(year_number, closing)
    return between(first, last)


def between(first: When | None, last: When | None) -> When | None:
    """From the one to the other, as exact as the less exact of them."""
    if first is None or last is None or last.last < first.first:
        return None
    if first == last:
        return first
    coarser = max(first.precision, last.precision, key=list(Precision).index)
    opening, closing = first.edtf.split("/")[0], last.edtf.split("/")[-1]
    return When(first.first, last.last, coarser, f"{opening}/{closing}")


def since(when: When | None, *, anchor: date | None) -> When | None:
    """From then on; as far as the reader knows, until the anchor."""
    if when is None:
        return None
    last = max(when.last, anchor) if anchor else date.max
    return When(when.first, last, when.precision, f"{when.edtf.split('/')[0]}/..")


def until(when: When | None) -> When | None:
    if when is None:
        return None
    return When(date.min, when.last, when.precision, f"../{when.edtf.split('/')[-1]}")


def is_open(when: When) -> bool:
    """A bound ("since 2022"), not a point in time."""
    return when.edtf.startswith("..") or when.edtf.endswith("..")


def week(day_in_it: date) -> When | None:
    """Monday to Sunday."""
    monday = day_in_it - timedelta(days=day_in_it.weekday())
    return days(monday, monday + timedelta(days=6))


def shifted_month(anchor: date, by: int) -> When | None:
    at = anchor.year * 12 + anchor.month - 1 + by
    return month(at // 12, at % 12 + 1)
