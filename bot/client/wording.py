"""Decorators that word a command from the catalogue, and say where it may be used."""

from collections.abc import Callable
from typing import Any, TypeVar

from discord import Permissions, app_commands
from discord.app_commands import AppCommandContext, AppInstallationType

from bot.client.tree import described, named

T = TypeVar("T")

IN_GUILDS = AppCommandContext(guild=True, dm_channel=False, private_channel=False)
GUILD_INSTALL = AppInstallationType(guild=True, user=False)
MANAGERS = Permissions(manage_guild=True)


def worded(path: str, *parameters: str) -> Callable[[T], T]:
    """Names of the parameters, from "option.PARAMETER", and descriptions, from
    "command.PATH.PARAMETER"."""
    telling = app_commands.describe(
        **{name: described(f"command.{path}.{name}") for name in parameters}
    )
    renamed = app_commands.rename(**{name: described(f"option.{name}") for name in parameters})
    return lambda command: renamed(telling(command))


def group(name: str, *, managers: bool = False) -> app_commands.Group:
    """A group of commands for guilds that have added the bot."""
    return app_commands.Group(
        name=named(name),
        description=described(f"command.{name}"),
        allowed_contexts=IN_GUILDS,
        allowed_installs=GUILD_INSTALL,
        default_permissions=MANAGERS if managers else None,
    )


def reading(function: Any) -> Any:
    """A command that only reads: usable in direct messages and as a person's own app, too."""
    function = app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)(function)
    return app_commands.allowed_installs(guilds=True, users=True)(function)
