"""A cue and who does it (English)."""

from collections.abc import Sequence
from typing import NamedTuple

from briefings.text.sorts import Phrase
from briefings.text.tokens import Token


class Said(NamedTuple):
    """A cue and who does it. at, end: tokens of the cue [at, end). form: "finite", "gerund",
    "according", "passive", "noun" ("his promise") or "inverted" (the subject follows)."""

    at: int
    end: int
    lemma: str
    form: str
    subject: Phrase
    strong: bool
    relayed: bool = False


def interrupts(tokens: Sequence[Token], said: Said) -> bool:
    """ "The North, he said, “…”": what stands before is told, and not its teller."""
    before = tokens[said.subject.first - 1].kind if said.subject.first else ""
    return before in (",", "-", "quote") and tokens[said.end].kind in (",", "-", "quote")
