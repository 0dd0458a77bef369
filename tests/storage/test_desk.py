"""Subscriptions, editions, rights and desks: each deed once, written into the audit log."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256

import pytest

from briefings.errors import BadValueError, NotFoundError
from briefings.model import Edge, Extract, SubscriptionState, Window
from briefings.storage.articles import store_article
from briefings.storage.audit import entries
from briefings.storage.database import Database
from briefings.storage.desks import notices_channel, set_notices_channel
from briefings.storage.editions import EditionKey, edition, find_edition, store_edition
from briefings.storage.rights import RIGHTS, grant, grants, revoke, rules_of
from briefings.storage.shelves import COMMON_SHELF, guild_of, shelf_of, visible_shelves
from briefings.storage.subscriptions import (
    NewSubscription,
    change_subscription,
    set_state,
    subscribe,
    subscription,
    subscriptions,
    unsubscribe,
)
from tests.storage.examples import LEAD, NOW, at, new

GUILD = 2**60
NEW = NewSubscription(
    guild_id=GUILD,
    channel_id=2**61,
    zone="Asia/Seoul",
    local_time=time(7, 30),
    created_by=9,
    weekdays=frozenset({0, 4}),
    edges=(Edge.DPRK_ROK, Edge.DPRK_RUSSIA),
    sources=("The Paper, daily", "Ёж"),
)


def may(database: Database, *, user_id: int = 1, role_ids: tuple[int, ...] = ()) -> set[str]:
    held = rules_of(database, GUILD).rights(user_id=user_id, role_ids=role_ids, is_manager=False)
    return set(held)


def give(database: Database, right: str, *, holder: str = "role", interaction_id: int = 1) -> None:
    grant(
        database,
        guild_id=GUILD,
        holder=holder,
        holder_id=7,
        right=right,
        by=9,
        interaction_id=interaction_id,
        now=NOW,
    )


def take(database: Database, right: str, *, interaction_id: int = 2) -> None:
    revoke(
        database,
        guild_id=GUILD,
        holder="role",
        holder_id=7,
        right=right,
        by=9,
        interaction_id=interaction_id,
        now=NOW,
    )


def test_a_subscription_comes_back_as_it_was_asked_for(database: Database) -> None:
    made = subscribe(database, NEW, interaction_id=1, now=NOW)  # a Thursday, 15:00 in Seoul

    assert subscription(database, made.subscription_id) == made
    assert (made.sources, made.edges, made.weekdays) == (NEW.sources, NEW.edges, NEW.weekdays)
    assert made.next_slot_at == datetime(2024, 6, 20, 22, 30, tzinfo=UTC)
    assert subscriptions(database, guild_id=GUILD) == (made,)
    assert subscriptions(database, guild_id=GUILD + 1) == ()


def test_one_interaction_subscribes_once_even_from_many_threads(
    open_again: Callable[[], Database],
) -> None:
    databases = [open_again() for _ in range(8)]

    with ThreadPoolExecutor(8) as pool:
        made = list(
            pool.map(lambda each: subscribe(each, NEW, interaction_id=5, now=NOW), databases)
        )

    assert len({each.subscription_id for each in made}) == 1
    assert len(subscriptions(databases[0], guild_id=GUILD)) == 1


def test_unsubscribing_ends_it_once_and_only_in_its_own_guild(database: Database) -> None:
    key = subscribe(database, NEW, interaction_id=1, now=NOW).subscription_id
    with pytest.raises(NotFoundError):
        unsubscribe(database, key, guild_id=3, by=9, interaction_id=2, now=NOW)

    for _ in range(2):
        unsubscribe(database, key, guild_id=GUILD, by=9, interaction_id=3, now=NOW)

    assert subscriptions(database, guild_id=GUILD) == ()
    with pytest.raises(NotFoundError):
        subscription(database, key)
    ended, begun = entries(database, GUILD)
    assert (ended.action, ended.by, ended.subject_id) == ("unsubscribe", 9, key)
    assert ended.before == begun.after


def test_a_pause_keeps_the_configuration_and_going_on_starts_in_the_future(
    database: Database,
) -> None:
    made = subscribe(database, NEW, interaction_id=1, now=NOW)

    paused = set_state(database, made.subscription_id, SubscriptionState.PAUSED, "gone", now=NOW)
    later = NOW + timedelta(days=30)
    active = set_state(database, made.subscription_id, SubscriptionState.ACTIVE, None, now=later)

    assert (paused.next_slot_at, paused.reason) == (None, "gone")
    assert active.next_slot_at is not None
    assert active.next_slot_at > later
    assert replace(active, version=1, next_slot_at=made.next_slot_at) == made


def test_a_change_is_audited_with_before_and_after(database: Database) -> None:
    made = subscribe(database, NEW, interaction_id=1, now=NOW)
    wanted = replace(made, zone="UTC", sources=())

    changed = change_subscription(database, wanted, by=9, interaction_id=2, now=NOW)

    assert (changed.zone, changed.sources, changed.version) == ("UTC", (), 2)
    entry = entries(database, GUILD)[0]
    assert entry.before is not None
    assert entry.after is not None
    assert (entry.before["zone"], entry.after["zone"]) == ("Asia/Seoul", "UTC")


def test_equal_subscriptions_share_one_edition_that_never_changes(
    open_again: Callable[[], Database],
) -> None:
    databases = [open_again() for _ in range(6)]
    stored = store_article(databases[0], new(), now=NOW)
    digest = sha256(LEAD.encode()).hexdigest()
    extract = Extract(stored.document_id, stored.version_id, at(LEAD), LEAD, digest)
    window = Window(NOW - timedelta(days=1), NOW, 72)
    key = EditionKey((COMMON_SHELF,), window, "UTC", tuple(Edge), sources=("b", "a"))
    assert find_edition(databases[0], key) is None

    def store(number: int) -> int:
        words = f'{{"number": {number}}}'
        return store_edition(databases[number], key, words, extracts=(extract,), now=NOW)

    with ThreadPoolExecutor(6) as pool:
        ids = set(pool.map(store, range(6)))

    assert len(ids) == 1
    found = find_edition(databases[0], replace(key, sources=("a", "b")))
    assert found is not None
    assert found[0] in ids
    assert edition(databases[1], found[0]) == found[1]
    for other in (
        replace(key, zone="Asia/Seoul"),
        replace(key, language="ko"),
        replace(key, length="short"),
        replace(key, edges=(Edge.DPRK_ROK,)),
        replace(key, window=Window(NOW - timedelta(days=2), NOW, 72)),
        replace(key, sources=()),
    ):
        assert find_edition(databases[0], other) is None
    with pytest.raises(NotFoundError):
        edition(databases[0], 404)


def test_without_grants_everybody_reads_and_managers_may_everything(database: Database) -> None:
    assert may(database) == {"read"}
    assert rules_of(database, GUILD).rights(user_id=1, role_ids=(), is_manager=True) == RIGHTS


def test_a_right_belongs_to_its_role_or_user_in_its_guild(database: Database) -> None:
    give(database, "post", holder="role", interaction_id=1)
    give(database, "desk", holder="user", interaction_id=2)

    assert may(database, role_ids=(7, 8)) == {"read", "post"}
    assert may(database, user_id=7) == {"read", "desk"}
    assert may(database, user_id=8, role_ids=(9,)) == {"read"}
    assert rules_of(database, GUILD + 1).rights(user_id=7, role_ids=(7,), is_manager=False) == {
        "read"
    }
    assert [(row.holder, row.right) for row in grants(database, guild_id=GUILD)] == [
        ("user", "desk"),
        ("role", "post"),
    ]


def test_once_reading_is_granted_only_those_read(database: Database) -> None:
    give(database, "read")

    assert may(database) == set()
    assert may(database, role_ids=(7,)) == {"read"}

    take(database, "read")
    assert may(database) == {"read"}


def test_granting_and_revoking_twice_are_one_deed_each(database: Database) -> None:
    for interaction_id in (1, 1, 3):
        give(database, "post", interaction_id=interaction_id)
    for interaction_id in (2, 2, 4):
        take(database, "post", interaction_id=interaction_id)

    assert [entry.action for entry in entries(database, GUILD)] == ["revoke", "grant"]


def test_unknown_rights_and_holders_are_refused(database: Database) -> None:
    with pytest.raises(BadValueError):
        give(database, "everything")
    with pytest.raises(BadValueError):
        give(database, "post", holder="channel")


def test_notices_go_to_the_channel_that_was_set_last(database: Database) -> None:
    assert notices_channel(database, GUILD) is None

    for number, channel in enumerate((11, 12, None, 2**62)):
        set_notices_channel(database, GUILD, channel, by=9, interaction_id=number, now=NOW)
        assert notices_channel(database, GUILD) == channel

    assert entries(database, GUILD)[0].before == {"channel_id": None}


def test_a_guild_gets_one_shelf_even_from_many_threads(
    open_again: Callable[[], Database],
) -> None:
    databases = [open_again() for _ in range(8)]
    assert visible_shelves(databases[0], GUILD) == (COMMON_SHELF,)

    with ThreadPoolExecutor(8) as pool:
        shelves = set(pool.map(lambda each: shelf_of(each, GUILD), databases))

    [shelf] = shelves
    assert visible_shelves(databases[0], GUILD) == (COMMON_SHELF, shelf)
    assert (guild_of(databases[0], shelf), guild_of(databases[0], COMMON_SHELF)) == (GUILD, None)
    assert visible_shelves(databases[0], None) == (COMMON_SHELF,)
