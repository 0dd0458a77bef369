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


def test_a_feature_about_something_else_is_summarised_by_its_lead() -> None:
    elsewhere = [
        each["sentences"]
        for each in NEWS
        if not any(sentence.actors for sentence in document(each["sentences"]).sentences)
    ]
    assert len(elsewhere) >= 10
    for lines in elsewhere:
        feature = document(lines, kind=Kind.ANALYSIS)
        chosen = summarise(feature.text, feature.sentences, kind=Kind.ANALYSIS)

        assert [lines[index] for index in chosen] == ours(lines)


SHORT = [
    "A bus fell into the river at Tarn on Monday.",
    "All nine passengers swam to the bank.",
    "The driver broke an arm, doctors said.",
    "Police closed the old stone bridge at once.",
    "Engineers will look at it this week.",
]
LONG = [
    (
        "The board of the city's water company said on Monday that it decided, after weeks"
        " of talks with the mayor, two unions and a bank, to put off the sale of its reservoirs"
        " until an inquiry into last year's flood has reported."
    ),
    (
        "Residents of the valley below the oldest of the dams, many of whom spent winter in huts"
        " and school halls, welcomed the delay but asked why none of the ministry had ever come"
        " to see the cracks they first photographed four summers ago."
    ),
    "Shares fell 4 percent.",
    "Two engineers have since left their posts for jobs abroad.",
]


@pytest.mark.parametrize(("lines", "count"), [(SHORT, 4), (LONG, 2)], ids=["short", "long"])
def test_short_leads_give_a_sentence_more_and_long_ones_a_sentence_less(
    lines: list[str], count: int
) -> None:
    assert ours(lines) == lines[:count]
