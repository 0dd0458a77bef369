"""Claiming deliveries, keeping them while they are sent, and letting them go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from briefings.model import DeliveryState, SubscriptionState
from briefings.storage.database import Database, database_now
from briefings.storage.tables import (
    Delivery,
    DeliveryPart,
    Shown,
    SubscriptionRow,
    Worker,
)

AUDIT_AFTER = timedelta(minutes=6)
"""Two leases: until then a worker that was paused may still wake up and post."""

WORKER_GONE_AFTER = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Claim:
    """A delivery that this worker may send while its lease lasts.

    epoch: how often the row was claimed, this time counted; more than 1 means that somebody may
    have sent it already. skipped: slots before it that stay without a post.
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
    late: bool
    skipped: int
    edition_id: int | None
    first_try_at: datetime | None


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
            select(Delivery, SubscriptionRow.guild_id, SubscriptionRow.channel_id)
            .join(SubscriptionRow, SubscriptionRow.subscription_id == Delivery.subscription_id)
            .where(_claimable(now, moment, lease), *_in_shard(shard))
            .order_by(Delivery.due_at, Delivery.delivery_id)
            .limit(limit)
            .with_for_update(of=Delivery, skip_locked=True)
        ).all()
        free = _free_channels(session, rows, moment=moment, lease=lease)
        claims = []
        for delivery, guild_id, channel_id in rows:
            if channel_id in free:
                free.discard(channel_id)
                _take(delivery, owner, moment + lease)
                claims.append(_claim(delivery, owner, guild_id=guild_id, channel_id=channel_id))
        return tuple(claims)


def _claimable(now: datetime, moment: datetime, lease: timedelta) -> ColumnElement[bool]:
    """Due, or being sent by somebody whose lease is over. A lease that ends later than a new one
    would was written before the clock was set back: it is over, too."""
    waiting = and_(
        Delivery.state == DeliveryState.DUE.value,
        Delivery.due_at <= now,
        or_(Delivery.retry_at.is_(None), Delivery.retry_at <= now),
        SubscriptionRow.state == SubscriptionState.ACTIVE.value,
        SubscriptionRow.ended_at.is_(None),
    )
    deserted = and_(
        Delivery.state == DeliveryState.SENDING.value,
        or_(
            Delivery.lease_until.is_(None),
            Delivery.lease_until <= moment,
            Delivery.lease_until > moment + lease,
        ),
    )
    return or_(waiting, deserted)


