"""When something was said: the date in the sentence that stands nearest to the cue.

The date of a statement is neither the date of what it tells ("said he would come on Friday") nor
the date of publication, and is left open where the sentence gives none.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from briefings.model import DateMention, Precision, Span, Utterance

Said = TypeVar("Said", bound=Utterance)
FURTHEST = 160  # characters between cue and date
_COARSE = frozenset({Precision.DECADE, Precision.CENTURY})


def with_dates(
    utterances: Sequence[Said], dates: Sequence[DateMention], text: str
) -> tuple[Said, ...]:
    """The same utterances with `said` filled in where their sentence dates them.

    A date goes to the nearest cue of its sentence alone: in "has described … and hinted last year"
    the describing stays undated.
    """
    resolved = [each for each in dates if each.when and each.when.precision not in _COARSE]
    starts = [each.span.start for each in resolved]
    chosen: dict[int, DateMention] = {}
    together: defaultdict[Span, list[Said]] = defaultdict(list)
    for said in utterances:
        together[said.sentence].append(said)
    for index, said in enumerate(utterances):
        first = bisect_left(starts, said.sentence.start)
        last = bisect_left(starts, said.sentence.end)
        near = [each for each in resolved[first:last] if _dates(each, said, text)]
        if near:
            chosen[index] = min(near, key=lambda each: _distance(each, said))
    return tuple(
        replace(said, said=chosen[index].when)
        if index in chosen and _is_nearest(said, chosen[index], together[said.sentence])
        else said
        for index, said in enumerate(utterances)
    )


def _dates(mention: DateMention, said: Utterance, text: str) -> bool:
    """Outside of what was said, or between the cue and the "that" which opens it."""
    if _distance(mention, said) > FURTHEST:
        return False
    if not said.span.overlaps(mention.span) or _leads_in(mention, said, text):
        return True
    opening = text.find(" that ", said.span.start, said.span.end)
    return said.cue.end <= said.span.start and mention.span.end <= opening


def _leads_in(mention: DateMention, said: Utterance, text: str) -> bool:
    """ "국정원은 23일 북한이 파병했다고 밝혔다": right behind who speaks, the day of the saying."""
    before = text[max(0, said.span.start - 2) : said.span.start].rstrip()[-1:]
    return mention.span.start == said.span.start < said.cue.start and before in ("은", "는")


def _is_nearest(said: Utterance, mention: DateMention, others: Sequence[Utterance]) -> bool:
    """No other cue of the sentence stands nearer to the date."""
    own = _distance(mention, said)
    return all(_distance(mention, other) >= own for other in others if other.cue != said.cue)


def _distance(mention: DateMention, said: Utterance) -> int:
    if mention.span.start >= said.cue.end:
        return mention.span.start - said.cue.end
    return max(0, said.cue.start - mention.span.end)
