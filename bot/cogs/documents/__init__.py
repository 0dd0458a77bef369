"""/document: add, correct, list, show, history, export, remove, restore, retract."""

from discord import app_commands

from bot.client import BriefingBot
from bot.client.wording import GUILD_INSTALL, IN_GUILDS
from bot.cogs.documents.adding import Adding
from bot.cogs.documents.correcting import Correcting
from bot.cogs.documents.exporting import Exporting
from bot.cogs.documents.history import History
from bot.cogs.documents.listing import Listing
from bot.cogs.documents.removing import Removing
from bot.languages import say


class Documents(Adding, Correcting, Listing, History, Exporting, Removing):
    def __init__(self, bot: BriefingBot) -> None:
        super().__init__(bot)
        bot.verbs |= {
            "paste": self.pasted,
            "docs": self.turn,
            "document": self.open,
            "correct": self.ask_for_corrections,
            "corrected": self.corrected,
            "undo": self.undo,
            "history": self.turn_history,
            "changes": self.changes,
        }
        self.menu = app_commands.ContextMenu(
            name=app_commands.locale_str(say("command.menu.add", "en"), key="command.menu.add"),
            callback=self.add_message,
            allowed_contexts=IN_GUILDS,
            allowed_installs=GUILD_INSTALL,
        )

    async def cog_load(self) -> None:
        self.bot.tree.add_command(self.menu)

    async def cog_unload(self) -> None:
        self.bot.tree.remove_command(self.menu.name, type=self.menu.type)


async def setup(bot: BriefingBot) -> None:
    await bot.add_cog(Documents(bot))
