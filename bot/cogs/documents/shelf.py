"""What stands on a guild's shelf: listing it, taking away, bringing back."""

from typing import Any

import discord

from bot.client import BriefingBot, Caller, Right
from bot.client.documents import find_document, folded, the_one
from bot.errors import CommonShelfError
from bot.render.documents import ROWS_ON_A_PAGE, Row, list_page
from bot.render.layout import Layout
from briefings.errors import NotFoundError
from briefings.model import Article
from briefings.storage.articles import (
    DocumentRow,
    article,
    count_documents,
    list_documents,
    remove_document,
    restore_document,
    retract_document,
)
from briefings.storage.shelves import COMMON_SHELF

Interaction = discord.Interaction[Any]
MOST_REMOVED = 500


async def load(
    bot: BriefingBot, caller: Caller, document_id: int, version_id: int | None = None
) -> Article:
    return await bot.call(
        article, bot.database, document_id, shelves=caller.shelves, version_id=version_id
    )


async def on_own_shelf(
    bot: BriefingBot, caller: Caller, document_id: int, version_id: int | None = None
) -> Article:
    """A document that this guild may change. Raises NotFoundError, CommonShelfError."""
    await bot.shelf(caller)
    found = await load(bot, caller, document_id, version_id)
    if found.shelf_id == COMMON_SHELF:
        raise CommonShelfError("the common shelf is the same for every guild", title=found.title)
    return found


async def listed(bot: BriefingBot, caller: Caller, *, page: int, removed: bool) -> Layout:
    """A page of what the caller sees, or of what somebody who may restore can bring back."""
    shelves = caller.shelves
    if removed:
        caller.require(Right.DOCUMENTS)
        shelves = (await bot.shelf(caller),)
    total = await bot.call(count_documents, bot.database, shelves=shelves, removed=removed)
    pages = max(1, -(-total // ROWS_ON_A_PAGE))
    page = min(page, pages - 1)
    rows = await bot.call(
        list_documents,
        bot.database,
        shelves=shelves,
        removed=removed,
        offset=page * ROWS_ON_A_PAGE,
        limit=ROWS_ON_A_PAGE,
    )
    shown = [row_of(row) for row in rows]
    return list_page(shown, page=page, pages=pages, removed=removed, locale=caller.locale)


def row_of(row: DocumentRow) -> Row:
    return Row(
        row.document_id,
        row.title,
        row.source,
        row.published_on,
        row.kind,
        row.flags,
        common=row.shelf_id == COMMON_SHELF,
    )


async def remove(
    bot: BriefingBot, interaction: Interaction, caller: Caller, wanted: str, *, reason: str
) -> str:
    """Take a document of the guild's own shelf out of sight; its title."""
    found = await find_own(bot, caller, wanted)
    await bot.call(
        remove_document,
        bot.database,
        found.document_id,
        shelf_id=found.shelf_id,
        by=caller.user_id,
        reason=reason,
        interaction_id=interaction.id,
        now=bot.clock.now(),
    )
    return found.title


async def retract(
    bot: BriefingBot, interaction: Interaction, caller: Caller, wanted: str, *, reason: str
) -> str:
    """Note that its source has taken a document back; its title."""
    found = await find_own(bot, caller, wanted)
    await bot.call(
        retract_document,
        bot.database,
        found.document_id,
        shelf_id=found.shelf_id,
        by=caller.user_id,
        reason=reason,
        interaction_id=interaction.id,
        now=bot.clock.now(),
    )
    return found.title


async def find_own(bot: BriefingBot, caller: Caller, wanted: str) -> Article:
    own = (await bot.shelf(caller),)
    return await on_own_shelf(bot, caller, await find_document(bot, caller, wanted, shelves=own))


async def restore(bot: BriefingBot, interaction: Interaction, caller: Caller, wanted: str) -> str:
    """Bring a removed document back; its title."""
    shelf = await bot.shelf(caller)
    found = await find_removed(bot, shelf, wanted, locale=caller.locale)
    await bot.call(
        restore_document,
        bot.database,
        found.document_id,
        shelf_id=shelf,
        by=caller.user_id,
        interaction_id=interaction.id,
        now=bot.clock.now(),
    )
    return found.title


async def find_removed(bot: BriefingBot, shelf: int, wanted: str, *, locale: str) -> DocumentRow:
    """By its id, or by a part of its title; a number is an id alone."""
    rows = await bot.call(
        list_documents, bot.database, shelves=(shelf,), removed=True, limit=MOST_REMOVED
    )
    typed = wanted.strip().casefold()
    if typed.isdecimal():
        meant = [row for row in rows if str(row.document_id) == typed]
    else:
        meant = [row for row in rows if typed and typed in row.title.casefold()]
        meant.sort(key=lambda row: folded(row.title) != folded(typed))
    if meant:
        return the_one(meant, locale)
    raise NotFoundError(f"no removed document {wanted!r}", what="removed-document", wanted=wanted)
