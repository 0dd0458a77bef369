"""The seeds' hand grades: 3 must have, 2 good, 1 filler, 0 little, −1 harmful."""

from statistics import mean

import pytest

from briefings.model import Edge, Mood
from briefings.text.summaries import ENDS, summarise
from tests.text.seed_sentences import KINDS, document, gold

each_seed = pytest.mark.parametrize("seed", sorted(KINDS))


def grades(seed: str, *, edge: Edge | None = None) -> list[int]:
    graded = gold(seed)
    held = document([sentence for sentence, _ in graded], kind=KINDS[seed])
    return [graded[i][1] for i in summarise(held.text, held.sentences, kind=KINDS[seed], edge=edge)]


def test_summaries_of_the_seeds_hold_what_an_analyst_would_keep() -> None:
    assert mean(mean(grades(seed)) for seed in KINDS) >= 2.4


@each_seed
def test_no_summary_of_a_seed_holds_a_harmful_sentence(seed: str) -> None:
    assert -1 not in grades(seed)
    assert all(-1 not in grades(seed, edge=edge) for edge in Edge)


@each_seed
def test_a_summary_keeps_the_definition(seed: str) -> None:
    held = document([sentence for sentence, _ in gold(seed)], kind=KINDS[seed])
    summary = summarise(held.text, held.sentences, kind=KINDS[seed])
    first = held.sentences[summary[0]]
    moods = [held.sentences[i].mood for i in summary]

    assert 2 <= len(summary) <= 5
    assert list(summary) == sorted(set(summary))
    assert sum(len(held.shown(i)) for i in summary) <= 900
    assert first.stands_alone
    assert first.actors
    assert Mood.EVENT in moods
    assert moods.count(Mood.FORECAST) <= len(moods) / 2


@pytest.mark.parametrize("edge", list(Edge))
def test_an_edge_summary_mentions_both_ends_in_every_sentence(edge: Edge) -> None:
    held = document([sentence for sentence, _ in gold("002")], kind=KINDS["002"])

    summary = summarise(held.text, held.sentences, kind=KINDS["002"], edge=edge)

    assert summary
    assert all(ENDS[edge] <= held.sentences[i].actors for i in summary)
