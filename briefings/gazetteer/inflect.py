"""Russian forms of a name in the oblique cases: light rules by ending, no dictionary.

The rules are those of school grammars (hard and soft nouns, adjectives, surnames in -ov, -in,
-sky). A wrong form costs nothing: it is a string that no text holds.
"""

import re
from functools import lru_cache

Endings = tuple[tuple[str, tuple[str, ...]], ...]

CASES = 5
"""Genitive, dative, accusative (of what breathes), instrumental, prepositional."""

_ADJECTIVES: Endings = (
    ("ский", ("ского", "скому", "ского", "ским", "ском")),
    ("цкий", ("цкого", "цкому", "цкого", "цким", "цком")),
    ("жий", ("жего", "жему", "жий", "жим", "жем")),
    ("ний", ("него", "нему", "ний", "ним", "нем")),
    ("ый", ("ого", "ому", "ый", "ым", "ом")),
    ("ой", ("ого", "ому", "ой", "ым", "ом")),
    ("кое", ("кого", "кому", "кое", "ким", "ком")),
    ("ое", ("ого", "ому", "ое", "ым", "ом")),
    ("ее", ("его", "ему", "ее", "им", "ем")),
    ("ая", ("ой", "ой", "ую", "ой", "ой")),
    ("яя", ("ей", "ей", "юю", "ей", "ей")),
    ("кие", ("ких", "ким", "кие", "кими", "ких")),
    ("ие", ("их", "им", "ие", "ими", "их")),
    ("ые", ("ых", "ым", "ые", "ыми", "ых")),
)
_NOUNS: Endings = (
    ("ов", ("ова", "ову", "ова", "овым", "ове")),
    ("ев", ("ева", "еву", "ева", "евым", "еве")),
    ("ин", ("ина", "ину", "ина", "иным", "ине")),
    ("ец", ("ца", "цу", "ца", "цем", "це")),
    ("ия", ("ии", "ии", "ию", "ией", "ии")),
    ("ие", ("ия", "ию", "ие", "ием", "ии")),
    ("ья", ("ьи", "ье", "ью", "ьей", "ье")),
    ("я", ("и", "е", "ю", "ей", "е")),
    ("ка", ("ки", "ке", "ку", "кой", "ке")),
    ("га", ("ги", "ге", "гу", "гой", "ге")),
    ("а", ("ы", "е", "у", "ой", "е")),
    ("ий", ("ия", "ию", "ия", "ием", "ии")),
    ("й", ("я", "ю", "я", "ем", "е")),
    ("ль", ("ля", "лю", "ля", "лем", "ле")),
    ("нь", ("ня", "ню", "нь", "нем", "не")),
    ("рь", ("ря", "рю", "ря", "рем", "ре")),
    ("ь", ("и", "и", "ь", "ью", "и")),
    ("цы", ("цев", "цам", "цев", "цами", "цах")),
    ("яне", ("ян", "янам", "ян", "янами", "янах")),
    ("во", ("ва", "ву", "во", "вом", "ве")),
    ("таты", ("татов", "татам", "таты", "татами", "татах")),
    ("ы", ("", "ам", "ы", "ами", "ах")),
)
_FEMALE_SURNAMES: Endings = (
    ("ова", ("овой", "овой", "ову", "овой", "овой")),
    ("ева", ("евой", "евой", "еву", "евой", "евой")),
    ("ина", ("иной", "иной", "ину", "иной", "иной")),
    ("ия", ("ии", "ии", "ию", "ией", "ии")),
    ("а", ("ы", "е", "у", "ой", "е")),
)
_HARD = ("а", "у", "а", "ом", "е")
_FIXED = re.compile(r"[А-ЯЁA-Z\d.«»\"]+|.*[оиуюэ]|[а-яё]{1,3}|.*[^а-яё]", re.DOTALL)
_ADJECTIVE_END = re.compile(r"(?:ский|цкий|жий|ний|[ыо]й|[ое]е|[ая]я|[иы]е)$")


def inflected(form: str, *, feminine: bool = False, person: bool = False) -> tuple[str, ...]:
    """The oblique forms of a name; words after " / " keep theirs ("Совет / Безопасности")."""
    head, slash, tail = form.partition(" / ")
    words = head.split(" ")
    if person and len(words) >= 3 and not words[-1].endswith(("ов", "ев", "ин", "ий")):
        words = [" ".join(words[:-1]), words[-1]]  # Ким Чен Ын: the last syllable alone bends
        columns = [(words[0],) * CASES, _word(words[1], feminine=feminine, person=True)]
    else:
        columns = [_word(word, feminine=feminine, person=person) for word in words]
    ending = f" {tail}" if slash else ""
    bent = (" ".join(case) + ending for case in zip(*columns, strict=True))
    return tuple(dict.fromkeys(bent))


def adjective_forms(form: str) -> tuple[str, ...]:
    """All genders, numbers and cases of an adjective in -ий; a noun bends as a noun."""
    if not form.endswith("ский"):
        return inflected(form)
    stem = form.removesuffix("ий")
    endings = ("ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими", "о")
    return tuple(stem + ending for ending in endings)


def plain(form: str) -> str:
    """The form as it is written, without the mark that says which words bend."""
    return form.replace(" / ", " ")


@lru_cache(maxsize=2048)
def _word(word: str, *, feminine: bool, person: bool) -> tuple[str, ...]:
    if _FIXED.fullmatch(word) and not (not person and _ADJECTIVE_END.search(word)):
        return (word,) * CASES
    if feminine:
        return _by_table(word, _FEMALE_SURNAMES) or (word,) * CASES
    if person:
        table = _ADJECTIVES[:2] + _NOUNS
    else:
        table = _ADJECTIVES + tuple(row for row in _NOUNS if row[0] not in ("ов", "ев", "ин"))
    bent = _by_table(word, table)
    return bent or tuple(word + ending for ending in _HARD)


def _by_table(word: str, table: Endings) -> tuple[str, ...] | None:
    for ending, cases in table:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            return tuple(stem + case for case in cases)
    return None
