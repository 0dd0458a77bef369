"""/why: why a document is, or is not, in a briefing; sentence by sentence."""

from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Answers, BriefingBot, Caller, Right
from bot.client.documents import DocumentGiven, find_document
from bot.client.given import GivenBriefing, find_given
from bot.client.states import opened
from bot.client.tree import described, named
from bot.client.wording import worded
from bot.render.explanations import explanation_pages, nothing_posted
from bot.render.layout import Layout
from bot.render.turning import turning_page
from bot.views import show
from briefings.compose.explaining import explain

Interaction = discord.Interaction[Any]


class Why(commands.Cog):
    def __init__(self, bot: BriefingBot) -> None:
        self.bot = bot
        bot.verbs["why"] = self.turn

    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.command(name=named("why"), description=described("command.why"))
    @worded("why", "document", "briefing")
    async def why(
        self,
        interaction: Interaction,
        document: DocumentGiven,
        briefing: GivenBriefing | None = None,
    ) -> None:
        caller = await self.bot.require(interaction, Right.READ, costly=True)
        document_id = await find_document(self.bot, caller, document)
        delivery_id = await find_given(self.bot, interaction, caller, briefing)
        if delivery_id is None:
            await show(interaction, nothing_posted(caller.locale))
            return
        await show(interaction, await self.page(caller, delivery_id, document_id, 0))

    async def turn(self, interaction: Interaction, state: str, typed: Mapping[str, str]) -> None:
        (delivery_id, document_id), at = opened(state, 2)
        answers: Answers = "private" if at is None else "same"
        caller = await self.bot.require(interaction, Right.READ, answers=answers)
        await find_given(self.bot, interaction, caller, str(delivery_id))
        await show(interaction, await self.page(caller, delivery_id, document_id, at or 0))

    async def page(self, caller: Caller, delivery_id: int, document_id: int, at: int) -> Layout:
        found = await self.bot.call(
            explain,
            self.bot.database,
            delivery_id,
            document_id,
            guild_id=caller.guild,
            shelves=caller.shelves,
        )
        pages = explanation_pages(found, caller.locale)
        return turning_page(pages, at, f"why:{delivery_id}.{document_id}", caller.locale)


async def setup(bot: BriefingBot) -> None:
    await bot.add_cog(Why(bot))
