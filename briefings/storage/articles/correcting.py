"""What a person says of a document instead of what was found, and taking that back.

What was found stays where it is (`versions.found`, `versions.text`); what is decided is written
over, with the earlier decision in `corrections` and in the audit log.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from briefings.errors import ChangedSinceError, NotFoundError
from briefings.model import Article, Flag, Kind, Reading
from briefings.storage.articles.storing import put_readings, source_id
from briefings.storage.articles.versioning import current_version, not_here, on_shelf
from briefings.storage.audit import Deed, Entry, done_before, entry_of, record
from briefings.storage.changes import mark_changed
from briefings.storage.columns import joined, parted
from briefings.storage.database import Database
from briefings.storage.passages import drop_passages, index_version
from briefings.storage.tables import (
    AuditEntry,
    Correction,
    DateRow,
    Document,
    MentionRow,
    SentenceRow,
    Source,
    UtteranceRow,
    Version,
)

ACTION = "correct"
READ_ANEW = (SentenceRow, UtteranceRow, MentionRow, DateRow)


@dataclass(frozen=True, slots=True)
class Said:
    """What is decided of a document: the title and the source to show, its day, its kind."""

    title: str
    source: str
    published_on: date | None
    kind: Kind

    def as_words(self) -> dict[str, str | None]:
        day = self.published_on.isoformat() if self.published_on else None
        return {
            "title": self.title,
            "source": self.source,
            "published": day,
            "kind": self.kind.value,
        }


def said_of(article: Article) -> Said:
    return Said(article.title, article.source, article.published_on, article.reading.kind)


def said_in(words: Mapping[str, Any]) -> Said:
    day = words["published"]
    return Said(
        words["title"],
        words["source"],
        date.fromisoformat(day) if day else None,
        Kind(words["kind"]),
    )


def correct_document(
    database: Database,
    seen: Article,
    said: Said,
    *,
    reading: Reading,
    deed: Deed,
    undo_of: Entry | None = None,
) -> int:
    """Write it over what was decided before; the id of the deed in the audit log.

    seen: the document as the person saw it. reading: what its text says, given the day and the
    kind. undo_of: the correction that this takes back. Raises NotFoundError, and ChangedSinceError
    where somebody has corrected the document or brought a new version meanwhile.
    """
    with database.begin() as session:
        known = done_before(session, deed)
        if known is not None:
            return known.entry_id
        document = on_shelf(session, seen.document_id, seen.shelf_id)
        version = current_version(session, document)
        _check_unchanged(session, document, version, seen)
        before, after = said_of(seen).as_words(), said.as_words()
        drop_passages(session, version, title=document.title)
        document.title = said.title
        document.source_id = source_id(session, document.shelf_id, said.source)
        _write(session, version, said, reading)
        index_version(session, version, reading, title=document.title)
        if undo_of is None:
            _note(session, document, before, after, deed=deed)
        else:
            _forget(session, document, undo_of)
        mark_changed(session, document.document_id)
        return record(
            session,
            deed,
            subject_id=document.document_id,
            before=before,
            after=after,
            undo_of=undo_of.entry_id if undo_of else None,
        )


def _check_unchanged(session: Session, document: Document, version: Version, seen: Article) -> None:
    if document.removed_at is not None:
        raise not_here(document.document_id)
    source = session.get_one(Source, document.source_id).name
    now = Said(document.title, source, version.published_on, Kind(version.kind))
    if version.version_id != seen.version_id or now != said_of(seen):
        raise ChangedSinceError("Somebody has changed the document", title=document.title)


def _write(session: Session, version: Version, said: Said, reading: Reading) -> None:
    """The reading takes the place of the earlier one; the text is the same."""
    kept = {Flag(each) for each in parted(version.flags)}
    flags = reading.flags | (kept & {Flag.NEAR_DUPLICATE, Flag.RETRACTED})
    version.published_on, version.kind = said.published_on, said.kind.value
    version.flags, version.edges = joined(sorted(flags)), joined(reading.edges)
    version.language, version.summary = reading.language, list(reading.summary)
    for table in READ_ANEW:
        session.execute(delete(table).where(table.version_id == version.version_id))
    put_readings(session, [(version, reading)])


def _note(
    session: Session,
    document: Document,
    before: dict[str, str | None],
    after: dict[str, str | None],
    *,
    deed: Deed,
) -> None:
    session.add_all(
        Correction(
            shelf_id=document.shelf_id,
            document_id=document.document_id,
            version_id=None,
            subject=subject,
            before=before[subject],
            after=after[subject],
            made_by=deed.by,
            made_at=deed.at,
        )
        for subject in before
        if before[subject] != after[subject]
    )


def _forget(session: Session, document: Document, undone: Entry) -> None:
    """The document as if it had not been corrected; the audit log remembers."""
    session.execute(
        delete(Correction).where(
            Correction.document_id == document.document_id,
            Correction.subject.in_(list(undone.before or ())),
            Correction.made_at == undone.at,
        )
    )


def corrected_day(database: Database, document_id: int) -> date | None:
    """The day that a person last gave a document, if somebody did."""
    query = (
        select(Correction.after)
        .where(Correction.document_id == document_id, Correction.subject == "published")
        .order_by(Correction.correction_id.desc())
        .limit(1)
    )
    with database.reading() as session:
        day = session.scalar(query)
        return date.fromisoformat(day) if day else None


def deed_of(database: Database, entry_id: int, *, guild_id: int | None) -> Entry:
    """A deed that can be taken back. Raises NotFoundError; ChangedSinceError once that is done."""
    with database.reading() as session:
        found = entry_of(session, entry_id)
        if found is None or found.guild_id != guild_id or found.subject_id is None:
            raise NotFoundError("There is no such deed here", what="deed", wanted=entry_id)
        again = select(AuditEntry.entry_id).where(AuditEntry.undo_of == entry_id)
        if session.scalar(again.limit(1)) is not None:
            raise ChangedSinceError("This has been taken back already", title="")
        return found


def storing_of(database: Database, document_id: int) -> int | None:
    """The audit entry of what was last stored of a document."""
    query = (
        select(AuditEntry.entry_id)
        .where(AuditEntry.subject_id == document_id, AuditEntry.action == "store")
        .order_by(AuditEntry.entry_id.desc())
        .limit(1)
    )
    with database.reading() as session:
        return session.scalar(query)
