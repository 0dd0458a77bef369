"""Two extracts that disagree stand side by side; two that do not are left alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from briefings.compose import compose
from briefings.compose.frames import frames, grouped
from briefings.compose.page import Page
from briefings.model import Article, Edition, Mood, Role
from tests.compose.building import Told, article, everything, window, words

NOW = datetime(2025, 5, 10, 23, tzinfo=UTC)
MONDAY, TUESDAY, WEDNESDAY = date(2025, 5, 5), date(2025, 5, 6), date(2025, 5, 7)


def news(document_id: int, *told: Told, day: date = date(2025, 5, 9)) -> Article:
    moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return article(document_id, *told, published=moment)


def edition(*articles: Article, shown: frozenset[str] = frozenset()) -> Edition:
    return compose(
        articles, window=window(NOW, hours=168), zone="Asia/Seoul", language="en", shown=shown
    )


def points(*articles: Article) -> list[str]:
    return [difference.point for difference in edition(*articles).differences]


PLAN = Told("Putin will visit North Korea on Tuesday.", mood=Mood.FORECAST, day=TUESDAY)
VISIT = Told("Putin made a visit to North Korea on Wednesday.", day=WEDNESDAY)


def test_a_visit_planned_for_one_day_and_made_on_another_differs_in_its_day() -> None:
    (difference,) = edition(news(1, PLAN, day=MONDAY), news(2, VISIT)).differences

    assert difference.point == "day"
    assert set(words(difference.items)) == {PLAN.words, VISIT.words}


def test_a_visit_reported_of_two_days_differs_in_its_day() -> None:
    other = Told("Putin arrived in North Korea on Tuesday.", day=TUESDAY)
    assert points(news(1, other), news(2, VISIT)) == ["day"]


@pytest.mark.parametrize(
    "other",
    [
        Told("Putin made a visit to North Korea on Wednesday morning.", day=WEDNESDAY),
        Told("Lavrov made a visit to North Korea on Tuesday.", day=TUESDAY),
        Told("Putin made a visit to South Korea on Tuesday.", day=TUESDAY),
        Told("Putin made a visit to North Korea in the year 2000.", day=date(2000, 7, 19)),
        Told("Putin signed a law about North Korea on Tuesday.", day=TUESDAY),
        Told("Putin made a visit to North Korea.", day=None),
    ],
    ids=["same day", "another person", "another edge", "years before", "another act", "no day"],
)
def test_what_is_not_the_same_event_does_not_differ(other: Told) -> None:
    assert points(news(1, other), news(2, VISIT)) == []


@pytest.mark.parametrize(
    ("came", "was"),
    [
        ("Putin arrived in North Korea on Monday.", "Putin was visiting North Korea on Tuesday."),
        (
            "Putin arrived in North Korea on Monday for a two-day visit.",
            "Putin ended his visit to North Korea on Tuesday.",
        ),
    ],
)
def test_a_visit_that_lasts_does_not_differ_in_its_day(came: str, was: str) -> None:
    assert points(news(1, Told(came, day=MONDAY)), news(2, Told(was, day=TUESDAY))) == []


def test_launches_of_two_days_are_two_launches() -> None:
    first = Told(
        "North Korea of Kim Jong Un fired missiles near South Korea on Monday.", day=MONDAY
    )
    second = Told(
        "North Korea of Kim Jong Un fired missiles near South Korea on Tuesday.", day=TUESDAY
    )

    assert points(news(1, first, day=MONDAY), news(2, second, day=TUESDAY)) == []


def test_two_days_in_one_document_are_two_events() -> None:
    other = Told("Putin left for a visit to North Korea on Tuesday.", day=TUESDAY)

    assert points(news(1, other, VISIT)) == []


def test_a_meeting_at_two_places_differs_in_its_place() -> None:
    here = Told("Kim Jong Un met Putin at Vostochny in that week for Russia.", day=WEDNESDAY)
    there = Told("Kim Jong Un ended his visit to Vladivostok and thanked Putin.", day=WEDNESDAY)
    (difference,) = edition(news(1, here), news(2, there)).differences

    assert difference.point == "place"
    assert len(difference.items) == 2


def test_an_undated_visit_is_compared_with_the_meeting_of_those_weeks_only() -> None:
    month = (date(2025, 4, 1), date(2025, 4, 30))
    met = Told("Putin met Kim Jong Un at Vostochny in April.", day=month)
    visit = Told("North Korea recalled the visit to Vladivostok by Kim Jong Un in Russia.")
    long_ago = (date(2019, 4, 1), date(2019, 4, 30))

    assert points(news(1, met), news(2, visit)) == ["place"]
    assert points(news(1, Told(met.words, day=long_ago)), news(2, visit)) == []


def test_the_same_place_under_a_longer_name_does_not_differ() -> None:
    here = Told("Kim Jong Un met Putin at the Vostochny Cosmodrome.", day=WEDNESDAY)
    there = Told("Kim Jong Un met Putin at Vostochny for two hours.", day=WEDNESDAY)

    assert points(news(1, here), news(2, there)) == []


def test_a_surprise_that_was_announced_is_shown_with_the_announcement() -> None:
    surprise = Told("Putin made a surprise visit to North Korea on Wednesday.", day=WEDNESDAY)
    plan = Told("Putin will visit North Korea on Wednesday.", mood=Mood.FORECAST, day=WEDNESDAY)

    assert points(news(1, plan, day=MONDAY), news(2, surprise)) == ["surprise"]
    assert points(news(2, surprise)) == []


@pytest.mark.parametrize(
    ("other", "differs"),
    [("12,000 soldiers", True), ("10,000 soldiers", False), ("10,300 soldiers", False)],
)
def test_a_count_of_the_same_things_differs_in_its_number(other: str, differs: bool) -> None:
    sent = "North Korea sent 10,000 soldiers to Russia to help at the front."
    found = points(news(1, Told(sent)), news(2, Told(sent.replace("10,000 soldiers", other))))

    assert found == (["number"] if differs else [])


def test_a_longer_name_for_what_was_signed_differs_in_its_name() -> None:
    short = Told("Russia and North Korea signed a “strategic partnership.”", day=WEDNESDAY)
    long = Told(
        "Peskov said that Russia will sign a “broad strategic partnership treaty” with North Korea."
    )

    assert points(news(1, short), news(2, long)) == ["name"]
    assert points(news(1, short), news(2, Told(short.words.replace("signed", "then signed")))) == []


def test_two_old_documents_that_differ_are_no_news() -> None:
    far = NOW - timedelta(days=30)
    old = [
        article(1, Told(PLAN.words, mood=Mood.FORECAST, day=TUESDAY), published=far),
        article(2, VISIT, published=far + timedelta(days=1)),
    ]

    assert points(*old, news(3, Told("South Korea met Russia for talks."))) == []


def test_a_difference_with_a_printed_extract_is_not_printed_again() -> None:
    world = (news(1, PLAN, day=MONDAY), news(2, VISIT))
    (difference,) = edition(*world).differences
    shown = frozenset({difference.items[0].extract.digest})

    assert edition(*world, shown=shown).differences == ()


def test_of_very_many_reports_of_one_act_only_the_newest_are_compared() -> None:
    many = [
        news(n, Told(f"Putin made a visit number {n} to North Korea.", day=WEDNESDAY))
        for n in range(300)
    ]
    groups = grouped(frames([Page(each) for each in many], ZoneInfo("UTC")))

    assert [len(group) for group in groups.by_person] == [40]


ASSURED = Told(
    "“The treaty is purely defensive and is aimed at no third country,” Lavrov said of North Korea"
    " and Russia.",
    speaker="Lavrov",
)


def worded(other: str) -> Told:
    words = f"“{other},” Lavrov told reporters in Moscow of North Korea."
    return Told(words, speaker="Lavrov")


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        ("The treaty is strictly defensive and is aimed at no third country", True),
        ("The treaty is purely defensive and is aimed at no third country", False),
        ("The treaty is purely defensive", False),
        ("Nobody has the right to lecture us on whom we sign treaties with", False),
    ],
    ids=["another word", "the same words", "a part of them", "other words"],
)
def test_two_wordings_of_one_utterance_differ(other: str, differs: bool) -> None:
    assert points(news(1, ASSURED), news(2, worded(other))) == (["wording"] if differs else [])


def test_both_wordings_are_shown_with_who_spoke() -> None:
    other = worded("The treaty is strictly defensive and is aimed at no third country")
    (difference,) = edition(news(1, ASSURED), news(2, other)).differences

    assert set(words(difference.items)) == {ASSURED.words, other.words}
    assert [item.speaker for item in difference.items] == ["Lavrov", "Lavrov"]
    assert {item.role for item in difference.items} == {Role.QUOTE}


@pytest.mark.parametrize(
    ("speaker", "day", "said"),
    [("Peskov", 9, None), ("Lavrov", 2, None), ("Lavrov", 9, MONDAY)],
    ids=["another speaker", "a week before", "on another day"],
)
def test_what_was_said_at_another_time_or_by_another_does_not_differ(
    speaker: str, day: int, said: date | None
) -> None:
    other = worded("The treaty is strictly defensive and is aimed at no third country")
    other = replace(other, words=other.words.replace("Lavrov", speaker), speaker=speaker, said=said)
    mine = replace(ASSURED, said=TUESDAY if said else None)

    assert points(news(1, mine), news(2, other, day=date(2025, 5, day))) == []


def foreign(language: str, document_id: int, *told: Told) -> Article:
    moment = datetime(2025, 5, 9, 12, tzinfo=UTC)
    return article(document_id, *told, published=moment, language=language)


@pytest.mark.parametrize(
    ("language", "sentence", "count", "other", "rounded"),
    [
        (
            "ko",
            "북한이 러시아에 북한군 {} 보냈다고 푸틴이 말했다.",
            "1만1000명을",
            "1만5000명을",
            "1만1000여 명을",
        ),
        (
            "ru",
            "Путин сказал, что КНДР направила в Россию {}.",
            "11 тысяч солдат",
            "15 000 солдат",
            "11 000 солдат",
        ),
    ],
)
def test_counts_are_compared_in_korean_and_russian(
    language: str, sentence: str, count: str, other: str, rounded: str
) -> None:
    def found(another: str) -> list[str]:
        return points(
            foreign(language, 1, Told(sentence.format(count))),
            foreign(language, 2, Told(sentence.format(another))),
        )

    assert found(other) == ["number"]
    assert found(rounded) == found(count) == []


@pytest.mark.parametrize(
    ("language", "here", "there", "longer"),
    [
        (
            "ko",
            "푸틴은 수요일 보스토치니에서 최선희를 만났다고 러시아와 북한이 밝혔다.",
            "푸틴은 수요일 블라디보스토크에서 최선희를 만났다고 러시아와 북한이 밝혔다.",
            "러시아를 찾은 최선희는 수요일 푸틴을 만났다고 북한이 밝혔다.",
        ),
        (
            "ru",
            "Путин встретился с Цой Сон Хи из КНДР в среду во Владивостоке в России.",
            "Путин встретился с Цой Сон Хи из КНДР в среду на Восточном в России.",
            "Путин встретился с Цой Сон Хи из КНДР в среду в России.",
        ),
    ],
)
def test_places_are_compared_in_korean_and_russian(
    language: str, here: str, there: str, longer: str
) -> None:
    one = foreign(language, 1, Told(here, day=WEDNESDAY))

    assert points(one, foreign(language, 2, Told(there, day=WEDNESDAY))) == ["place"]
    assert points(one, foreign(language, 2, Told(here, day=WEDNESDAY))) == []
    assert points(one, foreign(language, 2, Told(longer, day=WEDNESDAY))) == []


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        (
            "North Korea fired a ballistic missile toward South Korea on Tuesday.",
            "North Korea launched two ballistic missiles toward South Korea on Tuesday.",
            True,
        ),
        (
            "North Korea fired at least one ballistic missile toward South Korea on Tuesday.",
            "North Korea launched two ballistic missiles toward South Korea on Tuesday.",
            False,
        ),
        (
            "Russia expelled two South Korean envoys on Tuesday after Seoul’s sanctions.",
            "Russia expelled three South Korean envoys on Tuesday over sanctions by Seoul.",
            True,
        ),
        (
            "Some 900 divers marched by the sea for North Korea and Russia.",
            "Around 1,500 divers marched by the sea for North Korea and Russia.",
            True,
        ),
        (
            "Some 900 divers of North Korea came back from Russia.",
            "Around 1,500 divers of North Korea stayed in Russia.",
            False,
        ),
    ],
)
def test_what_is_counted_in_words_or_without_an_act_is_compared(
    one: str, other: str, differs: bool
) -> None:
    found = points(news(1, Told(one, day=TUESDAY)), news(2, Told(other, day=TUESDAY)))
    assert found == (["number"] if differs else [])


def test_a_visit_from_a_day_on_does_not_differ_from_a_meeting_during_it() -> None:
    plan = Told(
        "Lavrov will visit North Korea from Monday for talks with Kim Jong Un.",
        mood=Mood.FORECAST,
        day=MONDAY,
    )
    met = Told("Kim Jong Un of North Korea met Lavrov of Russia on Wednesday.", day=WEDNESDAY)

    assert points(news(1, plan, day=MONDAY), news(2, met)) == []


def test_meetings_with_two_guests_are_two_meetings() -> None:
    one = Told("Kim Jong Un of North Korea met Lavrov of Russia on Tuesday.", day=TUESDAY)
    two = Told("Kim Jong Un of North Korea met Peskov of Russia on Wednesday.", day=WEDNESDAY)

    assert points(news(1, one), news(2, two)) == []
    same = Told("Kim Jong Un of North Korea met Lavrov of Russia on Wednesday.", day=WEDNESDAY)
    assert points(news(1, one), news(2, same)) == ["day"]


def test_what_a_publisher_has_corrected_is_no_second_source() -> None:
    wrong = Told("Russia expelled three South Korean envoys on Tuesday.", day=TUESDAY)
    right = Told("Russia expelled two South Korean envoys on Tuesday.", day=TUESDAY)
    first = replace(news(1, wrong), source="Wire")
    later = replace(
        news(2, right),
        source="Wire",
        near_duplicate_of=1,
        first_seen=first.first_seen + timedelta(hours=1),
    )
    found = edition(first, later)

    assert {item.extract.words for item in everything(found)} == {right.words}
    assert [each.document_id for each in found.heard] == [2]
    assert found.differences == ()


def test_a_russian_future_is_a_plan_and_no_outcome() -> None:
    plan = Told(PLAN.words, mood=Mood.FORECAST, day=TUESDAY)
    told = Told("Путин 6 мая прибудет с визитом в КНДР.", day=TUESDAY)
    found = edition(news(1, plan, day=MONDAY), replace_language(news(2, told, day=MONDAY), "ru"))

    assert PLAN.words in words(everything(found))
    assert {item.role for item in everything(found)} == {Role.FORECAST}


def replace_language(told: Article, language: str) -> Article:
    return replace(told, reading=replace(told.reading, language=language))
