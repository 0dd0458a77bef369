"""Storing many new documents in one transaction: a few statements for all of them together."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from hashlib import sha256
from itertools import zip_longest

from sqlalchemy import select
from sqlalchemy.orm import Session

from briefings.errors import (
    BadValueError,
    DuplicateDocumentError,
    QuotaError,
    UnusableDocumentError,
)
from briefings.storage.articles.storing import (
    Also,
    NewArticle,
    check_keepable,
    document_of,
    plain,
    put_fingerprints,
    put_readings,
    source_ids,
    told,
    version_of,
)
from briefings.storage.articles.versioning import duplicate_of, page_key
from briefings.storage.audit import Deed, record_all
from briefings.storage.bulk import number
from briefings.storage.changes import mark_changed
from briefings.storage.database import Database
from briefings.storage.passages import Searched, index_versions, searched
from briefings.storage.quotas import Room, held, refuse_overfull
from briefings.storage.tables import Body, Document, Shelf, Version

MOST_AT_ONCE = 100
"""Documents in one transaction: other writers wait for its end."""

Refusal = DuplicateDocumentError | UnusableDocumentError | QuotaError
Outcome = int | Refusal | None
"""A document's id, or why it was not stored; None for what came from a page of which there is a
document by now: it is to go through store_article, as a version."""

Part = Sequence[tuple[NewArticle, Also | None]]
Read = Callable[[], Sequence[Searched]]
"""Gives what is searched of each article of a part."""


def store_articles(
    database: Database,
    batch: Sequence[NewArticle],
    *,
    now: datetime,
    also: Sequence[Also | None] = (),
) -> tuple[Outcome, ...]:
    """Keep new documents, MOST_AT_ONCE in a transaction: each is wholly there or not at all, and
    what is refused keeps no other out. also: for each a further deed of its transaction.

    Raises BadValueError for further versions of a document and for what an interaction asked for:
    they go through store_article.
    """
    for new in batch:
        if new.document_id or new.interaction_id:
            wanted = "new documents alone"
            raise BadValueError("", name="batch", given=new.origin, wanted=wanted)
    deeds = also or [None] * len(batch)
    pairs = list(zip(batch, deeds, strict=True))
    parts = [pairs[start : start + MOST_AT_ONCE] for start in range(0, len(pairs), MOST_AT_ONCE)]
    outcomes: list[Outcome] = []
    for part, read in _ahead(parts) if database.dialect != "sqlite" else _in_turn(parts):
        outcomes += database.do(partial(_store, part=part, read=read, now=now, room=database.room))
    return tuple(outcomes)


def _in_turn(parts: Sequence[Part]) -> Iterator[tuple[Part, Read]]:
    """SQLite works in this process, so there is nobody to work beside."""
    for part in parts:
        yield part, partial(_searched, part)


def _ahead(parts: Sequence[Part]) -> Iterator[tuple[Part, Read]]:
    """While the server is at work, a thread looks at what it will be given next."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        coming = [thread.submit(_searched, part) for part in parts[:1]]
        for part, following in zip_longest(parts, parts[1:]):
            if following:
                coming.append(thread.submit(_searched, following))
            yield part, coming.pop(0).result


def _searched(part: Part) -> Sequence[Searched]:
    return [searched(new.reading, title=plain(new.title)) for new, _ in part]


def _store(
    session: Session, *, part: Part, read: Read, now: datetime, room: Room | None
) -> list[Outcome]:
    outcomes, taken = _sorted(session, [new for new, _ in part], room)
    documents = _documents(session, [new for _, new in taken], now=now)
    bodies = [
        Body(
            shelf_id=new.shelf_id,
            document_id=document.document_id,
            digest=sha256(new.body).hexdigest(),
            body=new.body,
        )
        for (_, new), document in zip(taken, documents, strict=True)
    ]
    session.add_all(bodies)
    session.flush()
    versions = [
        version_of(new, document, body_id=body.body_id, now=now)
        for (_, new), document, body in zip(taken, documents, bodies, strict=True)
    ]
    number(session, versions)
    _derive(session, taken, versions, read)
    _tell(session, [new for _, new in taken], documents, versions, now=now)
    for (at, _), document in zip(taken, documents, strict=True):
        outcomes[at] = document.document_id
        deed = part[at][1]
        if deed is not None:
            deed(session, document.document_id)
    return outcomes


