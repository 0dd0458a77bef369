"""Which sentences of a document stand for it: weights, and two to four of them word for word.

Extraction by a centroid of the document's words with maximal marginal relevance (Carbonell and
Goldstein, 1998) and a prior for the position: strong for news, whose first sentences are written
as its summary, weak for opinion and analysis.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from heapq import nsmallest
from math import log, sqrt
from typing import NamedTuple

from briefings.model import OPINION, Actor, BlockKind, Edge, Kind, Mood, Sentence
from briefings.text.features import (
    count_words,
    ends_asking,
    is_furniture,
    quoted_share,
    roots,
    specificity,
    stands_alone,
)

__all__ = ["stands_alone", "summarise", "weigh"]

TRIANGLE = frozenset({Actor.DPRK, Actor.RUSSIA, Actor.ROK})
ENDS = {
    Edge.DPRK_RUSSIA: frozenset({Actor.DPRK, Actor.RUSSIA}),
    Edge.RUSSIA_ROK: frozenset({Actor.RUSSIA, Actor.ROK}),
    Edge.DPRK_ROK: frozenset({Actor.DPRK, Actor.ROK}),
}
MOST_SENTENCES = 5_000  # weighed
MOST_CANDIDATES = 60  # compared with each other
FEWEST_WORDS = 5
WORDS_IN_ENGLISH = {"ko": 1.7, "ru": 1.35}  # what a word of theirs takes to translate
NEAR_IDENTICAL = 0.6  # share of the shorter sentence's words
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
    opinion = kind in OPINION
    density = WORDS_IN_ENGLISH.get(language, 1.0)
    weights = []
    rank = 0
    for index, sentence in enumerate(held):
        if index in barred:
            weights.append(0.0)
            continue
        shown = sentence.span.of(text)
        place = _Place(rank, central[index], count_words(shown) * density)
        weight = (_opinion_weight if opinion else _news_weight)(shown, sentence, place)
        rank += 1
        weights.append(min(1.0, max(0.01, weight)))
    return (*weights, *([0.0] * (len(sentences) - len(held))))


def _barred(
    text: str, sentences: Sequence[Sentence], words: Sequence[tuple[str, ...]]
) -> frozenset[int]:
    """Indexes of what must never be extracted."""
    seen: set[tuple[str, ...]] = set()
    barred = set()
    for index, sentence in enumerate(sentences):
        shown = sentence.span.of(text)
        fragment = count_words(shown) < FEWEST_WORDS and len(shown) < 25
        copy = words[index] in seen
        if sentence.block is not BlockKind.BODY or fragment or copy or is_furniture(shown):
            barred.add(index)
        else:
            seen.add(words[index])
    return frozenset(barred)


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
        sum(worth.get(word, 0.0) for word in set(each)) / sqrt(8 + len(each)) if each else 0.0
        for each in words
    ]
    top = max((raw[index] for index in range(len(raw)) if index not in barred), default=0.0)
    return [value / top if top else 0.0 for value in raw]


class _Place(NamedTuple):
    """A sentence's rank in the body, its likeness to the whole, and its length in English words."""

    rank: int
    central: float
    words: float


def _news_weight(shown: str, sentence: Sentence, place: _Place) -> float:
    """The lead wins unless something speaks against one of its sentences."""
    rank = place.rank
    prior = max(0.0, 1.0 - 0.12 * rank) if rank < 4 else 0.5 * 0.9 ** (rank - 4)
    weight = 0.66 * prior + 0.22 * place.central + 0.1 * specificity(shown)
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


class _Choice(NamedTuple):
    """Sentences that may be chosen, best first, with their words."""

    text: str
    sentences: Sequence[Sentence]
    candidates: tuple[int, ...]
    words: dict[int, frozenset[str]]


def summarise(
    text: str,
    sentences: Sequence[Sentence],
    *,
    kind: Kind,
    edge: Edge | None = None,
    limit_characters: int = 900,
) -> tuple[int, ...]:
    """Indexes of two to four weighed sentences (fewer where there are no more), in order, together
    no longer than the limit. With an edge: only sentences that mention both its ends, or one end
    where it is the document's only edge. Empty where nothing may be shown."""
    held = sentences[:MOST_SENTENCES]
    wanted = [index for index, sentence in enumerate(held) if sentence.weight > 0]
    if edge is not None:
        only = all(other is edge for sentence in held for other in sentence.edges)
        wanted = [index for index in wanted if _on_edge(held[index], edge, only=only)]
    candidates = nsmallest(MOST_CANDIDATES, wanted, key=lambda index: -held[index].weight)
    words = {index: frozenset(roots(sentences[index].span.of(text))) for index in candidates}
    choice = _Choice(text, sentences, tuple(candidates), words)
    chosen = _choose(choice, news=kind not in OPINION, limit=limit_characters)
    return tuple(sorted(_less_forecast(sentences, chosen)))


