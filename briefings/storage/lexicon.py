"""The words of the full text, by shelf: which there are, and in how many documents they stand."""

from collections.abc import Collection, Sequence

from sqlalchemy import bindparam, func, select

from briefings.storage.database import Database
from briefings.storage.passages import searched_words
from briefings.storage.tables import Document, Version, Word

_FREQUENCIES = (  # made once: asked with every question
    select(Word.word, func.sum(Word.frequency))
    .where(
        Word.shelf_id.in_(bindparam("shelves", expanding=True)),
        Word.word.in_(bindparam("words", expanding=True)),
    )
    .group_by(Word.word)
    .having(func.sum(Word.frequency) > 0)
)

MOST_TOLD = 200
"""Documents whose words are told apart from all the others."""

MOST_WORDS = 400_000
"""Words told at most, the commonest: what stands in one document alone is mostly a misprint."""


def word_frequencies(
    database: Database, words: Collection[str], *, shelves: Sequence[int]
) -> dict[str, int]:
    """Folded words → in how many live documents of these shelves; only those that are in any."""
    if not words:
        return {}
    given = {"shelves": list(shelves), "words": list(words)}
    with database.reading() as session:
        found = session.connection().execute(_FREQUENCIES, given)
        return {word: int(frequency) for word, frequency in found}


def shelf_words(database: Database, *, shelf_id: int) -> dict[str, int]:
    """All words of a shelf and their frequencies, in an order that is always the same."""
    query = (
        select(Word.word, Word.frequency)
        .where(Word.shelf_id == shelf_id, Word.frequency > 0)
        .order_by(Word.frequency.desc(), Word.word)
        .limit(MOST_WORDS)
    )
    with database.reading() as session:
        return {row.word: row.frequency for row in session.execute(query)}


def words_since(database: Database, *, shelf_id: int, after: int) -> set[str] | None:
    """The words of the documents that changed after a change; None where these are too many."""
    query = (
        select(Document.title, Version.text, Version.blocks)
        .join(
            Version,
            (Version.document_id == Document.document_id) & (Version.version == Document.version),
        )
        .where(
            Document.shelf_id == shelf_id, Document.change > after, Document.removed_at.is_(None)
        )
        .limit(MOST_TOLD + 1)
    )
    with database.reading() as session:
        rows = session.execute(query).all()
    if len(rows) > MOST_TOLD:
        return None
    return {word for row in rows for word in searched_words(row.title, row.text, row.blocks)}
