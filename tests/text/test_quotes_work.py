"""Hostile text costs work in proportion to its length. Calls are counted, not seconds."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from tests.text.passages import read_passage


def calls(deed: Callable[[], object]) -> int:
    """How many functions, Python's or C's, a deed calls."""
    count = 0

    def tally(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(tally)
    try:
        deed()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    ("piece", "language"),
    [
        ("“a b” ", "en"),
        ("“We go,” he said. ", "en"),
        ("“We go,” he said and ", "en"),
        ("A man said “we go.” ", "en"),
        ("Kim Ab asked Lee Cd. “Kim, we go,” he replied. ", "en"),
        ("In Kim, Lee, ", "en"),
        ('"', "en"),
        ("'a b c d,' ", "en"),
        ("the minister of trade in Kim and ", "en"),
        ("said he, ", "en"),
        ("Kim, ", "en"),
        ("the head of ", "en"),
        ("( ", "en"),
        ("Kim Ab said. ", "en"),
        ("“We go.”\n", "en"),
        ("“We go.\n", "en"),
        ("“가 나 다”라고 ", "ko"),
        ("김정은은 ", "ko"),
        ("국방부 장관 김정은 말했다. ", "ko"),
        ("신문은 “가 나 다”고 한 것을 두고 ", "ko"),
        ("장관의 생각은 다르다. 그는 갔다. ", "ko"),
        ("«мы идем», — сказал ", "ru"),
        ("«а — идет он — ", "ru"),
        ("Глава МИД Кореи Но Гван Чхоль ушел. Министр ушел. ", "ru"),
        ("сказал, сообщило «а», ", "ru"),
        ("Иван Петров, ", "ru"),
        ("— Да, — сказал он. ", "ru"),
    ],
)
def test_twice_the_text_is_twice_the_work(piece: str, language: str) -> None:
    read_passage(piece, language)  # models load once

    once = calls(lambda: read_passage(piece * 400, language))
    twice = calls(lambda: read_passage(piece * 800, language))

    assert twice <= 2.3 * once + 1_000


def test_twenty_thousand_quotations_in_one_line_are_read() -> None:
    text = "“We go now,” Kim said. " * 20_000

    quotes, _ = read_passage(text, "en")

    assert len(quotes) == 20_000
