"""The first response to an interaction, over a line that may break.

Discord takes one response and answers it. When the answer is lost, nobody here knows whether the
response arrived; a second try tells: it is taken, or refused as the second one (40060), which
means that the first arrived. discord.py raises in both cases, and the person would look at
"thinking …" for ever.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import discord
from discord import InteractionResponseType

ALREADY_ANSWERED = 40060
PAUSE = 0.2  # seconds before the second try; a person's client waits three in all
TOO_MANY = 429
TAKEN = "taken"  # in the interaction's extras: the type of a response whose answer was lost

Interaction = discord.Interaction[Any]


async def respond(
    interaction: Interaction,
    kind: InteractionResponseType,
    send: Callable[[], Awaitable[object]],
) -> None:
    """`send` the first response, of that kind; once more where the line broke.

    Raises:
        discord.HTTPException, aiohttp.ClientError, ConnectionError: it did not arrive.
    """
    try:
        await _sent(interaction, kind, send)
    except (aiohttp.ClientError, ConnectionError, discord.HTTPException) as error:
        if not passing(error):
            raise
        await asyncio.sleep(PAUSE)
        await _sent(interaction, kind, send)


async def defer(interaction: Interaction, *, same: bool = False) -> None:
    """Promise a private answer; or, `same`, a change of the message that was clicked on."""
    if same:
        kind = InteractionResponseType.deferred_message_update
        await respond(interaction, kind, interaction.response.defer)
        return
    await respond(
        interaction,
        InteractionResponseType.deferred_channel_message,
        lambda: interaction.response.defer(ephemeral=True, thinking=True),
    )


async def say_first(interaction: Interaction, words: str | None = None, **message: Any) -> None:
    """A message as the response; `message` as for `InteractionResponse.send_message`."""
    await respond(
        interaction,
        InteractionResponseType.channel_message,
        lambda: interaction.response.send_message(words, **message),
    )


async def open_form(interaction: Interaction, form: discord.ui.Modal) -> None:
    await respond(
        interaction,
        InteractionResponseType.modal,
        lambda: interaction.response.send_modal(form),
    )


async def _sent(
    interaction: Interaction,
    kind: InteractionResponseType,
    send: Callable[[], Awaitable[object]],
) -> None:
    try:
        await send()
    except discord.HTTPException as error:
        if error.code != ALREADY_ANSWERED:
            raise
        interaction.extras[TAKEN] = kind


async def edit_answer(interaction: Interaction, view: discord.ui.LayoutView) -> None:
    """Change the answer, once more where the line broke: the same change twice is one change."""
    quiet = discord.AllowedMentions.none()
    try:
        await interaction.edit_original_response(view=view, allowed_mentions=quiet)
    except (aiohttp.ClientError, ConnectionError, discord.HTTPException) as error:
        if not passing(error):
            raise
        await asyncio.sleep(PAUSE)
        await interaction.edit_original_response(view=view, allowed_mentions=quiet)


def passing(error: BaseException) -> bool:
    """Whether it is the line to Discord, or Discord itself for a while, that failed."""
    if isinstance(error, discord.HTTPException):
        return error.status >= 500 or error.status == TOO_MANY
    return isinstance(error, aiohttp.ClientError | ConnectionError)


def response_type(interaction: Interaction) -> InteractionResponseType | None:
    """How the interaction was responded to, None where it was not yet."""
    kind: InteractionResponseType | None = interaction.extras.get(TAKEN)
    return interaction.response.type or kind
