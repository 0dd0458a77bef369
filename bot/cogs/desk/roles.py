"""/desk role: named bundles of rights that roles of the server stand for."""

from typing import Any

import discord
from discord import app_commands

from bot.client import Caller, Right
from bot.client.parameters import OneOf
from bot.client.tree import described, named
from bot.client.wording import worded
from bot.cogs.desk.commands import Commands, desk
from bot.errors import NothingToChangeError
from bot.render.desk import role_layout, roles_layout
from bot.views import show
from briefings.storage.roles import BUNDLES, desk_roles, set_desk_role

Interaction = discord.Interaction[Any]


BundleGiven = app_commands.Transform[str, OneOf("bundle", BUNDLES)]


class Roles(Commands):
    roles = app_commands.Group(
        name=named("desk.role"), description=described("command.desk.role.group"), parent=desk
    )

    @roles.command(name=named("desk.role.give"), description=described("command.desk.role.give"))
    @worded("desk.role.give", "role", "bundle")
    async def give_role(
        self, interaction: Interaction, role: discord.Role, bundle: BundleGiven
    ) -> None:
        caller = await self.bot.require(interaction, Right.DESK)
        entry_id = await self.set_role(interaction, caller, role, bundle)
        await show(interaction, role_layout(role.id, bundle, entry_id, locale=caller.locale))

    @roles.command(name=named("desk.role.take"), description=described("command.desk.role.take"))
    @worded("desk.role.take", "role")
    async def take_role(self, interaction: Interaction, role: discord.Role) -> None:
        caller = await self.bot.require(interaction, Right.DESK)
        entry_id = await self.set_role(interaction, caller, role, None)
        await show(interaction, role_layout(role.id, None, entry_id, locale=caller.locale))

    @roles.command(name=named("desk.role.list"), description=described("command.desk.role.list"))
    async def list_roles(self, interaction: Interaction) -> None:
        caller = await self.bot.require(interaction, Right.DESK)
        rows = await self.bot.call(desk_roles, self.bot.database, guild_id=caller.guild)
        held = [(row.role_id, row.bundle) for row in rows]
        bundles = {bundle: [str(r) for r in Right if r in BUNDLES[bundle]] for bundle in BUNDLES}
        await show(interaction, roles_layout(bundles, held, locale=caller.locale))

    async def set_role(
        self, interaction: Interaction, caller: Caller, role: discord.Role, bundle: str | None
    ) -> int:
        entry_id = await self.bot.call(
            set_desk_role,
            self.bot.database,
            role.id,
            bundle,
            guild_id=caller.guild,
            by=caller.user_id,
            interaction_id=interaction.id,
            now=self.bot.clock.now(),
        )
        if entry_id is None:
            raise NothingToChangeError("the role is that already")
        return entry_id
