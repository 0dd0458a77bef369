"""Who said what: quotes by speaker, subject and edge."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefings.gazetteer.added import gazetteer_with
from briefings.model import Edge
from briefings.search.lexicon import Lexicon
from briefings.search.question import Stems, words_of
from briefings.search.standing import standing
from briefings.storage.database import Database
from briefings.storage.index import SpeakerRow
from briefings.storage.names import names_on
from briefings.storage.utterances import UtteranceRow, find_utterances
from briefings.text.folding import fold_tokens

MOST_ROWS = 200
MOST_LIKE = 25
LEAST_LIKE = 0.7
"""Of what was typed, by weight, that a speaker's name has to hold."""


@dataclass(frozen=True, slots=True)
class QuoteAnswer:
    """Quotes, newest first; speakers: the names they were looked up under, as documents give
    them; nearest: other speakers to offer when nothing was found."""

    rows: tuple[UtteranceRow, ...]
    speakers: tuple[str, ...]
    nearest: tuple[str, ...]


def suggest_speakers(
    database: Database, typed: str, *, shelves: Sequence[int], limit: int = 25
) -> tuple[str, ...]:
    """Speakers whose names are like what is typed so far; the most quoted ones for nothing."""
    if not fold_tokens(typed):
        with standing(database).speakers(database, shelves) as speakers:
            return tuple(row.name for row in speakers.rows[:limit])
    return tuple(row.name for row in speakers_like(database, typed, shelves=shelves)[:limit])


def find_quotes(
    database: Database,
    *,
    shelves: Sequence[int],
    speaker: str | None = None,
    about: str | None = None,
    edge: Edge | None = None,
    limit: int = 25,
) -> QuoteAnswer:
    """Quotes by a speaker (misspelt or in another script, too), about a subject, on an edge."""
    chosen = speakers_like(database, speaker, shelves=shelves) if speaker else []
    if speaker and not chosen:
        return QuoteAnswer((), (), suggest_speakers(database, "", shelves=shelves, limit=5))
    rows = find_utterances(
        database,
        shelves=shelves,
        name_ids=[row.name_id for row in chosen if row.name_id] if speaker else None,
        speakers=[row.name for row in chosen if not row.name_id] if speaker else None,
        edge=edge,
        limit=MOST_ROWS if about else limit,
    )
    if about:
        rows = _about(database, rows, about, shelves=shelves)
    return QuoteAnswer(rows[:limit], tuple(row.name for row in chosen), ())


def speakers_like(database: Database, typed: str, *, shelves: Sequence[int]) -> list[SpeakerRow]:
    """By the gazetteer's aliases first; else every typed word like a word of the name."""
    ids = set(gazetteer_with(names_on(database, shelves)).resolve(typed))
    with standing(database).speakers(database, shelves) as speakers:
        found = [
            speakers[each.key]
            for each in speakers.names.search(typed, limit=MOST_LIKE)
            if each.score >= LEAST_LIKE
        ]
        same = [row for row in speakers.rows if row.name_id is not None and row.name_id in ids]
    spelt = [row for row in found if row not in same]
    if ids:
        spelt = [row for row in spelt if row.name_id is None]
    return same + spelt


def _about(
    database: Database, rows: Sequence[UtteranceRow], about: str, *, shelves: Sequence[int]
) -> tuple[UtteranceRow, ...]:
    """The rows whose sentence holds any telling word of the subject, most shared weight first."""
    words = words_of(about, Lexicon(database, shelves))

    scored = [(Stems(row.sentence).shared(words), row) for row in rows]
    found = [pair for pair in scored if pair[0] > 0]
    return tuple(row for _, row in sorted(found, key=lambda pair: -pair[0]))
