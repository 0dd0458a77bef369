"""A Korean word as typed → what is left of it without its particles.

A question is full of them, and no list of names has them. The stemmer takes off what looks like
one; here every way of taking them off is told: whoever asks knows the word that has to be left.
"""

from collections.abc import Iterator

from briefings.search.letters import is_hangul

_BEHIND_NOUNS = """
    은 는 이 가 을 를 의 에 에서 에게 에게서 한테 께 께서 와 과 랑 이랑 하고 도 만 로 으로 나 이나
    부터 까지 보다 처럼 마다 조차 마저 라도 이라도 라고 이라고 라는 이라는 이란 인 이며 이고 로서
    으로서 로써 으로써 에는 에도 에선 에만 에의 엔 에서는 에서도 에서의 에게는 에게도 와의 과의 와는
    과는 와도 과도 로의 으로의 로는 으로는 까지의 부터의 만의 만이 만은 들 측 씨 님"""
_OF_VERBS = """
    하다 하는 하고 하기 하며 하면 하여 해 해서 해야 한 한다 할 함 했다 했나 했던 했는지 합니까
    했습니까 되다 되는 되고 되어 돼 된 된다 될 됐다 됐나 됐던 인가 인가요"""
_ENDINGS = tuple(
    sorted({*_BEHIND_NOUNS.split(), *_OF_VERBS.split()}, key=lambda ending: (len(ending), ending))
)
LEAST_LEFT = 2  # syllables
LONGEST = 16  # syllables of a word with particles


def bare(word: str) -> Iterator[str]:
    """The word without one particle, then without two; what leaves most of it first."""
    if not is_hangul(word) or len(word) > LONGEST:
        return
    once = list(_without_one(word))
    twice = [left for each in once for left in _without_one(each)]
    yield from dict.fromkeys(once + twice)


def _without_one(word: str) -> Iterator[str]:
    for ending in _ENDINGS:
        if len(word) - len(ending) >= LEAST_LEFT and word.endswith(ending):
            yield word[: -len(ending)]
