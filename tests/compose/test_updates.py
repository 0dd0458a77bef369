"""What is new about a story that a channel has been told, and what is only told again."""

from dataclasses import replace
from datetime import date

from briefings.compose.fitting import Form, in_form
from briefings.compose.updates import Known, compare, told
from briefings.model import Edition, Item, Precision, Role, Section, When
from tests.bot.made import edition, item
from tests.compose.building import everything, printed, words

ARRIVED = "Putin arrived in Pyongyang for talks with Kim Jong Un about a defence treaty."
SIGNED = "Putin and Kim Jong Un signed a defence treaty after talks in Pyongyang on Wednesday."
AGAIN = "Putin has arrived in Pyongyang for talks with Kim Jong Un about the defence treaty."
MORE = "Putin arrived in Pyongyang for talks with Kim Jong Un about 2 defence treaties."
BALLOONS = "North Korea floated balloons with rubbish across the border."
FIRED = "North Korea fired a ballistic missile into the sea off its eastern coast."


def dated(words: str, day: int, **more: object) -> Item:
    on = date(2024, 6, day)
    found = item(words, when=When(on, on, Precision.DAY, on.isoformat()))
    return replace(found, **more)  # type: ignore[arg-type]


def of(*items: Item) -> Edition:
    return edition({Section.DPRK_RUSSIA: items})


def known(before: Item, now: Item) -> Known:
    return compare(of(now), told(of(before)))


def test_something_new_of_a_story_that_was_told_is_an_update() -> None:
    now = dated(SIGNED, 19)
    found = known(dated(ARRIVED, 19), now)

    assert found.updates == {now.extract.digest}
    assert not found.repeats


def test_another_story_is_no_update() -> None:
    assert known(dated(ARRIVED, 19), dated(BALLOONS, 19)) == Known(frozenset(), frozenset())


def test_two_stories_told_by_one_spokeswoman_are_two() -> None:
    by = "сообщила официальный представитель МИД РФ Мария Захарова."
    one = dated(f"Делегация вылетит в Пхеньян, {by}", 18)
    two = dated(f"Россия ответит на пошлины, {by}", 19)

    assert known(one, two) == Known(frozenset(), frozenset())


def test_the_same_deed_on_another_day_is_another_event() -> None:
    now = dated(FIRED.replace("a ballistic", "another ballistic"), 14)

    assert known(dated(FIRED, 10), now) == Known(frozenset(), frozenset())


def test_what_is_told_again_in_nearly_the_same_words_is_a_repeat() -> None:
    now = dated(AGAIN, 19)

    assert known(dated(ARRIVED, 19), now).repeats == {now.extract.digest}


def test_a_new_number_is_news_even_in_the_same_words() -> None:
    now = dated(MORE, 19)

    assert known(dated(ARRIVED, 19), now) == Known(frozenset(), frozenset({now.extract.digest}))


def test_a_changed_version_of_a_document_updates_what_it_said_before() -> None:
    now = dated("Putin arrived in the city late at night, delayed by storms, for talks.", 19)
    before = dated(ARRIVED, 19)
    newer = replace(now, extract=replace(now.extract, version_id=before.extract.version_id + 1))

    assert not known(before, now).updates
    assert known(before, newer).updates == {newer.extract.digest}


def test_background_is_neither_an_update_nor_a_story_that_was_told() -> None:
    behind = dated(ARRIVED, 19, role=Role.BACKGROUND)

    assert known(behind, dated(SIGNED, 19)) == Known(frozenset(), frozenset())
    assert known(dated(SIGNED, 19), behind) == Known(frozenset(), frozenset())


def test_in_the_channels_form_updates_are_marked_wherever_they_stand_and_repeats_are_gone() -> None:
    new, again = dated(SIGNED, 19), dated(AGAIN, 19)
    whole = replace(of(new, again), bottom_line=(new,))

    form = Form(known=compare(whole, told(of(dated(ARRIVED, 19)))))
    fit = in_form(whole, form)

    assert words(printed(fit)) == [SIGNED]
    assert [each.update for each in everything(fit)] == [True, True]


def test_where_the_bottom_line_was_told_before_the_best_of_the_rest_stands_in_for_it() -> None:
    new, again = dated(BALLOONS, 19, rank=1), dated(AGAIN, 19)
    whole = replace(of(again, new), bottom_line=(again,))

    fit = in_form(whole, Form(known=compare(whole, told(of(dated(ARRIVED, 19))))))

    assert words(fit.bottom_line) == [BALLOONS]


def test_two_ministers_of_one_day_are_no_story_that_goes_on() -> None:
    before = dated(
        "North Korean Foreign Minister Choe Son Hui met Russian Foreign Minister Sergei Lavrov "
        "in Moscow on October 29, 2024.",
        19,
    )
    now = dated(
        "South Korean Foreign Minister Cho Tae-yul said on October 28, 2024, that Seoul would "
        "respond in phases to the cooperation of North Korea and Russia.",
        19,
    )

    assert known(before, now) == Known(frozenset(), frozenset())
