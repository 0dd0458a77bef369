"""Small worlds: articles of a few sentences, read by rules so plain that a test sees them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import combinations
from typing import Any

from briefings.model import (
    Actor,
    Article,
    Block,
    BlockKind,
    DateMention,
    Edge,
    Edition,
    Extraction,
    Flag,
    Item,
    Kind,
    Medium,
    Mention,
    Mood,
    NameKind,
    Precision,
    Quote,
    Reading,
    Sentence,
    Span,
    Statement,
    Tier,
    When,
    Window,
)

_NAMES = {
    "Putin": ("vladimir-putin", NameKind.PERSON, Actor.RUSSIA),
    "Lavrov": ("sergey-lavrov", NameKind.PERSON, Actor.RUSSIA),
    "Peskov": ("dmitry-peskov", NameKind.PERSON, Actor.RUSSIA),
    "Kim Jong Un": ("kim-jong-un", NameKind.PERSON, Actor.DPRK),
    "Choe Son Hui": ("choe-son-hui", NameKind.PERSON, Actor.DPRK),
    "Cho Tae-yul": ("cho-tae-yul", NameKind.PERSON, Actor.ROK),
    "North Korea": ("dprk", NameKind.GOVERNMENT, Actor.DPRK),
    "Pyongyang": ("pyongyang", NameKind.GOVERNMENT, Actor.DPRK),
    "KCNA": ("kcna", NameKind.MEDIA, Actor.DPRK),
    "South Korea": ("rok", NameKind.GOVERNMENT, Actor.ROK),
    "Seoul": ("seoul", NameKind.GOVERNMENT, Actor.ROK),
    "Russia": ("russia", NameKind.GOVERNMENT, Actor.RUSSIA),
    "Moscow": ("moscow", NameKind.GOVERNMENT, Actor.RUSSIA),
    "Путин": ("vladimir-putin", NameKind.PERSON, Actor.RUSSIA),
    "Цой Сон Хи": ("choe-son-hui", NameKind.PERSON, Actor.DPRK),
    "푸틴": ("vladimir-putin", NameKind.PERSON, Actor.RUSSIA),
    "최선희": ("choe-son-hui", NameKind.PERSON, Actor.DPRK),
    "Kursk": ("kursk", NameKind.PLACE, Actor.RUSSIA),
    "Pentagon": ("pentagon", NameKind.MINISTRY, Actor.USA),
    "Россию": ("russia", NameKind.GOVERNMENT, Actor.RUSSIA),
    "России": ("russia", NameKind.GOVERNMENT, Actor.RUSSIA),
    "КНДР": ("dprk", NameKind.GOVERNMENT, Actor.DPRK),
    "Владивостоке": ("vladivostok", NameKind.PLACE, Actor.RUSSIA),
    "Восточном": ("vostochny", NameKind.PLACE, Actor.RUSSIA),
    "북한": ("dprk", NameKind.GOVERNMENT, Actor.DPRK),
    "러시아": ("russia", NameKind.GOVERNMENT, Actor.RUSSIA),
    "보스토치니": ("vostochny", NameKind.PLACE, Actor.RUSSIA),
    "블라디보스토크": ("vladivostok", NameKind.PLACE, Actor.RUSSIA),
    "China": ("china", NameKind.GOVERNMENT, Actor.CHINA),
    "Beijing": ("beijing", NameKind.GOVERNMENT, Actor.CHINA),
}
_NAME = re.compile("|".join(sorted(_NAMES, key=len, reverse=True)))
_CORNERS = {
    frozenset({Actor.DPRK, Actor.RUSSIA}): Edge.DPRK_RUSSIA,
    frozenset({Actor.RUSSIA, Actor.ROK}): Edge.RUSSIA_ROK,
    frozenset({Actor.DPRK, Actor.ROK}): Edge.DPRK_ROK,
}
_MARKED = re.compile(r"“([^”]+)”")
_LEANING = re.compile(r"(?:This|They|He|It|However|Second),? ")


@dataclass(frozen=True)
class Told:
    """A sentence and what the reader would say of it. `day` may be a date or (first, last)."""

    words: str
    mood: Mood = Mood.EVENT
    day: date | tuple[date, date] | None = None
    weight: float = 0.5
    speaker: str | None = None
    reported: str | None = None
    said: date | None = None
    medium: Medium = Medium.SPOKEN
    block: BlockKind = BlockKind.BODY
    paragraph: bool = True


def when(day: date | tuple[date, date]) -> When:
    first, last = (day, day) if isinstance(day, date) else day
    exact = first == last
    edtf = first.isoformat() if exact else f"{first}/{last}"
    return When(first, last, Precision.DAY if exact else Precision.MONTH, edtf)


def article(
    document_id: int,
    *told: Told | str,
    published: datetime | None = None,
    published_on: date | None = None,
    first_seen: datetime | None = None,
    source: str = "",
    kind: Kind = Kind.NEWS,
    flags: Iterable[Flag] = (),
    near_duplicate_of: int | None = None,
    removed_at: datetime | None = None,
    version: int = 1,
    language: str = "en",
) -> Article:
    sentences = [Told(each) if isinstance(each, str) else each for each in told]
    reading = replace(_reading(sentences, kind, frozenset(flags)), language=language)
    text = reading.extraction.text
    return Article(
        document_id=document_id,
        version_id=document_id * 10 + version,
        version=version,
        shelf_id=1,
        source=source or f"Source {document_id}",
        title=f"Title {document_id}",
        url=f"https://example.org/{document_id}",
        published=published,
        published_on=published_on or (published.date() if published else None),
        first_seen=first_seen or published or datetime(2025, 5, 1, tzinfo=UTC),
        origin="paste",
        added_by=None,
        digest=sha256(text.encode()).hexdigest(),
        near_duplicate_of=near_duplicate_of,
        removed_at=removed_at,
        reading=reading,
    )


def window(until: datetime, *, since: datetime | None = None, hours: int = 72) -> Window:
    return Window(since or datetime(2000, 1, 1, tzinfo=UTC), until, hours)


def printed(edition: Edition) -> list[Item]:
    """What the sections print, in their order."""
    return [item for section in edition.sections for item in section.items]


def words(items: Iterable[Item]) -> list[str]:
    return [item.extract.words for item in items]


def everything(edition: Edition) -> list[Item]:
    pointed = [item for difference in edition.differences for item in difference.items]
    return [*edition.bottom_line, *printed(edition), *pointed]


def _reading(told: Sequence[Told], kind: Kind, flags: frozenset[Flag]) -> Reading:
    spans, text = [], ""
    for each in told:
        text += ("\n\n" if each.paragraph else " ") if text else ""
        spans.append(Span(len(text), len(text) + len(each.words)))
        text += each.words
    mentions = tuple(
        Mention(Span(*match.span()), *named, acts=named[1] is not NameKind.PLACE)
        for match in _NAME.finditer(text)
        for named in [_NAMES[match[0]]]
    )
    sentences = tuple(
        _sentence(each, span, mentions) for each, span in zip(told, spans, strict=True)
    )
    quotes = [q for each, span in zip(told, spans, strict=True) for q in _quotes(text, each, span)]
    statements = [
        s for each, span in zip(told, spans, strict=True) for s in _statements(text, each, span)
    ]
    return Reading(
        extraction=Extraction(
            text, tuple(Block(span, BlockKind.BODY) for span in spans), "text/plain", "utf-8"
        ),
        language="en",
        kind=kind,
        flags=flags,
        sentences=sentences,
        quotes=tuple(quotes),
        statements=tuple(statements),
        mentions=mentions,
        dates=tuple(DateMention(s.span, s.when) for s in sentences if s.when),
        summary=tuple(range(min(3, len(told)))),
        edges=tuple(dict.fromkeys(edge for s in sentences for edge in s.edges)),
    )


def _sentence(told: Told, span: Span, mentions: Sequence[Mention]) -> Sentence:
    actors = list(dict.fromkeys(m.actor for m in mentions if span.holds(m.span)))
    pairs = (frozenset(pair) for pair in combinations(actors, 2))
    return Sentence(
        span=span,
        block=told.block,
        actors=frozenset(actors),
        edges=tuple(_CORNERS[pair] for pair in pairs if pair in _CORNERS),
        mood=told.mood,
        when=when(told.day) if told.day else None,
        stands_alone=not _LEANING.match(told.words),
        weight=told.weight,
    )


def _quotes(text: str, told: Told, span: Span) -> list[Quote]:
    if told.speaker is None:
        return []
    return [
        Quote(Span(*match.span(1)), **_voice(text, told, span))
        for match in _MARKED.finditer(text, span.start, span.end)
    ]


def _statements(text: str, told: Told, span: Span) -> list[Statement]:
    if told.speaker is None or told.reported is None:
        return []
    start = text.index(told.reported, span.start)
    return [Statement(Span(start, start + len(told.reported)), **_voice(text, told, span))]


def _voice(text: str, told: Told, span: Span) -> dict[str, Any]:
    assert told.speaker is not None
    start = text.index(told.speaker)
    speaker = Span(start, start + len(told.speaker))
    known = _NAME.search(told.speaker)
    return {
        "sentence": span,
        "speaker": speaker,
        "attribution": speaker,
        "cue": speaker,
        "medium": told.medium,
        "tier": Tier.A,
        "name_id": _NAMES[known[0]][0] if known else None,
        "actor": _NAMES[known[0]][2] if known else None,
        "said": when(told.said) if told.said else None,
    }
