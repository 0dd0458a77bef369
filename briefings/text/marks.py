"""Quotation marks, paired by their neighbours.

Typists put openers where closers belong (“so“), forget closers, and repeat the opener on every
paragraph of a long quotation. So a mark is judged by what stands beside it, pairs never leave
their paragraph, and a pair is capped in length. One pass, linear in the text.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefings.model import Span

LONGEST_QUOTE = 4_000  # characters between two marks; longer pairs are typing errors
MOST_QUOTES = 20_000  # in one document
LONGEST_SENTENCE = 6_000  # characters; nobody speaks in longer ones
MOST_IN_A_SENTENCE = 40  # quotations that are read

_MARK = re.compile(r"``|''|[\"“”„‟«»「」『』《》＂]")
_OPENERS = frozenset("“„‟«「『《") | {"``"}
_CLOSERS = frozenset("”»」』》") | {"''"}
_PARTNER = {"「": "」", "『": "』", "《": "》"}
_BEFORE_OPENER = frozenset("([{<—–-/‘'’:;,¿¡…|>*_")
_AFTER_CLOSER = frozenset(".,;:!?)]}—–-/…’'|<*_")


# A single mark that opens, or one that closes.
_SINGLE = re.compile(
    r"(?:(?<=\s)|(?<=[(—:])|(?<![\s\S]))(?P<opener>['‘])(?=[^\s'’])|"
    r"(?:(?<=[,.?!…])(?P<closer>['’])(?=[\s,;.)—]|$)|(?<=\w)(?P<outer>['’])(?=,\s))"
)
_FEWEST_WORDS = 4  # in single marks


_SPOKEN_LINE = re.compile(r"\s*[—–-]\s+(?=\S)")
_TURN = re.compile(r"(?<=[,?!…])\s[—–]\s(?=[а-яёa-z])|(?<=[.,!?…])\s[—–]\s(?=[А-ЯЁA-Z])")


class Marked(NamedTuple):
    """Words between marks: `inner` without the marks, `outer` with them.

    `open_ended`: the closer is missing and the next paragraph opens again (one long quotation).
    `continues`: this paragraph opens again where the last one did not close.
    """

    inner: Span
    outer: Span
    open_ended: bool = False
    continues: bool = False


def _leans(text: str, start: int, end: int) -> tuple[bool, bool]:
    """(may open, may close) judged by the characters on both sides."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    may_open = not after.isspace() and (before.isspace() or before in _BEFORE_OPENER)
    may_close = not before.isspace() and (after.isspace() or after in _AFTER_CLOSER)
    return may_open, may_close


def _opens(mark: str, leans: tuple[bool, bool]) -> bool:
    """Outside a quotation: does this mark open one?"""
    may_open, may_close = leans
    if mark in _OPENERS:
        return may_open or not may_close
    return may_open and not may_close if mark in _CLOSERS else may_open or not may_close


def _closes(mark: str, opener: str, leans: tuple[bool, bool]) -> bool:
    """Inside a quotation: does this mark end it?"""
    may_open, may_close = leans
    if opener in _PARTNER:
        return mark == _PARTNER[opener]
    if (opener == "«") != (mark in "«»"):
        return False
    if mark in _CLOSERS:
        return not may_open or may_close
    return may_close or not may_open if mark not in _OPENERS else may_close and not may_open


