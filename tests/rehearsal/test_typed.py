"""A typed line is read as Discord's client reads it."""

from typing import Any

import pytest

from bot.rehearsal.interactions import NotPossibleError
from bot.rehearsal.typed import read

SPEAKER = {"type": 3, "name": "speaker", "name_localizations": {"ko": "발언자"}}
LIMIT = {"type": 4, "name": "limit"}
QUOTES: dict[str, Any] = {
    "name": "quotes",
    "name_localizations": {"ko": "인용"},
    "options": [SPEAKER, LIMIT],
}
BRIEFING: dict[str, Any] = {
    "name": "briefing",
    "options": [
        {"type": 2, "name": "feed", "options": [{"type": 1, "name": "add", "options": [SPEAKER]}]},
        {"type": 1, "name": "now"},
    ],
}


@pytest.mark.parametrize(
    ("line", "label", "values"),
    [
        ("/quotes", "/quotes", {}),
        ("/quotes speaker:Ushakov", "/quotes", {"speaker": "Ushakov"}),
        ("/quotes speaker:Yuri Ushakov limit:3", "/quotes",
         {"speaker": "Yuri Ushakov", "limit": "3"}),
        ("/quotes speaker:at 10:30, no limits: none", "/quotes",
         {"speaker": "at 10:30, no limits: none"}),
        ("/quotes speaker:", "/quotes", {"speaker": ""}),
        ("/briefing now", "/briefing now", {}),
        ("/briefing feed add speaker:x", "/briefing feed add", {"speaker": "x"}),
    ],
)  # fmt: skip
def test_a_line_is_read(line: str, label: str, values: dict[str, str]) -> None:
    typed = read(line, [QUOTES, BRIEFING])

    assert typed.label == label
    assert typed.values == values


def test_a_person_types_in_their_own_language() -> None:
    typed = read("/인용 발언자:우샤코프", [QUOTES], locale="ko")

    assert typed.label == "/quotes"
    assert typed.values == {"speaker": "우샤코프"}


@pytest.mark.parametrize(
    "line", ["", "/", "/quote", "/quotes Ushakov", "/briefing", "/briefing later", "/인용"]
)
def test_a_line_that_fits_nothing_is_not_possible(line: str) -> None:
    with pytest.raises(NotPossibleError):
        read(line, [QUOTES, BRIEFING])
