"""A document as frames: paragraphs as tokens, with their quotations, cues and people."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefings.model import Span
from briefings.text.abbreviations import abbreviations
from briefings.text.attribution import find_said
from briefings.text.gathering import learn
from briefings.text.headlines import is_headline, is_title
from briefings.text.lexicon import GOVERNMENTS, NATIONALITIES, ORGANISATION_WORDS, ROLES, TITLES
from briefings.text.marks import Marked
from briefings.text.people import Person, Roster, name_words
from briefings.text.said import Said
from briefings.text.shapes import Shape, shape_of
from briefings.text.tokens import Token, frame, without_dateline

_CIVIL = frozenset({"mr.", "mrs.", "ms.", "mr", "mrs", "ms"})
_OWN = frozenset(
    {"speech", "remarks", "lawyer", "wife", "husband", "daughter", "son", "allies", "supporters"}
    | {"campaign", "aides", "spokesman", "spokeswoman", "testimony", "answer", "promise", "tweet"}
)


_HOUSES = (
    NATIONALITIES
    | GOVERNMENTS
    | ORGANISATION_WORDS
    | TITLES
    | frozenset({"politico", "axios", "fox", "breitbart", "huffpost", "vox", "abc", "nbc", "cbs"})
    | frozenset({"msnbc", "npr", "pbs", "cnbc", "newsmax", "congress", "parliament", "europe"})
)
_COUNTRIES = NATIONALITIES | GOVERNMENTS
_NO_NAMES = _HOUSES | ROLES


class Frame(NamedTuple):
    """One paragraph as tokens, with its quotations, cues and the persons it names."""

    tokens: list[Token]
    marks: Sequence[Marked]
    shapes: Sequence[Shape]
    said: list[Said]
    met: list[tuple[int, Person]]


def _marks_of(marks: Sequence[Marked], paragraphs: Sequence[Span]) -> Iterator[list[Marked]]:
    at = 0
    for span in paragraphs:
        while at < len(marks) and marks[at].outer.start < span.start:
            at += 1
        first = at
        while at < len(marks) and marks[at].outer.end <= span.end:
            at += 1
        yield list(marks[first:at])


def read_frames(
    text: str, marks: Sequence[Marked], *, paragraphs: Sequence[Span], sentences: Sequence[Span]
) -> tuple[list[Frame], Roster]:
    """All paragraphs as frames, and everybody they name."""
    frames = []
    for span, own in zip(paragraphs, _marks_of(marks, paragraphs), strict=True):
        tokens = without_dateline(frame(text, span, marks=own, sentences=sentences))
        shapes = [shape_of(text, marked) for marked in own]
        said = find_said(tokens, marks_end=[shape.last for shape in shapes])
        frames.append(Frame(tokens, own, shapes, said, []))
    common = frozenset(_common_words(frames))
    roster = Roster(frozenset(_lone_speakers(frames)) - common, common)
    for number, (span, one) in enumerate(zip(paragraphs, frames, strict=True)):
        first = number == 0 and len(frames) > 1 and not one.marks
        if is_headline(text, span) or (first and is_title(text, span)):
            one.said.clear()
            if not one.marks:
                one.tokens.clear()
        else:
            speaking = {said.subject.name_first for said in one.said}
            one.met.extend(learn(roster, one.tokens, speaking))
        roster.abbreviations.update(abbreviations(one.tokens))
    for person in roster.people:
        person.last_seen = -1
    return frames, roster


def _common_words(frames: Sequence[Frame]) -> set[str]:
    """Words that the document writes small, and large at the start of a sentence alone."""
    small: set[str] = set()
    large: set[str] = set()
    for one in frames:
        before = "."
        for token in one.tokens:
            if token.kind == "low":
                small.add(token.word)
            elif token.kind == "cap" and before not in (".", "quote"):
                large.add(token.word)
            before = token.kind
    return small - large


def _lone_speakers(frames: Sequence[Frame]) -> Iterator[str]:
    """Single words that speak: "Lavrov said"."""
    for one in frames:
        for said in one.said:
            name = name_words(one.tokens, said.subject)
            if len(name) == 1 and len(name[0]) > 1:
                yield name[0]
        for at in range(len(one.tokens) - 3):
            if one.tokens[at].kind != "cap":
                continue
            if _has_age(one.tokens, at):
                yield one.tokens[at].word
            elif _is_asked(one.tokens, at) or _speaks_of_his_own(one.tokens, at):
                yield one.tokens[at].word.removesuffix("'s")


def _speaks_of_his_own(tokens: Sequence[Token], at: int) -> bool:
    """ "Bloomberg's speech", "Adelson's spokesman", "Mr. Ryan"."""
    if tokens[at].kind != "cap" or tokens[at].word in _COUNTRIES:
        return False
    if at and (tokens[at - 1].word in _CIVIL or _is_titled(tokens, at)):
        return True
    own = tokens[at].word.endswith("'s") and tokens[at].word.removesuffix("'s") not in GOVERNMENTS
    return own and tokens[at + 1].word in _OWN


def _is_titled(tokens: Sequence[Token], at: int) -> bool:
    """ "President Whitlock", one name behind a title."""
    title = tokens[at - 1]
    if title.kind != "cap" or title.word not in TITLES or tokens[at + 1].kind == "cap":
        return False
    return tokens[at].word not in _NO_NAMES


def _is_asked(tokens: Sequence[Token], at: int) -> bool:
    """ "asked Clinton", "told Rubio": one capitalised word that is no house or country."""
    if tokens[at].kind != "cap" or not at or tokens[at - 1].word not in ("asked", "told"):
        return False
    if tokens[at].word in _HOUSES or tokens[at + 1].kind == "cap":
        return False
    return not tokens[at].word.endswith("'s")


def _has_age(tokens: Sequence[Token], at: int) -> bool:
    """ "Oleksandr, 41, …" """
    comma, age, end = tokens[at + 1 : at + 4]
    return comma.kind == "," and age.kind == "num" and end.kind == "," and len(age.word) == 2
