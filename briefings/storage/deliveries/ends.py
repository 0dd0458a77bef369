"""How deliveries end, and what follows for their subscription."""

from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, false, or_, select, update
from sqlalchemy.orm import Session

from briefings.model import DeliveryState, SubscriptionState
from briefings.storage.database import Database, database_now
from briefings.storage.deliveries.claims import AUDIT_AFTER_LEASES, HELD, Claim, held, keys_of
from briefings.storage.tables import Delivery, DeliveryPart, Shown, SubscriptionRow


def finish(
    database: Database, claimed: Claim, state: DeliveryState, *, reason: str | None = None
) -> bool:
    """Write how it ended; False where another worker has it now.

    If nothing of it reached the channel, its extracts do not count as shown.
    """
    with database.begin() as session:
        delivery = held(session, claimed)
        if delivery is None:
            return False
        end(session, delivery, claimed, state=state, reason=reason)
        return True


_SENT = (
    update(Delivery)
    .where(HELD)
    .values(
        state=DeliveryState.SENT.value,
        reason=None,
        owner=None,
        lease_until=None,
        finished_at=bindparam("moment"),
        audit_after=bindparam("audit"),
    )
)


def end_sent(session: Session, claimed: Claim, moment: datetime) -> None:
    """The end of a delivery that is held and locked, and whose last message is there."""
    audit = _audit_after(claimed, moment) if claimed.epoch > 1 else None
    parameters = keys_of(claimed) | {"moment": moment, "audit": audit}
    session.connection().execute(_SENT, parameters)
    if claimed.ailing:
        _went_well(session, claimed.subscription_id)


def _audit_after(claimed: Claim, moment: datetime) -> datetime:
    return moment + timedelta(seconds=AUDIT_AFTER_LEASES * claimed.lease_seconds)


def end(
    session: Session,
    delivery: Delivery,
    claimed: Claim,
    *,
    state: DeliveryState,
    reason: str | None = None,
) -> None:
    """The end of a delivery that is held, inside a transaction."""
    moment = database_now(session)
    delivery.state, delivery.reason = state.value, reason
    delivery.owner = delivery.lease_until = None
    delivery.finished_at = moment
    if delivery.epoch > 1:
        delivery.audit_after = _audit_after(claimed, moment)
    if state in {DeliveryState.FAILED, DeliveryState.SKIPPED}:
        _take_back_shown(session, claimed.delivery_id)
    if state is DeliveryState.SENT and claimed.ailing:
        _went_well(session, claimed.subscription_id)
    elif state is DeliveryState.FAILED:
        session.get_one(SubscriptionRow, claimed.subscription_id).fail_count += 1


def _went_well(session: Session, subscription_id: int) -> None:
    """Whatever was wrong with the channel is over."""
    session.execute(
        update(SubscriptionRow)
        .where(
            SubscriptionRow.subscription_id == subscription_id,
            SubscriptionRow.state == SubscriptionState.ACTIVE.value,
            or_(
                SubscriptionRow.fail_count > 0,
                SubscriptionRow.reason.is_not(None),
                SubscriptionRow.told.is_not(None),
            ),
        )
        .values(fail_count=0, reason=None, told=None)
        .execution_options(synchronize_session=False)
    )


def _take_back_shown(session: Session, delivery_id: int) -> None:
    """What stood in messages that did not reach the channel is still to be shown there."""
    arrived = select(DeliveryPart.part).where(
        DeliveryPart.delivery_id == delivery_id, DeliveryPart.message_id.is_not(None)
    )
    parts = set(session.scalars(arrived))
    lost = or_(Shown.part.is_(None) if not parts else false(), Shown.part.not_in(parts))
    session.execute(delete(Shown).where(Shown.delivery_id == delivery_id, lost))
