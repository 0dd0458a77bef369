"""What is forgotten is gone, in every table and in the file's bytes; what is others' stays."""

import json
from datetime import time, timedelta

from sqlalchemy import func, select

from briefings.model import Edge
from briefings.storage.articles import store_article
from briefings.storage.audit import entries
from briefings.storage.database import Database, open_database
from briefings.storage.desks import set_notices_channel
from briefings.storage.erasing import (
    erase_departed,
    erase_guild,
    erase_person,
    note_departure,
    note_return,
)
from briefings.storage.holdings import held_of_guild, held_of_person, owned_by
from briefings.storage.proof import prove
from briefings.storage.rights import grant, rules_of
from briefings.storage.shelves import COMMON_SHELF, shelf_of, visible_shelves
from briefings.storage.sources import GradingGiven, grade
from briefings.storage.subscriptions import NewSubscription, subscribe
from briefings.storage.tables import Base
from tests.storage.examples import NOW, TEXT, new, reading

GUILD, OTHER = 2**60, 2**60 + 7
PERSON, SOMEBODY = 987_654_321_012_345_678, 912_345_678_987_654_321
HIDDEN = "Xylophonezebra"


def fill(database: Database, guild_id: int, word: str, by: int = PERSON) -> None:
    shelf_id = shelf_of(database, guild_id)
    text_here = f"{TEXT} {word} was there."
    made = reading(text_here)
    whole = new(word, reading=made, source=f"The {word}", shelf_id=shelf_id, added_by=by)
    store_article(database, whole, now=NOW)
    deed = {"guild_id": guild_id, "by": by, "interaction_id": None, "now": NOW}
    grade(database, f"The {word}", GradingGiven("B"), **deed)  # type: ignore[arg-type]  # as a deed
    grant(database, holder="user", holder_id=by, right="read", **deed)  # type: ignore[arg-type]
    set_notices_channel(database, guild_id, 5, by=by, interaction_id=None, now=NOW)
    wanted = NewSubscription(
        guild_id=guild_id,
        channel_id=guild_id + 1,
        zone="UTC",
        local_time=time(8),
        created_by=by,
        weekdays=frozenset({0}),
        edges=(Edge.DPRK_ROK,),
        sources=(f"The {word}",),
    )
    subscribe(database, wanted, interaction_id=None, now=NOW)


def rows_of(database: Database, guild_id: int) -> dict[str, int]:
    found = {}
    with database.reading() as session:
        for model, condition in owned_by(guild_id):
            count = select(func.count()).select_from(model).where(condition)
            found[model.__tablename__] = session.scalar(count) or 0
    return found


def files(database: Database) -> bytes:
    archive = database.file
    assert archive is not None
    return b"".join(each.read_bytes() for each in archive.parent.glob(f"{archive.name}*")).lower()


def test_a_guild_is_erased_whole_and_nothing_of_anybody_else(database: Database) -> None:
    fill(database, GUILD, HIDDEN)
    fill(database, OTHER, "Marimba", by=SOMEBODY)
    store_article(database, new("common"), now=NOW)
    others = rows_of(database, OTHER)
    assert all(others[table] for table in ("documents", "gradings", "subscriptions", "words"))

    erased = erase_guild(database, GUILD, interaction_id=1, now=NOW)

    assert erased.rows > 20
    assert not any(rows_of(database, GUILD).values())
    assert rows_of(database, OTHER) == others
    assert visible_shelves(database, GUILD) == (COMMON_SHELF,)
    assert HIDDEN.lower() not in everything(database)
    assert prove(database).broken_at is None
    assert prove(database, GUILD).erased == erased.words > 3


def test_the_bytes_are_gone_from_the_file(new_sqlite: str) -> None:
    database = open_database(new_sqlite)
    fill(database, GUILD, HIDDEN)
    fill(database, OTHER, "Marimba", by=SOMEBODY)
    before = files(database)
    assert HIDDEN.lower().encode() in before
    assert str(PERSON).encode() in before

    assert erase_guild(database, GUILD, interaction_id=1, now=NOW).settled

    after = files(database)
    assert HIDDEN.lower().encode() not in after
    assert HIDDEN.lower()[2:-2].encode() not in after
    assert str(PERSON).encode() not in after
    assert b"marimba" in after
    database.close()


