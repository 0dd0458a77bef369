"""Long runs of words that occur again: the copies of titles, decks and leads that a page scraped
into one line carries."""

import re
from dataclasses import dataclass

from briefings.model import Span

SHORTEST_REPEAT = 20  # words; twelve already cut a legitimate sentence
MOST_WORDS = 400_000
_WORD = re.compile(r"\w+")
_CLOSE = re.compile(r"[.!?…,;:]?['\"”’)\]]*")


@dataclass(frozen=True, slots=True)
class Repeat:
    """`copy` says the same words as `first`, which stands before it."""

    first: Span
    copy: Span


def find_repeats(text: str, *, shortest: int = SHORTEST_REPEAT) -> tuple[Repeat, ...]:
    """Maximal runs of at least `shortest` words that stand already before them; linear in the
    text. Copies never overlap each other, nor their first occurrence."""
    spans = [Span(*hit.span()) for hit in _WORD.finditer(text)][:MOST_WORDS]
    words = [span.of(text).casefold() for span in spans]
    first_seen: dict[tuple[str, ...], int] = {}
    repeats = []
    i = 0
    while i + shortest <= len(words):
        key = tuple(words[i : i + shortest])
        earlier = first_seen.setdefault(key, i)
        if earlier + shortest > i:
            i += 1
            continue
        length = shortest
        while (
            i + length < len(words)
            and earlier + length < i
            and words[earlier + length] == words[i + length]
        ):
            length += 1
        repeats.append(
            Repeat(_closed(text, spans, earlier, length), _closed(text, spans, i, length))
        )
        i += length
    return tuple(repeats)


def _closed(text: str, spans: list[Span], start: int, length: int) -> Span:
    end = spans[start + length - 1].end
    closer = _CLOSE.match(text, end)
    return Span(spans[start].start, closer.end() if closer else end)
