"""Rows → the readings they keep."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeVar, cast

from sqlalchemy import CursorResult, Select, bindparam, select
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
    MentionRow,
    SentenceRow,
    UtteranceRow,
    Version,
)

# A look into these is far quicker than a call.
_ACTORS = {each.value: each for each in Actor}
_BLOCKS = {each.value: each for each in BlockKind}
_KINDS = {each.value: each for each in NameKind}
_MOODS = {each.value: each for each in Mood}
_MEDIA = {each.value: each for each in Medium}
_TIERS = {each.value: each for each in Tier}
_VERSION = itemgetter(0)
_new = tuple.__new__  # what Span(start, end) comes to
Said = TypeVar("Said", bound=Utterance)
BATCH = 400
"""Versions asked for in one query."""


def _columns(table: Any, left_out: str) -> tuple[Any, ...]:
    """Columns in their order, the version first."""
    columns = table.__table__.columns
    rest = [each for each in columns if each.name not in ("version_id", *left_out.split())]
    return (columns.version_id, *rest)


def _of_versions(table: Any, left_out: str) -> Select[Any]:
    """Made once: making it takes longer than answering it."""
    form = (table.form,) if table is UtteranceRow else ()
    wanted = table.version_id.in_(bindparam("versions", expanding=True))
    query: Select[Any] = select(*_columns(table, left_out)).where(wanted)
    return query.order_by(table.version_id, *form, table.position)


_SENTENCES = _of_versions(SentenceRow, "position")
_UTTERANCES = _of_versions(UtteranceRow, "utterance_id shelf_id position speaker_key folded edges")
_MENTIONS = _of_versions(MentionRow, "position")
_DATES = _of_versions(DateRow, "position")


class Rows:
    """The rows of some versions, by version, each kind fetched with one query a batch."""

    def __init__(self, session: Session, version_ids: Sequence[int]) -> None:
        self.sentences: dict[int, list[Any]] = defaultdict(list)
        self.utterances: dict[int, list[Any]] = defaultdict(list)
        self.mentions: dict[int, list[Any]] = defaultdict(list)
        self.dates: dict[int, list[Any]] = defaultdict(list)
        for start in range(0, len(version_ids), BATCH):
            self._fetch(session, version_ids[start : start + BATCH])

    def _fetch(self, session: Session, version_ids: Sequence[int]) -> None:
        connection, given = session.connection(), {"versions": list(version_ids)}
        _keep(_bare(connection.execute(_SENTENCES, given)), self.sentences)
        _keep(connection.execute(_UTTERANCES, given).all(), self.utterances)
        _keep(connection.execute(_DATES, given).all(), self.dates)
        _keep(_bare(connection.execute(_MENTIONS, given)), self.mentions)


def _keep(rows: Iterable[Sequence[Any]], kept: dict[int, list[Any]]) -> None:
    """Rows in the order of versions."""
    for version_id, of_version in groupby(rows, key=_VERSION):
        kept[version_id] = list(of_version)


def _bare(found: CursorResult[Any]) -> Iterable[Sequence[Any]]:
    """As the driver gives them, where there are so many that wrapping each row takes longer than
    reading it: numbers and words, and days as SQLite keeps them or as days."""
    assert found.cursor is not None, "a query has an answer"
    return cast("Iterable[Sequence[Any]]", found.cursor.fetchall())


def reading_of(version: Version, rows: Rows) -> Reading:
    """The reading of one version, equal to the one that was stored; without fingerprints."""
    return filled(outline_of(version), version, rows)


def outline_of(version: Version) -> Reading:
    """What is known of the version without a look at its sentences."""
    return Reading(
        extraction=_extraction(version),
        language=version.language,
        kind=Kind(version.kind),
        flags=frozenset(Flag(flag) for flag in parted(version.flags)),
        sentences=(),
        quotes=(),
        statements=(),
        mentions=(),
        dates=(),
        summary=tuple(version.summary),
        edges=edges_of(version.edges),
    )


def filled(outline: Reading, version: Version, rows: Rows) -> Reading:
    key = version.version_id
    return replace(
        outline,
        sentences=tuple(map(_sentence, rows.sentences[key])),
        quotes=_said(Quote, "quote", rows.utterances[key], text=version.text),
        statements=_said(Statement, "statement", rows.utterances[key], text=version.text),
        mentions=tuple(map(_mention, rows.mentions[key])),
        dates=tuple(
            DateMention(Span(starts, ends), _when(first, last, precision, edtf))
            for _, starts, ends, first, last, precision, edtf in rows.dates[key]
        ),
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
            Block(_new(Span, (start, end)), _BLOCKS[kind]) for start, end, kind in version.blocks
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
    """By the order of the columns, as everything of which there are many."""
    (_, starts, ends, block, actors, edges, mood, first, last, precision, edtf,
     stands_alone, weight) = row  # fmt: skip
    when = None if first is None else _when(_day(first), _day(last), precision, edtf)
    return _new(
        Sentence,
        (_new(Span, (starts, ends)), _BLOCKS[block], _actors(actors), edges_of(edges),
         _MOODS[mood], when, bool(stands_alone), weight),
    )  # fmt: skip


@cache
def _actors(column: str) -> frozenset[Actor]:
    return frozenset(Actor(actor) for actor in parted(column))


def _mention(row: Sequence[Any]) -> Mention:
    _, starts, ends, name_id, kind, actor, acts = row
    span = _new(Span, (starts, ends))
    return _new(Mention, (span, name_id, _KINDS[kind], _ACTORS[actor], bool(acts)))


def _said(kind: type[Said], form: str, rows: Iterable[Any], *, text: str) -> tuple[Said, ...]:
    return tuple(_utterance(kind, row, text) for row in rows if row[1] == form)


def _utterance(kind: type[Said], row: Sequence[Any], text: str) -> Said:
    medium, tier, name_id, actor, *said, shown = row[12:]
    return kind(
        _new(Span, row[2:4]),
        _new(Span, row[4:6]),
        _new(Span, row[6:8]),
        _new(Span, row[8:10]),
        _new(Span, row[10:12]),
        _MEDIA[medium],
        _TIERS[tier],
        name_id,
        actor and _ACTORS[actor],
        _when(*said),
        "" if shown == text[slice(*row[6:8])] else shown,
    )


@lru_cache(maxsize=4096)
def _day(kept: date | str | None) -> date | None:
    return date.fromisoformat(kept) if isinstance(kept, str) else kept


@lru_cache(maxsize=4096)
def _when(
    first: date | None, last: date | None, precision: str | None, edtf: str | None
) -> When | None:
    """Of a week's articles most tell of the same few days."""
    return when_of(first, last, precision=precision, edtf=edtf)
