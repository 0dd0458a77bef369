"""One delivery from claim to end: freeze, look, fence, post, record; part by part, in order."""

import asyncio
import json
from dataclasses import dataclass

from bot.client import BriefingBot
from bot.posting.answers import Answer, Reaction, reaction
from bot.posting.clerk import Clerk
from bot.posting.editions import Printer
from bot.posting.failpoints import reach
from bot.posting.marks import (
    Shape,
    footer_of,
    marker_of,
    messages_with,
    simpler,
    since,
    with_picture,
)
from bot.posting.pacer import LaterError
from bot.posting.permissions import may_attach, may_post, may_read
from bot.posting.wire import History, Wire
from briefings.compose.fitting import verify_frozen
from briefings.errors import DriftedExtractError
from briefings.model import DeliveryState
from briefings.storage.charts import chart_sent_with
from briefings.storage.deliveries import (
    Claim,
    Part,
    fence,
    freeze,
    parts_of,
    record_part,
    thaw,
)

REMOVED = 0  # the message id of a post that was delivered and then deleted by a person
TRIES = 4
BETWEEN_TRIES = 1 / 30  # of the nonce's window, doubled for each further try
FENCE_HOLDS = 1 / 4  # of the lease: so old a fence is made anew


@dataclass(frozen=True, slots=True)
class End:
    """How a delivery ended. DUE: put off for `seconds`. SENDING: it is another worker's now.

    met: the reaction that ended it, where it was Discord's answer. written: the archive knows.
    """

    state: DeliveryState
    reason: str | None = None
    seconds: float = 0.0
    met: Reaction | None = None
    written: bool = False


SENT = End(DeliveryState.SENT)
WRITTEN = End(DeliveryState.SENT, written=True)
LOST = End(DeliveryState.SENDING, "lease lost")
UNKNOWN = End(DeliveryState.UNKNOWN, "no-history")
TOO_LATE = End(DeliveryState.SKIPPED, "too-late")


