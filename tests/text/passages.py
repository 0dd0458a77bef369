"""Hand-made passages in tests/corpus/quotes_*.txt with the speakers they must give."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from briefings.model import Quote, Span, Statement, Tier
from briefings.text.sentences import split_sentences
from briefings.text.utterances import read_utterances

Reader = Callable[[str, str], tuple[tuple[Quote, ...], tuple[Statement, ...]]]
CORPUS = Path(__file__).parent.parent / "corpus"


class Passage(NamedTuple):
    """expected: (speaker, first words) for each quotation, in order of the text."""

    text: str
    expected: tuple[tuple[str, str], ...]


class Score(NamedTuple):
    """How many quotations there are, are found, have the right speaker; how many are invented;
    how many are of tier A, and how many of those are right."""

    total: int
    found: int
    right: int
    invented: int
    certain: int
    certain_right: int


def load_passages(corpus: str) -> list[Passage]:
    """corpus: a language, perhaps with a kind of text behind it ("en_news")."""
    passages = []
    for block in (CORPUS / f"quotes_{corpus}.txt").read_text().split("\n---\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        text = "\n".join(line for line in lines if not line.startswith("> "))
        answers = [line[2:] for line in lines if line.startswith("> ") and line != "> -"]
        expected = [tuple(part.strip() for part in answer.split("|")) for answer in answers]
        passages.append(Passage(text, tuple((who, words) for who, words in expected)))
    return passages


def lines_of(text: str) -> list[Span]:
    """Every line as a span."""
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def read_passage(text: str, language: str) -> tuple[tuple[Quote, ...], tuple[Statement, ...]]:
    paragraphs = lines_of(text)
    return read_utterances(
        text,
        split_sentences(text, paragraphs, language=language),
        mentions=(),
        paragraphs=paragraphs,
        language=language,
    )


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ").removeprefix("a ")


def score(corpus: str, read: Reader = read_passage) -> Score:
    """read: what finds the quotations; by default without the gazetteer."""
    total = found = right = invented = certain = certain_right = 0
    for text, expected in load_passages(corpus):
        quotes = {quote.span.start: quote for quote in read(text, corpus[:2])[0]}
        total += len(expected)
        for speaker, words in expected:
            quote = quotes.pop(text.index(words), None)
            if quote is None:
                continue
            correct = _plain(quote.speaker_in(text)) == _plain(speaker)
            found += 1
            right += correct
            certain += quote.tier is Tier.A
            certain_right += correct and quote.tier is Tier.A
        invented += len(quotes)
    return Score(total, found, right, invented, certain, certain_right)
