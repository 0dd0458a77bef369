"""What follows posting: a second look at what was claimed twice, and at closed channels."""

import logging
from datetime import datetime, timedelta

from bot.client import BriefingBot
from bot.posting.corrections import correct
from bot.posting.marks import footer_of, messages_with, since
from bot.posting.pacer import LaterError
from bot.posting.permissions import may_post
from bot.posting.wire import Wire
from briefings.storage.deliveries import (
    Audit,
    audited,
    closed_places,
    put_off_audit,
    reopen,
    to_audit,
)

log = logging.getLogger(__name__)

LOOK_EVERY = timedelta(days=1)


class Aftercare:
    def __init__(self, bot: BriefingBot, wire: Wire) -> None:
        self._bot = bot
        self._wire = wire
        self._changed: set[int] = set()
        self._looked_at: datetime | None = None

    def changed(self, guild_id: int) -> None:
        """Something about the rights in a guild has changed: look again at the next round."""
        self._changed.add(guild_id)

    async def before(self) -> None:
        """Before a round of posting: open what is closed. Raises TokenRefusedError."""
        try:
            await self._look_again()
        except LaterError as later:
            log.info("look put off: reason=%s", later.reason)

    async def after(self) -> None:
        """After it: audit, and correct what was posted. Raises TokenRefusedError."""
        try:
            await self._audit()
            await correct(self._bot, self._wire)
        except LaterError as later:
            log.info("aftercare put off: reason=%s", later.reason)

    async def _audit(self) -> None:
        """Look again at what was claimed more than once, and take back what is there twice."""
        bot = self._bot
        for audit in await bot.call(to_audit, bot.database):
            try:
                await self._take_back_extras(audit)
            except LaterError as later:
                number, seconds = audit.delivery_id, later.seconds
                await bot.call(put_off_audit, bot.database, number, seconds=seconds)
            else:
                await bot.call(audited, bot.database, audit.delivery_id)

    async def _take_back_extras(self, audit: Audit) -> None:
        """All copies of a part but the one that is recorded; where none is, all but the first."""
        author, after = self._bot.application_id or 0, since(audit.due_at)
        seen = await self._wire.history(audit.channel_id, after=after, author=author)
        for part in audit.parts:
            found = list(messages_with(footer_of(part.payload), seen.messages))
            kept = found[:1] if part.message_id is None else [part.message_id]
            for message_id in found:
                if message_id not in kept:
                    log.warning("took back a second copy: delivery_id=%d", audit.delivery_id)
                    await self._wire.delete(audit.channel_id, message_id)

    async def _look_again(self) -> None:
        """Once a day at all channels that were closed, and at once where rights have changed."""
        now = self._bot.clock.now()
        if self._looked_at is None or not timedelta(0) <= now - self._looked_at < LOOK_EVERY:
            self._looked_at = now
            self._changed.clear()
            await self._knock(None)
        while self._changed:
            await self._knock(self._changed.pop())

    async def _knock(self, guild_id: int | None) -> None:
        bot = self._bot
        for place in await bot.call(closed_places, bot.database, guild_id=guild_id):
            if may_post(bot, place.channel_id) is False:
                continue
            answer = await self._wire.knock(place.channel_id)
            if answer.status == 204:
                now = bot.clock.now()
                count = await bot.call(reopen, bot.database, place.channel_id, now=now)
                log.info("reopened: channel_id=%d subscriptions=%d", place.channel_id, count)
