"""Quotations that were really said so, and those that were not."""

from dataclasses import replace
from datetime import date

import pytest

from briefings.errors import BadValueError
from briefings.ingest.reading import read
from briefings.model import Flag
from briefings.search import Check, Form, Verdict, check_quote, claims_in
from briefings.search.lexicon import Lexicon
from briefings.search.sifting import MOST_ARTICLES, MOST_PASSAGES, articles_like
from briefings.storage.articles import store_article
from briefings.storage.database import Database
from briefings.storage.shelves import COMMON_SHELF, shelf_of
from tests.storage.examples import NOW, new

COMMON = (COMMON_SHELF,)
WIRE = """Envoy talks resume

“We will not attack the South,” Defense Minister Kang Sun-nam said on Thursday. “We do not believe
that the exercises are defensive in nature.”

“We want peace,” Foreign Ministry spokesperson Maria Zakharova told reporters in Moscow. “But we
are ready for anything that may come.”

Vladimir Putin never said “Seoul must be destroyed within a week”, the Kremlin said.

Putin said that Russia would build three new bridges over the Tumen River by 2027.

Analysts call it the “alliance of the cornered powers” these days.

“We have 12,000 reasons to co-operate with our neighbours; the defence of peace is our labour,”
President Yoon Suk-yeol said on Friday. “Are we at war already?” he asked.
"""
KOREAN = """북러 회담 소식

윤석열 대통령은 20일 "우리는 북한의 도발을 결코 용납하지 않겠다"고 말했다.

김여정 부부장은 "공동 선언을 지키는 것이 무엇보다 중요하다"고 밝혔다.
"""
RUSSIAN = """Переговоры продолжаются

«Мы не ставим перед собой задачу втянуть ещё кого-то в конфликт», — заявил Владимир Путин.

Сергей Лавров сказал: «Наши отношения с Пхеньяном вышли на новый уровень».
"""


def keep(database: Database, text: str, *, flag: Flag | None = None, shelf: int = 1) -> int:
    text = "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
    reading = read(text.encode(), content_type="text/plain; charset=utf-8")
    if flag is not None:
        reading = replace(reading, flags=reading.flags | {flag})
    article = new(
        text,
        reading=reading,
        title=text.partition("\n")[0],
        shelf_id=shelf,
        published_on=date(2024, 6, 20),
    )
    return store_article(database, article, now=NOW).document_id


@pytest.fixture
def filled(database: Database) -> Database:
    for text in (WIRE, KOREAN, RUSSIAN):
        keep(database, text)
    return database


def checked(database: Database, quote: str, speaker: str = "") -> Check:
    return check_quote(database, quote, shelves=COMMON, speaker=speaker)


VERDICTS = [
    ("We will not attack the South", "", "exact"),
    ("“we will NOT attack the South.”", "Kang Sun Nam", "exact"),
    ("We have 12000 reasons to cooperate with our neighbors; the defense of peace", "", "exact"),
    ("We want peace. But we are ready for anything", "Zakharova", "exact"),
    ("We want peace … ready for anything that may come", "", "exact"),
    ("Are we at war already?", "Yoon", "exact"),
    ("attack the South", "", "cut"),
    ("the exercises are defensive in nature", "", "cut"),
    ("We will … attack the South", "", "cut"),
    ("We will not attack the South", "Maria Zakharova", "misattributed"),
    ("We will not attack the South", "Somebody Unheard-of", "elsewhose"),
    ("We want peace", "Putin", "elsewhose"),  # so few words that anybody says them
    ("We will not attack the South but we are ready for anything that may come", "", "joined"),
    ("We want peace,” Foreign Ministry spokesperson", "", "partly"),
    ("Seoul must be destroyed within a week", "Putin", "denied"),
    ("Russia would build three new bridges over the Tumen River", "Putin", "reported"),
    ("alliance of the cornered powers", "", "marked"),
    ("Analysts call it the", "", "text"),
    ("We will attack the South", "", "altered"),
    ("We do not not believe that the exercises are defensive in nature", "", "altered"),
    ("We have 13,000 reasons to cooperate with our neighbours", "Yoon", "altered"),
    ("The moon belongs to fishermen", "", "absent"),
    ("😀 the of and to", "", "absent"),
    ("우리는 북한의 도발을 결코 용납하지 않겠다", "윤석열", "exact"),
    ("공동선언을 지키는것이 무엇보다 중요하다", "", "exact"),
    ("북한의 도발", "", "exact"),
    ("공동선언을 지키는 것이 무엇보다 중요하다", "김정은", "misattributed"),
    ("우리는 북한의 도발을 용납하겠다", "윤석열", "altered"),
    ("Мы не ставим перед собой задачу втянуть еще кого-то в конфликт", "", "exact"),
    ("ставим перед собой задачу втянуть ещё кого-то в конфликт", "Путин", "cut"),
    ("Наши отношения с Пхеньяном вышли на новый уровень.", "Путин", "misattributed"),
    ("наши отношения с Сеулом вышли на новый уровень", "Лавров", "altered"),
]


