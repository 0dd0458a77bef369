"""Learn the people a text introduces and the gazetteer does not know.

A title and a full name, or a full name that speaks, makes a person; the bare surname means that
person from there on. Nobody is learned from a byline, a credit or an editor's note.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from re import Match

from briefings.model import Actor, Mention, NameKind, Span
from briefings.text.alike import alike
from briefings.text.headlines import is_headline
from briefings.text.name_patterns import (
    BYLINE,
    BYLINE_KO,
    BYLINE_RU,
    BYLINE_WORD,
    EXPERT_WORDS,
    KOREAN_FAMILIES_EN,
    LEARNED_AFTER,
    LEARNED_BEFORE,
    LEARNED_WORD,
    NOT_A_FAMILY,
    NOT_A_NAME,
    NOT_A_NAME_KO,
    SPEECH_AFTER,
    SPEECH_BEFORE,
    STATE_AFTER,
    STATE_BEFORE,
    STATE_WORD,
    TITLED_KO,
    TITLED_RU,
)
from briefings.text.name_runs import Run, runs

MOST_LEARNED = 200
"""People learned from one document; a longer list is a directory."""

_REACH = 60
"""Characters before a name in which its country is looked for."""


@dataclass(frozen=True, slots=True)
class _Person:
    name_id: str
    actor: Actor
    acts: bool
    family: str
    since: int


def learn_people(
    text: str, sentences: Sequence[Span], mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Mentions of people whom `mentions` lack, full names and later surnames, in order.

    None overlaps a given mention or another. `name_id` is "~" and the folded name; a person acts
    for a country only with an office of it, never as an expert.
    """
    taken = _Taken(mentions)
    people: dict[str, _Person] = {}
    found: dict[Span, Mention] = {}
    for span, actor, acts in _introduced(text, sentences, mentions):
        if taken.overlaps(span) or len(people) >= MOST_LEARNED:
            continue
        name_id = "~" + " ".join(alike(span.of(text)).split())
        person = people.setdefault(
            name_id, _Person(name_id, actor, acts, family_of(span.of(text)), span.start)
        )
        found[span] = _mention(span, person)
    for span, person in _again(text, tuple(people.values()), found):
        if not taken.overlaps(span) and _in_a_sentence(span, sentences):
            found[span] = _mention(span, person)
    return tuple(found[span] for span in sorted(found))


def join_mentions(*groups: Sequence[Mention]) -> tuple[Mention, ...]:
    """Mentions of several finders in one order."""
    return tuple(sorted((m for group in groups for m in group), key=lambda m: m.span))


def family_of(name: str) -> str:
    """The surname of a full name: the first word of a Korean one, else the last."""
    if "가" <= name[0] <= "힣":
        return name[0]
    words = name.split()
    korean = words[0].lower() in KOREAN_FAMILIES_EN and len(words) <= 3
    return words[0] if korean and _looks_korean(words[1:]) else words[-1]


def _looks_korean(given: Sequence[str]) -> bool:
    return len(given) == 2 or any(re.search(r"[-‑]", part) for part in given) or len(given[0]) <= 5


