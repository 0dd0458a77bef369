"""Stored editions from a shell: listed, or written out as Markdown, JSON or an Atom feed."""

import argparse
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.render.edition_files import atom_feed, edition_markdown, edition_title
from bot.settings import Settings
from bot.shell.assembly import open_desk
from briefings.compose.reopening import Reopened, edition_json, reopen_edition, reopen_editions
from briefings.errors import NotFoundError

MOST = 50
LOCALE = "en"


def editions(given: argparse.Namespace, settings: Settings) -> int:
    """Without a format the list of the newest; Markdown and JSON take one, Atom the newest."""
    with open_desk(settings) as desk:
        if given.edition is not None:
            found: Sequence[Reopened] = [reopen_edition(desk.database, given.edition)]
        else:
            found = reopen_editions(desk.database, limit=MOST)
        now = desk.clock.now()
    text = _written(found, given.format, now)
    if given.output is not None:
        given.output.write_text(text, encoding="utf-8")
    else:
        print(text, end="")
    return 0


def _written(found: Sequence[Reopened], form: str | None, now: datetime) -> str:
    if form is None:
        return "".join(f"{_row(each)}\n" for each in found)
    if not found:
        raise NotFoundError("There is no edition yet", what="edition", wanted="")
    if form == "atom":
        return atom_feed(found, locale=LOCALE)
    if form == "json":
        return edition_json(found[0])
    accessed = now.astimezone(ZoneInfo(found[0].edition.zone)).date()
    return edition_markdown(found[0], accessed=accessed)


def _row(found: Reopened) -> str:
    edition = found.edition
    until = edition.window.until.astimezone(ZoneInfo(edition.zone))
    where = "https://discord.com/channels/" + "/".join(map(str, found.posted or ()))
    parts = (
        f"{found.edition_id:>6}",
        f"{until:%Y-%m-%d %H:%M} {edition.zone}",
        edition_title(edition, LOCALE),
        where if found.posted else "not posted",
    )
    return "  ".join(parts)
