"""The one place that reads the time."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def system_now() -> datetime:
    return datetime.now(UTC)


class Clock:
    """Tells the time in UTC. It can be moved, so that schedules can be rehearsed and tested."""

    def __init__(self, read: Callable[[], datetime] = system_now) -> None:
        self._read = read
        self._offset = timedelta(0)

    def now(self) -> datetime:
        return self._read() + self._offset

    def advance(self, by: timedelta) -> None:
        self._offset += by

    def set(self, to: datetime) -> None:
        """Go on from `to`, an aware datetime."""
        self._offset = to.astimezone(UTC) - self._read()
