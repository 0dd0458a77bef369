"""Only values of the type expected come off the wire."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefings.ingest import wire
from briefings.ingest.reader import Hints
from briefings.ingest.reading import read
from briefings.model import Block, BlockKind, Extraction, Reading, Span, When

ROOT = Path(__file__).parents[2]


def test_a_whole_reading_comes_back_equal() -> None:
    [path] = (ROOT / "seeds").glob("004_*")
    reading = read(path.read_bytes(), hints=Hints())

    assert reading.quotes
    assert wire.load(wire.dump(reading), Reading) == reading


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("한국 \ud800", str), (3, int), (2.5, float), (None, str | None), (True, bool),
        (date(2024, 6, 19), date), (datetime(2024, 6, 19, tzinfo=UTC), datetime),
        (BlockKind.BODY, BlockKind), (Span(1, 2), Span), (frozenset({1, 2}), frozenset[int]),
        ({"a": 1}, dict[str, int]), ((1, "b"), tuple[int, str]), ((), tuple[int, ...]),
        (Block(Span(0, 4), BlockKind.TITLE), Block), ([1, 2], list[int]),
    ],
)  # fmt: skip
def test_values_come_back_equal(value: object, hint: object) -> None:
    assert wire.load(wire.dump(value), hint) == value


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (b"", str), (b"{", str), (b"1", str), (b'"1"', int), (b"true", int), (b'"x"', BlockKind),
        (b"[1]", Span), (b"[1,2,3]", Span), (b'["a","b"]', Span), (b"null", Extraction),
        (b'"2024-99-99"', date), (b'{"a":1}', dict[str, int]), (b"[1,2]", tuple[int]),
        (b"[" * 100_000, Reading), (b"\xff\xfe", str), (b"[[1,2]]", tuple[When, ...]),
        (b"cos\nsystem\n(S'true'\ntR.", Reading),
    ],
)  # fmt: skip
def test_anything_else_does_not_fit(words: bytes, hint: object) -> None:
    with pytest.raises(wire.MisfitError):
        wire.load(words, hint)


def test_what_has_no_place_in_our_values_does_not_go_over() -> None:
    with pytest.raises(TypeError, match="object does not go over the wire"):
        wire.dump([object()])