def _on_edge(sentence: Sentence, edge: Edge, *, only: bool) -> bool:
    ends = ENDS[edge]
    both = edge in sentence.edges or ends <= sentence.actors
    return both or (only and bool(ends & sentence.actors))


def _choose(choice: _Choice, *, news: bool, limit: int) -> list[int]:
    chosen: list[int] = []
    opener = _opener(choice, limit)
    if opener is None:
        return chosen
    chosen.append(opener)
    most = 3 if news else 4
    while len(chosen) < most:
        following = _next(choice, chosen, limit=limit, news=news, most=most)
        if following is None:
            break
        chosen.append(following)
    return chosen


def _less_forecast(sentences: Sequence[Sentence], chosen: list[int]) -> list[int]:
    """The choice without its last forecasts, so that they are at most half of it."""
    kept = list(chosen)
    while len(kept) > 1:
        forecasts = [index for index in kept if sentences[index].mood is Mood.FORECAST]
        if 2 * len(forecasts) <= len(kept):
            break
        leaning = {index for index in kept if not sentences[index].stands_alone}
        dropped = forecasts[-1]
        kept = [
            index
            for index in kept
            if index != dropped and (index - 1 != dropped or index not in leaning)
        ]
    return kept


def _opener(choice: _Choice, limit: int) -> int | None:
    """The best sentence that can stand first."""
    about = _about_triangle(choice.sentences)
    for names_needed in (True, False):
        for index in choice.candidates:
            sentence = choice.sentences[index]
            named = bool(sentence.actors & TRIANGLE) or not about
            fits = sentence.span.end - sentence.span.start <= limit
            if sentence.stands_alone and fits and (named or not names_needed):
                return index
    return None


def _about_triangle(sentences: Sequence[Sentence]) -> bool:
    held = sentences[:MOST_SENTENCES]
    naming = sum(bool(sentence.actors & TRIANGLE) for sentence in held)
    return naming > 0 and naming >= ABOUT_TRIANGLE * len(held)


def _next(choice: _Choice, chosen: list[int], *, limit: int, news: bool, most: int) -> int | None:
    """The candidate that adds most; an event first if none is chosen and there is one."""
    best, best_gain = None, 0.0
    for index in choice.candidates:
        if index in chosen or not _allowed(choice, chosen, index, limit=limit, most=most):
            continue
        repeated = max(overlap(choice.words[index], choice.words[other]) for other in chosen)
        if repeated >= NEAR_IDENTICAL:
            continue
        gain = choice.sentences[index].weight - (0.15 if news else 0.3) * repeated
        gain += 0.5 * _event_is_missing(choice, chosen, index)
        if best is None or gain > best_gain:
            best, best_gain = index, gain
    return best


def _allowed(choice: _Choice, chosen: list[int], index: int, *, limit: int, most: int) -> bool:
    sentences = choice.sentences
    sentence = sentences[index]
    total = sum(sentences[each].span.end - sentences[each].span.start for each in chosen)
    if total + sentence.span.end - sentence.span.start > limit:
        return False
    first = min(chosen)
    if index < first and not (sentence.stands_alone and _names_more(sentences, index, first)):
        return False
    if not sentence.stands_alone and index - 1 not in chosen:
        return False
    forecasts = sum(sentences[each].mood is Mood.FORECAST for each in chosen)
    return sentence.mood is not Mood.FORECAST or forecasts + 1 <= most // 2


def _names_more(sentences: Sequence[Sentence], index: int, first: int) -> bool:
    """A new first sentence has to name the triangle if the old one did."""
    return bool(sentences[index].actors & TRIANGLE) or not sentences[first].actors & TRIANGLE


def _event_is_missing(choice: _Choice, chosen: list[int], index: int) -> bool:
    is_event = choice.sentences[index].mood is Mood.EVENT
    return is_event and all(choice.sentences[each].mood is not Mood.EVENT for each in chosen)


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the smaller set of words, 0…1."""
    return len(a & b) / max(1, min(len(a), len(b)))
