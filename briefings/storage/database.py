"""Opening the archive, and its transactions."""

import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from briefings.errors import ArchiveError, BadValueError
from briefings.storage.failures import is_away, is_lost_race
from briefings.storage.fulltext import know_stems
from briefings.storage.quotas import Room
from briefings.storage.schema import bring_to_head

BUSY_SECONDS = 30
KINDS = frozenset({"sqlite", "postgresql", "postgres"})
RACES = 5

Result = TypeVar("Result")
WRITES = "writes"
AT_END = "at-end"  # in a session's info: what its transaction does as its last thing

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}",
    "PRAGMA cache_size=-16000",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA trusted_schema=ON",  # the index's view and triggers call `stems_of`
)


class Database:
    """The archive. A transaction that writes takes its turn at once, so that what it reads first
    still holds when it writes; on SQLite one thread of this program writes at a time."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.dialect = engine.dialect.name
        self._writer = engine.execution_options(**{WRITES: True})
        self._turn = threading.RLock() if self.dialect == "sqlite" else None
        self._group = threading.local()  # the session of the group that a thread is writing
        self._question = threading.local()  # the session of the question that a thread answers
        self.writes = 0  # transactions that wrote and have ended; whoever reads next sees them
        self._counting = threading.Lock()
        self.room: Room | None = None  # what one guild may have; None: as much as it likes
        self.beside = self.file  # what the names of files beside the archive begin with

    @property
    def file(self) -> Path | None:
        """Where a SQLite archive lies."""
        name = self.engine.url.database
        return Path(name) if name and self.dialect == "sqlite" else None

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """One transaction that writes: all of it, or, when an error flies, nothing."""
        shared: Session | None = getattr(self._group, "session", None)
        if shared is not None:
            yield shared
            return
        try:
            with self._turn or nullcontext(), _session(self._writer) as session:
                yield session
                for deed in session.info.pop(AT_END, ()):
                    deed(session)
        finally:
            with self._counting:
                self.writes += 1

    def together(self, deeds: Sequence[Callable[[], Result]]) -> list[Result]:
        """Do deeds that write and read with `begin` alone, in one transaction: all, or, when an
        error flies, none of them."""
        with self.begin() as session:
            self._group.session = session
            try:
                return [deed() for deed in deeds]
            finally:
                self._group.session = None

    def do(self, deed: Callable[[Session], Result]) -> Result:
        """Do a deed in one transaction, and anew where somebody else was quicker with the same:
        then the deed sees what the other has written."""
        for _ in range(RACES):
            try:
                with self.begin() as session:
                    return deed(session)
            except DBAPIError as error:
                if not is_lost_race(error):
                    raise
        with self.begin() as session:
            return deed(session)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        shared: Session | None = getattr(self._question, "session", None)
        if shared is not None:
            yield shared
            return
        with _session(self.engine) as session:
            yield session

    @contextmanager
    def steadily(self) -> Iterator[None]:
        """All that this thread reads inside is read in one transaction: of one state of the archive
        (on SQLite), and quicker than with a transaction for each look."""
        if getattr(self._question, "session", None) is not None:
            yield
            return
        with _session(self.engine) as session:
            self._question.session = session
            try:
                yield
            finally:
                self._question.session = None

    def close(self) -> None:
        self.engine.dispose()


@contextmanager
def _session(engine: Engine) -> Iterator[Session]:
    try:
        with Session(engine, expire_on_commit=False) as session, session.begin():
            yield session
    except DBAPIError as error:
        if is_away(error):
            raise ArchiveError(
                "The archive cannot be reached or written just now; nothing was changed. "
                "Look at the disk space and at the database server, then try again."
            ) from error
        raise


def open_database(url: str, *, folder: Path | None = None) -> Database:
    """Open the archive at `url` and bring its schema up to date.

    `sqlite:///file.db`, `postgresql://…` or `postgresql+pg8000://…`. folder: for the files that
    SQLite's archive has beside it, where a server keeps the archive. Raises ArchiveError where it
    cannot be opened, or where a newer version of the program has written it; BadValueError for
    another kind of URL.
    """
    engine = _engine(url)
    try:
        bring_to_head(engine)
        beside = folder / _name_of(engine) if folder and engine.dialect.name != "sqlite" else None
    except (SQLAlchemyError, OSError) as error:
        engine.dispose()
        raise ArchiveError(
            f"The archive at {engine.url.render_as_string(hide_password=True)} cannot be opened. "
            "Look whether its folder exists and may be written, or the server answers."
        ) from error
    except ArchiveError:
        engine.dispose()
        raise
    database = Database(engine)
    database.beside = beside or database.file
    return database


def _name_of(engine: Engine) -> str:
    """Of a server's database, which no other has: one that was dropped and made anew has another
    number."""
    with engine.connect() as connection:
        number = "SELECT oid FROM pg_database WHERE datname = current_database()"
        known = (engine.url.host, engine.url.port, connection.scalar(text(number)))
    return f"archive-{blake2b(repr(known).encode(), digest_size=6).hexdigest()}"


def _engine(url: str) -> Engine:
    address = _address(url)
    if address.drivername in {"postgresql", "postgres"}:
        address = address.set(drivername="postgresql+pg8000")
    if address.get_backend_name() != "sqlite":
        engine = create_engine(address, hide_parameters=True, pool_size=10, pool_pre_ping=True)
        engine.dialect.use_insertmanyvalues_wo_returning = True  # many rows, one round trip
        event.listen(engine, "connect", _prepare_postgresql)
        return engine
    engine = create_engine(
        address,
        hide_parameters=True,
        pool_size=10,
        pool_use_lifo=True,  # each connection has pages of its own at hand: a few stay warm
        connect_args={"timeout": BUSY_SECONDS},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _address(url: str) -> URL:
    wanted = "sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME"
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        address = None
    if address is None or address.drivername.partition("+")[0] not in KINDS:
        kind = url.partition("://")[0] if "://" in url else "something"  # the rest may be secret
        raise BadValueError(
            f"DATABASE_URL: {kind!r} is no archive; it has to be {wanted}",
            name="DATABASE_URL",
            given=kind,
            wanted=wanted,
        ) from None
    return address


def _prepare_postgresql(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    """pg8000 writes a long statement in pieces, and would wait 40 ms for the server's
    acknowledgement of the first (Nagle's algorithm against delayed acknowledgements). And the
    server is not to compile statements: that takes longer than any of ours."""
    link = getattr(connection, "_usock", None)
    if isinstance(link, socket.socket) and link.family != socket.AF_UNIX:
        link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    cursor = connection.cursor()
    cursor.execute("SET jit = off")
    cursor.close()
    connection.commit()


def _prepare_sqlite(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    cursor = connection.cursor()
    for pragma in SQLITE_PRAGMAS:
        cursor.execute(pragma)
    cursor.close()
    know_stems(connection)


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def database_now(session: Session) -> datetime:
    """The database's clock, which all workers share. UTC."""
    if session.get_bind().dialect.name == "sqlite":
        stamp = session.scalar(text("SELECT strftime('%Y-%m-%dT%H:%M:%f', 'now')"))
        return datetime.fromisoformat(str(stamp)).replace(tzinfo=UTC)
    moment: datetime = session.scalar(text("SELECT clock_timestamp()"))
    return moment.astimezone(UTC)
