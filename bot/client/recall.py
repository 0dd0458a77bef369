"""What was just read from the archive and is asked for again, by every interaction."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

from briefings.storage.database import Database

P = ParamSpec("P")
R = TypeVar("R")

SECONDS = 1.0
"""How long another process's write may stay unseen; this one's own are seen at once."""

MOST = 4096


@dataclass(frozen=True, slots=True)
class Remembered:
    value: Any
    writes: int
    until: float


class Recall:
    """Answers of library functions, by function and arguments, which have to be hashable.

    An answer is good until this process writes anything (`Database.writes`, read before the
    question, so that a write meanwhile makes the answer void), and for SECONDS at most.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: OrderedDict[Hashable, Remembered] = OrderedDict()

    def find(self, key: Hashable) -> Remembered | None:
        found = self._kept.get(key)
        if found is None or found.writes != self._database.writes:
            return None
        return found if asyncio.get_running_loop().time() < found.until else None

    def keep(self, key: Hashable, value: object, *, writes: int) -> None:
        until = asyncio.get_running_loop().time() + SECONDS
        self._kept[key] = Remembered(value, writes, until)
        self._kept.move_to_end(key)
        if len(self._kept) > MOST:
            self._kept.popitem(last=False)


def key_of(function: Callable[..., Any], args: Any, kwargs: dict[str, Any]) -> Hashable:
    return (function, args, tuple(kwargs.items()))
