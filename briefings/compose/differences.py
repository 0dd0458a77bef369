"""Where two extracts disagree on one point of the same event. Both are shown, none is judged.

A detector must rather miss a difference than make one up: the same people, the same act, the same
edge and near days are needed before a day, a place, a number or a name is compared at all.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefings.compose.counting import Amount, far_apart, numbers
from briefings.compose.frames import ONE_OFF, SLIP_DAYS, Frame, Groups, recurs
from briefings.compose.unnamed import days_of_the_unnamed
from briefings.compose.wording import (
    UNDER_WAY,
    UNEXPECTED,
    Act,
    alike,
    stems,
    terms,
    words_of,
)
from briefings.model import Actor, NameKind, Span

DAY, PLACE, SURPRISE, NUMBER, NAME = "day", "place", "surprise", "number", "name"
WORDING = "wording"  # found in `quoting`

_WITNESSES = 3  # extracts of one difference
_SAME_STORY = 0.3  # of the stems in common, before numbers are compared
_UNDATED_DAYS = 60  # an event without a date lies at most so long before the publication

_PLACE = re.compile(
    r"\b(?:(?:visit(?:s|ed|ing)?|trips?|travel\w*|arriv\w+|met|meetings?|summits?|talks)"
    r"(?: \w+){0,4}? (?:to|at|in|near)(?: the)?|(?:visit(?:s|ed|ing)?)(?: the)?)"
    r" (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
_NO_PLACE = re.compile(
    r"(?:north korea|south korea|korea|dprk|rok|russia|china|japan|ukraine|us|u\.s|united states"
    r"|america|president|chairman|minister"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
# In Korean and Russian the gazetteer knows the places; what follows or leads says that it is one.
_COUNTRY = re.compile(
    r"(?:북한|북측|북|남한|한국|러시아|러|중국|일본|미국|우크라이나|조선)$"
    r"|(?:росси|рф|кндр|коре|кита|япони|сша|украин|южн|северн)",
    re.IGNORECASE,
)
_PLACED = {
    "ko": re.compile(r"(?:에서|에 도착|을 방문|를 방문|에 들|으로 향|로 향)"),
    "ru": re.compile(r"(?:^|\s)(?:в|во|на)\s(?:[а-яё]+е\s)?$", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Frames that disagree on a point; frames[0] is the newest."""

    point: str
    frames: tuple[Frame, ...]


def disagreements(groups: Groups) -> list[Disagreement]:
    """One at most for each point of each group, in a fixed order, none twice."""
    searches = (
        (DAY, _days, groups.by_person),
        (DAY, days_of_the_unnamed, groups.by_act),
        (PLACE, _places, groups.encounters),
        (SURPRISE, _surprises, groups.by_person),
        (NUMBER, _numbers, groups.by_act),
        (NUMBER, _numbers, groups.by_words),
        (NAME, _names, groups.by_act),
    )
    found: list[Disagreement] = []
    seen: set[tuple[str, tuple[int, Span]]] = set()
    for point, detect, candidates in searches:
        for group in candidates:
            witnesses = detect(group)
            if len(witnesses) < 2 or any((point, each.place) in seen for each in witnesses):
                continue
            seen.update((point, each.place) for each in witnesses)
            found.append(Disagreement(point, tuple(witnesses)))
    return found


def _days(group: Sequence[Frame]) -> list[Frame]:
    """The same act, planned for or reported of different days."""
    dated = [frame for frame in group if frame.days is not None and frame.days.exact]
    for one, other in combinations(dated, 2):
        if _differ_in_day(one, other):
            rest = [frame for frame in dated if _is_near(frame, one) and frame.same_event(one)]
            return _distinct([one, other, *rest], _day_of)
    return []


def _differ_in_day(one: Frame, other: Frame) -> bool:
    if one.document_id == other.document_id or not one.same_event(other) or not one.people:
        return False
    if one.days is None or other.days is None or not 0 < one.days.gap(other.days) <= SLIP_DAYS:
        return False
    if one.main_act is not other.main_act or any(map(_is_under_way, (one, other))):
        return False
    if one.planned != other.planned:
        plan, event = (one, other) if one.planned else (other, one)
        return plan.published <= event.published
    once = one.published == other.published or bool(one.acts & other.acts & ONE_OFF)
    # Of two plans one may have been put off.
    return not one.planned and once and not recurs(one, other)


def _is_under_way(frame: Frame) -> bool:
    return UNDER_WAY.search(frame.words) is not None


def _is_near(frame: Frame, other: Frame) -> bool:
    if frame.days is None or other.days is None:
        return False
    return frame.days.gap(other.days) <= SLIP_DAYS


def _day_of(frame: Frame) -> object:
    return frame.days


def _distinct(group: Iterable[Frame], point: Callable[[Frame], object]) -> list[Frame]:
    """The first frame of each value, and never a sentence twice."""
    kept: dict[object, Frame] = {}
    places: set[tuple[int, Span]] = set()
    for frame in group:
        if point(frame) not in kept and frame.place not in places:
            kept[point(frame)] = frame
            places.add(frame.place)
    return list(kept.values())[:_WITNESSES]


