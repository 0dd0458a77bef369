"""Every due slot is delivered once: no slot twice, no claim twice, and a loser writes nothing."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time, timedelta
from hashlib import blake2b

import pytest
from sqlalchemy import event, func, select, update

from briefings.errors import NotFoundError
from briefings.model import DeliveryState, Edge, SubscriptionState, Window
from briefings.storage.audit import entries
from briefings.storage.database import Database
from briefings.storage.deliveries import (
    Claim,
    audited,
    claim,
    enqueue_due,
    enqueue_now,
    fence,
    finish,
    freeze,
    last_window_end,
    parts_of,
    put_off,
    record_part,
    release,
    seen_worker,
    shown_in,
    take_over,
    to_audit,
)
from briefings.storage.editions import EditionKey, store_edition
from briefings.storage.subscriptions import (
    NewSubscription,
    set_state,
    subscribe,
    subscription,
    unsubscribe,
)
from briefings.storage.tables import Delivery, SubscriptionRow, Worker

EVENING = datetime(2024, 6, 20, 20, 0, tzinfo=UTC)
SEVEN = datetime(2024, 6, 21, 7, 0, tzinfo=UTC)
LEASE = 60.0


def subscribed(database: Database, count: int = 1, **changes: int) -> list[int]:
    """Subscriptions due at SEVEN, each of a guild and channel of its own."""
    return [
        subscribe(
            database,
            NewSubscription(
                guild_id=(100 + number) << 22,
                channel_id=changes.get("channel_id", 1_000 + number),
                zone="UTC",
                local_time=time(7),
                created_by=1,
            ),
            interaction_id=None,
            now=EVENING,
        ).subscription_id
        for number in range(count)
    ]


def claimed(database: Database, owner: str = "one", *, now: datetime = SEVEN) -> Claim:
    [only] = claim(database, owner, now=now, lease_seconds=LEASE, limit=10)
    return only


def due_claim(database: Database) -> Claim:
    subscribed(database)
    assert enqueue_due(database, now=SEVEN) == 1
    return claimed(database)


def lose_lease(database: Database, by: timedelta = -timedelta(seconds=1)) -> None:
    """Move every lease to `by` from now on the database's clock."""
    with database.begin() as session:
        moment = datetime.now(UTC)  # noqa: TID251 -- the database's clock is this machine's
        session.execute(update(Delivery).values(lease_until=moment + by))


def state_of(database: Database, delivery_id: int) -> tuple[str, str | None]:
    with database.reading() as session:
        row = session.get_one(Delivery, delivery_id)
        return row.state, row.reason


def test_a_due_slot_becomes_one_delivery_however_often_one_looks(database: Database) -> None:
    [key] = subscribed(database)
    assert enqueue_due(database, now=SEVEN - timedelta(seconds=1)) == 0

    assert enqueue_due(database, now=SEVEN) == 1
    assert enqueue_due(database, now=SEVEN + timedelta(seconds=5)) == 0

    assert subscription(database, key).next_slot_at == SEVEN + timedelta(days=1)
    only = claimed(database)
    assert (only.slot_date, only.due_at, only.late) == (date(2024, 6, 21), SEVEN, False)


def test_a_date_gets_no_second_delivery_when_the_subscription_is_set_back(
    database: Database,
) -> None:
    [key] = subscribed(database)
    enqueue_due(database, now=SEVEN)

    with database.begin() as session:
        session.get_one(SubscriptionRow, key).next_slot_at = SEVEN
    enqueue_due(database, now=SEVEN)

    with database.reading() as session:
        assert session.scalar(select(func.count(Delivery.delivery_id))) == 1


def test_eight_workers_looking_at_once_enqueue_each_slot_once(
    open_again: Callable[[], Database],
) -> None:
    databases = [open_again() for _ in range(8)]
    subscribed(databases[0], 30)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda each: enqueue_due(each, now=SEVEN, limit=7), databases * 3))
    while enqueue_due(databases[0], now=SEVEN):
        pass

    with databases[0].reading() as session:
        assert session.scalar(select(func.count(Delivery.delivery_id))) == 30


def test_eight_workers_claiming_at_once_never_hold_the_same_delivery(
    open_again: Callable[[], Database],
) -> None:
    databases = [open_again() for _ in range(8)]
    subscribed(databases[0], 40)
    enqueue_due(databases[0], now=SEVEN)

    def take(number: int) -> list[int]:
        found: list[int] = []
        for _ in range(10):
            claims = claim(databases[number], f"w{number}", now=SEVEN, lease_seconds=LEASE, limit=3)
            found += [each.delivery_id for each in claims]
        return found

    with ThreadPoolExecutor(8) as pool:
        taken = [key for keys in pool.map(take, range(8)) for key in keys]

    assert len(taken) == len(set(taken)) == 40


