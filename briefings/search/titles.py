"""Titles while somebody types."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz import fuzz

from briefings.search.question import Stems, Word, words_of
from briefings.search.spelling import completions
from briefings.storage.database import Database
from briefings.storage.index import TitleRow, title_rows
from briefings.text.folding import fold_tokens

LEAST_SHARE = 0.5
COMPLETION_WORTH = 0.95


@dataclass(frozen=True, slots=True)
class TitleHit:
    """A title with what tells it from its neighbours in a list."""

    document_id: int
    title: str
    source: str
    published_on: date | None
    score: float


def suggest_titles(
    database: Database, typed: str, *, shelves: Sequence[int], limit: int = 25
) -> tuple[TitleHit, ...]:
    """Titles for what is typed so far, best first; the newest ones when nothing is typed yet."""
    rows = title_rows(database, shelves=shelves)
    titles = {row.document_id: Stems(row.title) for row in rows}
    if not fold_tokens(typed):
        newest = sorted(rows, key=lambda row: row.published_on or date.min, reverse=True)
        return tuple(_hit(row, 0.0) for row in newest[:limit])
    frequency: dict[str, int] = {}
    for title in titles.values():
        for word in set(title.tokens):
            frequency[word] = frequency.get(word, 0) + 1
    asked = _with_completion(words_of(typed, frequency, documents=len(rows)), typed, frequency)
    hits = [_hit(row, _score(asked, titles[row.document_id])) for row in rows]
    good = [hit for hit in hits if hit.score >= LEAST_SHARE]
    good.sort(key=lambda hit: (-hit.score, -(hit.published_on or date.min).toordinal()))
    return tuple(good[:limit])


def _hit(row: TitleRow, score: float) -> TitleHit:
    return TitleHit(row.document_id, row.title, row.source, row.published_on, score)


def _with_completion(
    words: Sequence[Word], typed: str, vocabulary: Mapping[str, int]
) -> tuple[Word, ...]:
    """The last word may still be half typed, unless a space ends it."""
    if not words or typed[-1:].isspace():
        return tuple(words)
    last = words[-1]
    more = dict.fromkeys(completions(last.typed, vocabulary), COMPLETION_WORTH)
    return (*words[:-1], replace(last, forms={**more, **last.forms}))


def _score(words: Sequence[Word], title: Stems) -> float:
    """Share of the weight found in the title, plus a little for likeness to what was typed."""
    whole = sum(word.weight for word in words) or 1.0
    share = sum(word.weight * title.worth(word) for word in words) / whole
    typed = " ".join(word.typed for word in words)
    return share + fuzz.token_set_ratio(typed, " ".join(title.tokens)) / 1000
