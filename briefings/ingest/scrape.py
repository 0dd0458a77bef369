"""A page scraped into one line: label, title, deck, byline, date, caption, lead, body, copies and
furniture run together. What occurs again shows the seams; so do capitals and glued words."""

import itertools
import re
from collections.abc import Iterator

from briefings.ingest.classify import classify
from briefings.ingest.furniture import is_furniture
from briefings.ingest.labels import LABELS, is_credited, looks_like_names
from briefings.ingest.moments import read_moment
from briefings.ingest.pieces import Found, Piece
from briefings.ingest.repeats import Repeat, find_repeats
from briefings.model import Block, BlockKind, Span

SHORTEST_SCRAPE = 1200  # characters in the longest line
DATE_WITHIN = 400  # characters after a title
HEAD = 900  # characters in which a title, a byline and a date can stand
_SEAM = re.compile(r"(?<=[a-zа-яё’'\")\d?!])(?=[A-ZА-ЯЁ“][a-zа-яё])")
_INSIDE = re.compile(r"(?:Mc|Mac|De|Di|La|Le|Van|You|Face|Link|Whats|i|e|O’|D’|O'|D')")
_HEADING = re.compile(
    r"(?<=[.!?”\"’)])\s+(?P<heading>[A-Z][A-Z’'&,:-]+(?:\s(?:[A-Z][A-Z’'&,:-]+|[A&IО–—]|\d+)){0,12}"
    r"\s[A-Z][A-Z’'&:-]+\??)\s+(?=[“\"‘]?(?:[A-Z][a-z’']|[A-Z]\.|[AI]\s[a-z]))"
)
_TAIL = re.compile(
    r"\s(?P<tail>(?:Edited by (?:[A-Z][\w’-]+\s?){1,4}|©|Copyright ©|All rights reserved"
    r"|Related (?:stories|articles)|Most (?:viewed|read)"
    r"|Subscribe (?:to|now)|Sign up for|Get your\b|Share this|Read more))"
)
_STOP = re.compile(r"[.!?]['\"”’)\]]*\s")


def is_scrape(text: str) -> bool:
    """Nearly all of the text stands in one or two lines, and a line is as long as an article."""
    lines = [line for line in text.split("\n") if len(line.split()) > 3]
    if not lines or len(lines) > 3:
        return False
    return max(map(len, lines)) >= SHORTEST_SCRAPE and _has_seams(max(lines, key=len))


def _has_seams(line: str) -> bool:
    head = line[:HEAD]
    return bool(
        find_repeats(line[:200_000]) or _HEADING.search(line) or _seams(head)
        or label_end(head) or read_moment(head[:300]) or _TAIL.search(line[-300:])
    )  # fmt: skip


def read_scrape(text: str) -> tuple[tuple[Block, ...], Found]:
    repeats = find_repeats(text)
    pieces: list[Piece] = []
    at = 0
    for repeat in repeats:
        pieces += _between(text, Span(at, repeat.copy.start), repeats)
        pieces.append(Piece(repeat.copy, kind=BlockKind.DUPLICATE))
        at = repeat.copy.end
    pieces += _between(text, Span(at, len(text)), repeats)
    return classify(text, pieces)


def _between(text: str, span: Span, repeats: tuple[Repeat, ...]) -> Iterator[Piece]:
    """The pieces of a stretch that is no copy: head if it opens the text, body, tail."""
    start = span.start
    if start == 0:
        head = list(_head(text, span, repeats))
        yield from head
        start = head[-1].span.end if head else 0
    tail = _TAIL.search(text, start, span.end) if start else None
    body_end = tail.start("tail") if tail else span.end
    if start > 0 and body_end - start < 200 and not _STOP.search(text[start:body_end] + " "):
        yield from _lines(text, Span(start, span.end), BlockKind.FURNITURE)
        return
    yield from _body(text, Span(start, body_end))
    if tail:
        yield from _tail(text, Span(body_end, span.end))


def _body(text: str, span: Span) -> Iterator[Piece]:
    at = span.start
    for hit in _HEADING.finditer(text, span.start, span.end):
        yield from _lines(text, Span(at, hit.start("heading")), BlockKind.BODY)
        yield Piece(Span(*hit.span("heading")), kind=BlockKind.HEADING)
        at = hit.end("heading")
    yield from _lines(text, Span(at, span.end), BlockKind.BODY)


def _tail(text: str, span: Span) -> Iterator[Piece]:
    """After the first line of furniture only whole sentences can be the article's again."""
    first = _TAIL.match(text, span.start - 1, span.end)
    end = first.end("tail") if first else span.start
    rest = text[end : span.end]
    if len(rest) > 400 and _STOP.search(rest):
        yield from _lines(text, Span(span.start, end), BlockKind.FURNITURE)
        yield from _body(text, Span(end, span.end))
    else:
        yield from _lines(text, span, BlockKind.FURNITURE)


