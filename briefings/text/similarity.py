"""Near-duplicates by shingles, and quotations whose wording differs between documents.

A shingle is five words in a row (Broder, 1997). Copies share many even when words were changed,
different articles on one subject share hardly any.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import blake2b
from itertools import islice
from struct import unpack

SAME_STORY = 0.15
"""Containment from which two texts are copies. A copy with a fifth of its words changed keeps a
third of its shingles, a quarter at worst; different articles share under a hundredth."""

WIDTH = 5  # words in a shingle
WIDTH_UNSPACED = 12  # characters, where words are not spaced (Chinese, Japanese)
MOST_FINGERPRINTS = 512
LONGEST_TEXT = 1_000_000  # characters read
SHORT = 12  # words; below it characters are compared
CHARACTERS = 8
LEAST_SHARED_WORDS = 5
MOST_WORDS = 300
MOST_SPOKEN = 2_000
MOST_POSTINGS = 40

_TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+(?:['’][^\W\d_]+)*"
)
_BRITISH = re.compile(r"(?<=\w{3})(?:our|tre|ence|is(?=e[sd]?$|ing$|ation))")
_AMERICAN = {"our": "or", "tre": "ter", "ence": "ense", "is": "iz"}
# As five words of a shingle, "between north korea and russia" would be in every article.
_NAMES = ("north korea", "south korea", "kim jong", "vladimir putin", "united states")


def _tokens(text: str) -> list[str]:
    folded = text[:LONGEST_TEXT].casefold().replace("’", "'")
    for name in _NAMES:
        folded = folded.replace(name, name.replace(" ", ""))
    return _TOKEN.findall(folded)


def _shingles(tokens: Sequence[str]) -> Iterator[str]:
    """Runs of tokens; all of a text shorter than one run is its only shingle."""
    if not tokens:
        return
    unspaced = sum("\u3040" <= token[0] <= "\u9fff" for token in tokens)
    width = WIDTH_UNSPACED if 2 * unspaced > len(tokens) else WIDTH
    if len(tokens) < width:
        yield " ".join(tokens)
    yield from map(" ".join, zip(*(islice(tokens, at, None) for at in range(width)), strict=False))


def _hashes(shingles: Iterable[str]) -> tuple[int, ...]:
    """Signed 64 bits each, the same on every machine."""
    found = [blake2b(shingle.encode(), digest_size=8).digest() for shingle in shingles]
    return unpack(f">{len(found)}q", b"".join(found))


def _trailing_zeros(value: int) -> int:
    return (value & -value).bit_length() - 1 if value else 64


def _sampled(hashes: frozenset[int], level: int) -> frozenset[int]:
    mask = (1 << level) - 1
    return frozenset(value for value in hashes if not value & mask) if level else hashes


def fingerprints(text: str) -> frozenset[int]:
    """At most 512 hashes of the text's shingles, sampled by their low bits, so that two texts keep
    the same shingles wherever both keep that part of the numbers. Empty for a text without words.
    """
    hashes = frozenset(_hashes(_shingles(_tokens(text))))
    level = 0
    while len(hashes) > MOST_FINGERPRINTS:
        level += 1
        hashes = _sampled(hashes, level)
    return hashes


def containment(a: frozenset[int], b: frozenset[int]) -> float:
    """How much of the smaller text is in the other, 0…1, from fingerprints.

    A sample shows how coarse it is by the zero bits that all its hashes share; both are brought to
    the coarser one.
    """
    if not a or not b:
        return 0.0
    level = max(_level(a), _level(b))
    a, b = _sampled(a, level), _sampled(b, level)
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller else 0.0


def _level(hashes: frozenset[int]) -> int:
    """0 for a small set: a text that short was never sampled."""
    if len(hashes) < MOST_FINGERPRINTS // 8:
        return 0
    return min(map(_trailing_zeros, hashes))


def _pieces(text: str) -> frozenset[str]:
    squashed = " ".join(_tokens(text))
    last = max(1, len(squashed) - CHARACTERS + 1)
    return frozenset(squashed[start : start + CHARACTERS] for start in range(last))


def exact_containment(text_a: str, text_b: str) -> float:
    """How much of the shorter text is in the other, 0…1, from all shingles; characters instead of
    words where one of them has fewer than 12 words."""
    return _contained(_Whole(text_a), _Whole(text_b))


class _Whole:
    """A text with its shingles, made when first asked for."""

    def __init__(self, text: str) -> None:
        self.text, self.tokens = text, _tokens(text)

    @cached_property
    def shingles(self) -> frozenset[str]:
        return frozenset(_shingles(self.tokens))

    @cached_property
    def pieces(self) -> frozenset[str]:
        return _pieces(self.text)


def _contained(one: _Whole, other: _Whole) -> float:
    fewest = min(len(one.tokens), len(other.tokens))
    if not fewest:
        return 0.0
    a, b = (one.pieces, other.pieces) if fewest < SHORT else (one.shingles, other.shingles)
    return len(a & b) / min(len(a), len(b))


def same_story(text_a: str, text_b: str) -> bool:
    """Copies of one text: reprints, excerpts, agency reports with some words changed."""
    return exact_containment(text_a, text_b) >= SAME_STORY


def same_stories(text: str, others: Iterable[str]) -> list[bool]:
    """`same_story` for each of the others."""
    whole = _Whole(text)
    return [_contained(whole, _Whole(other)) >= SAME_STORY for other in others]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a document lets somebody say. speaker: a gazetteer id, or the folded name."""

    document_id: int
    speaker: str
    words: str
    said: date | None = None


