"""Documents that changed after they were quoted, and the messages that have to say so.

What a message has to say follows from the archive alone, with the day on which it came about; so
editing it twice gives the same message. What it says is never taken back.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from briefings.model import DeliveryState
from briefings.storage.audit import Deed, record
from briefings.storage.changes import CHANGE
from briefings.storage.database import Database
from briefings.storage.deliveries.parts import Part, part_of
from briefings.storage.tables import (
    AuditEntry,
    AuditWords,
    Correction,
    Counter,
    Delivery,
    DeliveryPart,
    Document,
    ItemRow,
    Shown,
    Source,
    SubscriptionRow,
    Version,
)

AT_ONCE = 50  # documents
MOST_MESSAGES = 200  # edited in one round of posting; the rest in the next ones
NOTED = "corrected"  # the counter of changes that have been looked at, and the deed in the log
UNDER_WAY = (DeliveryState.DUE.value, DeliveryState.SENDING.value)


@dataclass(frozen=True, slots=True)
class Cause:
    """subject: "changed" (the words are no longer in the document), "removed" or "retracted"."""

    document_id: int
    subject: str
    source: str
    on: datetime


@dataclass(frozen=True, slots=True)
class Correcting:
    """A delivery whose messages have to name these causes, those named before included."""

    delivery_id: int
    guild_id: int
    channel_id: int
    language: str
    zone: str
    parts: tuple[Part, ...]
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """corrections: what follows from the changes up to `change`."""

    change: int
    corrections: tuple[Correcting, ...]


def to_correct(database: Database, *, messages: int = MOST_MESSAGES) -> Changes:
    """What follows from the next changes that have not been looked at, of documents that were
    quoted. One in a delivery that is under way ends the list: it is looked at when that has ended.
    Where more messages need a line than are given, no change counts as looked at yet.
    """
    in_an_edition = (
        select(ItemRow.version_id)
        .join(Version, Version.version_id == ItemRow.version_id)
        .where(Version.document_id == Document.document_id)
        .exists()
    )
    with database.reading() as session:
        before = session.scalar(select(Counter.value).where(Counter.name == NOTED)) or 0
        newest = session.scalar(select(Counter.value).where(Counter.name == CHANGE)) or 0
        documents = session.scalars(
            select(Document)
            .where(Document.change > before, in_an_edition)
            .order_by(Document.change)
            .limit(AT_ONCE)
        ).all()
        found: dict[int, set[Cause]] = {}
        seen = before
        for document in documents:
            quoted = _quoted(session, document)
            if any(each.state in UNDER_WAY for each in quoted):
                break
            for each in quoted:
                found.setdefault(each.delivery_id, set()).add(each.cause)
            seen = document.change
        else:
            if len(documents) < AT_ONCE:  # those that changed until then are all looked at
                seen = max(seen, newest)
        some = tuple(islice(_correcting(session, found), messages + 1))
        return Changes(before if len(some) > messages else seen, some[:messages])


def corrected(database: Database, done: Correcting, *, now: datetime) -> None:
    """The messages say it. Of two processes that saw the same change, the first one logs it."""
    causes = [_in_words(cause) for cause in done.causes]
    deed = Deed(NOTED, None, now, done.guild_id)
    with database.begin() as session:
        session.get_one(Delivery, done.delivery_id, with_for_update=True)
        said = _said(session, done.guild_id, done.delivery_id)
        if [_in_words(cause) for cause in said] != causes:
            record(session, deed, subject_id=done.delivery_id, after={"causes": causes})


def corrected_up_to(database: Database, change: int) -> None:
    """All that follows from changes up to this one has been said."""
    with database.begin() as session:
        changed = update(Counter).where(Counter.name == NOTED, Counter.value < change)
        session.execute(changed.values(value=change))
        if session.get(Counter, NOTED) is None:
            session.add(Counter(name=NOTED, value=change))


class _Quoting(NamedTuple):
    delivery_id: int
    state: str
    cause: Cause


def _quoted(session: Session, document: Document) -> list[_Quoting]:
    """Deliveries that showed their channel an extract which is no longer what it was, and why.

    One extract may stand in ten thousand channels: only what is needed of each is loaded.
    """
    whole, changed = _of_the_whole(session, document), _last(session, document, "changed")
    if not whole and changed is None:
        return []
    source = session.get_one(Source, document.source_id).name
    causes = [Cause(document.document_id, subject, source, on) for subject, on in whole]
    versions = session.execute(
        select(Version.version_id, Version.text).where(Version.document_id == document.document_id)
    )
    texts: dict[int, str] = dict(versions.all())
    now = texts[max(texts)]
    found: list[_Quoting] = []
    for delivery_id, state, version_id, starts, ends in _shown(session, document):
        found += [_Quoting(delivery_id, state, cause) for cause in causes]
        if changed is not None and texts[version_id][starts:ends] not in now:
            cause = Cause(document.document_id, "changed", source, changed)
            found.append(_Quoting(delivery_id, state, cause))
    return found


def _shown(session: Session, document: Document) -> Iterable[tuple[int, str, int, int, int]]:
    """Of each extract of the document in each channel: delivery, its state, version, span."""
    return session.execute(
        select(
            Delivery.delivery_id,
            Delivery.state,
            ItemRow.version_id,
            ItemRow.starts,
            ItemRow.ends,
        )
        .join(Shown, Shown.delivery_id == Delivery.delivery_id)
        .join(
            ItemRow,
            (ItemRow.digest == Shown.digest) & (ItemRow.edition_id == Delivery.edition_id),
        )
        .join(Version, Version.version_id == ItemRow.version_id)
        .where(Version.document_id == document.document_id)
    ).all()


def _of_the_whole(session: Session, document: Document) -> list[tuple[str, datetime]]:
    known = {
        "removed": document.removed_at,
        "retracted": _last(session, document, "retracted"),
    }
    return [(subject, on) for subject, on in known.items() if on is not None]


def _last(session: Session, document: Document, subject: str) -> datetime | None:
    return session.scalar(
        select(Correction.made_at)
        .where(Correction.document_id == document.document_id, Correction.subject == subject)
        .order_by(Correction.correction_id.desc())
        .limit(1)
    )


def _correcting(session: Session, found: Mapping[int, set[Cause]]) -> Iterable[Correcting]:
    """Those of the deliveries that do not say all of it already."""
    for delivery_id, causes in sorted(found.items()):
        delivery = session.get_one(Delivery, delivery_id)
        held = session.get_one(SubscriptionRow, delivery.subscription_id)
        said = _said(session, held.guild_id, delivery_id)
        known = {(cause.document_id, cause.subject) for cause in said}
        fresh = [each for each in causes if (each.document_id, each.subject) not in known]
        parts = _parts(session, delivery_id)
        if fresh and parts:
            yield Correcting(
                delivery_id=delivery_id,
                guild_id=held.guild_id,
                channel_id=held.channel_id,
                language=held.language,
                zone=held.zone,
                parts=parts,
                causes=(*said, *sorted(fresh, key=lambda each: (each.on, each.document_id))),
            )


def _parts(session: Session, delivery_id: int) -> tuple[Part, ...]:
    """Its messages that are still there, as far as we know."""
    rows = session.scalars(
        select(DeliveryPart)
        .where(DeliveryPart.delivery_id == delivery_id, DeliveryPart.message_id > 0)
        .order_by(DeliveryPart.part)
    )
    return tuple(part_of(row, None) for row in rows)


def _said(session: Session, guild_id: int, delivery_id: int) -> Sequence[Cause]:
    """The causes that its messages name, by the log."""
    last = session.scalar(
        select(AuditWords.after)
        .join(AuditEntry, AuditEntry.entry_id == AuditWords.entry_id)
        .where(
            AuditEntry.guild_id == guild_id,
            AuditEntry.action == NOTED,
            AuditEntry.subject_id == delivery_id,
        )
        .order_by(AuditEntry.entry_id.desc())
        .limit(1)
    )
    return [
        Cause(each["document_id"], each["subject"], each["source"], _moment(each["on"]))
        for each in (last or {}).get("causes", [])
    ]


def _moment(given: str) -> datetime:
    return datetime.fromisoformat(given)


def _in_words(cause: Cause) -> dict[str, Any]:
    return {
        "document_id": cause.document_id,
        "subject": cause.subject,
        "source": cause.source,
        "on": cause.on.isoformat(),
    }
