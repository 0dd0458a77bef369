"""Dates of Russian news."""

import re
from datetime import timedelta
from re import Match

from briefings.model import Span, When
from briefings.text import date_values as values
from briefings.text.date_context import (
    Context,
    day_told,
    nearest_day,
    relative_day,
    weekday,
    year_for_month,
)
from briefings.text.date_relative import shifted
from briefings.text.date_words import SEASONS_RU, WEEKDAYS_RU, month_ru, starting
from briefings.text.later import later

_OF = "(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
_IN = "(?:январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре)"
_YEAR = r"(?P<y>(?:1[5-9]|20)\d\d)(?:\s(?:года|году|годом|год|г\.|гг\.))"
_WHICH_YEAR = r"(?P<ry>(?:прошл|нынешн|эт|текущ|следующ|будущ|позапрошл)\w+\sгод[ау]?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"

_FULL = later(
    rf"(?<![\d.,])(?P<d>{_DAY})(?:(?:\s?[-–—]\s?|\sи\s|\sпо\s)(?P<d2>{_DAY}))?\s(?P<m>{_OF})"
    rf"(?:\s(?:-|–|—|по)\s(?P<d3>{_DAY})\s(?P<m2>{_OF}))?"
    rf"(?:,?\s(?:{_YEAR}|(?P<y4>(?:19|20)\d\d)(?!\d)|{_WHICH_YEAR}))?(?!\w)"
)
_FULL_I = later(
    rf"(?<![\d.,])[Сс]\s(?P<d>{_DAY})\sпо\s(?P<d2>{_DAY})\s(?P<m>{_OF})(?:\s{_YEAR})?(?!\w)"
)
_MONTH = later(
    rf"\b(?:(?:[Вв]|[Вв]\sначале|[Вв]\sсередине|[Вв]\sконце|[Вв]\sпрошлом|[Сс]|[Дд]о|[Кк])\s)"
    rf"(?P<m>{_IN}|{_OF}|январю|февралю|марту|апрелю|маю|июню|июлю|августу|сентябрю|октябрю|"
    rf"ноябрю|декабрю)(?:(?:\sпо\s|\s?[-–—]\s?)(?P<m2>{_IN}|январь|февраль|март|апрель|май|"
    rf"июнь|июль|"
    rf"август|сентябрь|октябрь|ноябрь|декабрь))?"
    rf"(?:\s(?:{_YEAR}|{_WHICH_YEAR}))?(?!\w)"
)
_MONTH_YEAR = later(
    rf"\b(?P<m>{_OF}|январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|"
    rf"декабрь)"
    rf"\s(?:{_YEAR}|{_WHICH_YEAR})(?!\w)",
    re.IGNORECASE,
)
_DECADE = later(
    r"(?:\b(?:[Вв]\s)?(?P<part>начал[еауо]|середин[еуы]|кон(?:це|ца|цу))\s)?(?<!\d)"
    r"(?P<y>(?:1[5-9]|20)?\d0)-?(?:х|е|ые|ых|м)(?:\s(?:годов|годы|годах|гг\.))?(?!\w)"
)
_CENTURY = later(r"\b(?P<n>XVIII|XIX|XX|XXI)\s(?:века|веке|век|столети\w+)(?!\w)")
_SEASON = later(
    rf"\b(?P<s>[Вв]есн(?:ой|ы|у)|[Лл]етом|[Оо]сень?ю|[Оо]сени|[Зз]имой|[Зз]имы)(?:\s(?:{_YEAR}|"
    rf"{_WHICH_YEAR}))?(?!\w)"
)
_HALF = later(
    rf"\b(?:в\s)?(?P<which>перв|втор)\w+\s(?P<unit>полугоди\w+|половин\w+)\s{_YEAR}(?!\w)"
)
_YEARS = later(
    r"(?<![\d.,-])(?P<y>(?:1[5-9]|20)\d\d)(?:\s?[-–—]\s?|\s(?:по|и|до)\s)(?P<y2>(?:1[5-9]|"
    r"20)\d\d)(?:-?\w{1,2})?\s(?:год\w*|гг\.?)"
)
_YEAR_ONLY = later(
    rf"(?:\b(?P<bound>[Сс]|[Дд]о|[Пп]осле)\s|\b(?:[Вв]\s)?(?P<part>начал[еауо]|середин[еуы]|"
    rf"кон(?:це|ца|цу))\s)?(?<![\d.,-]){_YEAR}(?!\w)"
)
_WHICH = later(
    rf"\b(?:[Вв]о?\s|[Нн]а\s)?(?:(?:начале|середине|конце)\s)?(?:{_WHICH_YEAR}|(?P<which>прошл|эт|"
    rf"следующ|нынешн|текущ|будущ|минувш|ближайш)\w+\s"
    rf"(?P<unit>недел\w+|месяц\w*|выходн\w+))(?!\w)",
    re.IGNORECASE,
)
_WEEKDAY = later(
    r"\b(?:[Вв]о?\s|[Сс]\s|[Кк]о?\s|[Нн]а\s|[Дд]о\s)?(?:(?P<which>прошл|следующ|эт|минувш|"
    r"ближайш)\w+\s)?"
    r"(?P<d>понедельник\w{0,2}|вторник\w{0,2}|сред[уаые]|четверг\w{0,2}|пятниц[уаые]|"
    r"суббот[уаые]|воскресень[ея])"
    r"(?:\s(?:и|или)\s(?:в\s)?(?P<d2>понедельник|вторник|среду|четверг|пятницу|субботу|"
    r"воскресенье))?(?!\w)"
)
_DAY_WORD = later(
    r"\b(?P<word>[Сс]егодня|[Вв]чера|[Зз]автра|[Пп]озавчера|[Пп]ослезавтра|[Нн]акануне)(?!\w)"
)
_TOLD = later(
    r"\b[Вв]\s(?P<same>тот\sже\sдень|этот\s(?:же\s)?день)(?!\w)|\b[Нн]а\sследующий\sдень(?!\w)"
)
_AGO = later(
    r"(?<!\w)(?:(?P<n>\d{1,3}|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять)\s)?"
    r"(?P<unit>день|дня|дней|недел[юиь]|месяца?|месяцев|года?|лет)\sназад(?!\w)",
    re.IGNORECASE,
)
_FIRST_IN = later(
    r"\bвперв\w+\sза\s(?:последние\s)?(?P<span>(?P<n>\d{1,3})\s(?:год|года|лет))(?!\w)|"
    r"\bперв\w+\b[^.;:,]{0,60}?\sза\s(?:последние\s)?(?P<n2>\d{1,3})\s(?:года?|лет)(?!\w)",
    re.IGNORECASE,
)

