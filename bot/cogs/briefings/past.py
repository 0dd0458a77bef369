"""/briefing history, export, and the buttons of posted editions."""

import io
from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import discord
from discord import app_commands
from discord.app_commands import Range

from bot.client import BriefingBot, Caller, Right
from bot.client.states import numbers
from bot.client.subscriptions import SubscriptionGiven, find_subscription
from bot.client.tree import described, named
from bot.client.wording import worded
from bot.cogs.briefings.commands import Commands, briefing
from bot.languages import count, say
from bot.render.edition_files import FORMATS, SUFFIXES, atom_feed, edition_markdown
from bot.render.editions import edition_layouts
from bot.render.issues import ROWS_ON_A_PAGE, history_page, quotes_pages, sources_pages
from bot.render.layout import Layout
from bot.views import show, show_all
from briefings.compose.reopening import (
    Reopened,
    edition_json,
    reopen_edition,
    reopen_editions,
)
from briefings.errors import NotFoundError
from briefings.storage.issues import count_past_issues, past_issues

Interaction = discord.Interaction[Any]
CHOICES = [app_commands.Choice(name=name, value=form) for form, name in FORMATS.items()]
MOST_EDITIONS = 50  # of a feed


class Past(Commands):
    def __init__(self, bot: BriefingBot) -> None:
        super().__init__(bot)
        bot.verbs |= {"past": self.turn, "edition": self.open_part}

    @briefing.command(
        name=named("briefing.history"), description=described("command.briefing.history")
    )
    @worded("briefing.history", "subscription")
    async def history(
        self, interaction: Interaction, subscription: SubscriptionGiven | None = None
    ) -> None:
        caller = await self.bot.require(interaction, Right.BRIEFINGS)
        chosen = ""
        if subscription is not None:
            found = await find_subscription(self.bot, caller, subscription)
            chosen = str(found.subscription_id)
        await show(interaction, await self.page(caller, 0, chosen))

    async def turn(self, interaction: Interaction, state: str, typed: Mapping[str, str]) -> None:
        caller = await self.bot.require(interaction, Right.BRIEFINGS, answers="same")
        page, _, chosen = state.rstrip(".").partition(".")
        numbers(f"{page}.{chosen or 0}", 2)
        await show(interaction, await self.page(caller, int(page), chosen))

    async def page(self, caller: Caller, page: int, chosen: str) -> Layout:
        """A page of the past of a guild's briefings, or of the one with the number `chosen`."""
        wanted = int(chosen) if chosen.isdecimal() else None
        total = await self.bot.call(
            count_past_issues, self.bot.database, guild_id=caller.guild, subscription_id=wanted
        )
        pages = max(1, -(-total // ROWS_ON_A_PAGE))
        page = min(page, pages - 1)
        rows = await self.bot.call(
            past_issues,
            self.bot.database,
            guild_id=caller.guild,
            subscription_id=wanted,
            offset=page * ROWS_ON_A_PAGE,
            limit=ROWS_ON_A_PAGE,
        )
        return history_page(rows, page=page, pages=pages, chosen=chosen, locale=caller.locale)

    async def open_part(
        self, interaction: Interaction, state: str, typed: Mapping[str, str]
    ) -> None:
        """full, quotes, sources or open: whatever it is, for whoever clicked, alone."""
        caller = await self.bot.require(interaction, Right.READ)
        part, _, rest = state.partition(".")
        (number,) = numbers(rest.partition(".")[0], 1)
        found = await self.reopened(caller, number)
        if part == "full":
            await self.attach(interaction, "markdown", (found,), caller.locale)
        elif part == "quotes":
            await show_all(interaction, quotes_pages(found.edition, locale=caller.locale))
        elif part == "sources":
            await show_all(interaction, sources_pages(found.edition, locale=caller.locale))
        else:
            await show_all(interaction, opened(found, caller.locale))

    @briefing.command(
        name=named("briefing.export"), description=described("command.briefing.export")
    )
    @worded("briefing.export", "form", "edition")
    @app_commands.choices(form=CHOICES)
    async def export(
        self, interaction: Interaction, form: str, edition: Range[int, 1, 2**31 - 1] | None = None
    ) -> None:
        caller = await self.bot.require(interaction, Right.BRIEFINGS)
        if edition is not None:
            found: tuple[Reopened, ...] = (await self.reopened(caller, edition),)
        else:
            most = MOST_EDITIONS if form == "atom" else 1
            found = await self.bot.call(
                reopen_editions, self.bot.database, guild_id=caller.guild, limit=most
            )
        await self.attach(interaction, form, found, caller.locale)

    async def reopened(self, caller: Caller, number: int) -> Reopened:
        return await self.bot.call(reopen_edition, self.bot.database, number, guild_id=caller.guild)

    async def attach(
        self, interaction: Interaction, form: str, found: Sequence[Reopened], locale: str
    ) -> None:
        """The editions as a file, for whoever asked."""
        if not found:
            raise NotFoundError("no edition yet", what="edition", wanted="")
        today = self.bot.clock.now().astimezone(ZoneInfo(found[0].edition.zone)).date()
        if form == "json":
            text = await self.bot.call(edition_json, found[0])
        elif form == "atom":
            text = await self.bot.call(atom_feed, found, locale=locale)
        else:
            text = await self.bot.call(edition_markdown, found[0], accessed=today)
        name = f"edition-{found[0].edition_id}" if form != "atom" else "editions"
        await interaction.edit_original_response(
            content=count("edition.exported", locale, len(found)),
            attachments=[discord.File(io.BytesIO(text.encode()), f"{name}.{SUFFIXES[form]}")],
            allowed_mentions=discord.AllowedMentions.none(),
        )


def opened(found: Reopened, locale: str) -> tuple[Layout, ...]:
    """The edition as it was posted in full; its frames in its own language."""
    own = found.edition.language
    note = say("edition.opened", locale, number=found.edition_id)
    return edition_layouts(
        found.edition, marker=note.removeprefix("-# "), locale=own, number=found.edition_id
    )
