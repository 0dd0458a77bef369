"""Bytes → a reading: extraction, then everything the text halves find, joined by sentence.

Pure of files, network and clock, so that the whole of it can run in the parse jail.
"""

from collections.abc import Sequence
from datetime import date, datetime

from briefings.gazetteer.added import gazetteer_with
from briefings.ingest.extract import extract
from briefings.ingest.reader import Hints
from briefings.ingest.speakers import Known, named_in_full
from briefings.model import (
    OPINION,
    AddedName,
    BlockKind,
    DateMention,
    Edge,
    Extraction,
    Flag,
    Kind,
    Mention,
    Quote,
    Reading,
    Sentence,
    Span,
    Statement,
)
from briefings.text.date_events import event_date
from briefings.text.datelines import after_dateline
from briefings.text.dates import find_dates
from briefings.text.edges import actors_of, sentence_edges
from briefings.text.features import stands_alone
from briefings.text.kinds import kind_of
from briefings.text.languages import language_of
from briefings.text.moods import mood_of
from briefings.text.names import learn_people
from briefings.text.rewording import is_reworded
from briefings.text.sentences import split_sentences
from briefings.text.similarity import fingerprints
from briefings.text.statement_dates import with_dates
from briefings.text.summaries import summarise
from briefings.text.utterances import read_utterances
from briefings.text.weights import weigh

LONGEST_TEXT = 400_000  # characters that are read for sentences; the text itself is kept whole


def read(
    body: bytes, *, file_name: str = "", content_type: str = "", hints: Hints | None = None
) -> Reading:
    """Everything read out of a document. Raises UnusableDocumentError."""
    extraction = extract(body, file_name=file_name, content_type=content_type)
    return read_extraction(extraction, hints=hints or Hints())


def read_extraction(extraction: Extraction, *, hints: Hints) -> Reading:
    text = extraction.text
    paragraphs = _paragraphs(extraction)
    whole = "\n".join(span.of(text) for span in paragraphs)
    language = language_of(whole or text)
    kind = hints.kind or extraction.kind or kind_of(extraction)
    spans = split_sentences(text, paragraphs, language=language)
    mentions = _mentions(extraction, spans, language, names=hints.names)
    anchor = _anchor(extraction, hints)
    dates = find_dates(text, (*spans, *_captions(extraction)), anchor=anchor)
    reworded = is_reworded(whole)
    quotes, statements = (
        ((), ())
        if reworded
        else _said(text, spans, mentions, paragraphs, language=language, dates=dates)
    )
    known = Known(gazetteer_with(hints.names), language, anchor)
    quotes = named_in_full(quotes, text, mentions, known)
    statements = named_in_full(statements, text, mentions, known)
    sentences = _sentences(text, spans, mentions, dates, language=language)
    weights = (
        [0.0] * len(sentences) if reworded else weigh(text, sentences, kind=kind, language=language)
    )
    sentences = tuple(
        sentence._replace(weight=weight)
        for sentence, weight in zip(sentences, weights, strict=True)
    )
    return Reading(
        extraction=extraction,
        language=language,
        kind=kind,
        flags=_flags(extraction, kind, anchor=anchor, reworded=reworded),
        sentences=sentences,
        quotes=quotes,
        statements=statements,
        mentions=mentions,
        dates=dates,
        summary=() if reworded else summarise(text, sentences, kind=kind),
        edges=_edges(sentences),
        fingerprints=fingerprints(whole),
    )


def _paragraphs(extraction: Extraction) -> tuple[Span, ...]:
    """Body blocks without datelines, as far as sentences are read."""
    body = [block.span for block in extraction.blocks if block.kind is BlockKind.BODY]
    text = extraction.text
    return tuple(after_dateline(text, span) for span in body if span.end <= LONGEST_TEXT)


def _captions(extraction: Extraction) -> tuple[Span, ...]:
    """Captions are never extracts, but the dates in them belong to the timeline."""
    return tuple(block.span for block in extraction.blocks if block.kind is BlockKind.CAPTION)


def _mentions(
    extraction: Extraction,
    sentences: Sequence[Span],
    language: str,
    *,
    names: tuple[AddedName, ...],
) -> tuple[Mention, ...]:
    text = extraction.text
    known = gazetteer_with(names).find(text[:LONGEST_TEXT], language=language)
    learned = learn_people(text, sentences, known)
    return tuple(sorted((*known, *learned), key=lambda mention: mention.span))


def _anchor(extraction: Extraction, hints: Hints) -> datetime | date | None:
    """The day of publication in the source's own zone; a person's word goes first."""
    return hints.published_on or extraction.published or extraction.published_on


def _said(
    text: str,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    paragraphs: Sequence[Span],
    *,
    language: str,
    dates: Sequence[DateMention],
) -> tuple[tuple[Quote, ...], tuple[Statement, ...]]:
    quotes, statements = read_utterances(
        text, sentences, mentions=mentions, paragraphs=paragraphs, language=language
    )
    return with_dates(quotes, dates, text), with_dates(statements, dates, text)


def _sentences(
    text: str,
    spans: Sequence[Span],
    mentions: Sequence[Mention],
    dates: Sequence[DateMention],
    *,
    language: str,
) -> tuple[Sentence, ...]:
    edges = sentence_edges(spans, mentions, text)
    return tuple(
        Sentence(
            span=span,
            block=BlockKind.BODY,
            actors=actors_of(mentions, span, text),
            edges=edges[index],
            mood=mood_of(span.of(text), language),
            when=event_date(span, dates, text),
            stands_alone=stands_alone(span.of(text), language),
        )
        for index, span in enumerate(spans)
    )


def _edges(sentences: Sequence[Sentence]) -> tuple[Edge, ...]:
    found = {edge for sentence in sentences for edge in sentence.edges}
    return tuple(edge for edge in Edge if edge in found)


def _flags(
    extraction: Extraction, kind: Kind, *, anchor: datetime | date | None, reworded: bool
) -> frozenset[Flag]:
    held = {
        Flag.UNDATED: anchor is None,
        Flag.TRUNCATED: extraction.truncated,
        Flag.REWORDED: reworded,
        Flag.OPINION: kind in OPINION,
    }
    return frozenset(flag for flag, holds in held.items() if holds)
