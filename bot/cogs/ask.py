"""/ask: the passages that answer a question."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import BriefingBot, Caller, Right
from bot.client.parameters import DayGiven, EdgeGiven
from bot.client.publishing import check_may_write, post_here, public_locale
from bot.client.sources import trusted, trusts_here
from bot.client.tree import described, named
from bot.client.wording import reading, worded
from bot.errors import StaleError
from bot.languages import say
from bot.render.answers import (
    LONGEST_QUESTION,
    Found,
    Nearest,
    Question,
    digest_page,
    hit_pages,
    no_hits,
)
from bot.render.layout import Layout
from bot.views import again_buttons, show, turn_buttons, turned
from briefings.errors import BadValueError
from briefings.search import Answer, ask
from briefings.storage.sources import Trusts

Interaction = discord.Interaction[Any]


class Ask(commands.Cog):
    def __init__(self, bot: BriefingBot) -> None:
        self.bot = bot
        bot.verbs["ask"] = self.turn

    @reading
    @app_commands.command(name=named("ask"), description=described("command.ask"))
    @worded("ask", "question", "edge", "since")
    async def ask(
        self,
        interaction: Interaction,
        question: app_commands.Range[str, 1, LONGEST_QUESTION],
        edge: EdgeGiven | None = None,
        since: DayGiven | None = None,
    ) -> None:
        caller = await self.bot.require(interaction, Right.READ, costly=True)
        asked = Question(" ".join(question.split()), edge, since)
        await show(interaction, await self.page(asked, 0, caller, caller.locale))

    async def turn(self, interaction: Interaction, state: str, typed: Mapping[str, str]) -> None:
        """A button of the pager: another page, or this one into the channel."""
        asked_for = turned(interaction, f"ask:{state}")
        if asked_for is None:
            raise StaleError("the pager lost its question")
        action, number, query = asked_for
        asked = question_of(query)
        if action == "post":
            caller = await self.bot.require(interaction, Right.POST, answers="later")
            check_may_write(interaction)
            locale = public_locale(interaction)
            page = await self.page(asked, number, caller, locale)
            await post_here(self.bot, interaction, page, command="/ask")
        else:
            caller = await self.bot.require(interaction, Right.READ, answers="same")
            await show(interaction, await self.page(asked, number, caller, caller.locale))

    async def page(self, asked: Question, number: int, caller: Caller, locale: str) -> Layout:
        if not asked.words:
            raise BadValueError("no question", name="question", given="", wanted="question")
        since = datetime.combine(asked.since, time(), UTC) if asked.since else None
        answer = await self.bot.call(
            ask,
            self.bot.database,
            asked.words,
            shelves=caller.shelves,
            edge=asked.edge,
            since=since,
            now=self.bot.clock.now(),
        )
        trusts = await trusts_here(self.bot, caller)
        pages = answer_pages(asked, answer, trusts, locale)
        at = min(number, len(pages) - 1)
        if not answer.hits:
            again = replace(asked, words=answer.did_you_mean or "")
            label = say("button.try", locale)
            offered = again_buttons("ask", again.query, label) if again.words else ()
            return pages[at].with_buttons(*offered)
        return pages[at].with_buttons(*turn_buttons("ask", at, len(pages), asked.query, locale))


def question_of(query: Sequence[str]) -> Question:
    try:
        return Question.from_query(query)
    except ValueError as error:  # a button of a version that wrote its query differently
        raise StaleError("the pager's question cannot be read") from error


def answer_pages(
    asked: Question, answer: Answer, trusts: Trusts, locale: str
) -> tuple[Layout, ...]:
    if answer.hits:
        hits = [
            Found(trusted(hit.article, trusts), hit.passage, hit.summary, hit.quotes)
            for hit in answer.hits
        ]
        digest = [(trusted(article, trusts), span) for article, span in answer.digest]
        told = (digest_page(asked, digest, locale),) if digest else ()
        return (*hit_pages(asked, hits[:1], locale), *told, *hit_pages(asked, hits[1:], locale))
    nearest = [
        Nearest(title.document_id, title.title, title.source, title.published_on)
        for title in answer.nearest
    ]
    return (no_hits(asked, did_you_mean=answer.did_you_mean, nearest=nearest, locale=locale),)


async def setup(bot: BriefingBot) -> None:
    await bot.add_cog(Ask(bot))
