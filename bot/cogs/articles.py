"""/article, and what its buttons show: quotes, the archive's text, an extract in its place."""

from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Answers, BriefingBot, Caller, Right
from bot.client.documents import DocumentGiven, find_document
from bot.client.parameters import EdgeGiven
from bot.client.publishing import check_may_write, post_here, public_locale
from bot.client.sources import trusted, trusts_here
from bot.client.states import edge_numbered, opened, posted
from bot.client.tree import described, named
from bot.client.wording import reading, worded
from bot.errors import StaleError
from bot.languages import say
from bot.render.articles import (
    article_buttons,
    article_pages,
    edge_state,
    passage_page,
    quotes_pages,
    text_pages,
)
from bot.render.layout import Button, Layout
from bot.render.turning import turning_page
from bot.views import show
from briefings.model import Article, Edge, Span
from briefings.search import on_edge
from briefings.storage.articles import article

Interaction = discord.Interaction[Any]
Typed = Mapping[str, str]


class Articles(commands.Cog):
    def __init__(self, bot: BriefingBot) -> None:
        self.bot = bot
        bot.verbs |= {
            "article": self.open,
            "onedge": self.turn_on_edge,
            "said": self.quotes,
            "text": self.text,
            "show": self.extract,
            "post": self.post,
        }

    @reading
    @app_commands.command(name=named("article"), description=described("command.article"))
    @worded("article", "title", "edge")
    async def article(
        self, interaction: Interaction, title: DocumentGiven, edge: EdgeGiven | None = None
    ) -> None:
        caller = await self.bot.require(interaction, Right.READ)
        document_id = await find_document(self.bot, caller, title)
        await self.show_article(interaction, document_id, caller, edge=edge)

    async def open(self, interaction: Interaction, state: str, typed: Typed) -> None:
        (document_id,), at = opened(state, 1)
        caller = await self.bot.require(interaction, Right.READ, answers=answers(at))
        await self.show_article(interaction, document_id, caller, at=at or 0)

    async def turn_on_edge(self, interaction: Interaction, state: str, typed: Typed) -> None:
        (document_id, number), at = opened(state, 2)
        caller = await self.bot.require(interaction, Right.READ, answers=answers(at))
        edge = edge_numbered(number)
        await self.show_article(interaction, document_id, caller, at=at or 0, edge=edge)

    async def show_article(
        self,
        interaction: Interaction,
        document_id: int,
        caller: Caller,
        *,
        at: int = 0,
        edge: Edge | None = None,
    ) -> None:
        whole = await self.load(document_id, caller)
        pages = await self.pages(whole, edge, caller.locale)
        start = f"onedge:{document_id}{edge_state(edge)}" if edge else f"article:{document_id}"
        page = turning_page(pages, at, start, caller.locale)
        at = min(at, len(pages) - 1)
        buttons = article_buttons(whole, at=at, locale=caller.locale, edge=edge)
        await show(interaction, page.with_buttons(*buttons))

    async def pages(self, whole: Article, edge: Edge | None, locale: str) -> tuple[Layout, ...]:
        found = await self.bot.call(on_edge, whole, edge) if edge else whole
        zone = self.bot.settings.briefing.zone
        return article_pages(found, locale=locale, zone=zone, edge=edge)

    async def quotes(self, interaction: Interaction, state: str, typed: Typed) -> None:
        (document_id,), at = opened(state, 1)
        caller = await self.bot.require(interaction, Right.READ, answers=answers(at))
        pages = quotes_pages(await self.load(document_id, caller), locale=caller.locale)
        await show(interaction, turning_page(pages, at or 0, f"said:{document_id}", caller.locale))

    async def text(self, interaction: Interaction, state: str, typed: Typed) -> None:
        (document_id, version_id), at = opened(state, 2)
        caller = await self.bot.require(interaction, Right.READ, answers=answers(at))
        found = await self.load(document_id, caller, version_id)
        pages = text_pages(found, locale=caller.locale)
        start = f"text:{document_id}.{version_id}"
        await show(interaction, turning_page(pages, at or 0, start, caller.locale))

    async def extract(self, interaction: Interaction, state: str, typed: Typed) -> None:
        (document_id, version_id, start, end), _ = opened(state, 4)
        caller = await self.bot.require(interaction, Right.READ)
        found = await self.load(document_id, caller, version_id)
        if not 0 <= start < end <= len(found.text):
            raise StaleError("the extract is not in this version")
        page = passage_page(found, Span(start, end), locale=caller.locale)
        await show(interaction, page.with_buttons(open_button(document_id, caller.locale)))

    async def post(self, interaction: Interaction, state: str, typed: Typed) -> None:
        caller = await self.bot.require(interaction, Right.POST, answers="later")
        check_may_write(interaction)
        document_id, at, edge = posted(state)
        pages = await self.pages(
            await self.load(document_id, caller), edge, public_locale(interaction)
        )
        await post_here(self.bot, interaction, pages[min(at, len(pages) - 1)], command="/article")

    async def load(
        self, document_id: int, caller: Caller, version_id: int | None = None
    ) -> Article:
        found = await self.bot.call(
            article,
            self.bot.database,
            document_id,
            shelves=caller.shelves,
            version_id=version_id,
        )
        return trusted(found, await trusts_here(self.bot, caller))


def answers(page: int | None) -> Answers:
    return "private" if page is None else "same"


def open_button(document_id: int, locale: str) -> Button:
    return Button(say("button.open_article", locale), f"article:{document_id}")


async def setup(bot: BriefingBot) -> None:
    await bot.add_cog(Articles(bot))
