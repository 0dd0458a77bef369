"""Who may do what in a guild."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from briefings.errors import BadValueError
from briefings.storage.audit import Deed, done_before, record
from briefings.storage.database import Database
from briefings.storage.roles import bundled, reading_is_given
from briefings.storage.tables import Grant

READ = "read"
RIGHTS = frozenset({READ, "post", "documents", "briefings", "desk"})
HOLDERS = ("role", "user")


@dataclass(frozen=True, slots=True)
class GrantRow:
    """holder: "role" or "user"."""

    holder: str
    holder_id: int
    right: str


def rights_of(
    database: Database,
    *,
    guild_id: int,
    user_id: int,
    role_ids: Collection[int],
    is_manager: bool,
) -> frozenset[str]:
    """A person's rights: those granted, and those of the desk roles that their roles stand for.
    Managers have all; everybody reads, until reading has been given to somebody; any right brings
    reading with it."""
    if is_manager:
        return RIGHTS
    with database.reading() as session:
        held = frozenset(session.scalars(_held(guild_id, user_id, role_ids)))
        held |= bundled(session, guild_id, role_ids)
        granted = session.scalar(
            select(Grant.right).where(Grant.guild_id == guild_id, Grant.right == READ).limit(1)
        )
        everybody = granted is None and not reading_is_given(session, guild_id)
    return held | {READ} if held or everybody else held


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


def _held(guild_id: int, user_id: int, role_ids: Collection[int]) -> Select[str]:
    return select(Grant.right).where(
        Grant.guild_id == guild_id,
        or_(
            and_(Grant.holder == "user", Grant.holder_id == user_id),
            and_(Grant.holder == "role", Grant.holder_id.in_(role_ids)),
        ),
    )
