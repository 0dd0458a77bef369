"""What a person watches for in a guild, and how far they have looked. guild_id: 0 outside any."""

from datetime import datetime

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from briefings.storage.columns import Key
from briefings.storage.tables.base import Base


class WatchRow(Base):
    """kind: "name", "speaker" or "phrase". shown: as people read it. term: a name's id, a speaker's
    id or folded name, a phrase's stems or, in quotation marks, its folded words."""

    __tablename__ = "watches"
    __table_args__ = (UniqueConstraint("guild_id", "user_id", "kind", "term"),)

    watch_id: Mapped[Key]
    guild_id: Mapped[int]
    user_id: Mapped[int] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(String(16))
    shown: Mapped[str]
    term: Mapped[str]
    added_at: Mapped[datetime]


class LookRow(Base):
    """A person has seen what came in until `until`, the last of it the document `document_id`."""

    __tablename__ = "looks"

    guild_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, index=True)
    until: Mapped[datetime]
    document_id: Mapped[int]
