"""What the archive holds of a guild, and of a person: told as rows, ready for JSON."""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, String, cast, or_, select
from sqlalchemy.orm import Session

from briefings.storage.database import Database
from briefings.storage.tables import (
    AuditEntry,
    AuditWords,
    Base,
    Body,
    Chart,
    Correction,
    DateRow,
    Delivery,
    DeliveryPart,
    Departure,
    Desk,
    DeskRole,
    Document,
    EditionRow,
    EntryRow,
    Feed,
    Fingerprint,
    Grading,
    Grant,
    ItemRow,
    LookRow,
    MentionRow,
    NameRow,
    Passage,
    SentenceRow,
    Shelf,
    Shown,
    Source,
    SubscriptionRow,
    UtteranceRow,
    Version,
    WatchRow,
    Word,
)

Model = type[Base]
Rows = Sequence[Mapping[str, Any]]
DERIVED: frozenset[Model] = frozenset(
    (Passage, Word, Fingerprint, SentenceRow, UtteranceRow, MentionRow, DateRow, Chart, Body)
)
"""What was made out of texts, and the bytes that texts were read from: not exported."""

PERSONS: tuple[tuple[Any, int | None], ...] = (
    (Document.added_by, None),
    (Version.added_by, None),
    (Correction.made_by, None),
    (Feed.added_by, None),
    (NameRow.added_by, None),
    (Grading.graded_by, None),
    (DeskRole.given_by, None),
    (Grant.granted_by, 0),
    (SubscriptionRow.created_by, 0),
    (SubscriptionRow.paused_by, None),
)
"""Columns that say who it was, and what stands there once that is forgotten."""

OWN: tuple[Any, ...] = (WatchRow, LookRow)
"""What is a person's own, in whatever guild: rows that go with them."""


def owned_by(guild_id: int) -> Iterator[tuple[Model, ColumnElement[bool]]]:
    """The rows of a guild, those first that others point at nothing of. Its log is not among
    them, nor its shelf's own row."""
    shelves = select(Shelf.shelf_id).where(Shelf.guild_id == guild_id)
    versions = select(Version.version_id).where(Version.shelf_id.in_(shelves))
    feeds = select(Feed.feed_id).where(Feed.shelf_id.in_(shelves))
    editions = select(EditionRow.edition_id).where(EditionRow.shelf_id.in_(shelves))
    subscriptions = select(SubscriptionRow.subscription_id).where(
        SubscriptionRow.guild_id == guild_id
    )
    deliveries = select(Delivery.delivery_id).where(Delivery.subscription_id.in_(subscriptions))
    yield Shown, Shown.delivery_id.in_(deliveries)
    yield DeliveryPart, DeliveryPart.delivery_id.in_(deliveries)
    yield Delivery, Delivery.subscription_id.in_(subscriptions)
    yield SubscriptionRow, SubscriptionRow.guild_id == guild_id
    yield ItemRow, ItemRow.edition_id.in_(editions)
    yield Chart, Chart.edition_id.in_(editions)
    yield EditionRow, EditionRow.shelf_id.in_(shelves)
    for read in (SentenceRow, MentionRow, DateRow):
        yield read, read.version_id.in_(versions)
    for found in (UtteranceRow, Fingerprint, Passage, Word, Correction):
        yield found, found.shelf_id.in_(shelves)
    yield EntryRow, EntryRow.feed_id.in_(feeds)
    for kept in (Feed, Version, Body, Document, Source):
        yield kept, kept.shelf_id.in_(shelves)
    for own in (Grant, Desk, DeskRole, Grading, NameRow, *OWN, Departure):
        yield own, own.guild_id == guild_id


def held_of_guild(database: Database, guild_id: int) -> dict[str, Rows]:
    """All that is a guild's own, by table; texts whole, what was worked out of them not."""
    found: dict[str, Rows] = {}
    with database.reading() as session:
        for model, condition in owned_by(guild_id):
            if model not in DERIVED:
                found[model.__tablename__] = _rows(session, _columns(model).where(condition))
        found["audit_log"] = _rows(session, _log().where(AuditEntry.guild_id == guild_id))
    return found


def held_of_person(database: Database, user_id: int) -> dict[str, Rows]:
    """What names the person, by table: what they added or set, their rights, their deeds."""
    found: dict[str, Rows] = {}
    with database.reading() as session:
        for column, _ in PERSONS:
            model: Model = column.class_
            rows = _rows(session, _naming(column).where(column == user_id))
            found[model.__tablename__] = [*found.get(model.__tablename__, ()), *rows]
        own = (Grant.holder == "user") & (Grant.holder_id == user_id)
        rights = _rows(session, _columns(Grant).where(own))
        found["grants"] = [*found["grants"], *rights]
        for kept in OWN:
            theirs = _columns(kept).where(kept.user_id == user_id)
            found[kept.__tablename__] = _rows(session, theirs)
        found["audit_log"] = _rows(session, _log().where(naming(user_id)))
    return {table: rows for table, rows in found.items() if rows}


def naming(user_id: int) -> ColumnElement[bool]:
    """Words of the log that say that this person did it, or name their id."""
    number = f"%{user_id}%"
    return or_(
        AuditWords.by == user_id,
        cast(AuditWords.before, String).like(number),
        cast(AuditWords.after, String).like(number),
    )


def _naming(column: Any) -> Select[Any]:
    """The row's key and what says who; the guild's own words are the guild's."""
    table = column.class_.__table__
    return select(*table.primary_key.columns, column)


def _columns(model: Model) -> Select[Any]:
    return select(*model.__table__.columns)


def _log() -> Select[Any]:
    words = (AuditWords.by, AuditWords.before, AuditWords.after)
    facts = (AuditEntry.entry_id, AuditEntry.guild_id, AuditEntry.action, AuditEntry.at)
    return (
        select(*facts, AuditEntry.subject_id, AuditEntry.undo_of, *words)
        .outerjoin(AuditWords, AuditWords.entry_id == AuditEntry.entry_id)
        .order_by(AuditEntry.entry_id)
    )


def _rows(session: Session, query: Select[Any]) -> list[dict[str, Any]]:
    return [_told(row) for row in session.execute(query)]


def _told(row: Row[Any]) -> dict[str, Any]:
    return {name: _plain(value) for name, value in row._mapping.items()}  # noqa: SLF001 -- public by its documentation


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return b64encode(value).decode() if isinstance(value, bytes) else value
