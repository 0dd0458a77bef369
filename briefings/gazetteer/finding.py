"""Find names: one pass of the automaton, edges, longest match, then what the context decides."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import ahocorasick

from briefings.gazetteer.acting import acts
from briefings.gazetteer.boundaries import fits, is_han, is_hangul
from briefings.gazetteer.name import Name
from briefings.gazetteer.patterns import HALVES, Pattern, family_names
from briefings.model import Actor, Mention, Span
from briefings.text.alike import alike

_BEFORE = (
    "president presidents minister ministers leader chairman secretary general premier chancellor "
    "ambassador envoy spokesman spokeswoman spokesperson director chief adviser advisor aide "
    "mr mrs "
    "ms miss dr gen marshal comrade deputy vice foreign defense defence prime former late russian "
    "north south korean soviet chinese american japanese ukrainian korea russia us "
    "and but or while when as if with for after before since both although though because that "
    "meanwhile however then today yesterday on in at by to from of like under against between "
    "the a an his her their its this where how why what will can could did does has had is was "
    "then-president then president-elect elect despite during without unlike until once so yet "
    "monday tuesday wednesday thursday friday saturday sunday not even only also did would may "
    "sources photo image images video watch analysis opinion editorial"
)
_AFTER = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june "
    "july august september october november december jan feb mar apr jun jul aug sep sept oct nov "
    "dec and"
)
_NOT_A_GIVEN_NAME = frozenset(_BEFORE.split())
_FOLLOWS_A_SURNAME = frozenset(_AFTER.split())
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0\n]$")
_PRESIDENTS = ("rok-president", "russian-president", "us-president", "ukrainian-president")
_LEADERS = ("dprk-state-affairs-president", *_PRESIDENTS)
_OFFICES = {
    "president": _PRESIDENTS,
    "대통령": _PRESIDENTS,
    "leader": _LEADERS,
    "chairman": _LEADERS[:1],
    "위원장": _LEADERS[:1],
    "국무위원장": _LEADERS[:1],
    "총비서": _LEADERS[:1],
}
_RELATIVE_OF = re.compile(
    r"\b(?:sister|brother|daughter|son|wife|husband|father|mother|uncle|aunt|niece|nephew|"
    r"grandson|grandfather|aide|adviser|advisor|predecessor|successor)(?: of| to)(?: \w+){0,4} $"
)
_SYLLABLE = re.compile(r"[-‐‑][a-z]|[ -][A-Z][a-z]{1,4}\b")
_GOES_ON = re.compile(r"[ -](?:of\b|[A-Z])")
_WORD_AFTER = re.compile(r"[ \u00a0\n]([^\W\d_]+)")


@dataclass(slots=True)
class _Context:
    """What the document has named in full so far."""

    text: str
    folded: str
    names: Mapping[str, Name]
    latest: dict[str, str] = field(default_factory=dict)
    titled: dict[tuple[str, str], str] = field(default_factory=dict)


def find(
    text: str,
    *,
    automata: Sequence[ahocorasick.Automaton],
    names: Mapping[str, Name],
    language: str,
) -> tuple[Mention, ...]:
    """Mentions in order. Work is linear in the text: each form is bounded in length."""
    context = _Context(text, alike(text), names)
    found: list[Mention] = []
    last = 0
    for start, end, pattern in _candidates(context, automata, language):
        if start < last:
            continue
        mentions = tuple(_mentions(context, start, end, pattern))
        if mentions or not pattern.family:
            last = end
        found += mentions
    return tuple(found)


def _candidates(
    context: _Context, automata: Sequence[ahocorasick.Automaton], language: str
) -> list[tuple[int, int, Pattern]]:
    """Every match with proper edges and case; the leftmost first, the longest of those first."""
    text = context.text
    held = [
        (end + 1 - length, end + 1, pattern)
        for automaton in automata
        if len(automaton)
        for end, (length, pattern) in automaton.iter(context.folded)
        if _has_case(text, end + 1 - length, end + 1, pattern.case)
        and fits(text, end + 1 - length, end + 1)
        and (length > 1 or _stands_alone(text, end, language))
        and not (pattern.short and _is_cut(text, end + 1))
    ]
    held.sort(key=lambda match: (match[0], -match[1]))
    return held


def _has_case(text: str, start: int, end: int, case: str) -> bool:
    if case == "first":
        return text[start].isupper()
    return case != "all" or text[start:end].isupper()


def _is_cut(text: str, end: int) -> bool:
    """Whether another syllable of a Korean name follows: "Cho Hyun-dong", "Kim Song Gi"."""
    return _SYLLABLE.match(text, end) is not None


def _stands_alone(text: str, at: int, language: str) -> bool:
    """One Han character is a country only in Korean headlines ("北, 미사일 발사")."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    neighbours = before + after
    return language == "ko" and not any(is_han(near) or is_hangul(near) for near in neighbours)