def _documents(session: Session, taken: Sequence[NewArticle], *, now: datetime) -> list[Document]:
    sources = {
        shelf_id: source_ids(
            session, shelf_id, {new.source for new in taken if new.shelf_id == shelf_id}
        )
        for shelf_id in sorted({new.shelf_id for new in taken})
    }
    documents = [
        document_of(new, source_id=sources[new.shelf_id][new.source], now=now) for new in taken
    ]
    number(session, documents)
    return documents


def _sorted(
    session: Session, batch: Sequence[NewArticle], room: Room | None
) -> tuple[list[Outcome], list[tuple[int, NewArticle]]]:
    """What comes of each as far as it is refused, and which are taken, by their places."""
    entry = _Entry(session, batch, room)
    outcomes: list[Outcome] = []
    taken: list[tuple[int, NewArticle]] = []
    for at, new in enumerate(batch):
        try:
            if entry.admits(new):
                taken.append((at, new))
            outcomes.append(None)
        except (DuplicateDocumentError, UnusableDocumentError, QuotaError) as error:
            outcomes.append(error)
    return outcomes, taken


class _Entry:
    """What is there already and how much room is left, counted on while documents are let in."""

    def __init__(self, session: Session, batch: Sequence[NewArticle], room: Room | None) -> None:
        self._digests = {id(new): sha256(new.body).hexdigest() for new in batch}
        self._room = room
        shelves = sorted({new.shelf_id for new in batch})
        waiting = select(Shelf.shelf_id, Shelf.guild_id).where(Shelf.shelf_id.in_(shelves))
        rows = session.execute(waiting.order_by(Shelf.shelf_id).with_for_update(key_share=True))
        guilds = [shelf_id for shelf_id, guild_id in rows if guild_id is not None]
        self._held = {each: held(session, each) for each in guilds} if room else {}
        self._there = _there(session, list(self._digests.values()))
        self._pages = _pages(session, shelves, [page_key(new.same_page) for new in batch])
        self._came: set[tuple[int, str]] = set()

    def admits(self, new: NewArticle) -> bool:
        """False for what there is a page of. Raises a refusal."""
        check_keepable(new)
        key, page = (new.shelf_id, self._digests[id(new)]), page_key(new.same_page)
        if key in self._there:
            raise duplicate_of(self._there[key])
        if key in self._came:
            raise DuplicateDocumentError("These bytes came twice", title=new.title)
        if (new.shelf_id, page) in self._pages:
            return False
        holds = self._held.get(new.shelf_id)
        if holds is not None and self._room is not None:
            refuse_overfull(holds.more(new.body), self._room)
            self._held[new.shelf_id] = holds.more(new.body)
        self._came.add(key)
        if page is not None:
            self._pages.add((new.shelf_id, page))
        return True


def _pages(
    session: Session, shelves: Sequence[int], keys: Sequence[str | None]
) -> set[tuple[int, str | None]]:
    """Those of the pages that live documents of the shelves came from."""
    query = select(Document.shelf_id, Document.link_key).where(
        Document.shelf_id.in_(shelves),
        Document.link_key.in_([key for key in keys if key is not None]),
        Document.removed_at.is_(None),
    )
    return {(shelf_id, key) for shelf_id, key in session.execute(query)}


def _there(session: Session, digests: Sequence[str]) -> dict[tuple[int, str], Document]:
    """The documents that were ever given these bytes, by shelf and digest."""
    query = (
        select(Body.shelf_id, Body.digest, Document)
        .join(Document, Document.document_id == Body.document_id)
        .where(Body.digest.in_(digests))
    )
    return {(shelf_id, digest): found for shelf_id, digest, found in session.execute(query)}


def _derive(
    session: Session,
    taken: Sequence[tuple[int, NewArticle]],
    versions: Sequence[Version],
    read: Read,
) -> None:
    """What is read out of the documents. Last what is searched, which may still be worked out."""
    together = list(zip(taken, versions, strict=True))
    readings = [(version, new.reading) for (_, new), version in together]
    put_fingerprints(session, readings)
    put_readings(session, readings)
    found = read()
    index_versions(session, [(version, found[at]) for (at, _), version in together])


def _tell(
    session: Session,
    taken: Sequence[NewArticle],
    documents: Sequence[Document],
    versions: Sequence[Version],
    *,
    now: datetime,
) -> None:
    """What the log says of the documents, and last their changes."""
    guilds = dict(session.execute(select(Shelf.shelf_id, Shelf.guild_id)).all())
    record_all(
        session,
        (
            (
                Deed("store", by=new.added_by, at=now, guild_id=guilds[new.shelf_id]),
                document.document_id,
                told(document, version),
            )
            for new, document, version in zip(taken, documents, versions, strict=True)
        ),
    )
    mark_changed(session, *(document.document_id for document in documents))
