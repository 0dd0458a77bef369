"""Stored editions, opened again: whole, less what has been removed, each extract verified."""

import json
from dataclasses import dataclass
from datetime import datetime

from briefings.compose.fitting import fitted
from briefings.compose.serialisation import edition_from_json, edition_to_json
from briefings.model import Edition
from briefings.storage.database import Database
from briefings.storage.issues import StoredEdition, stored_edition, stored_editions


@dataclass(frozen=True, slots=True)
class Reopened:
    """posted: (guild, channel, message) of the first message that shows it, if any."""

    edition_id: int
    key: str
    composed_at: datetime
    edition: Edition
    posted: tuple[int, int, int] | None


def reopen_edition(database: Database, edition_id: int, *, guild_id: int | None = None) -> Reopened:
    """Raises NotFoundError, also where no briefing of the guild was given it, and
    DriftedExtractError where an extract is not what the archive holds any more."""
    return _reopened(database, stored_edition(database, edition_id, guild_id=guild_id))


def reopen_editions(
    database: Database, *, guild_id: int | None = None, limit: int = 50
) -> tuple[Reopened, ...]:
    """The newest first."""
    rows = stored_editions(database, guild_id=guild_id, limit=limit)
    return tuple(_reopened(database, row) for row in rows)


def edition_json(found: Reopened) -> str:
    """For programs: the edition with its number and where it stands; keys sorted."""
    whole = json.loads(edition_to_json(found.edition))
    named = {
        "edition_id": found.edition_id,
        "key": found.key,
        "composed_at": found.composed_at.isoformat(),
        "posted": found.posted,
    }
    return json.dumps(whole | named, ensure_ascii=False, sort_keys=True, indent=2) + "\n"


def _reopened(database: Database, row: StoredEdition) -> Reopened:
    edition, _ = fitted(database, edition_from_json(row.edition))
    return Reopened(row.edition_id, row.key, row.composed_at, edition, row.posted)
