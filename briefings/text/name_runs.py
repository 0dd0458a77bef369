"""Runs of capitalised words: what precedes a name in them, and the name."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefings.model import Span
from briefings.text.lexicon import TITLES
from briefings.text.name_patterns import NOT_A_NAME

MOST_WORDS = 3
"""Words of a personal name in English; a longer run is the name of something else."""

_WORD = r"[A-Z][a-zà-ž]{1,24}(?:[A-Z][a-zà-ž]{1,20})?(?:[-‑'’](?!s\b)[A-Za-zà-ž]{1,20}){0,3}"
_RUN = re.compile(
    rf"(?<![\w‑-]){_WORD}(?:\s(?:[A-Z]\.|(?:von|van|der|de|al|el|bin)(?=\s[A-Z])|"
    rf"{_WORD})){{1,8}}(?![\w-])"
)


class Run(NamedTuple):
    """title: the capitalised words before the name in its run, lower case ("deputy minister")."""

    name: Span
    title: str


def runs(text: str, sentence: Span) -> Iterator[Run]:
    """Two or three capitalised words that may be a personal name, titles peeled off its front."""
    for match in _RUN.finditer(text, *sentence):
        words = list(re.finditer(r"\S+", match[0]))
        first = 0
        while first < len(words) and (
            _is_common(words[first][0]) or _is_title(words[first][0], len(words) - first)
        ):
            first += 1
        name = words[first:]
        if not 2 <= len(name) <= MOST_WORDS or any(_is_common(word[0]) for word in name):
            continue
        start = match.start() + name[0].start()
        yield Run(Span(start, match.end()), " ".join(word[0] for word in words[:first]).lower())


def _is_title(word: str, left: int) -> bool:
    """Superintendent Pat Leahy; a title with one word behind it may be a given name."""
    return left > 2 and word.lower() in TITLES


def _is_common(word: str) -> bool:
    return word.lower() in NOT_A_NAME
