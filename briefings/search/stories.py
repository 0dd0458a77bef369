"""Of the articles that answer, those that tell one story, and what they tell together."""

from collections.abc import Sequence

from briefings.model import Article, Flag, Mention, NameKind, Span
from briefings.text.digests import Told, digest

NEAR_DAYS = 3  # between two publications of one story
FEWEST_NAMES = 2  # that two tellings share, beside the states themselves
_STATES = frozenset({NameKind.GOVERNMENT, NameKind.NATIONALITY, NameKind.MEDIA})

Digest = tuple[tuple[Article, Span], ...]
"""Sentences, word for word, in the order of their articles."""


def digest_of(articles: Sequence[Article]) -> Digest:
    """What several publishers tell of the story of the first article; nothing where only one
    tells it, or where one of them tells it all."""
    tellings = _tellings(articles)
    if len({each.source for each in tellings}) < 2:
        return ()
    places = digest([Told(each.text, each.reading.sentences) for each in tellings])
    if len({tellings[telling].source for telling, _ in places}) < 2:
        return ()
    return tuple(
        (tellings[telling], tellings[telling].reading.sentences[index].span)
        for telling, index in places
    )


def _tellings(articles: Sequence[Article]) -> list[Article]:
    """The first article and those that tell the same; never a reworded one, and of copies one."""
    usable = [each for each in articles if Flag.REWORDED not in each.reading.flags]
    if not usable:
        return []
    first, *others = usable
    originals = {first.near_duplicate_of or first.document_id}
    tellings = [first]
    for other in others:
        original = other.near_duplicate_of or other.document_id
        if original not in originals and _same_story(first, other):
            originals.add(original)
            tellings.append(other)
    return tellings


def _same_story(one: Article, other: Article) -> bool:
    if one.published_on is None or other.published_on is None:
        return False
    near = abs((one.published_on - other.published_on).days) <= NEAR_DAYS
    same_edge = bool(set(one.reading.edges) & set(other.reading.edges))
    shared = _names(one.reading.mentions) & _names(other.reading.mentions)
    return near and same_edge and len(shared) >= FEWEST_NAMES


def _names(mentions: Sequence[Mention]) -> frozenset[str]:
    return frozenset(each.name_id for each in mentions if each.kind not in _STATES)
