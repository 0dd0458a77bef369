"""/quotes: who said what."""

from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import BriefingBot, Caller, Right
from bot.client.documents import SpeakerGiven
from bot.client.parameters import EdgeGiven
from bot.client.publishing import check_may_write, post_here, public_locale
from bot.client.tree import described, named
from bot.client.wording import reading, worded
from bot.errors import StaleError
from bot.render.extracts import Place, with_marks
from bot.render.layout import Layout
from bot.render.quotes import LONGEST_TOPIC, Said, Wanted, no_quotes, quote_pages
from bot.views import show, turn_buttons, turned
from briefings.model import Flag, Span, Tier
from briefings.search import QuoteAnswer, find_quotes
from briefings.storage.utterances import UtteranceRow

Interaction = discord.Interaction[Any]
MOST_QUOTES = 50


class Quotes(commands.Cog):
    def __init__(self, bot: BriefingBot) -> None:
        self.bot = bot
        bot.verbs["quotes"] = self.turn

    @reading
    @app_commands.command(name=named("quotes"), description=described("command.quotes"))
    @worded("quotes", "speaker", "about", "edge")
    async def quotes(
        self,
        interaction: Interaction,
        speaker: SpeakerGiven | None = None,
        about: app_commands.Range[str, 1, LONGEST_TOPIC] | None = None,
        edge: EdgeGiven | None = None,
    ) -> None:
        caller = await self.bot.require(interaction, Right.READ)
        wanted = Wanted(
            " ".join((speaker or "").split())[:100], " ".join((about or "").split()), edge
        )
        await show(interaction, await self.page(wanted, 0, caller, caller.locale))

    async def turn(self, interaction: Interaction, state: str, typed: Mapping[str, str]) -> None:
        asked_for = turned(interaction, f"quotes:{state}")
        if asked_for is None:
            raise StaleError("the pager lost its query")
        action, number, query = asked_for
        try:
            wanted = Wanted.from_query(query)
        except ValueError as error:  # a button of a version that wrote its query differently
            raise StaleError("the pager's query cannot be read") from error
        if action == "post":
            caller = await self.bot.require(interaction, Right.POST, answers="later")
            check_may_write(interaction)
            page = await self.page(wanted, number, caller, public_locale(interaction))
            await post_here(self.bot, interaction, page, command="/quotes")
        else:
            caller = await self.bot.require(interaction, Right.READ, answers="same")
            await show(interaction, await self.page(wanted, number, caller, caller.locale))

    async def page(self, wanted: Wanted, number: int, caller: Caller, locale: str) -> Layout:
        answer = await self.bot.call(
            find_quotes,
            self.bot.database,
            shelves=caller.shelves,
            speaker=wanted.speaker or None,
            about=wanted.about or None,
            edge=wanted.edge,
            limit=MOST_QUOTES,
        )
        if not answer.rows:
            return no_quotes(wanted, nearest=answer.nearest, locale=locale)
        pages = quote_pages(wanted, distinct(answer), speakers=answer.speakers, locale=locale)
        at = min(number, len(pages) - 1)
        return pages[at].with_buttons(*turn_buttons("quotes", at, len(pages), wanted.query, locale))


def distinct(answer: QuoteAnswer) -> list[Said]:
    """Quotes of one speaker that are shown inside one and the same sentence are shown once."""
    found = map(said_of, answer.rows)
    shown = {(said.place.version_id, said.place.span, said.speaker): said for said in found}
    return list(shown.values())


def said_of(row: UtteranceRow) -> Said:
    """A whole clause stands with its marks, anything less in its sentence."""
    at = row.sentence_span.start
    span = Span(0, len(row.sentence))
    inside = Span(row.span.start - at, row.span.end - at)
    if row.tier is Tier.A and span.holds(inside):
        span = with_marks(row.sentence, inside)
    return Said(
        words=span.of(row.sentence),
        place=Place(row.document_id, row.version_id, Span(span.start + at, span.end + at), row.url),
        speaker=row.speaker,
        said=row.said,
        medium=row.medium,
        title=row.title,
        source=row.source,
        kind=row.kind,
        published_on=row.published_on,
        retracted=Flag.RETRACTED in row.flags,
    )


async def setup(bot: BriefingBot) -> None:
    await bot.add_cog(Quotes(bot))
