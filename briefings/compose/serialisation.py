"""Editions as JSON: the same edition always gives the same text, and the text the same edition."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from briefings.model import Edition, Span

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"


def edition_to_json(edition: Edition) -> str:
    """Keys sorted, sets sorted, no white space: equal editions are equal strings."""
    return json.dumps(
        _plain(edition), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def edition_from_json(text: str) -> Edition:
    """The edition that `edition_to_json` wrote, be it before a field was thought of.

    ValueError or TypeError otherwise.
    """
    edition = _value(json.loads(text), Edition)
    assert isinstance(edition, Edition)
    return edition


def _plain(value: object) -> Json:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, frozenset):
        return sorted(str(member) for member in value)
    if isinstance(value, tuple):
        return [_plain(member) for member in value]
    if isinstance(value, date):  # a datetime is a date too
        return value.isoformat()
    assert value is None or isinstance(value, bool | int | float | str)
    return str(value) if isinstance(value, StrEnum) else value


def _value(plain: Any, wanted: Any) -> Any:
    """`plain` as a value of the type `wanted`, the way a field of a model class declares it."""
    if get_origin(wanted) is UnionType:
        (wanted,) = (choice for choice in get_args(wanted) if choice is not type(None))
        return None if plain is None else _value(plain, wanted)
    if wanted is Span:
        return Span(*plain)
    if get_origin(wanted) in (tuple, frozenset):
        member = get_args(wanted)[0]
        return get_origin(wanted)(_value(each, member) for each in plain)
    if is_dataclass(wanted) and isinstance(wanted, type):
        kinds = _kinds(wanted).items()
        return wanted(**{name: _value(plain[name], kind) for name, kind in kinds if name in plain})
    return _scalar(plain, wanted)


def _scalar(plain: Any, wanted: Any) -> Any:
    if wanted in (datetime, date):
        return wanted.fromisoformat(plain)
    if issubclass(wanted, StrEnum):
        return wanted(plain)
    if type(plain) is not wanted:
        raise TypeError(f"{plain!r} is no {wanted.__name__}")
    return plain


@cache
def _kinds(model: type) -> Mapping[str, Any]:
    return get_type_hints(model)
