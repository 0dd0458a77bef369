"""How much each sentence of a document belongs in its summary.

A centroid of the document's words with a prior for the position: strong for news, whose first
sentences are written as its summary, weak for opinion and analysis of the triangle.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from math import fsum, log, sqrt
from typing import NamedTuple

from briefings.model import OPINION, Actor, BlockKind, Kind, Mood, Sentence
from briefings.text.features import (
    count_words,
    ends_asking,
    is_furniture,
    quoted_share,
    roots,
    specificity,
)
from briefings.text.languages import language_of

TRIANGLE = frozenset({Actor.DPRK, Actor.RUSSIA, Actor.ROK})
MOST_SENTENCES = 5_000  # weighed
FEWEST_WORDS = 5
WORDS_IN_ENGLISH = {"ko": 1.7, "ru": 1.35}  # what a word of theirs takes to translate
ABOUT_TRIANGLE = 0.25  # share of sentences that name a corner of it


def weigh(
    text: str, sentences: Sequence[Sentence], *, kind: Kind, language: str
) -> tuple[float, ...]:
    """0…1 for every sentence; exactly 0 for what must never be extracted (outside the body,
    furniture, fragments, second copies). Linear; sentences after the 5,000th weigh 0."""
    held = sentences[:MOST_SENTENCES]
    words = [roots(sentence.span.of(text)) for sentence in held]
    barred = _barred(text, held, words)
    central = _centrality(words, barred)
    argued = is_argued(held, kind)
    density = WORDS_IN_ENGLISH.get(language, 1.0)
    weights = []
    rank = 0
    for index, sentence in enumerate(held):
        if index in barred:
            weights.append(0.0)
            continue
        shown = sentence.span.of(text)
        place = _Place(rank, central[index], count_words(shown) * density)
        weight = (_opinion_weight if argued else _news_weight)(shown, sentence, place)
        rank += 1
        weights.append(min(1.0, max(0.01, weight)))
    return (*weights, *([0.0] * (len(sentences) - len(held))))


def is_argued(sentences: Sequence[Sentence], kind: Kind) -> bool:
    """Whether its claims stand for a piece, wherever they are. What is an opinion by its style
    alone is often a feature, and of what lies off the triangle nothing tells a claim from
    another: there the lead is the better guess."""
    return kind in OPINION and about_triangle(sentences)


def about_triangle(sentences: Sequence[Sentence]) -> bool:
    """Whether a fair share of its sentences names a corner of it."""
    held = sentences[:MOST_SENTENCES]
    naming = sum(bool(sentence.actors & TRIANGLE) for sentence in held)
    return naming > 0 and naming >= ABOUT_TRIANGLE * len(held)


def _barred(
    text: str, sentences: Sequence[Sentence], words: Sequence[tuple[str, ...]]
) -> frozenset[int]:
    """Indexes of what must never be extracted."""
    seen: set[tuple[str, ...]] = set()
    barred = set()
    small = sum(map(_opens_small, (each.span.of(text) for each in sentences)))
    own_style = 2 * small > len(sentences)  # a text without any capitals
    for index, sentence in enumerate(sentences):
        shown = sentence.span.of(text)
        fragment = count_words(shown) < FEWEST_WORDS and len(shown) < 25
        copy = words[index] in seen
        fragment |= _opens_small(shown) and not own_style
        if sentence.block is not BlockKind.BODY or fragment or copy or is_furniture(shown):
            barred.add(index)
        else:
            seen.add(words[index])
    return frozenset(barred)


def _opens_small(shown: str) -> bool:
    """The rest of a sentence that a page has broken; "iPhone" and "eBay" open so themselves."""
    return shown[:1].islower() and not shown[1:2].isupper()


def _centrality(words: Sequence[tuple[str, ...]], barred: Collection[int]) -> list[float]:
    """Cosine-like likeness of each sentence to the whole, the most central at 1."""
    kept = [frozenset(each) for index, each in enumerate(words) if index not in barred]
    spread = Counter(word for each in kept for word in each)
    worth = {
        word: log(1 + times) * log(1 + len(kept) / times)
        for word, times in spread.items()
        if times > 1 or len(kept) < 4
    }
    raw = [
        fsum(worth.get(word, 0.0) for word in set(each)) / sqrt(8 + len(each)) if each else 0.0
        for each in words
    ]
    top = max((raw[index] for index in range(len(raw)) if index not in barred), default=0.0)
    return [value / top if top else 0.0 for value in raw]


def in_english_words(shown: str) -> float:
    """About how many words it would take in English."""
    return count_words(shown) * WORDS_IN_ENGLISH.get(language_of(shown), 1.0)


class _Place(NamedTuple):
    """A sentence's rank in the body, its likeness to the whole, and its length in English words."""

    rank: int
    central: float
    words: float


def _news_weight(shown: str, sentence: Sentence, place: _Place) -> float:
    """The lead wins unless something speaks against one of its sentences."""
    rank = place.rank
    prior = max(0.0, 1.0 - 0.12 * rank) if rank < 4 else 0.5 * 0.9 ** (rank - 4)
    weight = 0.7 * prior + 0.12 * place.central + 0.06 * specificity(shown)
    return weight - _unfit(shown, sentence, place.words)


def _unfit(shown: str, sentence: Sentence, words: float) -> float:
    penalty = 0.2 * (words < 8) + 0.05 * (words < 12) + 0.1 * (words > 55)
    penalty += 0.5 * max(0.0, quoted_share(shown) - 0.35) + 0.15 * ends_asking(shown)
    if not sentence.stands_alone:
        penalty += 0.03
    return penalty + 0.02 * (sentence.mood is Mood.FORECAST)


def _opinion_weight(shown: str, sentence: Sentence, place: _Place) -> float:
    """What the piece is built on: dated acts and sourced claims about the pair it discusses."""
    rank, central, words = place
    weight = 0.25 + 0.25 * central + 0.35 * specificity(shown)
    weight += 0.08 * max(0, 3 - rank) / 3
    weight += 0.12 * bool(sentence.edges) + 0.05 * bool(sentence.actors & TRIANGLE)
    weight += 0.1 * (sentence.mood is Mood.EVENT) + 0.05 * (sentence.when is not None)
    weight -= 0.04 * (sentence.mood is Mood.FORECAST) + 0.12 * (words < 12) + 0.1 * (words > 50)
    weight -= 0.25 * (not sentence.stands_alone) + 0.25 * ends_asking(shown)
    return weight - 0.3 * max(0.0, quoted_share(shown) - 0.6)
