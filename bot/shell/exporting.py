"""`export` and `cite`: documents of the common shelf, whole or as entries of a bibliography."""

import argparse
import sys

from bot.settings import Settings
from bot.shell.assembly import open_desk
from briefings.errors import NotFoundError
from briefings.export.documents import exported
from briefings.search import suggest_titles
from briefings.storage.articles import articles, list_documents
from briefings.storage.database import Database
from briefings.storage.shelves import COMMON_SHELF

SHELVES = (COMMON_SHELF,)
MOST = 10_000


def export(given: argparse.Namespace, settings: Settings) -> int:
    """To the file that is named, else to the standard output. Raises NotFoundError."""
    with open_desk(settings) as desk:
        wanted = [_named(desk.database, each) for each in given.documents]
        if not wanted:
            rows = list_documents(desk.database, shelves=SHELVES, limit=MOST)
            wanted = [row.document_id for row in rows]
        found = articles(desk.database, wanted, shelves=SHELVES)
        whole = exported(found, given.format, accessed=desk.clock.now().date())
    if given.output:
        given.output.write_text(whole, encoding="utf-8", newline="")
    else:
        sys.stdout.write(whole)
    return 0


cite = export


def _named(database: Database, given: str) -> int:
    """By its number, or by its title."""
    if given.isdecimal() and articles(database, (int(given),), shelves=SHELVES):
        return int(given)
    hits = suggest_titles(database, given, shelves=SHELVES, limit=1)
    if not hits:
        raise NotFoundError(f"There is no document like {given!r}", what="document", wanted=given)
    return hits[0].document_id
