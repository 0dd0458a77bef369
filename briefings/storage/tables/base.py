"""What all tables share: names of constraints, types of Python values."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, MetaData, Text
from sqlalchemy.orm import DeclarativeBase

from briefings.storage.columns import BIG, Utc

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
"""Named constraints, because a migration can only change what it can name."""


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {  # noqa: RUF012 -- the name and shape that SQLAlchemy asks for
        int: BIG,
        str: Text,
        datetime: Utc,
        dict[str, Any]: JSON,
        list[Any]: JSON,
    }
