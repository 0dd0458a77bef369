"""Who may do what in a guild."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from briefings.errors import BadValueError
from briefings.storage.audit import Deed, done_before, record
from briefings.storage.database import Database
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
    """A person's rights. Managers have all; everybody reads, until reading has been granted to
    somebody; any right brings reading with it."""
    if is_manager:
        return RIGHTS
    with database.reading() as session:
        held = frozenset(session.scalars(_held(guild_id, user_id, role_ids)))
        read_is_granted = session.scalar(
            select(Grant.right).where(Grant.guild_id == guild_id, Grant.right == READ).limit(1)
        )
    return held | {READ} if held or read_is_granted is None else held


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
) -> None:
    """Give a right to a role or a user; giving it twice changes nothing. Raises BadValueError."""
    deed = Deed("grant", by, now, guild_id, interaction_id)
    _change(database, deed, GrantRow(holder, holder_id, right), give=True)


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
) -> None:
    """Take a right back; taking what was not given changes nothing. Raises BadValueError."""
    deed = Deed("revoke", by, now, guild_id, interaction_id)
    _change(database, deed, GrantRow(holder, holder_id, right), give=False)


def _change(database: Database, deed: Deed, given: GrantRow, *, give: bool) -> None:
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
    database.do(lambda session: _write(session, deed, given, give=give))


def _write(session: Session, deed: Deed, given: GrantRow, *, give: bool) -> None:
    assert deed.guild_id is not None
    if done_before(session, deed) is not None:
        return
    key = (deed.guild_id, given.holder, given.holder_id, given.right)
    found = session.get(Grant, key)
    if (found is not None) == give:
        return
    if found is not None:
        session.delete(found)
    else:
        session.add(
            Grant(
                guild_id=deed.guild_id,
                holder=given.holder,
                holder_id=given.holder_id,
                right=given.right,
                granted_by=deed.by or 0,
                granted_at=deed.at,
            )
        )
    words = {"holder": given.holder, "holder_id": given.holder_id, "right": given.right}
    record(session, deed, before=None if give else words, after=words if give else None)


def _held(guild_id: int, user_id: int, role_ids: Collection[int]) -> Select[str]:
    return select(Grant.right).where(
        Grant.guild_id == guild_id,
        or_(
            and_(Grant.holder == "user", Grant.holder_id == user_id),
            and_(Grant.holder == "role", Grant.holder_id.in_(role_ids)),
        ),
    )
