"""Plain text and Markdown: the text is the decoded text; blocks are its lines and paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise

from briefings.ingest.classify import MOST_BLOCKS, classify, with_stamps
from briefings.ingest.furniture import ends_sentence
from briefings.ingest.labels import header_of
from briefings.ingest.moments import read_moment
from briefings.ingest.pieces import Draft, Found, Piece
from briefings.ingest.scrape import is_scrape, read_scrape
from briefings.model import BlockKind, Span

FEWEST_PARAGRAPHS = 3
WRAPPED = range(45, 101)  # characters in the lines of a hard-wrapped text
_LINE = re.compile(r"[^\n]+")
_HEADING = re.compile(r"(#{1,6})\s+(.*\S)[\s#]*$")
_FIELDS = {
    **dict.fromkeys(("title", "headline", "제목", "заголовок"), "title"),
    **dict.fromkeys(("source", "publisher", "publication", "출처", "источник"), "publisher"),
    **dict.fromkeys(("author", "by"), "author"),
    **dict.fromkeys(("url", "link"), "url"),
    **dict.fromkeys(("date", "published", "날짜"), "published"),
}
_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s+(?=\S)")
_FRONT = re.compile(r"\A---\n(?P<lines>(?:.*\n){1,40}?)---\n")
# A line end inside a clause: after a word that cannot end one, or before a small letter.
_HANGING = re.compile(
    r"(?<=[^\n]{45})(?:(?<=\s(?:of|on|in|to|at|by|an))|(?<=\s(?:the|and|for|his|her|its))"
    r"|(?<=\s(?:with|from|that|into)))\n(?=\w)|(?<=[^\n]{12}[a-zа-яё,])\n(?=[a-zа-яё])"
    r"(?!\w+ ?:)"
)
_RULE = re.compile(r"\s*(?:[-=*_~#]\s?){3,}\s*$")


def read_plain(text: str, *, markdown: bool) -> Draft:
    media_type = "text/markdown" if markdown else "text/plain"
    if not markdown and is_scrape(text):
        blocks, found = read_scrape(text)
        return Draft(text, blocks, found, media_type)
    text, repairs = unwrap(text)
    found, skipped = _front_matter(text) if markdown else (Found(), 0)
    headers, pieces = _headers(
        text, list(islice(_pieces(text, skipped, markdown=markdown), MOST_BLOCKS))
    )
    found = found.or_else(headers)
    blocks, seen = classify(text, pieces, title=found.title)
    return Draft(text, blocks, found.or_else(seen), media_type, repairs=repairs)


def unwrap(text: str) -> tuple[str, tuple[str, ...]]:
    """Join the lines of hard-wrapped paragraphs, a blank for each line end, so that no sentence is
    broken; the length of the text stays."""
    text, mended = _HANGING.subn(" ", text)
    repairs = ("unwrapped",) if mended else ()
    paragraphs = re.split(r"(\n[ \t\xa0]*\n\s*)", text)
    lines = [line for part in paragraphs[::2] for line in part.split("\n")[:-1] if line.strip()]
    if len(lines) < 4:
        return _run_on(paragraphs, repairs)
    wrapped = sum(len(line) in WRAPPED and line.rstrip()[-1:] not in ".!?:" for line in lines)
    if wrapped < 0.7 * len(lines):
        return _run_on(paragraphs, repairs)
    joined = [part if i % 2 else _joined(part) for i, part in enumerate(paragraphs)]
    return "".join(joined), ("unwrapped",)


def _run_on(parts: list[str], repairs: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Where blank lines part the paragraphs, a long line that ends inside a sentence runs on.

    Not at the top, where a title may stand right over its text. `parts`: paragraphs and, between
    them, what parts them.
    """
    if len(parts) > MOST_BLOCKS or len(parts[::2]) < FEWEST_PARAGRAPHS:
        return "".join(parts), repairs
    mended = [part if i < 2 or i % 2 else _continued(part) for i, part in enumerate(parts)]
    return "".join(mended), repairs if mended == parts else ("unwrapped",)


