"""Quotations with their speakers: words in marks that a document says somebody said or wrote.

Marks are paired first (marks.py); each language then reads the frame around them. A quotation
without a cue is a term, and no quote.
"""

from collections.abc import Sequence

from briefings.model import Mention, Quote, Span
from briefings.text.utterances import read_utterances


def find_quotes(
    text: str,
    sentences: Sequence[Span],
    *,
    mentions: Sequence[Mention],
    paragraphs: Sequence[Span],
    language: str,
) -> tuple[Quote, ...]:
    """In order of the text. `sentences` and `paragraphs` are in order and do not overlap."""
    quotes, _ = read_utterances(
        text, sentences, mentions=mentions, paragraphs=paragraphs, language=language
    )
    return quotes
