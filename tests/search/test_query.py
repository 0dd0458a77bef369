"""The language of a question, on both databases."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from briefings.errors import BadValueError
from briefings.model import Block, BlockKind, Edge, Kind, Sentence, Span
from briefings.search import ask
from briefings.search.query import parsed
from briefings.storage.articles import store_article
from briefings.storage.database import Database
from briefings.storage.shelves import COMMON_SHELF
from tests.storage.examples import NOW, new, reading

COMMON = (COMMON_SHELF,)


def keep(database: Database, text: str, **changes: Any) -> int:
    """An article of one sentence; without quotes unless the whole example is asked for."""
    plain = replace(
        reading(),
        extraction=replace(
            reading().extraction,
            text=text,
            blocks=(Block(Span(0, len(text)), BlockKind.BODY),),
            published=None,
        ),
        sentences=(Sentence(Span(0, len(text)), BlockKind.BODY),),
        quotes=(),
        statements=(),
        mentions=(),
        dates=(),
        summary=(),
        edges=changes.pop("edges", ()),
        kind=changes.pop("kind", Kind.NEWS),
        language=changes.pop("language", "en"),
    )
    article = new(text, reading=plain, title="", **changes)
    return store_article(database, article, now=NOW).document_id


def answers(database: Database, question: str, now: datetime | None = NOW) -> list[int]:
    hits = ask(database, question, shelves=COMMON, limit=10, now=now).hits
    return sorted(hit.article.document_id for hit in hits)


def test_a_question_is_cut_into_words_phrases_and_filters() -> None:
    query = parsed('treaty “mutual aid” -tourism speaker:ushakov since:"last week" 1-2 don\'t')

    assert query.words.split() == ["treaty", "mutual", "aid", "1-2", "don't"]
    assert query.phrases == ("mutual aid",)
    assert query.without == ("tourism",)
    assert query.fields == {"speaker": "ushakov", "since": "last week"}


def test_the_quotation_marks_of_a_whole_sentence_are_its_own() -> None:
    few = parsed("ferry captain “sheer luck” Rason harbour")
    sentence = parsed(
        "The captain of the ferry, who calls it “sheer luck” that all passengers reached Rason "
        "harbour, told reporters that pilots had warned him of drifting ice."
    )

    assert few.phrases == ("sheer luck",)
    assert sentence.phrases == ()
    assert "sheer luck" in sentence.words


@pytest.mark.parametrize(
    "question", ["North-South talks - a review", "Update: talks", "ratio 3:2", 'an 8" gun', "--"]
)
def test_ordinary_writing_is_not_taken_for_the_language(question: str) -> None:
    query = parsed(question)

    assert (query.phrases, query.without, dict(query.fields)) == ((), (), {})


def test_an_exact_phrase_is_wanted_in_this_order_and_with_these_endings(database: Database) -> None:
    exact = keep(database, "They signed a mutual aid treaty today.")
    keep(database, "They aid each other in a mutual treaty.")
    keep(database, "They spoke of mutual aids and a treaty.")

    assert answers(database, '"mutual aid" treaty') == [exact]


def test_a_phrase_that_nobody_wrote_is_looked_for_by_its_words(database: Database) -> None:
    key = keep(database, "They aid each other in a mutual treaty.")

    assert answers(database, '"mutual treaty aid"') == [key]


def test_a_word_can_be_left_out(database: Database) -> None:
    key = keep(database, "A treaty about rice.")
    keep(database, "A treaty about tourists and rice.")

    assert answers(database, "treaty rice -tourist") == [key]


def test_filters_confine_the_answers(database: Database) -> None:
    old = keep(database, "Talks in Moscow.", published_on=date(2024, 5, 31), source="TASS")
    edges = (Edge.DPRK_RUSSIA,)
    june = keep(database, "Talks, in Moscow.", published_on=date(2024, 6, 12), edges=edges)
    last = keep(database, "Talks in Moscow!", kind=Kind.EDITORIAL, published_on=NOW.date())
    korean = keep(database, "모스크바 회담.", language="ko", published_on=date(2024, 6, 30))

    assert answers(database, "talks moscow") == [old, june, last, korean]
    assert answers(database, "talks since:2024-06 until:2024-06-20") == [june, last]
    assert answers(database, "talks until:2024-05") == [old]
    assert answers(database, 'talks since:"June 2024" until:2024-06-19') == [june]
    assert answers(database, "talks since:last-week until:last-week") == [june]
    assert answers(database, "talks source:tass") == [old]
    assert answers(database, "talks edge:dprk-russia") == [june]
    assert answers(database, "talks edge:Russia-DPRK") == [june]
    assert answers(database, "talks kind:editorial") == [last]
    assert answers(database, "talks lang:korean") == [korean]


def test_a_filter_alone_is_a_question(database: Database) -> None:
    key = keep(database, "Talks in Moscow.", source="TASS")
    keep(database, "Talks, in Moscow.")

    assert answers(database, "source:tass") == [key]


def test_a_speaker_confines_the_answers_however_the_name_is_spelt(database: Database) -> None:
    key = store_article(database, new(), now=NOW).document_id
    keep(database, "Putin visits Pyongyang.")

    for question in ("pyongyang speaker:putin", "pyongyang speaker:Путин", "speaker:putim"):
        assert answers(database, question) == [key]
    assert answers(database, "pyongyang has:quotes") == [key]


def test_what_is_shown_of_a_speaker_is_what_that_speaker_said(database: Database) -> None:
    store_article(database, new(), now=NOW)

    def shown(question: str) -> str:
        (hit,) = ask(database, question, shelves=COMMON, now=NOW).hits
        return hit.passage.of(hit.article.text)

    assert "support" in shown("speaker:putin")
    assert "allies" in shown('speaker:"kim jong un"')
    assert "allies" in shown('allies speaker:"kim jong un"')
    assert "arrived" in shown("arrived speaker:putin")


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("talks edge:mars-venus", "edge"),
        ("talks kind:poem", "kind"),
        ("talks lang:klingon", "lang"),
        ("talks since:2024-13", "since"),
        ("talks until:whenever", "until"),
        ("talks source:nowhere", "source"),
        ("talks speaker:nobodyatall", "speaker"),
    ],
)
def test_what_a_filter_cannot_be_is_said_kindly(
    database: Database, question: str, name: str
) -> None:
    keep(database, "Talks in Moscow.")

    with pytest.raises(BadValueError) as caught:
        ask(database, question, shelves=COMMON, now=datetime(2024, 6, 20, tzinfo=UTC))

    assert caught.value.fields["name"] == name
    assert caught.value.fields["given"] == question.split(":")[1]


def test_last_week_means_nothing_without_a_now(database: Database) -> None:
    with pytest.raises(BadValueError):
        ask(database, "talks since:last-week", shelves=COMMON)
