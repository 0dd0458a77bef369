"""How many there are, by the words of three languages, and when two counts cannot both be right."""

from math import inf

import pytest

from briefings.compose.counting import far_apart, numbers, uncounted


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ("The port sent two old ferries north.", {"ferri": (2, 2)}),
        ("It launched a medium-range rocket toward the sea.", {"rocket": (1, 1)}),
        ("It launched at least one rocket toward the sea.", {"rocket": (1, inf)}),
        ("Ten South Korean engineers left.", {}),
        ("They sent home ten South Korean engineers.", {"engine": (10, 10)}),
        ("More came: more than 4,000 workers and up to 30 buses.", {"worker": (4000, inf)}),
        ("On May 9 Kim Jong Un visits the port.", {}),
        ("The two ferries met; both sides waited for three days.", {}),
        ("A missile test failed.", {}),
    ],
)
def test_what_is_counted_in_english(told: str, counted: dict[str, tuple[float, float]]) -> None:
    found = dict(numbers(told))

    assert counted.items() <= found.items()
    assert counted or not found


def test_what_is_counted_in_korean_and_russian() -> None:
    assert dict(numbers("인부 1만2000명 이상이 배 3척을 탔다", "ko"))["인부 명"] == (12000, inf)
    assert dict(numbers("отправлено более 4 тыс. рабочих", "ru")) == {"рабочи": (4000, inf)}
    assert dict(numbers("отправлено до 40 рабочих за 12 дней", "ru")) == {"рабочи": (0, 40)}


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ((2, 2), (1, 1), True),
        ((10_000, 10_000), (10_300, 10_300), False),
        ((10_000, inf), (12_000, 12_000), False),
        ((10_000, inf), (7_000, 7_000), True),
        ((0, 30), (40, 40), True),
    ],
)
def test_bounds_contradict_only_what_lies_beyond_them(
    one: tuple[float, float], other: tuple[float, float], differ: bool
) -> None:
    assert far_apart(one, other) is differ
    assert far_apart(other, one) is differ


def test_the_same_words_are_known_again_whatever_they_count() -> None:
    one = uncounted("About 900 divers took part in the show")
    assert one == uncounted("More than twelve divers took part in the show")
    assert one != uncounted("About 900 dancers took part in the show")
