"""Deeds of a desk taken back: what it was before is what it is again."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from briefings.errors import ChangedSinceError, NotAllowedError, NotFoundError
from briefings.storage.audit import (
    Deed,
    Entry,
    count_entries,
    done_before,
    entries,
    entry_of,
    record,
)
from briefings.storage.database import Database
from briefings.storage.desks import put_channel, words_of_channel
from briefings.storage.names import put_name, words_of_name
from briefings.storage.proof import Proof, prove
from briefings.storage.quotas import Room, refuse_too_many
from briefings.storage.rights import put_grant, words_of_grant
from briefings.storage.roles import put_role, words_of_role
from briefings.storage.sources import put_grading, words_of_grading
from briefings.storage.subscriptions.reverting import (
    SUBJECT,
    put_settings,
    put_skip,
    put_state,
    words_of_settings,
    words_of_skip,
    words_of_state,
)
from briefings.storage.tables import AuditEntry

Words = Mapping[str, Any] | None
Now = Callable[[Session, int, Mapping[str, Any]], Words]
Put = Callable[[Session, Deed, Mapping[str, Any], Words], None]

UNDO = "undo"
GRADINGS = frozenset({"grade-source"})
SUBSCRIPTIONS = frozenset(
    {
        "subscribe",
        "unsubscribe",
        "change-subscription",
        "skip-next",
        "subscription-active",
        "subscription-paused",
        "subscription-disabled",
    }
)


def undo_deed(
    database: Database,
    entry_id: int,
    *,
    kinds: Collection[str] | None = None,
    guild_id: int,
    by: int,
    interaction_id: int | None,
    now: datetime,
) -> str:
    """Take back what an entry of the guild's log says; the action that was taken back.

    kinds: actions that may be; None for all. Raises NotAllowedError for others; NotFoundError where
    there is no such deed in the guild, or none that can be undone; ChangedSinceError
    where it has been undone, or what it changed has changed since; QuotaError where the guild has
    all the subscriptions it may have.
    """
    deed = Deed(UNDO, by, now, guild_id, interaction_id)
    return database.do(lambda session: _undo(session, entry_id, deed, kinds, room=database.room))


@dataclass(frozen=True, slots=True)
class LogPage:
    """A page of a guild's log: entries, and which can be undone. page: which it is, from 0."""

    entries: tuple[tuple[Entry, bool], ...]
    page: int
    pages: int
    proof: Proof


def log_page(database: Database, guild_id: int, page: int, *, size: int) -> LogPage:
    """The page, or the last one there is."""
    pages = max(1, -(-count_entries(database, guild_id) // size))
    page = min(page, pages - 1)
    found = entries(database, guild_id, offset=page * size, limit=size)
    shown = tuple((entry, can_be_undone(entry)) for entry in found)
    return LogPage(shown, page, pages, prove(database, guild_id))


def can_be_undone(entry: Entry) -> bool:
    """What the program does to a subscription by itself, it takes back by itself."""
    by_itself = entry.by is None and entry.action in SUBSCRIPTIONS
    return entry.action in _WAYS and not entry.erased and not by_itself


def _undo(
    session: Session,
    entry_id: int,
    deed: Deed,
    kinds: Collection[str] | None,
    *,
    room: Room | None,
) -> str:
    entry = entry_of(session, entry_id)
    if entry is None or entry.guild_id != deed.guild_id or not can_be_undone(entry):
        raise NotFoundError("no deed that can be undone", what="deed", wanted=entry_id)
    if kinds is not None and entry.action not in kinds:
        raise NotAllowedError("a deed of the desk", right="desk")
    if done_before(session, deed) is not None:
        return entry.action
    about = {**(entry.after or entry.before or {}), SUBJECT: entry.subject_id}
    look, put = _WAYS[entry.action]
    here = look(session, deed.guild_id or 0, about)
    if _undone(session, entry_id) or not _agree(here, entry.after):
        raise ChangedSinceError("something was quicker", title=entry.action)
    put(session, deed, about, entry.before)
    if room is not None and entry.action == "unsubscribe":
        refuse_too_many(session, deed.guild_id or 0, room)
    subject = entry.subject_id
    record(session, deed, subject_id=subject, before=here, after=entry.before, undo_of=entry_id)
    return entry.action


def _agree(here: Words, after: Words) -> bool:
    """What the deed changed is what the deed made of it."""
    if here is None or after is None:
        return here is after
    return all(after.get(name) == value for name, value in here.items())


def _undone(session: Session, entry_id: int) -> bool:
    query = select(AuditEntry.entry_id).where(AuditEntry.undo_of == entry_id).limit(1)
    return session.scalar(query) is not None


def _role(session: Session, guild_id: int, about: Mapping[str, Any]) -> Words:
    return words_of_role(session, guild_id, about["role_id"])


def _put_role(session: Session, deed: Deed, about: Mapping[str, Any], words: Words) -> None:
    bundle = None if words is None else words["bundle"]
    put_role(session, deed, about["role_id"], bundle)


_WAYS: Mapping[str, tuple[Now, Put]] = MappingProxyType(
    {
        "grant": (words_of_grant, put_grant),
        "revoke": (words_of_grant, put_grant),
        "give-desk-role": (_role, _put_role),
        "take-desk-role": (_role, _put_role),
        "notices-channel": (words_of_channel, put_channel),
        "add-name": (words_of_name, put_name),
        "remove-name": (words_of_name, put_name),
        "grade-source": (words_of_grading, put_grading),
        "subscribe": (words_of_settings, put_settings),
        "unsubscribe": (words_of_settings, put_settings),
        "change-subscription": (words_of_settings, put_settings),
        "subscription-active": (words_of_state, put_state),
        "subscription-paused": (words_of_state, put_state),
        "subscription-disabled": (words_of_state, put_state),
        "skip-next": (words_of_skip, put_skip),
    }
)
