"""Expressions compiled at their first use."""

import re

import pytest

from briefings.text.later import later


def test_an_expression_put_off_finds_what_a_compiled_one_finds() -> None:
    put_off = later(r"(?P<day>\d+) june", re.IGNORECASE)
    found = put_off.search("on 19 June and 20 June")
    assert found is not None
    assert found["day"] == "19"
    assert put_off.sub("", "19 JUNE!") == "!"
    assert len(list(put_off.finditer("19 june, 20 june"))) == 2
    assert put_off.pattern.startswith("(?P<day>")


def test_a_wording_that_is_no_expression_is_known_at_its_first_use() -> None:
    broken = later("(")
    with pytest.raises(re.error):
        broken.search("anything")
