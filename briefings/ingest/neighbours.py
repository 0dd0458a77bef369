"""What only the neighbours of a paragraph give away: that it points to another article, belongs to
one, was pulled out of this one, or stands too far away."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from briefings.ingest.furniture import is_furniture
from briefings.ingest.labels import looks_like_names, names_of
from briefings.ingest.markup import Paragraph
from briefings.ingest.pieces import Strip
from briefings.ingest.votes import SHARE, shingles_of
from briefings.ingest.zones import is_pulled
from briefings.model import BlockKind

LINKED = 0.75  # share of a line's characters that makes it a link
LONGEST_POINTER = 160  # characters
FARTHEST = 40  # links between two parts of an article
SMALLEST_PART = 0.3  # of the largest part of an article
_HEADINGS = {"h2", "h3", "h4", "h5", "h6"}


def without_neighbours(paragraphs: Sequence[Paragraph], marked: Sequence[Strip]) -> list[Strip]:
    """The strips with FURNITURE for whatever their neighbours say is none of the article."""
    out = {*_pulled(paragraphs), *_listed(marked), *_teasers(marked), *_pointers(marked)}
    return [
        replace(strip, kind=BlockKind.FURNITURE) if i in out else strip
        for i, strip in enumerate(marked)
    ]


def _pulled(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """Quotations that the article has in its running text, too."""
    pulled = [i for i, one in enumerate(paragraphs) if is_pulled(one)]
    holders = Counter[tuple[str, ...]]()
    for one in paragraphs if pulled else ():
        holders.update(shingles_of(one.strip.words))
    for i in pulled:
        own = shingles_of(paragraphs[i].strip.words)
        if own and sum(holders[part] > 1 for part in own) >= SHARE * len(own):
            yield i


def _listed(marked: Sequence[Strip]) -> Iterator[int]:
    """The links under a heading such as "Editors' picks"."""
    under = False
    for i, strip in enumerate(marked):
        under = strip.links >= LINKED if under else False
        if under:
            yield i
        under = under or (len(strip.words) <= LONGEST_POINTER and is_furniture(strip.words))


def _teasers(marked: Sequence[Strip]) -> Iterator[int]:
    """The beginning of another article, between its linked title and a link to the rest."""
    for i in range(1, len(marked) - 1):
        title, more = marked[i - 1], marked[i + 1]
        between = _is_linked(title) and title.tag in _HEADINGS and _is_linked(more)
        if between and is_furniture(more.words):
            yield i


def _pointers(marked: Sequence[Strip]) -> Iterator[int]:
    """A linked line alone between paragraphs points away; among others like it, it is a list."""
    for i, strip in enumerate(marked):
        beside = (*marked[max(0, i - 1) : i], *marked[i + 1 : i + 2])
        if _is_pointer(strip) and not any(map(_is_linked, beside)):
            yield i


def _is_linked(strip: Strip) -> bool:
    return strip.links >= LINKED


def _is_pointer(strip: Strip) -> bool:
    return (
        _is_linked(strip)
        and strip.tag in {"p", ""}
        and len(strip.words) <= LONGEST_POINTER
        and len(strip.words.split()) > 2
        and not (names_of(strip.words) or looks_like_names(strip.words))
    )


def together(voted: Sequence[int], paragraphs: Sequence[Paragraph]) -> list[int]:
    """The voted paragraphs without the small parts that stand far below the large one."""
    parts = [[at] for at in voted[:1]]
    for before, at in pairwise(voted):
        between = paragraphs[before + 1 : at]
        if sum(one.strip.links >= LINKED and one.strip.tag != "td" for one in between) > FARTHEST:
            parts.append([])
        parts[-1].append(at)
    sizes = [sum(len(paragraphs[at].strip.words) for at in part) for part in parts]
    largest = max(sizes, default=0)
    kept = (
        part
        for i, part in enumerate(parts)
        if sizes[i] >= SMALLEST_PART * largest or largest not in sizes[: i + 1]
    )
    return [at for part in kept for at in part]
