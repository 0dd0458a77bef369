"""An edition survives being written down."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.compose import edition_from_json, edition_to_json
from briefings.model import (
    Difference,
    Edge,
    Edition,
    Extract,
    Flag,
    Heard,
    Item,
    Kind,
    LeftOut,
    Medium,
    Precision,
    Role,
    Section,
    SectionItems,
    Span,
    When,
    Window,
)

WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)
NUMBERS = st.integers(0, 2**53)
DAYS = st.dates()
INSTANTS = st.datetimes(timezones=st.just(UTC))
MAYBE_WORDS = st.none() | WORDS


def several(values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=2).map(tuple)


WHENS = st.builds(When, DAYS, DAYS, st.sampled_from(Precision), WORDS)
EXTRACTS = st.builds(Extract, NUMBERS, NUMBERS, st.builds(Span, NUMBERS, NUMBERS), WORDS, WORDS)
ITEMS = st.builds(
    Item,
    st.sampled_from(Role),
    EXTRACTS,
    WORDS,
    st.sampled_from(Kind),
    st.none() | DAYS,
    MAYBE_WORDS,
    speaker=MAYBE_WORDS,
    medium=st.none() | st.sampled_from(Medium),
    when=st.none() | WHENS,
    cut_at=st.none() | NUMBERS,
    also_in=several(NUMBERS),
)
HEARD = st.builds(
    Heard,
    NUMBERS,
    WORDS,
    WORDS,
    st.sampled_from(Kind),
    st.none() | DAYS,
    MAYBE_WORDS,
    st.frozensets(st.sampled_from(Flag)),
)
EDITIONS = st.builds(
    Edition,
    window=st.builds(Window, INSTANTS, INSTANTS, NUMBERS),
    zone=WORDS,
    edges=several(st.sampled_from(Edge)),
    language=WORDS,
    bottom_line=several(ITEMS),
    sections=several(st.builds(SectionItems, st.sampled_from(Section), several(ITEMS))),
    differences=several(st.builds(Difference, WORDS, several(ITEMS))),
    heard=several(HEARD),
    background=several(HEARD),
    left_out=several(st.builds(LeftOut, NUMBERS, WORDS, WORDS, MAYBE_WORDS, WORDS)),
)


@given(EDITIONS)
def test_what_is_written_is_read_back_and_written_the_same(edition: Edition) -> None:
    written = edition_to_json(edition)

    assert edition_from_json(written) == edition
    assert edition_to_json(edition_from_json(written)) == written


def test_json_is_compact_and_says_words_as_they_are() -> None:
    window = Window(datetime(2025, 1, 1, tzinfo=UTC), datetime(2025, 1, 2, tzinfo=UTC), 72)
    out = LeftOut(1, "조선의 편지", "Правда", None, "undated")
    written = edition_to_json(Edition(window, "Asia/Seoul", (), "ko", (), (), (), (), (), (out,)))

    assert "조선의 편지" in written
    assert ": " not in written
    assert json.loads(written)["window"]["until"] == "2025-01-02T00:00:00+00:00"


def test_a_set_is_written_in_one_order() -> None:
    flags = frozenset(Flag)
    heard = Heard(1, "t", "s", Kind.NEWS, date(2025, 1, 1), None, flags)
    window = Window(datetime(2025, 1, 1, tzinfo=UTC), datetime(2025, 1, 2, tzinfo=UTC), 72)
    written = edition_to_json(Edition(window, "UTC", (), "en", (), (), (), (heard,), (), ()))

    assert json.loads(written)["heard"][0]["flags"] == sorted(flags)


@pytest.mark.parametrize("broken", ["", "[]", "{}", '{"window": 1}'])
def test_what_is_no_edition_is_refused(broken: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        edition_from_json(broken)
