"""A person corrects what was understood of a document, or takes back what somebody did to it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from briefings.errors import ChangedSinceError, NotFoundError
from briefings.ingest.documents import body_text
from briefings.ingest.jail import Jail
from briefings.ingest.reader import Hints, read_again
from briefings.model import AddedName, Article, Extraction, Reading
from briefings.storage.articles import (
    NewArticle,
    Said,
    article,
    correct_document,
    deed_of,
    earlier_version,
    remove_document,
    restore_document,
    said_in,
    said_of,
    stand_document,
    store_article,
)
from briefings.storage.audit import Deed, Entry
from briefings.storage.database import Database
from briefings.storage.names import names_on
from briefings.text.similarity import fingerprints


@dataclass(frozen=True, slots=True)
class Person:
    """Who does it, on which guild's shelf, by which interaction, when."""

    user_id: int | None
    guild_id: int | None
    shelf_id: int
    interaction_id: int | None
    now: datetime

    def deed(self, action: str) -> Deed:
        return Deed(action, self.user_id, self.now, self.guild_id, self.interaction_id)


def correct(
    database: Database, jail: Jail, seen: Article, *, said: Said, person: Person
) -> tuple[Article, int]:
    """Decide what is said of a document; the document and the deed in the audit log.

    Its text is read anew where the day or the kind changes, since other dates and the flags follow
    from them. Raises NotFoundError, ChangedSinceError.
    """
    reading = _read_anew(database, jail, seen, said)
    deed = person.deed("correct")
    entry_id = correct_document(database, seen, said, reading=reading, deed=deed)
    return article(database, seen.document_id, shelves=(seen.shelf_id,)), entry_id


def _read_anew(database: Database, jail: Jail, seen: Article, said: Said) -> Reading:
    before = said_of(seen)
    if (before.published_on, before.kind) == (said.published_on, said.kind):
        return seen.reading
    names = names_on(database, (seen.shelf_id,))
    return read_as_said(jail, seen, said, names=names)


def read_as_said(jail: Jail, seen: Article, said: Said, *, names: tuple[AddedName, ...]) -> Reading:
    """The text read again with what a person says of it and the names that the desk added."""
    extraction = seen.reading.extraction
    own = said.published_on == found_day(extraction)
    hints = Hints(said.kind, None if own else said.published_on, names)
    return jail.call(read_again, extraction, hints=hints)


def found_day(extraction: Extraction) -> object:
    """The day that the document gives itself."""
    return extraction.published_on or (extraction.published and extraction.published.date())


def undo(database: Database, jail: Jail, entry_id: int, *, person: Person) -> tuple[str, int]:
    """Take back one deed about a document: what it was, and the document.

    Raises NotFoundError, and ChangedSinceError where something later stands in the way.
    """
    entry = deed_of(database, entry_id, guild_id=person.guild_id)
    way = WAYS.get(entry.action)
    if way is None or entry.subject_id is None:
        raise NotFoundError("This cannot be taken back", what="deed", wanted=entry_id)
    way(database, jail, entry, person)
    return entry.action, entry.subject_id


def _unstore(database: Database, jail: Jail, entry: Entry, person: Person) -> None:
    """A document that came in goes; a further version gives way to the one before it."""
    document_id, version = entry.subject_id or 0, int((entry.after or {}).get("version", 1))
    if version == 1:
        _leave(database, entry, person)
        return
    now = article(database, document_id, shelves=(person.shelf_id,))
    if now.version != version:
        raise ChangedSinceError("A later version has come", title=now.title)
    before = earlier_version(database, document_id, shelf_id=person.shelf_id, before=version)
    reading = before.article.reading
    new = NewArticle(
        shelf_id=person.shelf_id,
        source=before.article.source,
        title=before.article.title,
        body=before.body,
        reading=replace(reading, fingerprints=fingerprints(body_text(reading.extraction))),
        origin=before.article.origin,
        url=before.article.url,
        published_on=before.article.published_on,
        added_by=person.user_id,
        interaction_id=person.interaction_id,
        document_id=document_id,
        undo_of=entry.entry_id,
    )
    store_article(database, new, now=person.now)


def _leave(database: Database, entry: Entry, person: Person) -> None:
    remove_document(
        database,
        entry.subject_id or 0,
        shelf_id=person.shelf_id,
        by=person.user_id,
        interaction_id=person.interaction_id,
        now=person.now,
        undo_of=entry.entry_id,
    )


def _uncorrect(database: Database, jail: Jail, entry: Entry, person: Person) -> None:
    seen = article(database, entry.subject_id or 0, shelves=(person.shelf_id,))
    before = said_in(entry.before or {})
    if said_of(seen) != said_in(entry.after or {}):
        raise ChangedSinceError("It has been corrected again since", title=seen.title)
    reading = _read_anew(database, jail, seen, before)
    deed = person.deed("correct")
    correct_document(database, seen, before, reading=reading, deed=deed, undo_of=entry)


def _unremove(database: Database, jail: Jail, entry: Entry, person: Person) -> None:
    restore_document(
        database,
        entry.subject_id or 0,
        shelf_id=person.shelf_id,
        by=person.user_id,
        interaction_id=person.interaction_id,
        now=person.now,
        undo_of=entry.entry_id,
    )


def _unrestore(database: Database, jail: Jail, entry: Entry, person: Person) -> None:
    _leave(database, entry, person)


def _unretract(database: Database, jail: Jail, entry: Entry, person: Person) -> None:
    stand_document(database, entry, shelf_id=person.shelf_id, deed=person.deed("stand"))


WAYS: dict[str, Callable[[Database, Jail, Entry, Person], None]] = {
    "store": _unstore,
    "correct": _uncorrect,
    "remove": _unremove,
    "restore": _unrestore,
    "retract": _unretract,
}
