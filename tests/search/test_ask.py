"""Questions to an archive that holds the five seeds."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from briefings.ingest.documents import reading_jail
from briefings.ingest.seeds import load_seeds
from briefings.model import BlockKind, Edge, Flag
from briefings.search import ask, find_quotes, suggest_speakers, suggest_titles
from briefings.storage.database import Database, open_database
from briefings.storage.shelves import COMMON_SHELF

SEEDS = Path(__file__).parent.parent.parent / "seeds"
NOW = datetime.fromisoformat("2024-06-20T08:00+09:00")
SHELVES = (COMMON_SHELF,)


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = open_database(f"sqlite:///{tmp_path_factory.mktemp('seeded')}/archive.db")
    jail = reading_jail()
    load_seeds(database, jail, SEEDS, now=NOW)
    yield database
    jail.close()
    database.close()


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("putin visit pyongyang first in 24 years", "How Seoul can respond"),
        ("what did ushakof say about the treaty", "Seoul’s part in N. Korea"),
        ("satelite launch rocket tecnology", "How Seoul can respond"),
        ("73 train car convoy", "How South Korea can respond"),
        ("Hwasong-18 ICBM", "Reassessing North Korea"),
        ("russian president surprise visit", "Seoul’s part in N. Korea"),
        ("неделимая", ""),
    ],
)
def test_the_right_article_comes_first_in_spite_of_typos(
    seeded: Database, question: str, title: str
) -> None:
    hits = ask(seeded, question, shelves=SHELVES).hits

    assert [hit.article.title.startswith(title) for hit in hits[:1]] == ([True] if title else [])


def test_equidistance_is_found_in_the_reworded_copy_which_is_never_quoted(
    seeded: Database,
) -> None:
    hits = ask(seeded, "what is diplomatic equidistanse", shelves=SHELVES).hits

    assert Flag.REWORDED in hits[0].article.reading.flags
    assert hits[0].quotes == ()
    assert hits[0].summary == ()


def test_a_passage_is_running_text_alone(seeded: Database) -> None:
    for hit in ask(seeded, "putin kim vostochny cosmodrome meeting", shelves=SHELVES).hits:
        other = [
            block.span
            for block in hit.article.reading.extraction.blocks
            if block.kind is not BlockKind.BODY
        ]
        assert not any(hit.passage.overlaps(span) for span in other)


def test_the_father_is_not_found_under_the_son(seeded: Database) -> None:
    assert ask(seeded, "Kim Jong Il", shelves=SHELVES).hits == ()
    assert ask(seeded, "김정은", shelves=SHELVES).hits != ()


def test_a_question_nobody_answers_gets_no_guess(seeded: Database) -> None:
    answer = ask(seeded, "zebra giraffe", shelves=SHELVES)

    assert answer.hits == ()


@pytest.mark.parametrize("question", ["", "?!", '"* OR NEAR(', "%' --", "\x00", "😀", "the of and"])
def test_hostile_and_empty_questions_are_answered_quietly(seeded: Database, question: str) -> None:
    ask(seeded, question, shelves=SHELVES)
    suggest_titles(seeded, question, shelves=SHELVES)
    suggest_speakers(seeded, question, shelves=SHELVES)


def test_another_guilds_shelf_is_not_searched(seeded: Database) -> None:
    assert ask(seeded, "putin", shelves=(COMMON_SHELF + 1,)).hits == ()


def test_since_leaves_out_what_is_older(seeded: Database) -> None:
    hits = ask(
        seeded,
        "north korea russia",
        shelves=SHELVES,
        since=datetime.fromisoformat("2024-06-18T00:00+00:00"),
    ).hits

    assert {hit.article.source for hit in hits} == {"Hankyoreh"}


@pytest.mark.parametrize("typed", ["ushakof", "Ushakov", "Ушаков", "우샤코프", "yuri ushako"])
def test_a_speaker_is_found_misspelt_and_in_other_scripts(seeded: Database, typed: str) -> None:
    answer = find_quotes(seeded, shelves=SHELVES, speaker=typed)

    assert answer.speakers == ("Yuri Ushakov",)
    assert len(answer.rows) == 2


def test_quotes_about_a_subject_come_from_sentences_that_name_it(seeded: Database) -> None:
    rows = find_quotes(seeded, shelves=SHELVES, about="tourist trips").rows

    assert rows
    assert "tourist trips" in rows[0].sentence


def test_quotes_of_an_edge_are_of_that_edge_alone(seeded: Database) -> None:
    rows = find_quotes(seeded, shelves=SHELVES, edge=Edge.DPRK_ROK).rows

    assert {row.speaker for row in rows} == {"South Korea"}


def test_titles_are_offered_while_the_last_word_is_still_being_typed(seeded: Database) -> None:
    assert suggest_titles(seeded, "seoul can resp", shelves=SHELVES)[0].title.startswith(
        "How Seoul can respond"
    )


def test_speakers_are_offered_by_the_beginning_of_their_name(seeded: Database) -> None:
    assert suggest_speakers(seeded, "ush", shelves=SHELVES)[0] == "Yuri Ushakov"
    assert "US intelligence reports" not in suggest_speakers(seeded, "ush", shelves=SHELVES)
