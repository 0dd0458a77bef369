"""One process's part in posting: claim what is due, post it, record it.

The order of steps is what makes a post arrive exactly once: freeze the payload, look into the
channel's history if it may have been tried before, check and renew the lease just before each try,
post with the part's own nonce, record the message under the lease. See also `delivery`.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from uuid import uuid4

import aiohttp

from bot.client import BriefingBot
from bot.posting.delivery import Delivering, End, footer_of, messages_with, since
from bot.posting.failpoints import reach
from bot.posting.notices import tell_desk
from bot.posting.pacer import Pacer
from bot.posting.wire import Wire
from briefings.errors import BriefingsError
from briefings.model import DeliveryState, SubscriptionState
from briefings.storage.deliveries import (
    Audit,
    Claim,
    audited,
    claim,
    enqueue_due,
    finish,
    put_off,
    release,
    seen_worker,
    take_over,
    to_audit,
)
from briefings.storage.subscriptions import set_state

log = logging.getLogger(__name__)

BATCH = 500
GRACE = 12.0
"""Seconds that deliveries under way have to end by themselves when the process is to end."""


class Desk:
    """Posts what is due. One a process; its name tells it from the archive's other workers."""

    def __init__(self, bot: BriefingBot) -> None:
        self._bot = bot
        self._owner = f"worker-{uuid4().hex[:12]}"
        self._posting = bot.settings.posting
        self._turn = asyncio.Lock()
        self._pacer = Pacer(self._posting.requests_per_second)
        self._session: aiohttp.ClientSession | None = None
        self._under_way: list[asyncio.Task[End]] = []
        self._ending = False

    async def open(self) -> None:
        """After login: take over what is left behind, and be ready to send."""
        bot = self._bot
        await bot.call(take_over, bot.database, self._owner)
        self._session = aiohttp.ClientSession(
            connector=bot.http.connector,
            connector_owner=False,
            trace_configs=[bot.http.http_trace] if bot.http.http_trace else None,
            headers={
                "Authorization": f"Bot {bot.http.token}",
                "User-Agent": bot.http.user_agent,
            },
        )
        self._wire = Wire(self._session, pacer=self._pacer, try_seconds=self._posting.try_seconds)

    async def close(self) -> None:
        """Claim nothing more, let what is under way end, and give back what does not: whoever
        takes that looks into the channel's history before sending it again."""
        self._ending = True
        waiting = asyncio.create_task(self._turn.acquire())
        ended, _ = await asyncio.wait({waiting}, timeout=GRACE)
        if not ended:
            log.warning("deliveries cut short: count=%d", len(self._under_way))
            for delivery in self._under_way:
                delivery.cancel()
            await waiting
        try:
            await self._bot.call(release, self._bot.database, self._owner)
        finally:
            self._turn.release()
            if self._session is not None:
                await self._session.close()

    async def tick(self) -> int:
        """Post everything that is due now; the number of deliveries that ended as sent."""
        async with self._turn:
            if self._ending:
                return 0
            sent = await self._post_due()
            if not self._ending:
                await self._audit()
            return sent

    async def _post_due(self) -> int:
        bot, sent = self._bot, 0
        workers = await bot.call(seen_worker, bot.database, self._owner)
        self._pacer.share(workers)
        while await bot.call(enqueue_due, bot.database, now=bot.clock.now(), limit=BATCH):
            pass
        async for claims in self._claimed():
            reach("claimed")
            ends = await self._deliver_all(claims)
            sent += sum(end.state is DeliveryState.SENT for end in ends)
            if any(end.stops for end in ends):
                self._ending = True
                bot.dispatch("unauthorised")
        return sent

    async def _claimed(self) -> AsyncIterator[tuple[Claim, ...]]:
        """Batch after batch of what is due in the guilds of this process, until it is to end."""
        bot, discord = self._bot, self._bot.settings.discord
        own = [(each, discord.shard_count) for each in discord.shards]
        for shard in own or (None,):
            while not self._ending and (
                claims := await bot.call(
                    claim,
                    bot.database,
                    self._owner,
                    now=bot.clock.now(),
                    lease_seconds=self._posting.lease_seconds,
                    limit=self._posting.workers,
                    shard=shard,
                )
            ):
                yield claims

    async def _deliver_all(self, claims: Sequence[Claim]) -> list[End]:
        """How each ended; those that were cut short are left out. Raises what one of them raised,
        once all have come to an end."""
        self._under_way = [asyncio.create_task(self._deliver(claimed)) for claimed in claims]
        ends = await asyncio.gather(*self._under_way, return_exceptions=True)
        self._under_way = []
        for end in ends:
            if isinstance(end, Exception):
                raise end
        return [end for end in ends if isinstance(end, End)]

    async def _deliver(self, claimed: Claim) -> End:
        """Bring one claimed delivery to an end, or put it off."""
        try:
            end = await Delivering(self._bot, self._wire, claimed).run()
        except BriefingsError as error:
            end = End(DeliveryState.FAILED, error.code)
            log.warning("delivery failed: delivery_id=%d %s", claimed.delivery_id, error)
        await self._settle(claimed, end)
        return end

    async def _settle(self, claimed: Claim, end: End) -> None:
        bot, now = self._bot, self._bot.clock.now()
        if end.state is DeliveryState.SENDING:  # the lease was lost: it is another's now
            return
        if end.state is DeliveryState.DUE:
            await bot.call(put_off, bot.database, claimed, seconds=end.seconds, now=now)
            return
        if not await bot.call(finish, bot.database, claimed, end.state, reason=end.reason):
            return
        reach("finished")
        if end.pauses:
            paused = SubscriptionState.PAUSED
            number = claimed.subscription_id
            await bot.call(set_state, bot.database, number, paused, end.reason, now=now)
        if end.state is not DeliveryState.SENT:
            await tell_desk(bot, claimed, end)

    async def _audit(self) -> None:
        """Look again at what was claimed more than once, and take back what is there twice."""
        bot = self._bot
        for audit in await bot.call(to_audit, bot.database):
            try:
                await self._take_back_extras(audit)
            except (aiohttp.ClientError, TimeoutError) as error:
                log.info("audit put off: error=%s", type(error).__name__)
                return
            await bot.call(audited, bot.database, audit.delivery_id)

    async def _take_back_extras(self, audit: Audit) -> None:
        seen = await self._wire.history(audit.channel_id, after=since(audit.due_at))
        for part in audit.parts:
            footer = footer_of(part.payload)
            found = messages_with(footer, seen or (), author=self._bot.application_id)
            for message_id in found:
                if message_id != part.message_id:
                    log.warning("took back a second copy: delivery_id=%d", audit.delivery_id)
                    await self._wire.delete(audit.channel_id, message_id)
