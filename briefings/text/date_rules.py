"""A rule is a pattern and how to read its matches."""

import re
from collections.abc import Callable, Iterator, Sequence
from re import Match

from briefings.model import Span, When
from briefings.text.date_context import Context, Found

Reader = Callable[[Context, Span, Match[str]], When | None]
Rules = tuple[tuple[re.Pattern[str], Reader], ...]


def found_by(text: str, rules: Rules, stretches: Sequence[Span]) -> Iterator[Found]:
    """Matches of every rule in the stretches; a "span" group is the expression if there is one."""
    for pattern, reader in rules:
        group = "span" if "span" in pattern.groupindex else 0
        for stretch in stretches:
            for match in pattern.finditer(text, *stretch):
                yield Found(Span(*match.span(group)), _bound_reader(reader, match))


def _bound_reader(reader: Reader, match: Match[str]) -> Callable[[Context, Span], When | None]:
    return lambda context, span: reader(context, span, match)
