"""Which sources were silent in a window, and which were heard for the first time."""

from collections.abc import Iterable
from datetime import timedelta

from briefings.model import Activity, Window

LATELY = timedelta(days=30)  # who was silent for longer is not missed any more


def silent(sources: Iterable[Activity], window: Window) -> tuple[str, ...]:
    """Heard in the weeks before the window, and not in it; by name."""
    known = window.since - LATELY
    return tuple(sorted(each.source for each in sources if known <= each.last < window.since))


def newcomers(sources: Iterable[Activity], window: Window) -> tuple[str, ...]:
    """Whose first document came in in the window; none where the archive itself began in it."""
    every = tuple(sources)
    if all(each.first >= window.since for each in every):
        return ()
    return tuple(sorted(each.source for each in every if each.first >= window.since))
