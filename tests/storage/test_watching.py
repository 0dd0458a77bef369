"""What a person watches for, and how far they have looked."""

from datetime import timedelta

import pytest

from briefings.errors import NotFoundError, QuotaError
from briefings.storage.database import Database
from briefings.storage.erasing import erase_guild, erase_person
from briefings.storage.holdings import held_of_guild, held_of_person
from briefings.storage.watching import (
    MOST_WATCHES,
    Look,
    Watch,
    WatchKind,
    add_watch,
    keep_look,
    look_of,
    remove_watch,
    watches_of,
)
from tests.storage.examples import NOW

GUILD, OTHER, PERSON = 10, 11, 77
KIM = Watch(WatchKind.NAME, "Kim Jong Un", "kim-jong-un")
PACT = Watch(WatchKind.PHRASE, "arms pact", "arm pact")


def add(database: Database, watch: Watch, *, guild_id: int = GUILD) -> Watch:
    return add_watch(database, watch, guild_id=guild_id, user_id=PERSON, now=NOW)


def own(database: Database, *, guild_id: int = GUILD, user_id: int = PERSON) -> list[str]:
    return [each.shown for each in watches_of(database, guild_id=guild_id, user_id=user_id)]


def test_what_is_watched_is_a_persons_own_in_one_guild(database: Database) -> None:
    add(database, KIM)
    add(database, PACT, guild_id=OTHER)

    assert own(database) == ["Kim Jong Un"]
    assert own(database, guild_id=OTHER) == ["arms pact"]
    assert own(database, user_id=78) == []


def test_the_same_is_watched_once_and_can_be_removed_by_its_owner_alone(
    database: Database,
) -> None:
    watch = add(database, KIM)

    assert add(database, KIM) == watch
    with pytest.raises(NotFoundError):
        remove_watch(database, watch.watch_id, guild_id=GUILD, user_id=78)
    remove_watch(database, watch.watch_id, guild_id=GUILD, user_id=PERSON)
    assert own(database) == []


def test_nobody_watches_for_more_than_the_quota(database: Database) -> None:
    for number in range(MOST_WATCHES):
        add(database, Watch(WatchKind.PHRASE, f"word {number}", f"word {number}"))

    with pytest.raises(QuotaError):
        add(database, KIM)
    assert len(own(database)) == MOST_WATCHES


def test_the_mark_goes_forward_unless_it_is_taken_back(database: Database) -> None:
    later = Look(NOW + timedelta(hours=1), 9)
    assert look_of(database, guild_id=GUILD, user_id=PERSON) is None

    keep_look(database, later, guild_id=GUILD, user_id=PERSON)
    keep_look(database, Look(NOW, 4), guild_id=GUILD, user_id=PERSON)
    assert look_of(database, guild_id=GUILD, user_id=PERSON) == later

    keep_look(database, Look(NOW, 4), guild_id=GUILD, user_id=PERSON, back=True)
    assert look_of(database, guild_id=GUILD, user_id=PERSON) == Look(NOW, 4)
    assert look_of(database, guild_id=OTHER, user_id=PERSON) is None


def test_it_is_exported_and_erased_with_the_person(database: Database) -> None:
    add(database, KIM)
    keep_look(database, Look(NOW, 4), guild_id=GUILD, user_id=PERSON)
    keep_look(database, Look(NOW, 4), guild_id=GUILD, user_id=78)

    held = held_of_person(database, PERSON)
    erase_person(database, PERSON, interaction_id=None, now=NOW)

    assert [row["shown"] for row in held["watches"]] == ["Kim Jong Un"]
    assert [row["document_id"] for row in held["looks"]] == [4]
    assert held_of_person(database, PERSON) == {}
    assert look_of(database, guild_id=GUILD, user_id=78) == Look(NOW, 4)


def test_it_is_exported_and_erased_with_the_guild(database: Database) -> None:
    add(database, KIM)
    add(database, PACT, guild_id=OTHER)
    keep_look(database, Look(NOW, 4), guild_id=GUILD, user_id=PERSON)

    held = held_of_guild(database, GUILD)
    erase_guild(database, GUILD, interaction_id=None, now=NOW)

    assert len(held["watches"]) == len(held["looks"]) == 1
    assert own(database) == []
    assert look_of(database, guild_id=GUILD, user_id=PERSON) is None
    assert own(database, guild_id=OTHER) == ["arms pact"]
