"""Date expressions in three languages, each beside what it means."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.model import Span
from briefings.text.dates import MOST_DATES, find_dates

CORPUS = Path(__file__).parents[1] / "corpus"
MONDAY = date(2024, 6, 17)


def cases() -> list[tuple[str, str]]:
    found = []
    for language in ("en", "ko", "ru"):
        lines = (CORPUS / f"dates_{language}.txt").read_text("utf-8").splitlines()
        for line in (line for line in lines if line and not line.startswith("#")):
            sentence, _, wanted = line.rpartition("=")
            found.append((sentence.strip(), wanted.strip()))
    return found


def spans_of(text: str) -> list[Span]:
    parts = re.finditer(r"\S.*?(?:[.!?](?=\s[А-ЯA-Z가-힣])|$)", text)
    return [Span(*match.span()) for match in parts]


def read(text: str, anchor: date | datetime | None = MONDAY) -> str:
    mentions = find_dates(text, spans_of(text), anchor=anchor)
    return "; ".join(
        f"{mention.span.of(text)} → {mention.when.edtf if mention.when else '-'}"
        for mention in mentions
    )


@pytest.mark.parametrize(("sentence", "wanted"), cases(), ids=[case[0] for case in cases()])
def test_an_expression_is_read_as_a_person_reads_it(sentence: str, wanted: str) -> None:
    assert read(sentence) == wanted


def test_there_are_as_many_hand_made_expressions_as_promised() -> None:
    assert len(cases()) >= 190


@pytest.mark.parametrize(
    "sentence",
    [
        "He said so on Tuesday.",
        "It fired a missile last month.",
        "He spoke today.",
        "It is his first visit in 24 years.",
        "통일부는 17일 밝혔다.",
        "Он сказал это вчера.",
    ],
)
def test_nothing_relative_is_resolved_without_a_publication_date(sentence: str) -> None:
    assert read(sentence, None).endswith("→ -")


def test_absolute_dates_need_no_publication_date() -> None:
    assert read("They met on June 19, 2024.", None) == "June 19, 2024 → 2024-06-19"


def test_a_month_in_an_undated_text_takes_the_year_named_before() -> None:
    text = "The spat of February 2024 was brief. It came before the June summit."

    assert read(text, None) == "February 2024 → 2024-02; June → 2024-06"


def test_a_later_month_in_the_sentence_takes_the_year_of_the_one_before() -> None:
    text = "They met in April 2018 at Panmunjom and in September in Pyongyang."

    assert read(text) == "April 2018 → 2018-04; September → 2018-09"


def test_the_day_is_that_of_the_zone_of_the_source() -> None:
    late_in_london = datetime(2024, 6, 18, 23, 30, tzinfo=UTC)
    in_seoul = late_in_london.astimezone(timezone(timedelta(hours=9)))

    assert read("He arrived today.", late_in_london) == "today → 2024-06-18"
    assert read("He arrived today.", in_seoul) == "today → 2024-06-19"


def test_a_date_that_no_calendar_has_is_not_resolved() -> None:
    assert read("It was signed on February 30, 2024.") == "February 30, 2024 → -"


def test_a_date_outside_every_sentence_is_left_alone() -> None:
    text = "They met on June 19, 2024."

    assert find_dates(text, [Span(0, 8)], anchor=MONDAY) == ()


def test_sentences_may_come_in_any_order() -> None:
    text = "They met on June 19, 2024. He left on June 20, 2024."
    spans = spans_of(text)

    assert find_dates(text, spans[::-1], anchor=MONDAY) == find_dates(text, spans, anchor=MONDAY)


def test_a_table_of_dates_is_cut_off() -> None:
    text = "2024-06-19 " * (MOST_DATES + 500)

    assert len(find_dates(text, [Span(0, len(text))], anchor=MONDAY)) == MOST_DATES


PIECES = (
    "June May 19 2024 Tuesday last next month mid- early 1990s 6월 18일 지난 오는 년 июня 19 года "
    "в прошлом 24 years first in the 2000 - – , . ago since 9999 00 31 February 0"
)
words = st.sampled_from(PIECES.split())


@given(st.lists(words | st.text(max_size=5), max_size=40).map(" ".join))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    mentions = find_dates(text, [Span(0, len(text))], anchor=MONDAY)

    spans = [mention.span for mention in mentions]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(m.when.first <= m.when.last for m in mentions if m.when)


def test_a_date_far_from_any_other_is_found_in_a_long_text() -> None:
    filler = "The two sides did not say what they had agreed upon in the talks. " * 40
    sentences = [case for case, wanted in cases() if wanted]
    for sentence in sentences:
        text = f"{filler}{sentence} {filler}"
        span = Span(len(filler), len(filler) + len(sentence))

        alone = find_dates(sentence, [Span(0, len(sentence))], anchor=MONDAY)
        inside = find_dates(text, [span], anchor=MONDAY)

        assert [m.when for m in inside] == [m.when for m in alone], sentence
