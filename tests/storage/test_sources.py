"""Sources graded by a guild, over what is known of them; publishers counted once."""

from collections.abc import Callable

import pytest

from briefings.errors import BadValueError
from briefings.gazetteer.outlets import outlet_of, source_key
from briefings.model import Trust
from briefings.storage.articles import store_article
from briefings.storage.audit import entries
from briefings.storage.database import Database
from briefings.storage.shelves import COMMON_SHELF, shelf_of, visible_shelves
from briefings.storage.sources import GradeDeed, GradingGiven, Trusts, grade, source_rows, trusts_of
from tests.storage.examples import NOW, new

GUILD = 2**60


def say(database: Database, name: str, *, interaction_id: int = 1, **given: object) -> GradeDeed:
    return grade(
        database,
        name,
        GradingGiven(**given),  # type: ignore[arg-type]  # as a person gives it
        guild_id=GUILD,
        by=9,
        interaction_id=interaction_id,
        now=NOW,
    )


def keep(database: Database, source: str, *, shelf_id: int = COMMON_SHELF) -> None:
    store_article(database, new(source, source=source, shelf_id=shelf_id), now=NOW)


@pytest.mark.parametrize(
    ("name", "family", "state"),
    [
        ("KCNA", "kcna", True),
        ("조선중앙통신", "kcna", True),
        ("로동신문", "rodong-sinmun", True),
        ("ТАСС", "tass", True),
        ("Tass", "tass", True),
        ("RIA Novosti", "rossiya-segodnya", True),
        ("Sputnik", "rossiya-segodnya", True),
        ("The Chosun Daily", "chosun", False),
        ("BBC News 코리아", "bbc", False),
    ],
)
def test_what_everybody_knows_of_an_outlet(name: str, family: str, state: bool) -> None:
    assert Trusts().of(name) == Trust(family, state)


@pytest.mark.parametrize("name", ["KCNA Watch", "Daily NK", "A Spade Calls", "…", ""])
def test_who_is_not_known_is_nobodys_mouthpiece(name: str) -> None:
    assert outlet_of(name) is None
    assert Trusts().of(name).state_media is False


def test_spellings_of_one_name_are_one_source() -> None:
    assert source_key("The  Chosun-Daily") == source_key("the chosun daily")
    assert source_key("Ёж") == source_key("еж")
    assert source_key("조선일보") != source_key("중앙일보")
    assert source_key("!!!") != source_key("???")


def test_a_publisher_with_several_names_counts_once() -> None:
    trusts = Trusts()

    assert trusts.publishers(["RIA Novosti", "Sputnik", "ТАСС", "Tass", "Hankyoreh", "X"]) == 4
    assert trusts.state_media(["Hankyoreh", "TASS", "KCNA"]) == ("KCNA", "TASS")


def test_what_a_guild_says_stands_over_what_is_known_and_for_it_alone(database: Database) -> None:
    keep(database, "TASS")

    deed = say(database, "tass", reliability="C", credibility=3)

    assert (deed.name, deed.trust) == ("TASS", Trust("tass", True, "C", 3))
    again = say(database, "TASS", interaction_id=2, state_media=False, family="Sputnik")
    assert again.trust == Trust("rossiya-segodnya", False, "C", 3)
    assert trusts_of(database, GUILD).of("ТАСС") == Trust("tass", True)
    assert trusts_of(database, GUILD + 1).of("TASS") == Trust("tass", True)
    assert trusts_of(database, None).of("TASS") == Trust("tass", True)


def test_a_grade_is_one_deed_with_before_and_after(database: Database) -> None:
    keep(database, "The Paper")
    for _ in range(2):
        say(database, "The Paper", reliability="B")
    say(database, "The Paper", interaction_id=2, reliability="D")

    second, first = entries(database, GUILD)

    assert first.before is None
    assert second.before == first.after
    assert second.after is not None
    assert (second.by, second.after["reliability"]) == (9, "D")


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"reliability": "G"},
        {"reliability": "AB"},
        {"credibility": 7},
        {"credibility": -1},
        {"family": "x" * 81},
    ],
)
def test_what_is_no_grade_is_refused_and_nothing_kept(
    database: Database, given: dict[str, object]
) -> None:
    keep(database, "TASS")

    with pytest.raises(BadValueError):
        say(database, "TASS", **given)  # type: ignore[arg-type]  # as a person gives it

    assert entries(database, GUILD) == ()


def test_a_source_of_another_guild_cannot_be_graded_or_seen(
    open_again: Callable[[], Database],
) -> None:
    database = open_again()
    keep(database, "Theirs", shelf_id=shelf_of(database, GUILD + 1))
    keep(database, "Everybody's")

    with pytest.raises(BadValueError):
        say(database, "Theirs", reliability="A")

    say(database, "Everybody's", reliability="A")
    shelves = visible_shelves(database, GUILD)
    rows = source_rows(database, shelves=shelves, guild_id=GUILD)
    assert [(row.name, row.documents, row.graded) for row in rows] == [("Everybody's", 1, True)]
    theirs = source_rows(database, shelves=(COMMON_SHELF,), guild_id=GUILD + 1)
    assert [(row.name, row.graded) for row in theirs] == [("Everybody's", False)]
