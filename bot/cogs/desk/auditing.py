"""/desk audit: who changed what, and the button that takes a change back."""

from collections.abc import Mapping
from typing import Any

import discord

from bot.client import Caller, Right
from bot.client.states import numbers
from bot.client.tree import described, named
from bot.cogs.desk.commands import Commands, desk
from bot.languages import say
from bot.render import labels
from bot.render.audit import ENTRIES_ON_A_PAGE, Logged, audit_page
from bot.render.layout import message
from bot.views import show
from briefings.storage.undoing import GRADINGS, SUBSCRIPTIONS, log_page, undo_deed

Interaction = discord.Interaction[Any]
Typed = Mapping[str, str]


KINDS = {Right.DOCUMENTS: GRADINGS, Right.BRIEFINGS: SUBSCRIPTIONS}


def undoable_by(caller: Caller) -> frozenset[str] | None:
    """Actions that this person may take back; None for all. Raises NotAllowedError for none."""
    if Right.DESK in caller.rights:
        return None
    kinds = [KINDS[right] for right in KINDS if right in caller.rights]
    if not kinds:
        caller.require(Right.DESK)
    return frozenset().union(*kinds)


class Auditing(Commands):
    @desk.command(name=named("desk.audit"), description=described("command.desk.audit"))
    async def audit(self, interaction: Interaction) -> None:
        caller = await self.bot.require(interaction, Right.DESK)
        await self.show_audit(interaction, caller, 0)

    async def turn_audit(self, interaction: Interaction, state: str, typed: Typed) -> None:
        (page,) = numbers(state, 1)
        caller = await self.bot.require(interaction, Right.DESK, answers="same")
        await self.show_audit(interaction, caller, page)

    async def show_audit(self, interaction: Interaction, caller: Caller, page: int) -> None:
        log = await self.bot.call(
            log_page, self.bot.database, caller.guild, page, size=ENTRIES_ON_A_PAGE
        )
        logged = [
            Logged(
                entry.entry_id,
                entry.action,
                entry.by,
                entry.at,
                entry.before,
                entry.after,
                entry.erased,
                undoable,
            )
            for entry, undoable in log.entries
        ]
        broken_at = log.proof.broken_at
        layout = audit_page(logged, log.page, log.pages, broken_at=broken_at, locale=caller.locale)
        await show(interaction, layout)

    async def undo_deed(self, interaction: Interaction, state: str, typed: Typed) -> None:
        """Whoever may grade sources may take a grading back, and whoever sets up briefings what was
        done to those; the rest is for the desk's right."""
        (entry_id,) = numbers(state, 1)
        caller = await self.bot.anybody(interaction)
        kinds = undoable_by(caller)
        action = await self.bot.call(
            undo_deed,
            self.bot.database,
            entry_id,
            kinds=kinds,
            guild_id=caller.guild,
            by=caller.user_id,
            interaction_id=interaction.id,
            now=self.bot.clock.now(),
        )
        what = labels.phrase("action", action, caller.locale)
        await show(interaction, message(say("desk.undone", caller.locale, action=what)))
