"""One summary of a story that several articles tell."""

from briefings.model import Kind
from briefings.text.digests import Told, digest
from tests.text.seed_sentences import document, gold

FIRST = [
    "Russian President Vladimir Putin arrived in North Korea on Wednesday, his first in years.",
    "Putin and Kim signed a treaty on mutual defense in Pyongyang on Wednesday evening.",
    "He left for Vietnam late at night.",
]
SECOND = [
    "Vladimir Putin arrived in North Korea early on Wednesday for his first visit in 24 years.",
    "South Korea summoned the Russian ambassador on Friday to protest against the treaty.",
]


def told(lines: list[str], kind: Kind = Kind.NEWS) -> Told:
    held = document(lines, kind=kind)
    return Told(held.text, held.sentences)


def shown(tellings: list[Told]) -> list[str]:
    return [
        tellings[telling].sentences[index].span.of(tellings[telling].text)
        for telling, index in digest(tellings)
    ]


def test_what_two_articles_tell_is_shown_once() -> None:
    lines = shown([told(FIRST), told(SECOND)])

    assert lines == [FIRST[0], FIRST[1], SECOND[1]]


def test_a_reprint_adds_nothing() -> None:
    assert len(shown([told(FIRST), told(FIRST), told(FIRST)])) == 2


def test_a_digest_keeps_the_limit_and_its_sentences_stand_alone() -> None:
    seeds = [told([line for line, _ in gold(seed)], Kind.ANALYSIS) for seed in ("002", "004")]

    lines = shown(seeds)

    assert 2 <= len(lines) <= 4
    assert sum(map(len, lines)) <= 900
    assert {telling for telling, _ in digest(seeds)} == {0, 1}


def test_no_articles_no_digest() -> None:
    assert digest([]) == ()
    assert digest([Told("", ())]) == ()
