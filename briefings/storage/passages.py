"""Cutting a text into passages for the full-text index, and counting its words.

Passages, not articles, are indexed: over whole articles a short blurb beats a long report, because
rankings divide by length.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import delete
from sqlalchemy.orm import Session

from briefings.model import Block, BlockKind, Reading, Span
from briefings.storage.bulk import count, put
from briefings.storage.rows import Row, stems
from briefings.storage.tables import Passage, Version
from briefings.text.folding import fold_tokens

PASSAGE_WORDS = 115
LONGEST_UNIT = 1_200
"""Characters: a longer run without a sentence boundary is cut at white space."""

LONG_WORD = 10
"""Characters: text with fewer spaces than this would have counts as if it had them."""

SEARCHED = frozenset(
    {BlockKind.TITLE, BlockKind.DECK, BlockKind.HEADING, BlockKind.BODY, BlockKind.CAPTION}
)


@dataclass(frozen=True, slots=True)
class Unit:
    """The least that a passage is made of: a sentence, or a block without sentences."""

    span: Span
    words: int


def passage_rows(reading: Reading, *, title: str, place: Row) -> list[Row]:
    """Rows of `passages`; the shown title counts as words of the first."""
    text = reading.extraction.text
    rows: list[Row] = []
    for group in _groups(list(_units(reading))):
        span = Span(group[0].span.start, group[-1].span.end)
        words = span.of(text) if rows else f"{title} {span.of(text)}"
        rows.append(
            {
                **place,
                "starts": span.start,
                "ends": span.end,
                "folded": " ".join(stems(words)),
            }
        )
    return rows


def _groups(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    group: list[Unit] = []
    words = 0
    for unit in units:
        if group and words + unit.words > PASSAGE_WORDS * 5 // 4:
            yield group
            group, words = [], 0
        group.append(unit)
        words += unit.words
        if words >= PASSAGE_WORDS:
            yield group
            group, words = [], 0
    if group:
        yield group


def _units(reading: Reading) -> Iterator[Unit]:
    text = reading.extraction.text
    for span in _spans(reading):
        for part in _cut(span, text):
            letters = part.end - part.start
            yield Unit(part, max(len(part.of(text).split()), letters // LONG_WORD))


def _spans(reading: Reading) -> Iterator[Span]:
    """Sentences where a block has been read, else the block; in the order of the text."""
    sentences = iter([*reading.sentences])
    sentence = next(sentences, None)
    for block in _searched(reading.extraction.blocks):
        while sentence is not None and sentence.span.start < block.span.start:
            sentence = next(sentences, None)
        if sentence is None or not block.span.holds(sentence.span):
            yield block.span
        while sentence is not None and block.span.holds(sentence.span):
            yield sentence.span
            sentence = next(sentences, None)


def _searched(blocks: Sequence[Block]) -> list[Block]:
    return sorted(
        (block for block in blocks if block.kind in SEARCHED), key=lambda block: block.span
    )


def _cut(span: Span, text: str) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST_UNIT:
        limit = start + LONGEST_UNIT
        space = text.rfind(" ", start + 1, limit)
        end = limit if space < 0 else space
        yield Span(start, end)
        start = end
    if start < span.end:
        yield Span(start, span.end)


@dataclass(frozen=True, slots=True)
class Searched:
    """What is searched of a text: its passages, wherever it will stand, and its distinct words."""

    passages: Sequence[Row]
    words: set[str]


def searched(reading: Reading, *, title: str) -> Searched:
    """The most of the work that a text is for the index; no database is needed."""
    text, blocks = reading.extraction.text, reading.extraction.blocks
    words = searched_words(title, text, ((*block.span, block.kind) for block in blocks))
    return Searched(passage_rows(reading, title=title, place={}), words)


def index_version(session: Session, version: Version, reading: Reading, *, title: str) -> None:
    index_versions(session, [(version, searched(reading, title=title))])


def index_versions(session: Session, read: Sequence[tuple[Version, Searched]]) -> None:
    """Put current versions into the full-text index, and count their words."""
    rows: list[Row] = []
    for version, found in read:
        place = place_of(version)
        rows += [place | passage for passage in found.passages]
    put(session, Passage, rows)
    _count(session, [(version.shelf_id, found.words) for version, found in read], by=1)


def place_of(version: Version) -> Row:
    """What all passages of a version have in common."""
    return {
        "shelf_id": version.shelf_id,
        "document_id": version.document_id,
        "version_id": version.version_id,
        "seen_on": version.published_on or version.seen_at.date(),
    }


def drop_passages(session: Session, version: Version, *, title: str) -> None:
    session.execute(delete(Passage).where(Passage.version_id == version.version_id))
    count_words(session, version, title=title, by=-1)


def count_words(session: Session, version: Version, *, title: str, by: int) -> None:
    """Count the distinct words that can be searched as seen (by=1) or gone (by=-1).

    In alphabetical order, so that two writers wait for each other instead of for ever.
    """
    words = searched_words(title, version.text, version.blocks)
    _count(session, [(version.shelf_id, words)], by=by)


def _count(session: Session, texts: Sequence[tuple[int, set[str]]], *, by: int) -> None:
    """texts: the words of each, and the shelf where they are."""
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for shelf_id, each in texts:
        found[shelf_id].update(each)
    count(
        session,
        [
            {"shelf_id": shelf_id, "word": word, "frequency": by * times}
            for shelf_id, words in sorted(found.items())
            for word, times in sorted(words.items())
        ],
    )


def searched_words(
    title: str, text: str, blocks: Iterable[tuple[int, int, BlockKind | str]]
) -> set[str]:
    """The distinct folded words of what can be searched."""
    words = set(fold_tokens(title))
    for start, end, kind in blocks:
        if kind in SEARCHED:
            words.update(fold_tokens(text[start:end]))
    return words
