"""What a document's abbreviations stand for: "the Southern Poverty Law Center (SPLC)" (English)."""

from collections.abc import Iterator, Sequence

from briefings.model import Span
from briefings.text.tokens import Token
from briefings.text.wordlists import words

_LONGEST = 10  # tokens of a full name
_SMALL = words("of and the for in on to de")


def abbreviations(tokens: Sequence[Token]) -> Iterator[tuple[str, Span]]:
    """Each abbreviation in brackets, folded, with the full name before it."""
    for at in range(2, len(tokens) - 1):
        short = tokens[at]
        if short.acronym and tokens[at - 1].kind == "(" and tokens[at + 1].kind == ")":
            full = _full(tokens, at - 2, short.word)
            if full is not None:
                yield short.word, full


def _full(tokens: Sequence[Token], last: int, short: str) -> Span | None:
    """The words that end at `last` whose first letters are those of `short`."""
    letters = list(short)
    for at in range(last, max(-1, last - _LONGEST), -1):
        token = tokens[at]
        if token.kind not in ("cap", "low"):
            return None
        if token.kind == "cap" and token.word[0] == letters[-1]:
            letters.pop()
            if not letters:
                return Span(token.start, tokens[last].end)
        elif token.word not in _SMALL:
            return None
    return None
