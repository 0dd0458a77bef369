"""Who calls, from where, and with which rights."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import discord

from bot.errors import OnlyInGuildError
from briefings.errors import NotAllowedError


class Right(StrEnum):
    READ = "read"
    POST = "post"
    DOCUMENTS = "documents"
    BRIEFINGS = "briefings"
    DESK = "desk"


READ_ONLY = frozenset({Right.READ})


@dataclass(frozen=True, slots=True)
class Caller:
    """A person in a guild that has added the bot, or (guild_id None) anywhere else, where the
    common shelf can be read and nothing be changed."""

    user_id: int
    guild_id: int | None
    locale: str
    rights: frozenset[str]
    shelves: tuple[int, ...]

    @property
    def guild(self) -> int:
        """For deeds that only a guild knows. Raises OnlyInGuildError elsewhere."""
        if self.guild_id is None:
            raise OnlyInGuildError("only inside a guild that has added the bot")
        return self.guild_id

    def require(self, right: Right) -> None:
        if right is not Right.READ and self.guild_id is None:
            raise OnlyInGuildError("elsewhere there is nothing to change")
        if right not in self.rights:
            raise NotAllowedError(f"the right {right!r} is missing", right=str(right))


def guild_of(interaction: discord.Interaction[Any]) -> int | None:
    """The guild, if the bot itself was added to it (and not only to a person's own apps)."""
    return interaction.guild_id if interaction.is_guild_integration() else None


def role_ids(interaction: discord.Interaction[Any]) -> tuple[int, ...]:
    member = interaction.user
    return tuple(role.id for role in member.roles) if isinstance(member, discord.Member) else ()


def is_manager(interaction: discord.Interaction[Any]) -> bool:
    permissions = interaction.permissions
    return permissions.manage_guild or permissions.administrator
