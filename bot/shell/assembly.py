"""The parts that every command of the shell stands on: archive, jail, seeds."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.clock import Clock
from bot.settings import Settings
from briefings.ingest.documents import reading_jail
from briefings.ingest.jail import Jail
from briefings.ingest.seeds import load_seeds
from briefings.storage.database import Database, open_database

HERE = Path(__file__).parent.parent.parent


@dataclass(frozen=True, slots=True)
class Desk:
    """What the library works with. `loaded`: seeds that this start brought in."""

    database: Database
    jail: Jail
    clock: Clock
    loaded: int


@contextmanager
def open_desk(settings: Settings, clock: Clock | None = None) -> Iterator[Desk]:
    """The archive with the seeds in it, and a jail to read documents in; closed at the end."""
    clock = clock or Clock()
    database = open_database(settings.database_url.reveal())
    intake = settings.intake
    memory = intake.parse_megabytes * 1024 * 1024
    jail = reading_jail(seconds=intake.parse_seconds, memory=memory)
    try:
        loaded = load_seeds(database, jail, seeds_folder(settings), now=clock.now())
        jail.rest()
        yield Desk(database, jail, clock, loaded)
    finally:
        jail.close()
        database.close()


def seeds_folder(settings: Settings) -> Path:
    """As the settings say, from where the program is run or else from where it lies."""
    given = Path(settings.archive.seeds)
    return given if given.is_absolute() or given.exists() else HERE / given
