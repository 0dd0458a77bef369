"""Where a guild's notices to its admins go."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy.orm import Session

from briefings.storage.audit import Deed, done_before, record
from briefings.storage.database import Database
from briefings.storage.tables import Desk

NOTHING: Mapping[str, Any] = MappingProxyType({})


def notices_channel(database: Database, guild_id: int) -> int | None:
    with database.reading() as session:
        desk = session.get(Desk, guild_id)
        return None if desk is None else desk.notices_channel_id


def set_notices_channel(
    database: Database,
    guild_id: int,
    channel_id: int | None,
    *,
    by: int,
    interaction_id: int | None,
    now: datetime,
) -> None:
    """None: notices go nowhere."""
    deed = Deed("notices-channel", by, now, guild_id, interaction_id)
    database.do(lambda session: _set(session, channel_id, deed))


def _set(session: Session, channel_id: int | None, deed: Deed) -> None:
    if done_before(session, deed) is not None:
        return
    before = words_of_channel(session, deed.guild_id or 0)
    after = {"channel_id": channel_id}
    put_channel(session, deed, {}, after)
    record(session, deed, before=before, after=after)


def words_of_channel(
    session: Session, guild_id: int, about: Mapping[str, Any] = NOTHING
) -> dict[str, Any] | None:
    """None: nothing was ever said of it."""
    desk = session.get(Desk, guild_id)
    return None if desk is None else {"channel_id": desk.notices_channel_id}


def put_channel(
    session: Session, deed: Deed, about: Mapping[str, Any], words: Mapping[str, Any] | None
) -> None:
    desk = session.get(Desk, deed.guild_id)
    if words is None:
        if desk is not None:
            session.delete(desk)
    elif desk is None:
        session.add(Desk(guild_id=deed.guild_id, notices_channel_id=words["channel_id"]))
    else:
        desk.notices_channel_id = words["channel_id"]
    session.flush()
