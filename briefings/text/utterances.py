"""Quotes and statements of a document in one reading (they share marks, frames and speakers).

A quote is words in marks that a document says somebody said or wrote; marks without a cue hold a
term. A statement is reported speech without marks: shown as "reported", never between marks. A
writer's gloss behind a dash is cut off, and a participle ("…, suggesting that …") reports only
where its clause names a speech and one who gave it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from briefings.model import Mention, Quote, Span, Statement, Tier
from briefings.text.english import attribute
from briefings.text.found import Found
from briefings.text.frames import read_frames
from briefings.text.hearing import Heard
from briefings.text.korean import KoreanReader
from briefings.text.marks import Marked, pair_marks
from briefings.text.media import medium_of
from briefings.text.naming import NamedSpeakers
from briefings.text.reported import report_of
from briefings.text.russian import RussianReader
from briefings.text.unsaid import is_denied

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
    quotes, reports, names = _heard(
        text, sentences, mentions=mentions, paragraphs=paragraphs, language=language
    )
    said = [each for each in quotes if not _denied(text, each, language)]
    statements = [_statement(one, sentences=sentences, names=names) for one in reports]
    return tuple(said), _apart(statements)


def denied_quotes(
    text: str,
    sentences: Sequence[Span],
    *,
    mentions: Sequence[Mention],
    paragraphs: Sequence[Span],
    language: str,
) -> tuple[Quote, ...]:
    """What a document says that its speaker did not say; arguments as of `read_utterances`."""
    quotes, _, _ = _heard(
        text, sentences, mentions=mentions, paragraphs=paragraphs, language=language
    )
    return tuple(each for each in quotes if _denied(text, each, language))


def _heard(
    text: str,
    sentences: Sequence[Span],
    *,
    mentions: Sequence[Mention],
    paragraphs: Sequence[Span],
    language: str,
) -> tuple[list[Quote], list[Found], NamedSpeakers]:
    marks = pair_marks(text, paragraphs)
    names = NamedSpeakers(mentions, text)
    read = _READERS.get(language, _read_english)
    found, reports = read(text, marks, paragraphs=paragraphs, sentences=sentences)
    return [_quote(one, sentences=sentences, names=names) for one in found], reports, names


def _denied(text: str, said: Quote, language: str) -> bool:
    return is_denied(text, said.cue, start=said.sentence.start, language=language)


def _read_english(
    text: str, marks: Sequence[Marked], *, paragraphs: Sequence[Span], sentences: Sequence[Span]
) -> tuple[list[Found], list[Found]]:
    frames, roster = read_frames(text, marks, paragraphs=paragraphs, sentences=sentences)
    found, all_heard = attribute(frames, roster)
    reports = [_report(heard) for heard in all_heard]
    return found, [report for report in reports if report is not None]


def _read_korean(
    text: str, marks: Sequence[Marked], *, paragraphs: Sequence[Span], sentences: Sequence[Span]
) -> tuple[list[Found], list[Found]]:
    reader = KoreanReader(text, marks, paragraphs)
    reader.read(sentences)
    return reader.quotes, reader.reports


def _read_russian(
    text: str, marks: Sequence[Marked], *, paragraphs: Sequence[Span], sentences: Sequence[Span]
) -> tuple[list[Found], list[Found]]:
    reader = RussianReader(text, marks, paragraphs)
    reader.read(sentences)
    return reader.quotes, reader.reports


_READERS = {"en": _read_english, "ko": _read_korean, "ru": _read_russian}


def _report(heard: Heard) -> Found | None:
    if heard.quoted:
        return None
    tokens, said = heard.frame.tokens, heard.said
    report = report_of(tokens, said)
    if report is None:
        return None
    span = Span(tokens[report.first].start, tokens[report.last - 1].end)
    if span.end - span.start < _SHORTEST_STATEMENT:
        return None
    cue = Span(tokens[said.at].start, tokens[said.end - 1].end)
    certain = said.strong and said.form != "gerund" and said.subject.sort != "pronoun"
    tier = Tier.A if certain else Tier.B
    return Found(span, span, heard.voice, cue, medium_of(tokens, said), tier)


def _quote(found: Found, *, sentences: Sequence[Span], names: NamedSpeakers) -> Quote:
    speaker, name_id, actor = names.of(found.voice.span, found.voice.attribution)
    return Quote(
        span=found.inner,
        sentence=around(sentences, found.outer),
        speaker=speaker,
        attribution=found.voice.attribution,
        cue=found.cue,
        medium=found.medium,
        tier=found.tier,
        name_id=name_id,
        actor=actor,
    )


def _statement(found: Found, *, sentences: Sequence[Span], names: NamedSpeakers) -> Statement:
    speaker, name_id, actor = names.of(found.voice.span, found.voice.attribution)
    return Statement(
        span=found.inner,
        sentence=around(sentences, found.outer),
        speaker=speaker,
        attribution=found.voice.attribution,
        cue=found.cue,
        medium=found.medium,
        tier=found.tier,
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
