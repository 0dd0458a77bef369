"""Sentences for tests, without the reading pipeline: the gold sentences of the seeds, or any list,
with actors found by a few words."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from briefings.model import Actor, BlockKind, Edge, Kind, Sentence, Span
from briefings.text.features import stands_alone
from briefings.text.moods import mood_of
from briefings.text.weights import weigh

CORPUS = Path(__file__).parent.parent / "corpus"
KINDS = {
    "000": Kind.ANALYSIS,
    "002": Kind.ANALYSIS,
    "003": Kind.FORUM,
    "004": Kind.EDITORIAL,
}
_ACTORS = {
    Actor.DPRK: r"North Korea|DPRK|Pyongyang|Kim Jong|\bKim\b|Rodong|Democratic People|북한|КНДР",
    Actor.RUSSIA: r"Russia|Moscow|Kremlin|Putin|Ushakov|Shoigu|러시아|푸틴|Росси|Путин",
    Actor.ROK: r"South Korea|Seoul|\bROK\b|Yoon|Shin Won|한국|서울|Южн|Сеул",
}
_ENDS = {
    Edge.DPRK_RUSSIA: {Actor.DPRK, Actor.RUSSIA},
    Edge.RUSSIA_ROK: {Actor.RUSSIA, Actor.ROK},
    Edge.DPRK_ROK: {Actor.DPRK, Actor.ROK},
}


class Document(NamedTuple):
    text: str
    sentences: tuple[Sentence, ...]

    def shown(self, index: int) -> str:
        return self.sentences[index].span.of(self.text)


def gold(seed: str) -> list[tuple[str, int]]:
    """(sentence, grade) of a seed; 001 has no grades and gives 0."""
    sentences = json.loads((CORPUS / "gold_seed_sentences.json").read_text())["sentences"]
    return [(each["text"], each.get("grade") or 0) for each in sentences[seed]]


def seed_text(seed: str) -> str:
    return " ".join(sentence for sentence, _ in gold(seed))


def document(
    lines: Sequence[str],
    *,
    kind: Kind = Kind.NEWS,
    language: str = "en",
    blocks: Sequence[BlockKind] = (),
) -> Document:
    """The lines as weighed sentences of one text, all of the body unless `blocks` says else."""
    text, sentences = "", []
    for number, line in enumerate(lines):
        span = Span(len(text), len(text) + len(line))
        text += line + "\n"
        actors = frozenset(a for a, words in _ACTORS.items() if re.search(words, line))
        sentences.append(
            Sentence(
                span=span,
                block=blocks[number] if blocks else BlockKind.BODY,
                actors=actors,
                edges=tuple(edge for edge, ends in _ENDS.items() if ends <= actors),
                mood=mood_of(line, language),
                stands_alone=stands_alone(line, language),
            )
        )
    weights = weigh(text, sentences, kind=kind, language=language)
    weighed = (s._replace(weight=w) for s, w in zip(sentences, weights, strict=True))
    return Document(text, tuple(weighed))
