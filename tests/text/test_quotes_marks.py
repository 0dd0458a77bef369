"""Pairing quotation marks by their neighbours."""

import pytest

from briefings.model import Span
from briefings.text.marks import LONGEST_QUOTE, MOST_QUOTES, pair_marks, spoken_lines
from tests.text.passages import lines_of


def inners(text: str) -> list[str]:
    return [marked.inner.of(text) for marked in pair_marks(text, lines_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes” and “no.”", ["yes", "no."]),
        ('He said "yes" and "no."', ["yes", "no."]),
        ("Park’s “Eurasia Idea“ and Moon’s “New Policy.”", ["Eurasia Idea", "New Policy."]),
        ("“9 bridges“ strategy, “turn to the East,” he said", ["9 bridges", "turn to the East,"]),
        ("”We go,” he said", ["We go,"]),
        ("«Да», — сказал он. „Нет“, — сказала она.", ["Да", "Нет"]),
        ("«Газета «Труд» вышла», — сказал он.", ["Газета «Труд» вышла"]),
        ("«Он читал «Труд», — сказал он.", ["Он читал «Труд"]),
        ("「가자」라고 했다. 『노동신문』은 《조국》을 썼다.", ["가자", "노동신문", "조국"]),
        ("“They say ‘state’, not ‘regime’,” he said.", ["They say ‘state’, not ‘regime’,"]),
        ('a 12" gun and a 5" gun', []),
        ("The people's choice, the states' rights, and a 'rogue state’, they say", []),
        ("‘We have had enough of this,’ he said. It’s late.", ["We have had enough of this,"]),
        ('" I think so , " he said', ["I think so ,"]),
        ("``We go,'' he said", ["We go,"]),
        ("He said “this and that and never stopped", []),
    ],
)
def test_marks_pair_by_their_neighbours(text: str, expected: list[str]) -> None:
    assert inners(text) == expected


def test_a_pair_never_leaves_its_paragraph() -> None:
    assert inners("He said “this.\nThen he left.”") == []


def test_an_opener_on_every_paragraph_is_one_quotation() -> None:
    text = "“One.\n“Two.\n“Three,” he said."

    marks = pair_marks(text, lines_of(text))

    assert [marked.inner.of(text) for marked in marks] == ["One.", "Two.", "Three,"]
    assert [marked.open_ended for marked in marks] == [True, True, False]
    assert [marked.continues for marked in marks] == [False, True, True]


def test_a_pair_too_far_apart_is_a_typing_error() -> None:
    assert inners("“" + "a " * LONGEST_QUOTE + "”") == []


def test_a_line_of_marks_is_capped() -> None:
    text = "“a” " * (MOST_QUOTES + 5)

    assert len(pair_marks(text, [Span(0, len(text))])) == MOST_QUOTES


def test_a_dash_opens_a_spoken_line() -> None:
    text = "— Мы победим, — сказал Иван. — И точка.\n— список\n- пункт"

    spoken = [marked.inner.of(text) for marked in spoken_lines(text, lines_of(text))]

    assert spoken == ["Мы победим,", "И точка."]