class _Taken:
    """The spans that are names already; they do not overlap and are in order."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._spans = sorted({mention.span for mention in mentions})
        self._ends = [span.end for span in self._spans]

    def overlaps(self, span: Span) -> bool:
        at = bisect_left(self._ends, span.start + 1)
        return at < len(self._spans) and self._spans[at].overlaps(span)


def _mention(span: Span, person: _Person) -> Mention:
    return Mention(span, person.name_id, NameKind.PERSON, person.actor, person.acts)


def _introduced(
    text: str, sentences: Sequence[Span], mentions: Sequence[Mention]
) -> Iterator[tuple[Span, Actor, bool]]:
    starts = [mention.span.start for mention in mentions]
    scripts = _Scripts(text)
    for sentence in sentences:
        if is_headline(text, sentence):
            continue
        for span, office in scripts.introductions(sentence):
            if _is_byline(text, sentence, span):
                continue
            actor = _country(mentions, starts, Span(sentence.start, span.start))
            yield span, actor, office and actor is not Actor.OTHER


class _Scripts:
    """Introductions of people by the scripts that occur in the text; each with: in an office?"""

    def __init__(self, text: str) -> None:
        self._text = text
        self._korean = re.search("[가-힣]", text) is not None
        self._russian = re.search("[а-я]", text) is not None

    def introductions(self, sentence: Span) -> Iterator[tuple[Span, bool]]:
        text = self._text
        for run in runs(text, sentence):
            office = _standing(text, run, sentence)
            if office is not None:
                yield run.name, office
        if self._korean:
            for match in TITLED_KO.finditer(text, *sentence):
                if not NOT_A_NAME_KO.match(match["name"]):
                    yield Span(*match.span("name")), not EXPERT_WORDS.search(match[0])
        if self._russian:
            for match in TITLED_RU.finditer(text, *sentence):
                yield Span(*match.span("name")), not EXPERT_WORDS.search(match[0])


def _standing(text: str, run: Run, sentence: Span) -> bool | None:
    """True with an office, False as an expert or a mere speaker, None if nothing makes a person."""
    before = text[max(sentence.start, run.name.start - 24) : run.name.start]
    after = run.name.end, min(sentence.end, run.name.end + 160)
    if BYLINE_WORD.search(run.title):
        return None
    if LEARNED_BEFORE.search(before) or LEARNED_WORD.search(run.title):
        return False
    if STATE_BEFORE.search(before) or STATE_WORD.search(run.title):
        return True
    if not LEARNED_AFTER.match(text, *after) and STATE_AFTER.match(text, *after):
        return True
    return False if _speaks_or_knows(text, before, after) else None


def _speaks_or_knows(text: str, before: str, after: tuple[int, int]) -> bool:
    introduced = LEARNED_AFTER.match(text, *after) or SPEECH_AFTER.match(text, *after)
    return bool(introduced or SPEECH_BEFORE.search(before))


def _is_byline(text: str, sentence: Span, span: Span) -> bool:
    before = text[max(sentence.start, span.start - 80) : span.start]
    after = text[span.end : span.end + 12]
    if BYLINE_KO.match(after) or after.lstrip().startswith(("/", "|")):
        return True
    return bool(BYLINE.search(before) or BYLINE_RU.search(before))


def _country(mentions: Sequence[Mention], starts: Sequence[int], before: Span) -> Actor:
    """The side of the nearest country or office named just before the name in its sentence."""
    at = bisect_left(starts, before.end) - 1
    if at < 0:
        return Actor.OTHER
    near = mentions[at]
    if near.span.start < before.start or before.end - near.span.end > _REACH:
        return Actor.OTHER
    countries = (NameKind.NATIONALITY, NameKind.OFFICE, NameKind.GOVERNMENT, NameKind.MINISTRY)
    return near.actor if near.kind in countries else Actor.OTHER


def _again(
    text: str, people: Sequence[_Person], found: dict[Span, Mention]
) -> Iterator[tuple[Span, _Person]]:
    """Bare surnames after the full name, in one pass; the latest full name with it decides."""
    by_family: dict[str, list[_Person]] = {}
    known = (person for person in people if person.family.lower() not in NOT_A_FAMILY)
    for person in sorted(known, key=lambda person: person.since):
        by_family.setdefault(person.family, []).append(person)
    if not by_family:
        return
    taken = _Taken(list(found.values()))
    for match in _surnames(by_family).finditer(text):
        owners = [p for p in by_family[_key(match, by_family)] if p.since < match.start()]
        span = Span(*match.span())
        if owners and not taken.overlaps(span) and not _has_given_name(text, span):
            yield span, owners[-1]


def _surnames(families: dict[str, list[_Person]]) -> re.Pattern[str]:
    latin = [re.escape(f) for f in families if not "가" <= f[0] <= "힣" and not _is_cyrillic(f)]
    korean = [f for f in families if "가" <= f[0] <= "힣"]
    russian = [re.escape(_stem(f)) for f in families if _is_cyrillic(f)]
    parts = []
    if latin:
        parts.append(rf"\b(?P<en>{'|'.join(latin)})\b")
    if korean:
        titles = (
            "교수|대변인|연구위원|박사|의원|장관|차관|대사|국장|실장|원장|센터장|소장|위원|본부장"
        )
        parts.append(rf"(?<![가-힣])(?P<ko>{'|'.join(korean)})\s(?:{titles})(?![가-힣]{{3}})")
    if russian:
        parts.append(rf"\b(?P<ru>{'|'.join(russian)})[а-яё]{{0,3}}\b")
    return re.compile("|".join(parts))


def _key(match: Match[str], families: dict[str, list[_Person]]) -> str:
    found = match[match.lastgroup or 0]
    if match.lastgroup != "ru":
        return found
    return next(family for family in families if _stem(family) == found)


def _stem(family: str) -> str:
    return family.rstrip("аяйоеыиуюь") or family


def _is_cyrillic(word: str) -> bool:
    return "а" <= word[0].lower() <= "я"


def _has_given_name(text: str, span: Span) -> bool:
    """Another name's word on either side: "Kim Min-jun" is not the Kim learned before."""
    after = re.match(r"\s([A-Z][a-z]+)", text[span.end : span.end + 20])
    if after and after[1].lower() not in NOT_A_NAME:
        return True
    before = re.search(r"([A-Z][a-z-]+)\s$", text[max(0, span.start - 20) : span.start])
    return bool(before and before[1].lower() not in NOT_A_NAME)


def _in_a_sentence(span: Span, sentences: Sequence[Span]) -> bool:
    at = bisect_left(sentences, span.start + 1, key=lambda sentence: sentence.start) - 1
    return at >= 0 and sentences[at].holds(span)
