"""Claiming deliveries, keeping them while they are sent, and letting them go."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Select,
    and_,
    bindparam,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Session

from briefings.model import DeliveryState, SubscriptionState
from briefings.schedule import quiet_until
from briefings.storage.columns import Utc
from briefings.storage.database import Database, database_now
from briefings.storage.subscriptions import BY_SCHEDULE, quiet_of
from briefings.storage.tables import (
    Delivery,
    DeliveryPart,
    SubscriptionRow,
)

AUDIT_AFTER_LEASES = 2
"""Until then a worker that was paused may still wake up and post."""

LONGEST_LEASES = 2
"""A lease that ends farther off than so many was written before the clock was set back. More than
one, since whoever compares may have read the clock before the other did who wrote."""

LONGEST_PUT_OFF = timedelta(hours=1)
"""What is put off for longer was so before the clock was set back."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A delivery that this worker may send while its lease lasts.

    epoch: how often the row was claimed, this time counted; more than 1 means that somebody may
    have sent it already. skipped: slots before it that stay without a post. held_since: when it
    would have been due without quiet hours. quiet_until: when those end in which it was claimed.
    told: admins were told that briefings do not arrive. ailing: something was wrong with the
    subscription's last deliveries.
    """

    delivery_id: int
    epoch: int
    owner: str
    subscription_id: int
    guild_id: int
    channel_id: int
    slot_date: date
    slot_key: str
    due_at: datetime
    expires_at: datetime
    late: bool
    skipped: int
    lease_seconds: float
    held_since: datetime | None = None
    quiet_until: datetime | None = None
    told: bool = False
    ailing: bool = True


class _Beside(NamedTuple):
    """What a claim needs of the subscription, as it is selected."""

    guild_id: int
    channel_id: int
    zone: str
    quiet_from: str | None
    quiet_until: str | None
    told: str | None
    reason: str | None
    fail_count: int


_BESIDE = [getattr(SubscriptionRow, name) for name in _Beside._fields]


def claim(
    database: Database,
    owner: str,
    *,
    now: datetime,
    lease_seconds: float,
    limit: int,
    shard: tuple[int, int] | None = None,
) -> tuple[Claim, ...]:
    """Take up to `limit` deliveries that are due by `now`, or whose worker is gone; oldest first.

    Leases go by the database's clock. One delivery a channel at a time, so that what one shows the
    other leaves out. shard: (index, count) of the guilds this worker is responsible for.
    """
    with database.begin() as session:
        moment = database_now(session)
        lease = timedelta(seconds=lease_seconds)
        rows = session.execute(
            select(Delivery, *_BESIDE)
            .join(SubscriptionRow, SubscriptionRow.subscription_id == Delivery.subscription_id)
            .where(
                _claimable(now, moment, lease),
                SubscriptionRow.channel_id.not_in(_busy_channels(moment, lease)),
                *_in_shard(shard),
            )
            .order_by(Delivery.due_at, Delivery.delivery_id)
            .limit(limit)
            .with_for_update(of=Delivery, skip_locked=True)
        ).all()
        free = _free_channels(session, {row.channel_id for row in rows}, moment, lease)
        claims = []
        for delivery, *beside in rows:
            held = _Beside(*beside)
            if held.channel_id in free:
                free.discard(held.channel_id)
                _take(delivery, owner, moment + lease)
                claims.append(_claim(delivery, held, lease_seconds=lease_seconds, now=now))
        return tuple(claims)


def _claimable(now: datetime, moment: datetime, lease: timedelta) -> ColumnElement[bool]:
    """Due, or being sent by somebody whose lease is over, be it by a clock that was set back."""
    waiting = and_(
        Delivery.state == DeliveryState.DUE.value,
        Delivery.due_at <= now,
        or_(
            Delivery.retry_at.is_(None),
            Delivery.retry_at <= now,
            Delivery.retry_at > now + LONGEST_PUT_OFF,
        ),
        SubscriptionRow.state == SubscriptionState.ACTIVE.value,
        SubscriptionRow.ended_at.is_(None),
    )
    deserted = and_(
        Delivery.state == DeliveryState.SENDING.value,
        or_(
            Delivery.lease_until.is_(None),
            Delivery.lease_until <= moment,
            Delivery.lease_until > moment + LONGEST_LEASES * lease,
        ),
    )
    return or_(waiting, deserted)


def _in_shard(shard: tuple[int, int] | None) -> list[ColumnElement[bool]]:
    """Discord's own rule: (guild_id >> 22) % shards."""
    if shard is None:
        return []
    index, count = shard
    return [SubscriptionRow.guild_id // 2**22 % count == index]


def _busy_channels(moment: datetime, lease: timedelta) -> Select[int]:
    """Channels to which somebody is sending."""
    return (
        select(SubscriptionRow.channel_id)
        .join(Delivery, Delivery.subscription_id == SubscriptionRow.subscription_id)
        .where(
            Delivery.state == DeliveryState.SENDING.value,
            Delivery.lease_until > moment,
            Delivery.lease_until <= moment + LONGEST_LEASES * lease,
        )
    )


def _free_channels(
    session: Session, wanted: set[int], moment: datetime, lease: timedelta
) -> set[int]:
    """Those to which nobody is sending, and that no other claim is looking at."""
    if not wanted or session.get_bind().dialect.name != "postgresql":
        return wanted
    each = func.unnest(bindparam("ids", sorted(wanted), type_=ARRAY(BigInteger))).alias("each")
    key = each.column
    locked = select(key).where(func.pg_try_advisory_xact_lock(key))
    mine = set(session.scalars(locked))
    busy = _busy_channels(moment, lease).where(SubscriptionRow.channel_id.in_(mine))
    return mine - set(session.scalars(busy))


def _take(delivery: Delivery, owner: str, lease_until: datetime) -> None:
    delivery.state = DeliveryState.SENDING.value
    delivery.owner = owner
    delivery.lease_until = lease_until
    delivery.epoch += 1
    delivery.attempts += 1
    delivery.retry_at = None


def _claim(delivery: Delivery, held: _Beside, *, lease_seconds: float, now: datetime) -> Claim:
    quiet = None
    if delivery.slot_key == BY_SCHEDULE:
        quiet = quiet_until(quiet_of(held.quiet_from, held.quiet_until), held.zone, now)
    return Claim(
        delivery_id=delivery.delivery_id,
        epoch=delivery.epoch,
        owner=delivery.owner or "",
        subscription_id=delivery.subscription_id,
        guild_id=held.guild_id,
        channel_id=held.channel_id,
        slot_date=delivery.slot_date,
        slot_key=delivery.slot_key,
        due_at=delivery.due_at,
        expires_at=delivery.expires_at,
        late=delivery.late,
        skipped=delivery.skipped,
        lease_seconds=lease_seconds,
        held_since=delivery.held_since,
        quiet_until=quiet,
        told=held.told is not None,
        ailing=bool(held.told or held.reason or held.fail_count),
    )


HELD = and_(
    Delivery.delivery_id == bindparam("of_delivery"),
    Delivery.epoch == bindparam("of_epoch"),
    Delivery.owner == bindparam("of_owner"),
    Delivery.state == DeliveryState.SENDING.value,
)
"""The claim's row, if nobody else has claimed it since; the parameters are `keys_of` the claim.

Every delivery is written to several times: statements that are made once take a third of the time
that rows as objects do.
"""


def keys_of(claimed: Claim) -> dict[str, object]:
    return {
        "of_delivery": claimed.delivery_id,
        "of_epoch": claimed.epoch,
        "of_owner": claimed.owner,
    }


_HELD = select(Delivery).where(HELD).with_for_update()
_RENEW = (
    update(Delivery)
    .where(HELD)
    .values(
        lease_until=bindparam("until"),
        first_try_at=func.coalesce(Delivery.first_try_at, bindparam("moment", type_=Utc())),
    )
)
_TRY = (
    update(DeliveryPart)
    .where(
        DeliveryPart.delivery_id == bindparam("of_delivery"),
        DeliveryPart.part == bindparam("of_part"),
    )
    .values(
        tries=DeliveryPart.tries + 1,
        first_try_at=func.coalesce(DeliveryPart.first_try_at, bindparam("moment", type_=Utc())),
    )
)


def held(session: Session, claimed: Claim) -> Delivery | None:
    """The claim's row, locked, if nobody else has claimed it since."""
    return session.scalar(_HELD, keys_of(claimed))


def fence(database: Database, claimed: Claim, *, part: int, lease_seconds: float) -> bool:
    """Check and renew the lease just before the bytes of a try, and count the try.

    False means that the delivery is another worker's now: do not send.
    """
    with database.begin() as session:
        moment, connection = database_now(session), session.connection()
        until = moment + timedelta(seconds=lease_seconds)
        renewed = connection.execute(_RENEW, keys_of(claimed) | {"until": until, "moment": moment})
        if not renewed.rowcount:
            return False
        tried = {"of_delivery": claimed.delivery_id, "of_part": part, "moment": moment}
        connection.execute(_TRY, tried)
        return True
