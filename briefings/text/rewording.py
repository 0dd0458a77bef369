"""Machine-reworded ("spun") English: a synonym spinner's words, counted against the ordinary ones.

A spinner writes "navy" for military and "Six Social gathering Talks" for the talks everybody knows.
No single word proves it (a naval story says "navy"), so every pair of words is weighed by how the
text splits between the two, and a pair counts little more for its tenth use than for its second.
Ordinary words speak against spinning. Written for English; other scripts score 0.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from math import log2
from typing import NamedTuple

from briefings.text.rewording_pairs import BROKEN_NAMES, NEARLY_NEVER, NOW_AND_THEN, SELDOM

THRESHOLD = 20.0  # per 1,000 words
BROKEN_NAMES_ALONE = 3  # so many, of at least two kinds, need no further evidence
DISTINCT_PAIRS = 6  # a score from fewer kinds of evidence is chance
SHORTEST = 200  # words; below it a single odd word would weigh too much
LONGEST_TEXT = 400_000  # characters read

_WEIGHTS = ((NEARLY_NEVER, 3.0), (SELDOM, 1.5), (NOW_AND_THEN, 0.5))
_ORDINARY = 0.35
_BROKEN = 3.0
_BRACES = 1.5
_MOST_BRACES = 2
_ARTICLE = 1.0
_MOST_ARTICLES = 4
_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)*")
_TEMPLATE = re.compile(r"\{[A-Za-z][A-Za-z ,|’'-]{0,60}\}")
_WRONG_ARTICLE = re.compile(
    r"\b(?:a (?!one\b|once\b|eu|ew)(?:[aei][a-z]{3,}|o[a-z]{4,})"
    r"|an (?!h(?:our|onest|onou?r|eir|istori|erb|otel|omage|abit)|x\b|"
    r"[a-z]\b)[bcdfghjklmnpqrstvwyz][a-z]{3,})"
)


class Evidence(NamedTuple):
    """What speaks for spinning (weights, not yet per word), and how many kinds of it."""

    words: int
    weight: float
    distinct: int
    broken_names: Counter[str]


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    number: int


@cache
def _pairs() -> tuple[tuple[str, tuple[str, ...], float], ...]:
    """(spun, ordinary alternatives, weight) of every table entry."""
    found = []
    for table, weight in _WEIGHTS:
        for entry in " ".join(table.split()).split(";"):
            if entry.strip():
                spun, _, ordinary = entry.partition("~")
                alternatives = tuple(word.strip() for word in ordinary.split(","))
                found.append((spun.strip(), alternatives, weight))
    return tuple(found)


class _Lexicon(NamedTuple):
    """by_first: phrases by their first word, longest first. For each phrase's number: the pairs of
    which it is the spun side, and those of which it is an ordinary one."""

    by_first: dict[str, list[_Phrase]]
    spun: list[list[int]]
    ordinary: list[list[int]]


@cache
def _lexicon() -> _Lexicon:
    numbers: dict[str, int] = {}
    spun: list[list[int]] = []
    ordinary: list[list[int]] = []
    for pair, (words, alternatives, _) in enumerate(_pairs()):
        for phrase, side in ((words, spun), *((each, ordinary) for each in alternatives)):
            number = numbers.setdefault(phrase, len(numbers))
            if number == len(spun):
                spun.append([])
                ordinary.append([])
            side[number].append(pair)
    by_first: dict[str, list[_Phrase]] = {}
    for words, number in sorted(numbers.items(), key=lambda each: -each[0].count(" ")):
        parts = tuple(words.split())
        by_first.setdefault(parts[0], []).append(_Phrase(parts, number))
    return _Lexicon(by_first, spun, ordinary)


@cache
def _broken_names() -> tuple[frozenset[str], re.Pattern[str]]:
    """The first words of the names, lower case, and a pattern that finds the names."""
    names = [name.strip() for name in " ".join(BROKEN_NAMES.split()).split(";") if name.strip()]
    names.sort(key=len, reverse=True)
    either_mark = "|".join(re.escape(name).replace("’", "['’]") for name in names)
    first = frozenset(word for name in names if (word := _first_word(name)))
    return first, re.compile(rf"\b(?:{either_mark})\b")


def _first_word(name: str) -> str:
    found = _WORD.match(name.lower())
    assert found is not None, name
    return found.group()


def _matches(words: list[str]) -> Iterator[int]:
    """Numbers of the longest phrases that begin at each word."""
    by_first = _lexicon().by_first
    for index in [at for at, word in enumerate(words) if word in by_first]:
        for phrase in by_first[words[index]]:
            size = len(phrase.words)
            if size == 1 or (
                index + size <= len(words)
                and words[index + 1] == phrase.words[1]
                and tuple(words[index : index + size]) == phrase.words
            ):
                yield phrase.number
                break


def _pair_evidence(words: list[str]) -> tuple[float, int]:
    """(weight, how many kinds of spun words count for something)."""
    lexicon, table = _lexicon(), _pairs()
    spun: Counter[int] = Counter()
    ordinary: Counter[int] = Counter()
    against = 0
    for number, times in Counter(_matches(words)).items():
        for pair in lexicon.spun[number]:
            spun[pair] += times
        for pair in lexicon.ordinary[number]:
            ordinary[pair] += times
        against += 0 if lexicon.spun[number] else times
    weight, distinct = -_ORDINARY * against, 0
    for pair, times in spun.items():
        share = times / (times + ordinary[pair])
        weight += table[pair][2] * share * log2(1 + times)
        distinct += share > 0.5 and table[pair][2] > 1
    return weight, distinct


def evidence_of(text: str) -> Evidence:
    """Linear in the text, of which the first 400,000 characters are read."""
    # "a go-to receiver" is English, "a go to" (a visit) is not: the hyphen decides.
    text = text[:LONGEST_TEXT]
    words = _WORD.findall(text.lower().replace("go-to", "goto"))
    weight, distinct = _pair_evidence(words)
    first, names = _broken_names()
    broken = Counter(() if first.isdisjoint(words) else names.findall(text))
    braces = len(set(_TEMPLATE.findall(text)))
    articles = min(_MOST_ARTICLES, len(set(_WRONG_ARTICLE.findall(text))))
    weight += _BROKEN * len(broken) + _BRACES * min(_MOST_BRACES, braces) + _ARTICLE * articles
    return Evidence(len(words), weight, distinct + len(broken) + min(_MOST_BRACES, braces), broken)


def rewording_score(text: str) -> float:
    """How machine-reworded the text is, per 1,000 words. Genuine text is well below 0; +20 and
    above is spun. Short texts are scored as if they had 200 words, and little variety of evidence
    counts in proportion: one odd habit of a writer is not a spinner."""
    return _score(evidence_of(text))


def _score(evidence: Evidence) -> float:
    per_thousand = 1000 * evidence.weight / max(SHORTEST, evidence.words)
    return per_thousand * (min(1.0, evidence.distinct / DISTINCT_PAIRS) if per_thousand > 0 else 1)


def is_reworded(text: str) -> bool:
    """Enough kinds of evidence at +20 or above, or three broken fixed names of two kinds."""
    evidence = evidence_of(text)
    names = evidence.broken_names
    if len(names) > 1 and names.total() >= BROKEN_NAMES_ALONE and evidence.distinct >= 3:
        return True
    return _score(evidence) >= THRESHOLD and evidence.distinct >= DISTINCT_PAIRS
