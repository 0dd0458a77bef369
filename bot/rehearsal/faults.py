"""Faults to order: a queue, each matched by operation, so that a test breaks exactly one thing.

An operation is named as in the table of `rest`, "POST /channels/{channel_id}/messages"; `*` matches
anything, as in a shell.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

from .wire import Json

POST_MESSAGE = "POST /channels/{channel_id}/messages"


@dataclass(slots=True)
class Fault:
    """One thing that goes wrong, `times` times after `skip` matching requests went well.

    `applied`: the request takes effect before it fails. `drop`: the connection is cut instead of a
    reply. `delay` in seconds, before anything is applied, or after when `applied`.
    """

    operation: str = "*"
    times: int = 1
    skip: int = 0
    delay: float = 0.0
    status: int | None = None
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    drop: bool = False
    applied: bool = False


def slow_down(
    operation: str = "*", *, after: float = 0.1, via: bool = True, json: bool = True, times: int = 1
) -> Fault:
    """429; without `via` or not `json` it is what Cloudflare sends to the banned."""
    body: Json = {"message": "You are being rate limited.", "retry_after": after, "global": False}
    headers = {"Retry-After": str(after)} | ({"Via": "1.1 google"} if via else {})
    ban = "<html><body>error code: 1015</body></html>"
    return Fault(operation, times, status=429, body=body if json else ban, headers=headers)


def broken(operation: str = "*", status: int = 503, *, applied: bool = False) -> Fault:
    """A 5xx page, before or after the request took effect."""
    page = f"<html><body>{status}</body></html>"
    return Fault(operation, status=status, body=page, applied=applied)


def refused(operation: str, status: int, code: int) -> Fault:
    """A refusal of Discord's own, as for 200000 (blocked by AutoMod)."""
    return Fault(operation, status=status, body={"message": "Refused", "code": code})


def dropped(operation: str = "*", *, applied: bool, times: int = 1) -> Fault:
    """The connection is cut without a reply, before or after the request took effect."""
    return Fault(operation, times, drop=True, applied=applied)


def delayed(operation: str = "*", seconds: float = 0.5, *, applied: bool = False) -> Fault:
    return Fault(operation, delay=seconds, applied=applied)


class Faults:
    """`standing`: asked for each request that nothing in the queue is for."""

    def __init__(self) -> None:
        self.queue: list[Fault] = []
        self.standing: Callable[[str], Fault | None] | None = None

    def add(self, *faults: Fault) -> None:
        self.queue += faults

    def clear(self) -> None:
        self.queue.clear()

    def take(self, operation: str) -> Fault | None:
        """The fault due for this request, used up once."""
        for fault in self.queue:
            if not fnmatchcase(operation, fault.operation):
                continue
            if fault.skip > 0:
                fault.skip -= 1
                continue
            fault.times -= 1
            if fault.times <= 0:
                self.queue.remove(fault)
            return fault
        return self.standing(operation) if self.standing else None
