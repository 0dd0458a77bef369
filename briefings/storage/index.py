"""What search looks into: titles, speakers, words, and the full text by passages."""

from collections import Counter as Tally
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from briefings.model import Flag
from briefings.storage.changes import change_counter
from briefings.storage.database import Database
from briefings.storage.matching import PassageRow, passage_candidates
from briefings.storage.tables import Document, Source, UtteranceRow, Version, Word

__all__ = [
    "PassageRow",
    "SpeakerRow",
    "TitleRow",
    "change_counter",
    "passage_candidates",
    "speaker_rows",
    "title_rows",
    "vocabulary",
]


@dataclass(frozen=True, slots=True)
class TitleRow:
    document_id: int
    title: str
    source: str
    published_on: date | None
    removed: bool = False


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A speaker by the commonest of the names that documents give; count: quotes, statements."""

    name: str
    name_id: str | None
    count: int


def title_rows(
    database: Database, *, shelves: Sequence[int], changed_after: int | None = None
) -> tuple[TitleRow, ...]:
    """All live documents; with a change counter what has changed since, the removed ones too."""
    query = (
        select(
            Document.document_id,
            Document.title,
            Source.name,
            Version.published_on,
            Document.removed_at.is_not(None),
        )
        .join(Source, Source.source_id == Document.source_id)
        .join(
            Version,
            (Version.document_id == Document.document_id) & (Version.version == Document.version),
        )
        .where(Document.shelf_id.in_(shelves))
        .order_by(Document.document_id)
    )
    if changed_after is None:
        query = query.where(Document.removed_at.is_(None))
    else:
        query = query.where(Document.change > changed_after)
    with database.reading() as session:
        return tuple(TitleRow(*row) for row in session.execute(query))


def speaker_rows(database: Database, *, shelves: Sequence[int]) -> tuple[SpeakerRow, ...]:
    """Who is quoted or reported in live, genuine articles; most words first.

    The names of one speaker are one row: by name_id, else by the folded name.
    """
    query = (
        select(UtteranceRow.name_id, UtteranceRow.speaker_key, UtteranceRow.speaker, func.count())
        .join(Version, Version.version_id == UtteranceRow.version_id)
        .join(
            Document,
            (Document.document_id == Version.document_id) & (Document.version == Version.version),
        )
        .where(
            UtteranceRow.shelf_id.in_(shelves),
            Document.removed_at.is_(None),
            ~Version.flags.contains(Flag.REWORDED.value),
        )
        .group_by(UtteranceRow.name_id, UtteranceRow.speaker_key, UtteranceRow.speaker)
    )
    names: dict[tuple[str | None, str], Tally[str]] = {}
    with database.reading() as session:
        for name_id, key, name, count in session.execute(query):
            names.setdefault((name_id, "" if name_id else key), Tally())[name] += count
    rows = [
        SpeakerRow(max(tally, key=lambda name: (tally[name], name)), name_id, tally.total())
        for (name_id, _), tally in names.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.count, row.name)))


def vocabulary(database: Database, *, shelves: Sequence[int]) -> dict[str, int]:
    """Every word as typed (folded, not stemmed) → how many live documents of these shelves."""
    query = (
        select(Word.word, func.sum(Word.frequency))
        .where(Word.shelf_id.in_(shelves))
        .group_by(Word.word)
        .having(func.sum(Word.frequency) > 0)
    )
    with database.reading() as session:
        return {word: int(frequency) for word, frequency in session.execute(query)}
