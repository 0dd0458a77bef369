"""Names as data: people, offices, governments, places, organisations, treaties, weapons."""

from functools import cache

from briefings.gazetteer.gazetteer import Gazetteer
from briefings.gazetteer.load import load
from briefings.gazetteer.name import LANGUAGES, Held, Name

__all__ = ["LANGUAGES", "Gazetteer", "Held", "Name", "load_gazetteer"]


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of the package; read at the first call, shared afterwards."""
    return Gazetteer(load())
