"""What nobody named did differs in its day only where everything else is told alike."""

import re
from dataclasses import replace
from datetime import date

import pytest

from briefings.model import Article, DateMention, Mood, Span
from tests.compose.building import Told
from tests.compose.test_differences import (
    MONDAY,
    TUESDAY,
    VISIT,
    WEDNESDAY,
    edition,
    foreign,
    points,
)
from tests.compose.test_differences import news as whole_sentences_dated

VISITED = "A delegation of shipbuilders from Russia visited Pyongyang in North Korea on {}."
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Fri)day")


def news(document_id: int, *told: Told, day: date = date(2025, 5, 9)) -> Article:
    """As a reader finds dates: where they stand."""
    made = whole_sentences_dated(document_id, *told, day=day)
    found = [
        DateMention(Span(*match.span()), each.when)
        for each in made.reading.dates
        if (match := _DAY.search(made.text, each.span.start, each.span.end))
    ]
    return replace(made, reading=replace(made.reading, dates=tuple(found)))


TOLD = Told(VISITED.format("Tuesday"), day=TUESDAY)


def test_a_visit_of_nobody_named_told_of_two_days_differs_in_its_day() -> None:
    other = Told(VISITED.format("Wednesday"), day=WEDNESDAY)

    (difference,) = edition(news(1, TOLD), news(2, other)).differences

    assert difference.point == "day"
    assert {item.extract.words for item in difference.items} == {TOLD.words, other.words}


@pytest.mark.parametrize(
    ("words", "day"),
    [
        (VISITED.format("Tuesday morning"), TUESDAY),
        (VISITED.replace("shipbuilders", "footballers and their coach").format("Monday"), MONDAY),
        (VISITED.replace("A delegation", "A second delegation").format("Monday"), MONDAY),
        (VISITED.replace("A delegation", "A delegation of 40").format("Monday"), MONDAY),
        (VISITED.replace("Pyongyang", "the Pyongyang of KCNA").format("Monday"), MONDAY),
        (VISITED.replace("visited", "launched a missile at").format("Monday"), MONDAY),
        ("Shipbuilders from Russia visited North Korea on Monday.", MONDAY),
        (VISITED.format("Friday a week before"), date(2025, 4, 25)),
    ],
    ids=[
        "same day",
        "others",
        "a second",
        "a count",
        "a name",
        "an act that recurs",
        "few words",
        "weeks",
    ],
)
def test_what_may_be_another_event_of_nobody_named_does_not_differ(words: str, day: date) -> None:
    assert points(news(1, TOLD), news(2, Told(words, day=day))) == []


def test_each_days_own_report_is_of_that_day_and_a_plan_may_be_put_off() -> None:
    next_day = Told(VISITED.format("Wednesday"), day=WEDNESDAY)
    plan = Told(
        VISITED.replace("visited", "will visit").format("Wednesday"),
        day=WEDNESDAY,
        mood=Mood.FORECAST,
    )

    early = news(1, TOLD, day=date(2025, 5, 7))
    assert points(early, news(2, next_day, day=date(2025, 5, 8))) == []
    assert points(news(1, TOLD), news(2, plan)) == []


def test_a_named_persons_visit_differs_in_its_day_across_languages() -> None:
    korean = Told("푸틴 대통령은 화요일 북한 평양을 방문했다고 러시아가 밝혔다.", day=TUESDAY)
    same = Told("푸틴 대통령은 수요일 북한 평양을 방문했다고 러시아가 밝혔다.", day=WEDNESDAY)
    russian = Told("Путин во вторник прибыл с визитом в КНДР.", day=TUESDAY)

    assert points(news(1, VISIT), foreign("ko", 2, korean)) == ["day"]
    assert points(news(1, VISIT), foreign("ru", 2, russian)) == ["day"]
    assert points(news(1, VISIT), foreign("ko", 2, same)) == []