def test_a_lease_written_a_moment_later_than_the_clock_was_read_is_no_old_one(
    database: Database,
) -> None:
    subscribed(database)
    enqueue_due(database, now=SEVEN)
    assert claim(database, "one", now=SEVEN, lease_seconds=LEASE, limit=1)
    with database.begin() as session:
        later = timedelta(seconds=LEASE / 10)
        until = session.scalars(select(Delivery.lease_until)).one()
        assert until is not None
        session.execute(update(Delivery).values(lease_until=until + later))

    assert claim(database, "two", now=SEVEN, lease_seconds=LEASE, limit=1) == ()


def test_two_deliveries_to_one_channel_are_claimed_one_after_the_other(
    database: Database,
) -> None:
    subscribed(database, 2, channel_id=77)
    enqueue_due(database, now=SEVEN)

    first = claimed(database, "one")
    assert claim(database, "two", now=SEVEN, lease_seconds=LEASE, limit=10) == ()

    finish(database, first, DeliveryState.SENT)
    assert claimed(database, "two").delivery_id != first.delivery_id


def test_a_lease_that_is_over_is_claimed_again_under_a_new_epoch(database: Database) -> None:
    first = due_claim(database)
    assert claim(database, "two", now=SEVEN, lease_seconds=LEASE, limit=10) == ()

    lose_lease(database)
    second = claimed(database, "two")

    assert (first.epoch, second.epoch) == (1, 2)
    assert second.delivery_id == first.delivery_id


def test_a_lease_later_than_any_lease_could_be_counts_as_over(database: Database) -> None:
    due_claim(database)

    lose_lease(database, by=timedelta(days=1))

    assert claimed(database, "two").epoch == 2


def test_the_loser_of_a_lease_can_write_nothing(database: Database) -> None:
    loser = due_claim(database)
    assert freeze(database, loser, edition_id=None, payloads=["{}"], digests=[["d"]]) is not None
    lose_lease(database)
    winner = claimed(database, "two")

    assert not fence(database, loser, part=0, lease_seconds=LEASE)
    assert not record_part(database, loser, 0, message_id=1)
    assert not finish(database, loser, DeliveryState.FAILED)
    assert not put_off(database, loser, seconds=5, now=SEVEN)
    assert freeze(database, loser, edition_id=None, payloads=["other"], digests=[]) is None

    assert fence(database, winner, part=0, lease_seconds=LEASE)
    assert record_part(database, winner, 0, message_id=2)
    assert finish(database, winner, DeliveryState.SENT)
    assert state_of(database, winner.delivery_id) == ("sent", None)


def test_a_worker_of_the_same_name_is_not_the_same_claim(database: Database) -> None:
    before = due_claim(database)
    release(database, "one")
    after = claimed(database, "one")

    assert not record_part(database, before, 0, message_id=1)
    assert after.epoch == 2


def test_what_was_frozen_stays_whatever_the_next_claim_would_send(database: Database) -> None:
    first = due_claim(database)
    frozen = freeze(
        database, first, edition_id=None, payloads=["one", "two"], digests=[["d1", "d2", "d1"]]
    )
    lose_lease(database)
    second = claimed(database, "two")

    again = freeze(database, second, edition_id=None, payloads=["three"], digests=[["d3"]])

    assert frozen is not None
    assert again == frozen == parts_of(database, second)
    assert [part.payload for part in frozen] == ["one", "two"]
    assert shown_in(database, first.channel_id) == {"d1", "d2"}


def test_nonces_are_24_digits_and_never_repeat(database: Database) -> None:
    only = due_claim(database)

    parts = freeze(database, only, edition_id=None, payloads=["a", "b"], digests=[], application=9)

    assert parts is not None
    name = f"9:briefing:{only.channel_id}:{only.delivery_id}:{only.due_at.timestamp()}:1"
    expected = blake2b(name.encode(), digest_size=12).hexdigest()
    assert parts[1].nonce == expected
    assert len({part.nonce for part in parts}) == 2
    assert all(len(part.nonce) == 24 for part in parts)


def test_each_fence_counts_a_try_and_renews_the_lease(database: Database) -> None:
    only = due_claim(database)
    freeze(database, only, edition_id=None, payloads=["a", "b"], digests=[])
    lose_lease(database)  # but nobody else has taken it yet

    assert fence(database, only, part=1, lease_seconds=LEASE)
    assert fence(database, only, part=1, lease_seconds=LEASE)

    untried, tried = parts_of(database, only)
    assert (untried.tries, untried.seconds_since_first_try) == (0, None)
    assert tried.tries == 2
    assert tried.seconds_since_first_try is not None
    assert 0 <= tried.seconds_since_first_try < 30
    assert claim(database, "two", now=SEVEN, lease_seconds=LEASE, limit=10) == ()


