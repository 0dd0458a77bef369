"""/catchup: what came in since this person last looked, here."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import BriefingBot, Caller, Right
from bot.client.tree import described, named
from bot.client.wording import reading
from bot.errors import StaleError
from bot.languages import language_for, say, say_instant
from bot.render.catching_up import catch_up_pages
from bot.render.layout import Button, Layout, message
from bot.views import show
from briefings.compose.catching_up import Stretch, catch_up, stretch_now
from briefings.storage.watching import Look, keep_look

Interaction = discord.Interaction[Any]
MICROSECONDS = 1_000_000


class CatchUps(commands.Cog):
    def __init__(self, bot: BriefingBot) -> None:
        self.bot = bot
        bot.verbs |= {"catchup": self.turn, "seen": self.seen, "unseen": self.unseen}

    @reading
    @app_commands.command(name=named("catchup"), description=described("command.catchup"))
    async def catchup(self, interaction: Interaction) -> None:
        caller = await self.bot.require(interaction, Right.READ, costly=True)
        stretch = await self.bot.call(
            stretch_now,
            self.bot.database,
            shelves=caller.shelves,
            guild_id=caller.guild_id or 0,
            user_id=caller.user_id,
            now=self.bot.clock.now(),
        )
        await self.open(interaction, caller, stretch, 0)

    async def turn(self, interaction: Interaction, state: str, typed: Mapping[str, str]) -> None:
        """Another page of the same stretch."""
        stretch, page = read_state(state)
        caller = await self.bot.require(interaction, Right.READ, answers="same", costly=True)
        await self.open(interaction, caller, stretch, page)

    async def open(
        self, interaction: Interaction, caller: Caller, stretch: Stretch, page: int
    ) -> None:
        """Show a page; whoever has been shown the last one has seen it all."""
        found = await self.bot.call(
            catch_up,
            self.bot.database,
            stretch,
            shelves=caller.shelves,
            guild_id=caller.guild_id or 0,
            user_id=caller.user_id,
            zone=self.bot.settings.briefing.zone,
            language=language_for(caller.locale),
            look_back_hours=self.bot.settings.briefing.look_back_hours,
        )
        zone = self.bot.settings.briefing.zone
        pages = catch_up_pages(found, zone=zone, locale=caller.locale)
        at = min(page, len(pages) - 1)
        last = at == len(pages) - 1
        told = self.marked(stretch, caller.locale) if last else say("catchup.more", caller.locale)
        shown = pages[at].with_footer(f"-# {told}")
        await show(
            interaction, shown.with_buttons(*buttons(stretch, at, len(pages), caller.locale))
        )
        if last:
            await self.keep(caller, stretch.until)

    async def seen(self, interaction: Interaction, state: str, typed: Mapping[str, str]) -> None:
        stretch, _ = read_state(state)
        caller = await self.bot.require(interaction, Right.READ, answers="same")
        await self.keep(caller, stretch.until)
        undo = Button(say("button.unseen", caller.locale), f"unseen:{state_of(stretch, 0)}")
        await show(interaction, self.told(self.marked(stretch, caller.locale)).with_buttons(undo))

    async def unseen(self, interaction: Interaction, state: str, typed: Mapping[str, str]) -> None:
        """Back to where it counted from."""
        stretch, _ = read_state(state)
        caller = await self.bot.require(interaction, Right.READ, answers="same")
        await self.keep(caller, stretch.since, back=True)
        zone = self.bot.settings.briefing.zone
        instant = say_instant(stretch.since.until, caller.locale, zone)
        await show(interaction, self.told(say("catchup.unmarked", caller.locale, instant=instant)))

    def marked(self, stretch: Stretch, locale: str) -> str:
        zone = self.bot.settings.briefing.zone
        return say("catchup.marked", locale, instant=say_instant(stretch.until.until, locale, zone))

    def told(self, words: str) -> Layout:
        return message(words)

    async def keep(self, caller: Caller, look: Look, *, back: bool = False) -> None:
        await self.bot.call(
            keep_look,
            self.bot.database,
            look,
            guild_id=caller.guild_id or 0,
            user_id=caller.user_id,
            back=back,
        )


def buttons(stretch: Stretch, at: int, pages: int, locale: str) -> tuple[Button, ...]:
    """Previous and next where there are more pages; *Seen* before the end, and after it a way
    back."""

    def turning(label: str, page: int, *, disabled: bool) -> Button:
        state = state_of(stretch, page)
        return Button(say(label, locale), f"catchup:{state}", disabled=disabled)

    turns = (
        turning("button.previous", max(at - 1, 0), disabled=at == 0),
        turning("button.next", at + 1, disabled=at == pages - 1),
    )
    verb = "unseen" if at == pages - 1 else "seen"
    mark = Button(say(f"button.{verb}", locale), f"{verb}:{state_of(stretch, 0)}")
    return (*turns, mark) if pages > 1 else (mark,)


def state_of(stretch: Stretch, page: int) -> str:
    looks = (stretch.since, stretch.until)
    return ".".join(
        [str(page), *(f"{_microseconds(look.until)}.{look.document_id}" for look in looks)]
    )


def read_state(state: str) -> tuple[Stretch, int]:
    """Raises StaleError for a button of a version that wrote it differently."""
    parts = state.split(".")
    if len(parts) != 5 or not all(part.isdecimal() and len(part) < 19 for part in parts):
        raise StaleError("the pager cannot be read")
    page, since, first, until, last = map(int, parts)
    return Stretch(Look(_moment(since), first), Look(_moment(until), last)), page


def _microseconds(moment: datetime) -> int:
    return int(moment.timestamp()) * MICROSECONDS + moment.microsecond


def _moment(microseconds: int) -> datetime:
    seconds, rest = divmod(microseconds, MICROSECONDS)
    return datetime.fromtimestamp(seconds, UTC).replace(microsecond=rest)


async def setup(bot: BriefingBot) -> None:
    await bot.add_cog(CatchUps(bot))
