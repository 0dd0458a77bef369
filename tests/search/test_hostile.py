"""Hostile questions cost no more than others: what is looked at is counted, not timed."""

import pytest

from briefings.search import postings as bounds
from briefings.search.expansion import MOST_FORMS as MOST_MEANT
from briefings.search.expansion import MOST_WORDS as MOST_TYPED
from briefings.search.expansion import Expansion
from briefings.search.lexicon import Lexicon
from briefings.search.query import filters_of, parsed
from briefings.search.question import MOST_FORMS, MOST_WORDS, Word, words_of
from briefings.search.titleindex import TitleIndex
from briefings.storage.database import Database
from briefings.storage.index import PassageRow, passage_candidates
from briefings.storage.shelves import COMMON_SHELF
from tests.search.test_query import keep
from tests.search.test_suggestions import HOSTILE

COMMON = (COMMON_SHELF,)
EVERYWHERE = "The kim of ab x and putin near or not a speaker since 가 speaks."
STUFFED = [
    *(each for each in HOSTILE if "since:" not in each and "speaker:" not in each),
    " OR ".join(["kim", "putin", "ab"] * 600),
    '"kim" ' * 1_600,
    "-kim " * 2_000,
    " ".join(f"kim{number}" for number in range(1_500)),
    " ".join(f"가{chr(0xAC00 + number)}은" for number in range(2_500)),
    "푸틴에게서는" * 1_500,
    "\u200f".join("putin" for _ in range(1_500)),
    "kim* NEAR(putin, 5) ^ab {kim}:x" * 300,
]


@pytest.fixture
def crowded(database: Database) -> Database:
    for number in range(20):
        keep(database, f"{EVERYWHERE} It is number {number}.")
    return database


def looked_at(database: Database, question: str, *, limit: int) -> tuple[PassageRow, ...]:
    query = parsed(question)
    lexicon = Lexicon(database, COMMON)
    return passage_candidates(
        database,
        [tuple(word.forms) for word in words_of(query.words, lexicon) if word.forms],
        shelves=COMMON,
        filters=filters_of(query, database, shelves=COMMON, now=None),
        limit=limit,
        known=lexicon,
    )


def asked(database: Database, question: str) -> tuple[Word, ...]:
    return words_of(parsed(question).words, Lexicon(database, COMMON))


def test_no_hostile_question_looks_at_more_passages_than_any(crowded: Database) -> None:
    for question in STUFFED:  # one archive for all of them: filling it takes longest
        words = asked(crowded, question)

        assert len(words) <= MOST_WORDS
        assert all(len(word.forms) <= MOST_FORMS for word in words)
        assert len(looked_at(crowded, question, limit=6)) <= 6 + 6 // 3


def test_there_is_more_to_look_at_than_a_question_may(crowded: Database) -> None:
    assert len(looked_at(crowded, "kim putin ab", limit=100)) == 20
    assert len(looked_at(crowded, "kim putin ab", limit=6)) >= 6


@pytest.mark.parametrize("settled", [True, False])
@pytest.mark.parametrize("typed", STUFFED, ids=range(len(STUFFED)))
def test_hostile_typing_looks_at_no_more_postings_than_any(
    monkeypatch: pytest.MonkeyPatch, typed: str, settled: bool
) -> None:
    monkeypatch.setattr(bounds, "MOST_POSTINGS", 40)
    monkeypatch.setattr(bounds, "MOST_CHECKED", 10)
    index = TitleIndex()
    for key in range(200):
        index.put(key, f"{EVERYWHERE} kim{key} 가{chr(0xAC00 + key)}은", key)
    if settled:
        index.settle()

    meanings = Expansion(index.words).meanings(typed, index)
    index.search(typed, limit=5)

    assert len(meanings) <= MOST_TYPED
    assert all(len(meaning.forms) <= MOST_MEANT for meaning in meanings)
    assert index.looked_at <= 40 + 40 + (MOST_TYPED - 1) * 10
