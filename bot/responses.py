"""The first response to an interaction, over a line that may break.

Discord takes one response and answers it. When the answer is lost, nobody here knows whether the
response arrived; a second try tells: it is taken, or refused as the second one (40060), which
means that the first arrived. discord.py raises in both cases, and the person would look at
"thinking …" for ever.

Nor does the answer have to hold anything: 204 is one, too, where discord.py looks for an object.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import aiohttp
import discord
from discord import InteractionResponseType

ALREADY_ANSWERED = 40060
PAUSES = (0.2, 0.8)  # seconds before a further try; a person's client waits three in all
LONGER = (0.2, 0.8, 2.4)  # the same for what nobody's client waits for
TOO_MANY = 429
TAKEN = "taken"  # in the interaction's extras: the type of a response whose answer was lost

Interaction = discord.Interaction[Any]


async def respond(
    interaction: Interaction,
    kind: InteractionResponseType,
    send: Callable[[], Awaitable[object]],
) -> None:
    """`send` the first response, of that kind; again where the line broke.

    Raises:
        discord.HTTPException, aiohttp.ClientError, ConnectionError: it did not arrive.
    """
    await _again(lambda: _sent(interaction, kind, send), PAUSES)


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
    except (TypeError, KeyError):
        if not interaction.response.is_done():  # set once the response is taken
            raise
    except discord.HTTPException as error:
        if error.code != ALREADY_ANSWERED:
            raise
        interaction.extras[TAKEN] = kind


async def edit_answer(interaction: Interaction, view: discord.ui.LayoutView) -> None:
    """Change the answer, again where the line broke: the same change twice is one change."""
    quiet = discord.AllowedMentions.none()
    await _again(
        lambda: interaction.edit_original_response(view=view, allowed_mentions=quiet), LONGER
    )


async def _again(send: Callable[[], Awaitable[object]], pauses: Sequence[float]) -> None:
    """`send` until it arrives, with these pauses between the tries."""
    for pause in pauses:
        try:
            await send()
        except (aiohttp.ClientError, ConnectionError, discord.HTTPException) as error:
            if not passing(error):
                raise
            await asyncio.sleep(pause)
        else:
            return
    await send()


def passing(error: BaseException) -> bool:
    """Whether it is the line to Discord, or Discord itself for a while, that failed."""
    if isinstance(error, discord.HTTPException):
        return error.status >= 500 or error.status == TOO_MANY
    return isinstance(error, aiohttp.ClientError | ConnectionError)


def response_type(interaction: Interaction) -> InteractionResponseType | None:
    """How the interaction was responded to, None where it was not yet."""
    kind: InteractionResponseType | None = interaction.extras.get(TAKEN)
    return interaction.response.type or kind
