"""A document as frames: paragraphs as tokens, with their quotations, cues and people."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefings.model import Span
from briefings.text.attribution import Said, find_said
from briefings.text.gathering import learn
from briefings.text.marks import Marked
from briefings.text.people import Person, Roster, name_words
from briefings.text.shapes import Shape, shape_of
from briefings.text.tokens import Token, frame


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
        tokens = frame(text, span, marks=own, sentences=sentences)
        shapes = [shape_of(text, marked) for marked in own]
        said = find_said(tokens, marks_end=[shape.last for shape in shapes])
        frames.append(Frame(tokens, own, shapes, said, []))
    roster = Roster(frozenset(_lone_speakers(frames)))
    for one in frames:
        one.met.extend(learn(roster, one.tokens))
    for person in roster.people:
        person.last_seen = -1
    return frames, roster


def _lone_speakers(frames: Sequence[Frame]) -> Iterator[str]:
    """Single words that speak: "Lavrov said"."""
    for one in frames:
        for said in one.said:
            name = name_words(one.tokens, said.subject)
            if len(name) == 1:
                yield name[0]
        for at in range(len(one.tokens) - 3):
            if one.tokens[at].kind == "cap" and _has_age(one.tokens, at):
                yield one.tokens[at].word


def _has_age(tokens: Sequence[Token], at: int) -> bool:
    """ "Oleksandr, 41, …" """
    comma, age, end = tokens[at + 1 : at + 4]
    return comma.kind == "," and age.kind == "num" and end.kind == "," and len(age.word) == 2
