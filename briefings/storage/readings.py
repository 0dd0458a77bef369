"""Rows → the readings they keep."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
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
    When,
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

_ACTORS = {each.value: each for each in Actor}  # a look into these is far quicker than a call
_BLOCKS = {each.value: each for each in BlockKind}
_KINDS = {each.value: each for each in NameKind}
_MOODS = {each.value: each for each in Mood}
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
            at = list(table.__table__.columns.keys()).index("version_id")
            for row in session.execute(query):
                kept[row[at]].append(row)


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
            DateMention(Span(starts, ends), _when(*when))
            for _, _, starts, ends, *when in rows.dates[key]
        ),
        summary=tuple(version.summary),
        edges=edges_of(version.edges),
        fingerprints=frozenset(row.fingerprint for row in rows.fingerprints[key]),
    )


@cache
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


def _sentence(row: Sequence[Any]) -> Sentence:
    """By the order of the columns, as mentions."""
    _, _, starts, ends, block, actors, edges, mood, *when, stands_alone, weight = row
    return Sentence(
        span=Span(starts, ends),
        block=_BLOCKS[block],
        actors=_actors(actors),
        edges=edges_of(edges),
        mood=_MOODS[mood],
        when=_when(*when),
        stands_alone=stands_alone,
        weight=weight,
    )


@cache
def _actors(column: str) -> frozenset[Actor]:
    return frozenset(Actor(actor) for actor in parted(column))


def _mention(row: Sequence[Any]) -> Mention:
    """By the order of the columns: of these there are most."""
    _, _, starts, ends, name_id, kind, actor, acts = row
    return Mention(Span(starts, ends), name_id, _KINDS[kind], _ACTORS[actor], acts)


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
        said=_when(row.said_first, row.said_last, row.said_precision, row.said_edtf),
    )


def _when(first: Any, last: Any, precision: Any, edtf: Any) -> When | None:
    """Most sentences have no date."""
    if first is None:
        return None
    return when_of(first, last, precision=precision, edtf=edtf)
