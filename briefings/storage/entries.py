"""Entries of feeds: noting what is new, and what became of each."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from briefings.model.feeds import EntryRow, EntryState, FeedState
from briefings.storage.database import Database
from briefings.storage.feeds import row_of
from briefings.storage.tables import EntryRow as Row
from briefings.storage.tables import Feed as FeedRow

IN_ONE_QUERY = 200


@dataclass(frozen=True, slots=True)
class NewEntry:
    """key: digest of the feed's id for it. same_page: the link as it compares with others."""

    key: str
    link: str | None
    same_page: str | None
    title: str
    content: str
    published_on: date | None

    @property
    def link_key(self) -> str | None:
        page = self.same_page
        return sha256(page.encode(errors="replace")).hexdigest() if page else None

    @property
    def digest(self) -> str:
        """Of what the feed says of it."""
        said = f"{self.title}\0{self.link}\0{self.published_on}\0{self.content}"
        return sha256(said.encode(errors="replace")).hexdigest()


@dataclass(frozen=True, slots=True)
class Polled:
    """What a poll changes of its feed. None leaves title and url as they are."""

    state: FeedState
    reason: str | None
    fail_count: int
    next_poll_at: datetime | None
    etag: str | None = None
    last_modified: str | None = None
    ttl_minutes: int | None = None
    title: str | None = None
    url: str | None = None


def note_poll(
    database: Database,
    feed_id: int,
    polled: Polled,
    *,
    entries: Sequence[NewEntry],
    now: datetime,
) -> int:
    """The feed's new state and its new entries, in one transaction; how many wait to be taken.

    A person's pause or removal that came meanwhile stands. Raises NotFoundError once removed."""

    def do(session: Session) -> int:
        row = row_of(session, feed_id)
        _note_feed(session, row, polled, now)
        changed = _take_again(session, row, entries)
        new = _new_ones(session, row, entries)
        session.add_all(_row(row, each, here, now) for each, here in new)
        return changed + sum(not here for _, here in new)

    return database.do(do)


def _note_feed(session: Session, row: FeedRow, polled: Polled, now: datetime) -> None:
    row.polled_at, row.fail_count = now, polled.fail_count
    if row.state == FeedState.ACTIVE.value:
        row.state, row.reason = polled.state.value, polled.reason
        row.next_poll_at = polled.next_poll_at
    if polled.reason is None:
        row.etag, row.last_modified = polled.etag, polled.last_modified
        row.ttl_minutes = polled.ttl_minutes
    if polled.title and not row.title:
        row.title = polled.title
    if polled.url and not _taken(session, row.shelf_id, polled.url):
        row.url = polled.url


def _take_again(session: Session, row: FeedRow, entries: Sequence[NewEntry]) -> int:
    """Entries that became articles wait once more when the feed says something else of them: their
    page may have changed. How many those are."""
    given = {each.key: each for each in reversed(entries)}
    keys, changed = list(given), 0
    for start in range(0, len(keys), IN_ONE_QUERY):
        part = keys[start : start + IN_ONE_QUERY]
        known = session.scalars(
            select(Row).where(
                Row.feed_id == row.feed_id,
                Row.key.in_(part),
                Row.state == EntryState.TAKEN.value,
            )
        )
        changed += sum(_changed(each, given[each.key]) for each in known)
    return changed


def _changed(row: Row, now: NewEntry) -> bool:
    if row.digest == now.digest:
        return False
    known, row.digest = row.digest, now.digest
    if known is None:  # nobody noted what the feed said of it before
        return False
    row.state, row.content = EntryState.WAITING.value, now.content
    row.title, row.link, row.published_on = now.title, now.link, now.published_on
    row.tries, row.retry_at = 0, None
    return True


def _taken(session: Session, shelf_id: int, url: str) -> bool:
    query = select(FeedRow.feed_id).where(FeedRow.shelf_id == shelf_id, FeedRow.url == url)
    return session.scalar(query) is not None


def _new_ones(
    session: Session, row: FeedRow, entries: Iterable[NewEntry]
) -> list[tuple[NewEntry, bool]]:
    """Those the feed has not given before; and of each whether its page came by another way."""
    given: dict[str, NewEntry] = {}
    for each in entries:
        given.setdefault(each.key, each)
    known: set[str] = set()
    pages: set[str] = set()
    keys = list(given)
    links = [each.link_key for each in given.values() if each.link_key]
    for start in range(0, len(keys), IN_ONE_QUERY):
        part = keys[start : start + IN_ONE_QUERY]
        known |= set(
            session.scalars(select(Row.key).where(Row.feed_id == row.feed_id, Row.key.in_(part)))
        )
    for start in range(0, len(links), IN_ONE_QUERY):
        pages |= _pages(session, row.shelf_id, links[start : start + IN_ONE_QUERY])
    found = []
    for key, each in given.items():
        if key in known:
            continue
        found.append((each, each.link_key in pages))
        if each.link_key:
            pages.add(each.link_key)
    return found