def _places(group: Sequence[Frame]) -> list[Frame]:
    """The same people met at the same time, at places with different names."""
    located = [
        (frame, *place)
        for frame in group
        if frame.people and not frame.planned
        for place in _named_places(frame)
    ]
    named: dict[tuple[int, Span], set[str]] = defaultdict(set)
    for frame, name, _ in located:
        named[frame.place].add(name)
    for (one, name, side), (other, another, far_side) in combinations(located, 2):
        if one.document_id == other.document_id or name in another or another in name:
            continue
        if named[one.place] & named[other.place] or one.language != other.language:
            continue
        same_side = side is None or far_side is None or side is far_side
        if same_side and one.people & other.people and _same_time(one, other):
            return [one, other]
    return []


def _named_places(frame: Frame) -> Iterator[tuple[str, Actor | None]]:
    if frame.language in _PLACED:
        yield from _known_places(frame)
        return
    for match in _PLACE.finditer(frame.words):
        name = match["place"].casefold().removesuffix("’s").removesuffix("'s")
        if _NO_PLACE.match(name):
            continue
        start = frame.span.start + match.start("place")
        named = frame.page.mentions_in(Span(start, start + 1))
        yield name, named[0].actor if named else None


def _known_places(frame: Frame) -> Iterator[tuple[str, Actor | None]]:
    """Places and capitals in the place of a deed: "평양에서", "в Пхеньяне"."""
    text, span = frame.page.article.text, frame.span
    for mention in frame.page.mentions_in(span):
        words = mention.span.of(text)
        land = mention.kind is NameKind.GOVERNMENT and not mention.acts
        if not (land or mention.kind is NameKind.PLACE) or _COUNTRY.match(words):
            continue
        if frame.language == "ko":
            placed = _PLACED["ko"].match(text, mention.span.end, span.end)
        else:
            placed = _PLACED["ru"].search(
                text[max(span.start, mention.span.start - 20) : mention.span.start]
            )
        if placed is not None:
            yield (words[:4] if land else mention.name_id).casefold(), mention.actor


def _same_time(one: Frame, other: Frame) -> bool:
    if one.days is not None and other.days is not None:
        return one.days.gap(other.days) <= (1 if one.days.exact and other.days.exact else 0)
    undated, dated = (one, other) if one.days is None else (other, one)
    if dated.days is None:
        return abs((one.published - other.published).days) <= SLIP_DAYS
    before = (undated.published - dated.days.first).days
    return 0 <= before <= _UNDATED_DAYS


def _surprises(group: Sequence[Frame]) -> list[Frame]:
    """Called a surprise by one, and told of beforehand by another."""
    for frame in group:
        if frame.planned or not UNEXPECTED.search(frame.words):
            continue
        plans = [
            other
            for other in group
            if other.planned and _is_near(other, frame) and other.same_event(frame)
        ]
        if plans:
            return _distinct([frame, *plans], lambda each: each.place)
    return []


def _numbers(group: Sequence[Frame]) -> list[Frame]:
    """The same things counted differently in two documents of the same days."""
    counted = [(frame, _counts(frame)) for frame in group]
    counted = [(frame, counts) for frame, counts in counted if counts]
    for (one, counts), (other, others) in combinations(counted, 2):
        if one.document_id == other.document_id or not _told_together(one, other):
            continue
        if any(far_apart(counts[thing], others[thing]) for thing in counts.keys() & others.keys()):
            return [one, other]
    return []


def _counts(frame: Frame) -> dict[str, Amount]:
    """What is counted once: of "10,000 soldiers, of whom 3,000 soldiers" neither is the number."""
    found = list(numbers(frame.words, frame.language))
    times = Counter(thing for thing, _ in found)
    return {thing: number for thing, number in found if times[thing] == 1}


def _told_together(one: Frame, other: Frame) -> bool:
    """Of the same days; where one of them names none, published at the same time."""
    published = abs((one.published - other.published).days)
    if one.days_of_deed is None or other.days_of_deed is None:
        near = published <= 1
    else:
        near = published <= SLIP_DAYS and one.days_of_deed.gap(other.days_of_deed) == 0
    return near and alike(stems(one.reported), stems(other.reported)) >= _SAME_STORY


def _names(group: Sequence[Frame]) -> list[Frame]:
    """The same thing under a shorter and a longer name, each in quotation marks."""
    termed = [(frame, term) for frame in group if Act.SIGN in frame.acts for term in _named(frame)]
    for (one, term), (other, longer) in combinations(termed, 2):
        shared = term & longer
        near = abs((one.published - other.published).days) <= SLIP_DAYS
        if near and one.place != other.place and term != longer and shared in (term, longer):
            return [one, other]
    return []


def _named(frame: Frame) -> Iterator[frozenset[str]]:
    """Terms of two to six words: a name, not what somebody said."""
    for term in terms(frame.words):
        words = words_of(term)
        if 2 <= len(words) <= 6:
            yield frozenset(words)
