"""Documents that repeat another one: credited with the words they have, and heard for their own."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from briefings.compose import compose
from briefings.compose.repeating import MOST_COMPARED, further
from briefings.model import Article, Edition, Reading
from tests.compose.building import Told, article, everything, printed, window, words

NOW = datetime(2024, 10, 24, 23, tzinfo=UTC)
SENT = "North Korea sent 3,000 soldiers to Russia on warships in October."
MORE = "North Korea sent 12,000 soldiers to Russia on warships in October."
MET = "Choe Son Hui met Lavrov in Moscow for a strategic dialogue of two hours."
BALLOONS = "North Korea flew balloons with leaflets to South Korea at night."
DAY = date(2024, 10, 23)


def told(*articles: Article, since: datetime | None = None) -> Edition:
    return compose(articles, window=window(NOW, since=since), zone="Asia/Seoul")


def reported(
    number: int, *sentences: str, copy_of: int | None = None, hours: int = 5, day: date = DAY
) -> Article:
    return article(
        number,
        *(Told(each, day=day) for each in sentences),
        published=NOW - timedelta(hours=hours),
        near_duplicate_of=copy_of,
    )


def also_in(edition: Edition, part: str) -> tuple[int, ...]:
    (found,) = [item for item in printed(edition) if part in item.extract.words]
    return found.also_in


def test_a_copy_is_credited_only_with_sentences_that_it_has() -> None:
    found = told(reported(1, SENT, MET, BALLOONS), reported(2, SENT, MET, copy_of=1))

    assert also_in(found, "Lavrov") == (2,)
    assert also_in(found, "balloons") == ()


def test_what_a_copy_says_beside_its_original_is_told() -> None:
    found = told(reported(1, SENT, MET), reported(2, SENT, MET, BALLOONS, copy_of=1))

    (balloons,) = [item for item in printed(found) if item.extract.words == BALLOONS]
    assert balloons.extract.document_id == 2
    assert {each.document_id for each in found.heard} == {1, 2}
    assert 2 not in {each.document_id for each in found.left_out}


def test_what_a_copy_adds_to_a_story_of_the_day_before_is_told_alone() -> None:
    before = reported(1, SENT, MET, hours=30)
    found = told(
        before, reported(2, SENT, MET, BALLOONS, copy_of=1), since=NOW - timedelta(hours=24)
    )

    assert {item.extract.words for item in printed(found) if item.role == "event"} == {BALLOONS}


def test_a_copy_that_counts_otherwise_is_shown_beside_its_original() -> None:
    found = told(reported(1, SENT, MET), reported(2, MORE, MET, copy_of=1))

    assert {SENT, MORE} <= set(words(everything(found)))
    assert also_in(found, "3,000") == ()


def test_a_report_of_another_day_is_no_second_source_of_the_first() -> None:
    arrived = "North Korea landed its soldiers in the region of Kursk in Russia on {}."
    found = told(
        reported(1, arrived.format("Wednesday"), day=date(2024, 10, 23)),
        reported(2, arrived.format("Thursday"), day=date(2024, 10, 24)),
    )

    assert also_in(found, "Wednesday") == also_in(found, "Thursday") == ()


def test_only_so_many_copies_are_read_for_what_they_add() -> None:
    original = reported(1, SENT)
    copies = [
        reported(n, SENT, f"North Korea flew {n} balloons to South Korea.", copy_of=1)
        for n in range(2, 402)
    ]

    assert len(further([(each, original) for each in copies], None)) == MOST_COMPARED


def test_two_sides_differ_once_and_each_has_the_day_on_which_it_was_said() -> None:
    said = "Cho Tae-yul said: “North Korea will send {} soldiers to Russia by December.”"
    december = (date(2024, 12, 1), date(2024, 12, 31))
    told_so = [
        article(
            number,
            Told(said.format(count), day=december, speaker="Cho Tae-yul", said=DAY),
            published=NOW - timedelta(hours=number),
        )
        for number, count in ((1, "10,000"), (2, "12,000"))
    ]
    found = told(*told_so)

    (only,) = found.differences
    assert [item.when.edtf for item in only.items if item.when] == ["2024-10-23", "2024-10-23"]


FIRED = "North Korea fired a short-range missile toward the sea near South Korea on Wednesday"


def abroad(number: int, *sentences: str, language: str) -> Article:
    return replace(reported(number, *sentences), reading=read_as(language, *sentences))


def read_as(language: str, *sentences: str) -> Reading:
    return replace(reported(1, *sentences).reading, language=language)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_who_tells_the_same_in_another_language_is_credited_beside_the_readers_own(
    language: str,
) -> None:
    english = "Putin met Choe Son Hui of North Korea in Russia on Wednesday."
    russian = "Путин встретился в среду с Цой Сон Хи из КНДР в России."
    articles = reported(1, english), abroad(2, russian, language="ru")
    found = compose(articles, window=window(NOW), zone="Asia/Seoul", language=language)

    (item,) = printed(found)
    assert item.extract.words == {"en": english, "ru": russian}[language]
    assert item.also_in == {"en": (2,), "ru": (1,)}[language]


def test_one_launch_is_one_item_whoever_says_so_and_whatever_came_after() -> None:
    found = told(
        reported(1, f"{FIRED}."),
        reported(2, f"{FIRED} morning, hours before Lavrov met Choe Son Hui of Russia."),
    )

    (item,) = printed(found)
    assert item.also_in


def test_the_bottom_line_does_not_tell_one_event_twice() -> None:
    found = told(reported(1, SENT), reported(2, MORE), reported(3, BALLOONS))

    assert {point.point for point in found.differences} == {"number"}
    assert not {SENT, MORE} <= set(words(found.bottom_line))
