"""One summary of a story that several articles tell."""

from collections import Counter
from collections.abc import Sequence
from heapq import nsmallest
from typing import NamedTuple

from briefings.model import Sentence
from briefings.text.features import roots
from briefings.text.summaries import MOST_CANDIDATES, overlap
from briefings.text.weights import MOST_SENTENCES

REPEATED = 0.45  # share of the shorter sentence's words; tellings word one fact differently
MOST_TELLINGS = 20


class Told(NamedTuple):
    """One article's telling of a story: its text and weighed sentences."""

    text: str
    sentences: Sequence[Sentence]


def digest(
    tellings: Sequence[Told], *, limit_characters: int = 900, most: int = 4
) -> tuple[tuple[int, int], ...]:
    """(telling, sentence) indexes that summarise a story told by several articles, in order. Only
    sentences that stand alone; none that repeats another telling's. The first 20 are read."""
    chosen: dict[tuple[int, int], frozenset[str]] = {}
    room = limit_characters
    for place, words in _telling(tellings, _best_told(tellings)).items():
        length = _length(tellings, place)
        repeats = any(overlap(words, other) >= REPEATED for other in chosen.values())
        if len(chosen) < most and length <= room and not repeats:
            chosen[place] = words
            room -= length
    return tuple(sorted(chosen))


def _length(tellings: Sequence[Told], place: tuple[int, int]) -> int:
    start, end = tellings[place[0]].sentences[place[1]].span
    return end - start


def _telling(
    tellings: Sequence[Told], places: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], frozenset[str]]:
    """The words of each sentence without those that most of them have: the names of a story stand
    in all of it and make no two sentences say the same."""
    words = {
        (telling, index): frozenset(
            roots(tellings[telling].sentences[index].span.of(tellings[telling].text))
        )
        for telling, index in places
    }
    spread = Counter(word for each in words.values() for word in each)
    common = {word for word, times in spread.items() if 2 * times > max(4, len(words))}
    return {place: (each - common) or each for place, each in words.items()}


def _best_told(tellings: Sequence[Told]) -> list[tuple[int, int]]:
    """Places of the heaviest sentences, best first; of near equals the earlier telling's."""
    weighed = [
        (-round(sentence.weight, 1), telling, index)
        for telling, told in enumerate(tellings[:MOST_TELLINGS])
        for index, sentence in enumerate(told.sentences[:MOST_SENTENCES])
        if sentence.weight > 0 and sentence.stands_alone
    ]
    return [(telling, index) for _, telling, index in nsmallest(MOST_CANDIDATES, weighed)]
