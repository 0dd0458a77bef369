"""Subscriptions, editions, and the protocol that posts each once."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from briefings.storage.columns import Digest, Key, Offset
from briefings.storage.tables.base import Base
from briefings.storage.tables.readings import PACKED


class SubscriptionRow(Base):
    """`version` counts the changes; an ended subscription keeps its row. told: the reason that
    admins were told last, until a briefing arrives again."""

    __tablename__ = "subscriptions"
    __table_args__ = (Index("ix_subscriptions_state_next_slot_at", "state", "next_slot_at"),)

    subscription_id: Mapped[Key]
    guild_id: Mapped[int] = mapped_column(index=True)
    channel_id: Mapped[int] = mapped_column(index=True)
    zone: Mapped[str]
    local_time: Mapped[str] = mapped_column(String(8))
    weekdays: Mapped[str] = mapped_column(String(16))
    edges: Mapped[str]
    sources: Mapped[list[Any]]
    language: Mapped[str] = mapped_column(String(8))
    look_back_hours: Mapped[int] = mapped_column(Integer)
    catch_up_minutes: Mapped[int] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str | None]
    fail_count: Mapped[int] = mapped_column(Integer)
    created_by: Mapped[int]
    created_at: Mapped[datetime]
    next_slot_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(Integer)
    length: Mapped[str] = mapped_column(String(16))
    role_id: Mapped[int | None]
    quiet_from: Mapped[str | None] = mapped_column(String(8))
    quiet_until: Mapped[str | None] = mapped_column(String(8))
    chart: Mapped[bool]
    paused_by: Mapped[int | None]
    told: Mapped[str | None]


class EditionRow(Base):
    """An immutable issue; `key` is the digest of everything equal subscriptions agree on."""

    __tablename__ = "editions"
    __table_args__ = (UniqueConstraint("shelf_id", "key"),)

    edition_id: Mapped[Key]
    shelf_id: Mapped[int] = mapped_column(ForeignKey("shelves.shelf_id"))
    key: Mapped[Digest]
    since: Mapped[datetime]
    until: Mapped[datetime]
    look_back_hours: Mapped[int] = mapped_column(Integer)
    zone: Mapped[str]
    edges: Mapped[str]
    sources: Mapped[list[Any]]
    length: Mapped[str] = mapped_column(String(16))
    language: Mapped[str] = mapped_column(String(8))
    edition: Mapped[str]
    composed_at: Mapped[datetime]


class Chart(Base):
    """The picture of an edition, drawn once: a later try sends the same bytes."""

    __tablename__ = "charts"

    edition_id: Mapped[int] = mapped_column(ForeignKey("editions.edition_id"), primary_key=True)
    picture: Mapped[bytes] = mapped_column(LargeBinary)


class ItemRow(Base):
    """An extract of an edition: a span of a version, and the sha256 of its words."""

    __tablename__ = "items"
    __table_args__ = (PACKED,)

    edition_id: Mapped[int] = mapped_column(ForeignKey("editions.edition_id"), primary_key=True)
    position: Mapped[Offset] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.document_id"))
    version_id: Mapped[int] = mapped_column(ForeignKey("versions.version_id"), index=True)
    starts: Mapped[Offset]
    ends: Mapped[Offset]
    digest: Mapped[Digest]


class Delivery(Base):
    """One edition for one slot of one subscription.

    skipped: how many slots before it stay without a post. epoch: how often it was claimed, and the
    fencing token of the last claim. lease_until, first_try_at and audit_after: by the database's
    clock. retry_at and expires_at: by the clock that says what is due. held_since: when it would
    have been due without quiet hours.
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        UniqueConstraint("subscription_id", "slot_date", "slot_key"),
        Index("ix_deliveries_state_due_at", "state", "due_at"),
    )

    delivery_id: Mapped[Key]
    subscription_id: Mapped[int] = mapped_column(ForeignKey("subscriptions.subscription_id"))
    slot_date: Mapped[date]
    slot_key: Mapped[str] = mapped_column(String(64))
    due_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    late: Mapped[bool]
    skipped: Mapped[Offset]
    state: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str | None]
    owner: Mapped[str | None]
    lease_until: Mapped[datetime | None]
    epoch: Mapped[int] = mapped_column(Integer)
    attempts: Mapped[int] = mapped_column(Integer)
    first_try_at: Mapped[datetime | None]
    retry_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    audit_after: Mapped[datetime | None] = mapped_column(index=True)
    edition_id: Mapped[int | None] = mapped_column(ForeignKey("editions.edition_id"), index=True)
    held_since: Mapped[datetime | None]


class DeliveryPart(Base):
    """One message of a delivery, frozen: its payload never changes after the first try."""

    __tablename__ = "delivery_parts"
    __table_args__ = (PACKED,)

    delivery_id: Mapped[int] = mapped_column(ForeignKey("deliveries.delivery_id"), primary_key=True)
    part: Mapped[Offset] = mapped_column(primary_key=True)
    nonce: Mapped[str] = mapped_column(String(25), unique=True)
    payload: Mapped[str]
    tries: Mapped[int] = mapped_column(Integer)
    first_try_at: Mapped[datetime | None]
    message_id: Mapped[int | None]
    recorded_at: Mapped[datetime | None]


class Shown(Base):
    """Extracts that a channel has been given; no channel is given one twice.

    part: the message that shows it; None in rows from before messages were told apart.
    """

    __tablename__ = "shown"
    __table_args__ = (PACKED,)

    channel_id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[Digest] = mapped_column(primary_key=True)
    delivery_id: Mapped[int] = mapped_column(ForeignKey("deliveries.delivery_id"), index=True)
    part: Mapped[int | None] = mapped_column(Integer)


class Worker(Base):
    """A running bot; seen_at by the database's clock."""

    __tablename__ = "workers"

    worker_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    seen_at: Mapped[datetime]
