"""Where a guild's notices to its admins go."""

from datetime import datetime

from sqlalchemy.orm import Session

from briefings.storage.audit import Deed, done_before, record
from briefings.storage.database import Database
from briefings.storage.tables import Desk


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
    desk = session.get(Desk, deed.guild_id)
    before = None if desk is None else {"channel_id": desk.notices_channel_id}
    if desk is None:
        session.add(Desk(guild_id=deed.guild_id, notices_channel_id=channel_id))
    else:
        desk.notices_channel_id = channel_id
    record(session, deed, before=before, after={"channel_id": channel_id})
