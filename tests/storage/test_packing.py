"""Stems in little room come back as they were, from whatever schema."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from briefings.storage.articles import store_article
from briefings.storage.database import open_database
from briefings.storage.index import passage_candidates
from briefings.storage.packing import packed, unpacked
from briefings.storage.schema import HEAD, migrate
from briefings.storage.shelves import COMMON_SHELF
from briefings.storage.tables import Passage
from tests.storage.examples import NOW, new

COMMON = (COMMON_SHELF,)
ENGLISH = (
    "the presid of russia met the leader of north korea in the capit and sign a treati that "
    "promis help in case of attack the two countri said on wednesdai after talk that last all dai"
)
RUSSIAN = "президент росс встрет с лидер кндр и подписа договор о партнерств сообщил мид"
KOREAN = "러시아 대통령 북한 김정은 위원장 정상회담 조약 서명 군사 협력 밝혔다"

KEPT = (
    "7559c90d80300c9b956725e80c3c1803f6e0c5441d823876935602891711a16a4edbf6f463db3b8574b3fc82"
    "41d56a0696270757a96ee4b60467be042d7d85f3df58a7b2f590b55a2adb94b95142e37344226e1767c5cc8d"
    "d9cd08784f747fab56074f930faa2ee161e26da0eb89890ce478773ac3b953c2e509753fff0c009123907207"
    "8d296ba47028c583ca46bbf651be1c1518892ded38a1824a9d0a194762c70b"
)


@given(st.text())
def test_whatever_is_packed_comes_back(stems: str) -> None:
    try:
        stems.encode()
    except UnicodeEncodeError:  # half a letter, which no archive keeps
        return
    assert unpacked(packed(stems)) == stems


@pytest.mark.parametrize("stems", [ENGLISH, RUSSIAN, KOREAN])
def test_the_stems_of_a_passage_take_half_their_room(stems: str) -> None:
    assert len(packed(stems)) <= len(stems.encode()) / 2


def test_what_was_packed_once_can_always_be_read() -> None:
    """Archives hold such bytes: the common stems may never change."""
    assert unpacked(bytes.fromhex(KEPT)) == f"{ENGLISH} {RUSSIAN} {KOREAN}"


def test_an_archive_of_words_is_packed_and_unpacked_and_finds_the_same(new_sqlite: str) -> None:
    database = open_database(new_sqlite)
    store_article(database, new(), now=NOW)
    with database.reading() as session:
        before = session.scalars(select(Passage.folded)).all()
    found = passage_candidates(database, [["Pyongyang"]], shelves=COMMON)
    path = str(database.file)

    migrate(database.engine, "0011")
    with closing(sqlite3.connect(path)) as plain:  # as the program of then reads and writes it
        words = [row[0] for row in plain.execute("SELECT folded FROM passages")]
        plain.execute("UPDATE passages SET folded = folded || ' zugzwang'")
        plain.commit()
    migrate(database.engine, HEAD)

    with database.reading() as session:
        after = session.scalars(select(Passage.folded)).all()
    assert words == before
    assert after == [f"{each} zugzwang" for each in before]
    again = passage_candidates(database, [["Pyongyang"]], shelves=COMMON)
    assert [row.span for row in again] == [row.span for row in found]
    assert len(passage_candidates(database, [["zugzwang"]], shelves=COMMON)) == len(before)
    with closing(sqlite3.connect(path)) as plain:
        [(kind,)] = set(plain.execute("SELECT typeof(folded) FROM passages"))
    assert kind == "blob"
    database.close()
