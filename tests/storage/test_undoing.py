"""What an admin does can be undone: afterwards everything is as it was."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import Table, select

from briefings.errors import (
    BriefingsError,
    ChangedSinceError,
    NotAllowedError,
    NotFoundError,
    QuotaError,
)
from briefings.model import Actor, Edge, NameKind, Subscription, SubscriptionState
from briefings.storage.articles import store_article
from briefings.storage.audit import entries
from briefings.storage.database import Database, open_database
from briefings.storage.desks import set_notices_channel
from briefings.storage.names import NewName, add_name, names_of, remove_name
from briefings.storage.proof import prove
from briefings.storage.quotas import Room
from briefings.storage.rights import grant, revoke
from briefings.storage.roles import BUNDLES, set_desk_role
from briefings.storage.sources import GradingGiven, grade
from briefings.storage.subscriptions import (
    ASKED,
    NewSubscription,
    change_subscription,
    set_state,
    skip_next,
    subscribe,
    subscription,
    subscriptions,
    unsubscribe,
)
from briefings.storage.tables import (
    Delivery,
    Desk,
    DeskRole,
    Grading,
    Grant,
    NameRow,
    SubscriptionRow,
)
from briefings.storage.undoing import GRADINGS, SUBSCRIPTIONS, can_be_undone, undo_deed
from tests.storage.examples import NOW, new

GUILD = 2**60
WHEN_AND_WHO = {"given_by", "given_at", "granted_by", "granted_at", "graded_by", "graded_at"}
WHEN_AND_WHO |= {"added_by", "added_at", "version", "delivery_id"}
Done = Callable[[Database, dict[str, Any]], object]


def named(word: str) -> NewName:
    return NewName(f"{word} Haneul", (("ko", "박하늘"),), NameKind.PERSON, Actor.ROK)


def take_away_names(database: Database, by: dict[str, Any]) -> None:
    for name in names_of(database, GUILD)[:1]:
        remove_name(database, name.name_id, **by)


def on_a_subscription(
    deed: Callable[[Database, Subscription, dict[str, Any]], object],
) -> Done:
    """On the first one there is, if any."""

    def done(database: Database, by: dict[str, Any]) -> None:
        for found in subscriptions(database, guild_id=GUILD)[:1]:
            deed(database, found, by)

    return done


def set_up(database: Database, by: dict[str, Any]) -> None:
    new = NewSubscription(GUILD, 5, "Asia/Seoul", time(8), created_by=by["by"])
    subscribe(database, new, interaction_id=by["interaction_id"], now=by["now"])


def switched(to: SubscriptionState) -> Done:
    reason = None if to is SubscriptionState.ACTIVE else ASKED
    return on_a_subscription(
        lambda database, found, by: set_state(database, found.subscription_id, to, reason, **by)
    )


def changed(**settings: Any) -> Done:
    def change(database: Database, found: Subscription, by: dict[str, Any]) -> None:
        rest = {name: by[name] for name in by if name != "guild_id"}
        change_subscription(database, replace(found, **settings), **rest)

    return on_a_subscription(change)


DEEDS: some.SearchStrategy[Done] = some.one_of(
    some.builds(
        lambda right, who, deed: (
            lambda database, by: deed(database, holder="user", holder_id=who, right=right, **by)
        ),
        some.sampled_from(["read", "desk", "documents"]),
        some.integers(1, 2),
        some.sampled_from([grant, revoke]),
    ),
    some.builds(
        lambda role, bundle: lambda database, by: set_desk_role(database, role, bundle, **by),
        some.integers(1, 2),
        some.sampled_from([*BUNDLES, None]),
    ),
    some.builds(
        lambda channel: (
            lambda database, by: set_notices_channel(
                database, by["guild_id"], channel, **{k: by[k] for k in by if k != "guild_id"}
            )
        ),
        some.sampled_from([None, 5, 6]),
    ),
    some.builds(
        lambda letter, number, state: (
            lambda database, by: grade(
                database, "The Paper", GradingGiven(letter, number, state), **by
            )
        ),
        some.sampled_from("ABF"),
        some.sampled_from([None, 1, 6]),
        some.sampled_from([None, True, False]),
    ),
    some.builds(
        lambda word: lambda database, by: add_name(database, named(word), **by),
        some.sampled_from(["Park", "Baek"]),
    ),
    some.just(take_away_names),
    some.sampled_from(
        [
            set_up,
            set_up,
            changed(local_time=time(21, 30), weekdays=frozenset({1, 3})),
            changed(zone="Europe/Moscow", edges=(Edge.DPRK_ROK,), role_id=77),
            switched(SubscriptionState.PAUSED),
            switched(SubscriptionState.ACTIVE),
            on_a_subscription(
                lambda database, found, by: skip_next(database, found.subscription_id, **by)
            ),
            on_a_subscription(
                lambda database, found, by: unsubscribe(database, found.subscription_id, **by)
            ),
        ]
    ),
)


def state(database: Database) -> dict[str, set[tuple[object, ...]]]:
    """All of the desk, but for who said it when, and numbers that only count."""
    found: dict[str, set[tuple[object, ...]]] = {}
    with database.reading() as session:
        for each in (Grant, DeskRole, Desk, Grading, NameRow, SubscriptionRow, Delivery):
            table = each.__table__
            assert isinstance(table, Table)
            columns = [column for column in table.columns if column.name not in WHEN_AND_WHO]
            rows = session.execute(select(*columns))
            found[table.name] = {tuple(map(str, row)) for row in rows}
        ended = session.scalars(
            select(SubscriptionRow.subscription_id).where(SubscriptionRow.ended_at.is_not(None))
        )
        gone = set(map(str, ended))
    found["subscriptions"] = {row for row in found["subscriptions"] if row[0] not in gone}
    return found


def do(database: Database, deed: Done, number: int) -> int | None:
    """Its entry in the log, if it did anything."""
    by = {"guild_id": GUILD, "by": 9, "interaction_id": number, "now": NOW}
    before = len(entries(database, GUILD, limit=1000))
    with suppress(BriefingsError):  # a name that is taken
        deed(database, by)
    after = entries(database, GUILD, limit=1000)
    return after[0].entry_id if len(after) > before else None


def undo(database: Database, entry_id: int, number: int = 10_000) -> str:
    return undo_deed(
        database, entry_id, guild_id=GUILD, by=8, interaction_id=number + entry_id, now=NOW
    )


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(deeds=some.lists(DEEDS, min_size=1, max_size=6))
def test_whatever_was_done_is_undone_in_turn(new_sqlite: str, deeds: list[Done]) -> None:
    database = open_database(new_sqlite)
    if not entries(database, None):
        store_article(database, new("x", source="The Paper"), now=NOW)
    base = max((entry.entry_id for entry in entries(database, GUILD, limit=1)), default=0)
    states: list[tuple[int, dict[str, set[tuple[object, ...]]]]] = []
    for number, deed in enumerate(deeds, 20_000 + base * 50):
        before = state(database)
        entry_id = do(database, deed, number)
        if entry_id is None:
            assert state(database) == before
        else:
            states.append((entry_id, before))

    for entry_id, before in reversed(states):
        undo(database, entry_id, 10**9)
        assert state(database) == before

    assert prove(database).broken_at is None
    database.close()


def test_an_undo_is_a_deed_of_its_own_and_happens_once(database: Database) -> None:
    entry_id = set_desk_role(database, 5, "editor", guild_id=GUILD, by=9, interaction_id=1, now=NOW)
    assert entry_id is not None

    assert [undo(database, entry_id), undo(database, entry_id)] == ["give-desk-role"] * 2
    with pytest.raises(ChangedSinceError):
        undo(database, entry_id, 50_000)

    undone, done = entries(database, GUILD)
    assert (undone.undo_of, undone.by, undone.after) == (done.entry_id, 8, None)
    assert not can_be_undone(undone)


def test_what_has_changed_since_is_not_undone_over_it(database: Database) -> None:
    first = set_desk_role(database, 5, "editor", guild_id=GUILD, by=9, interaction_id=1, now=NOW)
    set_desk_role(database, 5, "admin", guild_id=GUILD, by=9, interaction_id=2, now=NOW)
    assert first is not None

    with pytest.raises(ChangedSinceError):
        undo(database, first)

    with database.reading() as session:
        assert session.scalar(select(DeskRole.bundle)) == "admin"


def test_another_guilds_deed_or_one_of_another_kind_is_not_undone(database: Database) -> None:
    theirs = set_desk_role(database, 5, "admin", guild_id=3, by=9, interaction_id=1, now=NOW)
    ours = set_desk_role(database, 5, "admin", guild_id=GUILD, by=9, interaction_id=2, now=NOW)
    assert theirs is not None
    assert ours is not None

    with pytest.raises(NotFoundError):
        undo(database, theirs)
    with pytest.raises(NotFoundError):
        undo(database, 404)
    with pytest.raises(NotAllowedError):
        undo_deed(database, ours, kinds=GRADINGS, guild_id=GUILD, by=8, interaction_id=3, now=NOW)


def newest(database: Database) -> int:
    return entries(database, GUILD, limit=1)[0].entry_id


def with_subscription(database: Database) -> int:
    set_up(database, {"by": 9, "interaction_id": 1, "now": NOW})
    return subscriptions(database, guild_id=GUILD)[0].subscription_id


def test_an_ended_subscription_is_back_with_its_next_slot(database: Database) -> None:
    number = with_subscription(database)
    before = subscription(database, number)
    unsubscribe(database, number, guild_id=GUILD, by=9, interaction_id=2, now=NOW)

    late = NOW + timedelta(days=2)
    undo_deed(
        database,
        newest(database),
        kinds=SUBSCRIPTIONS,
        guild_id=GUILD,
        by=8,
        interaction_id=3,
        now=late,
    )

    again = subscription(database, number)
    assert before.next_slot_at is not None
    slot = before.next_slot_at + timedelta(days=2)
    assert again == replace(before, next_slot_at=slot, version=again.version)


def test_an_edit_is_undone_while_it_is_paused_and_the_pause_stays(database: Database) -> None:
    number = with_subscription(database)
    by = {"guild_id": GUILD, "by": 9, "now": NOW}
    changed(language="ru")(database, by | {"interaction_id": 2})
    edit = newest(database)
    switched(SubscriptionState.PAUSED)(database, by | {"interaction_id": 3})

    undo(database, edit)

    found = subscription(database, number)
    assert (found.language, found.state) == ("en", SubscriptionState.PAUSED)


def test_where_there_is_no_room_any_more_an_ended_subscription_stays_ended(
    database: Database,
) -> None:
    number = with_subscription(database)
    unsubscribe(database, number, guild_id=GUILD, by=9, interaction_id=2, now=NOW)
    ended = newest(database)
    set_up(database, {"by": 9, "interaction_id": 3, "now": NOW})
    database.room = Room(10, 10, 1)

    with pytest.raises(QuotaError):
        undo(database, ended)

    [running] = subscriptions(database, guild_id=GUILD)
    assert running.subscription_id != number


def test_what_the_program_did_by_itself_is_not_undone_by_a_person(database: Database) -> None:
    number = with_subscription(database)
    set_state(database, number, SubscriptionState.PAUSED, "discord-10003", now=NOW)

    assert not can_be_undone(entries(database, GUILD, limit=1)[0])
    with pytest.raises(NotFoundError):
        undo(database, newest(database))


def test_a_briefing_let_pass_is_due_again_until_its_time_is_over(database: Database) -> None:
    number = with_subscription(database)
    before = subscription(database, number)
    by: dict[str, Any] = {"guild_id": GUILD, "by": 9, "now": NOW}
    skip_next(database, number, **by, interaction_id=2)
    first = newest(database)
    undo(database, first)
    assert subscription(database, number).next_slot_at == before.next_slot_at

    skip_next(database, number, **by, interaction_id=5)
    late = NOW + timedelta(days=3)
    with pytest.raises(ChangedSinceError):
        undo_deed(database, newest(database), guild_id=GUILD, by=8, interaction_id=6, now=late)
    with database.reading() as session:
        assert session.scalars(select(Delivery.state)).all() == ["skipped"]