def test_each_quotation_gets_its_verdict(filled: Database) -> None:
    told = [
        (quote, speaker, checked(filled, quote, speaker).verdict) for quote, speaker, _ in VERDICTS
    ]

    assert told == VERDICTS


def test_what_was_left_out_put_in_and_changed_is_told_word_by_word(filled: Database) -> None:
    found = checked(filled, "We will attack the South", "Kang Sun-nam")

    told = [(piece.where, piece.words) for piece in found.pieces]
    assert told == [("both", "We will"), ("archive", "not"), ("both", "attack the South")]
    assert found.negation
    number = checked(filled, "We have 13,000 reasons to cooperate with our neighbours").pieces
    assert [(each.where, each.words) for each in number][1:3] == [
        ("archive", "12,000"),
        ("given", "13,000"),
    ]


def test_the_ending_of_a_korean_sentence_counts_as_changed(filled: Database) -> None:
    found = checked(filled, "우리는 북한의 도발을 용납하겠다")

    assert ("archive", "결코 용납하지 않겠다") in [
        (each.where, each.words) for each in found.pieces
    ]
    assert found.negation


def test_a_question_that_lost_its_mark_is_noted(filled: Database) -> None:
    assert checked(filled, "Are we at war already").finds[0].asked
    assert not checked(filled, "Are we at war already?").finds[0].asked


def test_every_extract_is_verbatim_in_its_article(filled: Database) -> None:
    for quote, speaker, _ in VERDICTS:
        for find in checked(filled, quote, speaker).finds:
            assert 0 <= find.shown.start <= find.span.start < find.span.end <= find.shown.end
            assert find.shown.end <= len(find.article.text)


def test_what_nobody_may_see_says_nothing(database: Database) -> None:
    other = shelf_of(database, 77)
    keep(database, WIRE, shelf=other)

    assert checked(database, "We will not attack the South").verdict is Verdict.ABSENT
    seen = check_quote(database, "We will not attack the South", shelves=(*COMMON, other))
    assert seen.verdict is Verdict.EXACT


def test_removed_and_reworded_documents_say_nothing_and_retracted_ones_come_last(
    database: Database,
) -> None:
    quote = "Наши отношения с Пхеньяном вышли на новый уровень"
    reworded = keep(database, RUSSIAN + "Другими словами.", flag=Flag.REWORDED)
    assert checked(database, quote).verdict is Verdict.ABSENT

    retracted = keep(database, RUSSIAN, flag=Flag.RETRACTED)
    kept = keep(database, RUSSIAN + "\nНовая версия.\n")
    order = [find.article.document_id for find in checked(database, quote).finds]
    assert order == [kept, retracted]
    assert reworded not in order


def test_documents_that_give_the_words_to_two_people_are_told(filled: Database) -> None:
    keep(filled, "A copy\n\nVladimir Putin said: “We will not attack the South.”\n")

    found = checked(filled, "We will not attack the South")

    assert found.disputed
    assert {find.speaker for find in found.finds} == {"Kang Sun-nam", "Vladimir Putin"}
    assert checked(filled, "We will not attack the South", "Putin").verdict is Verdict.EXACT


@pytest.mark.parametrize("quote", ["", "???", "”“", "\0\0", "x" * 4_001, "to be " * 700])
def test_no_words_and_too_many_words_are_refused(filled: Database, quote: str) -> None:
    with pytest.raises(BadValueError):
        checked(filled, quote)


@pytest.mark.parametrize(
    "quote",
    [
        "the " * 699,
        "a… " * 600,
        "[x] " * 600,
        "not " * 600,
        "😀" * 2_000 + " peace",
        "\0peace\0 talks",
        "가" * 3_000,
        "가 나 " * 300,
        "ab" * 1_999,
        "NEAR(peace* OR) AND {x}:",
    ],
)
def test_hostile_quotations_look_at_no_more_than_any(filled: Database, quote: str) -> None:
    lexicon = Lexicon(filled, COMMON)

    assert len(articles_like(filled, quote, shelves=COMMON, lexicon=lexicon)) <= MOST_ARTICLES
    assert checked(filled, quote).verdict in (Verdict.ABSENT, Verdict.EXACT, Verdict.TEXT)
    assert MOST_PASSAGES <= 120


def test_a_message_lets_people_say_things(database: Database) -> None:
    message = "Putin said “we will build three bridges”.\n> «Мир важнее всего»\nHe is “so” late."

    found = claims_in(database, message, shelves=COMMON)

    assert [claim.words for claim in found] == ["we will build three bridges", "Мир важнее всего"]
    assert found[0].speaker == "Putin"
    assert claims_in(database, "No quotation at all.", shelves=COMMON) == ()


def test_the_same_words_in_a_hundred_marks_are_one_claim(database: Database) -> None:
    assert len(claims_in(database, "“so be it” " * 3_000, shelves=COMMON)) == 1


def test_a_denial_names_who_denied(filled: Database) -> None:
    (find,) = checked(filled, "Seoul must be destroyed within a week").finds

    assert find.form is Form.DENIED
    assert find.speaker == "Vladimir Putin"