class Delivering:
    """The steps of one delivery, for one claim of it."""

    def __init__(
        self, bot: BriefingBot, claimed: Claim, *, wire: Wire, printer: Printer, clerk: Clerk
    ) -> None:
        self._bot = bot
        self._clerk = clerk
        self._wire = wire
        self._printer = printer
        self._claim = claimed
        self._posting = bot.settings.posting
        self._seen: History | None = None
        self._picture: bytes | None = None

    async def run(self) -> End:
        """Raises LaterError, TokenRefusedError and what freezing raises."""
        self._check_quiet()
        frozen = await self._frozen() if self._claim.epoch > 1 else None
        parts = frozen or await self.freeze()
        if parts is None:
            return LOST
        reach("frozen")
        end = SENT
        for part in parts:
            if part.message_id is None:
                end = await self._part(part, last=part is parts[-1])
                if end.state is not DeliveryState.SENT:
                    return end
        return end

    def _check_quiet(self) -> None:
        """Nothing is posted by schedule in quiet hours, be it a late try or the rest of one."""
        ends = self._claim.quiet_until
        if ends is not None:
            seconds = (ends - self._bot.clock.now()).total_seconds()
            raise LaterError(max(1.0, seconds), "quiet-hours")

    async def _frozen(self) -> tuple[Part, ...] | None:
        """What an earlier claim froze, if each of its extracts still is what the archive holds.

        If not, nothing of it is sent: it is frozen anew where it was never tried, and otherwise
        DriftedExtractError ends it.
        """
        bot, claimed = self._bot, self._claim
        frozen = await bot.call(parts_of, bot.database, claimed)
        if frozen and any(part.message_id is None for part in frozen):
            try:
                await bot.call(verify_frozen, bot.database, claimed)
            except DriftedExtractError:
                if not await bot.call(thaw, bot.database, claimed):
                    raise
                return None
        return frozen

    async def freeze(self) -> tuple[Part, ...] | None:
        """Compose, leave out what the channel has been shown, verify each extract, freeze."""
        bot, claimed = self._bot, self._claim
        made = await bot.call(
            self._printer.made,
            claimed,
            marker=marker_of(claimed),
            now=bot.clock.now(),
            pictures=may_attach(bot, claimed.channel_id) is not False,
        )
        self._picture = made.picture
        return await self._clerk.write(
            freeze,
            claimed,
            edition_id=made.edition_id,
            payloads=made.payloads,
            digests=made.digests,
            application=bot.application_id or 0,
        )

    async def _part(self, part: Part, *, last: bool) -> End:
        """Post one message, or find that it was posted before."""
        window = self._posting.nonce_window_seconds
        if part.tries:
            seen = await self._look()
            for found in messages_with(footer_of(part.payload), seen.messages):
                return await self._record(part, found, last=last)
            if not seen.complete:
                tried = part.seconds_since_first_try or 0.0
                if not 0 <= tried < window:
                    return UNKNOWN
                window -= int(tried)
        if part.part == 0 and self._bot.clock.now() > self._claim.expires_at:
            return TOO_LATE
        if not part.tries and may_post(self._bot, self._claim.channel_id) is False:
            return End(DeliveryState.FAILED, "discord-50013", met=Reaction.BLOCK)
        return await self._post(part, last=last, window=window)

    async def _look(self) -> History:
        """Once a claim: what this claim posts itself is recorded."""
        if self._seen is None:
            channel, after = self._claim.channel_id, since(self._claim.due_at)
            author = self._bot.application_id or 0
            seen = await self._wire.history(channel, after=after, author=author)
            allowed = may_read(self._bot, channel) is not False
            self._seen = History(seen.messages, seen.complete and allowed)
        return self._seen

    async def _post(self, part: Part, *, last: bool, window: float) -> End:
        """Up to TRIES tries with one nonce, each behind a fresh fence, all within its window."""
        shape = await self.shape(part)
        loop = asyncio.get_running_loop()
        started = loop.time()
        for attempt in range(TRIES):
            if not await self._cleared(part):
                return LOST
            reach("fenced")
            answer = await self._wire.post(self._claim.channel_id, shape.body, shape.files)
            reach("posted")
            met = reaction(answer)
            if met is Reaction.SENT:
                return await self._record(part, answer.message_id, last=last)
            plain = lighter(shape, met)
            shape = plain or shape
            if plain is None and met not in (Reaction.ASK_AGAIN, Reaction.WAIT):
                return refused(met, answer)
            pause = 0.0 if plain else self._pause(met, answer, attempt)
            if loop.time() - started + pause > window:
                raise LaterError(pause)
            await asyncio.sleep(pause)
        raise LaterError(self._posting.nonce_window_seconds)

    async def shape(self, part: Part) -> Shape:
        """The frozen message with its nonce, and its picture where the channel takes one."""
        bot, body = self._bot, json.loads(part.payload)
        body |= {"nonce": part.nonce, "enforce_nonce": True}
        if "attachments" not in body:
            return Shape(body)
        if may_attach(bot, self._claim.channel_id) is False:
            return with_picture(body, None)
        if self._picture is None:
            number = self._claim.delivery_id
            self._picture = await bot.call(chart_sent_with, bot.database, number)
        return with_picture(body, self._picture)

    def _pause(self, met: Reaction, answer: Answer, attempt: int) -> float:
        """Seconds before the next try: as Discord says, else longer each time."""
        if met is Reaction.WAIT and answer.retry_after is not None:
            return answer.retry_after
        return float(BETWEEN_TRIES * self._posting.nonce_window_seconds * 2**attempt)

    async def _cleared(self, part: Part) -> bool:
        """A turn behind a fence that has just been written, so that the bytes follow the turn at
        once; where either took long, the lease may be another's again. False: it is."""
        lease, loop = self._posting.lease_seconds, asyncio.get_running_loop()
        while True:
            before = loop.time()
            if not await self._clerk.write(fence, self._claim, part=part.part, lease_seconds=lease):
                return False
            await self._wire.turn()
            if loop.time() - before < FENCE_HOLDS * lease:
                return True

    async def _record(self, part: Part, message_id: int | None, *, last: bool) -> End:
        """Write the message down under the lease. REMOVED where a person has deleted it since."""
        number = message_id or REMOVED
        held = await self._clerk.write(
            record_part, self._claim, part.part, message_id=number, last=last
        )
        reach("recorded")
        if not held and message_id is not None:
            await self._take_back(part, message_id)
        if not held:
            return LOST
        return WRITTEN if last else SENT

    async def _take_back(self, part: Part, message_id: int) -> None:
        """The lease was lost between fence and record. If the new owner posted another message,
        ours is one too many; if it has not yet recorded any, the audit will see."""
        bot = self._bot
        now = await bot.call(parts_of, bot.database, self._claim)
        recorded = next((each.message_id for each in now if each.part == part.part), None)
        if recorded not in (None, message_id):
            await self._wire.delete(self._claim.channel_id, message_id)


def lighter(shape: Shape, met: Reaction) -> Shape | None:
    """What to try at once after a refusal: plain words, or the message without its picture, which
    the channel may not take; None where neither is the matter."""
    if met is Reaction.PLAIN:
        return simpler(shape)
    pictured = met is Reaction.BLOCK and "attachments" in shape.body
    return with_picture(shape.body, None) if pictured else None


def refused(met: Reaction, answer: Answer) -> End:
    reason = f"discord-{answer.code or answer.status}"
    if met is Reaction.HALT:
        return End(DeliveryState.DUE, reason, met=met)
    return End(DeliveryState.FAILED, reason, met=met)
