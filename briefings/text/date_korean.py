"""Dates of Korean news."""

import re
from datetime import timedelta
from re import Match

from briefings.model import Span, When
from briefings.text import date_values as values
from briefings.text.date_context import (
    Context,
    day_of_month,
    day_told,
    nearest_day,
    relative_day,
    weekday,
    year_for_month,
)
from briefings.text.date_relative import shifted
from briefings.text.date_words import (
    DAYS_AGO_KO,
    DAYS_KO,
    PARTS_KO,
    SEASONS_KO,
    UNITS_KO,
    WEEKDAYS_KO,
    YEARS_KO,
)
from briefings.text.later import later

_NO_SPAN = r"(?!\s?(?:간|동안|만에|째|여|치|분|짜리|이내|내에|차|정도|가량|연속|뒤|후|전|앞))"
_YEAR = r"(?:(?P<y>(?:1[89]|20)\d\d)년|(?P<ry>지난해|작년|올해|내년|재작년|이듬해|같은\s?해))"
_MONTH = r"(?P<m>1[0-2]|0?[1-9])월"
_DAY = r"(?P<d>3[01]|[12]\d|0?[1-9])일"

_FULL = later(
    rf"(?<!\d)(?:{_YEAR}\s?)?(?:(?P<which>지난|오는)\s)?{_MONTH}\s?{_DAY}{_NO_SPAN}"
    r"(?:\s?(?:[~∼〜–-]|부터|과|와|,|·)\s?(?:(?P<m2>1[0-2]|[1-9])월\s?)?(?P<d2>3[01]|[12]\d|"
    r"[1-9])일(?:까지)?)?"
)
_MONTH_WORD = later(
    r"(?<![가-힣])(?P<word>지난\s?달|이달|이번\s?달|다음\s?달|내달)\s"
    rf"(?P<d>3[01]|[12]\d|[1-9])(?:일{_NO_SPAN}|(?=\s?[~∼〜–-]\s?\d))"
    r"(?:\s?(?:[~∼〜–-]|부터|과|와)\s?(?P<d2>3[01]|[12]\d|[1-9])일(?:까지)?)?"
)
_DAYS = later(
    rf"(?<!\d)(?:{_YEAR}\s?)?{_MONTH}\s?(?P<d>3[01]|[12]\d|[1-9])\s?[~∼〜–-]\s?(?P<d2>3[01]|"
    rf"[12]\d|[1-9])일"
)
_DOTS = later(
    r"(?<![\d.])(?P<y>(?:19|20)\d\d)\.\s?(?P<m>1[0-2]|0?[1-9])\.\s?(?P<d>3[01]|[12]\d|"
    r"0?[1-9])(?!\d)\.?"
)
_TO_MONTH = r"(?:\s?(?:부터|[~∼〜–-])\s?(?P<m2>1[0-2]|[1-9])월(?:까지)?(?!\s?\d{1,2}일))?"
_YEAR_MONTH = later(
    rf"(?<!\d){_YEAR}\s?{_MONTH}{_TO_MONTH}(?:\s?(?P<part>초|중순|말|하순|상순))?(?!\s?\d{{1,2}}일)"
)
_BARE_MONTH = later(
    rf"(?<![\d.])(?:(?P<which>지난|오는)\s)?{_MONTH}{_TO_MONTH}"
    rf"(?:\s?(?:초|중순|말|하순|상순))?(?!\s?\d{{1,2}}일)(?![가-힣]*전쟁)"
)
_DAY_ONLY = later(
    rf"(?<![\d월.,년])(?<!월\s)(?:(?P<which>지난|오는)\s)?{_DAY}{_NO_SPAN}"
    r"(?:\s?(?:[~∼〜–-]|부터|과|와|,)\s?(?P<d2>3[01]|[12]\d|[1-9])일(?:까지)?)?(?![가-힣]{0,2}간\b)"
)
_SAID = re.compile(r" (?:밝혔|말했|전했|보도했|발표했|강조했|주장했|경고했)")
_DAY_RANGE = later(r"(?<![\d월.,년])(?P<d>3[01]|[12]\d|[1-9])[~∼〜–-](?P<d2>3[01]|[12]\d|[1-9])일")
_YEARS = later(
    r"(?<!\d)(?P<y>(?:1[89]|20)\d\d)년?\s?(?:[~∼〜–-]|부터)\s?(?P<y2>(?:1[89]|20)\d\d)년"
)
_YEAR_ONLY = later(
    rf"(?<!\d){_YEAR}(?:\s?(?P<part>초반|초|중반|후반|말|상반기|하반기|봄|여름|가을|겨울))?"
    r"(?P<bound>\s?(?:이후|부터|이래|이전|까지))?(?!\s?\d{1,2}월)(?!\s?대)"
)
_DECADE = later(
    r"(?<!\d)(?P<y>(?:1[89]|20)?\d0)년대(?:\s?(?P<part>초반|초|중반|후반|"
    r"말))?(?:\s?(?P<bound>이후|이전))?"
)
_CENTURY = later(r"(?<!\d)(?P<n>1[6-9]|2[01])세기")
_WEEKDAY = later(
    r"(?:(?P<week>지난\s?주|이번\s?주|다음\s?주|내주)\s?)?(?:(?P<which>지난|"
    r"오는)\s)?(?<![가-힣])(?P<d>[월화수목금토일])요일"
)
_RELATIVE = later(
    r"(?<![가-힣])(?P<word>오늘|어제|내일|그제|그저께|모레|지난달|이달|이번\s?달|다음\s?달|"
    r"내달|지난\s?주말|지난\s?주|이번\s?주|다음\s?주|내주|"
    r"금주|금년|이번\s?주말)(?:\s?(?:초|중순|말|하순))?(?=$|[^가-힣]|"
    r"[은는이가을를에의도로까부과와엔안])"
)
_TOLD = later(
    r"(?<![가-힣])(?P<word>이날|같은\s?날|당일|이튿날|다음\s?날|전날)(?=$|[^가-힣]|"
    r"[은는이가을를에의도로까부과와])"
)
_AGO = later(
    r"(?:(?<!\d)(?P<n>\d{1,3})(?P<unit>년|개월|달|주|일)|(?<![가-힣])(?P<days>하루|이틀|사흘|나흘|"
    r"닷새|엿새|열흘|보름))\s?전(?=$|[^가-힣]|[에의인부까])"
)
_FIRST_IN = later(r"(?<!\d)(?P<span>(?P<n>\d{1,3})년)\s?만(?:에|의|이|인)")


