"""A copy of the archive while it is at work, and the archive made from a copy.

On SQLite a copy is made with its online backup, on PostgreSQL with the server's own programs. A
copy is looked at before it gets its name, and again before anything is replaced by it.
"""

import shutil
from pathlib import Path

from sqlalchemy import func, make_url, select

from briefings.errors import ArchiveError
from briefings.storage.articles.verifying import verify_texts
from briefings.storage.copies import (
    ALONGSIDE,
    check_sound,
    copy_sqlite,
    fresh_file,
    revision_in,
    settle,
)
from briefings.storage.database import Database, open_database
from briefings.storage.dumps import dump, is_dump, load_dump, revision_of_dump
from briefings.storage.schema import check_known
from briefings.storage.tables import Document, Version

KEPT = ".before-restore"


def back_up(url: str, target: Path, *, replace: bool = False) -> int:
    """Copy the archive at `url` to `target`; the copy's size in bytes. Others may read and write
    meanwhile.

    Raises ArchiveError where the file is there already, or no sound copy could be made.
    """
    if target.exists() and not replace:
        raise ArchiveError(f"{target} is there already. Choose another name, or use --force.")
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        copy_sqlite(Path(address.database or ""), target)
    else:
        part = target.with_name(f"{target.name}.part")
        with fresh_file(part):
            dump(address, part)
            revision_of_dump(part)
            settle(part, target)
    return target.stat().st_size


def restore(url: str, source: Path, *, replace: bool = False) -> int:
    """Make the archive at `url` from the copy `source`; how many texts were found to be exactly
    as they were stored. What was there before is kept beside a SQLite archive. Nothing may be
    using the archive.

    Raises ArchiveError, before anything is changed, where there is an archive already (unless
    `replace`), and where the copy is damaged, no copy of an archive, or of a newer program.
    """
    if not source.is_file():
        raise ArchiveError(f"There is no file {source}.")
    address = make_url(url)
    sqlite = address.get_backend_name() == "sqlite"
    if is_dump(source) == sqlite:
        wanted = "SQLite" if sqlite else "PostgreSQL"
        raise ArchiveError(f"{source} is no copy of a {wanted} archive.")
    if sqlite:
        return _restore_sqlite(Path(address.database or ""), source, replace=replace)
    return _restore_postgresql(url, source, replace=replace)


def _restore_sqlite(archive: Path, source: Path, *, replace: bool) -> int:
    if archive.exists() and archive.stat().st_size and not replace:
        raise ArchiveError(
            f"{archive} is there already and would be replaced. Use --force if that is meant; it "
            f"is then kept as {archive.name}{KEPT}."
        )
    fresh = archive.with_name(f"{archive.name}.restoring")
    part = archive.with_name(f"{archive.name}.restored")
    try:
        with fresh_file(fresh), fresh_file(part):
            shutil.copyfile(source, fresh)
            check_sound(fresh, source)
            check_known(revision_in(fresh, source))
            texts = _checked_texts(f"sqlite:///{fresh}", source)
            copy_sqlite(fresh, part)  # all in one file again
            _keep_old(archive)
            settle(part, archive)
    except OSError as error:
        raise ArchiveError(f"{archive} could not be restored: {error}") from error
    finally:
        for left in archive.parent.glob(f"{fresh.name}.schema-*"):
            left.unlink()
    return texts


def _keep_old(archive: Path) -> None:
    for end in ("", *ALONGSIDE):
        old = archive.with_name(archive.name + end)
        if old.exists():
            old.replace(archive.with_name(f"{archive.name}{KEPT}{end}"))


def _restore_postgresql(url: str, source: Path, *, replace: bool) -> int:
    check_known(revision_of_dump(source))
    database = open_database(url)
    try:
        if not replace and _count(database, Document):
            raise ArchiveError(
                "There is an archive already and it would be replaced. Make a backup of it, and "
                "use --force if that is meant."
            )
    finally:
        database.close()
    load_dump(make_url(url), source)
    return _checked_texts(url, source)


def _checked_texts(url: str, source: Path) -> int:
    """Open the archive, which brings it to the newest schema, and compare each text with its
    hash; how many there are. Raises ArchiveError."""
    database = open_database(url)
    try:
        broken = verify_texts(database)
        if broken:
            numbers = ", ".join(map(str, broken[:20]))
            raise ArchiveError(f"{source} is damaged: versions {numbers} are not as stored.")
        return _count(database, Version)
    finally:
        database.close()


def _count(database: Database, table: type[Document] | type[Version]) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0
