"""Quotes and statements of a document in one reading (they share marks, frames and speakers)."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from briefings.model import Mention, Quote, Span, Statement, Tier
from briefings.text.english import Found, Heard, Reader, read_frames
from briefings.text.marks import pair_marks
from briefings.text.media import medium_of
from briefings.text.naming import NamedSpeakers
from briefings.text.reported import report_of

_SHORTEST_STATEMENT = 12  # characters


def read_utterances(
    text: str,
    sentences: Sequence[Span],
    *,
    mentions: Sequence[Mention],
    paragraphs: Sequence[Span],
    language: str,
) -> tuple[tuple[Quote, ...], tuple[Statement, ...]]:
    """In order of the text. `sentences` and `paragraphs` are in order and do not overlap."""
    marks = pair_marks(text, paragraphs)
    names = NamedSpeakers(mentions)
    frames, roster = read_frames(text, marks, paragraphs=paragraphs, sentences=sentences)
    reader = Reader(roster)
    found = reader.read(frames)
    quotes = tuple(_quote(one, sentences=sentences, names=names) for one in found)
    statements = [_statement(one, sentences=sentences, names=names) for one in reader.heard]
    return quotes, _apart(statement for statement in statements if statement is not None)


def _quote(found: Found, *, sentences: Sequence[Span], names: NamedSpeakers) -> Quote:
    speaker, name_id, actor = names.of(found.voice.span, found.voice.attribution)
    return Quote(
        span=found.marked.inner,
        sentence=around(sentences, found.marked.outer),
        speaker=speaker,
        attribution=found.voice.attribution,
        cue=found.cue,
        medium=found.medium,
        tier=found.tier,
        name_id=name_id,
        actor=actor,
    )


def _statement(
    heard: Heard, *, sentences: Sequence[Span], names: NamedSpeakers
) -> Statement | None:
    if heard.quoted:
        return None
    tokens, said = heard.frame.tokens, heard.said
    report = report_of(tokens, said)
    if report is None:
        return None
    span = Span(tokens[report.first].start, tokens[report.last - 1].end)
    if span.end - span.start < _SHORTEST_STATEMENT:
        return None
    speaker, name_id, actor = names.of(heard.voice.span, heard.voice.attribution)
    certain = said.strong and said.form != "gerund" and said.subject.sort != "pronoun"
    return Statement(
        span=span,
        sentence=around(sentences, span),
        speaker=speaker,
        attribution=heard.voice.attribution,
        cue=Span(tokens[said.at].start, tokens[said.end - 1].end),
        medium=medium_of(tokens, said),
        tier=Tier.A if certain else Tier.B,
        name_id=name_id,
        actor=actor,
    )


def _apart(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """In order; of two with the same words the first."""
    kept: dict[Span, Statement] = {}
    for statement in sorted(statements, key=lambda one: one.span):
        kept.setdefault(statement.span, statement)
    return tuple(kept.values())


def around(sentences: Sequence[Span], outer: Span) -> Span:
    """The sentence that holds the words; several together if the words run over their ends."""
    first = max(0, bisect_right(sentences, (outer.start, float("inf"))) - 1)
    if not sentences or not sentences[first].overlaps(outer):
        return outer
    last = first
    while last + 1 < len(sentences) and sentences[last + 1].start < outer.end:
        last += 1
    return Span(min(sentences[first].start, outer.start), max(sentences[last].end, outer.end))
