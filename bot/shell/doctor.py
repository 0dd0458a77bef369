"""Is everything right: settings, archive, seeds, token, and the invitation with what is needed.

`--repair` makes what search looks into anew from the texts.
"""

import argparse
import asyncio
from collections.abc import Iterator

from bot.settings import Settings
from bot.shell.assembly import open_desk
from bot.shell.invitation import Finding, look_at_discord
from bot.shell.progress import Bar
from briefings.errors import BriefingsError
from briefings.search.snapshot import forget
from briefings.storage.articles import count_documents, verify_texts
from briefings.storage.database import Database
from briefings.storage.proof import prove
from briefings.storage.repairing import index_is_sound, repair_index
from briefings.storage.shelves import COMMON_SHELF

WRONG = 1


def doctor(given: argparse.Namespace, settings: Settings) -> int:
    """Print what was looked at, ✓ or ✗, and exit with 1 if anything is wrong."""
    found = given.config if given.config.exists() else f"no {given.config}, the defaults"
    findings = [(True, f"settings: {found}"), *_archive(settings, repair=given.repair)]
    findings += asyncio.run(look_at_discord(settings))
    for good, words in findings:
        print(f"{'✓' if good else '✗'} {words}")
    return 0 if all(good for good, _ in findings) else WRONG


def _archive(settings: Settings, *, repair: bool) -> Iterator[Finding]:
    try:
        with open_desk(settings) as desk:
            database = desk.database
            documents = count_documents(database, shelves=(COMMON_SHELF,))
            yield True, f"archive: {database.dialect}, newest schema, {_common(documents)}"
            yield _texts(database)
            yield _audit(database)
            yield _repaired(database) if repair else _index(database)
    except BriefingsError as error:
        yield False, f"archive: {error}"


def _common(documents: int) -> str:
    return f"{documents} documents on the common shelf"


def _texts(database: Database) -> Finding:
    broken = verify_texts(database)
    if not broken:
        return True, "archive: every text matches its hash"
    numbers = ", ".join(map(str, broken))
    return False, f"archive: texts that no longer match their hash, versions {numbers}"


def _audit(database: Database) -> Finding:
    proof = prove(database)
    if proof.broken_at is None:
        said = f"{proof.entries} entries in unbroken chains, {proof.erased} of them without words"
        return True, f"audit log: {said}"
    return False, f"audit log: the chain breaks at entry {proof.broken_at}: {proof.reason}"


def _index(database: Database) -> Finding:
    if index_is_sound(database):
        return True, "search: the full-text index fits the archive"
    return False, "search: the full-text index does not fit the archive; run doctor --repair"


def _repaired(database: Database) -> Finding:
    found = repair_index(database, Bar("search").show)
    forget(database)
    mended = f"{found.documents} documents and {found.words} words were mended"
    return (
        True,
        f"search: the index of {found.looked_at} documents is what their texts say; {mended}",
    )
