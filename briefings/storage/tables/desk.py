"""Who may do what in a guild, where its notices go, and who did what."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from briefings.storage.columns import Key
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
    by: Mapped[int | None]
    at: Mapped[datetime]
    subject_id: Mapped[int | None]
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]
    undo_of: Mapped[int | None] = mapped_column(ForeignKey("audit_log.entry_id"), index=True)


class Counter(Base):
    """A number that only grows, changed in the transaction it counts."""

    __tablename__ = "counters"

    name: Mapped[str] = mapped_column(String(16), primary_key=True)
    value: Mapped[int]
