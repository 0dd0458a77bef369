"""Copies against different articles, and quotations that differ in wording."""

from datetime import date
from itertools import combinations
from random import Random

import pytest

from briefings.text.similarity import (
    MOST_FINGERPRINTS,
    SAME_STORY,
    Spoken,
    containment,
    differing_quotes,
    exact_containment,
    fingerprints,
    same_story,
)
from tests.text.seed_sentences import seed_text

SEEDS = ("000", "001", "002", "003", "004")


def changed(text: str, share: float) -> str:
    """That share of the words changed, at random but always the same ones."""
    dice = Random(7)
    words = text.split()
    return " ".join(f"w{i}" if dice.random() < share else word for i, word in enumerate(words))


@pytest.mark.parametrize("pair", list(combinations(SEEDS, 2)))
def test_different_articles_on_one_subject_share_next_to_nothing(pair: tuple[str, str]) -> None:
    a, b = map(seed_text, pair)

    assert exact_containment(a, b) <= 0.01
    assert containment(fingerprints(a), fingerprints(b)) <= 0.02
    assert not same_story(a, b)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_copy_with_a_fifth_of_its_words_changed_is_still_the_same_story(seed: str) -> None:
    text = seed_text(seed)
    copy = changed(text, 0.2)

    assert exact_containment(text, copy) >= SAME_STORY
    assert containment(fingerprints(text), fingerprints(copy)) >= SAME_STORY


def test_an_excerpt_is_wholly_contained_in_either_order() -> None:
    text = seed_text("002")
    excerpt = text[1000:3000]

    assert exact_containment(text, excerpt) > 0.98
    assert exact_containment(excerpt, text) > 0.98
    assert containment(fingerprints(text), fingerprints(excerpt)) > 0.9


def test_marks_and_capitals_do_not_matter() -> None:
    assert fingerprints("North Korea’s leader said it ON Friday") == fingerprints(
        "north korea's leader said, it on friday!"
    )


def test_fingerprints_are_few_signed_and_the_same_everywhere() -> None:
    long = " ".join(f"word{i}" for i in range(50_000))
    marks = fingerprints(long)

    assert 100 < len(marks) <= MOST_FINGERPRINTS
    assert all(-(2**63) <= mark < 2**63 for mark in marks)
    assert fingerprints("a stable text of five words") == frozenset(
        {6461832780081543982, 248139703883859912}
    )


def test_a_short_text_is_found_in_a_long_one_although_only_the_long_one_is_sampled() -> None:
    long = " ".join(f"word{i}" for i in range(5_000))
    short = " ".join(f"word{i}" for i in range(100, 900))

    assert containment(fingerprints(long), fingerprints(short)) > 0.9


@pytest.mark.parametrize("text", ["", " \n", "—!?", "one", "두 단어"])
def test_tiny_texts_are_compared_without_a_crash(text: str) -> None:
    assert 0 <= exact_containment(text, "one two") <= 1
    assert containment(fingerprints(text), fingerprints(text)) in (0.0, 1.0)


def test_short_lines_are_compared_by_characters() -> None:
    a = "푸틴 대통령이 19일 평양에 도착했다"
    assert exact_containment(a, "푸틴 대통령은 19일 평양에 도착했다") > 0.4
    assert exact_containment(a, "한국 정부는 유감을 표명했다고 밝혔다") < 0.1


def test_unspaced_scripts_are_compared_by_characters() -> None:
    a = "俄罗斯总统普京周三抵达平壤进行国事访问双方签署了全面战略伙伴关系条约"
    assert exact_containment(a, a[4:] + "韩国政府对此表示遗憾") > 0.5


def test_unequal_copies_of_one_quotation_are_told() -> None:
    said = date(2024, 6, 19)
    spoken = [
        Spoken(1, "vladimir-putin", "We will never forget the help of our Korean friends.", said),
        Spoken(
            2, "vladimir-putin", "We shall never forget the help our friends in Korea gave", said
        ),
        Spoken(3, "kim-jong-un", "We shall never forget the help our friends in Korea gave", said),
        Spoken(4, "vladimir-putin", "We will never forget the help of our Korean friends.", said),
        Spoken(5, "vladimir-putin", "We shall never forget the help", date(2024, 6, 18)),
    ]

    assert differing_quotes(spoken) == ((0, 1), (1, 3))


def test_a_shortened_quotation_does_not_differ() -> None:
    whole = "Should either party suffer armed attack, the other party shall extend assistance"
    spoken = [
        Spoken(1, "treaty", whole),
        Spoken(
            2, "treaty", "Should either party suffer armed attack [. . .] shall extend assistance"
        ),
        Spoken(3, "treaty", "the other party shall extend assistance."),
    ]

    assert differing_quotes(spoken) == ()


def test_a_quotation_spelt_the_other_way_does_not_differ() -> None:
    spoken = [
        Spoken(1, "x", "Our defence cooperation harms no neighbour and will be organised openly"),
        Spoken(2, "x", "Our defense cooperation harms no neighbor and will be organized openly"),
    ]

    assert differing_quotes(spoken) == ()


def test_many_quotations_of_one_speaker_stay_bounded() -> None:
    spoken = [
        Spoken(i, "speaker", f"the same words again and again number {i}") for i in range(3000)
    ]

    assert len(differing_quotes(spoken)) < 3000
