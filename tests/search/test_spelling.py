"""Words that are spelt, begin or sound like a typed one, without comparing with all of them."""

import pytest

from briefings.search import spelling
from briefings.search.letters import sound
from briefings.search.spelling import Sounds, Words, tolerance

KNOWN = ("ushakov", "treaty", "treatise", "satellite", "equidistance", "1961", "푸틴", "푸틴은")


def near(word: str, known: tuple[str, ...] = KNOWN) -> list[str]:
    return [each for each, _ in Words(known).neighbours(word)]


def test_two_wrong_letters_in_a_long_word_are_no_obstacle() -> None:
    assert near("ushakof") == ["ushakov"]
    assert near("equidistanse") == ["equidistance"]
    assert near("satelite") == ["satellite"]


def test_swapped_neighbours_count_as_one_edit() -> None:
    assert Words(["treat"]).neighbours("terat") == [("treat", 1)]


def test_numbers_are_taken_as_typed_and_never_a_correction() -> None:
    assert near("1962") == []
    assert near("196I") == []
    assert [tolerance(word) for word in ("at", "pact", "treaty", "김정은")] == [0, 1, 2, 1]


def test_one_wrong_letter_in_a_syllable_of_hangul_is_forgiven() -> None:
    assert near("푸턴") == ["푸틴"]


def test_the_nearest_comes_first() -> None:
    assert near("treatis")[0] == "treatise"


def test_a_half_typed_word_goes_on_with_words_of_most_worth() -> None:
    worth = {"treaty": 9, "treatise": 1}

    completions = Words(KNOWN).completions("trea", lambda word: worth.get(word, 0))

    assert completions == ["treaty", "treatise"]


def test_a_half_typed_syllable_is_a_beginning_too() -> None:
    assert "푸틴" in Words(KNOWN).completions("푸티", lambda word: 0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ushakov", "Ушаков".lower()),
        ("ushakov", "우샤코프"),
        ("trump", "트럼프"),
        ("kimdaejung", "김대중"),
        ("shcherbakov", "щербаков"),
    ],
)
def test_a_name_sounds_alike_in_all_scripts(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_a_sound_finds_words_of_the_other_script_alone() -> None:
    words = Words(("우샤코프", "ushakov", "푸틴"))

    assert [word for word, _ in Sounds(words, latin=False).like(sound("ushakov"))] == ["우샤코프"]
    assert [word for word, _ in Sounds(words, latin=True).like(sound("우샤코프"))] == ["ushakov"]


def test_among_very_many_words_only_likely_ones_are_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(spelling, "COMPARED_AT_MOST", 100)
    many = [f"{a}{b}{c}{d}work" for a in "bdfg" for b in "aeiou" for c in "lmnr" for d in "aeiou"]
    words = Words([*many, *KNOWN])

    assert words.neighbours("ushakof") == [("ushakov", 1)]
    assert words.neighbours("trety") == [("treaty", 1)]
    compared = words._keys.likely("treaty", edits=2, slack=2)
    assert sum(map(len, compared)) < 60
    words.add("treats")
    assert [word for word, _ in words.neighbours("treaty")] == ["treats", "treatise"][:1]
