"""PostgreSQL archives copied and restored with the server's own programs."""

import re
import shutil
import subprocess
from pathlib import Path

from sqlalchemy import URL

from briefings.errors import ArchiveError

MAGIC = b"PGDMP"  # a dump in the custom format begins with it
REVISION = re.compile(r"^COPY \S*alembic_version .*\n(\S+)\n", re.MULTILINE)


def is_dump(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def dump(address: URL, target: Path) -> None:
    """One state of the archive, compressed. Raises ArchiveError."""
    _run("pg_dump", address, "--format=custom", "--no-owner", f"--file={target}")


def load_dump(address: URL, source: Path) -> None:
    """In one transaction, in place of what is there. Raises ArchiveError."""
    kinds = ("--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error")
    _run("pg_restore", address, *kinds, str(source))


def revision_of_dump(source: Path) -> str:
    """The schema that the copy has. Raises ArchiveError where it has none."""
    said = _run(
        "pg_restore", None, "--data-only", "--table=alembic_version", "--file=-", str(source)
    )
    found = REVISION.search(said)
    if found is None:
        raise ArchiveError(f"{source} is no copy of an archive: it has no schema")
    return found[1]


def _run(program: str, address: URL | None, *options: str) -> str:
    """What the program says. The password goes by the environment: arguments can be seen."""
    path = shutil.which(program)
    if path is None:
        raise ArchiveError(
            f"{program} is not installed here, and only it copies a PostgreSQL archive. Install "
            "PostgreSQL's client programs (Debian: apt-get install postgresql-client)."
        )
    environment = {"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    if address is not None:
        plain = address.set(drivername="postgresql", password=None)
        options = (f"--dbname={plain.render_as_string()}", *options)
        environment["PGPASSWORD"] = address.password or ""
    done = subprocess.run(  # noqa: S603 -- the server's own program, with our own words
        [path, *options], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise ArchiveError(f"{program} failed: {said[0] if said else done.returncode}")
    return done.stdout