def _year(context: Context, match: Match[str]) -> int | None:
    if match["y"]:
        return int(match["y"])
    word = match["ry"]
    if word is None:
        return None
    if word in YEARS_KO:
        return context.anchor.year + YEARS_KO[word] if context.anchor else None
    return context.known_year and context.known_year + (word == "이듬해")


def _full(context: Context, span: Span, match: Match[str]) -> When | None:
    month, number = int(match["m"]), int(match["d"])
    year = _year(context, match)
    if match["ry"] and year is None:
        return None
    first = values.day(year, month, number) if year else nearest_day(context, span, month, number)
    if first is None or not match["d2"]:
        return first
    closing = int(match.groupdict().get("m2") or month)
    last = values.day(first.first.year + (closing < month), closing, int(match["d2"]))
    return values.days(first.first, last.first) if last else first


def _month_word(context: Context, span: Span, match: Match[str]) -> When | None:
    """ "지난달 30일", "이달 18~19일"."""
    month = _relative(context, span, match)
    if month is None:
        return None
    year, number = month.first.year, month.first.month
    first = values.day(year, number, int(match["d"]))
    last = values.day(year, number, int(match["d2"])) if match["d2"] else first
    return values.between(first, last)


def _dots(context: Context, span: Span, match: Match[str]) -> When | None:
    return values.day(int(match["y"]), int(match["m"]), int(match["d"]))


def _month(context: Context, span: Span, match: Match[str]) -> When | None:
    month, groups = int(match["m"]), match.groupdict()
    if "y" in groups:
        year = _year(context, match)
    elif groups["which"] and context.anchor:
        past = groups["which"] == "지난"
        year = context.anchor.year + (
            -(month >= context.anchor.month) if past else month < context.anchor.month
        )
    else:
        year = year_for_month(context, span, month)
    made = values.month(year, month) if year else None
    if made is None or not groups["m2"]:
        return made
    last = int(groups["m2"])
    return values.between(made, values.month(made.first.year + (last < month), last))


def _day_only(context: Context, span: Span, match: Match[str]) -> When | None:
    number = int(match["d"])
    which = match.groupdict().get("which")
    first = _chosen(context, number, which) if which else None
    first = first or _beside(context, span, number) or day_of_month(context, span, number)
    if first is None or not match["d2"]:
        return first
    last = values.day(first.first.year, first.first.month, int(match["d2"]))
    return values.days(first.first, last.first) if last else first


