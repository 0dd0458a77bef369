"""The parts that every command of the shell stands on: archive, jail, seeds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from bot.clock import Clock
from bot.settings import Settings
from briefings.ingest.documents import reading_jail
from briefings.ingest.jail import Jail
from briefings.ingest.seeds import load_seeds
from briefings.storage.database import Database, open_database

HERE = Path(__file__).parent.parent.parent
DRAWING_SECONDS = 10.0  # wall time of one chart; it takes a tenth of a second
DRAWING_MEMORY = 1024 * 1024 * 1024  # bytes of address space; the library asks for some a core


@dataclass(frozen=True, slots=True)
class Desk:
    """What the library works with. `loaded`: seeds that this start brought in."""

    database: Database
    jail: Jail
    easel: Jail
    clock: Clock
    loaded: int


@contextmanager
def open_desk(
    settings: Settings, clock: Clock | None = None, *, meanwhile: Callable[[], None] | None = None
) -> Iterator[Desk]:
    """The archive with the seeds in it, and a jail to read documents in; closed at the end.

    meanwhile: work that is waiting anyway, done while the jail of a first start gets ready.
    """
    clock, url, intake = clock or Clock(), settings.database_url.reveal(), settings.intake
    file = archive_file(url)
    first = file is not None and not file.exists()  # then all seeds will have to be read
    memory = intake.parse_megabytes * 1024 * 1024
    jail = reading_jail(seconds=intake.parse_seconds, memory=memory)
    easel = drawing_jail()
    if first:
        Thread(target=jail.start, daemon=True).start()
    database = open_database(url, folder=Path(settings.archive.index).absolute())
    try:
        if meanwhile is not None:
            meanwhile()
        loaded = load_seeds(database, jail, seeds_folder(settings), now=clock.now())
        jail.rest()
        yield Desk(database, jail, easel, clock, loaded)
    finally:
        jail.close()
        easel.close()
        database.close()


def drawing_jail() -> Jail:
    """A process for charts, started with the first one: the drawing library takes 50 MB."""
    return Jail(("briefings.export.prepared",), seconds=DRAWING_SECONDS, memory=DRAWING_MEMORY)


def seeds_folder(settings: Settings) -> Path:
    """As the settings say, from where the program is run or else from where it lies."""
    given = Path(settings.archive.seeds)
    return given if given.is_absolute() or given.exists() else HERE / given


def archive_file(url: str) -> Path | None:
    """The file of an SQLite archive, links followed; None for a server's."""
    scheme, _, path = url.partition(":///")
    if not scheme.startswith("sqlite"):
        return None
    return Path(path.partition("?")[0]).resolve()
