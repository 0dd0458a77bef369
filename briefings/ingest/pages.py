"""Web pages: trafilatura says where the article is, the page's own paragraphs say what it is.

trafilatura 2.3 alone is right to the word on a third of real pages: it loses headings, lists and
paragraphs full of links, and keeps captions, prompts and pointers to other articles. Its choice is
therefore only a vote on the paragraphs of the page, which our rules and the classifier then clean.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from briefings.ingest.classify import classify
from briefings.ingest.furniture import ends_sentence, is_furniture
from briefings.ingest.labels import looks_like_names, names_of
from briefings.ingest.lazily import lazily
from briefings.ingest.markup import Paragraph, parse, read_paragraphs
from briefings.ingest.moments import read_moment
from briefings.ingest.page_metadata import read_metadata
from briefings.ingest.pieces import Draft, Found, Strip, lay_out
from briefings.ingest.titles import SHORTEST_TITLE
from briefings.ingest.votes import MOST_MARKS, vote
from briefings.model import BlockKind

MOST_VOTED = 0.3  # share of the article beyond which a zone's name is not believed
_FURNITURE_ZONE = re.compile(
    r"(?:^|[\s_-])(?:nav|footer|form|aside|share|sharing|social|related|recirc\w*|newsletter|subscri\w*|promo\w*|sidebar"
    r"|comments?|disqus|cookie\w*|consent|breadcrumbs?|tags?|taglist|keywords|advert\w*|ads?|sponsor\w*|outbrain|taboola"
    r"|author-?bio|bio|about-author|most-?(?:read|viewed|popular)|trending|recommend\w*|read-?(?:more|next|also)|readmore|paywall"
    r"|popup|modal|toolbar|copyright|correction-link|signup|sign-up|donat\w*|pagination|pager|menu|byline-bio|also-read"
    r"|more-(?:from|on|stories|news)|print-only|hidden|visually-hidden|sr-only|screen-reader-text|skip-link|authors?|disclaimer|pull-?quote|linkbox|jp-relatedposts|sharedaddy)(?:$|[\s_-])"
)
_CAPTION_ZONE = re.compile(
    r"(?:^|[\s_-])(?:\w*caption\w*|figcaption|image-credit|photo-credit|photo_info|credit|img_desc)(?:$|[\s_-])"
)
_BYLINE_ZONE = re.compile(
    r"(?:^|[\s_-])(?:byline|author|authors|post-author|reporter|writer)(?:$|[\s_-]|name)"
)
_DATE_ZONE = re.compile(
    r"(?:^|[\s_-])(?:date|time|timestamp|published|dateline-date|entry-date|posted-on)(?:$|[\s_-])|datepublished"
)
_DECK_ZONE = re.compile(
    r"(?:^|[\s_-])(?:deck|dek|standfirst|subtitle|sub-?title|sub-?head\w*|summary|abstract|entry-subtitle|article-description)(?:$|[\s_-])"
)
_IN_FIGURES = {"td", "th", "blockquote", "pre", "li"}
LONGEST_STAMP = 120  # characters of a line with the date under a title
_HEADINGS = {"h2", "h3", "h4"}


def read_markup(markup: str) -> Draft:
    """Raises nothing of its own: a page without an article is a draft without body blocks."""
    page = parse(markup)
    found, repeated = read_metadata(page)
    paragraphs = read_paragraphs(page.body or page.root)
    clean = page.html or markup
    chosen = _choose(clean, paragraphs, title=found.title)
    strips = chosen or [
        Strip(one.strip.words, one.strip.tag)
        for one in paragraphs
        if ends_sentence(one.strip.words)
    ]
    strips = _or_repeated(strips, repeated, found.title)
    text, pieces = lay_out(strips)
    blocks, seen = classify(text, pieces, title=found.title, author=found.author)
    found = replace(found, title=seen.title or found.title)
    return Draft(text, blocks, _or_guessed(found.or_else(seen), clean), "text/html")


def _or_guessed(found: Found, markup: str) -> Found:
    """Author and day as trafilatura guesses them, where neither head nor masthead says them."""
    if found.author and (found.published or found.published_on):
        return found
    if markup.count("<") > MOST_MARKS:
        return found
    author, day = lazily("briefings.ingest.main_text").author_and_day(markup)
    moment = read_moment(day) if day else None
    guessed = Found(
        author=author if author and looks_like_names(author.replace(";", ",")) else None,
        published_raw=moment.raw if moment else None,
        published_on=moment.day if moment else None,
    )
    return found.or_else(guessed)


def _or_repeated(strips: list[Strip], repeated: str | None, title: str | None) -> list[Strip]:
    """JSON-LD's copy of the article where the page itself hardly has it, as pages do that scripts
    build."""
    size = sum(len(strip.words) for strip in strips if strip.kind is not BlockKind.FURNITURE)
    if repeated is None or len(repeated) < 3 * size or len(repeated) < 400:
        return strips
    lines = [Strip(line, "p") for line in repeated.split("\n") if line.strip()]
    return [Strip(title, "h1", kind=BlockKind.TITLE), *lines] if title else lines


def _choose(markup: str, paragraphs: Sequence[Paragraph], *, title: str | None) -> list[Strip]:
    """The strips of the article and of its masthead, in the order of the page."""
    votes = vote(markup, paragraphs)
    voted = [i for i, yes in enumerate(votes) if yes]
    if not voted:
        return []
    believed = _believed_zones(paragraphs, votes)
    marked = [_zoned(one, believed) for one in paragraphs]
    container = _container(paragraphs, voted)
    first, last = _reach(paragraphs, marked, votes, container)
    head = _head(paragraphs, marked, first, title=title)
    body = [
        marked[i]
        for i in range(first, last + 1)
        if votes[i] or (container in paragraphs[i].home and _belongs(marked[i]))
    ]
    body = [replace(strip, kind=None) if strip.kind is BlockKind.DECK else strip for strip in body]
    return [*head, *(strip for strip in body if strip.kind is not BlockKind.FURNITURE)]


def _believed_zones(paragraphs: Sequence[Paragraph], votes: Sequence[bool]) -> set[str]:
    """Zones named like furniture that hold little of the article; a theme may call the whole
    article "teaser" or "no-sidebar"."""
    total, inside = 0, Counter[str]()
    for one, yes in zip(paragraphs, votes, strict=True):
        if yes:
            total += len(one.strip.words)
            inside.update(dict.fromkeys(one.zones, len(one.strip.words)))
    names = {zone for one in paragraphs for zone in one.zones if _FURNITURE_ZONE.search(zone)}
    return {zone for zone in names if inside[zone] <= MOST_VOTED * total}


def _zoned(one: Paragraph, believed: set[str]) -> Strip:
    """The strip with the kind that the markup around it gives away."""
    near = " ".join(one.zones[-3:])
    strip = one.strip
    byline = _BYLINE_ZONE.search(near) and not ends_sentence(strip.words)
    if any(zone in believed for zone in one.zones) and not byline:
        return replace(strip, kind=BlockKind.FURNITURE)
    if _DECK_ZONE.search(near) and strip.tag in {"p", "", "h2"}:
        return replace(strip, kind=BlockKind.DECK)
    if strip.tag == "figcaption" or _CAPTION_ZONE.search(near):
        return replace(strip, kind=BlockKind.CAPTION)
    if any(zone.startswith("figure") for zone in one.zones) and strip.tag not in _IN_FIGURES:
        return replace(strip, kind=BlockKind.FURNITURE)
    return strip


def _container(paragraphs: Sequence[Paragraph], voted: Sequence[int]) -> int:
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


def _belongs(strip: Strip) -> bool:
    """An unvoted paragraph between voted ones that reads like part of the article."""
    if strip.kind is BlockKind.CAPTION:
        return True
    if strip.kind is not None or is_furniture(strip.words):
        return False
    if strip.tag in _HEADINGS:
        return strip.links < 0.5
    if strip.tag in {"td", "th"}:
        return False
    return strip.links < 0.6 and (
        ends_sentence(strip.words) or len(strip.words.split()) > 8 or strip.strong
    )


def _reach(
    paragraphs: Sequence[Paragraph], marked: Sequence[Strip], votes: Sequence[bool], container: int
) -> tuple[int, int]:
    """First and last paragraph of the article: from the first vote back and from the last on, as
    long as sentences of the same element follow each other."""
    good = [i for i, yes in enumerate(votes) if yes and marked[i].kind is None]
    good = good or [i for i, yes in enumerate(votes) if yes]
    inside = [i for i in good if container in paragraphs[i].home] or good
    first, last = inside[0], inside[-1]
    while first > 0 and _goes_on(paragraphs, marked, first - 1, container):
        first -= 1
    while last + 1 < len(marked) and _goes_on(paragraphs, marked, last + 1, container):
        last += 1
    return first, last


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


def _head(
    paragraphs: Sequence[Paragraph], marked: Sequence[Strip], first: int, *, title: str | None
) -> list[Strip]:
    """Title, deck, byline, date and captions that stand between the title and the article."""
    at = next((i for i in range(first - 1, -1, -1) if _is_title(marked[i], title)), None)
    if at is None:
        return []
    head = [replace(marked[at], kind=BlockKind.TITLE)]
    for i in range(at + 1, first):
        strip = marked[i]
        if strip.kind in {BlockKind.CAPTION, BlockKind.DECK}:
            head.append(strip)
        elif strip.kind is None and (kind := _masthead_kind(paragraphs[i])):
            head.append(replace(strip, kind=kind))
    return head


def _is_title(strip: Strip, title: str | None) -> bool:
    if strip.tag == "h1":
        return True
    if title is None or len(strip.words) < SHORTEST_TITLE:
        return False
    return title.startswith(strip.words) or title.endswith(strip.words)


def _masthead_kind(one: Paragraph) -> BlockKind | None:
    near = " ".join(one.zones[-3:])
    words = one.strip.words
    for pattern, kind, longest in (
        (_BYLINE_ZONE, BlockKind.BYLINE, 120),
        (_DATE_ZONE, BlockKind.DATE, 120),
    ):
        if pattern.search(near) and len(words) <= longest:
            return kind
    if len(words) <= LONGEST_STAMP and read_moment(words):
        return BlockKind.DATE
    if names_of(words):
        return BlockKind.BYLINE
    return BlockKind.DECK if one.strip.tag == "h2" and one.strip.links < 0.3 else None
