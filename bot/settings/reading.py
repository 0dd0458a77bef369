"""config.toml and the environment, read once."""

import difflib
import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import cast

from bot.settings.sections import (
    DEFAULT_DATABASE,
    ArchiveSettings,
    BriefingSettings,
    DiscordSettings,
    HealthSettings,
    IntakeSettings,
    LoggingSettings,
    PostingSettings,
    Secret,
    Settings,
    refuse,
)
from briefings.errors import BadValueError

CONFIG_FILE = Path("config.toml")

SECTIONS: Mapping[str, type] = {
    "archive": ArchiveSettings,
    "briefing": BriefingSettings,
    "posting": PostingSettings,
    "intake": IntakeSettings,
    "discord": DiscordSettings,
    "health": HealthSettings,
    "logging": LoggingSettings,
}


def unknown(name: str, known: list[str], place: str) -> BadValueError:
    near = difflib.get_close_matches(name, known, n=1)
    wanted = f"{near[0]!r}?" if near else f"one of {', '.join(known)}"
    return BadValueError(
        f"{place} does not know {name!r}; did you mean {wanted}",
        name=name,
        given=name,
        wanted=wanted,
    )


def usable(name: str, given: object, kind: object, metadata: Mapping[str, object]) -> object:
    """`given` itself, if it is of the kind and within the bounds that the field asks for."""
    if kind is bool:
        if not isinstance(given, bool):
            raise refuse(name, given, "true or false")
    elif kind is int:
        low, high = cast("int", metadata["low"]), cast("int", metadata["high"])
        if not isinstance(given, int) or isinstance(given, bool) or not low <= given <= high:
            raise refuse(name, given, f"a whole number from {low} to {high}")
    elif not isinstance(given, str):
        raise refuse(name, given, "text in quotation marks")
    check = cast("Callable[[str], bool] | None", metadata.get("check"))
    if check and not check(cast("str", given)):
        raise refuse(name, given, str(metadata["wanted"]))
    return given


def read_section(name: str, table: object) -> object:
    if not isinstance(table, dict):
        raise refuse(name, table, f"a section [{name}]")
    section = SECTIONS[name]
    known = {each.name: each for each in fields(section)}
    for key in table:
        if key not in known:
            raise unknown(key, list(known), f"[{name}] of the settings")
    return section(
        **{
            key: usable(f"{name}.{key}", given, known[key].type, known[key].metadata)
            for key, given in table.items()
        }
    )


def read_config(path: Path) -> dict[str, object]:
    """The sections of the file; none where there is no file."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise refuse("--config", str(path), "the path of a readable TOML file") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise refuse(path.name, error, "a TOML file in UTF-8") from error
    for name in tables:
        if name not in SECTIONS:
            raise unknown(name, list(SECTIONS), path.name)
    return {name: read_section(name, table) for name, table in tables.items()}


def read_token(environment: Mapping[str, str]) -> Secret | None:
    """DISCORD_TOKEN, or the first line of the file that DISCORD_TOKEN_FILE names."""
    token = environment.get("DISCORD_TOKEN", "").strip()
    token_file = environment.get("DISCORD_TOKEN_FILE", "").strip()
    if not token and token_file:
        try:
            token = Path(token_file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            wanted = "the path of a readable text file"
            raise refuse("DISCORD_TOKEN_FILE", token_file, wanted) from error
    return Secret(token) if token else None


def load_settings(
    path: Path = CONFIG_FILE, environment: Mapping[str, str] | None = None
) -> Settings:
    """The settings of `path` and `environment` (the process's own, unless given)."""
    environment = os.environ if environment is None else environment
    url = environment.get("DATABASE_URL", "").strip() or DEFAULT_DATABASE
    sections = read_config(path)
    return Settings(
        **sections,  # type: ignore[arg-type]  # read_section made each of its own class
        token=read_token(environment),
        database_url=Secret(url),
        failpoint=environment.get("TUMEN_FAILPOINT") or None,
    )
