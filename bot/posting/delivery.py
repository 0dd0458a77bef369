"""One delivery from claim to end: freeze, look, fence, post, record; part by part, in order."""

import asyncio
import json
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any

import aiohttp

from bot.client import BriefingBot
from bot.posting.answers import Answer, Reaction, reaction
from bot.posting.editions import COMPONENTS_V2, compose_for, notes_of, payloads
from bot.posting.failpoints import reach
from bot.posting.wire import Wire
from briefings.compose.issuing import fitted
from briefings.model import DeliveryState
from briefings.storage.deliveries import (
    Claim,
    Part,
    fence,
    freeze,
    parts_of,
    record_part,
)
from briefings.storage.subscriptions import subscription

log = logging.getLogger(__name__)

TEXT = 10  # the component type of a text display
LONGEST_CONTENT = 2000  # UTF-16 units
REMOVED = 0  # the message id of a post that was delivered and then deleted by a person
DISCORD_EPOCH_MS = 1_420_070_400_000
HISTORY_MARGIN = timedelta(hours=24)
TRIES = 4
HALT_SECONDS = 600.0
BETWEEN_TRIES = 2.0  # seconds, doubled for each further try


@dataclass(frozen=True, slots=True)
class End:
    """How a delivery ended. DUE: put off for `seconds`. SENDING: it is another worker's now."""

    state: DeliveryState
    reason: str | None = None
    pauses: bool = False
    seconds: float = 0.0
    stops: bool = False


SENT = End(DeliveryState.SENT)
LOST = End(DeliveryState.SENDING, "lease lost")


def marker_of(claimed: Claim) -> str:
    """What makes a delivery's messages findable in a channel's history; short, for people.

    The due time is in it, so that an archive begun anew does not repeat the markers of the old one.
    """
    name = f"{claimed.channel_id}:{claimed.delivery_id}:{claimed.due_at.timestamp()}"
    return f"tm-{blake2b(name.encode(), digest_size=5).hexdigest()}"


def since(due_at: datetime) -> int:
    """A snowflake of a moment safely before anything of a delivery can have been posted."""
    milliseconds = (due_at - HISTORY_MARGIN).timestamp() * 1000
    return max(0, int(milliseconds) - DISCORD_EPOCH_MS) << 22


