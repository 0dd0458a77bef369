"""Workers, crashes, waits and jumps of the clock in any order: each slot is posted exactly once.

The archive is real; the database's clock and Discord (which forgets nonces) are this model's.
"""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import event

from briefings.model import DeliveryState
from briefings.storage.database import Database, open_database
from briefings.storage.deliveries import (
    Claim,
    audited,
    claim,
    claims,
    enqueue_due,
    fence,
    freeze,
    parts_of,
    record_part,
    slots,
    to_audit,
)
from briefings.storage.subscriptions import (
    NewSubscription,
    change_subscription,
    subscribe,
    subscription,
)
from briefings.storage.tables import Delivery

START = datetime(2024, 6, 20, 6, 0, tzinfo=UTC)
DUE = START + timedelta(hours=1, seconds=1)
LEASE = 60.0
WINDOW = 20.0  # of Discord's nonces


@dataclass
class Discord:
    """Messages by slot, and when a nonce was used."""

    posts: list[tuple[str, int]] = field(default_factory=list)  # (nonce, message id)
    used: dict[str, tuple[float, int]] = field(default_factory=dict)
    count: int = 0

    def post(self, nonce: str, now: float) -> int:
        at, known = self.used.get(nonce, (float("-inf"), 0))
        if now - at < WINDOW:
            return known
        self.count += 1
        self.posts.append((nonce, self.count))
        self.used[nonce] = (now, self.count)
        return self.count

    def find(self, nonce: str) -> int | None:
        return next((number for one, number in self.posts if one == nonce), None)

    def delete(self, number: int) -> None:
        self.posts = [post for post in self.posts if post[1] != number]


@cache
def template() -> Path:
    path = Path(tempfile.mkdtemp(prefix="tumen-")) / "template.db"
    open_database(f"sqlite:///{path}").close()
    return path


