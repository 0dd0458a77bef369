"""Rows → the readings they keep."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from briefings.model import (
    Actor,
    Block,
    BlockKind,
    DateMention,
    Edge,
    Extraction,
    Flag,
    Kind,
    Medium,
    Mention,
    Mood,
    NameKind,
    Quote,
    Reading,
    Sentence,
    Span,
    Statement,
    Tier,
    Utterance,
)
from briefings.storage.columns import parted, when_of
from briefings.storage.tables import (
    DateRow,
    Fingerprint,
    MentionRow,
    SentenceRow,
    UtteranceRow,
    Version,
)

Said = TypeVar("Said", bound=Utterance)
BATCH = 400
"""Versions asked for in one query."""


class Rows:
    """The rows of some versions, by version, each kind fetched with one query a batch.

    fingerprints: False leaves them out; there are hundreds, and hardly anybody wants them.
    """

    def __init__(
        self, session: Session, version_ids: Sequence[int], *, fingerprints: bool = True
    ) -> None:
        self._wants_fingerprints = fingerprints
        self.sentences: dict[int, list[Any]] = defaultdict(list)
        self.utterances: dict[int, list[Any]] = defaultdict(list)
        self.mentions: dict[int, list[Any]] = defaultdict(list)
        self.dates: dict[int, list[Any]] = defaultdict(list)
        self.fingerprints: dict[int, list[Any]] = defaultdict(list)
        for start in range(0, len(version_ids), BATCH):
            self._fetch(session, version_ids[start : start + BATCH])

    def _fetch(self, session: Session, version_ids: Sequence[int]) -> None:
        kinds = (
            (SentenceRow, self.sentences),
            (UtteranceRow, self.utterances),
            (MentionRow, self.mentions),
            (DateRow, self.dates),
            (Fingerprint, self.fingerprints),
        )
        for table, kept in kinds if self._wants_fingerprints else kinds[:-1]:
            query: Select[Any] = select(*table.__table__.columns).where(
                table.version_id.in_(version_ids)
            )
            if table is not Fingerprint:
                query = query.order_by(*_order(table))
            for row in session.execute(query):
                kept[row.version_id].append(row)


def _order(table: Any) -> tuple[Any, ...]:
    form = (table.form,) if table is UtteranceRow else ()
    return (table.version_id, *form, table.position)


def reading_of(version: Version, rows: Rows) -> Reading:
    """The reading of one version, equal to the one that was stored."""
    key = version.version_id
    return Reading(
        extraction=_extraction(version),
        language=version.language,
        kind=Kind(version.kind),
        flags=frozenset(Flag(flag) for flag in parted(version.flags)),
        sentences=tuple(_sentence(row) for row in rows.sentences[key]),
        quotes=_said(Quote, "quote", rows.utterances[key]),
        statements=_said(Statement, "statement", rows.utterances[key]),
        mentions=tuple(_mention(row) for row in rows.mentions[key]),
        dates=tuple(
            DateMention(Span(row.starts, row.ends), _when(row, "when")) for row in rows.dates[key]
        ),
        summary=tuple(version.summary),
        edges=edges_of(version.edges),
        fingerprints=frozenset(row.fingerprint for row in rows.fingerprints[key]),
    )


def edges_of(column: str) -> tuple[Edge, ...]:
    return tuple(Edge(edge) for edge in parted(column))


def _extraction(version: Version) -> Extraction:
    found: Mapping[str, Any] = version.found
    day = found["published_on"]
    return Extraction(
        text=version.text,
        blocks=tuple(
            Block(Span(start, end), BlockKind(kind)) for start, end, kind in version.blocks
        ),
        media_type=found["media_type"],
        encoding=found["encoding"],
        title=found["title"],
        url=found["url"],
        author=found["author"],
        publisher=found["publisher"],
        kind=found["kind"] and Kind(found["kind"]),
        language=found["language"],
        published_raw=found["published_raw"],
        published=_moment(found["published"]),
        published_on=None if day is None else date.fromisoformat(day),
        modified=_moment(found["modified"]),
        truncated=found["truncated"],
        repairs=tuple(found["repairs"]),
    )


def _moment(iso: str | None) -> datetime | None:
    return None if iso is None else datetime.fromisoformat(iso)


def _sentence(row: Any) -> Sentence:
    return Sentence(
        span=Span(row.starts, row.ends),
        block=BlockKind(row.block),
        actors=frozenset(Actor(actor) for actor in parted(row.actors)),
        edges=edges_of(row.edges),
        mood=Mood(row.mood),
        when=_when(row, "when"),
        stands_alone=row.stands_alone,
        weight=row.weight,
    )


def _mention(row: Any) -> Mention:
    return Mention(
        span=Span(row.starts, row.ends),
        name_id=row.name_id,
        kind=NameKind(row.kind),
        actor=Actor(row.actor),
        acts=row.acts,
    )


def _said(kind: type[Said], form: str, rows: Iterable[Any]) -> tuple[Said, ...]:
    return tuple(_utterance(kind, row) for row in rows if row.form == form)


def _utterance(kind: type[Said], row: Any) -> Said:
    return kind(
        span=Span(row.starts, row.ends),
        sentence=Span(row.sentence_starts, row.sentence_ends),
        speaker=Span(row.speaker_starts, row.speaker_ends),
        attribution=Span(row.attribution_starts, row.attribution_ends),
        cue=Span(row.cue_starts, row.cue_ends),
        medium=Medium(row.medium),
        tier=Tier(row.tier),
        name_id=row.name_id,
        actor=row.actor and Actor(row.actor),
        said=_when(row, "said"),
    )


def _when(row: Any, prefix: str) -> Any:
    return when_of(
        getattr(row, f"{prefix}_first"),
        getattr(row, f"{prefix}_last"),
        precision=getattr(row, f"{prefix}_precision"),
        edtf=getattr(row, f"{prefix}_edtf"),
    )
