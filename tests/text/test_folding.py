"""Words are folded alike wherever they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.text.folding import LONGEST_TOKEN, fold_tokens
from briefings.text.stemming import stem


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Kim Jong-un’s U.S. visit", ["kim", "jong", "un", "us", "visit"]),
        ("Łódź, Straße, ÆØÅ, naïve café", ["lodz", "strasse", "aeoa", "naive", "cafe"]),
        ("Ёлки и Й — йод", ["елки", "и", "й", "йод"]),
        ("김정은은 러시아에서", ["김정은은", "러시아에서"]),
        ("ПУ́ТИН", ["путин"]),
        ("don't o'clock 3.5% 2024-06-19", ["dont", "oclock", "3", "5", "2024", "06", "19"]),
        ("snake_case & <b>", ["snake", "case", "b"]),
        ("zero\u200bwidth soft\u00adhyphen", ["zerowidth", "softhyphen"]),
        ("", []),
    ],
)
def test_case_accents_and_punctuation_are_folded_away(text: str, tokens: list[str]) -> None:
    assert fold_tokens(text) == tokens


@given(st.text())
def test_tokens_are_short_and_letters_and_digits_alone(text: str) -> None:
    for token in fold_tokens(text):
        assert token.isalnum()
        assert len(token) <= LONGEST_TOKEN
        assert stem(token).isalnum()


@pytest.mark.parametrize(
    "family",
    [
        "sanction sanctions sanctioned sanctioning",
        "allies ally",
        "cooperate cooperation cooperating cooperates",
        "agree agreed agrees agreeing",
        "санкции санкций санкциями",
        "россия россии россию россией",
        "путин путина путину путиным",
        "лавров лаврова",
        "러시아 러시아는 러시아에서 러시아의",
        "김정은 김정은은 김정은이 김정은을",
    ],
)
def test_inflections_of_a_word_share_a_stem(family: str) -> None:
    assert len({stem(word) for word in family.split()}) == 1


def test_different_words_keep_different_stems() -> None:
    words = "russia russian korea north south kim lee missile mission putin 김정은 김정일 한국 북한"

    assert len({stem(word) for word in words.split()}) == len(words.split())


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("caresses", "caress"),
        ("ponies", "poni"),
        ("plastered", "plaster"),
        ("motoring", "motor"),
        ("hopping", "hop"),
        ("relational", "relat"),
        ("vietnamization", "vietnam"),
        ("electriciti", "electr"),
        ("adjustment", "adjust"),
        ("adoption", "adopt"),
        ("controll", "control"),
        ("rate", "rate"),
        ("sky", "sky"),
    ],
)
def test_english_words_lose_their_suffixes_as_porter_describes(word: str, root: str) -> None:
    assert stem(word) == root
