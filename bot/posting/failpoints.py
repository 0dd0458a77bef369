"""Places where a test may end the process, so that what a crash leaves behind can be looked at.

Off unless the environment names a place (settings read it); then the first arrival there is the
end of the process, as by kill −9.
"""

import os
import signal

_place: str | None = None


def arm(place: str | None) -> None:
    """Let the process end when it reaches `place`; None switches every place off."""
    global _place  # noqa: PLW0603 -- one switch for the process, by its nature
    _place = place


def reach(place: str) -> None:
    if place == _place:
        os.kill(os.getpid(), signal.SIGKILL)
