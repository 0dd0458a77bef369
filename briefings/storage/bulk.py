"""Many rows at once: one statement, whatever the driver would make of many.

SQLAlchemy prepares each row anew, and pg8000 sends each row by itself; an article has hundreds. So
SQLite is given tuples, and PostgreSQL an array for each column, which it takes apart by itself.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from operator import itemgetter, methodcaller
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Date,
    Float,
    Insert,
    Numeric,
    Table,
    Text,
    Update,
    bindparam,
    cast,
    func,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session
from sqlalchemy.types import Integer, TypeEngine

from briefings.storage.columns import STEMS, Utc
from briefings.storage.packing import packed
from briefings.storage.tables import Base, Document, Word

Row = dict[str, Any]
Columns = Mapping[str, Sequence[Any]]
Made = Callable[[Any], Any]
_COUNTED = ("shelf_id", "word", "frequency")
_iso: Made = methodcaller("isoformat")


def put(session: Session, table: type[Base], rows: Sequence[Row]) -> None:
    """Insert rows of plain values, all with the same columns."""
    if rows:
        names = tuple(rows[0])
        put_columns(session, table, {name: list(map(itemgetter(name), rows)) for name in names})


def put_columns(session: Session, table: type[Base], columns: Columns) -> None:
    """Insert rows of plain values that are given column by column."""
    names = tuple(columns)
    if not any(columns.values()):
        return
    if session.get_bind().dialect.name == "sqlite":
        _write_sqlite(session, _sqlite(table, names), columns)
    else:
        _write_postgresql(session, _postgresql(table, names), columns)


def number(session: Session, rows: Sequence[Base]) -> None:
    """Insert rows of one table, which have no numbers yet, and number them in this order."""
    if session.get_bind().dialect.name == "sqlite" or not rows:
        session.add_all(rows)
        session.flush()
        return
    table = type(rows[0])
    [key] = _table(table).primary_key
    names = tuple(column.name for column in _table(table).columns if column is not key)
    statement, order = _postgresql(table, names)
    given = {
        name: _array(make, [getattr(row, name) for row in rows]) for name, make in order.items()
    }
    keys = session.connection().scalars(statement.returning(key), given)
    for row, at in zip(rows, sorted(keys), strict=True):  # numbered in the order of the arrays
        setattr(row, key.name, at)


def mark(session: Session, changes: Mapping[int, int]) -> None:
    """Write to documents, by their ids, the numbers of their changes."""
    if session.get_bind().dialect.name == "sqlite":
        marked = "UPDATE documents SET change = ? WHERE document_id = ?"
        pairs = [(at, key) for key, at in changes.items()]
        session.connection().exec_driver_sql(marked, pairs)
    else:
        given = {"keys": _array(str, [*changes]), "changes": _array(str, [*changes.values()])}
        session.connection().execute(_postgresql_mark(), given)


def count(session: Session, rows: Sequence[Row]) -> None:
    """Add the frequencies of `rows` to those of the same words, in the order given."""
    if not rows:
        return
    columns = {name: list(map(itemgetter(name), rows)) for name in _COUNTED}
    if session.get_bind().dialect.name == "sqlite":
        _write_sqlite(session, _sqlite_count(), columns)
    else:
        _write_postgresql(session, _postgresql_count(), columns)


def _write_sqlite(
    session: Session,
    prepared: tuple[str, dict[str, Made | None]],
    columns: Columns,
) -> None:
    statement, order = prepared
    made = [_each(make, columns[name]) for name, make in order.items()]
    session.connection().exec_driver_sql(statement, list(zip(*made, strict=True)))


def _write_postgresql(
    session: Session, prepared: tuple[Insert, dict[str, Made]], columns: Columns
) -> None:
    statement, order = prepared
    given = {name: _array(make, columns[name]) for name, make in order.items()}
    session.connection().execute(statement, given)


def _each(make: Made | None, values: Sequence[Any]) -> Sequence[Any]:
    if make is None:
        return values
    return [None if value is None else make(value) for value in values]


def _array(make: Made, values: Sequence[Any]) -> str:
    """As PostgreSQL writes an array."""
    return f"{{{','.join(['NULL' if value is None else make(value) for value in values])}}}"


@lru_cache
def _sqlite(table: type[Base], names: tuple[str, ...]) -> tuple[str, dict[str, Made | None]]:
    return _compiled(_table(table).insert(), table, names)


@lru_cache
def _sqlite_count() -> tuple[str, dict[str, Made | None]]:
    insert = sqlite.insert(_table(Word))
    counted = insert.on_conflict_do_update(
        index_elements=["shelf_id", "word"],
        set_={"frequency": Word.frequency + insert.excluded.frequency},
    )
    return _compiled(counted, Word, _COUNTED)


def _compiled(
    statement: Insert, table: type[Base], names: tuple[str, ...]
) -> tuple[str, dict[str, Made | None]]:
    """The statement with question marks, which column each of them is, and how SQLite keeps it."""
    compiled = statement.compile(dialect=sqlite.dialect(paramstyle="qmark"), column_keys=[*names])
    assert compiled.positiontup is not None
    made = {name: _kept(_table(table).c[name].type) for name in compiled.positiontup}
    return str(compiled), made


def _kept(column: TypeEngine[Any]) -> Made | None:
    """What SQLite is given in place of a value."""
    if column is STEMS:
        return packed
    return _iso if isinstance(column, Date) else None


@lru_cache
def _postgresql(table: type[Base], names: tuple[str, ...]) -> tuple[Insert, dict[str, Made]]:
    given, made = _unnested(table, names)
    return _table(table).insert().from_select(list(names), given), made


@lru_cache
def _postgresql_count() -> tuple[Insert, dict[str, Made]]:
    given, made = _unnested(Word, _COUNTED)
    insert = postgresql.insert(_table(Word)).from_select(list(_COUNTED), given)
    counted = insert.on_conflict_do_update(
        index_elements=["shelf_id", "word"],
        set_={"frequency": Word.frequency + insert.excluded.frequency},
    )
    return counted, made


@lru_cache
def _postgresql_mark() -> Update:
    arrays = (
        cast(bindparam(name, type_=Text), postgresql.ARRAY(BigInteger))
        for name in ("keys", "changes")
    )
    given = func.unnest(*arrays).table_valued("document_id", "change").render_derived("given")
    marked = update(_table(Document)).where(Document.document_id == given.c.document_id)
    return marked.values(change=given.c.change)


def _unnested(table: type[Base], names: tuple[str, ...]) -> tuple[Any, dict[str, Made]]:
    """The rows out of an array for each column, and how a value is written in it."""
    kinds = {name: _kind(_table(table).c[name].type) for name in names}
    arrays = (
        cast(bindparam(name, type_=Text), postgresql.ARRAY(kind))
        for name, (kind, _) in kinds.items()
    )
    rows = func.unnest(*arrays).table_valued(*names).render_derived()
    return select(*(rows.c[name] for name in names)), {name: kinds[name][1] for name in names}


def _kind(column: TypeEngine[Any]) -> tuple[TypeEngine[Any], Made]:
    if isinstance(column, Integer | Boolean | Float | Numeric):
        return column, str
    if isinstance(column, Date):
        return column, _iso
    if isinstance(column, Utc):
        return column.impl, _instant
    if isinstance(column, JSON):
        return column, _jotted
    return Text(), _quoted


def _instant(moment: datetime) -> str:
    assert moment.tzinfo is not None, "an instant"
    return f'"{moment.isoformat()}"'


def _jotted(thing: Any) -> str:
    return _quoted(json.dumps(thing))


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _table(table: type[Base]) -> Table:
    assert isinstance(table.__table__, Table)
    return table.__table__
