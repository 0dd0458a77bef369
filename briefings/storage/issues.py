"""What was posted where: the editions of a guild's briefings, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, and_, func, select

from briefings.errors import NotFoundError
from briefings.model import DeliveryState
from briefings.storage.database import Database
from briefings.storage.tables import Delivery, DeliveryPart, EditionRow, SubscriptionRow


@dataclass(frozen=True, slots=True)
class PastIssue:
    """One delivery that was due. message_id: of its first message, once it is posted."""

    delivery_id: int
    guild_id: int
    channel_id: int
    due_at: datetime
    zone: str
    state: DeliveryState
    reason: str | None
    edition_id: int | None
    message_id: int | None


@dataclass(frozen=True, slots=True)
class StoredEdition:
    """An edition as it was composed, with where it was posted first, if anywhere.

    key: the digest that is its own everywhere.
    """

    edition_id: int
    key: str
    composed_at: datetime
    edition: str
    posted: tuple[int, int, int] | None


def past_issues(
    database: Database,
    *,
    guild_id: int,
    subscription_id: int | None = None,
    offset: int = 0,
    limit: int = 10,
) -> tuple[PastIssue, ...]:
    """Deliveries of a guild, or of one of its briefings, whatever became of them; newest first."""
    first = and_(DeliveryPart.delivery_id == Delivery.delivery_id, DeliveryPart.part == 0)
    query = (
        _of_guild(guild_id, subscription_id)
        .add_columns(DeliveryPart.message_id)
        .outerjoin(DeliveryPart, first)
        .order_by(Delivery.due_at.desc(), Delivery.delivery_id.desc())
        .offset(offset)
        .limit(limit)
    )
    with database.reading() as session:
        return tuple(
            PastIssue(
                delivery_id=delivery.delivery_id,
                guild_id=subscription.guild_id,
                channel_id=subscription.channel_id,
                due_at=delivery.due_at,
                zone=subscription.zone,
                state=DeliveryState(delivery.state),
                reason=delivery.reason,
                edition_id=delivery.edition_id,
                message_id=message_id or None,
            )
            for delivery, subscription, message_id in session.execute(query)
        )


def count_past_issues(
    database: Database, *, guild_id: int, subscription_id: int | None = None
) -> int:
    rows = _of_guild(guild_id, subscription_id).subquery()
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(rows)) or 0


def stored_edition(
    database: Database, edition_id: int, *, guild_id: int | None = None
) -> StoredEdition:
    """Raises NotFoundError, also where no briefing of `guild_id` was given it."""
    found = stored_editions(database, guild_id=guild_id, edition_ids=(edition_id,))
    if not found:
        raise NotFoundError(f"There is no edition {edition_id}", what="edition", wanted=edition_id)
    return found[0]


def stored_editions(
    database: Database,
    *,
    guild_id: int | None = None,
    subscription_id: int | None = None,
    edition_ids: Sequence[int] = (),
    limit: int = 50,
) -> tuple[StoredEdition, ...]:
    """By the end of their windows, newest first; without `guild_id` those of every guild."""
    query = select(EditionRow).order_by(EditionRow.until.desc(), EditionRow.edition_id.desc())
    if edition_ids:
        query = query.where(EditionRow.edition_id.in_(edition_ids))
    if guild_id is not None:
        given = _of_guild(guild_id, subscription_id).with_only_columns(Delivery.edition_id)
        query = query.where(
            EditionRow.edition_id.in_(given.where(Delivery.edition_id.is_not(None)))
        )
    with database.reading() as session:
        rows = session.scalars(query.limit(limit)).all()
    places = _places(database, [row.edition_id for row in rows], guild_id)
    return tuple(
        StoredEdition(
            row.edition_id, row.key, row.composed_at, row.edition, places.get(row.edition_id)
        )
        for row in rows
    )


def _of_guild(guild_id: int, subscription_id: int | None) -> Select[Delivery, SubscriptionRow]:
    query = (
        select(Delivery, SubscriptionRow)
        .join(SubscriptionRow, SubscriptionRow.subscription_id == Delivery.subscription_id)
        .where(SubscriptionRow.guild_id == guild_id)
    )
    if subscription_id is not None:
        query = query.where(SubscriptionRow.subscription_id == subscription_id)
    return query


def _places(
    database: Database, edition_ids: Sequence[int], guild_id: int | None
) -> dict[int, tuple[int, int, int]]:
    """(guild, channel, message) of the first message that shows each edition."""
    query = (
        select(
            Delivery.edition_id,
            SubscriptionRow.guild_id,
            SubscriptionRow.channel_id,
            DeliveryPart.message_id,
        )
        .join(SubscriptionRow, SubscriptionRow.subscription_id == Delivery.subscription_id)
        .join(DeliveryPart, DeliveryPart.delivery_id == Delivery.delivery_id)
        .where(
            Delivery.edition_id.in_(edition_ids),
            DeliveryPart.part == 0,
            DeliveryPart.message_id > 0,
        )
        .order_by(Delivery.delivery_id.desc())
    )
    if guild_id is not None:
        query = query.where(SubscriptionRow.guild_id == guild_id)
    with database.reading() as session:
        return {
            edition_id: (guild, channel, message)
            for edition_id, guild, channel, message in session.execute(query)
            if edition_id is not None and message is not None
        }
