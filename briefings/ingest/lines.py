"""A piece with its words, while its kind is being found out."""

import re
from dataclasses import dataclass

from briefings.ingest.furniture import ends_sentence
from briefings.ingest.pieces import Piece
from briefings.model import BlockKind

LONGEST_TITLE = 250  # characters
SHORTEST_LEAD = 24  # characters of a sentence that can open an article
SHORTEST_SENTENCE = 8  # characters of one that the markup calls a paragraph
_WORDS = re.compile(r"\w+")


@dataclass(slots=True)
class Line:
    """A piece with its words, while its kind is being found out."""

    piece: Piece
    words: str
    kind: BlockKind | None

    @property
    def is_prose(self) -> bool:
        """Reads like a paragraph of an article."""
        if self.kind not in {None, BlockKind.BODY}:
            return False
        if self.kind is BlockKind.BODY or len(self.words) > LONGEST_TITLE:
            return True
        shortest = SHORTEST_SENTENCE if self.piece.tag == "p" else SHORTEST_LEAD
        return width(self.words) >= shortest and ends_sentence(self.words)


def width(words: str) -> int:
    """Characters; a syllable of Hangul or a Chinese character says as much as two letters."""
    return len(words) + sum(mark >= "\u3040" for mark in words)


def folded(words: str) -> str:
    """The words alone, in small letters, for comparing lines."""
    return " ".join(_WORDS.findall(words.casefold()))
