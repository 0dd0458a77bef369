"""/desk rights, and where notices go."""

from collections.abc import Callable
from typing import Any

import discord
from discord import app_commands

from bot.client import Caller, Right
from bot.client.channels import ChannelGiven, check_may_post
from bot.client.parameters import OneOf
from bot.client.tree import described, named
from bot.client.wording import worded
from bot.cogs.desk.commands import Commands, desk
from bot.languages import say
from bot.render.desk import Holder, rights_layout
from bot.render.layout import message
from bot.views import show
from briefings.storage.desks import set_notices_channel
from briefings.storage.rights import grant, grants, revoke

Interaction = discord.Interaction[Any]
HolderGiven = discord.Member | discord.Role


RightGiven = app_commands.Transform[Right, OneOf("right", Right)]


class Rights(Commands):
    rights = app_commands.Group(
        name=named("desk.rights"), description=described("command.desk.rights"), parent=desk
    )

    @desk.command(name=named("desk.notices"), description=described("command.desk.notices"))
    @worded("desk.notices", "channel")
    async def notices(self, interaction: Interaction, channel: ChannelGiven) -> None:
        caller = await self.bot.require(interaction, Right.DESK)
        check_may_post(interaction, channel)
        await self.bot.call(
            set_notices_channel,
            self.bot.database,
            caller.guild,
            channel,
            by=caller.user_id,
            interaction_id=interaction.id,
            now=self.bot.clock.now(),
        )
        done = say("desk.notices.set", caller.locale, channel=channel)
        await show(interaction, message(done))

    @rights.command(
        name=named("desk.rights.grant"), description=described("command.desk.rights.grant")
    )
    @worded("desk.rights.grant", "right", "who")
    async def grant(self, interaction: Interaction, right: RightGiven, who: HolderGiven) -> None:
        caller = await self.bot.require(interaction, Right.DESK)
        await self.change(grant, interaction, caller, right=right, who=who)
        hidden = right in (Right.BRIEFINGS, Right.DESK)
        note = say("desk.granted.hidden", caller.locale) if hidden else ""
        await self.confirm(interaction, caller, right=right, who=who, key="desk.granted", note=note)

    @rights.command(
        name=named("desk.rights.revoke"), description=described("command.desk.rights.revoke")
    )
    @worded("desk.rights.revoke", "right", "who")
    async def revoke(self, interaction: Interaction, right: RightGiven, who: HolderGiven) -> None:
        caller = await self.bot.require(interaction, Right.DESK)
        await self.change(revoke, interaction, caller, right=right, who=who)
        await self.confirm(interaction, caller, right=right, who=who, key="desk.revoked")

    @rights.command(
        name=named("desk.rights.list"), description=described("command.desk.rights.list")
    )
    async def list_(self, interaction: Interaction) -> None:
        caller = await self.bot.require(interaction, Right.DESK)
        rows = await self.bot.call(grants, self.bot.database, guild_id=caller.guild)
        held = [(row.right, Holder(row.holder_id, row.holder == "role")) for row in rows]
        await show(interaction, rights_layout(list(Right), held, locale=caller.locale))

    async def change(
        self,
        deed: Callable[..., int | None],
        interaction: Interaction,
        caller: Caller,
        *,
        right: Right,
        who: HolderGiven,
    ) -> None:
        await self.bot.call(
            deed,
            self.bot.database,
            guild_id=caller.guild,
            holder=holder_of(who),
            holder_id=who.id,
            right=str(right),
            by=caller.user_id,
            interaction_id=interaction.id,
            now=self.bot.clock.now(),
        )

    async def confirm(
        self,
        interaction: Interaction,
        caller: Caller,
        *,
        right: Right,
        who: HolderGiven,
        key: str,
        note: str = "",
    ) -> None:
        holder = Holder(who.id, isinstance(who, discord.Role))
        shown = say(f"right.{right}", caller.locale)
        done = say(key, caller.locale, who=holder.mention, right=shown)
        await show(interaction, message(done, note))


def holder_of(who: HolderGiven) -> str:
    return "role" if isinstance(who, discord.Role) else "user"
