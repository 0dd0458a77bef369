"""A slash command as a person types it, read as Discord's client does, by what is registered."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .command_limits import GROUPS
from .interactions import NotPossibleError
from .wire import Json


class Typed(NamedTuple):
    """A command, the path of sub-commands to take, and the options as written."""

    command: Json
    path: tuple[Json, ...]  # sub-command groups and sub-commands
    values: dict[str, str]  # by registered name

    @property
    def leaf(self) -> Json:
        return self.path[-1] if self.path else self.command

    @property
    def label(self) -> str:
        return "/" + " ".join([self.command["name"], *(step["name"] for step in self.path)])


def called(thing: Json, locale: str) -> set[str]:
    """The names by which a person of that language may call a command, option or choice."""
    localized = (thing.get("name_localizations") or {}).get(locale)
    return {thing["name"]} | ({localized} if localized else set())


def read(line: str, commands: Sequence[Json], *, locale: str = "en-US") -> Typed:
    """Parse `/briefing subscribe channel:#news time:08:00`; a value ends where an option begins.

    Raises:
        NotPossibleError: when there is no such command or option.
    """
    words = line.strip().removeprefix("/").split(maxsplit=1)
    if not words:
        raise NotPossibleError("nothing typed")
    named = [one for one in commands if words[0] in called(one, locale)]
    if not named:
        raise NotPossibleError(f"there is no command /{words[0]}")
    rest = words[1] if len(words) > 1 else ""
    path: list[Json] = []
    options = named[0].get("options") or []
    while options and options[0]["type"] in GROUPS:
        word, _, tail = rest.partition(" ")
        steps = [one for one in options if word in called(one, locale)]
        if not steps:
            raise NotPossibleError(f"/{named[0]['name']} has no sub-command {word!r}")
        path.append(steps[0])
        options, rest = steps[0].get("options") or [], tail.strip()
    return Typed(named[0], tuple(path), _values(rest, options, locale))


def _values(rest: str, options: Sequence[Json], locale: str) -> dict[str, str]:
    names = {name: option["name"] for option in options for name in called(option, locale)}
    if not rest:
        return {}
    longest_first = sorted(names, key=len, reverse=True)
    alternatives = "|".join(map(re.escape, longest_first)) or r"(?!)"
    starts = list(re.finditer(rf"(?:^|(?<=\s))({alternatives}):", rest))
    if not starts or starts[0].start() > 0:
        raise NotPossibleError(f"no option begins at {rest[:40]!r}; there are: {', '.join(names)}")
    ends = [start.start() for start in starts[1:]] + [len(rest)]
    return {
        names[start[1]]: rest[start.end() : end].strip()
        for start, end in zip(starts, ends, strict=True)
    }


def merged(typed: Typed, options: Mapping[str, object], *, locale: str) -> dict[str, object]:
    """The typed options and the structured ones, by registered name.

    Raises:
        NotPossibleError: for a structured option the command does not have.
    """
    values: dict[str, object] = dict(typed.values)
    registered = [one for one in typed.leaf.get("options") or [] if one["type"] not in GROUPS]
    names = {name: one["name"] for one in registered for name in called(one, locale)}
    for name, value in options.items():
        if name not in names:
            raise NotPossibleError(f"{typed.label} has no option {name!r}")
        values[names[name]] = value
    return values