def _mentions(context: _Context, start: int, end: int, pattern: Pattern) -> Iterator[Mention]:
    if pattern.family:
        yield from _surname(context, start, end, pattern)
        return
    for name_id, first, last in pattern.names:
        name = context.names[name_id]
        _remember(
            context, name, aside=_RELATIVE_OF.search(context.folded, max(0, start - 60), start)
        )
        acting = name.acts and (not pattern.capital or acts(context.folded, start, end))
        span = Span(start + first, start + last)
        yield Mention(span, name_id, pattern.kind or name.kind, name.actor, acting)


def _remember(context: _Context, name: Name, *, aside: object) -> None:
    """aside: named as somebody's kin ("the sister of leader Kim Jong Un"), so that the bare surname
    stays with the person the sentence is about."""
    if name.actor in (Actor.DPRK, Actor.ROK):
        context.latest.update(HALVES)
    offices = {held.office for held in name.held}
    for family in family_names(name):
        if not aside or family not in context.latest:
            context.latest[family] = name.name_id
        context.titled |= {(family, office): name.name_id for office in offices}


def _surname(context: _Context, start: int, end: int, pattern: Pattern) -> Iterator[Mention]:
    """A bare surname is the person last named in full with it; another given name spoils that."""
    if pattern.family in HALVES:
        yield from _half(context, end, pattern)
        return
    if not is_hangul(context.text[start]) and _is_somebody_else(context, start, end):
        context.latest.pop(pattern.family, None)
        return
    name_id = _by_title(context, start, end, pattern) or context.latest.get(pattern.family)
    if name_id is not None:
        name = context.names[name_id]
        yield Mention(Span(start, end), name_id, name.kind, name.actor, name.acts)


def _by_title(context: _Context, start: int, end: int, pattern: Pattern) -> str | None:
    """Of two named people of one family, the one whose office the title beside it is."""
    text = context.text
    if is_hangul(text[start]):
        title = text[start + 2 : end].rpartition(" ")[2]
    else:
        before = _WORD_BEFORE.search(text, max(0, start - 24), start)
        title = before[1].lower() if before else ""
    held = (context.titled.get((pattern.family, office)) for office in _OFFICES.get(title, ()))
    return next((name_id for name_id in held if name_id), None)


def _half(context: _Context, end: int, pattern: Pattern) -> Iterator[Mention]:
    """ "the North" and "the South" in a text about Korea; not "the North Sea"."""
    half = pattern.family.split()[-1]
    span = Span(end - len(half), end)
    if pattern.family in context.latest and not _GOES_ON.match(context.text, end):
        name = context.names[context.latest[pattern.family]]
        if span.of(context.text)[0].isupper():
            yield Mention(span, name.name_id, name.kind, name.actor, name.acts)


def _is_somebody_else(context: _Context, start: int, end: int) -> bool:
    """Whether a given name stands beside the surname: "John Lee", "Kim Yong-hwan"."""
    text = context.text
    after = _WORD_AFTER.match(text, end)
    if after and _may_be_given(after[1]) and after[1].lower() not in _FOLLOWS_A_SURNAME:
        return True
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    if not before or not _may_be_given(before[1]):
        return False
    return before[1].lower() not in _NOT_A_GIVEN_NAME


def _may_be_given(word: str) -> bool:
    return word[0].isupper() and (len(word) == 1 or not word.isupper())
