"""/check, and *Check the quotes* on a message: was it really said so?"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import BriefingBot, Caller, Right
from bot.client.documents import SpeakerGiven
from bot.client.publishing import check_may_write, post_here, public_locale
from bot.client.tree import described, named
from bot.client.wording import reading, worded
from bot.errors import StaleError
from bot.languages import say
from bot.render.checks import Wanted, check_pages, nothing_to_check
from bot.render.layout import Layout
from bot.render.plain import readable
from bot.views import show, show_all, turn_buttons, turned
from briefings.search import Check, Claim, check_quote, claims_in
from briefings.search.checking import LONGEST_QUOTE

Interaction = discord.Interaction[Any]
LONGEST_SPEAKER = 100


class Checking(commands.Cog):
    def __init__(self, bot: BriefingBot) -> None:
        self.bot = bot
        bot.verbs["check"] = self.turn
        self.menu = app_commands.ContextMenu(
            name=app_commands.locale_str(say("command.menu.check", "en"), key="command.menu.check"),
            callback=self.check_message,
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )

    async def cog_load(self) -> None:
        self.bot.tree.add_command(self.menu)

    async def cog_unload(self) -> None:
        self.bot.tree.remove_command(self.menu.name, type=self.menu.type)

    @reading
    @app_commands.command(name=named("check"), description=described("command.check"))
    @worded("check", "quote", "speaker")
    async def check(
        self,
        interaction: Interaction,
        quote: app_commands.Range[str, 1, LONGEST_QUOTE],
        speaker: SpeakerGiven | None = None,
    ) -> None:
        caller = await self.bot.require(interaction, Right.READ, costly=True)
        wanted = Wanted(
            " ".join(quote.split()), " ".join((speaker or "").split())[:LONGEST_SPEAKER]
        )
        await show(interaction, await self.page(wanted, 0, caller, caller.locale))

    async def check_message(self, interaction: Interaction, message: discord.Message) -> None:
        """Each quotation of a message that somebody points at, one below the other."""
        caller = await self.bot.require(interaction, Right.READ, costly=True)
        written = "\n".join(readable(words) for words in words_of(message))
        claims = await self.bot.call(claims_in, self.bot.database, written, shelves=caller.shelves)
        if not claims:
            await show(interaction, nothing_to_check(caller.locale))
            return
        found = [await self.checked(claim, caller) for claim in claims]
        await show_all(interaction, check_pages(found, caller.locale))

    async def turn(self, interaction: Interaction, state: str, typed: Mapping[str, str]) -> None:
        asked_for = turned(interaction, f"check:{state}")
        if asked_for is None or len(asked_for[2]) != 2:
            raise StaleError("the buttons lost the words")
        action, number, (words, speaker) = asked_for
        wanted = Wanted(words, speaker)
        if action == "post":
            caller = await self.bot.require(interaction, Right.POST, answers="later")
            check_may_write(interaction)
            page = await self.page(wanted, number, caller, public_locale(interaction))
            await post_here(self.bot, interaction, page, command="/check")
        else:
            caller = await self.bot.require(interaction, Right.READ, answers="same")
            await show(interaction, await self.page(wanted, number, caller, caller.locale))

    async def page(self, wanted: Wanted, number: int, caller: Caller, locale: str) -> Layout:
        found = await self.checked(Claim(wanted.words, wanted.speaker), caller)
        pages = check_pages([found], locale)
        at = min(number, len(pages) - 1)
        return pages[at].with_buttons(*turn_buttons("check", at, len(pages), wanted.query, locale))

    async def checked(self, claim: Claim, caller: Caller) -> Check:
        return await self.bot.call(
            check_quote,
            self.bot.database,
            claim.words,
            shelves=caller.shelves,
            speaker=claim.speaker,
        )


def words_of(message: discord.Message) -> Iterator[str]:
    """All that a message shows as text: its own words, its previews, its layout."""
    yield message.content
    for embed in message.embeds:
        yield from filter(None, (embed.title, embed.description))
    yield from _texts(message.components)


def _texts(components: Iterable[Any]) -> Iterator[str]:
    for component in components:
        if isinstance(component, discord.components.TextDisplay):
            yield component.content
        else:
            yield from _texts(getattr(component, "children", ()))


async def setup(bot: BriefingBot) -> None:
    await bot.add_cog(Checking(bot))