_NUMBERS = {
    "два": 2,
    "две": 2,
    "три": 3,
    "четыре": 4,
    "пять": 5,
    "шесть": 6,
    "семь": 7,
    "восемь": 8,
    "девять": 9,
    "десять": 10,
}
_UNITS = {"н": "week", "м": "month", "в": "weekend"}
_STEPS = {"прошл": -1, "позап": -2, "следу": 1, "будущ": 1, "ближа": 0, "минув": -1}


def _year(context: Context, match: Match[str]) -> int | None:
    groups = match.groupdict()
    if groups.get("y") or groups.get("y4"):
        return int(groups.get("y") or groups["y4"])
    if groups.get("ry") and context.anchor:
        return context.anchor.year + _STEPS.get(match["ry"][:5].lower(), 0)
    return None


def _full(context: Context, span: Span, match: Match[str]) -> When | None:
    groups = match.groupdict()
    month, year = month_ru(match["m"]), _year(context, match)
    number = int(match["d"])
    first = values.day(year, month, number) if year else nearest_day(context, span, month, number)
    if first is None:
        return None
    if groups.get("d3"):
        closing = month_ru(match["m2"])
        last = values.day(first.first.year + (closing < month), closing, int(match["d3"]))
        return last and values.days(first.first, last.first)
    if match["d2"]:
        last = values.day(first.first.year, month, int(match["d2"]))
        return last and values.days(first.first, last.first)
    return first


def _month(context: Context, span: Span, match: Match[str]) -> When | None:
    month = month_ru(match["m"])
    if match["ry"] and context.anchor is None:
        return None
    year = _year(context, match) or year_for_month(context, span, month)
    made = values.month(year, month) if year else None
    if made is not None and match["m2"]:
        last = month_ru(match["m2"])
        return values.between(made, values.month(made.first.year + (last < month), last))
    opening = match[0].split()[0].lower()
    if opening == "с":
        return values.since(made, anchor=context.anchor)
    return values.until(made) if opening == "до" else made


