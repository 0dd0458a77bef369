"""Storing an article: everything read out of a document, in one transaction."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from briefings.errors import UnusableDocumentError
from briefings.model import Article, Reading
from briefings.storage.articles.loading import article, article_of
from briefings.storage.articles.versioning import (
    Changed,
    next_version,
    page_key,
    refuse_duplicate,
    standing_at,
)
from briefings.storage.audit import Deed, done_before, record
from briefings.storage.bulk import put, put_columns
from briefings.storage.changes import mark_changed
from briefings.storage.columns import joined
from briefings.storage.database import Database
from briefings.storage.passages import index_version
from briefings.storage.quotas import held, refuse_overfull
from briefings.storage.rows import (
    Row,
    date_rows,
    found_metadata,
    mention_rows,
    sentence_rows,
    utterance_rows,
)
from briefings.storage.shelves import guild_of
from briefings.storage.tables import (
    Base,
    Body,
    DateRow,
    Document,
    Fingerprint,
    MentionRow,
    SentenceRow,
    Source,
    UtteranceRow,
    Version,
)

_UNKEEPABLE = {0: None, **dict.fromkeys(range(0xD800, 0xE000))}
"""NUL and lone surrogates, which no database keeps."""


@dataclass(frozen=True, slots=True)
class NewArticle:
    """What store_article is given.

    title: the one to show. published_on: a person's word for the day; else the document's counts.
    document_id: the document of which this is a new version. same_page: the link as it compares
    with others; what stands there already becomes the earlier version. first_seen: when it counts
    as having come in, where that is not the moment it is stored. undo_of: the deed in the audit
    log that this takes back.
    """

    shelf_id: int
    source: str
    title: str
    body: bytes
    reading: Reading
    origin: str
    url: str | None = None
    published_on: date | None = None
    added_by: int | None = None
    interaction_id: int | None = None
    near_duplicate_of: int | None = None
    document_id: int | None = None
    same_page: str | None = None
    undo_of: int | None = None
    first_seen: datetime | None = None


Also = Callable[[Session, int], None]
"""A further deed of the transaction that stores a document, whose id it is given."""


def store_article(
    database: Database, new: NewArticle, *, now: datetime, also: Also | None = None
) -> Article:
    """Keep a document and what was read out of it.

    The same interaction again gives the same article. Raises DuplicateDocumentError where the
    shelf holds these bytes, NotFoundError where `new.document_id` is not on the shelf, and
    UnusableDocumentError for a text that no database can keep; QuotaError where the guild has all
    it may have.
    """
    check_keepable(new)
    deed = Deed(
        "store",
        by=new.added_by,
        at=now,
        guild_id=guild_of(database, new.shelf_id),
        interaction_id=new.interaction_id,
    )

    def do(session: Session) -> Article | int:
        stored = _store(session, new, deed)
        if isinstance(stored, Article):
            if database.room is not None and deed.guild_id is not None:
                refuse_overfull(held(session, new.shelf_id), database.room)
            if also is not None:
                also(session, stored.document_id)
        return stored

    stored = database.do(do)
    if isinstance(stored, Article):
        return stored
    return article(database, stored, shelves=(new.shelf_id,))


def check_keepable(new: NewArticle) -> None:
    """Raises UnusableDocumentError for a text that no database can keep."""
    text = new.reading.extraction.text
    if plain(text) != text:
        raise UnusableDocumentError("The text holds characters no archive keeps", reason="not-text")


def _store(session: Session, new: NewArticle, deed: Deed) -> Article | int:
    """The article, or the id of the one that this interaction has stored before."""
    entry = done_before(session, deed)
    if entry is not None and entry.subject_id is not None:
        return entry.subject_id
    digest, text = sha256(new.body).hexdigest(), _digest_of(new.reading)
    body = session.scalar(select(Body).where(Body.shelf_id == new.shelf_id, Body.digest == digest))
    if body is not None:
        refuse_duplicate(session, body, document_id=new.document_id)
    if new.document_id is None:
        document_id = standing_at(session, new.shelf_id, new.same_page, text)
        new = replace(new, document_id=document_id)
    document = _document(session, new, deed.at)
    if body is None:
        body = Body(
            shelf_id=new.shelf_id, document_id=document.document_id, digest=digest, body=new.body
        )
        session.add(body)
        session.flush()
    version = version_of(new, document, body_id=body.body_id, now=deed.at)
    session.add(version)
    session.flush()
    put_readings(session, [(version, new.reading)])
    put_fingerprints(session, [(version, new.reading)])
    index_version(session, version, new.reading, title=document.title)
    after = told(document, version)
    record(session, deed, subject_id=document.document_id, after=after, undo_of=new.undo_of)
    mark_changed(session, document.document_id)
    source = session.get_one(Source, document.source_id)
    return article_of(document, version, source=source.name, reading=new.reading)


def _document(session: Session, new: NewArticle, now: datetime) -> Document:
    """The document this is a version of, one version further; or a new one."""
    if new.document_id is not None:
        changed = Changed(
            new.document_id,
            new.shelf_id,
            title=plain(new.title),
            text=new.reading.extraction.text,
            by=new.added_by,
            at=now,
        )
        return next_version(session, changed)
    document = document_of(new, source_id=source_id(session, new.shelf_id, new.source), now=now)
    session.add(document)
    session.flush()
    return document


def document_of(new: NewArticle, *, source_id: int, now: datetime) -> Document:
    """The row of a new document, which has no number yet."""
    return Document(
        shelf_id=new.shelf_id,
        source_id=source_id,
        title=plain(new.title),
        origin=plain(new.origin),
        added_by=new.added_by,
        first_seen=new.first_seen or now,
        version=1,
        near_duplicate_of=new.near_duplicate_of,
        removed_at=None,
        change=0,
        link_key=page_key(new.same_page),
    )


def source_id(session: Session, shelf_id: int, name: str) -> int:
    """The source of this name on the shelf; a new one where there is none."""
    return source_ids(session, shelf_id, [name])[name]


def source_ids(session: Session, shelf_id: int, names: Collection[str]) -> dict[str, int]:
    """The shelf's sources of these names; those that are not there are new."""
    kept = {name: plain(name) for name in names}
    there = select(Source.name, Source.source_id).where(
        Source.shelf_id == shelf_id, Source.name.in_(kept.values())
    )
    known = dict(session.execute(there).all())
    fresh = [
        Source(shelf_id=shelf_id, name=name) for name in sorted({*kept.values()} - known.keys())
    ]
    session.add_all(fresh)
    session.flush()
    known |= {source.name: source.source_id for source in fresh}
    return {name: known[plain] for name, plain in kept.items()}


