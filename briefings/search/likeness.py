"""Words that stand nowhere as they were given: what is nearest, and what was put together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest

from briefings.model import Span
from briefings.search.evidence import Evidence, Find, Form, Speech
from briefings.search.lexicon import Lexicon
from briefings.search.stopwords import STOP_WORDS
from briefings.text.wordings import Near, Piece, Wording, difference, nearest

FEWEST_SHARED = 2  # words that two wordings of one thing have in common
FEWEST_IN_PART = 4  # words of each of two that were put together
STOP_WEIGHT = 0.25
MOST_COMPARED = 12  # speeches, word by word
LEAST_SHARED = 0.35  # of the weight of the words, for which a speech is compared


@dataclass(frozen=True, slots=True)
class Alike:
    """Stored words that are like given ones. likeness: 0…1, of weighed words."""

    find: Find
    speech: Speech
    near: Near

    @property
    def likeness(self) -> float:
        return self.near.likeness

    def pieces(self, given: Wording, given_text: str) -> tuple[Piece, ...]:
        stored = self.speech.words.part(self.near.first, self.near.last)
        return difference(given, given_text, stored, self.find.article.text)


def weight_of(word: str) -> float:
    return STOP_WEIGHT if word in STOP_WORDS else 1.0


def most_alike(given: Wording, evidence: Sequence[Evidence], lexicon: Lexicon) -> Iterator[Alike]:
    """Those of the speeches and reports that share most with the given words."""
    words = dict(zip(given.stems, map(weight_of, given.forms), strict=True))
    whole = sum(words.values())
    scored = []
    for number, each in enumerate(evidence):
        for form, speeches in ((Form.QUOTED, each.speeches), (Form.REPORTED, each.reports)):
            for place, speech in enumerate(speeches):
                shared = sum(words[each] for each in words.keys() & set(speech.words.stems))
                if shared >= LEAST_SHARED * whole:
                    scored.append((shared, -form, -number, -place, each, speech))
    for _, negative, _, _, each, speech in nlargest(MOST_COMPARED, scored, key=lambda one: one[:4]):
        near = nearest(given, speech.words, lambda word: words.get(word, weight_of(word)))
        if near is not None and near.shared >= FEWEST_SHARED:
            find = _find(each, speech, near, Form(-negative))
            yield Alike(find, speech, near)


def _find(evidence: Evidence, speech: Speech, near: Near, form: Form) -> Find:
    span = speech.words.span(near.first, near.last)
    one, other = speech.said_at(span.start), speech.said_at(span.end - 1)
    shown = Span(one.sentence.start, max(one.sentence.end, other.sentence.end))
    return Find(evidence.article, form, span, shown, one, aside=one is not other)


def joined_find(given: Wording, evidence: Sequence[Evidence]) -> tuple[Find, ...]:
    """Two quotations that were put together to one; none where they are not two that stand
    verbatim, or where words between two parts of one were left out."""
    speeches = [(each, speech) for each in evidence for speech in each.speeches]
    count = len(given.tokens)
    longest: tuple[int, Evidence, Speech] | None = None
    for each, speech in speeches:
        most = speech.words.begins_with(given, count - FEWEST_IN_PART)
        if most >= FEWEST_IN_PART and (longest is None or most > longest[0]):
            longest = (most, each, speech)
    if longest is None:
        return ()
    most, first, opening = longest
    for cut in range(most, max(most - 3, FEWEST_IN_PART) - 1, -1):
        rest = given.part(cut, count)
        for each, speech in [(first, opening), *speeches]:
            place = next(speech.words.places(rest), None)
            if place is not None:
                begin = next(opening.words.places(given.part(0, cut)))
                parts = (_part(first, opening, begin), _part(each, speech, place))
                follows = speech is opening and begin[0] <= place[0]
                return () if follows and parts[0].said is parts[1].said else parts
    return ()


def _part(evidence: Evidence, speech: Speech, place: tuple[int, int]) -> Find:
    span = speech.words.span(*place)
    said = speech.said_at(span.start)
    other = speech.said_at(span.end - 1)
    shown = Span(said.sentence.start, max(said.sentence.end, other.sentence.end))
    return Find(evidence.article, Form.JOINED, span, shown, said)
