"""Full text on both databases: the same passages, bounded, and deaf to hostile words."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import update

from briefings.model import Actor, Block, BlockKind, Edge, Flag, Reading, Sentence, Span
from briefings.storage.articles import remove_document, store_article
from briefings.storage.database import Database
from briefings.storage.filters import Filters
from briefings.storage.index import (
    change_counter,
    passage_candidates,
    speaker_rows,
    title_rows,
    vocabulary,
)
from briefings.storage.passages import LONGEST_UNIT, passage_rows
from briefings.storage.shelves import COMMON_SHELF
from briefings.storage.tables import Word
from briefings.storage.utterances import find_utterances
from tests.storage.examples import NOW, SAID, TEXT, new, reading

COMMON = (COMMON_SHELF,)


def about(text: str, *, edges: tuple[Edge, ...] = ()) -> Reading:
    """A reading of one block and, for each line, one sentence."""
    sentences = []
    start = 0
    for line in text.split("\n"):
        if line:
            sentences.append(Sentence(Span(start, start + len(line)), BlockKind.BODY))
        start += len(line) + 1
    return replace(
        reading(),
        extraction=replace(
            reading().extraction, text=text, blocks=(Block(Span(0, len(text)), BlockKind.BODY),)
        ),
        sentences=tuple(sentences),
        quotes=(),
        statements=(),
        mentions=(),
        dates=(),
        summary=(),
        edges=edges,
        fingerprints=frozenset(),
    )


def keep(database: Database, text: str, *, edges: tuple[Edge, ...] = ()) -> int:
    article = new(text, reading=about(text, edges=edges), title="")
    return store_article(database, article, now=NOW).document_id


def found(database: Database, *words: list[str], edge: Edge | None = None) -> list[int]:
    rows = passage_candidates(database, words, shelves=COMMON, edge=edge)
    return [row.document_id for row in rows]


def test_a_passage_is_found_by_any_inflection_of_its_words(database: Database) -> None:
    words = "Sanctions were imposed on shipping companies."
    key = keep(database, words)

    assert found(database, ["sanction"]) == found(database, ["IMPOSING"]) == [key]
    assert found(database, ["fish"]) == []
    [row] = passage_candidates(database, [["sanction"]], shelves=COMMON)
    assert (row.words, row.span, row.title) == (words, Span(0, len(words)), "")


def test_three_scripts_are_found_with_their_endings(database: Database) -> None:
    english = keep(database, "Zoë met Łukasz in Gdańsk.")
    russian = keep(database, "Путин встретился с Ким Чен Ыном в Москве.")
    korean = keep(database, "김정은은 러시아에서 푸틴을 만났다.")

    assert found(database, ["zoe"]) == found(database, ["gdansk"]) == [english]
    assert found(database, ["москва"]) == found(database, ["путину"]) == [russian]
    assert found(database, ["러시아"]) == found(database, ["김정은"]) == [korean]


def test_passages_with_rarer_words_come_first(database: Database) -> None:
    for number in range(9):
        keep(database, f"The minister spoke about trade number {number}.")
    both = keep(database, "The minister spoke about artillery and trade.")
    rare = keep(database, "An artillery piece.")

    assert sorted(found(database, ["artillery"], ["trade"])[:2]) == [both, rare]


def test_of_passages_with_a_word_those_that_say_it_oftener_come_first(database: Database) -> None:
    once = keep(database, "A missile flew over the sea, and the sea was calm.")
    thrice = keep(database, "A missile, a missile and one more missile flew over it.")
    twice = keep(database, "A missile and then a missile flew over the calm sea.")
    ever = keep(database, " ".join(["missile"] * 9))

    assert found(database, ["missile"]) == [ever, thrice, twice, once]


def test_of_passages_with_a_word_the_shorter_comes_first(database: Database) -> None:
    long = keep(database, f"A missile flew over {' and '.join(f'hill{n}' for n in range(30))}.")
    short = keep(database, "A missile flew over the sea.")
    longer = keep(database, f"A missile flew over {' and '.join(f'town{n}' for n in range(50))}.")

    assert found(database, ["missile"]) == [short, long, longer]


def test_a_phrase_counts_where_it_stands_and_not_where_its_words_do(database: Database) -> None:
    apart = keep(database, "Korea lies north of the sea, and the north of Korea is cold.")
    stands = keep(database, "North Korea is cold, and the sea is warm.")
    other = keep(database, "The sea is cold.")

    assert found(database, ["North Korea"], ["sea"]) == [stands, other, apart]
    assert found(database, ["North Korea"]) == [stands]


def test_alternatives_of_one_word_count_as_one_word(database: Database) -> None:
    key = keep(database, "Pyongyang launched a missile.")
    keep(database, "Korea north of the river.")

    hits = found(database, ["DPRK", "North Korea", "Pyongyang"])

    assert hits == [key]  # the phrase does not match the words in another order


def test_the_shown_title_can_be_searched(database: Database) -> None:
    text = "Words about nothing in particular."
    stored = store_article(
        database, new(text, reading=about(text), title="The Vostochny summit"), now=NOW
    )

    assert found(database, ["vostochny"]) == [stored.document_id]
    assert vocabulary(database, shelves=COMMON)["vostochny"] == 1


def test_furniture_is_not_searched(database: Database) -> None:
    store_article(database, new(), now=NOW)

    assert "Read more" in TEXT
    assert found(database, ["read"]) == []
    assert "read" not in vocabulary(database, shelves=COMMON)


def test_filters_by_edge_and_day_are_obeyed(database: Database) -> None:
    text = "Talks in Moscow."
    key = keep(database, text, edges=(Edge.RUSSIA_ROK,))

    assert found(database, ["talks"], edge=Edge.RUSSIA_ROK) == [key]
    assert found(database, ["talks"], edge=Edge.DPRK_ROK) == []
    later = datetime(2024, 6, 21, tzinfo=UTC)
    assert passage_candidates(database, [["talks"]], shelves=COMMON, since=later) == ()
    assert passage_candidates(database, [["talks"]], shelves=COMMON, since=NOW) != ()


HOSTILE = [
    '"',
    "'",
    '" OR "',
    "a* OR b NEAR(c d)",
    "folded:putin",
    "putin^ - + ( ) { }",
    "NOT AND OR",
    "\0\ud800 putin",
    "' | !putin & <->",
    "putin:*A",
    "%_\\",
    "'; DROP TABLE passages; --",
    "putin" * 5_000,
    "़ ा ั ﷽",
    "",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_only_words(database: Database, words: str) -> None:
    store_article(database, new(), now=NOW)

    passage_candidates(database, [[words], [words, "putin"], []], shelves=COMMON)
    find_utterances(database, shelves=COMMON, about=[[words]], speakers=[words])

    assert len(found(database, ["putin"])) == 1


def test_common_words_are_not_ranked_by_the_database_but_still_found(database: Database) -> None:
    keys = [keep(database, f"Russia and number {number}.") for number in range(5)]
    with database.begin() as session:
        session.execute(update(Word).where(Word.word == "russia").values(frequency=10**6))

    hits = passage_candidates(database, [["Russia"]], shelves=COMMON, limit=2)

    assert {hit.document_id for hit in hits} == set(keys[-2:])


def test_common_words_are_found_with_filters_and_beside_others(database: Database) -> None:
    keys = [keep(database, f"Russia and number {number}.") for number in range(5)]
    told = keep(database, "South Korea and Russia.", edges=(Edge.RUSSIA_ROK,))
    with database.begin() as session:
        for word in ("russia", "south", "korea", "number"):
            query = update(Word).where(Word.word == word)
            session.execute(query.values(frequency=10**6))

    assert set(found(database, ["Russia"])) == {*keys, told}
    assert found(database, ["Russia"], edge=Edge.RUSSIA_ROK) == [told]
    assert found(database, ["South Korea", "ROK"]) == [told]
    only = Filters(phrases=(("and", "russia"),))
    [hit] = passage_candidates(database, [["Russia"]], shelves=COMMON, filters=only)
    assert hit.document_id == told
    rest = Filters(without=(("south", "korea"), ("4",)))
    hits = passage_candidates(database, [["Russia"]], shelves=COMMON, filters=rest)
    assert {hit.document_id for hit in hits} == set(keys[:4])


def test_passages_are_whole_sentences_of_about_115_words_that_cover_the_text() -> None:
    line = "One two three four five six seven eight nine ten."
    text = "\n".join([line] * 60)

    rows = passage_rows(about(text), title="", place={})

    assert [text[row["starts"] : row["ends"]].count(line) for row in rows] == [12] * 5
    assert rows[0]["starts"] == 0
    assert rows[-1]["ends"] == len(text)


@pytest.mark.parametrize("text", ["x" * 100_000, "word " * 20_000])
def test_text_without_sentences_is_cut_into_bounded_passages(text: str) -> None:
    rows = passage_rows(about(text), title="", place={})

    assert all(row["ends"] - row["starts"] <= 3 * LONGEST_UNIT for row in rows)
    assert sum(row["ends"] - row["starts"] for row in rows) >= len(text) - len(rows) * 2


def test_every_change_moves_the_counter_and_is_told(database: Database) -> None:
    before = change_counter(database)
    one, two = keep(database, "One."), keep(database, "Two.")
    between = change_counter(database)
    remove_document(database, one, shelf_id=COMMON_SHELF, by=1, interaction_id=None, now=NOW)

    assert before < between < change_counter(database)
    assert [row.document_id for row in title_rows(database, shelves=COMMON)] == [two]
    [changed] = title_rows(database, shelves=COMMON, changed_after=between)
    assert (changed.document_id, changed.removed) == (one, True)
    everything = title_rows(database, shelves=COMMON, changed_after=before)
    assert [row.document_id for row in everything] == [one, two]


def test_speakers_are_one_row_each_under_their_commonest_name(database: Database) -> None:
    store_article(database, new("a"), now=NOW)
    store_article(database, new("b"), now=NOW)

    rows = speaker_rows(database, shelves=COMMON)

    assert [(row.name, row.name_id, row.count) for row in rows] == [
        ("Kim Jong Un", None, 2),
        ("Vladimir Putin", "vladimir-putin", 2),
    ]


def test_quotes_are_found_by_name_speaker_subject_and_edge(database: Database) -> None:
    stored = store_article(database, new(), now=NOW)

    [row] = find_utterances(database, shelves=COMMON, name_ids=["vladimir-putin"])

    assert (row.words, row.sentence, row.speaker) == (
        "We value your support,",
        SAID,
        "Vladimir Putin",
    )
    assert (row.attribution, row.document_id, row.source) == (
        "Putin",
        stored.document_id,
        "The Paper",
    )
    assert row.said is not None
    hits: list[dict[str, Any]] = [
        {"speakers": ["VLADIMIR  putin"]},
        {"about": [["supports"], ["values", "esteem"]]},
        {"edge": Edge.DPRK_RUSSIA},
    ]
    for match in hits:
        assert find_utterances(database, shelves=COMMON, **match) == (row,)
    misses: list[dict[str, Any]] = [
        {"name_ids": []},
        {"speakers": ["Putin Vladimir"]},
        {"about": [["support"], ["sanctions"]]},
        {"edge": Edge.RUSSIA_ROK},
        {"forms": ()},
    ]
    for miss in misses:
        assert find_utterances(database, shelves=COMMON, **miss) == ()


def test_statements_are_told_from_quotes(database: Database) -> None:
    store_article(database, new(), now=NOW)

    both = find_utterances(database, shelves=COMMON, forms=("quote", "statement"))

    assert sorted(row.form for row in both) == ["quote", "statement"]
    assert reading().statements[0].actor is None
    assert reading().quotes[0].actor is Actor.RUSSIA


def test_reworded_articles_are_never_quoted(database: Database) -> None:
    reworded = replace(reading(), flags=frozenset({Flag.REWORDED, Flag.TRUNCATED}))
    store_article(database, new(reading=reworded), now=NOW)

    assert find_utterances(database, shelves=COMMON, forms=("quote", "statement")) == ()
    assert speaker_rows(database, shelves=COMMON) == ()
