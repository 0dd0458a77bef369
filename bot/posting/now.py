"""A briefing out of turn, because a person asked for it."""

from bot.client import BriefingBot
from briefings.model import Subscription
from briefings.storage.deliveries import enqueue_now


async def post_now(
    bot: BriefingBot, subscription: Subscription, interaction_id: int, *, by: int
) -> None:
    """Post the subscription's edition as of now; the same interaction again posts nothing more."""
    await bot.call(
        enqueue_now,
        bot.database,
        subscription.subscription_id,
        guild_id=subscription.guild_id,
        by=by,
        interaction_id=interaction_id,
        now=bot.clock.now(),
    )
    if bot.post_due is not None:
        await bot.post_due()
