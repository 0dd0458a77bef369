"""The gazetteer's names on the speakers that reading has found."""

from bisect import bisect_left
from collections.abc import Sequence

from briefings.model import Actor, Mention, NameKind, Span

_LONGEST_MENTION = 120
_PERSONAL = frozenset({NameKind.PERSON})
_ACTING = frozenset(
    {
        NameKind.PERSON,
        NameKind.OFFICE,
        NameKind.GOVERNMENT,
        NameKind.MINISTRY,
        NameKind.ORGANISATION,
        NameKind.MEDIA,
        NameKind.TREATY,
    }
)


class NamedSpeakers:
    """Mentions by place. `of` gives the fullest span, the id and the side of a speaker."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = sorted(
            (mention for mention in mentions if mention.kind in _ACTING), key=lambda one: one.span
        )
        self._starts = [mention.span.start for mention in self._mentions]
        self._fullest: dict[str, Span] = {}
        for mention in self._mentions:
            if mention.kind in _PERSONAL:
                known = self._fullest.get(mention.name_id, mention.span)
                longer = mention.span.end - mention.span.start > known.end - known.start
                self._fullest[mention.name_id] = mention.span if longer else known

    def of(self, speaker: Span, attribution: Span) -> tuple[Span, str | None, Actor | None]:
        mention = self._best(speaker) or self._best(attribution)
        elsewhere = mention is not None and not mention.span.overlaps(speaker)
        if mention is not None and elsewhere and mention.kind in _PERSONAL:
            return speaker, None, None  # "the Kentucky Republican" is no other name of his
        if mention is None:
            return speaker, None, None
        if mention.kind in _PERSONAL:
            fullest = self._fullest[mention.name_id]
            if fullest.end - fullest.start > speaker.end - speaker.start:
                speaker = fullest
        return speaker, mention.name_id, mention.actor

    def _best(self, span: Span) -> Mention | None:
        """The mention that ends where the phrase ends: its head. "Kim's office" is not Kim."""
        low = bisect_left(self._starts, span.start - _LONGEST_MENTION)
        high = bisect_left(self._starts, span.end)
        inside = [
            mention
            for mention in self._mentions[low:high]
            if mention.span.overlaps(span) and mention.span.end >= span.end - 2
        ]
        return max(inside, key=lambda mention: mention.span.end - mention.span.start, default=None)
