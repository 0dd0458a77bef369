"""What an expression is read against: the anchor, the tense of its clause, the dates before it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from briefings.model import Precision, Span, When
from briefings.text import date_values as values

_NOWHERE = Span(0, 0)


class Tense(StrEnum):
    PAST = "past"
    FUTURE = "future"
    PRESENT = "present"
    NONE = "none"


@dataclass(slots=True)
class Context:
    """tense: of the clause around a span, looked up only when it is needed. before: the last date
    read in this document, and the sentence it was in (by number)."""

    text: str
    anchor: date | None
    tense: Callable[[Span, Span], Tense]
    sentence: Span = _NOWHERE
    number: int = 0
    before: When | None = None
    before_in: int = -1
    known_year: int | None = None

    def tense_of(self, span: Span) -> Tense:
        return self.tense(span, self.sentence)

    def remember(self, when: When | None) -> None:
        if when is None or values.is_open(when):
            return
        self.before, self.before_in = when, self.number
        if when.precision in (Precision.MINUTE, Precision.DAY, Precision.MONTH, Precision.YEAR):
            self.known_year = when.first.year


class Found(NamedTuple):
    """A date expression and how to read it once its context is known."""

    span: Span
    read: Callable[[Context, Span], When | None]


def year_for_month(context: Context, span: Span, number: int) -> int | None:
    """The year of a month named without one: that of an earlier date in the sentence if the month
    comes later in it, else by tense around the anchor, else (undated) the last year named."""
    told = _year_in_sentence(context, number)
    if told is not None:
        return told
    anchor = context.anchor
    if anchor is None:
        return context.known_year
    tense = context.tense_of(span)
    if tense is Tense.FUTURE:
        return anchor.year + (number < anchor.month)
    if tense is Tense.PAST:
        return anchor.year - (number > anchor.month)
    return min(
        (anchor.year - 1, anchor.year, anchor.year + 1),
        key=lambda year: abs((year - anchor.year) * 12 + number - anchor.month + 0.5),
    )


def _year_in_sentence(context: Context, number: int) -> int | None:
    before = context.before
    if before is None or context.before_in != context.number:
        return None
    if before.precision not in (Precision.MONTH, Precision.DAY) or number <= before.last.month:
        return None
    return before.last.year


SLACK = timedelta(days=10)
"""How far ahead a day may lie that a past tense tells of ("was set for"), before it is last "
"year's."""


def nearest_day(context: Context, span: Span, month: int, number: int) -> When | None:
    """A month and day without a year."""
    anchor = context.anchor
    told = _year_in_sentence(context, month)
    if told is None and context.before_in == context.number and context.before is not None:
        told = context.before.last.year if context.before.last.month == month else None
    if told is not None:
        return values.day(told, month, number)
    if anchor is None:
        return values.day(context.known_year, month, number) if context.known_year else None
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    made = [when for when in (values.day(year, month, number) for year in years) if when]
    if not made:
        return None
    tense = context.tense_of(span)
    if tense is Tense.PAST:
        made = [when for when in made if when.first <= anchor + SLACK] or made
    elif tense is Tense.FUTURE:
        made = [when for when in made if when.first >= anchor] or made
    return min(made, key=lambda when: abs((when.first - anchor).days))


def weekday(context: Context, span: Span, number: int) -> When | None:
    """The last such day on or before the anchor; the next on or after it in a future clause."""
    anchor = context.anchor
    if anchor is None:
        return None
    if context.tense_of(span) in (Tense.FUTURE, Tense.PRESENT):
        return values.of_date(anchor + timedelta(days=(number - anchor.weekday()) % 7))
    return values.of_date(anchor - timedelta(days=(anchor.weekday() - number) % 7))


def day_of_month(context: Context, span: Span, number: int) -> When | None:
    """A bare day number ("18일"): of this month, or the one before or after by tense."""
    anchor = context.anchor
    if anchor is None:
        return None
    future = context.tense_of(span) is Tense.FUTURE
    step = 0
    if future and number < anchor.day:
        step = 1
    elif not future and number > anchor.day:
        step = -1
    at = anchor.year * 12 + anchor.month - 1 + step
    return values.day(at // 12, at % 12 + 1, number)


def relative_day(context: Context, by: int) -> When | None:
    if context.anchor is None:
        return None
    return values.of_date(context.anchor + timedelta(days=by))


def day_told(context: Context, by: int = 0) -> When | None:
    """The day told in this or one of the two sentences before, moved by days ("the next day")."""
    before = context.before
    if before is None or context.number - context.before_in > 2 or before.first != before.last:
        return None
    return values.of_date(before.last + timedelta(days=by))
