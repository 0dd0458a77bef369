"""Names that a desk added for its guild: kept here, checked by the gazetteer."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import Session

from briefings.errors import BadValueError, NotFoundError
from briefings.gazetteer.added import as_added
from briefings.model import Actor, AddedName, NameKind
from briefings.storage.audit import Deed, done_before, entry_of, record
from briefings.storage.database import Database
from briefings.storage.tables import Document, NameRow, Shelf, Version

ACTIONS = ("add-name", "remove-name")
_GUILDS = select(Shelf.guild_id).where(  # made once: asked with every question
    Shelf.shelf_id.in_(bindparam("shelves", expanding=True)), Shelf.guild_id.is_not(None)
)
MOST_NAMES = 300  # of one guild; every reading builds the forms of all of them


@dataclass(frozen=True, slots=True)
class NewName:
    """A name as a person gives it. forms: (language, form). actor: None where it is one that the
    gazetteer has."""

    shown: str
    forms: Sequence[tuple[str, str]]
    kind: NameKind = NameKind.PERSON
    actor: Actor | None = None


@dataclass(frozen=True, slots=True)
class NameDeed:
    """A name as a deed left it or took it away; entry_id: of the deed in the audit log."""

    name: AddedName
    entry_id: int


def names_of(database: Database, guild_id: int) -> tuple[AddedName, ...]:
    """In the order of their ids."""
    with database.reading() as session:
        return _names(session, (guild_id,))


def names_on(database: Database, shelves: Collection[int]) -> tuple[AddedName, ...]:
    """What the guilds of these shelves have added; the common shelf has no names of its own."""
    with database.reading() as session:
        guilds = session.connection().scalars(_GUILDS, {"shelves": list(shelves)})
        found = [guild_id for guild_id in guilds if guild_id is not None]
        return _names(session, found) if found else ()


def add_name(
    database: Database,
    new: NewName,
    *,
    guild_id: int,
    by: int,
    interaction_id: int | None,
    now: datetime,
) -> NameDeed:
    """Keep a name, or further forms of one; the name with all the forms the desk has given it.

    Raises NameTakenError, BadValueError.
    """
    deed = Deed(ACTIONS[0], by, now, guild_id, interaction_id)
    return database.do(lambda session: _add(session, new, deed))


def _add(session: Session, new: NewName, deed: Deed) -> NameDeed:
    assert deed.guild_id is not None
    known = _names(session, (deed.guild_id,))
    before = done_before(session, deed)
    if before is not None:
        return NameDeed(_from_words(before.after or {}), before.entry_id)
    added = as_added(new.shown, new.forms, kind=new.kind, actor=new.actor, known=known)
    row = session.get(NameRow, (deed.guild_id, added.name_id))
    words = None if row is None else _words(_name(row))
    if row is None:
        _check_room(session, deed.guild_id)
        row = NameRow(
            guild_id=deed.guild_id,
            name_id=added.name_id,
            shown=added.shown,
            kind=added.kind.value,
            actor=added.actor.value,
            forms=[],
            added_by=deed.by,
            added_at=deed.at,
        )
        session.add(row)
    row.forms = [list(form) for form in added.forms]
    return NameDeed(added, record(session, deed, before=words, after=_words(added)))


def _check_room(session: Session, guild_id: int) -> None:
    held = session.scalar(
        select(func.count()).select_from(NameRow).where(NameRow.guild_id == guild_id)
    )
    if (held or 0) >= MOST_NAMES:
        raise BadValueError(
            "the desk has its fill of names",
            name="added-names",
            given=str(held),
            wanted="names-few",
        )


def remove_name(
    database: Database,
    name_id: str,
    *,
    guild_id: int,
    by: int,
    interaction_id: int | None,
    now: datetime,
) -> NameDeed:
    """Take back all that the desk has added of a name. Raises NotFoundError."""
    deed = Deed(ACTIONS[1], by, now, guild_id, interaction_id)
    return database.do(lambda session: _remove(session, name_id, deed))


def _remove(session: Session, name_id: str, deed: Deed) -> NameDeed:
    done = done_before(session, deed)
    if done is not None:
        return NameDeed(_from_words(done.before or {}), done.entry_id)
    row = session.get(NameRow, (deed.guild_id, name_id))
    if row is None:
        raise NotFoundError("no such added name", what="name", wanted=name_id)
    name = _name(row)
    session.delete(row)
    return NameDeed(name, record(session, deed, before=_words(name)))


def forms_of_deed(database: Database, entry_id: int, *, guild_id: int) -> tuple[str, ...]:
    """The forms that a deed added or took away. Raises NotFoundError."""
    with database.reading() as session:
        entry = entry_of(session, entry_id)
        if entry is None or entry.guild_id != guild_id or entry.action not in ACTIONS:
            raise NotFoundError("no such deed of names", what="deed", wanted=entry_id)
    before, after = (
        [form for _, form in (words or {}).get("forms", ())]
        for words in (entry.before, entry.after)
    )
    return tuple(form for form in (*before, *after) if (form in before) != (form in after))


def documents_naming(
    database: Database, forms: Collection[str], *, shelf_id: int, limit: int
) -> tuple[int, ...]:
    """Live documents of the shelf that hold a form, or a word of Russian in another case of it;
    the newest first."""
    here = [Version.text.contains(_beginning(form), autoescape=True) for form in forms]
    query = (
        select(Document.document_id)
        .join(
            Version,
            (Version.document_id == Document.document_id) & (Version.version == Document.version),
        )
        .where(Document.shelf_id == shelf_id, Document.removed_at.is_(None), or_(*here))
        .order_by(Document.document_id.desc())
        .limit(limit)
    )
    with database.reading() as session:
        return tuple(session.scalars(query)) if here else ()


def _beginning(form: str) -> str:
    """What every case of a form begins with: its first word without the ending."""
    first = form.split(maxsplit=1)[0]
    bends = "а" <= first[-1].lower() <= "я"
    return first[: max(3, len(first) - 2)] if bends else form


def _names(session: Session, guilds: Collection[int]) -> tuple[AddedName, ...]:
    query = select(NameRow).where(NameRow.guild_id.in_(guilds)).order_by(NameRow.name_id)
    return tuple(map(_name, session.scalars(query)))


def _name(row: NameRow) -> AddedName:
    forms = tuple((language, form) for language, form in row.forms)
    return AddedName(row.name_id, row.shown, NameKind(row.kind), Actor(row.actor), forms)


def _words(name: AddedName) -> dict[str, object]:
    return {
        "name_id": name.name_id,
        "shown": name.shown,
        "kind": name.kind.value,
        "actor": name.actor.value,
        "forms": [list(form) for form in name.forms],
    }


def _from_words(words: object) -> AddedName:
    assert isinstance(words, dict)
    forms = tuple((language, form) for language, form in words["forms"])
    kind, actor = NameKind(words["kind"]), Actor(words["actor"])
    return AddedName(words["name_id"], words["shown"], kind, actor, forms)


def words_of_name(
    session: Session, guild_id: int, about: Mapping[str, Any]
) -> Mapping[str, object] | None:
    row = session.get(NameRow, (guild_id, about["name_id"]))
    return None if row is None else _words(_name(row))


def put_name(
    session: Session, deed: Deed, about: Mapping[str, Any], words: Mapping[str, Any] | None
) -> None:
    """As `words` have it; None: away with it."""
    row = session.get(NameRow, (deed.guild_id, about["name_id"]))
    if words is None:
        if row is not None:
            session.delete(row)
    elif row is None:
        session.add(NameRow(guild_id=deed.guild_id, **words, added_by=deed.by, added_at=deed.at))
    else:
        row.forms = words["forms"]
    session.flush()
