"""What reading one language hands back: quotations and reports with their speakers."""

from typing import NamedTuple

from briefings.model import Medium, Span, Tier
from briefings.text.focus import Voice


class Found(NamedTuple):
    """Words and their speaker. inner: the words; outer: with their marks."""

    inner: Span
    outer: Span
    voice: Voice
    cue: Span
    medium: Medium
    tier: Tier
