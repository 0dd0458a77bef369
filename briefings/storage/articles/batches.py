"""Storing many new documents in one transaction: a few statements for all of them together."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from briefings.errors import BadValueError, DuplicateDocumentError, UnusableDocumentError
from briefings.storage.articles.storing import (
    NewArticle,
    check_keepable,
    document_of,
    put_fingerprints,
    put_readings,
    source_ids,
    told,
    version_of,
)
from briefings.storage.articles.versioning import duplicate_of
from briefings.storage.audit import Deed, record_all
from briefings.storage.changes import mark_changed
from briefings.storage.database import Database
from briefings.storage.passages import index_versions
from briefings.storage.tables import Base, Body, Document, Shelf, Version

MOST_AT_ONCE = 100
"""Documents in one transaction: other writers wait for its end."""

Refusal = DuplicateDocumentError | UnusableDocumentError
Outcome = int | Refusal
"""A document's id, or why it was not stored."""


def store_articles(
    database: Database, batch: Sequence[NewArticle], *, now: datetime
) -> tuple[Outcome, ...]:
    """Keep new documents, MOST_AT_ONCE in a transaction: each is wholly there or not at all, and
    what is refused keeps no other out.

    Raises BadValueError for further versions of a document and for what an interaction asked for:
    they go through store_article.
    """
    for new in batch:
        if new.document_id or new.same_page or new.interaction_id:
            wanted = "new documents alone"
            raise BadValueError("", name="batch", given=new.origin, wanted=wanted)
    outcomes: list[Outcome] = []
    for start in range(0, len(batch), MOST_AT_ONCE):
        part = batch[start : start + MOST_AT_ONCE]
        outcomes += database.do(partial(_store, batch=part, now=now))
    return tuple(outcomes)


def _store(session: Session, *, batch: Sequence[NewArticle], now: datetime) -> list[Outcome]:
    refused, taken = _sorted(session, batch)
    shelves = sorted({new.shelf_id for _, new in taken})
    sources = {
        shelf_id: source_ids(
            session, shelf_id, {new.source for _, new in taken if new.shelf_id == shelf_id}
        )
        for shelf_id in shelves
    }
    documents = [
        document_of(new, source_id=sources[new.shelf_id][new.source], now=now) for _, new in taken
    ]
    _add(session, documents)
    bodies = [
        Body(
            shelf_id=new.shelf_id,
            document_id=document.document_id,
            digest=sha256(new.body).hexdigest(),
            body=new.body,
        )
        for (_, new), document in zip(taken, documents, strict=True)
    ]
    _add(session, bodies)
    versions = [
        version_of(new, document, body_id=body.body_id, now=now)
        for (_, new), document, body in zip(taken, documents, bodies, strict=True)
    ]
    _add(session, versions)
    _put(session, [new for _, new in taken], documents, versions, now=now)
    stored = {at: document.document_id for (at, _), document in zip(taken, documents, strict=True)}
    return [stored.get(at) or refused[at] for at in range(len(batch))]


def _sorted(
    session: Session, batch: Sequence[NewArticle]
) -> tuple[dict[int, Refusal], list[tuple[int, NewArticle]]]:
    """Which are refused and which are taken, by their places in the batch."""
    digests = [sha256(new.body).hexdigest() for new in batch]
    there = _there(session, digests)
    refused: dict[int, Refusal] = {}
    taken: dict[tuple[int, str], tuple[int, NewArticle]] = {}
    for at, (new, digest) in enumerate(zip(batch, digests, strict=True)):
        key = new.shelf_id, digest
        try:
            check_keepable(new)
        except UnusableDocumentError as error:
            refused[at] = error
            continue
        if key in there:
            refused[at] = duplicate_of(there[key])
        elif key in taken:
            refused[at] = DuplicateDocumentError("These bytes came twice", title=new.title)
        else:
            taken[key] = at, new
    return refused, list(taken.values())


def _there(session: Session, digests: Sequence[str]) -> dict[tuple[int, str], Document]:
    """The documents that were ever given these bytes, by shelf and digest."""
    query = (
        select(Body.shelf_id, Body.digest, Document)
        .join(Document, Document.document_id == Body.document_id)
        .where(Body.digest.in_(digests))
    )
    return {(shelf_id, digest): found for shelf_id, digest, found in session.execute(query)}


def _add(session: Session, rows: Sequence[Base]) -> None:
    """Insert, and number, rows of one table."""
    session.add_all(rows)
    session.flush()


def _put(
    session: Session,
    taken: Sequence[NewArticle],
    documents: Sequence[Document],
    versions: Sequence[Version],
    *,
    now: datetime,
) -> None:
    """What is derived from the documents, what is told of them, and last their changes."""
    together = list(zip(taken, documents, versions, strict=True))
    read = [(version, new.reading) for new, _, version in together]
    put_readings(session, read)
    put_fingerprints(session, read)
    index_versions(session, [(row, new.reading, document.title) for new, document, row in together])
    guilds = dict(session.execute(select(Shelf.shelf_id, Shelf.guild_id)).all())
    record_all(
        session,
        (
            (
                Deed("store", by=new.added_by, at=now, guild_id=guilds[new.shelf_id]),
                document.document_id,
                told(document, version),
            )
            for new, document, version in together
        ),
    )
    mark_changed(session, *(document.document_id for document in documents))
