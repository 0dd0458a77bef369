"""Which subscriptions there are."""

from sqlalchemy import select

from briefings.model import Subscription
from briefings.storage.database import Database
from briefings.storage.subscriptions.rows import checked, subscription_of
from briefings.storage.tables import SubscriptionRow


def subscriptions(database: Database, *, guild_id: int) -> tuple[Subscription, ...]:
    """Those of a guild that have not ended."""
    query = (
        select(SubscriptionRow)
        .where(SubscriptionRow.guild_id == guild_id, SubscriptionRow.ended_at.is_(None))
        .order_by(SubscriptionRow.subscription_id)
    )
    with database.reading() as session:
        return tuple(subscription_of(row) for row in session.scalars(query))


def subscription(
    database: Database, subscription_id: int, *, guild_id: int | None = None
) -> Subscription:
    """Raises NotFoundError where it has ended, or belongs to another guild than `guild_id`."""
    with database.reading() as session:
        row = session.get(SubscriptionRow, subscription_id)
        return subscription_of(checked(row, subscription_id, guild_id=guild_id))
