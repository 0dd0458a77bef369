"""Loading articles, whole, from visible shelves."""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Row, Select, bindparam, select
from sqlalchemy.orm import Session

from briefings.errors import NotFoundError
from briefings.model import Article, BlockKind, Reading, Window
from briefings.storage.database import Database
from briefings.storage.readings import Rows, filled, outline_of, reading_of
from briefings.storage.tables import Document, Source, Version

Found = Row[Document, Version, str]
ToRead = Callable[[Sequence[Article]], AbstractSet[int]]
"""Articles with their flags, dates and words alone → the ids of those to be read."""

MOST_IN_WINDOW = 2_000
"""New articles one edition may look at; the newest."""

MOST_BEHIND = 100
"""Older articles it may look at; the newest."""

BATCH = 400


def article(
    database: Database, document_id: int, *, shelves: Sequence[int], version_id: int | None = None
) -> Article:
    """A live document's current version, or an older one of it. Raises NotFoundError."""
    query = _live(shelves).where(Document.document_id == document_id)
    if version_id is None:
        query = query.where(Version.version == Document.version)
    else:
        query = query.where(Version.version_id == version_id)
    with database.reading() as session:
        found = _whole(session, session.execute(query).all())
    if not found:
        raise NotFoundError(
            f"There is no document {document_id} here", what="document", wanted=document_id
        )
    return found[0]


def articles(
    database: Database,
    document_ids: Iterable[int],
    *,
    shelves: Sequence[int],
) -> tuple[Article, ...]:
    """Those of the documents that are live and visible, in the order asked for."""
    wanted = list(dict.fromkeys(document_ids))
    found: dict[int, Article] = {}
    with database.reading() as session:
        for start in range(0, len(wanted), BATCH):
            batch = wanted[start : start + BATCH]
            given = {"shelves": list(shelves), "keys": batch}
            whole = _whole(session, session.execute(_asked_for(), given).all())
            found.update({each.document_id: each for each in whole})
    return tuple(found[document_id] for document_id in wanted if document_id in found)


@dataclass(frozen=True, slots=True)
class Body:
    """The words of a live document's current version without anything read out of them.

    words: its body blocks, one a line.
    """

    document_id: int
    shelf_id: int
    source: str
    title: str
    first_seen: datetime
    near_duplicate_of: int | None
    words: str


def bodies(
    database: Database, document_ids: Iterable[int], *, shelves: Sequence[int]
) -> tuple[Body, ...]:
    """As `articles`, for whoever compares words alone."""
    wanted = list(dict.fromkeys(document_ids))[:BATCH]
    query = (
        select(
            Document.document_id,
            Document.shelf_id,
            Source.name,
            Document.title,
            Document.first_seen,
            Document.near_duplicate_of,
            Version.text,
            Version.blocks,
        )
        .join(Version, Version.document_id == Document.document_id)
        .join(Source, Source.source_id == Document.source_id)
        .where(
            Document.document_id.in_(wanted),
            (Document.shelf_id + 0).in_(shelves),  # plans start at the documents, not the shelf
            Document.removed_at.is_(None),
            Version.version == Document.version,
        )
    )
    with database.reading() as session:
        return tuple(
            Body(key, shelf_id, source, title, first_seen, original, _body_words(text, blocks))
            for key, shelf_id, source, title, first_seen, original, text, blocks in session.execute(
                query
            )
        )


def _body_words(text: str, blocks: Iterable[tuple[int, int, str]]) -> str:
    body = BlockKind.BODY.value
    return "\n".join(text[start:end] for start, end, kind in blocks if kind == body)


def articles_for_window(
    database: Database, window: Window, *, shelves: Sequence[int], to_read: ToRead | None = None
) -> tuple[Article, ...]:
    """Live articles that an edition has to look at, newest first.

    What came in (or changed) in the window, the newest MOST_BEHIND of what was there before
    (background, and other tellings of the same events), and what any of the new ones repeats.
    to_read: which of them are wanted with all that was read out of them; by the rest, without.
    """
    query = (
        _current(shelves, shelf=Document.shelf_id + 0)  # plans start at the window, not the shelf
        .where(Document.first_seen < window.until, Version.seen_at < window.until)
        .order_by(Document.first_seen.desc(), Document.document_id.desc())
    )
    fresh = query.where(Version.seen_at >= window.since).limit(MOST_IN_WINDOW)
    behind = query.where(Version.seen_at < window.since)
    with database.reading() as session:
        found = [*session.execute(fresh), *session.execute(behind.limit(MOST_BEHIND))]
        known = {document.document_id for document, _, _ in found}
        repeated = {document.near_duplicate_of for document, _, _ in found} - known - {None}
        for start in range(0, len(repeated), BATCH):
            batch = sorted(each for each in repeated if each is not None)[start : start + BATCH]
            found += session.execute(behind.where(Document.document_id.in_(batch)))
        if to_read is None:
            return _whole(session, found)
        outlines = [
            article_of(document, version, source=source, reading=outline_of(version))
            for document, version, source in found
        ]
        wanted = to_read(outlines)
        versions = [row[1] for row in found]
        pairs = [*zip(outlines, versions, strict=True)]
        rows = Rows(session, [own.version_id for each, own in pairs if each.document_id in wanted])
        return tuple(
            replace(each, reading=filled(each.reading, own, rows))
            if each.document_id in wanted
            else each
            for each, own in pairs
        )


def _live(
    shelves: Sequence[int] | BindParameter[Any], shelf: ColumnElement[int] | None = None
) -> Select[Document, Version, str]:
    return (
        select(Document, Version, Source.name)
        .join(Version, Version.document_id == Document.document_id)
        .join(Source, Source.source_id == Document.source_id)
        .where(
            (Document.shelf_id if shelf is None else shelf).in_(shelves),
            Document.removed_at.is_(None),
        )
    )


def _current(
    shelves: Sequence[int] | BindParameter[Any], shelf: ColumnElement[int] | None = None
) -> Select[Document, Version, str]:
    return _live(shelves, shelf).where(Version.version == Document.version)


@cache
def _asked_for() -> Select[Document, Version, str]:
    """Made once: asked with every question. Plans start at the documents, not the shelf."""
    wanted = Document.document_id.in_(bindparam("keys", expanding=True))
    shelves: BindParameter[int] = bindparam("shelves", expanding=True)
    return _current(shelves, shelf=Document.shelf_id + 0).where(wanted)


def _whole(session: Session, found: Sequence[Found]) -> tuple[Article, ...]:
    rows = Rows(session, [version.version_id for _, version, _ in found])
    return tuple(
        article_of(document, version, source=source, reading=reading_of(version, rows))
        for document, version, source in found
    )


def article_of(document: Document, version: Version, *, source: str, reading: Reading) -> Article:
    return Article(
        document_id=document.document_id,
        version_id=version.version_id,
        version=version.version,
        shelf_id=document.shelf_id,
        source=source,
        title=document.title,
        url=version.url,
        published=version.published,
        published_on=version.published_on,
        first_seen=document.first_seen,
        origin=document.origin,
        added_by=document.added_by,
        digest=version.digest,
        near_duplicate_of=document.near_duplicate_of,
        removed_at=document.removed_at,
        reading=reading,
    )
