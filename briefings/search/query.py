"""The small language of a question: `"exact words" -word speaker:ushakov since:2024-06`.

What is not of the language is words to look for; only a field that is known can be given wrongly.
"""

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from briefings.errors import BadValueError
from briefings.model import Edge, Kind, Span
from briefings.search.said import speakers_like
from briefings.search.stopwords import telling
from briefings.storage.database import Database
from briefings.storage.filters import Filters, source_names
from briefings.storage.index import SpeakerRow
from briefings.storage.rows import speaker_key, stems
from briefings.text.dates import find_dates
from briefings.text.folding import fold, fold_tokens

LONGEST_QUESTION = 1_000  # characters that are looked at
MOST_PARTS = 40
MOST_BESIDE = 7
"""Telling words that may stand beside exact ones. Whoever pastes a sentence that quotes somebody
asks for what it tells, and its quotation marks are its own."""

FIELDS = {
    "speaker": "speaker",
    "화자": "speaker",
    "кто": "speaker",
    "edge": "edge",
    "관계": "edge",
    "связь": "edge",
    "source": "source",
    "출처": "source",
    "источник": "source",
    "kind": "kind",
    "종류": "kind",
    "вид": "kind",
    "lang": "lang",
    "language": "lang",
    "언어": "lang",
    "язык": "lang",
    "since": "since",
    "after": "since",
    "부터": "since",
    "с": "since",
    "until": "until",
    "before": "until",
    "까지": "until",
    "до": "until",
    "has": "has",
}
LANGUAGES = {
    "en": "en",
    "english": "en",
    "영어": "en",
    "английский": "en",
    "ko": "ko",
    "korean": "ko",
    "한국어": "ko",
    "корейский": "ko",
    "ru": "ru",
    "russian": "ru",
    "러시아어": "ru",
    "русский": "ru",
}
_QUOTES = str.maketrans("“”„«»", '"""""')
_PART = re.compile(r'(?<!\S)(-?)(?:([^\W\d_]{1,12}):)?("[^"]{0,300}"|[^\s"]+)')
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class Query:
    """words: what is left to look for. phrases: folded words that stand exactly so; without: folded
    words that do not. fields: what was given for each of them, the last word counting."""

    words: str
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)


def parsed(question: str) -> Query:
    """Never fails: what does not fit the language is words."""
    text = question[:LONGEST_QUESTION].translate(_QUOTES)
    phrases: list[str] = []
    without: list[str] = []
    fields: dict[str, str] = {}
    for minus, name, given in list(_PART.findall(text))[:MOST_PARTS]:
        words = " ".join(fold_tokens(given))
        if name:
            if not minus and fold(name) in FIELDS and words:
                fields[FIELDS[fold(name)]] = given.strip('"')
        elif minus and words and given[0].isalnum() | (given[0] == '"'):
            without.append(words)
        elif not minus and given[0] == '"' and words:
            phrases.append(words)
    left = _PART.sub(_left, text)
    exact = tuple(phrases) if _is_asked_for(phrases, left) else ()
    return Query(left, exact, tuple(without), fields)


def _is_asked_for(phrases: Sequence[str], left: str) -> bool:
    """Whether so few words stand beside the exact ones that it is these that are looked for."""
    words = telling(fold_tokens(left))
    quoted = [word for phrase in phrases for word in telling(phrase.split())]
    return len(words) - len(quoted) <= MOST_BESIDE


def _left(match: re.Match[str]) -> str:
    """What a part leaves to look for: a phrase its words, a filter nothing."""
    minus, name, given = match.groups()
    if name:
        return "" if fold(name) in FIELDS else match[0]
    return "" if minus and (given[0].isalnum() or given[0] == '"') else given.replace('"', " ")


def filters_of(
    query: Query, database: Database, *, shelves: Sequence[int], now: datetime | None
) -> Filters:
    """Raises BadValueError where a filter is given what it cannot be."""
    fields = query.fields
    chosen = _speakers(fields["speaker"], database, shelves) if "speaker" in fields else None
    return Filters(
        edge=_edge(fields["edge"]) if "edge" in fields else None,
        since=days_of("since", fields["since"], now)[0] if "since" in fields else None,
        until=days_of("until", fields["until"], now)[1] if "until" in fields else None,
        sources=_sources(fields["source"], database, shelves) if "source" in fields else None,
        kind=_kind(fields["kind"]) if "kind" in fields else None,
        language=_language(fields["lang"]) if "lang" in fields else None,
        name_ids=None if chosen is None else tuple(row.name_id for row in chosen if row.name_id),
        speakers=None
        if chosen is None
        else tuple(speaker_key(row.name) for row in chosen if not row.name_id),
        quoted=fold(fields.get("has", "")) in {"quote", "quotes", "인용", "цитаты"},
        phrases=tuple(tuple(stems(phrase)) for phrase in query.phrases),
        without=tuple(tuple(stems(phrase)) for phrase in query.without),
    )


def _speakers(given: str, database: Database, shelves: Sequence[int]) -> list[SpeakerRow]:
    chosen = speakers_like(database, given, shelves=shelves)
    if not chosen:
        raise _bad("speaker", given, "choice")
    return chosen


def _edge(given: str) -> Edge:
    sides = frozenset(_SIDES.get(side, side) for side in fold_tokens(given.replace("-", " ")))
    for edge in Edge:
        if frozenset(edge.value.split("-")) == sides:
            return edge
    raise _bad("edge", given, "edge")


_SIDES = {"nk": "dprk", "sk": "rok", "ru": "russia", "북": "dprk", "남": "rok", "러": "russia"}


def _kind(given: str) -> Kind:
    try:
        return Kind(fold(given))
    except ValueError as error:
        raise _bad("kind", given, "kind") from error


def _language(given: str) -> str:
    language = LANGUAGES.get(fold(given))
    if language is None:
        raise _bad("lang", given, "language")
    return language


def _sources(given: str, database: Database, shelves: Sequence[int]) -> tuple[int, ...]:
    """The source of exactly this name, or else all whose names hold these words."""
    names = {
        key: " ".join(fold_tokens(name))
        for key, name in source_names(database, shelves=shelves).items()
    }
    typed = " ".join(fold_tokens(given))
    exact = tuple(key for key, name in names.items() if name == typed)
    found = exact or tuple(key for key, name in names.items() if typed in name)
    if not found:
        raise _bad("source", given, "choice")
    return found


def days_of(name: str, given: str, now: datetime | None) -> tuple[date, date]:
    """First and last day of "2024-06", "June 2024", "last week"."""
    iso = _ISO.fullmatch(given)
    try:
        if iso:
            return _span(*(int(part) if part else None for part in iso.groups()))
    except ValueError as error:
        raise _bad(name, given, "day") from error
    words = given.replace("_", " ") if now is None or "-" not in given else given.replace("-", " ")
    for mention in find_dates(words, [Span(0, len(words))], anchor=now):
        if mention.when is not None:
            return mention.when.first, mention.when.last
    raise _bad(name, given, "day")


def _span(year: int | None, month: int | None, day: int | None) -> tuple[date, date]:
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def _bad(name: str, given: str, wanted: str) -> BadValueError:
    return BadValueError(f"“{given}” is no {name}", name=name, given=given, wanted=wanted)
