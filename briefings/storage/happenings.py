"""Sentences by the day of what they tell, for timelines."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, literal_column, or_, select

from briefings.model import Flag, Mood, Span
from briefings.storage.columns import parted
from briefings.storage.database import Database
from briefings.storage.filters import NO_FILTERS, Filters
from briefings.storage.tables import Document, SentenceRow, UtteranceRow, Version

MOST_VERSIONS = 400
UNDER_WAY = timedelta(days=31)
"""What began so long before the first day and was not over then (a week, a month) is told, too."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A sentence that dates what it tells. position: its number in its version."""

    document_id: int
    version_id: int
    position: int
    span: Span
    first: date
    flags: frozenset[Flag]


def dated_sentences(
    database: Database,
    *,
    shelves: Sequence[int],
    since: date | None = None,
    until: date | None = None,
    filters: Filters = NO_FILTERS,
    versions: Collection[int] | None = None,
    newest: bool = False,
    limit: int,
) -> tuple[Dated, ...]:
    """In the order of their days, the last `limit` of them if the newest are asked for.

    since, until: of what is told, not of its publication; those of the filters do not count.
    versions: of these alone (MOST_VERSIONS at most); without them only what two corners of the
    triangle do, which an index holds in this order.
    """
    query = _told(shelves, since, until).where(*_confined(filters))
    if versions is None:
        query = query.where(SentenceRow.edges != literal_column("''"))  # as in the index
    else:
        query = query.where(SentenceRow.version_id.in_(sorted(versions)[:MOST_VERSIONS]))
    order = (SentenceRow.when_first, SentenceRow.version_id, SentenceRow.position)
    query = query.order_by(*(each.desc() if newest else each for each in order)).limit(limit)
    with database.reading() as session:
        found = [_dated(row) for row in session.execute(query)]
    return tuple(found[::-1] if newest else found)


def _dated(row: Any) -> Dated:
    document_id, version_id, position, starts, ends, first, flags = row
    known = frozenset(Flag(flag) for flag in parted(flags))
    return Dated(document_id, version_id, position, Span(starts, ends), first, known)


def _told(
    shelves: Sequence[int], since: date | None, until: date | None
) -> Select[int, int, int, int, int, date | None, str]:
    first, last = SentenceRow.when_first, SentenceRow.when_last
    query = (
        select(
            Document.document_id,
            SentenceRow.version_id,
            SentenceRow.position,
            SentenceRow.starts,
            SentenceRow.ends,
            first,
            Version.flags,
        )
        .join(Version, Version.version_id == SentenceRow.version_id)
        .join(
            Document,
            and_(Document.document_id == Version.document_id, Document.version == Version.version),
        )
        .where(
            (Version.shelf_id + 0).in_(shelves),  # plans start at the sentences, not the shelf
            Document.removed_at.is_(None),
            SentenceRow.weight > 0,
            SentenceRow.mood != Mood.QUESTION.value,
            first.is_not(None),
        )
    )
    if since is not None:
        early = max(since, date.min + UNDER_WAY) - UNDER_WAY
        query = query.where(first >= early, last >= since)
    return query if until is None else query.where(first <= until)


def _confined(filters: Filters) -> Iterator[ColumnElement[bool]]:
    if filters.edge is not None:
        yield SentenceRow.edges.contains(filters.edge.value)
    if filters.sources is not None:
        yield Document.source_id.in_(filters.sources)
    if filters.kind is not None:
        yield Version.kind == filters.kind.value
    if filters.language is not None:
        yield Version.language == filters.language
    if filters.quoted or filters.speakers is not None:
        yield _voiced(filters)


def _voiced(filters: Filters) -> ColumnElement[bool]:
    """One of the speakers says something in the sentence."""
    said = [
        UtteranceRow.version_id == SentenceRow.version_id,
        UtteranceRow.sentence_starts == SentenceRow.starts,
    ]
    if filters.quoted:
        said.append(UtteranceRow.form == "quote")
    if filters.speakers is not None:
        nameless = and_(
            UtteranceRow.name_id.is_(None), UtteranceRow.speaker_key.in_(filters.speakers)
        )
        said.append(or_(UtteranceRow.name_id.in_(filters.name_ids or ()), nameless))
    return select(UtteranceRow.utterance_id).where(*said).exists()
