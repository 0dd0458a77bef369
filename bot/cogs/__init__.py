"""Commands, one module for each group of them. COGS are loaded by name when the bot starts."""

from importlib import import_module

COGS = (
    "bot.cogs.about",
    "bot.cogs.ask",
    "bot.cogs.articles",
    "bot.cogs.quotes",
    "bot.cogs.check",
    "bot.cogs.timeline",
    "bot.cogs.catchup",
    "bot.cogs.watch",
    "bot.cogs.documents",
    "bot.cogs.feeds",
    "bot.cogs.briefings",
    "bot.cogs.why",
    "bot.cogs.desk",
    "bot.cogs.sources",
    "bot.cogs.privacy",
    "bot.cogs.departures",
    "bot.cogs.schedule",
)


def import_cogs() -> None:
    """Have their code at hand before the bot asks for it."""
    for name in COGS:
        import_module(name)
