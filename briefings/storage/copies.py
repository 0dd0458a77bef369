"""A SQLite archive copied while it is at work.

A plain copy of the file holds nothing of what is still in the write-ahead log, and may be torn.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from briefings.errors import ArchiveError

ALONGSIDE = ("-wal", "-shm", "-journal")  # files that belong to a SQLite archive
OWNER_ONLY = 0o600


def copy_sqlite(source: Path, target: Path) -> None:
    """One state of the archive, whoever writes meanwhile; `target` is replaced when the copy is
    whole, sound and on the disk. Raises ArchiveError."""
    part = target.with_name(f"{target.name}.part")
    try:
        with fresh_file(part):
            with closing(_opened(source)) as live, closing(_opened(part)) as copy:
                live.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")
            check_sound(part, target)
            settle(part, target)
    except (OSError, sqlite3.Error) as error:
        raise ArchiveError(f"No copy of {source} could be made at {target}: {error}") from error


def check_sound(path: Path, name: Path) -> None:
    """Raises ArchiveError, which speaks of `name`, where the file is no sound SQLite database."""
    try:
        with closing(_opened(path)) as connection:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()
            orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError as error:
        raise ArchiveError(f"{name} is no copy of an archive: {error}") from error
    if found != ("ok",):
        raise ArchiveError(f"{name} is damaged: {found[0]}")
    if orphan is not None:
        raise ArchiveError(f"{name} is damaged: a row of {orphan[0]} points at nothing")


def revision_in(path: Path, name: Path) -> str:
    """The schema of the archive in the file. Raises ArchiveError where there is none."""
    try:
        with closing(_opened(path)) as connection:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError as error:
        raise ArchiveError(f"{name} is no copy of an archive: {error}") from error
    if row is None:
        raise ArchiveError(f"{name} is no copy of an archive: it has no schema")
    return str(row[0])


def settle(part: Path, target: Path) -> None:
    """Give a whole file its name, so that a crash leaves either the old one or the new."""
    with part.open("rb") as written:
        os.fsync(written.fileno())
    part.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


@contextmanager
def fresh_file(path: Path) -> Iterator[None]:
    """An empty file that only its owner reads; what is left of it at the end is removed."""
    remove(path)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY))
    try:
        yield
    finally:
        remove(path)


def remove(path: Path) -> None:
    """The file and what belongs to it."""
    for end in ("", *ALONGSIDE):
        path.with_name(path.name + end).unlink(missing_ok=True)


def _opened(path: Path) -> sqlite3.Connection:
    """A file that exists; none is made."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=30)
