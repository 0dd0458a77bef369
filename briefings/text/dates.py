"""Date expressions of news in English, Korean and Russian, resolved against the publication.

Nothing is guessed: a relative expression in an undated document stands with `when=None`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from briefings.model import DateMention, Span
from briefings.text import date_english, date_korean, date_relative, date_russian, date_years
from briefings.text.date_context import Context, Found
from briefings.text.date_events import event_date
from briefings.text.date_rules import found_by
from briefings.text.date_tense import tense_of
from briefings.text.date_triggers import (
    korean_stretches,
    latin_stretches,
    russian_stretches,
)

__all__ = ["MOST_DATES", "event_date", "find_dates"]

MOST_DATES = 2000
"""Expressions read in one document; a longer list is a table, not a text."""

_YEARS = date_english.DIGITS + date_years.YEARS
_NUMBERED = date_english.ORDINALS + date_years.NUMBERED
_HANGUL = re.compile("[가-힣]")
_CYRILLIC = re.compile("[а-яА-Я]")


def find_dates(
    text: str, sentences: Sequence[Span], *, anchor: datetime | date | None
) -> tuple[DateMention, ...]:
    """Date expressions inside the sentences, in order, none overlapping.

    anchor: the publication, in the zone of its source; None where it is not known. `when` is None
    for what cannot be resolved.
    """
    day = anchor.date() if isinstance(anchor, datetime) else anchor
    context = Context(text, day, lambda span, sentence: tense_of(text, span, sentence))
    mentions: list[DateMention] = []
    ordered = sorted(sentences)  # captions may come after the sentences
    for number, found in _in_sentences(_longest(_found(text)), ordered):
        if number != context.number or not mentions:
            context.number, context.sentence = number, ordered[number]
        when = found.read(context, found.span)
        context.remember(when)
        mentions.append(DateMention(found.span, when))
    return tuple(mentions)


def _found(text: str) -> Iterator[Found]:
    stretches = latin_stretches(text)
    yield from found_by(text, date_english.MONTHS, stretches.months)
    yield from found_by(text, _YEARS, stretches.years)
    yield from found_by(text, _NUMBERED, stretches.numbered)
    yield from found_by(text, date_relative.RULES, stretches.relative)
    if _HANGUL.search(text):
        yield from found_by(text, date_korean.RULES, korean_stretches(text))
    if _CYRILLIC.search(text):
        yield from found_by(text, date_russian.RULES, russian_stretches(text))


def _longest(found: Iterator[Found]) -> Iterator[Found]:
    """The leftmost, and of those the longest; the first rule where they are level."""
    last, taken = 0, 0
    for one in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if one.span.start >= last and taken < MOST_DATES:
            yield one
            last, taken = one.span.end, taken + 1


def _in_sentences(found: Iterator[Found], sentences: Sequence[Span]) -> Iterator[tuple[int, Found]]:
    starts = [sentence.start for sentence in sentences]
    for one in found:
        number = bisect_right(starts, one.span.start) - 1
        if number >= 0 and sentences[number].holds(one.span):
            yield number, one
