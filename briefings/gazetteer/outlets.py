"""Publishers that are known under several names, and which of them a state directs."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from briefings.text.folding import fold


@dataclass(frozen=True, slots=True)
class Outlet:
    """family: what all its names count as."""

    family: str
    state_media: bool


@lru_cache(maxsize=4096)
def source_key(name: str) -> str:
    """What spellings of one source's name have in common: its letters and digits, folded."""
    folded = "".join(letter for letter in fold(name) if letter.isalnum())
    return folded or fold(name).strip()


def outlet_of(name: str) -> Outlet | None:
    """None: nobody that is known."""
    return _outlets().get(source_key(name))


@lru_cache(maxsize=1)
def _outlets() -> dict[str, Outlet]:
    """By key. A name that two outlets claim is a bug and raises ValueError."""
    words = files("briefings.gazetteer").joinpath("outlets.toml").read_text(encoding="utf-8")
    found: dict[str, Outlet] = {}
    for family, row in tomllib.loads(words).items():
        outlet = Outlet(family, bool(row.get("state", False)))
        for name in row["names"]:
            if found.setdefault(source_key(name), outlet) is not outlet:
                raise ValueError(f"two outlets are called {name}")
    return found