def test_a_person_is_forgotten_and_what_they_added_stays(database: Database) -> None:
    fill(database, GUILD, "Celesta")
    fill(database, OTHER, "Marimba", by=SOMEBODY)
    held = held_of_person(database, PERSON)
    assert {"documents", "gradings", "grants", "subscriptions", "audit_log"} <= set(held)
    kept = {table: rows for table, rows in rows_of(database, GUILD).items() if table != "grants"}

    erased = erase_person(database, PERSON, interaction_id=1, now=NOW)

    assert erased.words >= 4
    assert held_of_person(database, PERSON) == {}
    assert str(PERSON) not in everything(database)
    now = rows_of(database, GUILD)
    assert {table: now[table] for table in kept} == kept
    assert len(held_of_person(database, SOMEBODY)["audit_log"]) >= 4
    assert prove(database).broken_at is None


def test_reading_kept_to_one_person_does_not_open_when_they_are_forgotten(
    database: Database,
) -> None:
    fill(database, GUILD, "Celesta")
    assert may(database, PERSON) == {"read"}
    assert may(database, SOMEBODY) == set()

    erase_person(database, PERSON, interaction_id=1, now=NOW)

    assert may(database, SOMEBODY) == may(database, PERSON) == set()


def test_an_erasure_is_one_deed_that_names_nobody(database: Database) -> None:
    fill(database, GUILD, HIDDEN)
    for _ in range(2):
        erase_guild(database, GUILD, interaction_id=1, now=NOW)

    newest, *older = entries(database, GUILD)

    assert (newest.action, newest.by) == ("erase-guild", None)
    assert older
    assert all(each.erased and each.action != "erase-guild" for each in older)


def test_no_later_guild_is_given_the_number_of_an_erased_shelf(database: Database) -> None:
    fill(database, GUILD, HIDDEN)
    before = shelf_of(database, GUILD)

    erase_guild(database, GUILD, interaction_id=1, now=NOW)

    assert before not in {shelf_of(database, OTHER), shelf_of(database, GUILD)}


def test_a_guild_that_left_is_erased_when_its_time_is_up_unless_it_comes_back(
    database: Database,
) -> None:
    for guild_id, word in ((GUILD, HIDDEN), (OTHER, "Marimba")):
        fill(database, guild_id, word)
        note_departure(database, guild_id, keep_days=30, now=NOW)
    note_return(database, [OTHER, 5])

    assert erase_departed(database, now=NOW + timedelta(days=29)) == ()
    assert erase_departed(database, now=NOW + timedelta(days=30)) == (GUILD,)
    assert erase_departed(database, now=NOW + timedelta(days=31)) == ()

    assert not any(rows_of(database, GUILD).values())
    assert rows_of(database, OTHER)["documents"] == 1


def test_an_export_holds_what_is_a_guilds_own_and_nothing_of_others(database: Database) -> None:
    fill(database, GUILD, HIDDEN)
    fill(database, OTHER, "Marimba", by=SOMEBODY)

    told = json.dumps(held_of_guild(database, GUILD))

    assert HIDDEN in told
    assert f"{TEXT} {HIDDEN}".splitlines()[0] in told
    assert "Marimba" not in told
    assert str(SOMEBODY) not in told


def may(database: Database, user_id: int) -> set[str]:
    held = rules_of(database, GUILD).rights(user_id=user_id, role_ids=(), is_manager=False)
    return set(held)


def everything(database: Database) -> str:
    """Every value of every row."""
    with database.reading() as session:
        rows = [
            repr(tuple(row))
            for table in Base.metadata.sorted_tables
            for row in session.execute(select(table))
        ]
    return "\n".join(rows).lower()
