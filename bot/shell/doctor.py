"""Is everything right: settings, archive, seeds, token, and the invitation with what is needed."""

import argparse
import asyncio
from collections.abc import Iterator

import aiohttp
import discord

from bot.settings import Settings
from bot.shell.assembly import open_desk
from briefings.errors import BriefingsError
from briefings.storage.articles import count_documents, verify_texts
from briefings.storage.shelves import COMMON_SHELF

NEEDED = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    read_message_history=True,
    embed_links=True,
    attach_files=True,
)
SCOPES = ("bot", "applications.commands")
WRONG = 1
Finding = tuple[bool, str]


def doctor(given: argparse.Namespace, settings: Settings) -> int:
    """Print what was looked at, ✓ or ✗, and exit with 1 if anything is wrong."""
    findings = [(True, f"settings: {given.config} can be used"), *_archive(settings)]
    findings += asyncio.run(_discord(settings))
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


async def _discord(settings: Settings) -> list[Finding]:
    if settings.token is None:
        return [(True, "Discord: no token is set; `python -m bot rehearse` needs none")]
    client = discord.Client(intents=discord.Intents.none())
    try:
        await client.login(settings.token.reveal())
        name = client.user.name if client.user else "?"
        invitation = discord.utils.oauth_url(
            client.application_id or 0, permissions=NEEDED, scopes=SCOPES
        )
    except discord.LoginFailure:
        return [(False, "Discord: the token is refused; reset it at the developer portal")]
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        return [(False, f"Discord: no answer ({type(error).__name__}); try again later")]
    finally:
        await client.close()
    return [(True, f"Discord: the token is {name}'s"), (True, f"invite it with {invitation}")]
