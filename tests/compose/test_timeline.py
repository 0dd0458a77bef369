"""What happened when: by the days that are told of, with the words that date them."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event

from briefings.compose.timeline import Timeline, timeline
from briefings.errors import BadValueError
from briefings.model import Edge
from briefings.search.sought import seek
from briefings.storage.database import Database, open_database
from briefings.storage.happenings import dated_sentences
from briefings.storage.shelves import COMMON_SHELF
from tests.compose.kept import NOW, kept

SHELVES = (COMMON_SHELF,)
ZONE = ZoneInfo("Asia/Seoul")
VISIT = "Russian President Vladimir Putin arrived in Pyongyang on Wednesday and met Kim Jong Un."
FIRED = "North Korea fired two missiles towards South Korea on Monday, the army of Seoul said."
PLAN = "Kim Jong Un will visit Moscow and meet Vladimir Putin on 3 July 2024."


def told(database: Database, about: str = "", **given: str) -> Timeline:
    sought = seek(database, about, shelves=SHELVES, now=NOW, **given)  # type: ignore[arg-type]  # names of days
    return timeline(
        database,
        shelves=SHELVES,
        zone=ZONE,
        since=sought.since,
        until=sought.until,
        filters=sought.filters,
        passages=sought.passages,
    )


def days(found: Timeline) -> list[str]:
    return [moment.lines[0].telling.when.edtf for moment in found.moments]


def test_events_stand_in_the_order_of_their_days_and_not_of_publication(database: Database) -> None:
    kept(database, PLAN, source="Early Post", published_on=date(2024, 6, 1))
    kept(database, FIRED, source="Late Post", published_on=date(2024, 6, 21))
    kept(database, VISIT, source="Daily", published_on=date(2024, 6, 20))

    assert days(told(database)) == ["2024-06-17", "2024-06-19", "2024-07-03"]


def test_a_telling_has_the_very_words_of_its_date(database: Database) -> None:
    kept(database, VISIT, source="Daily")

    telling = told(database).moments[0].lines[0].telling

    assert telling.wording is not None
    assert telling.wording.of(telling.article.text) == "Wednesday"
    assert telling.span.of(telling.article.text) == VISIT
    assert telling.published == date(2024, 6, 20)


def test_several_tellings_of_one_event_are_one_line(database: Database) -> None:
    kept(database, VISIT, source="Daily")
    other = (
        "Vladimir Putin arrived in Pyongyang on Wednesday, where he met Kim Jong Un at the airport."
    )
    kept(database, other, source="Wire")

    [moment] = told(database).moments

    assert [each.article.source for line in moment.lines for each in line.every] == [
        "Daily",
        "Wire",
    ]
    assert len(moment.lines) == 1


def test_an_event_that_nobody_is_named_in_is_one_line_by_act_and_day(database: Database) -> None:
    kept(database, FIRED, source="Daily")
    other = (
        "North Korea fired missiles on Monday into the sea off South Korea, its first this year."
    )
    kept(database, other, source="Wire")

    [moment] = told(database).moments

    assert len(moment.lines[0].also_in) == 1


def test_a_launch_and_the_meeting_on_it_are_two_events(database: Database) -> None:
    kept(database, f"{FIRED[:-1]}, the first since the summit.", source="Daily")
    meeting = (
        "Russia and South Korea will hold a meeting on Wednesday on the missiles that North Korea "
        "fired towards South Korea, the army of Seoul said, the first since the summit."
    )
    kept(database, meeting, source="Wire")

    found = told(database)

    assert [len(moment.lines) for moment in found.moments] == [1] * len(found.moments)
    assert len(found.moments) == 2


def test_contradictory_days_stand_side_by_side(database: Database) -> None:
    kept(database, VISIT, source="Daily")
    kept(database, VISIT.replace("Wednesday", "Tuesday"), source="Wire")

    [moment] = told(database).moments

    assert [line.telling.when.edtf for line in moment.lines] == ["2024-06-18", "2024-06-19"]


def test_what_each_reports_of_the_day_before_are_two_events(database: Database) -> None:
    kept(database, FIRED, source="Daily", published_on=date(2024, 6, 18))
    again = FIRED.replace("Monday", "Tuesday")
    kept(database, again, source="Wire", published_on=date(2024, 6, 19))

    assert days(told(database)) == ["2024-06-17", "2024-06-18"]


def test_undated_and_reworded_documents_are_left_out_and_counted(database: Database) -> None:
    kept(database, VISIT.replace("Wednesday", "19 June 2024"), source="Undated", published_on=None)
    kept(database, FIRED, source="Daily")

    found = told(database)

    assert days(found) == ["2024-06-17"]
    assert found.left_out == 1


def test_days_are_given_as_people_say_them(database: Database) -> None:
    kept(database, VISIT, source="Daily")
    kept(database, PLAN, source="Wire")

    assert days(told(database, since="July 2024")) == ["2024-07-03"]
    assert days(told(database, since="this week", until="yesterday")) == ["2024-06-19"]
    assert days(told(database, "until:2024-06")) == ["2024-06-19"]
    with pytest.raises(BadValueError):
        told(database, since="whenever")


def test_what_is_asked_about_stands_in_the_passage(database: Database) -> None:
    kept(database, VISIT, source="Daily")
    kept(database, FIRED, source="Wire")

    assert days(told(database, "missiles")) == ["2024-06-17"]
    assert not told(database, "giraffes").moments


def test_only_words_of_the_speaker_or_the_edge_that_is_asked_for(database: Database) -> None:
    said = "Sergei Lavrov said on Tuesday that Russia would supply North Korea with grain."
    kept(database, said, source="Daily")
    kept(database, FIRED, source="Wire")

    assert days(told(database, speaker="Lavrov")) == ["2024-06-18"]
    found = timeline(
        database,
        shelves=SHELVES,
        zone=ZONE,
        filters=seek(database, "", shelves=SHELVES, edge=Edge.DPRK_ROK, now=NOW).filters,
    )
    assert days(found) == ["2024-06-17"]


def test_other_shelves_are_not_looked_at(database: Database) -> None:
    kept(database, VISIT, source="Daily")

    assert not timeline(database, shelves=(99,), zone=ZONE).moments


def test_one_question_is_bounded_and_goes_on_where_it_ended(database: Database) -> None:
    for day in range(1, 31, 5):
        text = f"Kim Jong Un visited {day} Russian soldiers on {day} May 2024."
        kept(database, text, source=f"Daily {day}")

    newest = timeline(database, shelves=SHELVES, zone=ZONE, most=4)
    before = timeline(database, shelves=SHELVES, zone=ZONE, until=newest.earlier, most=4)
    first = timeline(database, shelves=SHELVES, zone=ZONE, since=date(2024, 5, 1), most=4)

    assert days(newest) == ["2024-05-16", "2024-05-21", "2024-05-26"]
    assert newest.earlier == date(2024, 5, 11)
    assert days(before) == ["2024-05-01", "2024-05-06", "2024-05-11"]
    assert days(first) == ["2024-05-01", "2024-05-06", "2024-05-11"]
    assert first.later == date(2024, 5, 16)


def test_the_days_are_read_from_an_index(new_sqlite: str) -> None:
    database = open_database(new_sqlite)
    asked: list[tuple[str, Any]] = []
    event.listen(
        database.engine,
        "before_cursor_execute",
        lambda _, __, statement, given, *___: asked.append((statement, given)),
    )
    dated_sentences(database, shelves=SHELVES, since=date(2024, 6, 1), limit=10)
    [question] = [each for each in asked if "FROM sentences" in each[0]]
    with database.engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {question[0]}", question[1])
        steps = " ".join(str(row) for row in plan)
    database.close()

    assert "SEARCH sentences USING INDEX ix_sentences_when_first" in steps
    assert "TEMP B-TREE" not in steps
