"""The threads that library functions run in. Those for what is offered while somebody types are
their own, so that an offer never waits behind a question that looks through the whole archive; and
so are those for posting, so that nobody who asks waits behind ten thousand briefings.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from typing import Any, TypeVar

import discord

R = TypeVar("R")
Interaction = discord.Interaction[Any]

OFFERING = 2  # threads; an offer takes milliseconds
POSTING = 2  # threads; the archive is written by one at a time

_posts: ContextVar[bool] = ContextVar("posts", default=False)
_typist: ContextVar[int | None] = ContextVar("typist", default=None)


class Calls:
    """What a task calls runs with everybody's, or, once it `offers` or `posts`, with its like.

    A newer letter of the same person makes what is looked up for an older one void: nobody will
    see it. Its interaction is answered all the same, with nothing.
    """

    def __init__(self, threads: int) -> None:
        self._library = ThreadPoolExecutor(threads, "library")
        self._offers = ThreadPoolExecutor(OFFERING, "offers")
        self._posting = ThreadPoolExecutor(POSTING, "posting")
        self._looked_up: dict[int, asyncio.Future[Any]] = {}
        self._answering: set[asyncio.Task[None]] = set()

    async def run(self, deed: Callable[[], R]) -> R:
        loop, typist = asyncio.get_running_loop(), _typist.get()
        if typist is None:
            threads = self._posting if _posts.get() else self._library
            return await loop.run_in_executor(threads, deed)
        found = loop.run_in_executor(self._offers, deed)
        self._looked_up[typist] = found
        try:
            return await found
        finally:
            if self._looked_up.get(typist) is found:
                del self._looked_up[typist]

    def posts(self) -> None:
        """Said by the task that posts, and true of the tasks that it makes."""
        _posts.set(True)

    def offers(self, interaction: Interaction) -> None:
        """Said by the task that is about to look up what to offer, which is sure of an answer
        then, whatever becomes of it."""
        task, typist = asyncio.current_task(), interaction.user.id
        older = self._looked_up.pop(typist, None)
        if older is not None:
            older.cancel()
        _typist.set(typist)
        if task is not None:
            task.add_done_callback(lambda _: self._answer(interaction))

    def shutdown(self) -> None:
        """Wait for what is under way."""
        self._library.shutdown()
        self._offers.shutdown()
        self._posting.shutdown()

    def _answer(self, interaction: Interaction) -> None:
        if interaction.response.is_done():
            return
        task = asyncio.get_running_loop().create_task(_offer_nothing(interaction))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)


async def _offer_nothing(interaction: Interaction) -> None:
    try:
        await interaction.response.autocomplete([])
    except (discord.HTTPException, discord.InteractionResponded):
        return  # too late, or the bot is leaving: nobody waits for it
