"""A briefing out of turn, because a person asked for it."""

from bot.client import BriefingBot
from briefings.model import DeliveryState, Subscription
from briefings.storage.deliveries import enqueue_now, outcome


async def post_now(
    bot: BriefingBot, subscription: Subscription, interaction_id: int, *, by: int
) -> tuple[DeliveryState, str | None]:
    """Post the subscription's edition as of now, and tell how that ended and why.

    The same interaction again posts nothing more. DUE: it will be tried again.
    """
    delivery_id = await bot.call(
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
    return await bot.call(outcome, bot.database, delivery_id)
