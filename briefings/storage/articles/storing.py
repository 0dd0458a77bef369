"""Storing an article: everything read out of a document, in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from briefings.errors import DuplicateDocumentError, NotFoundError, UnusableDocumentError
from briefings.model import Article, Reading
from briefings.storage.articles.loading import article, article_of
from briefings.storage.audit import Deed, done_before, record
from briefings.storage.bulk import put
from briefings.storage.changes import mark_changed
from briefings.storage.columns import joined
from briefings.storage.database import Database
from briefings.storage.passages import drop_passages, index_version
from briefings.storage.rows import (
    date_rows,
    fingerprint_rows,
    found_metadata,
    mention_rows,
    sentence_rows,
    utterance_rows,
)
from briefings.storage.shelves import guild_of
from briefings.storage.tables import (
    Body,
    Correction,
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
    document_id: the document of which this is a new version. first_seen: when it counts as having
    come in, where that is not the moment it is stored.
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
    first_seen: datetime | None = None


Also = Callable[[Session, int], None]
"""A further deed of the transaction that stores a document, whose id it is given."""


def store_article(
    database: Database, new: NewArticle, *, now: datetime, also: Also | None = None
) -> Article:
    """Keep a document and what was read out of it.

    The same interaction again gives the same article. Raises DuplicateDocumentError where the
    shelf holds these bytes, NotFoundError where `new.document_id` is not on the shelf, and
    UnusableDocumentError for a text that no database can keep.
    """
    text = new.reading.extraction.text
    if _plain(text) != text:
        raise UnusableDocumentError("The text holds characters no archive keeps", reason="not-text")
    deed = Deed(
        "store",
        by=new.added_by,
        at=now,
        guild_id=guild_of(database, new.shelf_id),
        interaction_id=new.interaction_id,
    )

    def do(session: Session) -> Article | int:
        stored = _store(session, new, deed)
        if also is not None and isinstance(stored, Article):
            also(session, stored.document_id)
        return stored

    stored = database.do(do)
    if isinstance(stored, Article):
        return stored
    return article(database, stored, shelves=(new.shelf_id,))


def _store(session: Session, new: NewArticle, deed: Deed) -> Article | int:
    """The article, or the id of the one that this interaction has stored before."""
    entry = done_before(session, deed)
    if entry is not None and entry.subject_id is not None:
        return entry.subject_id
    digest = sha256(new.body).hexdigest()
    body = session.scalar(select(Body).where(Body.shelf_id == new.shelf_id, Body.digest == digest))
    if body is not None:
        _refuse_duplicate(session, body, new)
    document = _document(session, new, deed.at)
    if body is None:
        body = Body(
            shelf_id=new.shelf_id, document_id=document.document_id, digest=digest, body=new.body
        )
        session.add(body)
        session.flush()
    version = _version(session, new, document, body_id=body.body_id, now=deed.at)
    _put_reading(session, new.reading, version)
    index_version(session, version, new.reading, title=document.title)
    after = {"title": document.title, "version": document.version, "digest": version.digest}
    record(session, deed, subject_id=document.document_id, after=after)
    mark_changed(session, document.document_id)
    source = session.get_one(Source, document.source_id)
    return article_of(document, version, source=source.name, reading=new.reading)


def _refuse_duplicate(session: Session, body: Body, new: NewArticle) -> None:
    """The same bytes are one document; only a document may go back to what it once was."""
    document = session.get_one(Document, body.document_id)
    current = session.scalar(
        select(Version.body_id).where(
            Version.document_id == document.document_id, Version.version == document.version
        )
    )
    if new.document_id == document.document_id and current != body.body_id:
        return
    raise DuplicateDocumentError(
        f"These are the same bytes as document {document.document_id}, “{document.title}”",
        document_id=document.document_id,
        title=document.title,
        removed=document.removed_at is not None,
    )


def _document(session: Session, new: NewArticle, now: datetime) -> Document:
    """The document this is a version of, one version further; or a new one."""
    if new.document_id is not None:
        return _next_version(session, new, now)
    document = Document(
        shelf_id=new.shelf_id,
        source_id=_source_id(session, new),
        title=_plain(new.title),
        origin=_plain(new.origin),
        added_by=new.added_by,
        first_seen=new.first_seen or now,
        version=1,
        near_duplicate_of=new.near_duplicate_of,
        removed_at=None,
        change=0,
    )
    session.add(document)
    session.flush()
    return document


def _next_version(session: Session, new: NewArticle, now: datetime) -> Document:
    document = session.scalar(
        select(Document)
        .where(Document.document_id == new.document_id, Document.shelf_id == new.shelf_id)
        .with_for_update()
    )
    if document is None or document.removed_at is not None:
        raise NotFoundError(
            f"There is no document {new.document_id} on this shelf",
            what="document",
            wanted=new.document_id,
        )
    old = session.scalars(
        select(Version).where(
            Version.document_id == document.document_id, Version.version == document.version
        )
    ).one()
    drop_passages(session, old, title=document.title)
    document.version += 1
    if not _title_corrected(session, document.document_id):
        document.title = _plain(new.title)
    session.add(
        Correction(
            shelf_id=new.shelf_id,
            document_id=document.document_id,
            version_id=old.version_id,
            subject="changed",
            before=old.digest,
            after=sha256(new.reading.extraction.text.encode()).hexdigest(),
            made_by=new.added_by,
            made_at=now,
        )
    )
    session.flush()
    return document


def _title_corrected(session: Session, document_id: int) -> bool:
    corrected = select(Correction.correction_id).where(
        Correction.document_id == document_id, Correction.subject == "title"
    )
    return session.scalar(corrected.limit(1)) is not None


def _source_id(session: Session, new: NewArticle) -> int:
    name = _plain(new.source)
    known = session.scalar(
        select(Source.source_id).where(Source.shelf_id == new.shelf_id, Source.name == name)
    )
    if known is not None:
        return known
    source = Source(shelf_id=new.shelf_id, name=name)
    session.add(source)
    session.flush()
    return source.source_id


def _version(
    session: Session, new: NewArticle, document: Document, *, body_id: int, now: datetime
) -> Version:
    reading, extraction = new.reading, new.reading.extraction
    published = extraction.published
    day = published and published.date()  # the day where it was published
    version = Version(
        document_id=document.document_id,
        body_id=body_id,
        shelf_id=new.shelf_id,
        version=document.version,
        seen_at=(new.first_seen if document.version == 1 else None) or now,
        added_by=new.added_by,
        url=new.url and _plain(new.url),
        text=extraction.text,
        digest=sha256(extraction.text.encode()).hexdigest(),
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
    session.add(version)
    session.flush()
    return version


def _put_reading(session: Session, reading: Reading, version: Version) -> None:
    key, shelf_id = version.version_id, version.shelf_id
    put(session, SentenceRow, sentence_rows(reading, key))
    put(session, UtteranceRow, utterance_rows(reading, version_id=key, shelf_id=shelf_id))
    put(session, MentionRow, mention_rows(reading, key))
    put(session, DateRow, date_rows(reading, key))
    put(session, Fingerprint, fingerprint_rows(reading, version_id=key, shelf_id=shelf_id))


def _plain(text: str) -> str:
    return text.translate(_UNKEEPABLE)
