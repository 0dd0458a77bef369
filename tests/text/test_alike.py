"""Folding for names keeps every offset."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.text.alike import alike, lowered


@given(st.text())
def test_folding_never_changes_the_length(text: str) -> None:
    assert len(alike(text)) == len(text)


@given(st.text(), st.text())
def test_a_part_folds_like_the_whole(one: str, two: str) -> None:
    """Final sigma apart: its lower case depends on its neighbours."""
    if "Σ" not in one + two:
        assert alike(one + two) == alike(one) + alike(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Kim Jong-Un", "kim jong un"),
        ("Kim\u00a0Jong‑un", "Kim Jong Un"),
        ("People’s", "People's"),
        ("António", "Antonio"),
        ("Chŏng-ŭn", "chong un"),
        ("Ёнхап", "енхап"),
        ("한·러", "한ㆍ러"),
        ("Kim\nJong Un", "Kim Jong Un"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, two: str) -> None:
    assert alike(one) == alike(two)


@pytest.mark.parametrize("text", ["İstanbul", "ẞ", "ŉ", "ǆ", "ﬁ"])
def test_letters_that_grow_in_lower_case_do_not_grow_here(text: str) -> None:
    assert len(alike(text)) == len(text)


def test_lower_case_never_moves_an_offset() -> None:
    assert lowered("ПЕСКОВ сказал") == "песков сказал"
    assert len(lowered("İstanbul, Ağrı")) == len("İstanbul, Ağrı")
    assert lowered("İ ВЧЕРА").endswith("вчера")
