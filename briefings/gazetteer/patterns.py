"""Names → one Aho-Corasick automaton over folded forms."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import ahocorasick

from briefings.gazetteer.inflect import adjective_forms, inflected, plain
from briefings.gazetteer.load import Loaded
from briefings.gazetteer.name import Name
from briefings.model import Actor, NameKind
from briefings.text.alike import alike

_KOREAN_TITLES = (
    *("대통령", "전 대통령", "위원장", "국무위원장", "총비서", "장관", "외무상", "국방상", "총리"),
    *("부부장", "제1부부장", "실장", "대표", "의원", "차관", "당선인", "후보", "본부장", "대사"),
    *("주석", "총서기", "부장"),
)
_LONGEST_ABBREVIATION = 6
_CYRILLIC = re.compile("[\u0400-\u04ff]")
HALVES = {"the north": "north-korea", "the south": "south-korea"}
"""What Korean news calls the two states once one of them has been named."""

_STRICT = {"": 0, "first": 1, "all": 2}


class Pattern(NamedTuple):
    """What a folded form means. names: several where one word names several, each with the slice
    (start, end) of the form it stands for. case: "" any, "first" a capital, "all" capitals.
    family: the folded family name of a form that counts only after a full name. short: a Korean
    name of two words, which a third may make another's ("Cho Hyun-dong")."""

    names: tuple[tuple[str, int, int], ...]
    kind: NameKind | None = None
    case: str = ""
    family: str = ""
    capital: bool = False
    short: bool = False


@dataclass(slots=True)
class Patterns:
    """Folded form → pattern, first come first kept; of two spellings the less strict in case.

    cyrillic: whether forms with a Cyrillic letter are kept or all the others; None for both.
    """

    by_form: dict[str, Pattern] = field(default_factory=dict)
    cyrillic: bool | None = None

    def wants(self, form: str) -> bool:
        return self.cyrillic is None or self.cyrillic == has_cyrillic(form)

    def add(self, form: str, pattern: Pattern) -> None:
        if not self.wants(form):
            return
        folded = alike(form)
        known = self.by_form.setdefault(folded, pattern)
        if known is pattern or known.names != pattern.names:
            return
        if _STRICT[pattern.case] < _STRICT[known.case]:
            self.by_form[folded] = pattern

    def automaton(self) -> ahocorasick.Automaton:
        built = ahocorasick.Automaton()
        for form, pattern in self.by_form.items():
            built.add_word(form, (len(form), pattern))
        if self.by_form:
            built.make_automaton()
        return built


def patterns_of(names: Iterable[Name], loaded: Loaded) -> Patterns:
    """Every form of every name, the blockers, and the forms that need a fuller one before them."""
    return _gathered(names, loaded, Patterns())


def patterns_in(names: Iterable[Name], loaded: Loaded, *, cyrillic: bool) -> Patterns:
    """Those in Cyrillic, which bend into five cases; or all the others."""
    return _gathered(names, loaded, Patterns(cyrillic=cyrillic))


def has_cyrillic(text: str) -> bool:
    return _CYRILLIC.search(text) is not None


def _gathered(names: Iterable[Name], loaded: Loaded, patterns: Patterns) -> Patterns:
    for form in loaded.blockers:
        patterns.add(form, Pattern((), case=_case(form)))
    listed = tuple(names)
    for name in listed:
        for form, pattern in _forms(name, patterns):
            patterns.add(form, pattern)
    for form, slices in loaded.pairs.items():
        named = tuple((name_id, at, at + 1) for at, name_id in slices)
        patterns.add(form, Pattern(named))
    for form, both in loaded.both.items():
        for spelled in (form, *(adjective_forms(form) if patterns.wants(form) else ())):
            named = tuple((name_id, 0, len(spelled)) for name_id in both)
            patterns.add(spelled, Pattern(named))
    for half in HALVES:
        patterns.add(half, Pattern((), family=half))
    _add_surnames(patterns, [name for name in listed if name.kind is NameKind.PERSON])
    return patterns


def _case(form: str) -> str:
    if not form[0].isupper():
        return ""
    if form.isupper() and sum(map(str.isalpha, form)) <= _LONGEST_ABBREVIATION:
        return "all"
    return "first"


def _forms(name: Name, patterns: Patterns) -> Iterator[tuple[str, Pattern]]:
    """Where Cyrillic is not wanted, nothing is bent that has it."""
    for language, forms in name.forms.items():
        for form in forms:
            if patterns.wants(form) or not has_cyrillic(form):
                yield from (
                    (spelled, _pattern(name, spelled)) for spelled in _spelled(name, form, language)
                )
    for form in filter(patterns.wants, name.capitals):
        for spelled in (form, *(inflected(form) if _is_cyrillic(form) else ())):
            yield spelled, _pattern(name, spelled, capital=True)
    for form in filter(patterns.wants, name.adjectives):
        for spelled in (form, *(adjective_forms(form) if _is_cyrillic(form) else ())):
            yield spelled, _pattern(name, spelled, kind=NameKind.NATIONALITY)


def _spelled(name: Name, form: str, language: str) -> Iterator[str]:
    """The form as written, bent in Russian, and with the given name of a Korean in one word."""
    person = name.kind is NameKind.PERSON
    yield plain(form)
    if language == "ru":
        yield from inflected(form, feminine=name.feminine, person=person)
    elif person and language == "en" and _is_korean(name):
        yield _joined(form)


def _pattern(
    name: Name, form: str, *, kind: NameKind | None = None, capital: bool = False
) -> Pattern:
    named = ((name.name_id, 0, len(form)),)
    short = name.kind is NameKind.PERSON and _is_korean(name) and form.count(" ") == 1
    return Pattern(named, kind=kind, case=_case(form), capital=capital, short=short)


def _joined(form: str) -> str:
    """ "Kim Jong Un" → "Kim Jongun"."""
    family, _, given = form.partition(" ")
    return f"{family} {given.replace(' ', '').capitalize()}"


def _is_cyrillic(form: str) -> bool:
    return "а" <= form[0].lower() <= "я"


def family_names(name: Name) -> tuple[str, ...]:
    """The folded family names that stand for a person once the full name has been read."""
    if not name.surnames:
        return ()
    korean = tuple(form[0] for form in name.forms.get("ko", ())[:1] if _is_korean(name))
    return tuple(dict.fromkeys(alike(surname) for surname in name.surnames)) + korean


def _add_surnames(patterns: Patterns, names: Sequence[Name]) -> None:
    for name in names:
        for family in family_names(name):
            if not patterns.wants(family):
                continue
            for spelled in _surname_forms(family, feminine=name.feminine):
                patterns.add(spelled, Pattern((), case=_surname_case(spelled), family=family))


def _surname_case(spelled: str) -> str:
    return "" if "가" <= spelled[0] <= "힣" else "first"


def _surname_forms(family: str, *, feminine: bool) -> Iterator[str]:
    if "가" <= family[0] <= "힣":
        yield from (f"{family} {title}" for title in _KOREAN_TITLES)
        return
    yield family
    if _is_cyrillic(family):
        capital = family.capitalize()
        yield from inflected(capital, feminine=feminine, person=True)


def _is_korean(name: Name) -> bool:
    return name.actor in (Actor.DPRK, Actor.ROK)
