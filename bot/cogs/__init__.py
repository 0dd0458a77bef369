"""Commands, one module for each group of them. COGS are loaded by name when the bot starts."""

COGS = (
    "bot.cogs.about",
    "bot.cogs.ask",
    "bot.cogs.articles",
    "bot.cogs.quotes",
    "bot.cogs.documents",
    "bot.cogs.feeds",
    "bot.cogs.briefings",
    "bot.cogs.desk",
    "bot.cogs.schedule",
)