class _Paragraph:
    """The pairing of one paragraph, mark by mark."""

    def __init__(self, text: str, span: Span) -> None:
        self.text, self.span = text, span
        self.found: list[Marked] = []
        self.opener: re.Match[str] | None = None
        self.depth = 0
        self.last_closer: re.Match[str] | None = None

    def read(self) -> None:
        for mark in _MARK.finditer(self.text, self.span.start, self.span.end):
            leans = _leans(self.text, mark.start(), mark.end())
            if self.opener is None:
                if _opens(mark.group(), leans):
                    self._open(mark)
            else:
                self._inside(mark, leans)
        if self.opener is not None and self.last_closer is not None:
            self._close(self.last_closer)
        if not self.found and self.opener is None:
            self._read_single()

    def _read_single(self) -> None:
        """British style: ‘…,’ he said. An apostrophe is no closer, so a stop or comma must stand
        at the mark, and four words between."""
        start, end = self.span
        if self.text.find("'", start, end) < 0 and self.text.find("‘", start, end) < 0:
            return
        opener: re.Match[str] | None = None
        for mark in _SINGLE.finditer(self.text, self.span.start, self.span.end):
            if mark.lastgroup == "opener":
                opener = opener or mark
            elif opener is not None:
                inner = Span(opener.end(), mark.start())
                if inner.end - inner.start <= LONGEST_QUOTE and _wordy(self.text, inner):
                    self.found.append(Marked(inner, Span(opener.start("opener"), mark.end())))
                opener = None

    def _open(self, mark: re.Match[str]) -> None:
        self.opener, self.depth, self.last_closer = mark, 0, None

    def _inside(self, mark: re.Match[str], leans: tuple[bool, bool]) -> None:
        assert self.opener is not None
        opener = self.opener.group()
        if _closes(mark.group(), opener, leans):
            if self.depth:
                self.depth -= 1
                self.last_closer = mark
            else:
                self._close(mark)
        elif mark.group() == opener and opener in "«「『《":
            self.depth += 1
        elif leans == (True, False) and (opener == "«") == (mark.group() == "«"):
            self._leave_open(mark)  # the one before was never closed
            self._open(mark)

    def _leave_open(self, mark: re.Match[str]) -> None:
        """ "We came. "We saw," he said: the paragraphs of one quotation run together."""
        assert self.opener is not None
        inner = Span(self.opener.end(), mark.start())
        said = inner.of(self.text).rstrip() if inner.end - inner.start <= LONGEST_QUOTE else ""
        if said.endswith((".", "?", "!", "…")) and said.count(" ") >= _FEWEST_WORDS - 1:
            self.found.append(Marked(inner, inner._replace(start=self.opener.start()), True))

    def _close(self, mark: re.Match[str]) -> None:
        assert self.opener is not None
        inner = Span(self.opener.end(), mark.start())
        if 0 < inner.end - inner.start <= LONGEST_QUOTE and inner.of(self.text).strip():
            self.found.append(Marked(inner, Span(self.opener.start(), mark.end())))
        self.opener = None


def spoken_lines(text: str, paragraphs: Sequence[Span]) -> list[Marked]:
    """— Words, — said he. — More words. Dialogue opened by a dash, without any marks."""
    found: list[Marked] = []
    for paragraph in paragraphs:
        opener = _SPOKEN_LINE.match(text, *paragraph)
        if opener is None or _MARK.search(text, *paragraph):
            continue
        turns = [opener, *_TURN.finditer(text, opener.end(), paragraph.end)]
        if len(turns) < 2:
            continue
        for at in range(0, len(turns), 2):
            end = turns[at + 1].start() if at + 1 < len(turns) else paragraph.end
            inner = Span(turns[at].end(), end)
            if 0 < inner.end - inner.start <= LONGEST_QUOTE:
                found.append(Marked(inner, Span(turns[at].start() + 1, end)))
    return found


def _wordy(text: str, inner: Span) -> bool:
    return text.count(" ", inner.start, inner.end) >= _FEWEST_WORDS - 1


def pair_marks(text: str, paragraphs: Sequence[Span]) -> tuple[Marked, ...]:
    """All outermost quotations in order. Paragraphs are in order and do not overlap."""
    found: list[Marked] = []
    pending: Span | None = None  # an unclosed quotation: from its opener to its paragraph's end
    for span in paragraphs:
        if len(found) >= MOST_QUOTES:
            break
        reader = _Paragraph(text, span)
        reader.read()
        if pending is not None and _opens_again(text, span):
            found.append(_open_ended(text, pending, continues=_was_open(found)))
            reader.found = _mark_continuing(reader, span)
        pending = None
        found.extend(reader.found)
        if reader.opener is not None:
            pending = Span(reader.opener.start(), span.end)
    return tuple(_without_blanks(text, marked) for marked in found[:MOST_QUOTES])


def _was_open(found: Sequence[Marked]) -> bool:
    return bool(found) and found[-1].open_ended


def _opens_again(text: str, span: Span) -> bool:
    mark = _MARK.match(text, span.start)
    return mark is not None and mark.group() not in _CLOSERS


def _open_ended(text: str, pending: Span, *, continues: bool) -> Marked:
    mark = _MARK.match(text, pending.start)
    assert mark is not None
    end = min(pending.end, mark.end() + LONGEST_QUOTE)
    return Marked(Span(mark.end(), end), Span(pending.start, end), True, continues)


def _mark_continuing(reader: _Paragraph, span: Span) -> list[Marked]:
    if reader.found and reader.found[0].outer.start == span.start:
        return [reader.found[0]._replace(continues=True), *reader.found[1:]]
    return reader.found


def _without_blanks(text: str, marked: Marked) -> Marked:
    start, end = marked.inner
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return marked._replace(inner=Span(start, end))
