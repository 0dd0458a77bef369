"""Two to four sentences of a document that stand for it, word for word.

Extraction by weight with maximal marginal relevance (Carbonell and Goldstein, 1998).
"""

from collections.abc import Collection, Sequence
from heapq import nsmallest
from typing import NamedTuple

from briefings.model import Actor, Edge, Kind, Mood, Sentence
from briefings.text.features import roots
from briefings.text.weights import (
    MOST_SENTENCES,
    TRIANGLE,
    about_triangle,
    in_english_words,
    is_argued,
)

ENDS = {
    Edge.DPRK_RUSSIA: frozenset({Actor.DPRK, Actor.RUSSIA}),
    Edge.RUSSIA_ROK: frozenset({Actor.RUSSIA, Actor.ROK}),
    Edge.DPRK_ROK: frozenset({Actor.DPRK, Actor.ROK}),
}
MOST_CANDIDATES = 60  # compared with each other
NEAR_IDENTICAL = 0.6  # share of the shorter sentence's words
MOST_SHOWN = 4
SHORT_NEWS, LONG_NEWS = 42, 80  # English words of three sentences, of two


class _Choice(NamedTuple):
    """Sentences that may be chosen, best first, with their words, and how they are chosen."""

    text: str
    sentences: Sequence[Sentence]
    candidates: tuple[int, ...]
    words: dict[int, frozenset[str]]
    argued: bool
    about: bool
    limit: int

    def length(self, index: int) -> int:
        span = self.sentences[index].span
        return span.end - span.start

    def shown(self, chosen: Collection[int]) -> str:
        return " ".join(self.sentences[index].span.of(self.text) for index in chosen)


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
    choice = _Choice(
        text,
        sentences,
        tuple(candidates),
        {index: frozenset(roots(sentences[index].span.of(text))) for index in candidates},
        argued=is_argued(held, kind),
        about=about_triangle(held),
        limit=limit_characters,
    )
    chosen = _choose(choice)
    return tuple(sorted(_less_forecast(sentences, chosen) if choice.about else chosen))


def _on_edge(sentence: Sentence, edge: Edge, *, only: bool) -> bool:
    ends = ENDS[edge]
    both = edge in sentence.edges or ends <= sentence.actors
    return both or (only and bool(ends & sentence.actors))


def _choose(choice: _Choice) -> list[int]:
    chosen: list[int] = []
    opener = _opener(choice)
    if opener is None:
        return chosen
    chosen.append(opener)
    while not _is_enough(choice, chosen):
        following = _next(choice, chosen)
        if following is None:
            break
        chosen.append(following)
    return chosen


def _is_enough(choice: _Choice, chosen: Collection[int]) -> bool:
    """Four sentences of an argument. Of news three; two long ones, or four short ones."""
    if choice.argued or len(chosen) < 2:
        return len(chosen) >= MOST_SHOWN
    words = in_english_words(choice.shown(chosen))
    return len(chosen) >= (2 if words >= LONG_NEWS else 3 if words >= SHORT_NEWS else MOST_SHOWN)


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


def _opener(choice: _Choice) -> int | None:
    """The best sentence that can stand first."""
    for names_needed in (True, False):
        for index in choice.candidates:
            sentence = choice.sentences[index]
            named = bool(sentence.actors & TRIANGLE) or not choice.about
            fits = choice.length(index) <= choice.limit
            if sentence.stands_alone and fits and (named or not names_needed):
                return index
    return None


def _next(choice: _Choice, chosen: list[int]) -> int | None:
    """The candidate that adds most; an event first if none is chosen and there is one."""
    repeating, missing = (0.3, 0.5) if choice.argued else (0.15, 0.15)
    best, best_gain = None, 0.0
    for index in choice.candidates:
        if index in chosen or not _allowed(choice, chosen, index):
            continue
        repeated = max(overlap(choice.words[index], choice.words[other]) for other in chosen)
        if repeated >= NEAR_IDENTICAL:
            continue
        gain = choice.sentences[index].weight - repeating * repeated
        gain += missing * _event_is_missing(choice, chosen, index)
        if best is None or gain > best_gain:
            best, best_gain = index, gain
    return best


def _allowed(choice: _Choice, chosen: list[int], index: int) -> bool:
    sentences = choice.sentences
    sentence = sentences[index]
    if sum(map(choice.length, chosen)) + choice.length(index) > choice.limit:
        return False
    first = min(chosen)
    if index < first and not (sentence.stands_alone and _names_more(sentences, index, first)):
        return False
    if not sentence.stands_alone and index - 1 not in chosen:
        return False
    if sentence.mood is not Mood.FORECAST or not choice.about:
        return True
    forecasts = sum(sentences[each].mood is Mood.FORECAST for each in chosen)
    return forecasts + 1 <= (2 if choice.argued else 1)


def _names_more(sentences: Sequence[Sentence], index: int, first: int) -> bool:
    """A new first sentence has to name the triangle if the old one did."""
    return bool(sentences[index].actors & TRIANGLE) or not sentences[first].actors & TRIANGLE


def _event_is_missing(choice: _Choice, chosen: list[int], index: int) -> bool:
    is_event = choice.sentences[index].mood is Mood.EVENT
    return is_event and all(choice.sentences[each].mood is not Mood.EVENT for each in chosen)


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the smaller set of words, 0…1."""
    return len(a & b) / max(1, min(len(a), len(b)))
