"""What was read out of a version, as rows that SQL can ask; spans are [starts, ends)."""

from datetime import date
from typing import Any

from sqlalchemy import Float, ForeignKey, Index, String, TextClause, text
from sqlalchemy.orm import Mapped, mapped_column

from briefings.storage.columns import STEMS, Key, Offset
from briefings.storage.tables.base import Base

PACKED = {"sqlite_with_rowid": False}
"""Rows of one version lie side by side, in the order of their key."""

ON_A_DAY = text("when_first IS NOT NULL AND edges <> ''")
"""Sentences that date what two corners of the triangle do; few of all, so the index is small."""


def partly(condition: TextClause) -> dict[str, Any]:
    """An index of some of the rows, on either database."""
    return {"sqlite_where": condition, "postgresql_where": condition}


class SentenceRow(Base):
    __tablename__ = "sentences"
    __table_args__ = (
        Index("ix_sentences_when_first", "when_first", **partly(ON_A_DAY)),
        PACKED,
    )

    version_id: Mapped[int] = mapped_column(ForeignKey("versions.version_id"), primary_key=True)
    position: Mapped[Offset] = mapped_column(primary_key=True)
    starts: Mapped[Offset]
    ends: Mapped[Offset]
    block: Mapped[str] = mapped_column(String(16))
    actors: Mapped[str]
    edges: Mapped[str]
    mood: Mapped[str] = mapped_column(String(16))
    when_first: Mapped[date | None]
    when_last: Mapped[date | None]
    when_precision: Mapped[str | None] = mapped_column(String(16))
    when_edtf: Mapped[str | None]
    stands_alone: Mapped[bool]
    weight: Mapped[float] = mapped_column(Float(53))


class UtteranceRow(Base):
    """A quote or a statement (`form`). speaker: the name that is shown; speaker_key: the same,
    folded. folded: stems of the sentence, between spaces. edges: those of the sentence."""

    __tablename__ = "utterances"
    __table_args__ = (
        Index("ix_utterances_shelf_id_name_id", "shelf_id", "name_id"),
        Index("ix_utterances_shelf_id_speaker_key", "shelf_id", "speaker_key"),
        Index("ix_utterances_version_id_form_position", "version_id", "form", "position"),
    )

    utterance_id: Mapped[Key]
    shelf_id: Mapped[int] = mapped_column(ForeignKey("shelves.shelf_id"))
    version_id: Mapped[int] = mapped_column(ForeignKey("versions.version_id"))
    form: Mapped[str] = mapped_column(String(16))
    position: Mapped[Offset]
    starts: Mapped[Offset]
    ends: Mapped[Offset]
    sentence_starts: Mapped[Offset]
    sentence_ends: Mapped[Offset]
    speaker_starts: Mapped[Offset]
    speaker_ends: Mapped[Offset]
    attribution_starts: Mapped[Offset]
    attribution_ends: Mapped[Offset]
    cue_starts: Mapped[Offset]
    cue_ends: Mapped[Offset]
    medium: Mapped[str] = mapped_column(String(16))
    tier: Mapped[str] = mapped_column(String(1))
    name_id: Mapped[str | None]
    actor: Mapped[str | None] = mapped_column(String(16))
    said_first: Mapped[date | None]
    said_last: Mapped[date | None]
    said_precision: Mapped[str | None] = mapped_column(String(16))
    said_edtf: Mapped[str | None]
    speaker: Mapped[str]
    speaker_key: Mapped[str]
    folded: Mapped[str]
    edges: Mapped[str]


class MentionRow(Base):
    __tablename__ = "mentions"
    __table_args__ = (Index("ix_mentions_name_id_version_id", "name_id", "version_id"), PACKED)

    version_id: Mapped[int] = mapped_column(ForeignKey("versions.version_id"), primary_key=True)
    position: Mapped[Offset] = mapped_column(primary_key=True)
    starts: Mapped[Offset]
    ends: Mapped[Offset]
    name_id: Mapped[str]
    kind: Mapped[str] = mapped_column(String(16))
    actor: Mapped[str] = mapped_column(String(16))
    acts: Mapped[bool]


class DateRow(Base):
    __tablename__ = "dates"
    __table_args__ = (PACKED,)

    version_id: Mapped[int] = mapped_column(ForeignKey("versions.version_id"), primary_key=True)
    position: Mapped[Offset] = mapped_column(primary_key=True)
    starts: Mapped[Offset]
    ends: Mapped[Offset]
    when_first: Mapped[date | None]
    when_last: Mapped[date | None]
    when_precision: Mapped[str | None] = mapped_column(String(16))
    when_edtf: Mapped[str | None]


class Fingerprint(Base):
    """Hundreds for each version, only ever asked for by the fingerprint: they are loaded with no
    version, nor does the database look for the version of each. They come and go in the
    transaction of their document."""

    __tablename__ = "fingerprints"
    __table_args__ = (PACKED,)

    shelf_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    fingerprint: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    version_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class Passage(Base):
    """About 115 words of a document's current version; derived, so a new version replaces them.

    folded: the stems that the full-text index holds, one space between. seen_on: the day of
    publication, or else of arrival.
    """

    __tablename__ = "passages"
    __table_args__ = (Index("ix_passages_shelf_id_seen_on", "shelf_id", "seen_on"),)

    passage_id: Mapped[Key]
    shelf_id: Mapped[int] = mapped_column(ForeignKey("shelves.shelf_id"))
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.document_id"), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("versions.version_id"), index=True)
    starts: Mapped[Offset]
    ends: Mapped[Offset]
    seen_on: Mapped[date]
    folded: Mapped[str] = mapped_column(STEMS)


class Word(Base):
    """A word as readers type it (folded, not stemmed) and how many live documents hold it."""

    __tablename__ = "words"
    __table_args__ = (PACKED,)

    shelf_id: Mapped[int] = mapped_column(ForeignKey("shelves.shelf_id"), primary_key=True)
    word: Mapped[str] = mapped_column(primary_key=True)
    frequency: Mapped[Offset]
