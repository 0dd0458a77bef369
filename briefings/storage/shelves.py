"""A guild's own shelf, and the common one that everybody sees."""

from collections.abc import Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from briefings.storage.database import Database
from briefings.storage.tables import Shelf, Source

COMMON_SHELF = 1


def shelf_of(database: Database, guild_id: int) -> int:
    """The guild's own shelf; it is put up when it is first asked for."""
    found = _existing(database, guild_id)
    return database.do(lambda session: _put_up(session, guild_id)) if found is None else found


def _put_up(session: Session, guild_id: int) -> int:
    found = session.scalar(_its_shelf(guild_id))
    if found is not None:
        return found
    shelf = Shelf(guild_id=guild_id)
    session.add(shelf)
    session.flush()
    return shelf.shelf_id


def visible_shelves(database: Database, guild_id: int | None) -> tuple[int, ...]:
    """The common shelf, and the guild's own if it has one."""
    own = None if guild_id is None else _existing(database, guild_id)
    return (COMMON_SHELF,) if own is None else (COMMON_SHELF, own)


def guild_of(database: Database, shelf_id: int) -> int | None:
    """Whose shelf it is; None for the common one."""
    with database.reading() as session:
        return session.scalar(select(Shelf.guild_id).where(Shelf.shelf_id == shelf_id))


def source_names(database: Database, *, shelves: Sequence[int]) -> tuple[str, ...]:
    """The sources of these shelves, those that came last first; each name once."""
    query = (
        select(Source.name)
        .where(Source.shelf_id.in_(shelves))
        .group_by(Source.name)
        .order_by(func.max(Source.source_id).desc())
    )
    with database.reading() as session:
        return tuple(session.scalars(query))


def _existing(database: Database, guild_id: int) -> int | None:
    with database.reading() as session:
        return session.scalar(_its_shelf(guild_id))


def _its_shelf(guild_id: int) -> Select[int]:
    return select(Shelf.shelf_id).where(Shelf.guild_id == guild_id)
