"""One process's part in posting: claim what is due, post it, record it.

The order of steps is what makes a post arrive exactly once: freeze the payload, look into the
channel's history if it may have been tried before, check and renew the lease just before each try,
post with the part's own nonce, record the message under the lease. See also `delivery`.
"""

import asyncio
import logging
from collections.abc import Sequence
from uuid import uuid4

import aiohttp

from bot.client import BriefingBot
from bot.posting.aftercare import Aftercare
from bot.posting.answers import Reaction
from bot.posting.clerk import Clerk
from bot.posting.delivery import Delivering, End
from bot.posting.editions import Printer
from bot.posting.failpoints import reach
from bot.posting.notices import tell_desk
from bot.posting.pacer import LaterError, Pacer
from bot.posting.wire import TokenRefusedError, Wire
from briefings.errors import ArchiveError, BriefingsError, NotFoundError
from briefings.model import DeliveryState
from briefings.storage.deliveries import (
    Claim,
    Verdict,
    claim,
    enqueue_due,
    finish,
    news_for_desk,
    note_closed,
    put_off,
    release,
    seen_worker,
    take_over,
)

log = logging.getLogger(__name__)

BATCH = 500
SECONDS_AT_HAND = 5  # so much of the sending rate is claimed at once
SIGN_OF_LIFE = 10.0  # seconds
GRACE = 12.0
"""Seconds that deliveries under way have to end by themselves when the process is to end."""
NOTICES = {Verdict.FIRST: "notice.failed", Verdict.PAUSED: "notice.paused"}
MOST_MISHAPS = 10
"""Claims of one delivery that may end in a mistake of ours before it is given up."""


