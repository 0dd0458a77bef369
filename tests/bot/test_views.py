"""State travels in custom_ids: whole, within limits, and back."""

import random
import re

import pytest

from bot.client.parameters import parse_day, parse_time
from bot.client.weekdays import parse_weekdays
from bot.render.clean import width
from bot.render.layout import LONGEST_CUSTOM_ID
from bot.views import SEPARATOR, TURNED, again_buttons, turn_buttons
from briefings.errors import BadValueError


def read_back(custom_ids: list[str]) -> list[str]:
    found = [TURNED.fullmatch(each) for each in custom_ids]
    parts = {int(each["place"]): each["part"] for each in found if each}
    return "".join(parts.get(place, "") for place in (1, 3, 0, 2)).split(SEPARATOR)


def test_any_query_that_fits_comes_back_as_it_was() -> None:
    source = random.Random(5)
    for _ in range(2000):
        size = source.randint(0, 300)
        words = "".join(source.choice("aß김😀 :.\n|") for _ in range(size))
        query = (words, source.choice(("", "dprk-russia")), source.choice(("", "2024-06-01")))
        page, pages = source.randint(0, 3), source.randint(1, 4)

        buttons = turn_buttons("quotes", min(page, pages - 1), pages, query, "en")

        custom_ids = [button.custom_id for button in buttons]
        assert all(width(custom_id) <= LONGEST_CUSTOM_ID for custom_id in custom_ids)
        assert len(set(custom_ids)) == len(custom_ids)
        if width(SEPARATOR.join(query)) <= 320:
            assert buttons
        if buttons:
            assert read_back(custom_ids) == list(query)


def test_a_field_cannot_pretend_to_be_two() -> None:
    buttons = turn_buttons("ask", 0, 1, (f"a{SEPARATOR}b", "", ""), "en")

    assert read_back([button.custom_id for button in buttons]) == ["a b", "", ""]


def test_a_question_too_long_for_one_button_has_none() -> None:
    assert again_buttons("ask", ("a" * 80, "", ""), "Ask that")
    assert not again_buttons("ask", ("a" * 100, "", ""), "Ask that")


@pytest.mark.parametrize(
    ("given", "days"),
    [
        ("mon,wed,fri", {0, 2, 4}),
        ("Monday Friday", {0, 4}),
        ("mon-fri", {0, 1, 2, 3, 4}),
        ("fri-mon", {4, 5, 6, 0}),
        ("weekdays", {0, 1, 2, 3, 4}),
        ("daily", set(range(7))),
        ("weekend", {5, 6}),
    ],
)
def test_weekdays_are_understood(given: str, days: set[int]) -> None:
    assert parse_weekdays(given) == days


def test_what_is_no_day_time_or_weekday_is_refused() -> None:
    for parse in (parse_day, parse_time, parse_weekdays):
        for given in ("", "x", "99:99", "2024-02-30", "mon--fri", "9" * 100):
            with pytest.raises(BadValueError):
                parse(given)


def test_a_time_is_read_with_a_colon_or_a_stop() -> None:
    assert parse_time("8:05") == parse_time("08.05")
    assert re.fullmatch(r"08:05:00", parse_time("8:05").isoformat())
