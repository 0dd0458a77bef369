"""How the product names those who speak in Korean and Russian documents."""

from datetime import date

import pytest

from briefings.ingest.reader import Hints
from briefings.ingest.reading import read_extraction
from briefings.model import Block, BlockKind, Extraction, Quote, Reading, Statement
from tests.text.passages import lines_of, load_passages, score


def read(text: str, *, on: date | None = None) -> Reading:
    blocks = tuple(Block(line, BlockKind.BODY) for line in lines_of(text))
    extraction = Extraction(text, blocks, "text/plain", "utf-8", published_on=on)
    return read_extraction(extraction, hints=Hints())


def said_in(text: str, language: str) -> tuple[tuple[Quote, ...], tuple[Statement, ...]]:
    reading = read(text)
    assert reading.language == language
    return reading.quotes, reading.statements


def quotes_in(text: str, *, on: date | None = None) -> tuple[Quote, ...]:
    return read(text, on=on).quotes


def speakers_in(text: str, *, on: date | None = None) -> list[str]:
    return [quote.speaker_in(text) for quote in quotes_in(text, on=on)]


@pytest.mark.parametrize(
    ("corpus", "found", "right", "fewest"),
    [("ko_desk", 1.0, 0.99, 152), ("ru_desk", 0.99, 0.974, 156)],
)
def test_news_gives_the_right_speaker_as_the_product_shows_him(
    corpus: str, found: float, right: float, fewest: int
) -> None:
    reached = score(corpus, said_in)

    assert sum(len(expected) for _, expected in load_passages(corpus)) == reached.total >= fewest
    assert reached.found >= found * reached.total
    assert reached.right >= right * reached.total
    assert reached.invented == 0
    assert reached.certain_right == reached.certain >= 0.25 * reached.total


def test_a_russian_speaker_in_an_oblique_case_is_shown_in_the_nominative() -> None:
    text = "По словам Лаврова, договор «полностью отвечает международному праву»."

    assert speakers_in(text) == ["Сергей Лавров"]
    assert quotes_in(text)[0].speaker.of(text) == "Лаврова"


def test_a_nominative_of_the_document_goes_before_the_gazetteer() -> None:
    text = (
        "По словам Пескова, договор «никому не угрожает и останется в силе».\n"
        "Песков встретился с журналистами во вторник вместе с Дмитрием Пановым."
    )

    assert speakers_in(text) == ["Песков"]


def test_nobody_is_bent_back_whom_the_gazetteer_does_not_know() -> None:
    text = "По словам эксперта Захара Бурлакова, договор «никому не угрожает и останется в силе»."

    assert speakers_in(text) == ["Захара Бурлакова"]


def test_a_russian_office_is_the_holder_whom_the_document_names() -> None:
    text = (
        "Сергей Шойгу прилетел в Пхеньян в пятницу.\n"
        "«Встреча прошла тепло и по-дружески», — сказал секретарь Совбеза РФ."
    )

    assert speakers_in(text) == ["Сергей Шойгу"]


def test_an_office_whose_holder_the_document_does_not_name_stays_an_office() -> None:
    text = "«Встреча прошла тепло и по-дружески», — сказал секретарь Совбеза РФ."

    assert speakers_in(text) == ["секретарь Совбеза РФ"]


def test_of_two_holders_the_one_of_the_day_speaks() -> None:
    text = (
        "Президенты Ельцин и Путин вспоминали 1990-е.\n"
        "«Мы готовы к разговору с Сеулом», — сказал затем российский лидер."
    )

    assert speakers_in(text, on=date(2024, 6, 1)) == ["Путин"]


def test_a_korean_surname_with_a_title_is_not_fuller_than_the_name() -> None:
    text = (
        "김여정 북한 노동당 부부장은 “대꾸할 가치도 느끼지 않는다”고 밝혔다. "
        "김 부부장은 “책임은 전적으로 그들에게 있다”고 주장했다."
    )

    assert speakers_in(text) == ["김여정", "김여정"]
