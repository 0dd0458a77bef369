"""What a database's error means: away, or a race that somebody else won."""

from sqlalchemy.exc import DBAPIError, IntegrityError

SQLITE_AWAY = frozenset({3, 5, 6, 7, 8, 10, 11, 13, 14, 15, 26})
"""Primary result codes: no permission, busy, locked, out of memory, read-only, input or output,
corrupt, full, cannot open, protocol, not a database."""

POSTGRESQL_AWAY = ("08", "53", "57", "58", "XX")
"""Classes of SQLSTATE: connection, resources, operator intervention, system, internal."""

DEADLOCK = "40P01"


def is_away(error: DBAPIError) -> bool:
    """Whether the database is away, full, locked or broken, rather than asked something wrong."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        return code & 0xFF in SQLITE_AWAY
    state = _sqlstate(error)
    if state is None:
        return error.connection_invalidated or type(error.orig).__name__ == "InterfaceError"
    return state.startswith(POSTGRESQL_AWAY)


def is_lost_race(error: DBAPIError) -> bool:
    """Whether the same deed, done again, would see what somebody else has written meanwhile."""
    return isinstance(error, IntegrityError) or _sqlstate(error) == DEADLOCK


def _sqlstate(error: DBAPIError) -> str | None:
    """pg8000 gives the fields of PostgreSQL's error response in a dictionary; C is its code."""
    fields = error.orig.args[0] if error.orig is not None and error.orig.args else None
    return str(fields["C"]) if isinstance(fields, dict) and "C" in fields else None