def test_a_part_keeps_the_first_message_recorded(database: Database) -> None:
    only = due_claim(database)
    freeze(database, only, edition_id=None, payloads=["a"], digests=[])

    assert record_part(database, only, 0, message_id=0)
    assert record_part(database, only, 0, message_id=0)
    assert not record_part(database, only, 0, message_id=8)

    assert parts_of(database, only)[0].message_id == 0


def test_extracts_of_a_delivery_that_never_arrived_do_not_count_as_shown(
    database: Database,
) -> None:
    only = due_claim(database)
    freeze(database, only, edition_id=None, payloads=["a", "b"], digests=[["d"]])

    finish(database, only, DeliveryState.FAILED, reason="discord-50013")

    assert shown_in(database, only.channel_id) == frozenset()
    assert state_of(database, only.delivery_id) == ("failed", "discord-50013")


def test_of_a_delivery_that_arrived_in_part_what_arrived_counts_as_shown(
    database: Database,
) -> None:
    only = due_claim(database)
    freeze(database, only, edition_id=None, payloads=["a", "b"], digests=[["d"], ["e", "d"]])
    record_part(database, only, 0, message_id=5)

    finish(database, only, DeliveryState.FAILED)

    assert shown_in(database, only.channel_id) == {"d"}


def test_extracts_of_a_delivery_whose_end_nobody_knows_count_as_shown(database: Database) -> None:
    only = due_claim(database)
    freeze(database, only, edition_id=None, payloads=["a", "b"], digests=[["d"], ["e"]])

    finish(database, only, DeliveryState.UNKNOWN)

    assert shown_in(database, only.channel_id) == {"d", "e"}


def test_a_delivery_put_off_is_claimed_again_when_its_time_has_come(database: Database) -> None:
    only = due_claim(database)

    assert put_off(database, only, seconds=30, now=SEVEN)

    soon, then = SEVEN + timedelta(seconds=29), SEVEN + timedelta(seconds=30)
    assert claim(database, "two", now=soon, lease_seconds=LEASE, limit=10) == ()
    assert claimed(database, "two", now=then).epoch == 2


def test_a_worker_that_leaves_gives_back_what_it_holds(database: Database) -> None:
    due_claim(database)

    assert release(database, "another") == 0
    assert release(database, "one") == 1

    assert claimed(database, "two").epoch == 2


def test_at_start_a_lone_program_takes_over_whatever_was_held(database: Database) -> None:
    due_claim(database)

    freed = take_over(database, "reborn")

    assert freed == (1 if database.dialect == "sqlite" else 0)


def test_what_was_claimed_twice_is_audited_once_its_time_has_come(database: Database) -> None:
    first = due_claim(database)
    freeze(database, first, edition_id=None, payloads=["a"], digests=[])
    lose_lease(database)
    second = claimed(database, "two")
    record_part(database, second, 0, message_id=4)
    finish(database, second, DeliveryState.SENT)
    assert to_audit(database) == ()

    with database.begin() as session:
        session.execute(update(Delivery).values(audit_after=Delivery.finished_at))

    [audit] = to_audit(database)
    assert (audit.delivery_id, audit.channel_id) == (first.delivery_id, first.channel_id)
    assert [part.message_id for part in audit.parts] == [4]
    audited(database, audit.delivery_id)
    assert to_audit(database) == ()


def test_what_was_claimed_once_needs_no_audit(database: Database) -> None:
    only = due_claim(database)

    finish(database, only, DeliveryState.SENT)

    with database.reading() as session:
        assert session.get_one(Delivery, only.delivery_id).audit_after is None


def test_after_a_downtime_the_newest_slot_is_late_and_the_older_are_skipped(
    database: Database,
) -> None:
    subscribed(database)

    enqueue_due(database, now=SEVEN + timedelta(days=3, hours=1))

    only = claimed(database, now=SEVEN + timedelta(days=3, hours=1))
    assert (only.due_at, only.late, only.skipped) == (SEVEN + timedelta(days=3), True, 3)
    with database.reading() as session:
        reasons = session.scalars(select(Delivery.reason).where(Delivery.state == "skipped"))
        assert list(reasons) == ["missed"] * 3


def test_what_nobody_came_to_send_in_time_is_skipped_with_the_reason(database: Database) -> None:
    subscribed(database)
    enqueue_due(database, now=SEVEN)

    enqueue_due(database, now=SEVEN + timedelta(hours=6, minutes=1))

    with database.reading() as session:
        assert session.execute(select(Delivery.state, Delivery.reason)).one() == (
            "skipped",
            "too-late",
        )


