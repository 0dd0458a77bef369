"""Archives to test on: SQLite files, and databases of a real PostgreSQL server that is started
for the tests on a scratch cluster."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from briefings.storage.database import Database, open_database

TEMPLATE = "template_archive"
Command = list[str | Path]
ACCOUNT = "postgres"
INITIALLY = ("-A", "trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums")
ROOMY = ("max_connections=120",)
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", *ROOMY)


def programs() -> Path | None:
    """The folder of Debian's newest server, or of the one in the path."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / "postgres").exists():
            return folder
    found = shutil.which("pg_config")
    if found is None:
        return None
    folder = Path(_run([found, "--bindir"]).strip())
    return folder if (folder / "postgres").exists() else None


@contextmanager
def server(folder: Path, settings: Sequence[str] = QUICK) -> Iterator[str]:
    """Run a server until the end of the block; gives the URL of its databases without their name.

    As root the server runs as the account that Debian made for it. QUICK loses what it was told
    when the machine fails; ROOMY does not.
    """
    cluster = Path(tempfile.mkdtemp(prefix="tumen-pg-"))
    if os.geteuid() == 0:
        account = pwd.getpwnam(ACCOUNT)
        os.chown(cluster, account.pw_uid, account.pw_gid)
    port = _free_port()
    control: Command = [folder / "pg_ctl", "-D", cluster / "db", "-w", "-l", cluster / "log"]
    chosen = " ".join(f"-c {setting}" for setting in settings)
    try:
        _as_account([folder / "initdb", "-D", cluster / "db", "-U", ACCOUNT, *INITIALLY])
        options = f"-p {port} -h 127.0.0.1 -k {cluster} {chosen}"
        _as_account([*control, "-o", options, "start"])
        yield f"postgresql://{ACCOUNT}@127.0.0.1:{port}/"
    finally:
        _as_account([*control, "-m", "immediate", "stop"], check=False)
        shutil.rmtree(cluster, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _as_account(command: Command, *, check: bool = True) -> None:
    switch = ["setpriv", f"--reuid={ACCOUNT}", f"--regid={ACCOUNT}", "--init-groups"]
    _run([*(switch if os.geteuid() == 0 else []), *command], check=check)


def _run(command: Command, *, check: bool = True) -> str:
    done = subprocess.run(  # noqa: S603 -- the server's own programs
        command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, cwd="/"
    )
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a running server without the database's name; an archive stands ready in it."""
    folder = programs()
    if folder is None:
        reason = "there is no PostgreSQL server to start (Debian: apt-get install postgresql)"
        if os.environ.get("CI") == "true":  # noqa: TID251 -- in CI both databases are a must
            pytest.fail(reason)
        pytest.skip(reason)
    with server(folder) as url:
        administer(url, f"CREATE DATABASE {TEMPLATE}")
        open_database(url + TEMPLATE).close()
        yield url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "archive.db"
    open_database(f"sqlite:///{path}").close()
    return path


def administer(server_url: str, statement: str) -> None:
    address = server_url.replace("postgresql://", "postgresql+pg8000://") + "postgres"
    engine = create_engine(address, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))


@pytest.fixture
def new_sqlite(sqlite_template: Path, tmp_path: Path) -> str:
    path = tmp_path / "archive.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def new_postgresql(postgresql: str) -> Iterator[str]:
    name = f"archive_{uuid4().hex}"
    administer(postgresql, f"CREATE DATABASE {name} TEMPLATE {TEMPLATE} STRATEGY FILE_COPY")
    yield postgresql + name
    administer(postgresql, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """An archive of its own for this test, at the newest schema, on each kind of database."""
    url: str = request.getfixturevalue(f"new_{request.param}")
    return url


@pytest.fixture
def open_again(database_url: str) -> Iterator[Callable[[], Database]]:
    """Opens the test's archive once more, as another process would."""
    opened: list[Database] = []

    def open_one() -> Database:
        opened.append(open_database(database_url))
        return opened[-1]

    yield open_one
    for database in opened:
        database.close()


@pytest.fixture
def database(open_again: Callable[[], Database]) -> Database:
    return open_again()