def _chosen(context: Context, number: int, which: str) -> When | None:
    if context.anchor is None:
        return None
    step = int(which == "오는" and number < context.anchor.day) - int(
        which == "지난" and number > context.anchor.day
    )
    at = context.anchor.year * 12 + context.anchor.month - 1 + step
    return values.day(at // 12, at % 12 + 1, number)


def _beside(context: Context, span: Span, number: int) -> When | None:
    """The month of a day named earlier in the same sentence ("6월 18일 … 19일"), unless that is to
    come and this has passed ("오는 5일 … 23일 밝혔다")."""
    before = context.before
    if before is None or context.before_in != context.number or len(before.edtf) != 10:
        return None
    made, anchor = values.day(before.first.year, before.first.month, number), context.anchor
    ahead = made is not None and anchor is not None and made.first > anchor
    return None if ahead and _SAID.match(context.text, span.end) else made


def _years(context: Context, span: Span, match: Match[str]) -> When | None:
    return values.between(values.year(int(match["y"])), values.year(int(match["y2"])))


def _year_only(context: Context, span: Span, match: Match[str]) -> When | None:
    year = _year(context, match)
    if year is None:
        return None
    made = _part(year, match["part"])
    bound = (match["bound"] or "").strip()
    if bound in ("이후", "부터", "이래"):
        return values.since(made, anchor=context.anchor)
    return values.until(made) if bound else made


def _part(year: int, part: str | None) -> When | None:
    if part is None:
        return values.year(year)
    if part in SEASONS_KO:
        return values.season(year, SEASONS_KO[part])
    if part == "상반기":
        return values.months(year, 1, 6)
    if part == "하반기":
        return values.months(year, 7, 12)
    return values.part_of_year(year, PARTS_KO[part])


def _decade(context: Context, span: Span, match: Match[str]) -> When | None:
    first = int(match["y"])
    made = values.decade(first + 1900 if first < 100 else first, PARTS_KO.get(match["part"], ""))
    if match["bound"] == "이후":
        return values.since(made, anchor=context.anchor)
    return values.until(made) if match["bound"] else made


def _century(context: Context, span: Span, match: Match[str]) -> When | None:
    return values.century(int(match["n"]))


def _weekday(context: Context, span: Span, match: Match[str]) -> When | None:
    number, anchor = WEEKDAYS_KO[match["d"]], context.anchor
    if anchor is None:
        return None
    if match["week"]:
        step = {"지": -7, "다": 7, "내": 7}.get(match["week"][0], 0)
        return values.of_date(anchor + timedelta(days=step + number - anchor.weekday()))
    if match["which"] == "오는":
        return values.of_date(anchor + timedelta(days=(number - anchor.weekday()) % 7))
    if match["which"] == "지난":
        return values.of_date(anchor - timedelta(days=(anchor.weekday() - number) % 7))
    return weekday(context, span, number)


def _relative(context: Context, span: Span, match: Match[str]) -> When | None:
    word = re.sub(r"\s", "", match["word"])
    if word in DAYS_KO:
        return relative_day(context, DAYS_KO[word])
    return shifted(context.anchor, *UNITS_KO[word]) if context.anchor else None


def _told(context: Context, span: Span, match: Match[str]) -> When | None:
    """ "이날" is the day told before, or the day of the report."""
    word = re.sub(r"\s", "", match["word"])
    step = {"이튿날": 1, "다음날": 1, "전날": -1}.get(word, 0)
    told = day_told(context, step)
    if told is None and word in ("이날", "전날"):
        return relative_day(context, step)
    return told


def _ago(context: Context, span: Span, match: Match[str]) -> When | None:
    anchor = context.anchor
    if anchor is None:
        return None
    if match["days"]:
        return relative_day(context, -DAYS_AGO_KO[match["days"]])
    number = int(match["n"])
    unit = {"년": "year", "개월": "month", "달": "month", "주": "week"}.get(match["unit"])
    return shifted(anchor, unit, -number) if unit else relative_day(context, -number)


def _first_in(context: Context, span: Span, match: Match[str]) -> When | None:
    return values.year(context.anchor.year - int(match["n"])) if context.anchor else None


RULES = (
    (_FULL, _full),
    (_DAYS, _full),
    (_MONTH_WORD, _month_word),
    (_DOTS, _dots),
    (_YEAR_MONTH, _month),
    (_BARE_MONTH, _month),
    (_DAY_ONLY, _day_only),
    (_DAY_RANGE, _day_only),
    (_YEARS, _years),
    (_YEAR_ONLY, _year_only),
    (_DECADE, _decade),
    (_CENTURY, _century),
    (_WEEKDAY, _weekday),
    (_RELATIVE, _relative),
    (_TOLD, _told),
    (_AGO, _ago),
    (_FIRST_IN, _first_in),
)
