"""The whole reading of the five seeds, against the answers made by hand. Floors only go up."""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefings.ingest.reading import read
from briefings.model import BlockKind, Edge, Flag, Kind, Medium, Reading, Tier

ROOT = Path(__file__).parent.parent.parent
CORPUS = ROOT / "tests" / "corpus"
SEEDS = ("000", "001", "002", "003", "004")
NAMED_OTHERWISE = {
    "1961 treaty between North Korea and the Soviet Union": "a treaty",  # as the text says
}


def gold(name: str) -> Any:
    return json.loads((CORPUS / name).read_text(encoding="utf-8"))


@cache
def seed(number: str) -> Reading:
    path = next((ROOT / "seeds").glob(f"{number}_*.txt"))
    return read(path.read_bytes(), file_name=path.name)


def labelled(number: str, **wanted: object) -> list[dict[str, Any]]:
    return [
        row
        for row in gold("gold_seed_quotes.json")["quotes"]
        if row["seed"] == number and all(row[key] == value for key, value in wanted.items())
    ]


@pytest.mark.parametrize("number", SEEDS)
def test_each_quote_is_found_with_its_speaker_and_nothing_else_is(number: str) -> None:
    reading = seed(number)
    text = reading.extraction.text
    expected = {
        (row["text"], NAMED_OTHERWISE.get(row["speaker"], row["speaker"]))
        for row in labelled(number, publishable_as_quote=True)
        if row["type"] in ("direct_fragment", "document")
    }

    found = {(quote.span.of(text), quote.speaker.of(text)) for quote in reading.quotes}

    assert found == expected


@pytest.mark.parametrize("number", SEEDS)
def test_terms_in_marks_are_nobodys_words(number: str) -> None:
    reading = seed(number)
    quotes = {quote.span.of(reading.extraction.text) for quote in reading.quotes}

    assert not quotes & {row["text"] for row in labelled(number, type="term")}


@pytest.mark.parametrize("number", SEEDS)
def test_sentences_are_those_a_person_cuts(number: str) -> None:
    reading = seed(number)
    expected = [row["text"] for row in gold("gold_seed_sentences.json")["sentences"][number]]

    assert [each.span.of(reading.extraction.text) for each in reading.sentences] == expected


def test_the_four_fragments_of_one_article_are_in_writing() -> None:
    reading = seed("004")
    text = reading.extraction.text
    written = [quote for quote in reading.quotes if quote.medium is Medium.WRITTEN]

    assert {quote.speaker.of(text) for quote in written} == {"Vladimir Putin"}
    assert len(written) == 4
    assert {quote.said.edtf for quote in written if quote.said} == {"2024-06-18"}


def test_only_a_whole_clause_beside_its_cue_may_stand_alone() -> None:
    alone = [
        quote.span.of(seed(number).extraction.text)
        for number in SEEDS
        for quote in seed(number).quotes
        if quote.tier is Tier.A
    ]

    assert len(alone) == 1
    assert alone[0].startswith("Should either of the Contracting Parties")


def test_the_reworded_seed_and_no_other_is_reworded_and_yields_no_words() -> None:
    assert [number for number in SEEDS if Flag.REWORDED in seed(number).flags] == ["001"]
    assert not seed("001").quotes
    assert not seed("001").statements
    assert not seed("001").summary
    assert not any(sentence.weight for sentence in seed("001").sentences)


@pytest.mark.parametrize(
    ("number", "kind", "flags"),
    [
        ("000", Kind.ANALYSIS, {Flag.TRUNCATED, Flag.OPINION}),
        ("001", Kind.ANALYSIS, {Flag.REWORDED, Flag.UNDATED, Flag.OPINION}),
        ("002", Kind.ANALYSIS, {Flag.OPINION}),
        ("003", Kind.FORUM, {Flag.UNDATED, Flag.OPINION}),
        ("004", Kind.EDITORIAL, {Flag.OPINION}),
    ],
)
def test_each_seed_is_known_for_what_it_is(number: str, kind: Kind, flags: set[Flag]) -> None:
    assert seed(number).kind is kind
    assert seed(number).flags == flags
    assert seed(number).language == "en"


def test_the_truncated_seed_has_ten_paragraphs_and_a_heading() -> None:
    extraction = seed("000").extraction
    kinds = [block.kind for block in extraction.blocks]
    headings = [
        block.span.of(extraction.text)
        for block in extraction.blocks
        if block.kind is BlockKind.HEADING
    ]

    assert kinds.count(BlockKind.BODY) == 10
    assert headings == ["GREAT POWER POLITICS"]
    assert extraction.published == datetime(2023, 10, 11, 8, 0, 17, tzinfo=UTC)


def test_summaries_reach_their_grade_and_never_mislead() -> None:
    """Mean grade 2.2 of a ceiling of 2.75; a grade of −1 misleads."""
    means = []
    for number in ("000", "002", "003", "004"):
        reading = seed(number)
        text = reading.extraction.text
        grades = {
            row["text"]: row["grade"]
            for row in gold("gold_seed_sentences.json")["sentences"][number]
        }
        chosen = [grades[reading.sentences[index].span.of(text)] for index in reading.summary]
        assert min(chosen) >= 0
        assert 2 <= len(chosen) <= 5
        means.append(sum(chosen) / len(chosen))

    assert sum(means) / len(means) >= 2.4


def test_all_three_edges_are_seen_in_the_seeds_that_are_about_them() -> None:
    for number in ("000", "002", "003", "004"):
        assert set(seed(number).edges) == set(Edge)


def test_all_extracts_of_the_ideal_briefing_stand_in_the_seeds_word_for_word() -> None:
    part = (CORPUS / "ideal_briefing.md").read_text(encoding="utf-8").partition("## Part B")[0]
    extracts = [line[2:].rpartition(" [") for line in part.splitlines() if line.startswith("> ")]

    assert len({words for words, _, _ in extracts}) == 17
    for words, _, number in extracts:
        assert words in seed(number.rstrip("]")).extraction.text