def _pages(session: Session, shelf_id: int, links: Sequence[str]) -> set[str]:
    query = (
        select(Row.link_key)
        .join(FeedRow, FeedRow.feed_id == Row.feed_id)
        .where(
            FeedRow.shelf_id == shelf_id,
            Row.link_key.in_(links),
            Row.state.in_([EntryState.WAITING.value, EntryState.TAKEN.value]),
        )
    )
    return {link for link in session.scalars(query) if link}


def _row(row: FeedRow, new: NewEntry, here: bool, now: datetime) -> Row:
    return Row(
        feed_id=row.feed_id,
        key=new.key,
        link_key=new.link_key,
        link=new.link,
        title=new.title,
        published_on=new.published_on,
        content="" if here else new.content,
        state=(EntryState.SKIPPED if here else EntryState.WAITING).value,
        reason="same-link" if here else None,
        document_id=None,
        tries=0,
        retry_at=None,
        seen_at=now,
        digest=new.digest,
    )


def known_keys(database: Database, feed_id: int, keys: Sequence[str]) -> frozenset[str]:
    """Of these keys those that the feed has given before."""
    query = select(Row.key).where(Row.feed_id == feed_id, Row.key.in_(keys))
    with database.reading() as session:
        return frozenset(session.scalars(query))


def waiting_entries(
    database: Database, feed_id: int, *, now: datetime, limit: int
) -> tuple[EntryRow, ...]:
    """Those to be taken, in the order they came."""
    query = (
        select(Row)
        .where(
            Row.feed_id == feed_id,
            Row.state == EntryState.WAITING.value,
            or_(Row.retry_at.is_(None), Row.retry_at <= now),
        )
        .order_by(Row.entry_id)
        .limit(limit)
    )
    with database.reading() as session:
        return tuple(_entry(row) for row in session.scalars(query))


def latest_entries(database: Database, feed_id: int, *, limit: int) -> tuple[EntryRow, ...]:
    """Newest first, whatever became of them."""
    query = select(Row).where(Row.feed_id == feed_id).order_by(Row.entry_id.desc()).limit(limit)
    with database.reading() as session:
        return tuple(_entry(row) for row in session.scalars(query))


def count_entries(database: Database, feed_ids: Sequence[int]) -> dict[int, dict[str, int]]:
    """How many of each feed are in each state."""
    query = (
        select(Row.feed_id, Row.state, func.count())
        .where(Row.feed_id.in_(feed_ids))
        .group_by(Row.feed_id, Row.state)
    )
    found: dict[int, dict[str, int]] = {}
    with database.reading() as session:
        for feed_id, state, number in session.execute(query):
            found.setdefault(feed_id, {})[state] = number
    return found


def mark_taken(entry_id: int) -> Callable[[Session, int], None]:
    """What a transaction that stores the entry's article has to do beside it."""

    def mark(session: Session, document_id: int) -> None:
        row = session.get_one(Row, entry_id)
        row.state, row.document_id = EntryState.TAKEN.value, document_id
        row.content, row.reason, row.retry_at = "", None, None

    return mark


def mark_left(
    database: Database,
    entry_id: int,
    state: EntryState,
    reason: str,
    *,
    document_id: int | None = None,
) -> None:
    """It was not taken, and why; what somebody else has settled meanwhile stands. document_id: the
    article that it repeats."""
    with database.begin() as session:
        row = session.get_one(Row, entry_id, with_for_update=True)
        if row.state != EntryState.WAITING.value:
            return
        row.content, row.retry_at = "", None
        if row.document_id is not None:  # it became an article before, and is one still
            row.state, row.reason = EntryState.TAKEN.value, None
            return
        row.state, row.reason, row.document_id = state.value, reason[:32], document_id


def mark_retry(database: Database, entry_id: int, reason: str, *, retry_at: datetime) -> None:
    with database.begin() as session:
        row = session.get_one(Row, entry_id)
        row.reason, row.retry_at, row.tries = reason[:32], retry_at, row.tries + 1


def _entry(row: Row) -> EntryRow:
    return EntryRow(
        entry_id=row.entry_id,
        feed_id=row.feed_id,
        link=row.link,
        title=row.title,
        content=row.content,
        published_on=row.published_on,
        state=EntryState(row.state),
        reason=row.reason,
        document_id=row.document_id,
        tries=row.tries,
        seen_at=row.seen_at,
    )
