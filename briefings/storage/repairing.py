"""What search looks into, compared with the texts it was made from, and made anew from them.

Passages are compared document by document. Words are counted in one view of the archive, and what
is wrong is mended by its difference: other writers add and take away meanwhile, and differences do
not mind in which order they come.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select, text
from sqlalchemy.orm import Session

from briefings.storage.bulk import count, put
from briefings.storage.database import Database
from briefings.storage.fulltext import rebuild_index, sound_index
from briefings.storage.passages import passage_rows, place_of, searched_words
from briefings.storage.readings import Rows, reading_of
from briefings.storage.rows import Row
from briefings.storage.tables import Document, Passage, Version, Word

TOGETHER = 100  # documents looked at in one transaction
COLUMNS = ("shelf_id", "document_id", "version_id", "seen_on", "starts", "ends", "folded")

Told = Callable[[int, int], None]
"""Hears how many documents have been looked at, of how many."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """Of how many documents the passages were not what their texts give, and how many words were
    counted wrongly; of `looked_at` documents."""

    documents: int
    words: int
    looked_at: int


def repair_index(database: Database, told: Told = lambda done, whole: None) -> Repaired:
    """Make passages, counts of words and the full-text index what the texts say. What is right is
    left alone, so that a second run, or one after a break, does nothing twice."""
    with database.begin() as session:  # first, because passages are changed through it
        _rebuild(session)
    with database.reading() as session:
        keys = list(session.scalars(select(Document.document_id).order_by(Document.document_id)))
    wrong = 0
    for start in range(0, len(keys), TOGETHER):
        some = keys[start : start + TOGETHER]
        with database.reading() as session:
            differ = _differing(session, some)
        if differ:
            with database.begin() as session:
                wrong += _mend(session, list(differ))
        told(start + len(some), len(keys))
    return Repaired(wrong, _mend_words(database), len(keys))


def index_is_sound(database: Database) -> bool:
    """Whether the full-text index says what the table of passages says, as far as that can be seen
    without reading a text."""
    with database.begin() as session:
        return sound_index(session.connection())


def _differing(session: Session, document_ids: Sequence[int]) -> dict[int, list[Row]]:
    """Which documents' passages are not what their texts give, with those that should be."""
    wanted = _wanted(session, document_ids)
    query = (
        select(*(getattr(Passage, name) for name in COLUMNS))
        .where(Passage.document_id.in_(document_ids))
        .order_by(Passage.document_id, Passage.starts, Passage.passage_id)
    )
    there: dict[int, list[tuple[object, ...]]] = {key: [] for key in document_ids}
    for row in session.execute(query):
        there[row.document_id].append(tuple(row))
    return {
        key: rows
        for key, rows in wanted.items()
        if there[key] != [tuple(row[name] for name in COLUMNS) for row in rows]
    }


def _wanted(session: Session, document_ids: Sequence[int]) -> dict[int, list[Row]]:
    query = (
        select(Document, Version)
        .join(
            Version,
            (Version.document_id == Document.document_id) & (Version.version == Document.version),
        )
        .where(Document.document_id.in_(document_ids))
    )
    found = session.execute(query).all()
    rows = Rows(session, [version.version_id for _, version in found])
    return {
        document.document_id: passage_rows(
            reading_of(version, rows), title=document.title, place=place_of(version)
        )
        for document, version in found
    }


def _mend(session: Session, document_ids: Sequence[int]) -> int:
    """Of those documents that still differ, now that nobody else writes them."""
    locked = select(Document.document_id).where(Document.document_id.in_(document_ids))
    session.execute(locked.order_by(Document.document_id).with_for_update())
    differ = _differing(session, document_ids)
    session.execute(delete(Passage).where(Passage.document_id.in_(list(differ))))
    put(session, Passage, [row for rows in differ.values() for row in rows])
    return len(differ)


def _rebuild(session: Session) -> None:
    """The full-text index from the table of passages."""
    if session.get_bind().dialect.name == "sqlite":
        rebuild_index(session.connection())
    else:
        session.execute(text("REINDEX INDEX passage_index"))


def _mend_words(database: Database) -> int:
    """How many words were counted wrongly; one statement adds what was missing."""
    with database.reading() as session:
        if database.dialect != "sqlite":
            session.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
        missing = _counted(session)
        for row in session.execute(select(Word.shelf_id, Word.word, Word.frequency)):
            missing[row.shelf_id, row.word] -= row.frequency
    rows: list[Row] = [
        {"shelf_id": shelf_id, "word": word, "frequency": times}
        for (shelf_id, word), times in sorted(missing.items())
        if times
    ]
    if rows:
        with database.begin() as session:
            count(session, rows)
    return len(rows)


def _counted(session: Session) -> Counter[tuple[int, str]]:
    """In how many live documents of a shelf each word stands."""
    query = (
        select(Version.shelf_id, Document.title, Version.text, Version.blocks)
        .join(
            Document,
            (Version.document_id == Document.document_id) & (Version.version == Document.version),
        )
        .where(Document.removed_at.is_(None))
        .execution_options(yield_per=TOGETHER)
    )
    return Counter(
        (row.shelf_id, word)
        for row in session.execute(query)
        for word in searched_words(row.title, row.text, row.blocks)
    )