class Delivering:
    """The steps of one delivery, for one claim of it."""

    def __init__(self, bot: BriefingBot, wire: Wire, claimed: Claim) -> None:
        self._bot = bot
        self._wire = wire
        self._claim = claimed
        self._posting = bot.settings.posting

    async def run(self) -> End:
        bot = self._bot
        parts = await bot.call(parts_of, bot.database, self._claim) or await self._freeze()
        if parts is None:
            return LOST
        reach("frozen")
        for part in parts:
            if part.message_id is None:
                end = await self._part(part)
                if end is not SENT:
                    return end
        return SENT

    async def _freeze(self) -> tuple[Part, ...] | None:
        """Compose, leave out what the channel has been shown, verify each extract, freeze."""
        bot, claimed = self._bot, self._claim
        held = await bot.call(subscription, bot.database, claimed.subscription_id)
        edition_id, edition = await compose_for(bot, held, claimed.due_at)
        edition, digests = await bot.call(fitted, bot.database, edition, channel_id=held.channel_id)
        notes = notes_of(
            late_since=claimed.due_at if claimed.late else None,
            skipped=claimed.skipped,
            zone=held.zone,
            locale=held.language,
        )
        bodies = payloads(
            edition,
            marker=marker_of(claimed),
            locale=held.language,
            notes=notes,
            silent=bot.settings.discord.silent,
        )
        return await bot.call(
            freeze,
            bot.database,
            claimed,
            edition_id=edition_id,
            payloads=bodies,
            digests=digests,
            application=bot.application_id or 0,
        )

    async def _part(self, part: Part) -> End:
        """Post one message, or find that it was posted before."""
        payload = json.loads(part.payload)
        if self._claim.epoch > 1 or part.tries:
            seen = await self._look()
            if seen is None and not self._within_nonce_window(part):
                return End(DeliveryState.UNKNOWN, "no-history")
            author = self._bot.application_id
            for found in messages_with(footer_of(part.payload), seen or (), author=author):
                return await self._record(part, found)
        return await self._post(part, payload)

    async def _look(self) -> list[dict[str, Any]] | None:
        return await self._wire.history(self._claim.channel_id, after=since(self._claim.due_at))

    def _within_nonce_window(self, part: Part) -> bool:
        """Whether a repeat of the first try would be recognised by its nonce."""
        tried = part.seconds_since_first_try
        return tried is None or tried < self._posting.nonce_window_seconds

    async def _post(self, part: Part, payload: dict[str, Any]) -> End:
        """Up to TRIES tries with one nonce, each behind a fresh fence, all within its window."""
        body = payload | {"nonce": part.nonce, "enforce_nonce": True}
        loop = asyncio.get_running_loop()
        started = loop.time()
        for attempt in range(TRIES):
            await self._wire.turn()
            if not await self._fence(part):
                return LOST
            reach("fenced")
            answer = await self._try(body)
            reach("posted")
            met = reaction(answer) if answer else Reaction.ASK_AGAIN
            if met is Reaction.SENT:
                return await self._record(part, answer.message_id if answer else None)
            if met is Reaction.PLAIN and (plain := as_plain(body)):
                body = plain
                continue
            if met not in (Reaction.ASK_AGAIN, Reaction.WAIT):
                return self._refused(met, answer)
            pause = BETWEEN_TRIES * 2**attempt
            if met is Reaction.WAIT and answer:
                pause = answer.retry_after or pause
            if loop.time() - started + pause > self._posting.nonce_window_seconds:
                return End(DeliveryState.DUE, "no-answer", seconds=pause)
            await asyncio.sleep(pause)
        return End(DeliveryState.DUE, "no-answer", seconds=self._posting.nonce_window_seconds)

    async def _fence(self, part: Part) -> bool:
        lease = self._posting.lease_seconds
        bot = self._bot
        return await bot.call(fence, bot.database, self._claim, part=part.part, lease_seconds=lease)

    async def _try(self, body: dict[str, Any]) -> Answer | None:
        """One POST; None where no answer came, so that nobody knows whether it was taken."""
        try:
            return await self._wire.post(self._claim.channel_id, body)
        except (aiohttp.ClientError, TimeoutError) as error:
            log.info(
                "no answer: delivery_id=%d error=%s",
                self._claim.delivery_id,
                type(error).__name__,
            )
            return None

    def _refused(self, met: Reaction, answer: Answer | None) -> End:
        reason = f"discord-{answer.code or answer.status}" if answer else "no-answer"
        if met is Reaction.HALT:
            self._wire.halt(HALT_SECONDS)
            return End(DeliveryState.DUE, reason, seconds=HALT_SECONDS)
        if met is Reaction.STOP:
            return End(DeliveryState.DUE, reason, stops=True)
        return End(DeliveryState.FAILED, reason, pauses=met is Reaction.PAUSE)

    async def _record(self, part: Part, message_id: int | None) -> End:
        """Write the message down under the lease. REMOVED where a person has deleted it since."""
        bot = self._bot
        held = await bot.call(
            record_part, bot.database, self._claim, part.part, message_id=message_id or REMOVED
        )
        reach("recorded")
        if not held and message_id is not None:
            await self._take_back(part, message_id)
        return SENT if held else LOST

    async def _take_back(self, part: Part, message_id: int) -> None:
        """The lease was lost between fence and record. If the new owner posted another message,
        ours is one too many; if it has not yet recorded any, the audit will see."""
        bot = self._bot
        now = await bot.call(parts_of, bot.database, self._claim)
        recorded = next(each.message_id for each in now if each.part == part.part)
        if recorded not in (None, message_id):
            await self._wire.delete(self._claim.channel_id, message_id)


def footer_of(payload: str) -> str:
    """The last small line, which is different for each message there ever is."""
    components = json.loads(payload)["components"]
    return str([each["content"] for each in components if each["type"] == TEXT][-1])


def messages_with(
    footer: str, messages: Iterable[dict[str, Any]], *, author: int | None
) -> Iterator[int]:
    """The ids of the author's messages that show the footer, as a card or as plain text."""
    for message in messages:
        mine = int(message["author"]["id"]) == author
        if mine and footer in (*shown_texts(message["components"]), *lines(message["content"])):
            yield int(message["id"])


def shown_texts(components: Iterable[dict[str, Any]]) -> Iterator[str]:
    for component in components:
        if component["type"] == TEXT:
            yield component["content"]
        yield from shown_texts(component.get("components", ()))


def lines(content: str) -> list[str]:
    return content.split("\n")


def as_plain(body: dict[str, Any]) -> dict[str, Any] | None:
    """The same words without the cards, if they fit one message uncut."""
    content = "\n".join(shown_texts(body.get("components", ())))
    if not content or len(content.encode("utf-16-le")) // 2 > LONGEST_CONTENT:
        return None
    kept = {key: body[key] for key in ("allowed_mentions", "nonce", "enforce_nonce")}
    return kept | {"content": content, "flags": body["flags"] & ~COMPONENTS_V2}
