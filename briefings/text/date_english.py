"""Dates of English news: patterns and how to read them."""

import re
from re import Match

from briefings.model import Span, When
from briefings.text import date_values as values
from briefings.text.date_context import Context, day_of_month, nearest_day, year_for_month
from briefings.text.date_rules import Rules
from briefings.text.date_words import month_en
from briefings.text.date_years import YEAR

_NAMES = (
    "Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|Jun(?:e|\\.)?|"
    "Jul(?:y|\\.)?|"
    "Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?"
)
_CAPITALS = (
    "JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|"
    "JAN\\.?|FEB\\.?|AUG\\.?|SEPT?\\.?|OCT\\.?|NOV\\.?|DEC\\.?"
)
MONTH = rf"(?:{_NAMES}|{_CAPITALS})(?![\w’'](?!s\b)|-[a-z]-)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"
DAY_NAMES = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"
_UP_TO = r"\s?(?:-|–|—|to|through|until)\s?"
_TO = r"\s?(?:-|–|—|to|and|through|until|or|&)\s?"
_ISO = re.compile(
    r"(?<![\d/.-])(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>[0-2]?\d|3[01])"
    r"(?:(?:T|,? )(?P<clock>[0-2]\d:[0-5]\d)(?::\d\d)?(?: ?(?P<zone>Z\b|[+-]\d\d:?\d\d|KST|GMT|"
    r"UTC|MSK))?)?"
    r"(?![\d/-])"
)
_DOTTED = re.compile(
    r"(?<![\d/.])(?P<a>[0-3]?\d)(?P<s>[./])(?P<b>[0-3]?\d)(?P=s)(?P<y>(?:19|20)\d\d)(?![\d/])"
)
_MONTH_DAY = re.compile(
    rf"(?:\b|"
    rf"(?<=[a-z])(?=[A-Z]))(?:(?:{DAY_NAMES}),?\s)?(?P<m>{MONTH})\s(?:the\s)?(?P<d>{_DAY})(?:(?:{_TO}|{_UP_TO}(?P<m2>{MONTH})\s)(?P<d2>{_DAY})(?!\s(?:{MONTH})))?"
    rf"(?:,?\s(?P<y>{YEAR}))?(?P<y3>,?\s(?:of\s)?(?:last|this|next|that)\syear)?"
)
_DAY_MONTH = re.compile(
    rf"(?<![$€£\d.,])\b(?:(?:{DAY_NAMES}),?\s)?(?P<d>{_DAY})(?:{_TO}(?P<d2>{_DAY}))?(?:\sof)?\s(?P<m>{MONTH})"
    rf"(?:{_TO}(?P<d3>{_DAY})\s(?P<m2>{MONTH}))?(?:,?\s(?P<y>{YEAR}))?"
)
_MONTH_YEAR = re.compile(
    rf"\b(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[-\s])?(?P<m>{MONTH})(?:{_TO}(?P<m2>{MONTH}))?"
    rf"(?:\sof)?,?\s(?P<y>{YEAR})"
)
_BARE_MONTH = re.compile(
    rf"\b(?:[Ii]n|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Dd]uring|[Tt]hrough|[Tt]he|[Oo]f|[Bb]etween|"
    rf"[Ii]ts|[Hh]is|"
    rf"[Tt]heir|[Aa]n?|[Aa]fter|[Bb]efore)[-\s]"
    rf"(?P<span>(?:(?P<before>[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Mm]id|[Ll]ate)[-\s])?"
    rf"(?P<m>{MONTH})(?:{_TO}(?P<m2>{MONTH}))?(?P<y3>\s(?:of\s)?(?:last|this|next|that)\syear)?)"
    rf"(?!\s(?:\d|said\b|told\b|Revolution|Movement|"
    rf"Uprising|Putsch|Days\b))"
)
_BARE_MONTH_TOLD = re.compile(
    rf"\b(?P<before>[Ss]ince|[Ll]ast|[Nn]ext|[Tt]his(?:\spast)?|[Ee]arly|[Mm]id|[Ll]ate)[-\s]"
    rf"(?P<m>{MONTH})(?P<y3>\s(?:of\s)?(?:last|this|next|that)\syear)?(?!\s(?:\d|said\b|told\b|"
    rf"Revolution|Movement|Uprising|Putsch|Days\b))"
)
_ORDINAL = re.compile(
    r"\b[Oo]n\s(?P<span>the\s(?P<d>[1-9]|[12]\d|3[01])(?:st|nd|rd|th))"
    r"(?=[,.;)]|\s\(|\s(?:that|at|in|by|to|and|with|after|before|when|as|for|local)\b|$)"
)
_LONE_MONTH = re.compile(
    r"\b(?P<m>January|February|June|July|September|October|November|December)(?:[’']s)?\b"
    r"(?!\s(?:\d|[A-Z][a-z]+\b))"
)


