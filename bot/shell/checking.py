"""`python -m bot check`: a quotation compared with the common shelf."""

import argparse

from bot.render.checks import check_pages
from bot.render.plain import plain_lines
from bot.settings import Settings
from bot.shell.assembly import open_desk
from briefings.search import Verdict, check_quote
from briefings.storage.shelves import COMMON_SHELF

LOCALE = "en"
NOT_SO = 1


def check(given: argparse.Namespace, settings: Settings) -> int:
    """0 where it was said so, word by word, by the speaker named, if one is."""
    with open_desk(settings) as desk:
        quote = " ".join(given.quote)
        found = check_quote(desk.database, quote, shelves=(COMMON_SHELF,), speaker=given.speaker)
    print("\n".join(plain_lines(check_pages([found], LOCALE))))
    return 0 if found.verdict is Verdict.EXACT else NOT_SO