def _continued(paragraph: str) -> str:
    lines = paragraph.split("\n")
    if not all(len(line) in WRAPPED for line in lines[:-1]) or not ends_sentence(lines[-1]):
        return paragraph
    whole = [lines[0]]
    for before, line in pairwise(lines):
        inside = before[-1].isalnum() or before[-1] == ","
        follows = line.strip() and not _ITEM.match(line) and not _HEADING.match(line)
        whole += [" " if inside and follows else "\n", line]
    return "".join(whole)


def _joined(paragraph: str) -> str:
    lines = paragraph.split("\n")
    if all(len(line) < WRAPPED.start for line in lines[:-1]):
        return paragraph
    parts = [lines[0]]
    for line in lines[1:]:
        parts.append("\n" if _ITEM.match(line) or _HEADING.match(line) else " ")
        parts.append(line)
    return "".join(parts)


def _pieces(text: str, start: int, *, markdown: bool) -> Iterator[Piece]:
    for hit in _LINE.finditer(text, start):
        words = hit.group()
        if not words.strip():
            continue
        left = hit.start() + len(words) - len(words.lstrip())
        right = hit.start() + len(words.rstrip())
        item = _ITEM.match(text, left, right)
        heading = _HEADING.match(text, left, right) if markdown else None
        if heading:
            level = len(heading[1])
            tag = f"h{level}"
            yield Piece(Span(heading.start(2), heading.end(2)), tag)
        elif _RULE.match(words):
            yield Piece(Span(left, right), kind=BlockKind.FURNITURE)
        elif item:
            yield Piece(Span(item.end(), right), "li")
        elif markdown and text[left] == ">" and text[left + 1 : right].strip():
            inner = text[left + 1 : right]
            yield Piece(Span(right - len(inner.lstrip()), right), "blockquote")
        else:
            yield Piece(Span(left, right), "", strong=markdown and words.strip().startswith("**"))


def _front_matter(text: str) -> tuple[Found, int]:
    hit = _FRONT.match(text)
    if hit is None:
        return Found(), 0
    found = Found()
    for line in hit["lines"].split("\n"):
        key, colon, words = line.partition(":")
        if colon:
            found = _with_header(found, key.strip().lower(), words.strip().strip("\"'"))
    return found, hit.end()


def _headers(text: str, pieces: list[Piece]) -> tuple[Found, list[Piece]]:
    """Read "Key: words" lines at the top of a pasted article."""
    found = Found()
    marked = list(pieces)
    for i, piece in enumerate(pieces[:10]):
        header = header_of(piece.span.of(text))
        if header is None:
            if i > 3 or found == Found():
                break
            continue
        found = _with_header(found, *header)
        marked[i] = _marked_header(piece, header, text)
    return found, marked


def _marked_header(piece: Piece, header: tuple[str, str], text: str) -> Piece:
    key, words = header
    if _FIELDS[key] == "title":
        start = piece.span.start + piece.span.of(text).index(words)
        return replace(piece, span=Span(start, piece.span.end), kind=BlockKind.TITLE)
    if _FIELDS[key] == "author":
        return replace(piece, kind=BlockKind.BYLINE)
    dated = _FIELDS[key] == "published"
    return replace(piece, kind=BlockKind.DATE if dated else BlockKind.FURNITURE)


def _with_header(found: Found, key: str, words: str) -> Found:
    field = _FIELDS.get(key)
    if field is None:
        return found
    if field == "published":
        return with_stamps(found, words) if read_moment(words) else found
    if field == "publisher" and words.startswith(("http://", "https://")):
        field = "url"
    return found.or_else(
        Found(
            title=words if field == "title" else None,
            publisher=words if field == "publisher" else None,
            author=words if field == "author" else None,
            url=words if field == "url" else None,
        )
    )
