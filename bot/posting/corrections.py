"""Dated lines in messages that quote what has been changed, removed or retracted since."""

import json
import logging
from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from bot.client import BriefingBot
from bot.languages import say, say_day
from bot.posting.answers import Reaction, reaction
from bot.posting.editions import COMPONENTS_V2, TEXT
from bot.posting.failpoints import reach
from bot.posting.marks import Shape, shown_texts, simpler
from bot.posting.pacer import LaterError
from bot.posting.wire import Wire
from bot.render import labels
from bot.render.clean import width
from bot.render.layout import MOST_CHARACTERS
from briefings.storage.deliveries import (
    Correcting,
    corrected,
    corrected_up_to,
    to_correct,
)

log = logging.getLogger(__name__)


async def correct(bot: BriefingBot, wire: Wire) -> None:
    """Say what is to be said. Raises LaterError; then the rest is said another time."""
    changes = await bot.call(to_correct, bot.database)
    for each in changes.corrections:
        await _edit(wire, each)
        reach("edited")
        await bot.call(corrected, bot.database, each, now=bot.clock.now())
        log.info("corrected: delivery_id=%d causes=%d", each.delivery_id, len(each.causes))
    if changes.change:
        await bot.call(corrected_up_to, bot.database, changes.change)


async def _edit(wire: Wire, correcting: Correcting) -> None:
    """A message that is gone, or that we may not touch any more, needs no line."""
    part = min(correcting.parts, key=lambda each: (_characters(each.payload), -each.part))
    body = with_lines(part.payload, lines_of(correcting))
    answer = await wire.edit(correcting.channel_id, part.message_id or 0, body)
    if reaction(answer) is Reaction.PLAIN and (plain := simpler(Shape(body))):
        answer = await wire.edit(correcting.channel_id, part.message_id or 0, plain.body)
    if reaction(answer) in (Reaction.ASK_AGAIN, Reaction.WAIT, Reaction.HALT):
        raise LaterError(answer.retry_after or 0.0)


def lines_of(correcting: Correcting) -> list[str]:
    """One for each cause, the oldest first."""
    locale, zone = correcting.language, ZoneInfo(correcting.zone)
    lines = (
        say(
            f"correction.{cause.subject}",
            locale,
            day=say_day(cause.on.astimezone(zone).date(), locale),
            source=labels.source_label(cause.source, locale),
        )
        for cause in correcting.causes
    )
    return list(dict.fromkeys(lines))


def with_lines(payload: str, lines: Sequence[str]) -> dict[str, Any]:
    """The frozen message with the lines above its footer: the newest ones, as many as fit."""
    body: dict[str, Any] = json.loads(payload)
    footer = [each for each in body["components"] if each["type"] == TEXT][-1]
    room, kept = MOST_CHARACTERS - _characters(payload), list[str]()
    for line in reversed(lines):
        room -= width(line) + 1
        if room >= 0:
            kept.insert(0, line)
    footer["content"] = "\n".join([*kept, footer["content"]])
    body.pop("attachments", None)  # what the message has stays there
    return body | {"flags": body["flags"] & COMPONENTS_V2}


def _characters(payload: str) -> int:
    return sum(width(text) for text in shown_texts(json.loads(payload)["components"]))
