"""News against its first three sentences, by people's highlights."""

import json
from statistics import mean

import pytest

from briefings.model import Kind
from briefings.text.summaries import summarise
from tests.text.rouge import rouge
from tests.text.seed_sentences import CORPUS, document

NEWS = json.loads((CORPUS / "news_highlights.json").read_text())["documents"]


def scores(summary: list[str], reference: list[str]) -> float:
    return rouge(" ".join(summary), " ".join(reference))[1]


def ours(lines: list[str]) -> list[str]:
    held = document(lines)
    return [lines[index] for index in summarise(held.text, held.sentences, kind=Kind.NEWS)]


def test_rouge_counts_shared_word_runs() -> None:
    assert rouge("a b c", "a b c") == (100, 100)
    assert rouge("a b x", "a b c d") == pytest.approx((100 / 3, 40))
    assert rouge("x", "a b") == (0, 0)


def test_news_summaries_beat_the_first_three_sentences() -> None:
    lead = mean(scores(each["sentences"][:3], each["reference"]) for each in NEWS)
    made = mean(scores(ours(each["sentences"]), each["reference"]) for each in NEWS)

    assert len(NEWS) >= 20
    assert made >= lead + 2


def test_a_clean_lead_is_hardly_ever_made_worse() -> None:
    worse = [
        number
        for number, each in enumerate(NEWS)
        if scores(ours(each["sentences"]), each["reference"])
        < scores(each["sentences"][:3], each["reference"]) - 1.5
    ]

    assert len(worse) <= 1


def test_a_plain_lead_is_kept_as_it_is() -> None:
    lines = NEWS[3]["sentences"]

    assert ours(lines) == lines[:3]


def test_bylines_stamps_and_quotes_in_the_lead_are_passed_over() -> None:
    for number in (0, 2, 11, 16):
        summary = ours(NEWS[number]["sentences"])

        assert not [line for line in summary if line.startswith(("By", "Scroll", "PUB", "Editor"))]
        assert not [line for line in summary if line.startswith(("'", '"'))]