def _month_year(context: Context, span: Span, match: Match[str]) -> When | None:
    year = _year(context, match)
    return values.month(year, month_ru(match["m"])) if year else None


def _decade(context: Context, span: Span, match: Match[str]) -> When | None:
    first = int(match["y"])
    if first < 100 and "г" not in match[0][-6:]:
        return None
    return values.decade(first + 1900 if first < 100 else first, _part(match["part"]))


def _part(word: str | None) -> str:
    return {"н": "early", "с": "mid", "к": "late"}[word[0].lower()] if word else ""


def _century(context: Context, span: Span, match: Match[str]) -> When | None:
    return values.century({"XVIII": 18, "XIX": 19, "XX": 20, "XXI": 21}[match["n"]])


def _season(context: Context, span: Span, match: Match[str]) -> When | None:
    which, year = starting(match["s"], SEASONS_RU), _year(context, match)
    if year is None:
        year = context.anchor.year if context.anchor else None
    return values.season(year, which) if year else None


def _half(context: Context, span: Span, match: Match[str]) -> When | None:
    opening = 1 if match["which"].lower() == "перв" else 7
    return values.months(int(match["y"]), opening, opening + 5)


def _years(context: Context, span: Span, match: Match[str]) -> When | None:
    return values.between(values.year(int(match["y"])), values.year(int(match["y2"])))


def _year_only(context: Context, span: Span, match: Match[str]) -> When | None:
    year, bound = int(match["y"]), (match["bound"] or "").lower()
    made = values.part_of_year(year, _part(match["part"])) if match["part"] else values.year(year)
    if bound in ("с", "после"):
        return values.since(made, anchor=context.anchor)
    return values.until(made) if bound else made


def _which(context: Context, span: Span, match: Match[str]) -> When | None:
    if context.anchor is None:
        return None
    if match["ry"]:
        year = _year(context, match)
        return values.year(year) if year else None
    unit = _UNITS[match["unit"][0].lower()]
    return shifted(context.anchor, unit, _STEPS.get(match["which"][:5].lower(), 0))


def _weekday(context: Context, span: Span, match: Match[str]) -> When | None:
    number, anchor = starting(match["d"], WEEKDAYS_RU), context.anchor
    if anchor is None:
        return None
    which = match["which"]
    if which in ("прошл", "минувш"):
        first = values.of_date(anchor - timedelta(days=(anchor.weekday() - number - 1) % 7 + 1))
    elif which in ("следующ", "ближайш"):
        first = values.of_date(anchor + timedelta(days=(number - anchor.weekday() - 1) % 7 + 1))
    else:
        first = weekday(context, span, number) or values.of_date(anchor)
    if not match["d2"]:
        return first
    later = (starting(match["d2"], WEEKDAYS_RU) - number) % 7
    return values.days(first.first, first.first + timedelta(days=later))


def _day_word(context: Context, span: Span, match: Match[str]) -> When | None:
    steps = {"вчера": -1, "завтра": 1, "позавчера": -2, "послезавтра": 2, "накануне": -1}
    return relative_day(context, steps.get(match["word"].lower(), 0))


def _told(context: Context, span: Span, match: Match[str]) -> When | None:
    return day_told(context, 0 if match["same"] else 1)


def _ago(context: Context, span: Span, match: Match[str]) -> When | None:
    if context.anchor is None:
        return None
    number = match["n"] or "1"
    count = int(number) if number.isdigit() else _NUMBERS[number.lower()]
    unit = match["unit"]
    if unit.startswith("д"):
        return relative_day(context, -count)
    kind = "week" if unit.startswith("н") else "month" if unit.startswith("м") else "year"
    return shifted(context.anchor, kind, -count)


def _first_in(context: Context, span: Span, match: Match[str]) -> When | None:
    if context.anchor is None:
        return None
    return values.year(context.anchor.year - int(match["n"] or match["n2"]))


RULES = (
    (_FULL, _full),
    (_FULL_I, _full),
    (_MONTH, _month),
    (_MONTH_YEAR, _month_year),
    (_DECADE, _decade),
    (_CENTURY, _century),
    (_SEASON, _season),
    (_HALF, _half),
    (_YEARS, _years),
    (_YEAR_ONLY, _year_only),
    (_WHICH, _which),
    (_WEEKDAY, _weekday),
    (_DAY_WORD, _day_word),
    (_TOLD, _told),
    (_AGO, _ago),
    (_FIRST_IN, _first_in),
)
