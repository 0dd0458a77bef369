"""The stretches of a text where a date may be: rules run there and nowhere else."""

import re
from collections.abc import Iterable, Iterator

from briefings.model import Span
from briefings.text.date_words import DECADES_EN, MONTHS_EN, WEEKDAYS_EN

_BEHIND, _AHEAD = 40, 64
_FAR_BEHIND = 110
"""Characters before "24 years", where "his first visit in" may begin."""

_OTHERS = (
    "today tonight yesterday tomorrow ago century day week month year weekend spring summer autumn "
    "fall winter decade"
)
_FAR = frozenset(("years", "decades", "months"))
_CALENDAR = frozenset((*MONTHS_EN, *DECADES_EN, *_FAR, "century"))
_RELATIVE = frozenset((*WEEKDAYS_EN, *_OTHERS.split()))
_LATIN = re.compile(r"[A-Za-z]{3,9}|\d++(?!\s?[가-힣а-я])")
_KOREAN = re.compile(
    r"\d\s?(?:년|월|일|세기|개월|달|주)|\d[.~∼〜–-]\s?\d|요일|오늘|어제|내일|그제|그저께|모레|"
    r"이달|지난|이번|다음|"
    r"내달|내주|금주|금년|이날|같은|당일|이튿날|전날|올해|작년|내년|재작년|이듬해|(?:하루|이틀|사흘|나흘|닷새|"
    r"엿새|열흘|보름)\s?전"
)
_RUSSIAN = re.compile(
    r"\d|январ|феврал|март|апрел|ма[йяею]\b|июн|июл|август|сентябр|октябр|ноябр|декабр|понедельник|"
    r"вторник|сред[уаые]\b|четверг|пятниц|суббот|воскресен|сегодня|вчера|завтра|накануне|назад|"
    r"недел|выходн|месяц|год|век|столет|весно|весны|летом|перв|осен|зимо|зимы|день",
    re.IGNORECASE,
)


def latin_stretches(text: str) -> tuple[list[Span], list[Span]]:
    """Where days, months and years may stand, and where words such as "Tuesday" and "last" do."""
    calendar: list[tuple[int, int]] = []
    relative: list[tuple[int, int]] = []
    for match in _LATIN.finditer(text):
        word = match[0].lower()
        singular = word[:-1]
        if word in _CALENDAR or word[0].isdigit() or singular in _CALENDAR:
            behind = _FAR_BEHIND if word in _FAR else _BEHIND
            calendar.append((match.start() - behind, match.end() + _AHEAD))
        if word in _RELATIVE or singular in _RELATIVE:
            relative.append((match.start() - _BEHIND, match.end() + _AHEAD))
    return list(_merged(calendar, len(text))), list(_merged(relative, len(text)))


def korean_stretches(text: str) -> list[Span]:
    return list(_merged(_around(text, _KOREAN, behind=16, ahead=44), len(text)))


def russian_stretches(text: str) -> list[Span]:
    return list(_merged(_around(text, _RUSSIAN, behind=32, ahead=88), len(text)))


def _around(
    text: str, pattern: re.Pattern[str], *, behind: int, ahead: int
) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text):
        yield match.start() - behind, match.end() + ahead


def _merged(windows: Iterable[tuple[int, int]], length: int) -> Iterator[Span]:
    first, last = -1, -1
    for start, end in windows:
        if start > last:
            if last >= 0:
                yield Span(max(first, 0), min(last, length))
            first = start
        last = max(last, end)
        first = min(first, start)
    if last >= 0:
        yield Span(max(first, 0), min(last, length))
