"""Words that are spelt, begin or sound like a typed one, without comparing with all of them."""

import subprocess
import sys

import pytest

from briefings.search import postings
from briefings.search.letters import sound
from briefings.search.signatures import MOST, signature, signatures
from briefings.search.spelling import MOST_KNOWN, Sounds, Words, tolerance
from briefings.search.titleindex import TitleIndex

KNOWN = ("ushakov", "treaty", "treatise", "satellite", "equidistance", "1961", "푸틴", "푸틴은")
SYLLABLES = [f"{a}{b}{c}{d}" for a in "bdfg" for b in "aeiou" for c in "lmnr" for d in "aeiou"]
MANY = (*(f"{each}work" for each in SYLLABLES), "жуков", "ракета", *KNOWN)


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


@pytest.mark.parametrize("settled", [False, True])
def test_a_word_that_comes_later_is_a_neighbour_of_one_that_was_typed_before(settled: bool) -> None:
    words = Words(KNOWN)
    assert words.neighbours("rocket") == []
    words.add("rockets")
    if settled:
        words.settle()

    assert words.neighbours("rocket") == [("rockets", 1)]


def test_a_word_is_there_once_it_came_whenever_it_was_looked_for() -> None:
    words = Words(KNOWN)
    words.settle()
    assert "rocket" not in words
    number = words.add("rocket")
    assert words.number("rocket") == number
    words.settle()

    assert words[words.number("rocket") or 0] == "rocket"


def test_what_was_typed_is_not_remembered_for_ever() -> None:
    words = Words(KNOWN)
    for number in range(2 * MOST_KNOWN):
        words.neighbours(f"typed{number}")

    assert len(words._near) <= MOST_KNOWN


@pytest.mark.parametrize("word", ["a", "jj", "treaty", "ракета", "푸틴은", "1961", "\U0001f680r"])
def test_one_signature_is_as_among_many(word: str) -> None:
    letters, pairs = signatures([word, "other"])

    assert signature(word) == (letters[0], pairs[0])


def test_the_nearest_comes_first() -> None:
    assert near("treatis")[0] == "treatise"


@pytest.mark.parametrize("settled", [False, True])
def test_a_half_typed_word_goes_on_with_words_of_most_titles(settled: bool) -> None:
    index = TitleIndex()
    for key, title in enumerate(("treatise", "treaty one", "treaty two")):
        index.put(key, title)
    if settled:
        index.settle()
    index.put(3, "treats")

    assert index.completions("trea") == ["treaty", "treatise", "treats"]


@pytest.mark.parametrize("settled", [False, True])
def test_a_half_typed_syllable_is_a_beginning_too(settled: bool) -> None:
    index = TitleIndex()
    for key, title in enumerate(KNOWN):
        index.put(key, title)
    if settled:
        index.settle()

    assert "푸틴" in index.completions("푸티")


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


@pytest.mark.parametrize("word", KNOWN)
def test_settled_words_are_the_same_words(word: str) -> None:
    words = Words(KNOWN)
    old = {number: words[number] for number in range(len(words))}
    _, ranks = words.settle()

    assert all(words[int(ranks[number])] == each for number, each in old.items())
    assert words[words.add(word)] == word
    assert len(words) == len(KNOWN)
    assert "ushako" not in words


@pytest.mark.parametrize("latin", [False, True])
def test_sounds_are_the_same_settled_or_late(latin: bool) -> None:
    late, settled = Words(MANY), Words(MANY)
    settled.settle()

    for word in ("ushakov", "우샤코프", "жуков", "puutin"):
        heard = [Sounds(words, latin=latin).like(sound(word)) for words in (late, settled)]
        assert sorted(heard[0]) == sorted(heard[1])


def test_no_word_within_the_tolerance_is_missed_among_settled_ones() -> None:
    late, settled = Words(MANY), Words(MANY)
    settled.settle()
    slips = (
        "bálim".replace("á", "a"),
        "baleiwork",
        "gamurowrk",
        "ushakof",
        "trety",
        "равета",
        "푸턴",
    )

    for word in slips:
        assert settled.neighbours(word, bold=True) == late.neighbours(word, bold=True)
        assert settled.neighbours(word)[:3] == late.neighbours(word)[:3]


def test_among_very_many_words_only_likely_ones_are_compared() -> None:
    words = Words(MANY)
    words.settle()
    assert words.settled is not None

    assert len(words.settled.spelt_like("treaty", edits=2)) < 10
    assert len(words.settled.spelt_like("balemwork", edits=2)) <= MOST < len(MANY)


HOSTILE = ("talks in moscow part " * 500, "p" * 10_000, "p", "\0", "\u202epart", "😀", "박" * 9_999)


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("settled", [False, True])
def test_ten_thousand_characters_look_at_no_more_than_twelve_words_do(
    typed: str, settled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postings, "MOST_POSTINGS", 100)
    monkeypatch.setattr(postings, "MOST_CHECKED", 200)
    index = TitleIndex()
    for key in range(2000):
        index.put(key, f"Talks in Moscow, part {key}")
    if settled:
        index.settle()

    index.search(typed, limit=25)

    assert index.looked_at <= 100 + 12 * 200


def test_a_small_archive_loads_no_arrays() -> None:
    code = (
        "import sys; from briefings.search.titleindex import TitleIndex; index = TitleIndex();"
        "[index.put(key, f'Talks in Moscow {key}') for key in range(1000)];"
        "index.search('taks moscwo', limit=5); print('numpy' in sys.modules)"
    )
    told = subprocess.run(  # noqa: S603 -- this Python, our own words
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert told.stdout == "False\n"
