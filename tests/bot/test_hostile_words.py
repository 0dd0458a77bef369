"""Every option of every command that takes words, given what no word is."""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from bot.rehearsal import Answer, NotPossibleError
from tests.bot.desk import Desk, desk
from tests.bot.made import stored

STRING = 3
GROUPS = {1, 2}
UNSEEN = "\u200b\u200f\u202e\u2060"
WORDS = (UNSEEN, "😀", '"* OR NEAR(', "%' --", "a\x00b", "\u05d0" * 6_000, "the of and")


def leaves(things: Iterable[Any], path: str = "") -> Iterator[tuple[str, list[Any]]]:
    """(line, options) of each command that can be sent."""
    for thing in things:
        line = f"{path} {thing['name']}".strip()
        options = thing.get("options") or []
        below = [each for each in options if each["type"] in GROUPS]
        if below:
            yield from leaves(below, line)
        else:
            yield f"/{line}", options


def sendable(option: Any, words: str) -> str:
    """What a client lets somebody send of them."""
    return words[: option.get("max_length") or 6_000].ljust(option.get("min_length") or 0, words[0])


async def said(opened: Desk, line: str, options: list[Any], given: dict[str, str]) -> Answer | None:
    """None where something is required that is no words."""
    values = {
        each["name"]: "treaty"
        for each in options
        if each.get("required") and each["type"] == STRING and not each.get("choices")
    }
    try:
        return await opened.admin.slash(line, values | given)
    except NotPossibleError:
        return None


@pytest.mark.parametrize("words", WORDS, ids=range(len(WORDS)))
async def test_whatever_is_typed_is_answered_with_a_sentence(new_sqlite: str, words: str) -> None:
    async with desk(new_sqlite) as opened:
        stored(opened.database)
        asked = 0
        for line, options in leaves(opened.admin.commands()):
            for option in options:
                if option["type"] != STRING or option.get("choices"):
                    continue
                given = {option["name"]: sendable(option, words)}
                answer = await said(opened, line, options, given)
                if answer is not None:
                    asked += 1
                    assert answer.text.strip() or answer.modal, (line, option["name"])
                    assert "our mistake" not in answer.text, (line, option["name"], answer.text)

        assert asked > 25
