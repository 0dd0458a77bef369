"""One ranking: the same questions give the same first five on SQLite and on PostgreSQL."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from briefings.model import Block, BlockKind, Reading, Sentence, Span
from briefings.search import ask, suggest_titles
from briefings.storage.articles import store_article
from briefings.storage.database import Database, open_database
from briefings.storage.shelves import COMMON_SHELF
from tests.storage.examples import NOW, new, reading

COMMON = (COMMON_SHELF,)
ARTICLES = 120
QUESTIONS = 200
SHARE_ALIKE = 0.95
ENGLISH = """
    treaty summit launch missile sanctions border railway tourists workers shells satellite visit
    talks trade oil coal rice grain embassy envoy statement election parliament court budget
    drill navy submarine drone airport flight bridge river flood harvest school hospital museum
    concert football orchestra painter novel theatre island harbour storm winter market prices
    factory engine steel copper forest wolf garden bread river village teacher doctor pilot
    spokesman minister president general sailor farmer student journalist witness judge"""
KOREAN = "조약 정상회담 미사일 제재 국경 철도 관광객 노동자 위성 방문 회담 무역 대사관 성명"
RUSSIAN = (
    "договор саммит ракета санкции граница туристы рабочие спутник визит торговля посол суд флот"
)


class Texts:
    def __init__(self) -> None:
        self.random = random.Random(24)
        self.words = [*ENGLISH.split(), *KOREAN.split(), *RUSSIAN.split()]
        self.weights = [1 / (rank + 4) for rank in range(len(self.words))]

    def some(self, count: int) -> list[str]:
        return self.random.choices(self.words, self.weights, k=count)

    def article(self, number: int) -> tuple[str, Reading]:
        lines = [" ".join(self.some(12)) + f" {number}." for _ in range(self.random.randint(2, 16))]
        text = "\n".join(lines)
        spans, start = [], 0
        for line in lines:
            spans.append(Sentence(Span(start, start + len(line)), BlockKind.BODY))
            start += len(line) + 1
        extraction = replace(
            reading().extraction,
            text=text,
            blocks=(Block(Span(0, len(text)), BlockKind.BODY),),
            published=None,
        )
        empty: dict[str, Any] = dict.fromkeys(("quotes", "statements", "mentions", "dates"), ())
        made = replace(
            reading(), extraction=extraction, sentences=tuple(spans), summary=(), **empty
        )
        return " ".join(self.some(6)), made

    def question(self) -> str:
        words = self.some(self.random.randint(1, 6))
        if self.random.random() < 0.4:
            at = self.random.randrange(len(words))
            words[at] = words[at][:-2] + words[at][-1:]
        return " ".join(words)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, postgresql: str) -> Iterator[list[Database]]:
    path = tmp_path_factory.mktemp("alike") / "archive.db"
    databases = [open_database(f"sqlite:///{path}"), open_database(f"{postgresql}postgres")]
    for database in databases:
        texts = Texts()
        for number in range(ARTICLES):
            title, made = texts.article(number)
            day = date(2024, 1, 1) + timedelta(days=number % 150)
            article = new(str(number), title=title, reading=made, published_on=day)
            store_article(database, article, now=NOW)
    yield databases
    for database in databases:
        database.close()


def test_the_same_questions_give_the_same_first_five_on_both(both: list[Database]) -> None:
    texts = Texts()
    texts.random.seed(5)
    questions = [texts.question() for _ in range(QUESTIONS)]

    same = 0
    for question in questions:
        first, second = (
            [hit.article.document_id for hit in ask(database, question, shelves=COMMON).hits]
            for database in both
        )
        same += first == second

    assert same >= SHARE_ALIKE * QUESTIONS


def test_titles_are_offered_alike_on_both(both: list[Database]) -> None:
    texts = Texts()
    for _ in range(50):
        typed = texts.question()
        first, second = (suggest_titles(database, typed, shelves=COMMON) for database in both)

        assert first == second
