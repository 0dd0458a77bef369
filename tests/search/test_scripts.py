"""Questions in one language to an archive in another."""

import pytest

from briefings.search import ask
from briefings.search.particles import bare
from briefings.storage.database import Database
from briefings.storage.shelves import COMMON_SHELF
from tests.search.test_query import keep

COMMON = (COMMON_SHELF,)
ENGLISH = (
    "Putin said in Hanoi that the harvest of coffee was good.",
    "Putin opened a bridge over the river Neva.",
    "Ushakov told reporters in Sochi about the delegation.",
    "South Korea will explain its response to the balloons today.",
    "The museum in Lyon shows old coins and maps.",
)
KOREAN = (
    "푸틴은 하노이에서 커피 수확을 칭찬했다.",
    "박물관은 오래된 동전과 지도를 전시한다.",
    "시장에서는 사과를 싸게 판다.",
)


def first(database: Database, question: str, texts: tuple[str, ...]) -> str | None:
    for text in texts:
        keep(database, text)
    hits = ask(database, question, shelves=COMMON).hits
    return hits[0].article.text if hits else None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("푸틴이 하노이에서 한 말", ENGLISH[0]),
        ("푸틴은 다리에서 무엇을 했나", ENGLISH[1]),
        ("우샤코프의 발언", ENGLISH[2]),
        ("소치에서 대표단에 대해 뭐라고 말했나", ENGLISH[2]),
        ("한국은 어떻게 대응해야 하나", ENGLISH[3]),
        ("что сказал Путин в Ханое", ENGLISH[0]),
        ("о чём Ушаков говорил в Сочи", ENGLISH[2]),
        ("ответ Южной Кореи на шары", ENGLISH[3]),
    ],
)
def test_a_question_finds_what_another_language_says(
    database: Database, question: str, text: str
) -> None:
    assert first(database, question, ENGLISH) == text


@pytest.mark.parametrize("question", ["putin hanoi", "что сказал Путин в Ханое", "푸틴 하노이"])
def test_a_name_is_found_behind_korean_particles(database: Database, question: str) -> None:
    assert first(database, question, KOREAN) == KOREAN[0]


@pytest.mark.parametrize(
    "question", ["화성에서 감자를 키우는 방법", "как вырастить картофель на Марсе"]
)
def test_another_language_is_no_excuse_for_a_guess(database: Database, question: str) -> None:
    assert first(database, question, ENGLISH) is None


def test_particles_are_taken_off_one_by_one() -> None:
    assert list(bare("평양에서의")) == ["평양에서", "평양"]
    assert list(bare("북한과의")) == ["북한과", "북한"]
    assert "대응" in bare("대응해야")
    assert list(bare("서의")) == []
    assert list(bare("Putin")) == []


def test_a_word_of_ten_thousand_syllables_is_left_alone() -> None:
    assert list(bare("은" * 10_000)) == []
