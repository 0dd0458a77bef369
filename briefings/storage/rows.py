"""A reading → the rows that keep it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import cache, partial
from typing import Any

from briefings.model import Extraction, Reading, Span, Utterance
from briefings.storage.columns import joined, when_columns
from briefings.text.folding import fold_tokens
from briefings.text.stemming import stem

Row = dict[str, Any]


def found_metadata(extraction: Extraction) -> Row:
    """Everything the document says of itself, as it says it, ready for JSON."""
    return {
        "media_type": extraction.media_type,
        "encoding": extraction.encoding,
        "title": extraction.title,
        "url": extraction.url,
        "author": extraction.author,
        "publisher": extraction.publisher,
        "kind": extraction.kind and extraction.kind.value,
        "language": extraction.language,
        "published_raw": extraction.published_raw,
        "published": _iso(extraction.published),
        "published_on": _iso(extraction.published_on),
        "modified": _iso(extraction.modified),
        "truncated": extraction.truncated,
        "repairs": list(extraction.repairs),
    }


def _iso(moment: date | datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def sentence_rows(reading: Reading, version_id: int) -> list[Row]:
    return [
        {
            "version_id": version_id,
            "position": position,
            "starts": sentence.span.start,
            "ends": sentence.span.end,
            "block": sentence.block.value,
            "actors": joined(sorted(sentence.actors)),
            "edges": joined(sentence.edges),
            "mood": sentence.mood.value,
            **when_columns("when", sentence.when),
            "stands_alone": sentence.stands_alone,
            "weight": sentence.weight,
        }
        for position, sentence in enumerate(reading.sentences)
    ]


def mention_rows(reading: Reading, version_id: int) -> list[Row]:
    return [
        {
            "version_id": version_id,
            "position": position,
            "starts": mention.span.start,
            "ends": mention.span.end,
            "name_id": mention.name_id,
            "kind": mention.kind.value,
            "actor": mention.actor.value,
            "acts": mention.acts,
        }
        for position, mention in enumerate(reading.mentions)
    ]


def date_rows(reading: Reading, version_id: int) -> list[Row]:
    return [
        {
            "version_id": version_id,
            "position": position,
            "starts": mention.span.start,
            "ends": mention.span.end,
            **when_columns("when", mention.when),
        }
        for position, mention in enumerate(reading.dates)
    ]


def utterance_rows(reading: Reading, *, version_id: int, shelf_id: int) -> list[Row]:
    text = reading.extraction.text
    edges, folded = _edges_near(reading), cache(partial(_folded, text))
    place = {"version_id": version_id, "shelf_id": shelf_id}
    forms: tuple[tuple[str, Iterable[Utterance]], ...] = (
        ("quote", reading.quotes),
        ("statement", reading.statements),
    )
    return [
        {
            **place,
            "form": form,
            "position": position,
            **_said(utterance, text),
            "folded": folded(utterance.sentence),
            "edges": edges(utterance.sentence),
        }
        for form, utterances in forms
        for position, utterance in enumerate(utterances)
    ]


def _said(utterance: Utterance, text: str) -> Row:
    spans = {
        "": utterance.span,
        "sentence_": utterance.sentence,
        "speaker_": utterance.speaker,
        "attribution_": utterance.attribution,
        "cue_": utterance.cue,
    }
    speaker = utterance.speaker_in(text)
    return {
        **{f"{part}starts": span.start for part, span in spans.items()},
        **{f"{part}ends": span.end for part, span in spans.items()},
        "medium": utterance.medium.value,
        "tier": utterance.tier.value,
        "name_id": utterance.name_id,
        "actor": utterance.actor and utterance.actor.value,
        **when_columns("said", utterance.said),
        "speaker": speaker,
        "speaker_key": speaker_key(speaker),
    }


def _folded(text: str, sentence: Span) -> str:
    """Worked out once for all that is said in a sentence."""
    return f" {' '.join(stems(sentence.of(text)))} "


def speaker_key(speaker: str) -> str:
    """Under which a speaker is found, however the name is spelt in detail."""
    return " ".join(fold_tokens(speaker))


def stems(text: str) -> Iterator[str]:
    return map(stem, fold_tokens(text))


def _edges_near(reading: Reading) -> Callable[[Span], str]:
    """Gives the edges of the sentences around a span; where they have none, the document's, if it
    is about one edge alone. Sentences stand in order, so that two bisections find them."""
    ends = [sentence.span.end for sentence in reading.sentences]
    starts = [sentence.span.start for sentence in reading.sentences]
    only = reading.edges if len(reading.edges) == 1 else ()

    def edges(shown: Span) -> str:
        first, last = bisect_right(ends, shown.start), bisect_left(starts, shown.end)
        near = reading.sentences[first:last]
        return joined(sorted({edge for each in near for edge in each.edges}) or only)

    return edges
