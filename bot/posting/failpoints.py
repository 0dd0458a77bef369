"""Places where a test may end the process, so that what a crash leaves behind can be looked at.

Off unless the environment names a place (settings read it), as "posted" or "posted:3"; then that
arrival there, the first unless told otherwise, is the end of the process, as by kill −9.
"""

import os
import signal

_place: str | None = None
_left = 0


def arm(place: str | None) -> None:
    """Let the process end when it reaches `place`; None switches every place off."""
    global _place, _left
    name, _, arrival = (place or "").partition(":")
    _place, _left = name or None, int(arrival or 1)


def reach(place: str) -> None:
    global _left  # noqa: PLW0603 -- one switch for the process, by its nature
    if place != _place:
        return
    _left -= 1
    if _left <= 0:
        os.kill(os.getpid(), signal.SIGKILL)
