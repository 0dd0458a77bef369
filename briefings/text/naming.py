"""The gazetteer's names on the speakers that reading has found."""

from bisect import bisect_left
from collections.abc import Sequence

from briefings.model import Actor, Mention, NameKind, Span
from briefings.text.korean_words import is_korean_name, is_organisation, is_title
from briefings.text.later import later
from briefings.text.russian_cases import case_of

_LONGEST_MENTION = 120
_CYRILLIC = later(r"[А-ЯЁ]")
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

    def __init__(self, mentions: Sequence[Mention], text: str) -> None:
        self._text = text
        self._mentions = sorted(
            (mention for mention in mentions if mention.kind in _ACTING), key=lambda one: one.span
        )
        self._starts = [mention.span.start for mention in self._mentions]
        self._fullest: dict[str, Span] = {}
        fullness: dict[str, tuple[int, int, int]] = {}
        for mention in self._mentions:
            if mention.kind in _PERSONAL:
                span = self._untitled(mention.span)
                own = self._fullness(span)
                if own > fullness.get(mention.name_id, (-1, 0, 0)):
                    self._fullest[mention.name_id] = span
                    fullness[mention.name_id] = own

    def of(self, speaker: Span, attribution: Span) -> tuple[Span, str | None, Actor | None]:
        mention = self._best(speaker) or self._best(attribution)
        elsewhere = mention is not None and not mention.span.overlaps(speaker)
        if mention is not None and elsewhere and mention.kind in _PERSONAL:
            return speaker, None, None  # "the Kentucky Republican" is no other name of his
        if mention is None:
            return speaker, None, None
        if mention.kind in _PERSONAL:
            fullest = self._fullest[mention.name_id]
            if self._fullness(fullest) > self._fullness(self._untitled(speaker)):
                speaker = fullest
        return speaker, mention.name_id, mention.actor

    def fullest(self, name_id: str) -> Span | None:
        """Where the document names somebody most fully, in Russian in the nominative if it can."""
        return self._fullest.get(name_id)

    def _belongs(self, mention: Mention, span: Span) -> bool:
        """ "администрация Юна" is not Yoon: in Russian the head comes first."""
        russian = _CYRILLIC.match(mention.span.of(self._text)) is not None
        before = self._text[span.start : mention.span.start].rstrip()
        return russian and mention.kind in _PERSONAL and bool(before)

    def _untitled(self, span: Span) -> Span:
        """ "조현 외교부", "박진 장관", as the gazetteer tells short Korean names from words."""
        first, *more = span.of(self._text).split(" ")
        if len(more) != 1 or not (len(first) == 1 or is_korean_name(first)):
            return span
        titled = is_title(more[0]) or is_organisation(more[0])
        return Span(span.start, span.start + len(first)) if titled else span

    def _fullness(self, span: Span) -> tuple[int, int, int]:
        name = span.of(self._text)
        if _CYRILLIC.match(name) is None:
            return 1, len(name), 0
        return case_of(name), name.count(" "), -len(name)

    def _best(self, span: Span) -> Mention | None:
        """The mention that ends where the phrase ends: its head. "Kim's office" is not Kim."""
        low = bisect_left(self._starts, span.start - _LONGEST_MENTION)
        high = bisect_left(self._starts, span.end)
        inside = [
            mention
            for mention in self._mentions[low:high]
            if mention.span.overlaps(span)
            and mention.span.end >= span.end - 2
            and not self._belongs(mention, span)
        ]
        return max(inside, key=lambda mention: mention.span.end - mention.span.start, default=None)
