"""The messages of a delivery: frozen once, recorded under the claim that sent them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any

from sqlalchemy import bindparam, delete, exists, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from briefings.model import Extract, Span
from briefings.storage.bulk import put
from briefings.storage.columns import Utc
from briefings.storage.database import Database, database_now
from briefings.storage.deliveries.claims import HELD, Claim, held, keys_of
from briefings.storage.deliveries.ends import end_sent
from briefings.storage.tables import (
    Delivery,
    DeliveryPart,
    ItemRow,
    Shown,
    Version,
)

NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class Part:
    """One message. tries: how often it was about to be sent. seconds_since_first_try: by the
    database's clock, when this was looked up. message_id: of the message once it is recorded."""

    delivery_id: int
    part: int
    nonce: str
    payload: str
    tries: int
    seconds_since_first_try: float | None
    message_id: int | None


def nonce_of(claimed: Claim, part: int, *, application: int = 0, kind: str = "briefing") -> str:
    """24 hexadecimal digits, the same for every try; Discord takes 25 at most.

    Discord keeps them by author, so the channel is in it; and the due time, so that an archive
    begun anew, which counts its deliveries from one again, repeats none of the old one.
    """
    due = claimed.due_at.timestamp()
    name = f"{application}:{kind}:{claimed.channel_id}:{claimed.delivery_id}:{due}:{part}"
    return blake2b(name.encode(), digest_size=NONCE_BYTES).hexdigest()


def freeze(
    database: Database,
    claimed: Claim,
    *,
    edition_id: int | None,
    payloads: Sequence[str],
    digests: Sequence[Sequence[str]],
    application: int = 0,
) -> tuple[Part, ...] | None:
    """Write down what will be sent, before the first try, and that the channel is shown it.

    digests: of the extracts that each payload shows. What has been frozen before is returned
    instead. None: the delivery is another worker's now.
    """
    with database.begin() as session:
        to_freeze = keys_of(claimed) | {"edition": edition_id}
        if not session.connection().execute(_FREEZE, to_freeze).rowcount:
            known = held(session, claimed) is not None
            return _parts(session, claimed.delivery_id) if known else None
        rows: list[dict[str, Any]] = [
            {
                "delivery_id": claimed.delivery_id,
                "part": part,
                "nonce": nonce_of(claimed, part, application=application),
                "payload": payload,
                "tries": 0,
            }
            for part, payload in enumerate(payloads)
        ]
        put(session, DeliveryPart, rows)
        _mark_shown(session, claimed, digests)
        return tuple(Part(**row, seconds_since_first_try=None, message_id=None) for row in rows)


_FREEZE = (
    update(Delivery)
    .where(
        HELD,
        ~exists().where(DeliveryPart.delivery_id == bindparam("of_delivery")),
    )
    .values(edition_id=bindparam("edition"))
)


def _mark_shown(session: Session, claimed: Claim, digests: Sequence[Sequence[str]]) -> None:
    """An extract belongs to the first message that has it."""
    parts = {digest: part for part, each in reversed([*enumerate(digests)]) for digest in each}
    rows = [
        {
            "channel_id": claimed.channel_id,
            "digest": digest,
            "delivery_id": claimed.delivery_id,
            "part": part,
        }
        for digest, part in parts.items()
    ]
    if rows:
        write = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
        session.connection().execute(write(Shown).on_conflict_do_nothing(), rows)


def parts_of(database: Database, claimed: Claim) -> tuple[Part, ...]:
    """What is frozen of a delivery, in order; empty before."""
    with database.reading() as session:
        return _parts(session, claimed.delivery_id)


def _parts(session: Session, delivery_id: int) -> tuple[Part, ...]:
    rows = session.scalars(
        select(DeliveryPart)
        .where(DeliveryPart.delivery_id == delivery_id)
        .order_by(DeliveryPart.part)
    ).all()
    moment = database_now(session) if rows else None
    return tuple(part_of(row, moment) for row in rows)


def part_of(row: DeliveryPart, moment: datetime | None) -> Part:
    since = None
    if row.first_try_at is not None and moment is not None:
        since = (moment - row.first_try_at).total_seconds()
    return Part(
        delivery_id=row.delivery_id,
        part=row.part,
        nonce=row.nonce,
        payload=row.payload,
        tries=row.tries,
        seconds_since_first_try=since,
        message_id=row.message_id,
    )


def thaw(database: Database, claimed: Claim) -> bool:
    """Forget what was frozen, so that it can be frozen anew, if no part of it was ever tried."""
    with database.begin() as session:
        tried = select(DeliveryPart.part).where(
            DeliveryPart.delivery_id == claimed.delivery_id, DeliveryPart.tries > 0
        )
        if held(session, claimed) is None or session.scalar(tried.limit(1)) is not None:
            return False
        session.execute(delete(DeliveryPart).where(DeliveryPart.delivery_id == claimed.delivery_id))
        session.execute(delete(Shown).where(Shown.delivery_id == claimed.delivery_id))
        return True


def frozen_extracts(database: Database, claimed: Claim) -> tuple[Extract, ...]:
    """What the frozen parts of a delivery quote; the words as they are stored by now."""
    query = (
        select(ItemRow, Version.text)
        .join(Delivery, Delivery.edition_id == ItemRow.edition_id)
        .join(Version, Version.version_id == ItemRow.version_id)
        .join(
            Shown,
            (Shown.digest == ItemRow.digest) & (Shown.delivery_id == Delivery.delivery_id),
        )
        .where(Delivery.delivery_id == claimed.delivery_id)
        .order_by(ItemRow.position)
    )
    with database.reading() as session:
        return tuple(_extract(row, text) for row, text in session.execute(query))


def _extract(row: ItemRow, text: str) -> Extract:
    span = Span(row.starts, row.ends)
    return Extract(row.document_id, row.version_id, span, span.of(text), row.digest)


def record_part(
    database: Database, claimed: Claim, part: int, *, message_id: int, last: bool = False
) -> bool:
    """Write down which message a part became; with the last one the delivery ends as sent.

    False: another worker has the delivery now, and the message is one too many unless that worker
    finds it; the loser deletes its own.
    """
    with database.begin() as session:
        connection = session.connection()
        if connection.execute(_LOCK, keys_of(claimed)).first() is None:
            return False
        moment = database_now(session)
        became = {"of_delivery": claimed.delivery_id, "of_part": part, "message": message_id}
        if not connection.execute(_RECORD, became | {"moment": moment}).rowcount:
            return False
        if last:
            end_sent(session, claimed, moment)
        return True


_LOCK = select(Delivery.delivery_id).where(HELD).with_for_update()
_RECORD = (
    update(DeliveryPart)
    .where(
        DeliveryPart.delivery_id == bindparam("of_delivery"),
        DeliveryPart.part == bindparam("of_part"),
        or_(DeliveryPart.message_id.is_(None), DeliveryPart.message_id == bindparam("message")),
    )
    .values(
        message_id=bindparam("message"),
        recorded_at=func.coalesce(DeliveryPart.recorded_at, bindparam("moment", type_=Utc())),
    )
)
