"""An edition in fewer extracts: the bottom line stays, then what deserves its place most."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import chain

from briefings.model import Difference, Edition, Item, Length

ITEMS_AT_MOST: Mapping[Length, int] = {Length.SHORT: 6, Length.STANDARD: 15}
"""Distinct extracts of a whole edition, those of differences counted."""

_DIFFERENCES: Mapping[Length, int] = {Length.SHORT: 1, Length.STANDARD: 3}
_SIDES: Mapping[Length, int] = {Length.SHORT: 2, Length.STANDARD: 3}


def shortened(edition: Edition, length: Length) -> Edition:
    """The edition in this length, with the number of extracts that it leaves out.

    First the bottom line, then a few differences, then items by their rank.
    """
    every = {item.extract.digest for item in items_of(edition)}
    if length not in ITEMS_AT_MOST:
        return replace(edition, length=length)
    room = ITEMS_AT_MOST[length]
    ranked = sorted(_printed(edition), key=lambda item: item.rank)
    kept = {item.extract.digest for item in edition.bottom_line}
    differences = tuple(_differences(edition, length, kept))
    kept |= {item.extract.digest for each in differences for item in each.items}
    for item in ranked:
        if len(kept) < room:
            kept.add(item.extract.digest)
    sections = (
        replace(each, items=tuple(item for item in each.items if item.extract.digest in kept))
        for each in edition.sections
    )
    return replace(
        edition,
        sections=tuple(sections),
        differences=differences,
        length=length,
        beyond=len(every - kept),
    )


def items_of(edition: Edition) -> Iterable[Item]:
    """Every item in the order it is printed; the same extract may come again."""
    yield from edition.bottom_line
    yield from _printed(edition)
    for difference in edition.differences:
        yield from difference.items


def _printed(edition: Edition) -> Iterable[Item]:
    return chain.from_iterable(section.items for section in edition.sections)


def _differences(edition: Edition, length: Length, kept: AbstractSet[str]) -> Iterator[Difference]:
    """The first ones, as far as they leave some room for what happened."""
    used = set(kept)
    for each in edition.differences[: _DIFFERENCES[length]]:
        sides = each.items[: _SIDES[length]]
        wanted = used | {item.extract.digest for item in sides}
        if len(wanted) < ITEMS_AT_MOST[length]:
            used = wanted
            yield replace(each, items=sides)