class Protocol(RuleBasedStateMachine):
    """Two workers take the same steps as the desk does; each may stop for good between two."""

    looks = True  # into the history before a repeat

    def __init__(self) -> None:
        super().__init__()
        self.true = 0.0  # seconds that really passed: Discord's clock
        self.skew = 0.0  # of the database's and the bot's clock
        self.discord = Discord()
        self.late = 0  # posts by workers that were paused until another had their delivery
        self.folder = tempfile.TemporaryDirectory()
        self.database = self._open()
        self.key = self._subscribe()
        self.workers: dict[str, Iterator[None]] = {}

    def _open(self) -> Database:
        path = Path(self.folder.name) / "archive.db"
        shutil.copy(template(), path)
        database = open_database(f"sqlite:///{path}")
        database.engine.dispose()
        event.listen(database.engine, "connect", self._own_clock)
        return database

    def _own_clock(self, connection: sqlite3.Connection, entry: object) -> None:
        connection.execute("PRAGMA synchronous=OFF")
        connection.create_function("strftime", 2, lambda form, when: self.stamp())

    def stamp(self) -> str:
        """The database's clock, as SQLite writes it."""
        return self.now.replace(tzinfo=None).isoformat(timespec="milliseconds")

    def _subscribe(self) -> int:
        new = NewSubscription(
            guild_id=1, channel_id=2, zone="UTC", local_time=time(7), created_by=1
        )
        made = subscribe(self.database, new, interaction_id=None, now=START)
        return made.subscription_id

    @property
    def now(self) -> datetime:
        return DUE + timedelta(seconds=self.true + self.skew)

    @rule(seconds=st.sampled_from([15, 70, 3600, 13 * 3600]))
    def wait(self, seconds: int) -> None:
        self.true += seconds

    @rule(seconds=st.sampled_from([-7200, -90, 90, 7200]))
    def set_the_clock(self, seconds: int) -> None:
        self.skew += seconds

    @rule(hour=st.sampled_from([8, 20]))
    def change_the_time(self, hour: int) -> None:
        held = subscription(self.database, self.key)
        changed = replace(held, local_time=time(hour))
        change_subscription(self.database, changed, by=1, interaction_id=None, now=self.now)

    @rule(name=st.sampled_from(["one", "two"]), count=st.integers(1, 6))
    def step(self, name: str, count: int) -> None:
        if name not in self.workers:
            self.workers[name] = self.work(name)
        for _ in range(count):
            if next(self.workers[name], self) is self:
                del self.workers[name]
                return

    @precondition(lambda self: self.workers)
    @rule(name=st.sampled_from(["one", "two"]))
    def crash(self, name: str) -> None:
        self.workers.pop(name, None)

    def work(self, name: str) -> Iterator[None]:
        enqueue_due(self.database, now=self.now)
        for claimed in claim(self.database, name, now=self.now, lease_seconds=LEASE, limit=9):
            yield
            yield from self.deliver(claimed)
        self.audit()

    def deliver(self, claimed: Claim) -> Iterator[None]:
        [part] = (
            parts_of(self.database, claimed)
            or freeze(self.database, claimed, edition_id=None, payloads=["{}"], digests=[])
            or [None]
        )
        yield
        if part is None:
            return
        number = self.discord.find(part.nonce) if part.tries and self.looks else None
        if number is None:
            yield
            if not fence(self.database, claimed, part=0, lease_seconds=LEASE):
                return
            yield  # a worker may be paused here, beyond all windows
            self.late += not self.holds(claimed)
            number = self.discord.post(part.nonce, self.true)
            yield
        if not record_part(self.database, claimed, 0, message_id=number, last=True):
            [now] = parts_of(self.database, claimed)
            if now.message_id not in (None, number):
                self.discord.delete(number)

    def holds(self, claimed: Claim) -> bool:
        with self.database.reading() as session:
            row = session.get_one(Delivery, claimed.delivery_id)
            return row.epoch == claimed.epoch

    def audit(self) -> None:
        for audit in to_audit(self.database):
            for part in audit.parts:
                for nonce, number in list(self.discord.posts):
                    if nonce == part.nonce and number != part.message_id:
                        self.discord.delete(number)
            audited(self.database, audit.delivery_id)

    def teardown(self) -> None:
        """Whoever is at work goes on to the end; then a new worker does what is left."""
        for worker in self.workers.values():
            for _ in worker:
                pass
        for _ in range(4):
            self.true += 4 * LEASE
            for _ in self.work("last"):
                pass
        try:
            self.check()
        finally:
            self.database.close()
            self.folder.cleanup()

    def check(self) -> None:
        nonces = [nonce for nonce, _ in self.discord.posts]
        assert len(nonces) == len(set(nonces)), "posted twice"
        extra = self.discord.count - len(set(self.discord.used))
        assert extra <= self.late, "posted twice for a while, though nobody was paused"
        with self.database.reading() as session:
            rows = session.query(Delivery.slot_date, Delivery.state).all()
        assert len({day for day, _ in rows}) == len(rows), "two deliveries for one date"
        stuck = [state for _, state in rows if state == DeliveryState.SENDING.value]
        assert not stuck, "claimed for good"
        sent = [state for _, state in rows if state == DeliveryState.SENT.value]
        assert len(sent) == len(nonces), "lost"


QUICK = settings(
    max_examples=60,
    stateful_step_count=20,
    deadline=None,
    database=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
MANY = settings(QUICK, max_examples=300)


def test_each_slot_is_posted_exactly_once() -> None:
    run_state_machine_as_test(Protocol, settings=QUICK)


class Blind(Protocol):
    looks = False


def test_it_notices_when_nobody_looks_into_the_history() -> None:
    with pytest.raises(AssertionError, match=r"posted twice|lost"):
        run_state_machine_as_test(Blind, settings=MANY)


def trusting(now: datetime, moment: datetime, lease: timedelta) -> object:
    """As `claims._claimable`, but a lease from before the clock was set back holds."""
    return sane(now, moment, timedelta(days=365))


sane: Callable[[datetime, datetime, timedelta], object] = claims._claimable


def test_it_notices_a_lease_that_outlives_a_clock_set_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "_claimable", trusting)

    with pytest.raises(AssertionError, match=r"claimed for good|lost"):
        run_state_machine_as_test(Protocol, settings=MANY)


def test_it_notices_a_slot_that_is_named_by_its_instant(monkeypatch: pytest.MonkeyPatch) -> None:
    made = slots._delivery

    def by_instant(held: object, slot: object, *, key: str) -> dict[str, object]:
        values = made(held, slot, key=key)  # type: ignore[arg-type]
        return values | {"slot_key": slot.due_at.isoformat()}  # type: ignore[attr-defined]

    monkeypatch.setattr(slots, "_delivery", by_instant)

    with pytest.raises(AssertionError, match="two deliveries for one date"):
        run_state_machine_as_test(Protocol, settings=MANY)
