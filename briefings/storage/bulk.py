"""Many rows at once: one statement, whatever the driver would make of many.

SQLAlchemy prepares each row anew, and pg8000 sends each row by itself; an article has hundreds.
"""

import json
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Insert,
    Table,
    Text,
    bindparam,
    cast,
    column,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from briefings.storage.tables import Base, Word

Row = dict[str, Any]


def put(session: Session, table: type[Base], rows: Sequence[Row]) -> None:
    """Insert rows of plain values, all with the same columns."""
    if not rows:
        return
    if session.get_bind().dialect.name == "sqlite":
        statement, names = _sqlite(table, tuple(rows[0]))
        values: list[tuple[Any, ...]] = list(map(itemgetter(*names), rows))
        if any(isinstance(column.type, Date) for column in _table(table).c):
            values = [tuple(map(_iso, row)) for row in values]
        session.connection().exec_driver_sql(statement, values)
        return
    session.connection().execute(_postgresql(table, tuple(rows[0])), {"rows": _json(rows)})


def count(session: Session, rows: Sequence[Row]) -> None:
    """Add the frequencies of `rows` to those of the same words, in the order given."""
    if not rows:
        return
    if session.get_bind().dialect.name == "sqlite":
        statement, names = _sqlite_count()
        session.connection().exec_driver_sql(statement, list(map(itemgetter(*names), rows)))
        return
    session.connection().execute(_postgresql_count(), {"rows": _json(rows)})


@lru_cache
def _sqlite(table: type[Base], names: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    return _compiled(_table(table).insert(), names)


@lru_cache
def _sqlite_count() -> tuple[str, tuple[str, ...]]:
    insert = sqlite.insert(_table(Word))
    counted = insert.on_conflict_do_update(
        index_elements=["shelf_id", "word"],
        set_={"frequency": Word.frequency + insert.excluded.frequency},
    )
    return _compiled(counted, ("shelf_id", "word", "frequency"))


def _compiled(statement: Insert, names: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The statement with question marks, and which column each of them is."""
    compiled = statement.compile(dialect=sqlite.dialect(paramstyle="qmark"), column_keys=[*names])
    assert compiled.positiontup is not None
    return str(compiled), tuple(compiled.positiontup)


@lru_cache
def _postgresql(table: type[Base], names: tuple[str, ...]) -> Insert:
    return _table(table).insert().from_select(list(names), _recordset(table, names))


@lru_cache
def _postgresql_count() -> Insert:
    names = ("shelf_id", "word", "frequency")
    insert = postgresql.insert(_table(Word)).from_select(list(names), _recordset(Word, names))
    return insert.on_conflict_do_update(
        index_elements=["shelf_id", "word"],
        set_={"frequency": Word.frequency + insert.excluded.frequency},
    )


def _recordset(table: type[Base], names: Sequence[str]) -> Any:
    """The rows as PostgreSQL reads them out of JSON, typed like the table's own."""
    like: ColumnElement[Any] = literal_column(f"NULL::{table.__tablename__}")
    given = func.json_populate_recordset(like, cast(bindparam("rows", type_=Text), postgresql.JSON))
    return select(*(column(name) for name in names)).select_from(given.table_valued(*names))


def _table(table: type[Base]) -> Table:
    assert isinstance(table.__table__, Table)
    return table.__table__


def _json(rows: Sequence[Row]) -> str:
    return json.dumps(rows, default=date.isoformat, ensure_ascii=False)


def _iso(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
