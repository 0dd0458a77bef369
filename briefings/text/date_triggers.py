"""The stretches of a text where a date may be: rules run there and nowhere else."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefings.model import Span
from briefings.text.alike import lowered
from briefings.text.date_words import DECADES_EN, WEEKDAYS_EN

_BEHIND, _AHEAD = 40, 64
_FAR_BEHIND = 110
"""Characters before "24 years", where "his first visit in" may begin."""

_OTHERS = (
    "today tonight yesterday tomorrow ago century day week month year weekend spring summer autumn "
    "fall winter decade"
)
_FAR = frozenset(("years", "decades", "months"))
_NUMBERED = frozenset((*DECADES_EN, *_FAR, "century"))
_RELATIVE = frozenset((*WEEKDAYS_EN, *_OTHERS.split()))
_WORD = re.compile(r"[A-Za-z]{3,9}")
_MONTH = re.compile(
    "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|"
    "DEC"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:(?<=[./-]....)|(?!\s?[가-힣а-я]))")
_NUMBER = re.compile(r"\d(?:st|nd|rd|th|0[’']?s)")
_KOREAN = re.compile(
    r"\d\s?(?:년|월|일|세기|개월|달|주)|\d[.~∼〜–-]\s?\d|요일|오늘|어제|내일|그제|그저께|모레|"
    r"이달|지난|이번|다음|"
    r"내달|내주|금주|금년|이날|같은|당일|이튿날|전날|올해|작년|내년|재작년|이듬해|(?:하루|이틀|사흘|나흘|닷새|"
    r"엿새|열흘|보름)\s?전"
)
# In lower case; no digits among them, so that a search leaps to the next of their first letters.
_RUSSIAN = re.compile(
    r"январ|феврал|март|апрел|ма[йяею]\b|июн|июл|август|сентябр|октябр|ноябр|декабр|понедельник|"
    r"вторник|сред[уаые]\b|четверг|пятниц|суббот|воскресен|сегодня|вчера|завтра|накануне|назад|"
    r"недел|выходн|месяц|год|век|столет|весно|весны|летом|перв|осен|зимо|зимы|день"
)
_DIGITS = re.compile(r"\d+")


class Stretches(NamedTuple):
    """Where months may stand, years, what is numbered ("the 19th", "the eighties", "24 years"), and
    words such as "Tuesday" and "last"."""

    months: list[Span]
    years: list[Span]
    numbered: list[Span]
    relative: list[Span]


def latin_stretches(text: str) -> Stretches:
    numbered = [*_around(text, _NUMBER, behind=_BEHIND, ahead=_AHEAD)]
    relative: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        word = match[0].lower()
        singular = word[:-1]
        if word in _NUMBERED or singular in _NUMBERED:
            behind = _FAR_BEHIND if word in _FAR else _BEHIND
            numbered.append((match.start() - behind, match.end() + _AHEAD))
        if word in _RELATIVE or singular in _RELATIVE:
            relative.append((match.start() - _BEHIND, match.end() + _AHEAD))
    found = (
        _around(text, _MONTH, behind=_BEHIND, ahead=_AHEAD),
        _around(text, _YEAR, behind=_BEHIND, ahead=_AHEAD),
        sorted(numbered),
        relative,
    )
    return Stretches(*(list(_merged(windows, len(text))) for windows in found))


def korean_stretches(text: str) -> list[Span]:
    return list(_merged(_around(text, _KOREAN, behind=16, ahead=44), len(text)))


def russian_stretches(text: str) -> list[Span]:
    found = [
        *_around(lowered(text), _RUSSIAN, behind=32, ahead=88),
        *_around(text, _DIGITS, behind=32, ahead=88),
    ]
    return list(_merged(sorted(found), len(text)))


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
