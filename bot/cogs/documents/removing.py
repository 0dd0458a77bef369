"""/document remove, restore, retract."""

from typing import Any

import discord
from discord.app_commands import Range

from bot.client import Caller, Right
from bot.client.documents import OwnDocumentGiven, RemovedDocumentGiven
from bot.client.tree import described, named
from bot.client.wording import worded
from bot.cogs.documents.commands import Commands, document
from bot.cogs.documents.shelf import remove, restore, retract
from bot.languages import say
from bot.render import labels
from bot.render.layout import message
from bot.views import show

Interaction = discord.Interaction[Any]


class Removing(Commands):
    @document.command(
        name=named("document.remove"), description=described("command.document.remove")
    )
    @worded("document.remove", "document", "reason")
    async def remove(
        self,
        interaction: Interaction,
        document: OwnDocumentGiven,
        reason: Range[str, 1, 200] | None = None,
    ) -> None:
        caller = await self.bot.require(interaction, Right.DOCUMENTS)
        title = await remove(self.bot, interaction, caller, document, reason=reason or "")
        await self.confirm(interaction, caller, "document.removed", title)

    @document.command(
        name=named("document.restore"), description=described("command.document.restore")
    )
    @worded("document.restore", "document")
    async def restore(self, interaction: Interaction, document: RemovedDocumentGiven) -> None:
        caller = await self.bot.require(interaction, Right.DOCUMENTS)
        title = await restore(self.bot, interaction, caller, document)
        await self.confirm(interaction, caller, "document.restored", title)

    @document.command(
        name=named("document.retract"), description=described("command.document.retract")
    )
    @worded("document.retract", "document", "reason")
    async def retract(
        self, interaction: Interaction, document: OwnDocumentGiven, reason: Range[str, 1, 200]
    ) -> None:
        """Its source has taken it back; briefings that quote it will say so."""
        caller = await self.bot.require(interaction, Right.DOCUMENTS)
        title = await retract(self.bot, interaction, caller, document, reason=reason)
        await self.confirm(interaction, caller, "document.retracted", title)

    async def confirm(self, interaction: Interaction, caller: Caller, key: str, title: str) -> None:
        shown = labels.title_label(title, caller.locale)
        await show(interaction, message(say(key, caller.locale, title=shown)))
