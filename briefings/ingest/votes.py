"""Which paragraphs of a page belong to its article: trafilatura's vote, and our own count where it
has none."""

import re
from collections.abc import Sequence

from briefings.ingest.lazily import lazily
from briefings.ingest.markup import Paragraph

SHINGLE = 4  # words
SHARE = 0.75  # of a paragraph's shingles that trafilatura has to have seen
MOST_MARKS = 60_000  # tags; trafilatura takes 10 s for twice as many
SHORTEST_VOTE = 200  # characters of an article
SHORTEST_PROSE = 80
_WORDS = re.compile(r"\w+")


def vote(markup: str, paragraphs: Sequence[Paragraph]) -> list[bool]:
    """True for each paragraph that the article is made of, before any cleaning."""
    if markup.count("<") > MOST_MARKS:
        return _by_density(paragraphs)
    votes = _by_words(lazily("briefings.ingest.main_text").main_text(markup), paragraphs)
    if _won(votes, paragraphs) >= SHORTEST_VOTE:
        return votes
    return max(votes, _by_density(paragraphs), key=lambda votes: _won(votes, paragraphs))


def _won(votes: Sequence[bool], paragraphs: Sequence[Paragraph]) -> int:
    """Characters voted for."""
    return sum(len(one.strip.words) for one, yes in zip(paragraphs, votes, strict=True) if yes)


def _by_words(words: str, paragraphs: Sequence[Paragraph]) -> list[bool]:
    lines = {" ".join(_WORDS.findall(line)) for line in words.split("\n")}
    everything = _WORDS.findall(words)
    shingles = {tuple(everything[i : i + SHINGLE]) for i in range(len(everything))}
    return [_is_seen(one.strip.words, lines, shingles) for one in paragraphs]


def shingles_of(words: str) -> set[tuple[str, ...]]:
    tokens = _WORDS.findall(words)
    return {tuple(tokens[i : i + SHINGLE]) for i in range(len(tokens) - SHINGLE + 1)}


def _is_seen(words: str, lines: set[str], shingles: set[tuple[str, ...]]) -> bool:
    tokens = _WORDS.findall(words)
    if not tokens:
        return False
    if len(tokens) < SHINGLE + 2:
        return " ".join(tokens) in lines
    parts = [tuple(tokens[i : i + SHINGLE]) for i in range(len(tokens) - SHINGLE + 1)]
    return sum(part in shingles for part in parts) >= SHARE * len(parts)


def _by_density(paragraphs: Sequence[Paragraph]) -> list[bool]:
    """Prose gives its characters to the two elements around it; the richest element wins
    (after Arc90's Readability, 2009)."""
    scores: dict[int, float] = {}
    for one in paragraphs:
        if is_prose(one):
            for i, serial in enumerate(reversed(one.home[-4:])):
                scores[serial] = scores.get(serial, 0) + len(one.strip.words) / (i + 1)
    if not scores:
        return [False] * len(paragraphs)
    best = max(scores, key=lambda serial: scores[serial])
    return [best in one.home and is_prose(one) for one in paragraphs]


def is_prose(one: Paragraph) -> bool:
    strip = one.strip
    return len(strip.words) >= SHORTEST_PROSE and strip.links < 0.4 and strip.tag != "figcaption"
