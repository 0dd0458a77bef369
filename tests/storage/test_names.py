"""A desk's own names: kept for its guild alone, each deed once, written into the audit log."""

import pytest

from briefings.errors import NameTakenError, NotFoundError
from briefings.model import Actor, NameKind
from briefings.storage.audit import entries
from briefings.storage.database import Database
from briefings.storage.names import (
    NameDeed,
    NewName,
    add_name,
    forms_of_deed,
    names_of,
    names_on,
    remove_name,
)
from briefings.storage.shelves import COMMON_SHELF, shelf_of
from tests.storage.examples import NOW

GUILD, OTHER = 2**60, 2**61
PARK = NewName("Park Ha-neul", (("ko", "박하늘"),), NameKind.PERSON, Actor.ROK)


def add(
    database: Database, new: NewName = PARK, *, guild_id: int = GUILD, interaction_id: int = 1
) -> NameDeed:
    return add_name(database, new, guild_id=guild_id, by=9, interaction_id=interaction_id, now=NOW)


def remove(database: Database, name_id: str, *, interaction_id: int = 5) -> NameDeed:
    return remove_name(
        database, name_id, guild_id=GUILD, by=9, interaction_id=interaction_id, now=NOW
    )


def test_a_name_is_kept_for_its_guild_alone(database: Database) -> None:
    added = add(database).name
    own, other = shelf_of(database, GUILD), shelf_of(database, OTHER)

    assert added.forms == (("en", "Park Ha-neul"), ("ko", "박하늘"))
    assert names_of(database, GUILD) == names_on(database, (COMMON_SHELF, own)) == (added,)
    assert names_of(database, OTHER) == names_on(database, (COMMON_SHELF, other)) == ()


def test_further_forms_join_the_name(database: Database) -> None:
    add(database)
    more = add(database, NewName("박하늘", (("ru", "Пак Ха Ныль"),)), interaction_id=2).name

    assert [form for _, form in more.forms] == ["Park Ha-neul", "박하늘", "Пак Ха Ныль"]
    assert names_of(database, GUILD) == (more,)


def test_an_interaction_that_comes_twice_adds_once(database: Database) -> None:
    assert add(database) == add(database)
    assert [entry.action for entry in entries(database, GUILD)] == ["add-name"]


def test_removing_takes_a_name_back_and_says_what_it_was(database: Database) -> None:
    added = add(database).name

    taken = remove(database, added.name_id)

    assert taken == remove(database, added.name_id)
    assert taken.name == added
    assert names_of(database, GUILD) == ()
    newest = entries(database, GUILD)[0]
    assert (newest.action, newest.after) == ("remove-name", None)
    assert newest.before is not None
    assert newest.before["forms"] == [["en", "Park Ha-neul"], ["ko", "박하늘"]]
    with pytest.raises(NotFoundError):
        remove(database, added.name_id, interaction_id=6)


def test_a_refused_name_leaves_nothing_behind(database: Database) -> None:
    with pytest.raises(NameTakenError):
        add(database, NewName("Park Ha-neul", (("en", "Putin"),), NameKind.PERSON, Actor.ROK))

    assert names_of(database, GUILD) == ()
    assert entries(database, GUILD) == ()


def test_a_deed_tells_which_forms_it_changed(database: Database) -> None:
    first = add(database)
    more = add(database, NewName("박하늘", (("ru", "Пак Ха Ныль"),)), interaction_id=2)
    gone = remove(database, more.name.name_id)

    changed = [
        forms_of_deed(database, deed.entry_id, guild_id=GUILD) for deed in (first, more, gone)
    ]

    assert changed == [
        ("Park Ha-neul", "박하늘"),
        ("Пак Ха Ныль",),
        ("Park Ha-neul", "박하늘", "Пак Ха Ныль"),
    ]
    with pytest.raises(NotFoundError):
        forms_of_deed(database, gone.entry_id, guild_id=OTHER)
