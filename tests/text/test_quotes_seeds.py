"""The five seeds against their hand-made answers: quotes, terms, statements."""

import json
from functools import cache
from pathlib import Path

import pytest

from briefings.model import Medium, Quote, Span, Statement, Tier
from briefings.text.sentences import split_sentences
from briefings.text.utterances import read_utterances

ROOT = Path(__file__).parent.parent.parent
GOLD = json.loads((ROOT / "tests/corpus/gold_seed_quotes.json").read_text())["quotes"]


@cache
def seed(number: str) -> str:
    return next((ROOT / "seeds").glob(f"{number}_*")).read_text()


def lines(text: str) -> list[Span]:
    """Every line that is not blank, without the blanks around it."""
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = at + line.index(words)
            spans.append(Span(start, start + len(words)))
        at += len(line)
    return spans


@cache
def utterances(number: str) -> tuple[tuple[Quote, ...], tuple[Statement, ...]]:
    text = seed(number)
    paragraphs = lines(text)
    sentences = split_sentences(text, paragraphs, language="en")
    return read_utterances(text, sentences, mentions=(), paragraphs=paragraphs, language="en")


def golden(*, kinds: tuple[str, ...], publishable: bool) -> list[dict[str, object]]:
    return [
        one for one in GOLD if one["type"] in kinds and one["publishable_as_quote"] is publishable
    ]


MARKED = ("direct_fragment", "document", "term")


@pytest.mark.parametrize("gold", golden(kinds=MARKED, publishable=True), ids=lambda one: one["id"])
def test_a_publishable_quote_is_found_with_its_speaker(gold: dict[str, object]) -> None:
    quotes = {quote.span: quote for quote in utterances(str(gold["seed"]))[0]}
    text = seed(str(gold["seed"]))

    quote = quotes[Span(gold["start"], gold["end"])]  # type: ignore[arg-type] # from JSON

    speaker = "a treaty" if gold["id"] == "004-14" else gold["speaker"]
    assert quote.speaker.of(text) == speaker
    assert quote.attribution.of(text) == gold["speaker_text"]
    assert quote.cue.of(text) == gold["cue"]
    assert quote.sentence.holds(quote.span)


@pytest.mark.parametrize("number", ["001", "002", "003", "004"])
def test_nothing_else_in_marks_is_taken_for_a_quote(number: str) -> None:
    expected = {
        (one["start"], one["end"])
        for one in golden(kinds=MARKED, publishable=True)
        if one["seed"] == number
    }

    assert {tuple(quote.span) for quote in utterances(number)[0]} == expected


@pytest.mark.parametrize(
    "gold",
    [one for one in golden(kinds=("indirect",), publishable=True) if one["seed"] != "001"],
    ids=lambda one: one["id"],
)
def test_a_usable_statement_is_found_to_the_letter(gold: dict[str, object]) -> None:
    text = seed(str(gold["seed"]))
    found = {statement.span: statement for statement in utterances(str(gold["seed"]))[1]}

    statement = found[Span(gold["start"], gold["end"])]  # type: ignore[arg-type] # from JSON

    said_by = gold["speaker"] if gold["id"] != "004-16" else gold["speaker_text"]
    assert statement.speaker.of(text).removeprefix("KOREA ") in (said_by, gold["speaker_text"])


def test_a_noun_that_promises_is_no_statement() -> None:
    text = seed("003")

    assert not [
        statement
        for statement in utterances("003")[1]
        if "assurance" in statement.sentence.of(text)
    ]


def test_putins_article_is_written_and_the_treaty_a_treaty() -> None:
    media = [quote.medium for quote in utterances("004")[0]]

    assert media == [Medium.SPOKEN] * 2 + [Medium.WRITTEN] * 4 + [Medium.TREATY]


def test_a_fragment_never_stands_alone() -> None:
    text = seed("002")

    assert {quote.tier for quote in utterances("002")[0]} == {Tier.B}
    assert "illegal" in {quote.span.of(text) for quote in utterances("002")[0]}
