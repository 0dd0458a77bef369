"""Who said what: quotes and statements, asked by speaker, name, subject and edge."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select

from briefings.model import Edge, Flag, Kind, Medium, Span, Tier, When
from briefings.storage.columns import parted, when_of
from briefings.storage.database import Database
from briefings.storage.rows import speaker_key, stems
from briefings.storage.tables import Document, Source, Version
from briefings.storage.tables import UtteranceRow as Kept


@dataclass(frozen=True, slots=True)
class UtteranceRow:
    """A quote or statement (`form`) with everything that stands beside it when it is shown.

    words: what was said, without marks. sentence: the words around it. speaker: as the document
    names the speaker in full. attribution: as it names the speaker here.
    """

    form: str
    words: str
    sentence: str
    speaker: str
    attribution: str
    name_id: str | None
    medium: Medium
    tier: Tier
    said: When | None
    span: Span
    sentence_span: Span
    document_id: int
    version_id: int
    title: str
    source: str
    url: str | None
    kind: Kind
    published: datetime | None
    published_on: date | None
    flags: frozenset[Flag]


def find_utterances(
    database: Database,
    *,
    shelves: Sequence[int],
    name_ids: Sequence[str] | None = None,
    speakers: Sequence[str] | None = None,
    about: Sequence[Sequence[str]] | None = None,
    edge: Edge | None = None,
    forms: Sequence[str] = ("quote",),
    offset: int = 0,
    limit: int = 25,
) -> tuple[UtteranceRow, ...]:
    """Newest first, never from reworded articles.

    name_ids and speakers: any of them (a name's folded words must be the same). about: for each
    word its alternatives; the sentence must hold one of each.
    """
    query = _visible(shelves).where(
        Kept.form.in_(forms), _by(name_ids, speakers), *_about(about or ())
    )
    if edge is not None:
        query = query.where(Kept.edges.contains(edge.value))
    newest = func.coalesce(Kept.said_last, Version.published_on)
    query = query.order_by(newest.is_(None), newest.desc(), Kept.version_id.desc(), Kept.starts)
    with database.reading() as session:
        found = session.execute(query.offset(offset).limit(limit))
        return tuple(_utterance(row) for row in found)


def _visible(shelves: Sequence[int]) -> Select[Any, *tuple[Any, ...]]:
    return (
        select(
            Kept,
            Version.text,
            Version.url,
            Version.kind,
            Version.published,
            Version.published_on,
            Version.flags,
            Document.document_id,
            Document.title,
            Source.name,
        )
        .join(Version, Version.version_id == Kept.version_id)
        .join(
            Document,
            and_(Document.document_id == Version.document_id, Document.version == Version.version),
        )
        .join(Source, Source.source_id == Document.source_id)
        .where(
            Kept.shelf_id.in_(shelves),
            Document.removed_at.is_(None),
            ~Version.flags.contains(Flag.REWORDED.value),
        )
    )


def _by(name_ids: Sequence[str] | None, speakers: Sequence[str] | None) -> ColumnElement[bool]:
    if name_ids is None and speakers is None:
        return Kept.speaker_starts >= 0
    keys = [speaker_key(speaker) for speaker in speakers or ()]
    return or_(false(), Kept.name_id.in_(name_ids or ()), Kept.speaker_key.in_(keys))


def _about(words: Sequence[Sequence[str]]) -> list[ColumnElement[bool]]:
    """Stems are letters and digits alone, so that none of them means anything to LIKE."""
    phrases = [[" ".join(stems(form)) for form in forms] for forms in words]
    return [
        or_(false(), *(Kept.folded.contains(f" {phrase} ") for phrase in forms if phrase))
        for forms in phrases
    ]


def _utterance(row: Any) -> UtteranceRow:
    kept: Kept = row[0]
    span, shown = Span(kept.starts, kept.ends), Span(kept.sentence_starts, kept.sentence_ends)
    return UtteranceRow(
        form=kept.form,
        words=span.of(row.text),
        sentence=shown.of(row.text),
        speaker=kept.speaker,
        attribution=row.text[kept.attribution_starts : kept.attribution_ends],
        name_id=kept.name_id,
        medium=Medium(kept.medium),
        tier=Tier(kept.tier),
        said=when_of(
            kept.said_first,
            kept.said_last,
            precision=kept.said_precision,
            edtf=kept.said_edtf,
        ),
        span=span,
        sentence_span=shown,
        document_id=row.document_id,
        version_id=kept.version_id,
        title=row.title,
        source=row.name,
        url=row.url,
        kind=Kind(row.kind),
        published=row.published,
        published_on=row.published_on,
        flags=frozenset(Flag(each) for each in parted(row.flags)),
    )
