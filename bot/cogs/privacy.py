"""/privacy: what is kept of a person or a server as a file, and the way to have it erased."""

import io
import json
from collections.abc import Mapping
from typing import Any, Literal

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.client import BriefingBot, Caller, Right
from bot.client.tree import described, named
from bot.client.wording import worded
from bot.errors import OnlyInGuildError
from bot.languages import count, say
from bot.render.clean import clean_line
from bot.render.layout import Button, message
from bot.responses import open_form
from bot.views import form, show, text_field
from briefings.errors import BadValueError, UnusableDocumentError
from briefings.search.snapshot import forget
from briefings.storage.erasing import Erased, erase_guild, erase_person
from briefings.storage.holdings import held_of_guild, held_of_person

Interaction = discord.Interaction[Any]
Typed = Mapping[str, str]
Scope = Literal["me", "server"]
LONGEST_FILE = 10_000_000  # bytes that Discord takes
CONTEXTS = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=False)
INSTALLS = app_commands.AppInstallationType(guild=True, user=True)
SCOPES = [Choice(name=described(f"privacy.{scope}"), value=scope) for scope in ("me", "server")]


class Privacy(commands.Cog):
    privacy = app_commands.Group(
        name=named("privacy"),
        description=described("command.privacy"),
        allowed_contexts=CONTEXTS,
        allowed_installs=INSTALLS,
    )

    def __init__(self, bot: BriefingBot) -> None:
        self.bot = bot
        bot.verbs |= {"forgetme": self.forget_me, "forgetserver": self.forget_server}

    @privacy.command(name=named("privacy.export"), description=described("command.privacy.export"))
    @worded("privacy.export", "scope")
    @app_commands.choices(scope=SCOPES)
    async def export(self, interaction: Interaction, scope: Scope) -> None:
        if scope == "server":
            caller = await self.bot.require(interaction, Right.DESK, costly=True)
            held = await self.bot.call(held_of_guild, self.bot.database, caller.guild)
        else:
            caller = await self.person(interaction)
            held = await self.bot.call(held_of_person, self.bot.database, caller.user_id)
        whole = json.dumps(held, ensure_ascii=False, indent=1).encode()
        if len(whole) > LONGEST_FILE:
            raise UnusableDocumentError("too large for one file", reason="privacy-too-large")
        rows = sum(map(len, held.values()))
        await interaction.edit_original_response(
            content=count("privacy.exported", caller.locale, rows),
            attachments=[discord.File(io.BytesIO(whole), f"{scope}.json")],
            allowed_mentions=discord.AllowedMentions.none(),
        )

    @privacy.command(name=named("privacy.delete"), description=described("command.privacy.delete"))
    @worded("privacy.delete", "scope")
    @app_commands.choices(scope=SCOPES)
    async def delete(self, interaction: Interaction, scope: Scope) -> None:
        if scope == "server":
            await self.ask_for_the_name(interaction)
            return
        caller = await self.person(interaction)
        erase = Button(
            say("button.forget_me", caller.locale), f"forgetme:{caller.user_id}", style="danger"
        )
        await show(
            interaction, message(say("privacy.delete.me", caller.locale)).with_buttons(erase)
        )

    async def ask_for_the_name(self, interaction: Interaction) -> None:
        caller = await self.bot.require(interaction, Right.DESK, answers="later")
        title = say("privacy.form", caller.locale)
        label, hint = (say(f"privacy.form.{each}", caller.locale) for each in ("name", "hint"))
        field = text_field("name", label, hint=hint, required=True, longest=100)
        await open_form(interaction, form(title, f"forgetserver:{caller.guild}", field))

    async def forget_me(self, interaction: Interaction, state: str, typed: Typed) -> None:
        caller = await self.person(interaction)
        if state != str(caller.user_id):
            raise BadValueError("somebody else's button", name="person", given="", wanted="person")
        erased = await self.bot.call(
            erase_person,
            self.bot.database,
            caller.user_id,
            interaction_id=interaction.id,
            now=self.bot.clock.now(),
        )
        await self.tell(interaction, "privacy.forgotten.me", caller.locale, erased)

    async def forget_server(self, interaction: Interaction, state: str, typed: Typed) -> None:
        """The form was sent: only the server's own name, letter by letter, erases it."""
        caller = await self.bot.require(interaction, Right.DESK)
        guild, given = interaction.guild, typed.get("name", "").strip()
        if guild is None or state != str(caller.guild):
            raise OnlyInGuildError("another server's form")
        name = guild.name or (await self.bot.fetch_guild(guild.id, with_counts=False)).name
        if given != name.strip():
            shown = clean_line(given, 100)
            raise BadValueError("another name", name="server-name", given=shown, wanted="its-name")
        erased = await self.bot.call(
            erase_guild,
            self.bot.database,
            caller.guild,
            interaction_id=interaction.id,
            now=self.bot.clock.now(),
        )
        await self.bot.call(forget, self.bot.database)
        await self.tell(interaction, "privacy.forgotten.server", caller.locale, erased)

    async def tell(self, interaction: Interaction, key: str, locale: str, erased: Erased) -> None:
        later = "" if erased.settled else say("privacy.later", locale)
        done = say(key, locale, rows=f"{erased.rows:,}", words=f"{erased.words:,}")
        await show(interaction, message(done, say("privacy.backups", locale), later))

    async def person(self, interaction: Interaction) -> Caller:
        """Anybody, whatever their rights are: what is kept of them is theirs to see and to end."""
        return await self.bot.anybody(interaction)


async def setup(bot: BriefingBot) -> None:
    await bot.add_cog(Privacy(bot))
