"""What is to be known of a subscription before it is given an edition, in one look."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from briefings.model import DeliveryState, Subscription
from briefings.storage.database import Database
from briefings.storage.subscriptions import subscription_of
from briefings.storage.subscriptions.rows import checked
from briefings.storage.tables import Delivery, EditionRow, Shelf, Shown, SubscriptionRow

REACHED_A_CHANNEL = (DeliveryState.SENT, DeliveryState.SENDING, DeliveryState.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Standing:
    """given: digests of the extracts that the channel was shown. last_until: where the window of
    the last edition ended that the subscription was given. own_shelf: the guild's, if it has one.
    """

    subscription: Subscription
    given: frozenset[str]
    last_until: datetime | None
    own_shelf: int | None


_LAST_UNTIL = (
    select(func.max(EditionRow.until))
    .join(Delivery, Delivery.edition_id == EditionRow.edition_id)
    .where(
        Delivery.subscription_id == bindparam("of_subscription"),
        Delivery.state.in_([state.value for state in REACHED_A_CHANNEL]),
        EditionRow.until < bindparam("before"),
    )
)
_OWN_SHELF = select(Shelf.shelf_id).where(Shelf.guild_id == SubscriptionRow.guild_id).limit(1)
_STANDING = select(
    SubscriptionRow,
    _LAST_UNTIL.correlate(None).scalar_subquery(),
    _OWN_SHELF.correlate(SubscriptionRow).scalar_subquery(),
).where(SubscriptionRow.subscription_id == bindparam("of_subscription"))


def standing(database: Database, subscription_id: int, *, before: datetime) -> Standing:
    """As of this moment. Raises NotFoundError where the subscription has ended."""
    with database.reading() as session:
        found = session.execute(
            _STANDING, {"of_subscription": subscription_id, "before": before}
        ).first()
        row, last_until, own_shelf = found or (None, None, None)
        held = subscription_of(checked(row, subscription_id, guild_id=None))
        return Standing(held, _given(session, held.channel_id), last_until, own_shelf)


def shown_in(database: Database, channel_id: int) -> frozenset[str]:
    """Digests of the extracts that a channel has been given."""
    with database.reading() as session:
        return _given(session, channel_id)


def last_window_end(
    database: Database, subscription_id: int, *, before: datetime
) -> datetime | None:
    """Where the window of the last edition that this subscription was given ended."""
    with database.reading() as session:
        return session.scalar(_LAST_UNTIL, {"of_subscription": subscription_id, "before": before})


def _given(session: Session, channel_id: int) -> frozenset[str]:
    return frozenset(session.scalars(_GIVEN, {"of_channel": channel_id}))


_GIVEN = select(Shown.digest).where(Shown.channel_id == bindparam("of_channel"))
