"""Machine-reworded text against text that people wrote."""

import pytest

from briefings.text.rewording import evidence_of, is_reworded, rewording_score
from tests.text.reworded_samples import GENUINE, SPUN
from tests.text.seed_sentences import seed_text


def test_the_reworded_seed_scores_far_above_the_threshold() -> None:
    assert rewording_score(seed_text("001")) > 90
    assert is_reworded(seed_text("001"))


@pytest.mark.parametrize("seed", ["000", "002", "003", "004"])
def test_genuine_seeds_score_below_zero_even_in_non_native_english(seed: str) -> None:
    assert rewording_score(seed_text(seed)) < 0
    assert not is_reworded(seed_text(seed))


def test_three_broken_names_of_two_kinds_are_enough() -> None:
    text = (
        "The Six Social gathering Talks broke down after the Chilly Battle, officials in "
        "the White Home said, and the Communist Social gathering agreed."
    )

    assert evidence_of(text).broken_names.total() == 4
    assert is_reworded(text)


def test_one_odd_name_is_not_enough() -> None:
    assert not is_reworded("The band Chilly War played the Chilly War tour; Chilly War said so.")


def test_other_scripts_score_nothing() -> None:
    assert rewording_score("푸틴 대통령이 평양을 방문했다. Путин прибыл в Пхеньян.") == 0
    assert rewording_score("") == 0


@pytest.mark.parametrize("subject", sorted(GENUINE))
def test_people_who_use_a_spinners_words_raise_no_alarm(subject: str) -> None:
    assert rewording_score(GENUINE[subject]) <= 13
    assert not is_reworded(GENUINE[subject])


@pytest.mark.parametrize("subject", sorted(SPUN))
def test_spun_paragraphs_are_told_by_themselves(subject: str) -> None:
    assert rewording_score(SPUN[subject]) > 60
    assert is_reworded(SPUN[subject])


def test_spun_words_beside_their_ordinary_ones_hardly_count() -> None:
    navy = "The navy sailed. " * 30
    both = "The navy sailed with the military. " * 30

    assert evidence_of(both).weight < evidence_of(navy).weight
    assert evidence_of(navy).weight < 10


def test_one_long_habit_is_no_proof() -> None:
    assert not is_reworded("The coverage of the navy by the authorities was vital. " * 500)


def test_every_spun_page_of_four_hundred_words_is_told() -> None:
    words = seed_text("001").split()
    pages = [" ".join(words[at : at + 400]) for at in range(0, len(words) - 400, 200)]

    assert all(map(is_reworded, pages))
