"""Who may do what in a guild."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from briefings.errors import BadValueError
from briefings.storage.audit import Deed, done_before, record
from briefings.storage.database import Database
from briefings.storage.roles import BUNDLES, bundles_of
from briefings.storage.tables import Grant

READ = "read"
RIGHTS = frozenset({READ, "post", "documents", "briefings", "desk"})
HOLDERS = ("role", "user")
_GIVEN = select(Grant.holder, Grant.holder_id, Grant.right).where(
    Grant.guild_id == bindparam("guild")
)


@dataclass(frozen=True, slots=True)
class GrantRow:
    """holder: "role" or "user"."""

    holder: str
    holder_id: int
    right: str


@dataclass(frozen=True, slots=True)
class Rules:
    """The rights that a guild has given, by ("role" or "user", id), those of desk roles among
    them; restricted: reading has been given to somebody, so that not everybody reads."""

    held: Mapping[tuple[str, int], frozenset[str]]
    restricted: bool

    def rights(
        self, *, user_id: int, role_ids: Collection[int], is_manager: bool
    ) -> frozenset[str]:
        """A person's rights: those granted, and those of the desk roles that their roles stand for.
        Managers have all; everybody reads, until reading has been given to somebody; any right
        brings reading with it."""
        if is_manager:
            return RIGHTS
        holders = [("user", user_id), *(("role", role_id) for role_id in role_ids)]
        nothing: frozenset[str] = frozenset()
        held = nothing.union(*(self.held.get(holder, nothing) for holder in holders))
        return held | {READ} if held or not self.restricted else held


def rules_of(database: Database, guild_id: int) -> Rules:
    """Everybody's at once: who asks next is of the same guild, mostly."""
    held: dict[tuple[str, int], set[str]] = {}
    with database.steadily(), database.reading() as session:
        for holder, holder_id, right in session.connection().execute(_GIVEN, {"guild": guild_id}):
            held.setdefault((holder, holder_id), set()).add(right)
        bundles = bundles_of(session, guild_id)
    given = any(READ in rights for rights in held.values()) or "reader" in bundles.values()
    for role_id, bundle in bundles.items():
        held.setdefault(("role", role_id), set()).update(BUNDLES[bundle])
    return Rules({holder: frozenset(rights) for holder, rights in held.items()}, given)


def grants(database: Database, *, guild_id: int) -> tuple[GrantRow, ...]:
    query = (
        select(Grant)
        .where(Grant.guild_id == guild_id)
        .order_by(Grant.right, Grant.holder, Grant.holder_id)
    )
    with database.reading() as session:
        return tuple(
            GrantRow(row.holder, row.holder_id, row.right) for row in session.scalars(query)
        )


def grant(
    database: Database,
    *,
    guild_id: int,
    holder: str,
    holder_id: int,
    right: str,
    by: int,
    interaction_id: int | None,
    now: datetime,
) -> int | None:
    """Give a right to a role or a user; the entry of the deed, None where it was theirs already.

    Raises BadValueError.
    """
    deed = Deed("grant", by, now, guild_id, interaction_id)
    return _change(database, deed, GrantRow(holder, holder_id, right), give=True)


def revoke(
    database: Database,
    *,
    guild_id: int,
    holder: str,
    holder_id: int,
    right: str,
    by: int,
    interaction_id: int | None,
    now: datetime,
) -> int | None:
    """Take a right back; the entry of the deed, None where it was not theirs. Raises
    BadValueError."""
    deed = Deed("revoke", by, now, guild_id, interaction_id)
    return _change(database, deed, GrantRow(holder, holder_id, right), give=False)


def _change(database: Database, deed: Deed, given: GrantRow, *, give: bool) -> int | None:
    if given.right not in RIGHTS:
        raise BadValueError(
            f"There is no right {given.right!r}",
            name="right",
            given=given.right,
            wanted=", ".join(sorted(RIGHTS)),
        )
    if given.holder not in HOLDERS:
        raise BadValueError(
            "Rights belong to roles and users",
            name="holder",
            given=given.holder,
            wanted="role, user",
        )
    return database.do(lambda session: _write(session, deed, given, give=give))


def _write(session: Session, deed: Deed, given: GrantRow, *, give: bool) -> int | None:
    done = done_before(session, deed)
    if done is not None:
        return done.entry_id
    words = {"holder": given.holder, "holder_id": given.holder_id, "right": given.right}
    before = words_of_grant(session, deed.guild_id or 0, words)
    if (before is not None) == give:
        return None
    after = words if give else None
    put_grant(session, deed, words, after)
    return record(session, deed, before=before, after=after)


def words_of_grant(
    session: Session, guild_id: int, about: Mapping[str, Any]
) -> Mapping[str, Any] | None:
    """What stands there for the holder and the right that `about` names; None: nothing."""
    found = session.get(Grant, (guild_id, about["holder"], about["holder_id"], about["right"]))
    return None if found is None else about


def put_grant(
    session: Session, deed: Deed, about: Mapping[str, Any], words: Mapping[str, Any] | None
) -> None:
    key = (deed.guild_id, about["holder"], about["holder_id"], about["right"])
    found = session.get(Grant, key)
    if words is None:
        if found is not None:
            session.delete(found)
    elif found is None:
        session.add(
            Grant(
                guild_id=deed.guild_id,
                **{field: about[field] for field in ("holder", "holder_id", "right")},
                granted_by=deed.by or 0,
                granted_at=deed.at,
            )
        )
    session.flush()