class Desk:
    """Posts what is due. One a process; its name tells it from the archive's other workers."""

    def __init__(self, bot: BriefingBot) -> None:
        self._bot = bot
        self._owner = f"worker-{uuid4().hex[:12]}"
        self._posting = bot.settings.posting
        self._turn = asyncio.Lock()
        self._pacer = Pacer(self._posting.requests_per_second)
        silent = bot.settings.discord.silent
        self._printer = Printer(bot.database, silent=silent, easel=bot.easel)
        self._clerk = Clerk(bot)
        self._session: aiohttp.ClientSession | None = None
        self._under_way: set[asyncio.Task[End]] = set()
        self._more = True  # may be due than is under way
        self._seen_at = float("-inf")
        self._workers = 1
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
        self._wire = Wire(
            self._session,
            pacer=self._pacer,
            try_seconds=self._posting.try_seconds,
            wait_seconds=self._posting.nonce_window_seconds,
            halt_seconds=self._posting.halt_seconds,
        )
        self.aftercare = Aftercare(bot, self._wire)

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
            self._bot.calls.posts()
            sent = 0
            try:
                await self.aftercare.before()
                sent = await self._post_due()
                if self._goes_on():
                    await self.aftercare.after()
            except TokenRefusedError:
                self._stop()
            return sent

    def _goes_on(self) -> bool:
        return not (self._ending or self._pacer.left_of_halt)

    async def _post_due(self) -> int:
        bot, sent = self._bot, 0
        while await bot.call(enqueue_due, bot.database, now=bot.clock.now(), limit=BATCH):
            pass
        gate = asyncio.Semaphore(self._posting.workers)
        try:
            while await self._begin(gate) or self._under_way:
                sent += await self._some_ended()
        finally:
            await asyncio.gather(*self._under_way, return_exceptions=True)
            self._under_way = set()
            await bot.call(self._printer.forget)
        return sent

    async def _begin(self, gate: asyncio.Semaphore) -> bool:
        """Claim some more while there are workers to spare, so that no turn passes unused; and
        where nothing more was found, not again before all is done. Whether anything was begun."""
        busy = not self._more or len(self._under_way) >= self._posting.workers
        if self._under_way and busy:
            return False
        claims = await self._claim()
        self._more = bool(claims)
        if claims:
            reach("claimed")
        self._under_way |= {asyncio.create_task(self._in_turn(gate, each)) for each in claims}
        return self._more

    async def _some_ended(self) -> int:
        """How many of those were sent; whatever befalls one, the others go on."""
        ended, self._under_way = await asyncio.wait(
            self._under_way, return_when=asyncio.FIRST_COMPLETED
        )
        ends = [None if task.cancelled() or task.exception() else task.result() for task in ended]
        return sum(end is not None and end.state is DeliveryState.SENT for end in ends)

    async def _claim(self) -> Sequence[Claim]:
        """What is due in the guilds of this process; nothing while we are to end, or halted."""
        await self._share()
        bot, discord = self._bot, self._bot.settings.discord
        own: list[tuple[int, int] | None] = [(one, discord.shard_count) for one in discord.shards]
        claims: tuple[Claim, ...] = ()
        for shard in own or [None]:
            if self._goes_on():
                claims += await bot.call(
                    claim,
                    bot.database,
                    self._owner,
                    now=bot.clock.now(),
                    lease_seconds=self._posting.lease_seconds,
                    limit=self._at_once,
                    shard=shard,
                )
        return claims

    @property
    def _at_once(self) -> int:
        """Few enough to be begun long before their leases end."""
        share = self._posting.requests_per_second * SECONDS_AT_HAND // self._workers
        return max(self._posting.workers, share)

    async def _share(self) -> None:
        """Say that we live, and keep to our share of the rate; also in the middle of a long tick,
        or the others would take us for gone and send at the whole rate."""
        now = asyncio.get_running_loop().time()
        if now - self._seen_at > SIGN_OF_LIFE:
            self._seen_at = now
            self._workers = await self._bot.call(seen_worker, self._bot.database, self._owner)
            self._pacer.share(self._workers)

    async def _in_turn(self, gate: asyncio.Semaphore, claimed: Claim) -> End:
        async with gate:
            await self._share()
            return await self._deliver(claimed)

    async def _deliver(self, claimed: Claim) -> End:
        """Bring one claimed delivery to an end, or put it off. Nothing flies: what cannot even be
        written down is claimed again when its lease is over."""
        end = await self._end_of(claimed)
        try:
            if not end.written:
                await self._settle(claimed, end)
            if end.state is DeliveryState.SENT and claimed.told:
                await tell_desk(self._bot, claimed, "notice.again")
        except ArchiveError as error:
            log.warning("end not written: delivery_id=%d %s", claimed.delivery_id, error)
        except Exception:
            log.exception("end not written: delivery_id=%d", claimed.delivery_id)
        return end

    async def _end_of(self, claimed: Claim) -> End:
        try:
            return await Delivering(
                self._bot, claimed, wire=self._wire, printer=self._printer, clerk=self._clerk
            ).run()
        except TokenRefusedError:
            self._stop()
            return self._again("discord-401")
        except LaterError as error:
            return self._again(error.reason, error.seconds)
        except BriefingsError as error:
            return self._unfit(claimed, error)
        except Exception:
            log.exception("delivery failed: delivery_id=%d", claimed.delivery_id)
            given_up = claimed.epoch >= MOST_MISHAPS
            return End(DeliveryState.FAILED, "bug") if given_up else self._again("bug")

    def _again(self, reason: str, seconds: float | None = None) -> End:
        later = self._posting.nonce_window_seconds if seconds is None else seconds
        return End(DeliveryState.DUE, reason, seconds=later)

    def _unfit(self, claimed: Claim, error: BriefingsError) -> End:
        """The archive may come back; a subscription that has ended, or a drifted text, does not."""
        if isinstance(error, ArchiveError):
            return self._again(error.code)
        if isinstance(error, NotFoundError):
            return End(DeliveryState.SKIPPED, "unsubscribed")
        log.warning("delivery failed: delivery_id=%d %s", claimed.delivery_id, error)
        return End(DeliveryState.FAILED, error.code)

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
        if end.state in (DeliveryState.FAILED, DeliveryState.UNKNOWN):
            await self._tell(claimed, end, await self._verdict(claimed, end))

    async def _tell(self, claimed: Claim, end: End, verdict: Verdict) -> None:
        """Each reason once, until it changes or a briefing arrives."""
        bot, key, number = self._bot, NOTICES.get(verdict), claimed.subscription_id
        if key is None:
            return
        if await bot.call(news_for_desk, bot.database, number, f"{key} {end.reason}"):
            await tell_desk(bot, claimed, key, reason=end.reason)

    async def _verdict(self, claimed: Claim, end: End) -> Verdict:
        if end.met not in (Reaction.BLOCK, Reaction.PAUSE):
            return Verdict.FIRST
        bot = self._bot
        return await bot.call(
            note_closed,
            bot.database,
            claimed.subscription_id,
            end.reason or "",
            now=bot.clock.now(),
            for_good=end.met is Reaction.PAUSE,
        )

    def _stop(self) -> None:
        """The token is no good any more: whoever runs the bot ends it."""
        if not self._ending:
            self._ending = True
            self._bot.dispatch("unauthorised")
