"""The versions of a document, and what was done to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from briefings.errors import NotFoundError
from briefings.model import Article, Event
from briefings.storage.articles.loading import article
from briefings.storage.database import Database
from briefings.storage.tables import Body, Correction, Document, Version

MOST = 200
"""Lines of a history that are given, the newest."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A version with the bytes it was read from."""

    article: Article
    body: bytes


def history_of(
    database: Database, document_id: int, *, shelves: Sequence[int]
) -> tuple[str, tuple[Event, ...]]:
    """The shown title and what happened, the newest first; of removed documents, too. Raises
    NotFoundError."""
    versions = (
        select(Version.version, Version.version_id, Version.seen_at, Version.added_by)
        .where(Version.document_id == document_id)
        .order_by(Version.version.desc())
    )
    corrections = (
        select(Correction)
        .where(Correction.document_id == document_id, Correction.subject != "changed")
        .order_by(Correction.correction_id.desc())
    )
    with database.reading() as session:
        document = session.get(Document, document_id)
        if document is None or document.shelf_id not in shelves:
            raise NotFoundError(
                f"There is no document {document_id}", what="document", wanted=document_id
            )
        events = [
            Event("version", at, by, number=number, version_id=key)
            for number, key, at, by in session.execute(versions.limit(MOST))
        ]
        events += [
            Event(row.subject, row.made_at, row.made_by, row.before, row.after)
            for row in session.scalars(corrections.limit(MOST))
        ]
    newest = sorted(events, key=lambda event: (event.at, event.number), reverse=True)
    return document.title, tuple(newest[:MOST])


def version_numbered(
    database: Database, document_id: int, number: int, *, shelves: Sequence[int]
) -> Article:
    """The document as its version of this number read. Raises NotFoundError."""
    query = select(Version.version_id).where(
        Version.document_id == document_id, Version.version == number
    )
    with database.reading() as session:
        version_id = session.scalar(query)
    if version_id is None:
        raise NotFoundError(f"There is no version {number}", what="version", wanted=number)
    return article(database, document_id, shelves=shelves, version_id=version_id)


def earlier_version(database: Database, document_id: int, *, shelf_id: int, before: int) -> Earlier:
    """The version that came before this one. Raises NotFoundError."""
    found = version_numbered(database, document_id, before - 1, shelves=(shelf_id,))
    query = (
        select(Body.body)
        .join(Version, Version.body_id == Body.body_id)
        .where(Version.version_id == found.version_id)
    )
    with database.reading() as session:
        return Earlier(found, session.scalars(query).one())
