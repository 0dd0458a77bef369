"""A rule is a pattern and how to read its matches."""

import re
from collections.abc import Callable, Iterator
from re import Match

from briefings.model import Span, When
from briefings.text.date_context import Context, Found

Reader = Callable[[Context, Span, Match[str]], When | None]
Rules = tuple[tuple[re.Pattern[str], Reader], ...]


def found_by(text: str, rules: Rules) -> Iterator[Found]:
    """Every match of every rule; its "span" group where it has one is the expression."""
    for pattern, reader in rules:
        for match in pattern.finditer(text):
            group = "span" if "span" in pattern.groupindex else 0
            yield Found(Span(*match.span(group)), _bound_reader(reader, match))


def _bound_reader(reader: Reader, match: Match[str]) -> Callable[[Context, Span], When | None]:
    return lambda context, span: reader(context, span, match)
