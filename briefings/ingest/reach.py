"""How far an article reaches among the paragraphs of its page, from those that were voted for."""

from collections import Counter
from collections.abc import Sequence

from briefings.ingest.furniture import ends_sentence, is_furniture
from briefings.ingest.markup import Paragraph
from briefings.ingest.pieces import Strip
from briefings.model import BlockKind

LONGEST_HEADING = 100  # characters
MOST_SKIPPED = 12  # items and headings between two sentences of an article
_HEADINGS = {"h2", "h3", "h4"}


def container_of(paragraphs: Sequence[Paragraph], voted: Sequence[int]) -> int:
    """The innermost element that holds nine tenths of the characters voted for."""
    inside = Counter[int]()
    depth: dict[int, int] = {}
    for i in voted:
        for level, serial in enumerate(paragraphs[i].home):
            inside[serial] += len(paragraphs[i].strip.words)
            depth[serial] = level
    total = sum(len(paragraphs[i].strip.words) for i in voted)
    holding = [serial for serial, size in inside.items() if size >= 0.9 * total]
    return max(holding, key=lambda serial: depth[serial], default=0)


def belongs(strip: Strip) -> bool:
    """An unvoted paragraph between voted ones that reads like part of the article."""
    if strip.kind is BlockKind.CAPTION:
        return True
    if strip.kind is not None or strip.tag in {"td", "th"} or is_furniture(strip.words):
        return False
    if strip.tag in _HEADINGS:
        return strip.links < 0.5
    if strip.tag == "li" and strip.links == 0:
        return True
    return strip.links < 0.6 and (
        ends_sentence(strip.words) or len(strip.words.split()) > 8 or strip.strong
    )


def reach_of(
    paragraphs: Sequence[Paragraph], marked: Sequence[Strip], votes: Sequence[bool], container: int
) -> tuple[int, int]:
    """First and last paragraph of the article: from the first vote back and from the last on, as
    long as sentences of the same element follow each other."""
    good = [i for i, yes in enumerate(votes) if yes and marked[i].kind is None]
    good = good or [i for i, yes in enumerate(votes) if yes]
    inside = [i for i in good if container in paragraphs[i].home] or good
    first, last = inside[0], inside[-1]
    around = _element_around(container, paragraphs[first])
    following = set(good)
    while last + 1 in following and around in paragraphs[last + 1].home:
        if not is_short_prose(marked[last + 1]):
            break
        last += 1  # the page closed the container too early
    while first > 0 and _goes_on(paragraphs, marked, first - 1, container):
        first -= 1
    if first > 0 and votes[first - 1] and _is_over(paragraphs, marked, first):
        first -= 1
    while (further := _further(paragraphs, marked, last, container)) > last:
        last = further
    return first, last


def _is_over(paragraphs: Sequence[Paragraph], marked: Sequence[Strip], first: int) -> bool:
    """A heading right over the first paragraph, like others in the same element; a deck is the
    only one of its tag, or ends like a sentence."""
    over, at = marked[first - 1], paragraphs[first - 1].home[:-1]
    if (
        over.tag not in _HEADINGS
        or over.kind is not None
        or over.links
        or ends_sentence(over.words)
    ):
        return False
    inside = paragraphs[first].home[: len(at)] == at and len(over.words) <= LONGEST_HEADING
    return inside and (
        over.tag != "h2"
        or any(
            one.home[:-1] == at and strip.tag == over.tag
            for one, strip in zip(paragraphs[first:], marked[first:], strict=True)
        )
    )


def _element_around(serial: int, one: Paragraph) -> int:
    at = one.home.index(serial) if serial in one.home else 0
    return one.home[max(0, at - 1)]


def _further(
    paragraphs: Sequence[Paragraph], marked: Sequence[Strip], last: int, container: int
) -> int:
    """Where the article goes on after `last`: at the next sentence, over a short heading or list
    before it, or at a plain list; `last` where it does not."""
    for at in range(last + 1, min(last + 1 + MOST_SKIPPED, len(marked))):
        if _goes_on(paragraphs, marked, at, container) or (
            paragraphs[at].home[:-1] == paragraphs[last].home[:-1] and is_short_prose(marked[at])
        ):
            return at
        beside = paragraphs[last].home[:-1]
        if _is_plain_list(paragraphs[at]) and beside in _around(paragraphs[at]):
            return at
        inside = container in paragraphs[at].home and marked[at].tag in {"li", *_HEADINGS}
        if not inside or not belongs(marked[at]) or marked[at].links:
            return last
    return last


def _around(one: Paragraph) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where the item's list stands, and the list."""
    return one.home[:-2], one.home[:-1]


def _is_plain_list(one: Paragraph) -> bool:
    """An item of a list without name or links."""
    return (
        one.zones[-2:] in {("ul", "li"), ("ol", "li")}
        and one.strip.links == 0
        and not is_furniture(one.strip.words)
    )


def is_short_prose(strip: Strip) -> bool:
    return (
        strip.kind is None
        and strip.links == 0
        and strip.tag in {"p", "", "td"}
        and ends_sentence(strip.words)
        and not is_furniture(strip.words)
    )


def _goes_on(
    paragraphs: Sequence[Paragraph], marked: Sequence[Strip], at: int, container: int
) -> bool:
    strip = marked[at]
    return (
        container in paragraphs[at].home
        and strip.kind is None
        and strip.links < 0.4
        and strip.tag in {"p", "", "li", "blockquote"}
        and ends_sentence(strip.words)
        and len(strip.words) > 30
        and not is_furniture(strip.words)
    )
