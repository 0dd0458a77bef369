"""What Discord's documentation limits in the commands an application registers."""

import re
import unicodedata
from collections.abc import Sequence

from .wire import Json, Problems

SLASH, USER, MESSAGE = 1, 2, 3
GROUPS = (1, 2)  # sub-command and sub-command group, as types of options
PER_KIND = {SLASH: 100, USER: 15, MESSAGE: 15}
CHARACTERS, OPTIONS, CHOICES = 8000, 25, 25
NAME = re.compile(r"[-_'\w]{1,32}")
NO_NAME = "Command name is invalid"

Place = tuple[str | int, ...]


def check_commands(commands: Sequence[Json]) -> None:
    """Refuse commands that Discord would not register.

    Raises:
        RefusalError: 50035 with what is wrong with which command.
    """
    problems = Problems()
    for kind, limit in PER_KIND.items():
        if sum(command.get("type", SLASH) == kind for command in commands) > limit:
            problems.add(
                (), "APPLICATION_COMMAND_TOO_MANY", f"Maximum number of commands reached ({limit})"
            )
    names = [(command.get("type", SLASH), command.get("name")) for command in commands]
    for index, command in enumerate(commands):
        if names[index] in names[:index]:
            problems.add(
                (index,),
                "APPLICATION_COMMANDS_DUPLICATE_NAME",
                "Application command names must be unique",
            )
        _command(problems, (index,), command)
    problems.refuse()


def _command(problems: Problems, place: Place, command: Json) -> None:
    if command.get("type", SLASH) == SLASH:
        _named(problems, place, command)
        _options(problems, place, command.get("options") or [])
    else:
        problems.length((*place, "name"), command.get("name"), range(1, 33))
        if command.get("description"):
            problems.add(
                (*place, "description"),
                "APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED",
                "Context menu commands cannot have a description",
            )
    if size(command) > CHARACTERS:
        problems.add(
            place, "APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({CHARACTERS})"
        )


def _named(problems: Problems, place: Place, thing: Json) -> None:
    names = {"name": thing.get("name"), **_localized(thing, "name")}
    for key, name in names.items():
        if not _is_name(name):
            where = (*place, "name") if key == "name" else (*place, "name_localizations", key)
            problems.add(where, "APPLICATION_COMMAND_INVALID_NAME", NO_NAME)
    descriptions = {"description": thing.get("description"), **_localized(thing, "description")}
    for key, text in descriptions.items():
        tail = ("description",) if key == "description" else ("description_localizations", key)
        problems.length((*place, *tail), text, range(1, 101))


def _is_name(name: object) -> bool:
    """Letters and digits of any script, dash, underscore and apostrophe; never upper case."""
    if not isinstance(name, str) or not 1 <= len(name) <= 32:
        return False
    marks = {"Mn", "Mc"}
    plain = "".join(c for c in name if unicodedata.category(c) not in marks)
    return NAME.fullmatch(plain) is not None and name == name.lower()


def _localized(thing: Json, part: str) -> Json:
    return thing.get(f"{part}_localizations") or {}


def _options(problems: Problems, place: Place, options: Sequence[Json]) -> None:
    if len(options) > OPTIONS:
        problems.add(
            (*place, "options"), "BASE_TYPE_MAX_LENGTH", f"Must be {OPTIONS} or fewer in length."
        )
    optional_seen = False
    names = [option.get("name") for option in options]
    for index, option in enumerate(options):
        at = (*place, "options", index)
        _named(problems, at, option)
        _choices(problems, at, option)
        if names[index] in names[:index]:
            problems.add(
                at, "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE", "Option names must be unique"
            )
        if option.get("required") and optional_seen:
            problems.add(
                at,
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options",
            )
        optional_seen = optional_seen or not option.get("required")
        if option.get("type") in GROUPS:
            _options(problems, at, option.get("options") or [])


def _choices(problems: Problems, place: Place, option: Json) -> None:
    choices = option.get("choices") or []
    if len(choices) > CHOICES:
        problems.add(
            (*place, "choices"), "BASE_TYPE_MAX_LENGTH", f"Must be {CHOICES} or fewer in length."
        )
    if choices and option.get("autocomplete"):
        problems.add(
            (*place, "autocomplete"),
            "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES",
            "Autocomplete and choices exclude each other",
        )
    check_choices(problems, (*place, "choices"), choices)


def check_choices(problems: Problems, place: Place, choices: Sequence[Json]) -> None:
    """Names and values of choices, registered ones or those of an autocomplete answer."""
    for index, choice in enumerate(choices):
        problems.length((*place, index, "name"), choice.get("name"), range(1, 101))
        if isinstance(choice.get("value"), str):
            problems.length((*place, index, "value"), choice["value"], range(101))


def size(thing: Json) -> int:
    """Characters that count towards the 8,000 of a command: each text in its longest language."""
    total = 0
    for part in ("name", "description"):
        texts = [thing.get(part) or "", *_localized(thing, part).values()]
        total += max(len(text) for text in texts)
    for choice in thing.get("choices") or []:
        names = [choice.get("name") or "", *_localized(choice, "name").values()]
        value = choice.get("value")
        total += max(map(len, names)) + (len(value) if isinstance(value, str) else 0)
    return total + sum(size(option) for option in thing.get("options") or [])
