"""Letting deliveries go, and the workers that hold them."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from briefings.model import DeliveryState
from briefings.storage.database import Database, database_now
from briefings.storage.deliveries.claims import LONGEST_PUT_OFF, Claim, held
from briefings.storage.tables import Delivery, Worker

WORKER_GONE_AFTER = timedelta(minutes=1)


def put_off(database: Database, claimed: Claim, *, seconds: float, now: datetime) -> bool:
    """Let it go for now; anybody may claim it again after `seconds`. False where it was lost."""
    with database.begin() as session:
        delivery = held(session, claimed)
        if delivery is None:
            return False
        delivery.state = DeliveryState.DUE.value
        delivery.owner = delivery.lease_until = None
        delivery.retry_at = now + min(timedelta(seconds=seconds), LONGEST_PUT_OFF)
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
