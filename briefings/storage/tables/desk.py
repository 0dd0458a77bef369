"""Who may do what in a guild, where its notices go, and who did what."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from briefings.storage.columns import Digest, Key
from briefings.storage.tables.base import Base


class Grant(Base):
    """A right of a role or a user (`holder`: "role" or "user") in one guild."""

    __tablename__ = "grants"

    guild_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    holder: Mapped[str] = mapped_column(String(8), primary_key=True)
    holder_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    right: Mapped[str] = mapped_column(String(16), primary_key=True)
    granted_by: Mapped[int]
    granted_at: Mapped[datetime]


class Desk(Base):
    """A guild's channel for notices to its admins."""

    __tablename__ = "desks"

    guild_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    notices_channel_id: Mapped[int | None]


class NameRow(Base):
    """A name that a desk added for its guild. forms: [language, form] each."""

    __tablename__ = "names"

    guild_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name_id: Mapped[str] = mapped_column(primary_key=True)
    shown: Mapped[str]
    kind: Mapped[str] = mapped_column(String(16))
    actor: Mapped[str] = mapped_column(String(16))
    forms: Mapped[list[Any]]
    added_by: Mapped[int | None]
    added_at: Mapped[datetime]


class DeskRole(Base):
    """What a guild's role may do, as one of the named bundles of rights."""

    __tablename__ = "desk_roles"

    guild_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    role_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    bundle: Mapped[str] = mapped_column(String(16))
    given_by: Mapped[int | None]
    given_at: Mapped[datetime]


class Grading(Base):
    """What a guild thinks of a source; None where it goes by what is known of it anyway.

    source_key: the name, folded. reliability: A to F; credibility: 1 to 6; family: the publisher
    that it counts with.
    """

    __tablename__ = "gradings"

    guild_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    source_key: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    reliability: Mapped[str | None] = mapped_column(String(1))
    credibility: Mapped[int | None] = mapped_column(Integer)
    state_media: Mapped[bool | None]
    family: Mapped[str | None]
    graded_by: Mapped[int | None]
    graded_at: Mapped[datetime]


class Departure(Base):
    """A guild that has removed the bot; all that is its own goes at `erase_at`."""

    __tablename__ = "departures"

    guild_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    left_at: Mapped[datetime]
    erase_at: Mapped[datetime] = mapped_column(index=True)


class AuditEntry(Base):
    """Written in the transaction of the deed. subject_id: the row that the deed is about.

    One interaction does one deed; that is what makes deeds idempotent.
    """

    __tablename__ = "audit_log"
    __table_args__ = (Index("ix_audit_log_guild_id_entry_id", "guild_id", "entry_id"),)

    entry_id: Mapped[Key]
    guild_id: Mapped[int | None]
    interaction_id: Mapped[int | None] = mapped_column(unique=True)
    action: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime]
    subject_id: Mapped[int | None]
    undo_of: Mapped[int | None] = mapped_column(ForeignKey("audit_log.entry_id"), index=True)


class AuditWords(Base):
    """Who did an entry's deed and what it changed: what can be erased. salt: hex, so that nobody
    can guess erased words from their digest."""

    __tablename__ = "audit_words"

    entry_id: Mapped[int] = mapped_column(
        ForeignKey("audit_log.entry_id"), primary_key=True, autoincrement=False
    )
    salt: Mapped[Digest]
    by: Mapped[int | None] = mapped_column(index=True)
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]


class AuditLink(Base):
    """An entry's place in the chain of its guild (0: of the program itself): `hash` covers the
    entry, the digest of its words, and the hash of the link before."""

    __tablename__ = "audit_links"
    __table_args__ = (UniqueConstraint("chain_id", "position"),)

    entry_id: Mapped[int] = mapped_column(
        ForeignKey("audit_log.entry_id"), primary_key=True, autoincrement=False
    )
    chain_id: Mapped[int]
    position: Mapped[int]
    words_digest: Mapped[Digest]
    hash: Mapped[Digest]


class AuditHead(Base):
    """The newest link of a chain; whoever writes a link locks this row first."""

    __tablename__ = "audit_heads"

    chain_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    position: Mapped[int]
    hash: Mapped[Digest]


class Counter(Base):
    """A number that only grows, changed in the transaction it counts."""

    __tablename__ = "counters"

    name: Mapped[str] = mapped_column(String(16), primary_key=True)
    value: Mapped[int]
