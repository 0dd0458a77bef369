"""How well quotations find their speakers on hand-made passages. Floors only go up."""

import pytest

from tests.text.passages import load_passages, score


@pytest.mark.parametrize(
    ("language", "found", "right"),
    [
        ("en", 0.99, 0.98),
        ("en_news", 0.99, 0.95),
        ("en_speakers", 1.0, 1.0),
        ("en_wire", 1.0, 1.0),
        ("ko", 1.0, 1.0),
        ("ru", 1.0, 1.0),
    ],
)
def test_quotations_are_found_with_the_right_speaker(
    language: str, found: float, right: float
) -> None:
    reached = score(language)

    assert reached.found >= found * reached.total
    assert reached.right >= right * reached.total
    assert reached.invented == 0


@pytest.mark.parametrize("language", ["en", "ko", "ru"])
def test_what_may_stand_alone_has_the_right_speaker(language: str) -> None:
    reached = score(language)

    assert reached.certain >= 0.3 * reached.total
    assert reached.certain_right >= 0.97 * reached.certain


def test_american_news_that_may_stand_alone_has_the_right_speaker() -> None:
    reached = score("en_news")

    assert reached.certain >= 0.14 * reached.total
    assert reached.certain_right == reached.certain


@pytest.mark.parametrize(
    ("language", "fewest"),
    [
        ("en", 500),
        ("en_news", 250),
        ("en_speakers", 59),
        ("en_wire", 108),
        ("ko", 190),
        ("ru", 180),
    ],
)
def test_the_passages_are_many(language: str, fewest: int) -> None:
    assert sum(len(expected) for _, expected in load_passages(language)) >= fewest
