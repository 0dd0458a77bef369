"""The bot: what it holds, how it calls the library, who may do what."""

from bot.client.bot import Answers, BriefingBot
from bot.client.callers import Caller, Right

__all__ = ["Answers", "BriefingBot", "Caller", "Right"]
