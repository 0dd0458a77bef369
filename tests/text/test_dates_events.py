"""The date of what happens in a sentence."""

from datetime import date

import pytest

from briefings.model import Span
from briefings.text.dates import event_date, find_dates


def dated(sentence: str) -> str | None:
    span = Span(0, len(sentence))
    when = event_date(span, find_dates(sentence, [span], anchor=date(2024, 6, 17)), sentence)
    return when.edtf if when else None


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("Putin arrived on Wednesday.", "2024-06-12"),
        ("Putin will arrive on Tuesday.", "2024-06-18"),
        ("The 2018 agreement was suspended in June.", "2024-06"),
        ("The treaty signed in 1961 lapsed in 1996.", "1996"),
        ("The treaty, which was signed in 1961, lapsed in 1996.", "1996"),
        ("SEOUL, June 12 (Yonhap) -- The ministry objected on Monday.", "2024-06-17"),
        ("June 12 (Reuters) - The ministry objected on Monday.", "2024-06-17"),
        ("A congress was held in early 2021.", "2021-01/2021-04"),
        ("In 2000, the treaty was replaced.", "2000"),
        ("Kim met Putin in the Russian Far East on Sept. 13, 2023.", "2023-09-13"),
        ("After he left in 2019, the talks resumed in May 2020.", "2020-05"),
        ("The summit was held in Pyongyang on June 12.", "2024-06-12"),
        ("They held talks in Moscow on Tuesday.", "2024-06-11"),
        ("북한은 18일 미사일을 발사했다.", "2024-05-18"),
        ("В 1961 году был подписан договор.", "1961"),
        ("Путин прибыл 12 июня.", "2024-06-12"),
    ],
)
def test_the_main_clause_is_dated(sentence: str, when: str) -> None:
    assert dated(sentence) == when


@pytest.mark.parametrize(
    "sentence",
    [
        "It withdrew its support for the 1961 mutual protection treaty.",
        "He recalled a pact signed in 1961.",
        "Relations soured with Russia’s invasion of Ukraine in 2022.",
        "The 2024 summit is a cause for concern.",
        "The June summit is remembered.",
        "The Strategic Weapons Expo 2023 is remembered.",
        "Ties have cooled since 2022.",
        "It was stable until 2017.",
        "Rivalry marked the 1990s.",
        "The administration of 2017-2022 is gone.",
        "It is his first visit in 24 years.",
        "It is long ago.",
        "Договор 1961 года утратил силу.",
        "5년 만에 재개됐다.",
        "2017년 11월 29일 이후 처음이다.",
    ],
)
def test_a_date_of_a_noun_and_a_bound_date_nothing(sentence: str) -> None:
    assert dated(sentence) is None


def test_dates_of_other_sentences_do_not_count() -> None:
    text = "Putin arrived on June 12. He left."
    sentences = [Span(0, 25), Span(26, 34)]
    dates = find_dates(text, sentences, anchor=date(2024, 6, 17))

    assert event_date(sentences[1], dates, text) is None
