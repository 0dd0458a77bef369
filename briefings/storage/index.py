"""What search looks into: titles, speakers, words, and the full text by passages."""

from collections import Counter as Tally
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Date, Select, bindparam, func, select

from briefings.model import Flag
from briefings.storage.changes import change_counter
from briefings.storage.database import Database
from briefings.storage.matching import PassageRow, passage_candidates, whole_stems
from briefings.storage.tables import Document, Source, UtteranceRow, Version, Word

__all__ = [
    "PassageRow",
    "SpeakerRow",
    "TitleChange",
    "TitleRow",
    "change_counter",
    "newest_titles",
    "passage_candidates",
    "speaker_rows",
    "speakers_since",
    "title_changes",
    "title_rows",
    "titles",
    "vocabulary",
    "whole_stems",
]

BATCH = 5_000

Speaker = tuple[str | None, str]
"""Id of a name, or else None and the folded name."""


@dataclass(frozen=True, slots=True)
class TitleRow:
    document_id: int
    title: str
    source: str
    published_on: date | None
    removed: bool = False


@dataclass(frozen=True, slots=True)
class TitleChange:
    """The state of a document at its last change, which has the number `change`."""

    change: int
    document_id: int
    title: str
    published_on: date | None
    removed: bool


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A speaker by the commonest of the names that documents give; count: quotes, statements;
    key: the folded name of somebody without an id."""

    name: str
    name_id: str | None
    count: int
    key: str

    @property
    def who(self) -> Speaker:
        return self.name_id, self.key


def title_rows(
    database: Database, *, shelves: Sequence[int], changed_after: int | None = None
) -> tuple[TitleRow, ...]:
    """All live documents; with a change counter what has changed since, the removed ones too."""
    query = _titles(shelves).order_by(Document.document_id)
    if changed_after is None:
        query = query.where(Document.removed_at.is_(None))
    else:
        query = query.where(Document.change > changed_after)
    with database.reading() as session:
        return tuple(TitleRow(*row) for row in session.execute(query))


def title_changes(database: Database, *, shelf_id: int, after: int) -> tuple[TitleChange, ...]:
    """The next BATCH of a shelf's documents that changed after a change, in order of change."""
    query = (
        select(
            Document.change,
            Document.document_id,
            Document.title,
            Version.published_on,
            Document.removed_at.is_not(None),
        )
        .join(
            Version,
            (Version.document_id == Document.document_id) & (Version.version == Document.version),
        )
        .where(Document.shelf_id == shelf_id, Document.change > after)
        .order_by(Document.change)
        .limit(BATCH)
    )
    with database.reading() as session:
        return tuple(TitleChange(*row) for row in session.execute(query))


def titles(
    database: Database, document_ids: Collection[int], *, shelves: Sequence[int]
) -> tuple[TitleRow, ...]:
    """Those of the documents that are live and visible; at most a few hundred are asked for."""
    given = {"shelves": list(shelves), "keys": list(document_ids)}
    with database.reading() as session:
        return tuple(TitleRow(*row) for row in session.connection().execute(_live_titles(), given))


@cache
def _live_titles() -> Select[int, str, str, date | None, bool]:
    """Made once: asked with every letter that somebody types. Plans start at the documents, not
    the shelf."""
    return _titled().where(
        (Document.shelf_id + 0).in_(bindparam("shelves", expanding=True)),
        Document.document_id.in_(bindparam("keys", expanding=True)),
        Document.removed_at.is_(None),
    )


def newest_titles(
    database: Database, *, shelves: Sequence[int], limit: int
) -> tuple[TitleRow, ...]:
    """Live documents, those published (or else seen) last first."""
    with database.reading() as session:
        found = [
            row
            for shelf_id in dict.fromkeys(shelves)
            for query in (_newest_dated(), _newest_undated())
            for row in session.connection().execute(query, {"shelf": shelf_id, "most": limit})
        ]
    found.sort(key=lambda row: (row.day, row.document_id), reverse=True)
    return tuple(TitleRow(*row[:-1]) for row in found[:limit])


@cache
def _newest_dated() -> Select[int, str, str, date | None, bool, date]:
    """In the order of an index, which few articles are read of."""
    query = _titled().add_columns(Version.published_on.label("day"))
    return (
        _of_one_shelf(query)
        .order_by(Version.published_on.desc(), Document.document_id.desc())
        .where(Version.published_on.is_not(None))
    )


@cache
def _newest_undated() -> Select[int, str, str, date | None, bool, date]:
    day = func.date(Document.first_seen, type_=Date()).label("day")
    query = _of_one_shelf(_titled().add_columns(day)).where(Version.published_on.is_(None))
    return query.order_by(day.desc(), Document.document_id.desc())


def _of_one_shelf(query: Select[Any]) -> Select[Any]:
    live = (Version.shelf_id == bindparam("shelf"), Document.removed_at.is_(None))
    return query.where(*live).limit(bindparam("most"))


def _titles(shelves: Sequence[int]) -> Select[int, str, str, date | None, bool]:
    return _titled().where(Document.shelf_id.in_(shelves))


def _titled() -> Select[int, str, str, date | None, bool]:
    return (
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
    )


def speakers_since(
    database: Database, *, shelves: Sequence[int], after: int, most: int
) -> frozenset[Speaker] | None:
    """Who is heard in any version of the documents that changed after a change; None where these
    are too many to tell."""
    query = (
        select(UtteranceRow.name_id, UtteranceRow.speaker_key)
        .join(Version, Version.version_id == UtteranceRow.version_id)
        .join(Document, Document.document_id == Version.document_id)
        .where(Document.shelf_id.in_(shelves), Document.change > after)
        .distinct()
        .limit(most + 1)
    )
    with database.reading() as session:
        found = {(name_id, "" if name_id else key) for name_id, key in session.execute(query)}
    return None if len(found) > most else frozenset(found)


def speaker_rows(
    database: Database, *, shelves: Sequence[int], among: Collection[Speaker] | None = None
) -> tuple[SpeakerRow, ...]:
    """Who is quoted or reported in live, genuine articles, or those of them who are among some;
    most words first.

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
    if among is not None:
        ids = [name_id for name_id, _ in among if name_id]
        keys = [key for name_id, key in among if not name_id]
        nameless = UtteranceRow.name_id.is_(None) & UtteranceRow.speaker_key.in_(keys)
        query = query.where(UtteranceRow.name_id.in_(ids) | nameless)
    names: dict[tuple[str | None, str], Tally[str]] = {}
    with database.reading() as session:
        for name_id, key, name, count in session.execute(query):
            names.setdefault((name_id, "" if name_id else key), Tally())[name] += count
    rows = [
        SpeakerRow(max(tally, key=lambda name: (tally[name], name)), name_id, tally.total(), key)
        for (name_id, key), tally in names.items()
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