def test_an_unsent_briefing_is_overtaken_by_the_next(database: Database) -> None:
    [key] = subscribed(database)
    with database.begin() as session:
        session.get_one(SubscriptionRow, key).catch_up_minutes = 60 * 48
    enqueue_due(database, now=SEVEN)

    enqueue_due(database, now=SEVEN + timedelta(days=1))

    assert claimed(database, now=SEVEN + timedelta(days=1)).due_at == SEVEN + timedelta(days=1)
    with database.reading() as session:
        assert list(session.scalars(select(Delivery.reason).order_by(Delivery.due_at))) == [
            "overtaken",
            None,
        ]


def test_a_briefing_that_was_tried_is_never_skipped_for_being_late(database: Database) -> None:
    only = due_claim(database)
    freeze(database, only, edition_id=None, payloads=["a"], digests=[])
    fence(database, only, part=0, lease_seconds=LEASE)
    put_off(database, only, seconds=0, now=SEVEN)

    enqueue_due(database, now=SEVEN + timedelta(days=1))

    assert state_of(database, only.delivery_id) == ("due", None)


@pytest.mark.parametrize("end", ["pause", "unsubscribe"])
def test_nothing_is_sent_for_a_subscription_that_was_stopped_meanwhile(
    database: Database, end: str
) -> None:
    [key] = subscribed(database)
    enqueue_due(database, now=SEVEN)

    if end == "pause":
        set_state(database, key, SubscriptionState.PAUSED, "asked", now=SEVEN)
    else:
        unsubscribe(database, key, guild_id=100 << 22, by=1, interaction_id=None, now=SEVEN)

    assert claim(database, "one", now=SEVEN, lease_seconds=LEASE, limit=10) == ()
    assert enqueue_due(database, now=SEVEN + timedelta(days=2)) == 0


def test_a_delivery_asked_for_now_is_one_for_one_interaction(database: Database) -> None:
    [key] = subscribed(database)
    first, again = (
        enqueue_now(database, key, guild_id=100 << 22, by=4, interaction_id=99, now=EVENING)
        for _ in range(2)
    )

    assert first == again == claimed(database, now=EVENING).delivery_id
    assert [entry.action for entry in entries(database, 100 << 22)] == ["brief-now", "subscribe"]
    with pytest.raises(NotFoundError):
        enqueue_now(database, key, guild_id=5, by=4, interaction_id=100, now=EVENING)


def test_workers_share_guilds_by_shard(database: Database) -> None:
    subscribed(database, 4)
    enqueue_due(database, now=SEVEN)

    odd = claim(database, "one", now=SEVEN, lease_seconds=LEASE, limit=10, shard=(1, 2))

    assert sorted(each.guild_id >> 22 for each in odd) == [101, 103]


def test_workers_that_were_seen_lately_are_counted(database: Database) -> None:
    assert seen_worker(database, "one") == 1
    assert seen_worker(database, "two") == 2
    assert seen_worker(database, "one") == 2

    with database.begin() as session:
        row = session.get_one(Worker, "two")
        row.seen_at -= timedelta(minutes=2)

    assert seen_worker(database, "one") == 1


def test_the_next_window_begins_where_the_last_edition_that_was_given_ended(
    database: Database,
) -> None:
    only = due_claim(database)
    window = Window(SEVEN - timedelta(days=1), SEVEN, 72)
    key = EditionKey(shelves=(1,), window=window, zone="UTC", edges=tuple(Edge))
    edition_id = store_edition(database, key, "{}", extracts=(), now=SEVEN)
    freeze(database, only, edition_id=edition_id, payloads=["a"], digests=[])
    tomorrow = SEVEN + timedelta(days=1)

    finish(database, only, DeliveryState.SENT)

    assert last_window_end(database, only.subscription_id, before=tomorrow) == SEVEN
    assert last_window_end(database, only.subscription_id, before=SEVEN) is None
    with database.begin() as session:
        session.execute(update(Delivery).values(state="failed"))
    assert last_window_end(database, only.subscription_id, before=tomorrow) is None


def test_failures_in_a_row_are_counted_and_a_success_ends_the_row(database: Database) -> None:
    only = due_claim(database)
    finish(database, only, DeliveryState.FAILED)
    with database.reading() as session:
        assert session.get_one(SubscriptionRow, only.subscription_id).fail_count == 1

    enqueue_due(database, now=SEVEN + timedelta(days=1))
    finish(database, claimed(database, now=SEVEN + timedelta(days=1)), DeliveryState.SENT)

    with database.reading() as session:
        assert session.get_one(SubscriptionRow, only.subscription_id).fail_count == 0


def test_enqueuing_many_subscriptions_takes_few_statements(database: Database) -> None:
    subscribed(database, 60)
    statements: list[str] = []

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        statements.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)

    assert enqueue_due(database, now=SEVEN) == 60
    assert len(statements) < 12
