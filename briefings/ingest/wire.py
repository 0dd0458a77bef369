"""Values over the pipe out of the parse jail, as JSON that is read by the type expected.

What comes out of the jail may be hostile: a pickle could run code or change classes. Here the
reader builds nothing but what the annotations of our own frozen dataclasses name.
"""

import dataclasses
import functools
import json
import types
import typing
from collections.abc import Callable, Iterable
from datetime import date, datetime
from enum import Enum
from typing import Any, Union

Reader = Callable[[Any], object]


class MisfitError(ValueError):
    """The words on the wire are not of the type expected."""


def dump(value: object) -> bytes:
    return json.dumps(_plain(value), separators=(",", ":")).encode("ascii")


def load(words: bytes, hint: object) -> Any:
    """Raises MisfitError for whatever is not exactly a value of the hinted type."""
    try:
        return reader_of(hint)(json.loads(words))
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise MisfitError(f"{type(error).__name__} in a reply") from error


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    return [_plain(item) for item in _parts(value)]


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.items()
    if isinstance(value, list | tuple | set | frozenset):
        return value
    if dataclasses.is_dataclass(value):
        return [getattr(value, field.name) for field in dataclasses.fields(value)]
    raise TypeError(f"{type(value).__name__} does not go over the wire")


@functools.cache
def reader_of(hint: Any) -> Reader:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in {Union, types.UnionType}:
        return _either(tuple(map(reader_of, arguments)))
    if origin in {tuple, list, frozenset, set, dict} or hint is tuple:
        return _gathered(origin, arguments)
    if hint in {None, type(None)}:
        return _exactly(type(None))
    if isinstance(hint, type):
        return _of_class(hint)
    raise TypeError(f"no reader for {hint!r}")


def _exactly(kind: type) -> Reader:
    def read(raw: Any) -> object:
        if type(raw) is not kind:
            raise MisfitError(f"{kind.__name__} expected")
        return raw

    return read


def _number(raw: Any) -> object:
    if type(raw) not in {int, float}:
        raise MisfitError("number expected")
    return float(raw)


def _either(readers: tuple[Reader, ...]) -> Reader:
    def read(raw: Any) -> object:
        for reader in readers:
            try:
                return reader(raw)
            except (TypeError, ValueError):
                continue
        raise MisfitError("none of the types allowed")

    return read


def _list(raw: Any) -> list[Any]:
    if type(raw) is not list:
        raise MisfitError("list expected")
    return raw


def _gathered(origin: Any, arguments: tuple[Any, ...]) -> Reader:
    if origin is dict:
        pair = tuple(map(reader_of, arguments))
        return lambda raw: {pair[0](key): pair[1](item) for key, item in _list(raw)}
    if origin is tuple and arguments[-1] is not Ellipsis:
        readers = tuple(map(reader_of, arguments))
        return lambda raw: tuple(
            reader(item) for reader, item in zip(readers, _list(raw), strict=True)
        )
    one = reader_of(arguments[0])
    return lambda raw: origin(one(item) for item in _list(raw))


def _of_class(hint: type) -> Reader:
    if hint in {str, int, bool}:
        return _exactly(hint)
    if hint is float:
        return _number
    if issubclass(hint, Enum):
        return hint
    if hint in {date, datetime}:
        parse: Reader = hint.fromisoformat
        return parse
    if dataclasses.is_dataclass(hint) or hasattr(hint, "_fields"):
        return _record(hint)
    raise TypeError(f"no reader for {hint!r}")


def _record(hint: type) -> Reader:
    """A dataclass or named tuple: its fields in order."""
    hints = typing.get_type_hints(hint)
    names = (
        [field.name for field in dataclasses.fields(hint)]
        if dataclasses.is_dataclass(hint)
        else list(getattr(hint, "_fields"))  # noqa: B009 -- mypy knows no _fields on a type
    )
    readers = tuple(reader_of(hints[name]) for name in names)

    def read(raw: Any) -> object:
        return hint(*(reader(item) for reader, item in zip(readers, _list(raw), strict=True)))

    return read
