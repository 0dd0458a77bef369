"""Acts of nobody named, told of two days.

Two delegations may come in one week; so more is asked than where a person tells events apart: the
same names and the same words, in any order, but for the day. One word more or another one may tell
of another event ("a second delegation").
"""

from collections.abc import Sequence
from itertools import combinations

from briefings.compose.frames import ONE_OFF, SLIP_DAYS, Frame, recurs
from briefings.compose.wording import UNDER_WAY, figures, stems

_FEWEST_STEMS = 5  # fewer of them may be two events, told in the words for all such


def days_of_the_unnamed(group: Sequence[Frame]) -> list[Frame]:
    """Two frames of a group that report one event of different days; none where there are none."""
    dated = [
        frame
        for frame in group
        if frame.days is not None and frame.days.exact and not frame.people and not frame.planned
    ]
    for one, other in combinations(dated, 2):
        if _may_be_one(one, other) and _told_alike(one, other):
            return [one, other]
    return []


def _may_be_one(one: Frame, other: Frame) -> bool:
    """What is done once, within days, told at the same time by two documents."""
    assert one.days is not None
    assert other.days is not None
    if one.document_id == other.document_id or one.language != other.language:
        return False
    if one.section is not other.section or not one.acts & other.acts & ONE_OFF:
        return False
    if not 0 < one.days.gap(other.days) <= SLIP_DAYS or recurs(one, other):
        return False
    return abs((one.published - other.published).days) <= 1


def _told_alike(one: Frame, other: Frame) -> bool:
    if UNDER_WAY.search(one.words) or UNDER_WAY.search(other.words):
        return False
    if {each.name_id for each in one.names} != {each.name_id for each in other.names}:
        return False
    words, others = _undated(one), _undated(other)
    told = stems(words)
    same = told == stems(others) and figures(words) == figures(others)
    return same and len(told) >= _FEWEST_STEMS


def _undated(frame: Frame) -> str:
    """The words of a sentence without its dates."""
    text, at, parts = frame.page.article.text, frame.span.start, list[str]()
    for mention in frame.page.dates_in(frame.span):
        if mention.span.start >= at:
            parts.append(text[at : mention.span.start])
            at = mention.span.end
    return " ".join([*parts, text[at : frame.span.end]])