def differing_quotes(spoken: Sequence[Spoken]) -> tuple[tuple[int, int], ...]:
    """Index pairs of quotations that are one utterance in unequal wording: same speaker, no
    different day, two documents, much in common, neither a part of the other.

    The first 2,000 are compared, and only those that share three words in a row.
    """
    words = [tuple(map(spelt, _tokens(each.words))) for each in spoken[:MOST_SPOKEN]]
    pairs = []
    for first, second in sorted(_candidates(spoken, words)):
        if _one_utterance(spoken[first], spoken[second]) and _differ(words[first], words[second]):
            pairs.append((first, second))
    return tuple(pairs)


def spelt(word: str) -> str:
    """ "defence" and "defense", "labour" and "labor" are two spellings of one wording."""
    return _BRITISH.sub(lambda match: _AMERICAN[match[0]], word)


def _candidates(
    spoken: Sequence[Spoken], words: Sequence[tuple[str, ...]]
) -> frozenset[tuple[int, int]]:
    postings: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, tokens in enumerate(words):
        for run in {tokens[at : at + 3] for at in range(len(tokens) - 2)}:
            held = postings[(spoken[index].speaker, *run)]
            if len(held) < MOST_POSTINGS:
                held.append(index)
    return frozenset(
        (first, second)
        for held in postings.values()
        for position, first in enumerate(held)
        for second in held[position + 1 :]
    )


def _one_utterance(a: Spoken, b: Spoken) -> bool:
    same_day = a.said is None or b.said is None or a.said == b.said
    return a.document_id != b.document_id and a.speaker == b.speaker and same_day


def _differ(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Much in common, yet neither is a shortening of the other."""
    if a == b:  # most copies of a quotation are
        return False
    shorter, longer = sorted((a[:MOST_WORDS], b[:MOST_WORDS]), key=len)
    shared = _common(shorter, longer)
    if shared < max(LEAST_SHARED_WORDS, 0.6 * len(shorter)):
        return False
    return shared < len(shorter)


def _common(shorter: Sequence[str], longer: Sequence[str]) -> int:
    """Length of the longest common subsequence of the first 300 words, so that a quotation
    shortened with an ellipsis is wholly common. By longest increasing subsequence of places (Hunt
    and Szymanski, 1977); the eight first places of a word are enough for speech."""
    places: dict[str, list[int]] = defaultdict(list)
    for position, word in enumerate(longer[:MOST_WORDS]):
        if len(places[word]) < 8:
            places[word].append(position)
    ends: list[int] = []
    for word in shorter[:MOST_WORDS]:
        for position in reversed(places.get(word, [])):
            at = bisect_left(ends, position)
            ends[at : at + 1] = [position]
    return len(ends)
