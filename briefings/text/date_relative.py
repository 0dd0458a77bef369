"""English expressions that need an anchor: weekdays, "last month", "two days ago"."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from re import Match

from briefings.model import Span, When
from briefings.text import date_values as values
from briefings.text.date_context import Context, day_told, relative_day, weekday
from briefings.text.date_english import DAY_NAMES
from briefings.text.date_words import SEASONS_EN, WEEKDAYS_EN, number_en

_NOT_A_DAY = (
    r"(?<!Black )(?<!Good )(?<!Bloody )(?<!Easter )(?<!Palm )(?<!Super )(?<!Holy )(?<!Man )"
)
_NUMBER = (
    r"\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty"
)

_WEEKDAY = re.compile(
    rf"{_NOT_A_DAY}\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his\spast|[Tt]his\scoming|"
    rf"[Cc]oming)\s)?"
    rf"(?P<d>{DAY_NAMES})\b(?:,?\s?(?:and|to|or|through|until|-|–)\s?(?P<d2>{DAY_NAMES})\b)?"
    r"(?P<week>\s(?:of\s)?(?:last|next)\sweek)?(?!\s(?:Times|Mail|Express|Telegraph|Mirror))"
)
_DAY = re.compile(
    r"\b(?P<word>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Tt]he\sday\sbefore\syesterday|"
    r"[Tt]he\sday\safter\stomorrow)\b(?![’']s\s(?:world|era|generation))"
)
_UNIT = re.compile(
    r"\b(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly|[Ss]ometime)\s)?"
    r"(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his\spast|[Tt]he\sprevious|[Tt]his\scoming)\s"
    r"(?P<unit>week|month|year|weekend|spring|summer|autumn|fall|winter|decade|century)\b(?!-)"
)
_AGO = re.compile(
    rf"\b(?:about\s|nearly\s|almost\s|over\s|more\sthan\s|some\s)?(?P<n>{_NUMBER}|a\sfew|several)\s"
    r"(?P<unit>day|week|month|year|decade)s?\sago\b"
)
_WEEKEND = re.compile(r"\b[Oo]ver\sthe\s(?:past\s)?weekend\b")
_SAME = re.compile(
    r"\b(?:(?P<same>(?:[Oo]n\s)?[Tt]he\ssame\sday|[Tt]hat\s(?:same\s)?day|[Ll]ater\sthat\sday)|"
    r"(?P<next>(?:[Oo]n\s)?[Tt]he\s(?:following|next)\sday|[Aa]\sday\slater)|"
    r"(?P<eve>[Tt]he\s(?:previous\sday|day\sbefore(?=[,.;]))|[Aa]\sday\searlier))\b"
    r"(?P<that>,?\s(?:that|as|when|[A-Z]\w+)\b)?"
)


def _weekday(context: Context, span: Span, match: Match[str]) -> When | None:
    first = _one_day(context, span, match)
    if first is None or not match["d2"]:
        return first
    later = (WEEKDAYS_EN[match["d2"].lower()] - first.first.weekday()) % 7
    return values.days(first.first, first.first + timedelta(days=later))


def _one_day(context: Context, span: Span, match: Match[str]) -> When | None:
    anchor, number = context.anchor, WEEKDAYS_EN[match["d"].lower()]
    if anchor is None:
        return None
    which = (match["week"] or match["which"] or "").lower().split()
    if not which:
        return weekday(context, span, number)
    back = (anchor.weekday() - number - 1) % 7 + 1
    ahead = (number - anchor.weekday() - 1) % 7 + 1
    in_this_week = number - anchor.weekday()
    if match["week"]:
        step = in_this_week + (7 if "next" in which else -7)
    else:
        step = {"last": -back, "past": -back, "next": in_this_week + 7, "coming": ahead}.get(
            which[-1], in_this_week
        )
    return values.of_date(anchor + timedelta(days=step))


def _day(context: Context, span: Span, match: Match[str]) -> When | None:
    word = match["word"].lower()
    if " " in word:
        return relative_day(context, -2 if word.endswith("yesterday") else 2)
    return relative_day(context, {"yesterday": -1, "tomorrow": 1}.get(word, 0))


def _unit(context: Context, span: Span, match: Match[str]) -> When | None:
    anchor, unit = context.anchor, match["unit"]
    if anchor is None:
        return None
    which = match["which"].lower().split()[-1]
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(which, 0)
    if unit in SEASONS_EN:
        return _season(anchor, SEASONS_EN[unit], step)
    return shifted(anchor, unit, step)


def shifted(anchor: date, unit: str, step: int) -> When | None:
    """The week, weekend, month, year, decade or century that many steps from the anchor's."""
    monday = anchor + timedelta(days=7 * step - anchor.weekday())
    readers: dict[str, Callable[[], When | None]] = {
        "week": lambda: values.week(monday),
        "weekend": lambda: values.days(monday + timedelta(days=5), monday + timedelta(days=6)),
        "month": lambda: values.shifted_month(anchor, step),
        "year": lambda: values.year(anchor.year + step),
        "decade": lambda: values.decade((anchor.year // 10 + step) * 10),
        "century": lambda: values.century(anchor.year // 100 + 1 + step),
    }
    return readers[unit]()


def _season(anchor: date, which: int, step: int) -> When | None:
    """Last summer is the latest one that is over; next summer the first to begin."""
    this = values.season(anchor.year, which)
    if this is None or step == 0:
        return this
    if step < 0:
        return this if this.last < anchor else values.season(anchor.year - 1, which)
    return this if this.first > anchor else values.season(anchor.year + 1, which)


def _ago(context: Context, span: Span, match: Match[str]) -> When | None:
    if context.anchor is None or match["n"] in ("a few", "several"):
        return None
    number = number_en(match["n"])
    if match["unit"] == "day":
        return relative_day(context, -number)
    return shifted(context.anchor, match["unit"], -number)


def _weekend(context: Context, span: Span, match: Match[str]) -> When | None:
    """The weekend now or, in the week, the one before."""
    anchor = context.anchor
    return shifted(anchor, "weekend", 0 if anchor.weekday() > 4 else -1) if anchor else None


def _same(context: Context, span: Span, match: Match[str]) -> When | None:
    """The day told before; a clause ("on the same day that …") names an event, not a date."""
    if match["that"]:
        return None
    return day_told(context, 1 if match["next"] else -1 if match["eve"] else 0)


RULES = (
    (_WEEKDAY, _weekday),
    (_DAY, _day),
    (_UNIT, _unit),
    (_AGO, _ago),
    (_WEEKEND, _weekend),
    (_SAME, _same),
)
