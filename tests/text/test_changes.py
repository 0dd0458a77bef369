"""What changed between two states of a text, word by word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.text.changes import Change, changes, counted

BEFORE = "Putin arrived on Tuesday. He met Kim at noon. They signed a treaty."


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (BEFORE, []),
        (BEFORE.replace(". ", ".\n\n"), []),
        (BEFORE.replace("Tuesday", "Wednesday"), [Change("Tuesday.", "Wednesday.")]),
        (BEFORE.replace("He met Kim at noon. ", ""), [Change("He met Kim at noon.", "")]),
        (BEFORE + " Both left.", [Change("", "Both left.")]),
        (
            BEFORE.replace("Tuesday", "Monday").replace("treaty", "pact"),
            [Change("Tuesday.", "Monday."), Change("treaty.", "pact.")],
        ),
        ("", [Change(BEFORE, "")]),
    ],
    ids=["nothing", "white space", "a word", "a sentence", "an addition", "two places", "all"],
)
def test_words_that_went_and_words_that_came(after: str, found: list[Change]) -> None:
    assert list(changes(BEFORE, after)) == found


def test_korean_and_russian_are_compared_by_their_words_too() -> None:
    found = changes(
        "푸틴 대통령이 평양에 도착했다. 회담이 열렸다.",
        "푸틴 대통령이 서울에 도착했다. 회담이 열렸다.",
    )

    assert found == (Change("평양에", "서울에"),)
    assert changes("Путин прибыл в Пхеньян.", "Путин прибыл во Владивосток.") == (
        Change("в Пхеньян.", "во Владивосток."),
    )


def test_changed_words_are_counted() -> None:
    assert counted(changes(BEFORE, BEFORE.replace("noon", "two in the afternoon"))) == (1, 4)


WORDS = st.lists(st.sampled_from(["a", "b", "c.", "d\n", "é", "김"]), max_size=30).map(" ".join)


@settings(max_examples=100, deadline=None)
@given(before=WORDS, after=WORDS)
def test_what_went_and_what_came_make_up_the_difference(before: str, after: str) -> None:
    gone, came = counted(changes(before, after))

    assert len(after.split()) - len(before.split()) == came - gone
    assert bool(changes(before, after)) == (before.split() != after.split())


def test_a_long_text_without_anything_in_common_is_one_change() -> None:
    before, after = "word " * 200_000, "other. " * 200_000

    [whole] = changes(before, after)

    assert counted([whole]) == (200_000, 200_000)