def version_of(new: NewArticle, document: Document, *, body_id: int, now: datetime) -> Version:
    """The row of a document's current version, which has no number yet."""
    reading, extraction = new.reading, new.reading.extraction
    published = extraction.published
    day = published and published.date()  # the day where it was published
    return Version(
        document_id=document.document_id,
        body_id=body_id,
        shelf_id=new.shelf_id,
        version=document.version,
        seen_at=(new.first_seen if document.version == 1 else None) or now,
        added_by=new.added_by,
        url=new.url and plain(new.url),
        text=extraction.text,
        digest=_digest_of(reading),
        found=found_metadata(extraction),
        blocks=[[*block.span, block.kind.value] for block in extraction.blocks],
        published=published and published.astimezone(UTC),
        published_on=new.published_on or extraction.published_on or day,
        language=reading.language,
        kind=reading.kind.value,
        flags=joined(sorted(reading.flags)),
        edges=joined(reading.edges),
        summary=list(reading.summary),
    )


def told(document: Document, version: Version) -> dict[str, Any]:
    """What the audit log says of a document that was stored."""
    return {"title": document.title, "version": document.version, "digest": version.digest}


def put_readings(session: Session, read: Sequence[tuple[Version, Reading]]) -> None:
    """What was read out of some versions, a statement for each table; see `put_fingerprints`."""
    for table, rows_of in _ROWS.items():
        put(session, table, [row for version, reading in read for row in rows_of(reading, version)])


def put_fingerprints(session: Session, read: Sequence[tuple[Version, Reading]]) -> None:
    """Of versions that are new: what stands in a text does not change. In the order of their key,
    so that neighbours meet in one page."""
    places = [(version.shelf_id, version.version_id) for version, _ in read]
    for shelf_id in dict.fromkeys(shelf_id for shelf_id, _ in places):
        prints: list[int] = []
        versions: list[int] = []
        for (shelf, version_id), (_, reading) in zip(places, read, strict=True):
            if shelf == shelf_id:
                prints += reading.fingerprints
                versions += [version_id] * len(reading.fingerprints)
        order = sorted(range(len(prints)), key=prints.__getitem__)
        columns = {
            "shelf_id": [shelf_id] * len(order),
            "fingerprint": [prints[at] for at in order],
            "version_id": [versions[at] for at in order],
        }
        put_columns(session, Fingerprint, columns)


_ROWS: dict[type[Base], Callable[[Reading, Version], list[Row]]] = {
    SentenceRow: lambda reading, at: sentence_rows(reading, at.version_id),
    UtteranceRow: lambda reading, at: utterance_rows(
        reading, version_id=at.version_id, shelf_id=at.shelf_id
    ),
    MentionRow: lambda reading, at: mention_rows(reading, at.version_id),
    DateRow: lambda reading, at: date_rows(reading, at.version_id),
}


def _digest_of(reading: Reading) -> str:
    return sha256(reading.extraction.text.encode()).hexdigest()


def plain(text: str) -> str:
    return text.translate(_UNKEEPABLE)
