"""Reported speech without marks: what somebody is said to have said, as a span of the text.

Shown as "reported", never between marks. A writer's gloss behind a dash is cut off; a participle
("…, suggesting that …") reports only where its clause names a speech and one who gave it.
"""

from collections.abc import Sequence

from briefings.model import Mention, Span, Statement
from briefings.text.utterances import read_utterances


def find_statements(
    text: str,
    sentences: Sequence[Span],
    *,
    mentions: Sequence[Mention],
    paragraphs: Sequence[Span],
    language: str,
) -> tuple[Statement, ...]:
    """In order of the text; arguments as for find_quotes."""
    _, statements = read_utterances(
        text, sentences, mentions=mentions, paragraphs=paragraphs, language=language
    )
    return statements
