"""Desk roles: named bundles of rights that a guild's own roles stand for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from briefings.errors import BadValueError
from briefings.storage.audit import Deed, done_before, record
from briefings.storage.database import Database
from briefings.storage.tables import DeskRole

GIVE, TAKE = "give-desk-role", "take-desk-role"
BUNDLES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "reader": frozenset({"read"}),
        "contributor": frozenset({"read", "post", "documents"}),
        "editor": frozenset({"read", "post", "documents", "briefings"}),
        "admin": frozenset({"read", "post", "documents", "briefings", "desk"}),
    }
)


@dataclass(frozen=True, slots=True)
class RoleRow:
    role_id: int
    bundle: str


def desk_roles(database: Database, *, guild_id: int) -> tuple[RoleRow, ...]:
    query = select(DeskRole).where(DeskRole.guild_id == guild_id).order_by(DeskRole.role_id)
    with database.reading() as session:
        return tuple(RoleRow(row.role_id, row.bundle) for row in session.scalars(query))


def set_desk_role(
    database: Database,
    role_id: int,
    bundle: str | None,
    *,
    guild_id: int,
    by: int,
    interaction_id: int | None,
    now: datetime,
) -> int | None:
    """Have a guild's role stand for a bundle, or (None) for none; the entry of the deed, None
    where that was so already. Raises BadValueError."""
    if bundle is not None and bundle not in BUNDLES:
        raise BadValueError(
            f"no desk role {bundle!r}", name="bundle", given=bundle, wanted=", ".join(BUNDLES)
        )
    deed = Deed(TAKE if bundle is None else GIVE, by, now, guild_id, interaction_id)
    return database.do(lambda session: _set(session, role_id, bundle, deed))


def _set(session: Session, role_id: int, bundle: str | None, deed: Deed) -> int | None:
    done = done_before(session, deed)
    if done is not None:
        return done.entry_id
    before = words_of_role(session, deed.guild_id or 0, role_id)
    after = None if bundle is None else {"role_id": role_id, "bundle": bundle}
    if before == after:
        return None
    put_role(session, deed, role_id, bundle)
    return record(session, deed, before=before, after=after)


def put_role(session: Session, deed: Deed, role_id: int, bundle: str | None) -> None:
    row = session.get(DeskRole, (deed.guild_id, role_id))
    if bundle is None:
        if row is not None:
            session.delete(row)
    elif row is None:
        session.add(
            DeskRole(
                guild_id=deed.guild_id,
                role_id=role_id,
                bundle=bundle,
                given_by=deed.by,
                given_at=deed.at,
            )
        )
    else:
        row.bundle, row.given_by, row.given_at = bundle, deed.by, deed.at
    session.flush()


def words_of_role(session: Session, guild_id: int, role_id: int) -> dict[str, object] | None:
    row = session.get(DeskRole, (guild_id, role_id))
    return None if row is None else {"role_id": role_id, "bundle": row.bundle}


def bundles_of(session: Session, guild_id: int) -> dict[int, str]:
    """What the roles of a guild were made, by their ids."""
    found = session.connection().execute(_BUNDLES, {"guild": guild_id})
    return dict(found.all())


_BUNDLES = select(DeskRole.role_id, DeskRole.bundle).where(DeskRole.guild_id == bindparam("guild"))
