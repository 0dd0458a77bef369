"""Web pages: trafilatura says where the article is, the page's own paragraphs say what it is.

trafilatura 2.3 alone is right to the word on a third of real pages: it loses headings, lists and
paragraphs full of links, and keeps captions, prompts and pointers to other articles. Its choice is
therefore only a vote on the paragraphs of the page, which our rules and the classifier then clean.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefings.ingest.classify import classify
from briefings.ingest.furniture import ends_sentence, is_furniture
from briefings.ingest.labels import looks_like_names
from briefings.ingest.lazily import lazily
from briefings.ingest.markup import Paragraph, parse, read_paragraphs
from briefings.ingest.moments import read_moment
from briefings.ingest.neighbours import together, without_neighbours
from briefings.ingest.page_metadata import read_metadata
from briefings.ingest.pieces import Draft, Found, Strip, lay_out
from briefings.ingest.reach import belongs, container_of, is_short_prose, reach_of
from briefings.ingest.titles import SHORTEST_TITLE
from briefings.ingest.votes import MOST_MARKS, vote
from briefings.ingest.zones import believed_zones, masthead_kind, zoned
from briefings.model import BlockKind


def read_markup(markup: str) -> Draft:
    """Raises nothing of its own: a page without an article is a draft without body blocks."""
    page = parse(markup)
    found, repeated = read_metadata(page)
    page.strip_tags(["script"])  # trafilatura takes half a minute for 80 KB of some JSON-LD
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
    found = replace(found, title=seen.title or found.title).or_else(seen)
    if found.author and found.publisher:
        found = replace(found, author=found.author.removesuffix(f", {found.publisher}"))
    return Draft(text, blocks, _or_guessed(found, clean), "text/html")


def _or_guessed(found: Found, markup: str) -> Found:
    """Author and day as trafilatura guesses them, where neither head nor masthead says them."""
    if found.author and (found.published or found.published_on):
        return found
    if markup.count("<") > MOST_MARKS:
        return found
    author, day = lazily("briefings.ingest.main_text").author_and_day(markup)
    moment = read_moment(day) if day else None
    guessed = Found(
        author=_without(found.publisher, author) if author else None,
        published_raw=moment.raw if moment else None,
        published_on=moment.day if moment else None,
    )
    return found.or_else(guessed)


def _without(publisher: str | None, guessed: str) -> str | None:
    """The names among the guessed ones; bylines often end with the publication's."""
    names = [name for name in re.split(r"\s?;\s?", guessed) if name != publisher]
    joined = ", ".join(names)
    return joined if looks_like_names(joined) else None


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
    voted = together([i for i, yes in enumerate(votes) if yes], paragraphs)
    if not voted:
        return []
    near = set(voted)
    votes = [i in near for i in range(len(votes))]
    believed = believed_zones(paragraphs, votes)
    marked = [zoned(one, believed) for one in paragraphs]
    marked = without_neighbours(paragraphs, marked)
    sound = [i for i in voted if marked[i].kind is None and not is_furniture(marked[i].words)]
    container = container_of(paragraphs, sound or voted)
    first, last = reach_of(paragraphs, marked, votes, container)
    if _is_title(marked[first], title):  # voted for, as if it were the first paragraph
        first = next((i for i in range(first + 1, last + 1) if votes[i]), first)
    head = _head(paragraphs, marked, first, title=title)
    homes = {paragraphs[i].home for i in voted}
    body = [
        marked[i]
        for i in range(first, last + 1)
        if votes[i]
        or (container in paragraphs[i].home and belongs(marked[i]))
        or (paragraphs[i].home in homes and is_short_prose(marked[i]))
    ]
    body = [replace(strip, kind=None) if strip.kind is BlockKind.DECK else strip for strip in body]
    return [*head, *(strip for strip in body if strip.kind is not BlockKind.FURNITURE)]


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
        elif strip.kind is None and (kind := masthead_kind(paragraphs[i])):
            head.append(replace(strip, kind=kind))
    return head


def _is_title(strip: Strip, title: str | None) -> bool:
    if strip.tag == "h1":
        return True
    if title is None or len(strip.words) < SHORTEST_TITLE:
        return False
    return title.startswith(strip.words) or title.endswith(strip.words)
