"""Words as they compare, whatever their typography."""

import pytest

from briefings.text.wordings import MOST_TRIES, difference, nearest, worded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“We – don’t”", '"we - don\'t"'),
        ("peace, and order", "peace and order."),
        ("co-operation of the U.S.", "cooperation of the US"),
        ("40 per cent", "40 percent"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("12,000 men", "12000 men"),
        ("our labour defence", "our labor defense"),
        ("всё ещё", "все еще"),
        ("공동 선언", "공동선언"),
        ("so\u00adlong", "solong"),
    ],
)
def test_typography_makes_no_other_wording(one: str, other: str) -> None:
    assert worded(one).glued == worded(other).glued


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.5 million", "15 million"),
        ("$5 billion", "5 billion"),
        ("−5 degrees", "5 degrees"),
        ("5% more", "5 more"),
        ("Мы уступим?", "Мы уступим."),
        ("we do", "we don't"),
    ],
)
def test_what_changes_the_meaning_is_another_wording(one: str, other: str) -> None:
    assert worded(one).glued != worded(other).glued


def test_words_stand_from_a_beginning_to_an_end() -> None:
    stored = worded("We want pro-Russian forces; we wanted 전쟁을 원하지 않는다면")

    assert list(stored.places(worded("we want"))) == [(0, 2)]
    assert list(stored.places(worded("Russian forces"))) == []
    assert list(stored.places(worded("전쟁"))) == [(6, 7)]  # a particle is no part of the word
    assert list(stored.places(worded("전쟁을 원하지 않는다"))) == []  # an ending is


def test_the_search_gives_up_on_a_text_made_to_delay_it() -> None:
    assert MOST_TRIES < 10_000
    assert list(worded("ab" * 20_000).places(worded("bab"))) == []


def test_the_nearest_words_are_those_that_lie_close() -> None:
    stored = worded("The old bridge stays. We will always defend the new bridge over the river.")
    given = worded("We will never defend the bridge over the river")

    near = nearest(given, stored, lambda word: 1.0)

    assert near is not None
    assert stored.span(near.first, near.last).start == 22
    assert near.shared == 8


def test_a_difference_tells_both_wordings_in_order() -> None:
    given, stored = "They must leave soon", "They may not leave"

    pieces = difference(worded(given), given, worded(stored), stored)

    assert [(piece.where, piece.words) for piece in pieces] == [
        ("both", "They"),
        ("archive", "may not"),
        ("given", "must"),
        ("both", "leave"),
        ("given", "soon"),
    ]