def _in_shard(shard: tuple[int, int] | None) -> list[ColumnElement[bool]]:
    """Discord's own rule: (guild_id >> 22) % shards."""
    if shard is None:
        return []
    index, count = shard
    return [SubscriptionRow.guild_id // 2**22 % count == index]


def _free_channels(
    session: Session, rows: Sequence[Any], *, moment: datetime, lease: timedelta
) -> set[int]:
    """Channels of `rows` to which nobody is sending, and that no other claim is looking at."""
    wanted = {row.channel_id for row in rows}
    if wanted and session.get_bind().dialect.name == "postgresql":
        wanted = {
            channel_id
            for channel_id in sorted(wanted)
            if session.scalar(select(func.pg_try_advisory_xact_lock(channel_id)))
        }
    busy = session.scalars(
        select(SubscriptionRow.channel_id)
        .join(Delivery, Delivery.subscription_id == SubscriptionRow.subscription_id)
        .where(
            SubscriptionRow.channel_id.in_(wanted),
            Delivery.state == DeliveryState.SENDING.value,
            Delivery.lease_until > moment,
            Delivery.lease_until <= moment + lease,
        )
    )
    return wanted - set(busy)


def _take(delivery: Delivery, owner: str, lease_until: datetime) -> None:
    delivery.state = DeliveryState.SENDING.value
    delivery.owner = owner
    delivery.lease_until = lease_until
    delivery.epoch += 1
    delivery.attempts += 1
    delivery.retry_at = None


def _claim(delivery: Delivery, owner: str, *, guild_id: int, channel_id: int) -> Claim:
    return Claim(
        delivery_id=delivery.delivery_id,
        epoch=delivery.epoch,
        owner=owner,
        subscription_id=delivery.subscription_id,
        guild_id=guild_id,
        channel_id=channel_id,
        slot_date=delivery.slot_date,
        slot_key=delivery.slot_key,
        due_at=delivery.due_at,
        late=delivery.late,
        skipped=delivery.skipped,
        edition_id=delivery.edition_id,
        first_try_at=delivery.first_try_at,
    )


def held(session: Session, claimed: Claim) -> Delivery | None:
    """The claim's row, locked, if nobody else has claimed it since."""
    return session.scalar(
        select(Delivery)
        .where(
            Delivery.delivery_id == claimed.delivery_id,
            Delivery.epoch == claimed.epoch,
            Delivery.owner == claimed.owner,
            Delivery.state == DeliveryState.SENDING.value,
        )
        .with_for_update()
    )


def fence(database: Database, claimed: Claim, *, part: int, lease_seconds: float) -> bool:
    """Check and renew the lease just before the bytes of a try, and count the try.

    False means that the delivery is another worker's now: do not send.
    """
    with database.begin() as session:
        delivery = held(session, claimed)
        if delivery is None:
            return False
        moment = database_now(session)
        delivery.lease_until = moment + timedelta(seconds=lease_seconds)
        delivery.first_try_at = delivery.first_try_at or moment
        row = session.get_one(DeliveryPart, (claimed.delivery_id, part))
        row.tries += 1
        row.first_try_at = row.first_try_at or moment
        return True


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
        moment = database_now(session)
        delivery.state, delivery.reason = state.value, reason
        delivery.owner = delivery.lease_until = None
        delivery.finished_at = moment
        if delivery.epoch > 1:
            delivery.audit_after = moment + AUDIT_AFTER
        if state in {DeliveryState.FAILED, DeliveryState.SKIPPED}:
            _take_back_shown(session, claimed.delivery_id)
        subscription = session.get_one(SubscriptionRow, delivery.subscription_id)
        if state is DeliveryState.SENT:
            subscription.fail_count = 0
        elif state is DeliveryState.FAILED:
            subscription.fail_count += 1
        return True


def _take_back_shown(session: Session, delivery_id: int) -> None:
    arrived = select(DeliveryPart.part).where(
        DeliveryPart.delivery_id == delivery_id, DeliveryPart.message_id.is_not(None)
    )
    if session.scalar(arrived.limit(1)) is None:
        session.execute(delete(Shown).where(Shown.delivery_id == delivery_id))


def put_off(database: Database, claimed: Claim, *, seconds: float, now: datetime) -> bool:
    """Let it go for now; anybody may claim it again after `seconds`. False where it was lost."""
    with database.begin() as session:
        delivery = held(session, claimed)
        if delivery is None:
            return False
        delivery.state = DeliveryState.DUE.value
        delivery.owner = delivery.lease_until = None
        delivery.retry_at = now + timedelta(seconds=seconds)
        return True


def release(database: Database, owner: str) -> int:
    """Let go of everything a worker holds, so that it can be claimed at once; how much it was."""
    return _let_go(database, Delivery.owner == owner)


def take_over(database: Database, owner: str) -> int:
    """At start: let go of what this worker held before. On SQLite, which one program uses at a
    time, whatever anybody held."""
    mine = Delivery.owner == owner
    return _let_go(database, Delivery.owner.is_not(None) if database.dialect == "sqlite" else mine)


def _let_go(database: Database, whose: ColumnElement[bool]) -> int:
    with database.begin() as session:
        freed = session.scalars(
            update(Delivery)
            .where(whose, Delivery.state == DeliveryState.SENDING.value)
            .values(owner=None, lease_until=None)
            .returning(Delivery.delivery_id)
            .execution_options(synchronize_session=False)
        )
        return len(freed.all())


def seen_worker(database: Database, worker_id: str) -> int:
    """Say that this worker lives; how many do. They share the sending rate."""
    write = sqlite.insert if database.dialect == "sqlite" else postgresql.insert
    with database.begin() as session:
        moment = database_now(session)
        sign = write(Worker).values(worker_id=worker_id, seen_at=moment)
        session.execute(
            sign.on_conflict_do_update(index_elements=["worker_id"], set_={"seen_at": moment})
        )
        session.execute(delete(Worker).where(Worker.seen_at < moment - 60 * WORKER_GONE_AFTER))
        alive = Worker.seen_at >= moment - WORKER_GONE_AFTER
        return session.scalar(select(func.count()).select_from(Worker).where(alive)) or 1
