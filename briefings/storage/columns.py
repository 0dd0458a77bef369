"""Column types that both databases keep alike."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Annotated

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, LargeBinary, String, Text
from sqlalchemy.orm import mapped_column
from sqlalchemy.types import TypeDecorator

from briefings.model import Precision, When
from briefings.storage.packing import packed, unpacked

BIG = BigInteger().with_variant(Integer, "sqlite")
"""64 bits on both; SQLite numbers rows by itself only in an INTEGER."""

Key = Annotated[int, mapped_column(BIG, primary_key=True)]
Offset = Annotated[int, mapped_column(Integer)]
Digest = Annotated[str, mapped_column(String(64))]


class Utc(TypeDecorator[datetime]):
    """An instant: aware datetimes in, aware UTC datetimes out.

    SQLite drops time zones, so a naive value would silently change its meaning; it is refused.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a datetime without a time zone cannot be stored: {value!r}")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Packed(TypeDecorator[str]):
    """Stems in little room."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else packed(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else unpacked(value)


STEMS = Text().with_variant(Packed(), "sqlite")
"""The stems of a passage, one space between. PostgreSQL makes the tsvector of them by itself, so
there they stay words."""


def joined(values: Iterable[str]) -> str:
    """A short list of catalogue words in one column: "dprk-russia,russia-rok"."""
    return ",".join(values)


def parted(column: str) -> tuple[str, ...]:
    return tuple(column.split(",")) if column else ()


def when_columns(prefix: str, when: When | None) -> dict[str, object]:
    """A point in time as the four columns PREFIX_first, _last, _precision and _edtf."""
    return {
        f"{prefix}_first": when and when.first,
        f"{prefix}_last": when and when.last,
        f"{prefix}_precision": when and when.precision.value,
        f"{prefix}_edtf": when and when.edtf,
    }


def when_of(
    first: date | None, last: date | None, *, precision: str | None, edtf: str | None
) -> When | None:
    if first is None or last is None or precision is None or edtf is None:
        return None
    return When(first=first, last=last, precision=Precision(precision), edtf=edtf)
