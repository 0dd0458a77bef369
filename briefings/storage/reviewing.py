"""One delivery with all that has to be known to say why something is in it or not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select

from briefings.errors import NotFoundError
from briefings.model import DeliveryState
from briefings.storage.database import Database
from briefings.storage.tables import Delivery, EditionRow, Shown, SubscriptionRow


@dataclass(frozen=True, slots=True)
class GivenIssue:
    """A briefing that a channel was given. edition: JSON. sources: those it was confined to, all
    where there are none. given: digests of the extracts that it showed; before: of those that the
    channel had been shown by then."""

    delivery_id: int
    channel_id: int
    due_at: datetime
    edition_id: int
    composed_at: datetime
    edition: str
    sources: tuple[str, ...]
    given: frozenset[str]
    before: frozenset[str]


@dataclass(frozen=True, slots=True)
class GivenRow:
    """A briefing that a channel was given, to be picked."""

    delivery_id: int
    channel_id: int
    due_at: datetime
    zone: str


def given_rows(
    database: Database, *, guild_id: int, channels: Sequence[int] | None = None, limit: int = 25
) -> tuple[GivenRow, ...]:
    """Newest first. channels: those alone, where they are named."""
    query = _given(guild_id).with_only_columns(
        Delivery.delivery_id, SubscriptionRow.channel_id, Delivery.due_at, SubscriptionRow.zone
    )
    if channels is not None:
        query = query.where(SubscriptionRow.channel_id.in_(channels))
    query = query.order_by(Delivery.due_at.desc(), Delivery.delivery_id.desc()).limit(limit)
    with database.reading() as session:
        return tuple(GivenRow(*row) for row in session.execute(query))


def given_issue(database: Database, delivery_id: int, *, guild_id: int) -> GivenIssue:
    """Raises NotFoundError, also for one that is another guild's, or was never posted."""
    query = _given(guild_id).where(Delivery.delivery_id == delivery_id)
    with database.reading() as session:
        found = session.execute(query).first()
        if found is None:
            raise NotFoundError(
                f"There is no briefing {delivery_id}", what="edition", wanted=delivery_id
            )
        delivery, subscription, edition = found
        shown = session.execute(
            select(Shown.digest, Shown.delivery_id)
            .join(Delivery, Delivery.delivery_id == Shown.delivery_id)
            .where(Shown.channel_id == subscription.channel_id, Delivery.due_at <= delivery.due_at)
        ).all()
    return GivenIssue(
        delivery_id,
        subscription.channel_id,
        delivery.due_at,
        edition.edition_id,
        edition.composed_at,
        edition.edition,
        tuple(edition.sources),
        frozenset(digest for digest, by in shown if by == delivery_id),
        frozenset(digest for digest, by in shown if by != delivery_id),
    )


def _given(guild_id: int) -> Select[Delivery, SubscriptionRow, EditionRow]:
    return (
        select(Delivery, SubscriptionRow, EditionRow)
        .join(SubscriptionRow, SubscriptionRow.subscription_id == Delivery.subscription_id)
        .join(EditionRow, EditionRow.edition_id == Delivery.edition_id)
        .where(
            SubscriptionRow.guild_id == guild_id,
            Delivery.state == DeliveryState.SENT.value,
        )
    )
