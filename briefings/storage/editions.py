"""Editions: composed once, kept for good, shared by equal subscriptions."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from briefings.errors import NotFoundError
from briefings.model import Edge, Extract, Window
from briefings.storage.bulk import put
from briefings.storage.columns import joined
from briefings.storage.database import Database
from briefings.storage.tables import Delivery, EditionRow, ItemRow, SubscriptionRow


@dataclass(frozen=True, slots=True)
class EditionKey:
    """Everything that makes two subscriptions' editions the same one. shelves: the visible ones;
    the last of them, a guild's own if it has one, is where the edition stands."""

    shelves: tuple[int, ...]
    window: Window
    zone: str
    edges: tuple[Edge, ...]
    sources: tuple[str, ...] = ()
    length: str = "full"
    language: str = "en"

    @property
    def shelf_id(self) -> int:
        return self.shelves[-1]

    @property
    def digest(self) -> str:
        window = self.window
        parts = [
            sorted(self.shelves),
            window.since.timestamp(),
            window.until.timestamp(),
            window.look_back_hours,
            self.zone,
            list(self.edges),
            sorted(self.sources),
            self.length,
            self.language,
        ]
        return sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def find_edition(database: Database, key: EditionKey) -> tuple[int, str] | None:
    """(edition_id, the edition as JSON), if it has been composed."""
    with database.reading() as session:
        return _find(session, key)


def store_edition(
    database: Database,
    key: EditionKey,
    edition_json: str,
    *,
    extracts: Sequence[Extract],
    now: datetime,
) -> int:
    """Keep an edition with the spans it quotes; if it is there already, that one stays."""
    return database.do(
        lambda session: _store_once(session, key, edition_json, extracts=extracts, now=now)
    )


def edition(database: Database, edition_id: int) -> str:
    """The edition as JSON. Raises NotFoundError."""
    with database.reading() as session:
        found = session.get(EditionRow, edition_id)
    if found is None:
        raise NotFoundError(f"There is no edition {edition_id}", what="edition", wanted=edition_id)
    return found.edition


def editions_given(
    database: Database, *, channel_id: int, before: datetime, limit: int
) -> tuple[int, ...]:
    """Ids of the last editions that a channel was given, newest first."""
    query = (
        select(Delivery.edition_id)
        .join(SubscriptionRow, SubscriptionRow.subscription_id == Delivery.subscription_id)
        .where(
            SubscriptionRow.channel_id == channel_id,
            Delivery.edition_id.is_not(None),
            Delivery.due_at < before,
        )
        .order_by(Delivery.due_at.desc(), Delivery.delivery_id.desc())
        .limit(limit)
    )
    with database.reading() as session:
        found = (number for number in session.scalars(query) if number is not None)
        return tuple(dict.fromkeys(found))


def _find(session: Session, key: EditionKey) -> tuple[int, str] | None:
    found = session.execute(
        select(EditionRow.edition_id, EditionRow.edition).where(
            EditionRow.shelf_id == key.shelf_id, EditionRow.key == key.digest
        )
    ).first()
    return None if found is None else (found[0], found[1])


def _store_once(
    session: Session,
    key: EditionKey,
    edition_json: str,
    *,
    extracts: Sequence[Extract],
    now: datetime,
) -> int:
    found = _find(session, key)
    if found is not None:
        return found[0]
    row = EditionRow(
        shelf_id=key.shelf_id,
        key=key.digest,
        since=key.window.since,
        until=key.window.until,
        look_back_hours=key.window.look_back_hours,
        zone=key.zone,
        edges=joined(key.edges),
        sources=list(key.sources),
        length=key.length,
        language=key.language,
        edition=edition_json,
        composed_at=now,
    )
    session.add(row)
    session.flush()
    items = [
        {
            "edition_id": row.edition_id,
            "position": position,
            "document_id": extract.document_id,
            "version_id": extract.version_id,
            "starts": extract.span.start,
            "ends": extract.span.end,
            "digest": extract.digest,
        }
        for position, extract in enumerate(extracts)
    ]
    put(session, ItemRow, items)
    return row.edition_id
