"""Candidates → articles in order: the article whole, its lead, best passage and title, nearness.

Okapi BM25 (Robertson and Zaragoza 2009) over the article, its lead (news says first what it is
about) and the passage; pairs of words that stand together, after the sequential dependence model
(Metzler and Croft 2005).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from briefings.search.question import Stems, Word
from briefings.storage.index import PassageRow

MOST_ARTICLES = 80
"""Articles that are weighed whole: those of the best passages."""

MOST_CLOSELY = 40
"""Those among them whose titles and neighbouring words are looked at."""

LEAD = 60
"""Words with which an article begins, its title among them."""

SATURATION = 1.3
PASSAGE_LENGTH_SHARE = 0.5
ARTICLE_LENGTH_SHARE = 0.65
PASSAGE_SHARE = 0.5
LEAD_SHARE = 0.4
TITLE_SHARE = 0.25
PAIR_SHARE = 0.1
SPELLING_SHARE = 0.1
WINDOW = 8  # words
MOST_ASKED = 7
"""Words that an answer is measured by, the weightiest: of a whole sentence no other text says all
that it says."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """An article's best passage; coverage: 0…1, of the weight that a question asks for at most."""

    row: PassageRow
    score: float
    coverage: float


class Asked:
    """The question, made ready for comparing: each word's forms as stems."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.weights = [word.weight for word in words]
        self.whole = sum(self.weights) or 1.0
        self._weightiest = sum(sorted(self.weights)[-MOST_ASKED:]) or 1.0
        self.typed = " ".join(word.typed for word in words)
        self._forms = [tuple(word.needles.items()) for word in words]
        self._pairs = [
            (left, right, min(self.weights[left], self.weights[right]))
            for left, right in zip(range(len(words)), range(1, len(words)), strict=False)
        ]
        self._firsts: dict[str, list[int]] = {}
        for at, forms in enumerate(self._forms):
            for form, _ in forms:
                self._firsts.setdefault(form.split()[0], []).append(at)
        self._most_pairs = sum(weight for _, _, weight in self._pairs) or 1.0

    def counts(self, folded: str) -> list[float]:
        """How often each word stands in a row of stems, less for its lesser forms."""
        row = f" {folded} "
        found = []
        for forms in self._forms:  # the innermost loop of a question, so nothing but a loop
            count = 0.0
            for form, worth in forms:
                times = row.count(form)
                if times:
                    count += worth * times
            found.append(count)
        return found

    def bm25(self, counts: Sequence[float], length_norm: float) -> float:
        """0…1: the share of what a text could have that said nothing else."""
        score = 0.0
        for weight, count in zip(self.weights, counts, strict=True):
            if count:
                score += weight * count * (SATURATION + 1) / (count + SATURATION * length_norm)
        return score / (self.whole * (SATURATION + 1))

    def covered(self, *counts: Sequence[float]) -> float:
        best = (min(1.0, max(each)) for each in zip(*counts, strict=True))
        covered: float = sum(w * c for w, c in zip(self.weights, best, strict=True))
        return min(1.0, covered / self._weightiest)

    def together(self, folded: str) -> float:
        """0…1: the share of neighbouring words of the question that stand near each other."""
        if not self._pairs:
            return 0.0
        places = self._places(folded.split())
        score = 0.0
        for left, right, weight in self._pairs:
            near = _nearest(places[left], places[right])
            if near <= WINDOW:
                score += weight * (1.0 if near <= 1 else 0.5)
        return score / self._most_pairs

    def _places(self, stems: Sequence[str]) -> list[list[int]]:
        places: list[list[int]] = [[] for _ in self._forms]
        firsts = self._firsts
        for place, each in [pair for pair in enumerate(stems) if pair[1] in firsts]:
            for at in firsts[each]:
                places[at].append(place)
        return places


def best_passages(rows: Sequence[PassageRow], asked: Asked) -> dict[int, tuple[float, PassageRow]]:
    """Of each article the passage that says most, for the MOST_ARTICLES best articles."""
    best: dict[int, tuple[float, PassageRow]] = {}
    lengths = [_length(row.folded) for row in rows]
    usual = _usual(lengths)
    for row, length in zip(rows, lengths, strict=True):
        norm = _norm(length, usual, PASSAGE_LENGTH_SHARE)
        score = asked.bm25(asked.counts(row.folded), norm)
        other = best.get(row.document_id)
        if other is None or (score, -row.span.start) > (other[0], -other[1].span.start):
            best[row.document_id] = (score, row)
    first = sorted(best.items(), key=lambda pair: (-pair[1][0], -pair[0]))[:MOST_ARTICLES]
    return dict(first)


def ranked(
    best: Mapping[int, tuple[float, PassageRow]], whole: Mapping[int, str], asked: Asked
) -> list[Ranked]:
    """Best first, newer documents on a tie; behind the MOST_CLOSELY the others as they are. whole:
    the stems of each article."""
    texts = [whole.get(key, row.folded) for key, (_, row) in best.items()]
    lengths = [_length(folded) for folded in texts]
    usual = _usual(lengths)
    weighed = []
    for (passage, row), folded, length in zip(best.values(), texts, lengths, strict=True):
        counts = asked.counts(folded)
        norm = _norm(length, usual, ARTICLE_LENGTH_SHARE)
        score = asked.bm25(counts, norm) + PASSAGE_SHARE * passage
        weighed.append((Ranked(row, score, 0.0), folded, counts))
    weighed.sort(key=lambda each: (-each[0].score, -each[0].row.document_id))
    found, others = [], []
    for each, _, counts in weighed[MOST_CLOSELY:]:
        others.append(replace(each, coverage=asked.covered(counts)))
    for each, folded, counts in weighed[:MOST_CLOSELY]:
        lead = " ".join(folded.split(" ", LEAD)[:LEAD])
        score = each.score + LEAD_SHARE * asked.bm25(asked.counts(lead), 1.0)
        score += PAIR_SHARE * asked.together(f"{lead} {each.row.folded}")
        found.append(_titled(replace(each, score=score), counts, asked))
    found.sort(key=lambda each: (-each.score, -each.row.document_id))
    return found + others


def _titled(found: Ranked, counts: Sequence[float], asked: Asked) -> Ranked:
    """With what the title adds, and how much of the question the article covers."""
    title = Stems(found.row.title)
    in_title = [title.worth(word) for word in asked.words]
    share = sum(w * t for w, t in zip(asked.weights, in_title, strict=True)) / asked.whole
    spelt = fuzz.partial_token_ratio(asked.typed, found.row.title) / 100 if share else 0.0
    score = found.score + TITLE_SHARE * share + SPELLING_SHARE * spelt * share
    return Ranked(found.row, score, asked.covered(counts, in_title))


def _length(folded: str) -> int:
    return folded.count(" ") + 1


def _usual(lengths: Sequence[int]) -> float:
    """The mean length of the candidates, by which a long text is told from a short one."""
    return sum(lengths) / max(1, len(lengths))


def _norm(length: int, usual: float, share: float) -> float:
    return 1 - share + share * length / usual


def _nearest(left: Sequence[int], right: Sequence[int]) -> int:
    """The least distance between a place of the one and a place of the other, both ascending."""
    least, at, other = WINDOW + 1, 0, 0
    while at < len(left) and other < len(right):
        distance = right[other] - left[at]
        least = min(least, abs(distance) if distance else least)
        if distance > 0:
            at += 1
        else:
            other += 1
    return least
