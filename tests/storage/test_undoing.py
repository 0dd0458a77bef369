"""What an admin does can be undone: afterwards everything is as it was."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import Table, select

from briefings.errors import BriefingsError, ChangedSinceError, NotAllowedError, NotFoundError
from briefings.model import Actor, NameKind
from briefings.storage.articles import store_article
from briefings.storage.audit import entries
from briefings.storage.database import Database, open_database
from briefings.storage.desks import set_notices_channel
from briefings.storage.names import NewName, add_name, names_of, remove_name
from briefings.storage.proof import prove
from briefings.storage.rights import grant, revoke
from briefings.storage.roles import BUNDLES, set_desk_role
from briefings.storage.sources import GradingGiven, grade
from briefings.storage.tables import Desk, DeskRole, Grading, Grant, NameRow
from briefings.storage.undoing import GRADINGS, can_be_undone, undo_deed
from tests.storage.examples import NOW, new

GUILD = 2**60
WHEN_AND_WHO = {"given_by", "given_at", "granted_by", "granted_at", "graded_by", "graded_at"}
WHEN_AND_WHO |= {"added_by", "added_at"}
Done = Callable[[Database, dict[str, Any]], object]


def named(word: str) -> NewName:
    return NewName(f"{word} Haneul", (("ko", "박하늘"),), NameKind.PERSON, Actor.ROK)


def take_away_names(database: Database, by: dict[str, Any]) -> None:
    for name in names_of(database, GUILD)[:1]:
        remove_name(database, name.name_id, **by)


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
)


def state(database: Database) -> dict[str, set[tuple[object, ...]]]:
    """All of the desk, but for who said it when."""
    found: dict[str, set[tuple[object, ...]]] = {}
    with database.reading() as session:
        for each in (Grant, DeskRole, Desk, Grading, NameRow):
            table = each.__table__
            assert isinstance(table, Table)
            columns = [column for column in table.columns if column.name not in WHEN_AND_WHO]
            rows = session.execute(select(*columns))
            found[table.name] = {tuple(map(str, row)) for row in rows}
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
