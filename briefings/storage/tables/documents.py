"""Shelves and what stands on them: sources, documents, their bytes and their versions."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from briefings.storage.columns import Digest, Key
from briefings.storage.tables.base import Base


class Shelf(Base):
    """A guild's own documents, or (without a guild) the common ones."""

    __tablename__ = "shelves"

    shelf_id: Mapped[Key]
    guild_id: Mapped[int | None] = mapped_column(unique=True)


class Source(Base):
    __tablename__ = "sources"
    __table_args__ = (UniqueConstraint("shelf_id", "name"),)

    source_id: Mapped[Key]
    shelf_id: Mapped[int] = mapped_column(ForeignKey("shelves.shelf_id"))
    name: Mapped[str]


class Document(Base):
    """`version` numbers the current version; `change` is the archive's change counter when the
    document last changed; `title` is the shown one; `link_key`: digest of the page it came from,
    as links compare."""

    __tablename__ = "documents"
    __table_args__ = (Index("ix_documents_shelf_id_change", "shelf_id", "change"),)

    document_id: Mapped[Key]
    shelf_id: Mapped[int] = mapped_column(ForeignKey("shelves.shelf_id"))
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.source_id"), index=True)
    title: Mapped[str]
    origin: Mapped[str]
    added_by: Mapped[int | None]
    first_seen: Mapped[datetime] = mapped_column(index=True)
    version: Mapped[int] = mapped_column(Integer)
    near_duplicate_of: Mapped[int | None] = mapped_column(
        ForeignKey("documents.document_id"), index=True
    )
    removed_at: Mapped[datetime | None]
    change: Mapped[int]
    link_key: Mapped[str | None] = mapped_column(String(64), index=True)


class Body(Base):
    """The bytes as given; the same bytes come onto a shelf once."""

    __tablename__ = "bodies"
    __table_args__ = (UniqueConstraint("shelf_id", "digest"),)

    body_id: Mapped[Key]
    shelf_id: Mapped[int] = mapped_column(ForeignKey("shelves.shelf_id"))
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.document_id"), index=True)
    digest: Mapped[Digest]
    body: Mapped[bytes] = mapped_column(LargeBinary)


class Version(Base):
    """One state of a document. The text is never rewritten; `digest` is its sha256.

    found: metadata as the document words it. published, published_on, kind, language: as resolved.
    blocks: [[start, end, kind], …]. summary: positions of sentences.
    """

    __tablename__ = "versions"
    __table_args__ = (
        UniqueConstraint("document_id", "version"),
        Index("ix_versions_shelf_id_published_on", "shelf_id", "published_on"),
    )

    version_id: Mapped[Key]
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.document_id"))
    body_id: Mapped[int] = mapped_column(ForeignKey("bodies.body_id"), index=True)
    shelf_id: Mapped[int] = mapped_column(ForeignKey("shelves.shelf_id"))
    version: Mapped[int] = mapped_column(Integer)
    seen_at: Mapped[datetime] = mapped_column(index=True)
    added_by: Mapped[int | None]
    url: Mapped[str | None]
    text: Mapped[str]
    digest: Mapped[Digest]
    found: Mapped[dict[str, Any]]
    blocks: Mapped[list[Any]]
    published: Mapped[datetime | None]
    published_on: Mapped[date | None]
    language: Mapped[str] = mapped_column(String(8))
    kind: Mapped[str] = mapped_column(String(16))
    flags: Mapped[str]
    edges: Mapped[str]
    summary: Mapped[list[Any]]


class Correction(Base):
    """What changed about a document after it was stored, by a person or by its source.

    subject: "title", "source", "published", "kind", "changed", "removed", "restored" or
    "retracted"; of the last three `after` gives the reason.
    """

    __tablename__ = "corrections"

    correction_id: Mapped[Key]
    shelf_id: Mapped[int] = mapped_column(ForeignKey("shelves.shelf_id"))
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.document_id"), index=True)
    version_id: Mapped[int | None] = mapped_column(ForeignKey("versions.version_id"), index=True)
    subject: Mapped[str] = mapped_column(String(16))
    before: Mapped[str | None]
    after: Mapped[str | None]
    made_by: Mapped[int | None]
    made_at: Mapped[datetime]


class Feed(Base):
    """A URL of a source that is polled."""

    __tablename__ = "feeds"
    __table_args__ = (UniqueConstraint("shelf_id", "url"),)

    feed_id: Mapped[Key]
    shelf_id: Mapped[int] = mapped_column(ForeignKey("shelves.shelf_id"))
    source_id: Mapped[int | None] = mapped_column(ForeignKey("sources.source_id"), index=True)
    url: Mapped[str]
    title: Mapped[str]
    state: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str | None]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    fail_count: Mapped[int] = mapped_column(Integer)
    next_poll_at: Mapped[datetime | None] = mapped_column(index=True)
    polled_at: Mapped[datetime | None]
    added_by: Mapped[int | None]
    added_at: Mapped[datetime]
    filters: Mapped[dict[str, Any] | None]
    ttl_minutes: Mapped[int | None] = mapped_column(Integer)
    ended_at: Mapped[datetime | None]


class EntryRow(Base):
    """An item of a feed, read once and for all. key: digest of the feed's own id for it; link_key:
    of its link as it compares. content: its own text, kept until it is taken or refused. digest:
    of all the feed said of it, to see when that changes."""

    __tablename__ = "entries"
    __table_args__ = (
        UniqueConstraint("feed_id", "key"),
        Index("ix_entries_feed_id_state", "feed_id", "state"),
    )

    entry_id: Mapped[Key]
    feed_id: Mapped[int] = mapped_column(ForeignKey("feeds.feed_id"))
    key: Mapped[Digest]
    link_key: Mapped[str | None] = mapped_column(String(64), index=True)
    link: Mapped[str | None]
    title: Mapped[str]
    published_on: Mapped[date | None]
    content: Mapped[str]
    state: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str | None] = mapped_column(String(32))
    document_id: Mapped[int | None] = mapped_column(ForeignKey("documents.document_id"), index=True)
    tries: Mapped[int] = mapped_column(Integer)
    retry_at: Mapped[datetime | None]
    seen_at: Mapped[datetime]
    digest: Mapped[str | None] = mapped_column(String(64))