def _year(match: Match[str], group: str = "y") -> int | None:
    return int(match[group]) if match[group] else None


def _iso(context: Context, span: Span, match: Match[str]) -> When | None:
    made = values.day(int(match["y"]), int(match["m"]), int(match["d"]))
    if made is None or not match["clock"]:
        return made
    return values.minute(made.first, match["clock"], _ZONES.get(match["zone"] or "", ""))


_ZONES = {"Z": "Z", "GMT": "Z", "UTC": "Z", "KST": "+09:00", "MSK": "+03:00"}


def _dotted(context: Context, span: Span, match: Match[str]) -> When | None:
    """19.06.2024 is day first; 6/19/2024 tells by its numbers, 6/5/2024 does not."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if match["s"] == "." or first > 12:
        return values.day(year, second, first)
    return values.day(year, first, second) if second > 12 else None


def _days(
    context: Context, span: Span, opening: tuple[int, int], closing: tuple[int, int] | None
) -> When | None:
    """opening, closing: (month, day), the year as the context has it."""
    first = nearest_day(context, span, *opening)
    if closing is None or first is None:
        return first
    last = values.day(first.first.year + (closing[0] < opening[0]), *closing)
    return last and values.days(first.first, last.last)


def _month_day(context: Context, span: Span, match: Match[str]) -> When | None:
    opening = month_en(match["m"]), _number(match["d"])
    closing = None
    if match["d2"]:
        closing = month_en(match["m2"] or match["m"]), _number(match["d2"])
    return _dated(context, span, (opening, closing, _told_year(context, match)))


def _told_year(context: Context, match: Match[str]) -> int | None:
    if match.groupdict().get("y"):
        return int(match["y"])
    words = (match["y3"] or "").split()
    if context.anchor:
        steps = {"last": -1, "this": 0, "next": 1}
        told = [context.anchor.year + steps[word] for word in words if word in steps]
        if told:
            return told[0]
    return context.known_year if words else None


def _day_month(context: Context, span: Span, match: Match[str]) -> When | None:
    opening = month_en(match["m"]), _number(match["d"])
    closing = None
    if match["d2"]:
        closing = opening[0], _number(match["d2"])
    elif match["d3"]:
        closing = month_en(match["m2"]), _number(match["d3"])
    return _dated(context, span, (opening, closing, _year(match)))


def _dated(
    context: Context,
    span: Span,
    told: tuple[tuple[int, int], tuple[int, int] | None, int | None],
) -> When | None:
    opening, closing, year = told
    if year is None:
        return _days(context, span, opening, closing)
    if closing is None:
        return values.day(year, *opening)
    first = values.day(year - (closing[0] < opening[0]), *opening)
    last = values.day(year, *closing)
    return first and last and values.days(first.first, last.last)


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _month_year(context: Context, span: Span, match: Match[str]) -> When | None:
    year, month = int(match["y"]), month_en(match["m"])
    if not match["m2"]:
        return values.month(year, month)
    last = month_en(match["m2"])
    return values.between(values.month(year - (last < month), month), values.month(year, last))


def _bare_month(context: Context, span: Span, match: Match[str]) -> When | None:
    groups = match.groupdict()
    month, before = month_en(match["m"]), (groups.get("before") or "").lower()
    told = _told_year(context, match) if groups.get("y3") else None
    year = told or _year_told(context, month, before) or year_for_month(context, span, month)
    made = values.month(year, month) if year else None
    if before == "since":
        return values.since(made, anchor=context.anchor)
    if made is None or not groups.get("m2"):
        return made
    last = month_en(match["m2"])
    return values.between(made, values.month(made.first.year + (last < month), last))


def _year_told(context: Context, month: int, before: str) -> int | None:
    """ "last May" is the latest May that is over, "next May" the first to come."""
    if context.anchor is None:
        return None
    year, now = context.anchor.year, context.anchor.month
    told = {"next": year + (month <= now), "this": year}
    told |= dict.fromkeys(("last", "this past"), year - (month >= now))
    return told.get(before)


def _ordinal(context: Context, span: Span, match: Match[str]) -> When | None:
    return day_of_month(context, span, int(match["d"]))


DIGITS: Rules = ((_ISO, _iso), (_DOTTED, _dotted))
MONTHS: Rules = (
    (_MONTH_DAY, _month_day),
    (_DAY_MONTH, _day_month),
    (_MONTH_YEAR, _month_year),
    (_BARE_MONTH, _bare_month),
    (_BARE_MONTH_TOLD, _bare_month),
    (_LONE_MONTH, _bare_month),
)
ORDINALS: Rules = ((_ORDINAL, _ordinal),)