def _lines(text: str, span: Span, kind: BlockKind) -> Iterator[Piece]:
    for hit in re.finditer(r"[^\n]+", span.of(text)):
        words = hit.group()
        if not words.strip():
            continue
        left = span.start + hit.start() + len(words) - len(words.lstrip())
        right = span.start + hit.start() + len(words.rstrip())
        furniture = kind is BlockKind.BODY and is_furniture(words.strip())
        yield Piece(Span(left, right), kind=BlockKind.FURNITURE if furniture else kind)


def label_end(head: str) -> int:
    """Where a label that opens the line ends, 0 if there is none. Before a headline in title case
    it may be the headline's own first word ("Analysis Shows Missile Was New")."""
    for label in sorted(LABELS, key=len, reverse=True):
        after = head[len(label) :]
        if head[: len(label)].lower() == label and re.match(r"\s+[A-Z“‘\"]", after):
            sentence_case = re.search(r"\s[a-z]{4,}", " ".join(after.split()[:8]))
            return len(label) if sentence_case else 0
    return 0


def _head(text: str, span: Span, repeats: tuple[Repeat, ...]) -> Iterator[Piece]:
    """Label, title, deck, byline, date and caption, as far as their seams can be seen."""
    label = label_end(text[:HEAD])
    if label:
        yield Piece(Span(0, label), kind=BlockKind.FURNITURE)
    firsts = sorted({repeat.first for repeat in repeats if repeat.first.start < HEAD * 2})
    title_end = firsts[0].end if firsts and firsts[0].start <= label + 1 else None
    lead = next((first.start for first in firsts if first.start > (title_end or label)), None)
    yield from _masthead(text, label, title_end, lead)


def _masthead(text: str, start: int, title_end: int | None, lead: int | None) -> Iterator[Piece]:
    after = title_end or start
    dated = _date_after(text, after)
    if title_end is None and dated:
        title_end = _before_byline(text, start, dated.start)
    if title_end is None:
        return
    yield from _title_and_deck(text, Span(start, title_end))
    if dated:
        yield from _trimmed(text, Span(title_end, dated.start), BlockKind.BYLINE)
        yield Piece(dated, kind=BlockKind.DATE)
    end = lead or _caption_end(text, dated.end if dated else title_end)
    yield from _trimmed(text, Span(dated.end if dated else title_end, end), BlockKind.CAPTION)


def _date_after(text: str, start: int) -> Span | None:
    """The first date in the head; a glued name before it hides it from a plain search."""
    head = text[start : start + DATE_WITHIN]
    cuts = [0, *_seams(head), len(head)]
    for cut, following in itertools.pairwise(cuts):
        moment = read_moment(head[cut:following])
        if moment:
            return Span(start + cut + moment.start, start + cut + moment.end)
    return None


def _before_byline(text: str, start: int, end: int) -> int:
    """The last seam before the date behind which nothing but names stands."""
    for seam in reversed([start + at for at in _seams(text[start:end])]):
        if looks_like_names(text[seam:end].removeprefix("By ")):
            return seam
    by = text.rfind(" By ", start, end)
    return by if by > 0 else end


def _caption_end(text: str, start: int) -> int:
    """Without a repeated lead only a credit in brackets shows a caption."""
    hit = re.compile(r"[^()]{10,400}\([^()]{2,60}\)(?=\s)").match(text, start)
    return hit.end() if hit and is_credited(hit.group()) else start


def _title_and_deck(text: str, span: Span) -> Iterator[Piece]:
    seams = [span.start + at for at in _seams(span.of(text))]
    cut = next((at for at in seams if at - span.start >= 15), span.end)
    yield from _trimmed(text, Span(span.start, cut), BlockKind.TITLE)
    yield from _trimmed(text, Span(cut, span.end), BlockKind.DECK)


def _seams(words: str) -> list[int]:
    """Places where a small letter and a capital meet inside a word, as glued lines do."""
    return [
        hit.start()
        for hit in _SEAM.finditer(words)
        if not _INSIDE.fullmatch(words[max(0, hit.start() - 9) : hit.start()].rpartition(" ")[2])
    ]


def _trimmed(text: str, span: Span, kind: BlockKind) -> Iterator[Piece]:
    words = span.of(text)
    if words.strip():
        left = span.start + len(words) - len(words.lstrip())
        yield Piece(Span(left, left + len(words.strip())), kind=kind)
