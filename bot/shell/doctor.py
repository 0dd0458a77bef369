"""Is everything right: settings, archive, seeds, token, and the invitation with what is needed."""

import argparse
import asyncio
from collections.abc import Iterator

from bot.settings import Settings
from bot.shell.assembly import open_desk
from bot.shell.invitation import Finding, look_at_discord
from briefings.errors import BriefingsError
from briefings.storage.articles import count_documents, verify_texts
from briefings.storage.shelves import COMMON_SHELF

WRONG = 1


def doctor(given: argparse.Namespace, settings: Settings) -> int:
    """Print what was looked at, ✓ or ✗, and exit with 1 if anything is wrong."""
    found = given.config if given.config.exists() else f"no {given.config}, the defaults"
    findings = [(True, f"settings: {found}"), *_archive(settings)]
    findings += asyncio.run(look_at_discord(settings))
    for good, words in findings:
        print(f"{'✓' if good else '✗'} {words}")
    return 0 if all(good for good, _ in findings) else WRONG


def _archive(settings: Settings) -> Iterator[Finding]:
    try:
        with open_desk(settings) as desk:
            documents = count_documents(desk.database, shelves=(COMMON_SHELF,))
            broken = verify_texts(desk.database)
            kind = desk.database.dialect
    except BriefingsError as error:
        yield False, f"archive: {error}"
        return
    yield True, f"archive: {kind}, newest schema, {documents} documents on the common shelf"
    if broken:
        numbers = ", ".join(map(str, broken))
        yield False, f"archive: texts that no longer match their hash, versions {numbers}"
    else:
        yield True, "archive: every text matches its hash"
