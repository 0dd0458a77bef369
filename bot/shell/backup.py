"""`backup` and `restore`: the archive to a file and back."""

import argparse

from bot.settings import Settings
from bot.shell.run import single_instance
from briefings.storage.backup import back_up
from briefings.storage.backup import restore as restore_archive


def backup(given: argparse.Namespace, settings: Settings) -> int:
    """While the bot runs, if it does."""
    size = back_up(settings.database_url.reveal(), given.file, replace=given.force)
    print(f"{given.file}: {size / 1e6:.1f} MB, looked through and sound")
    return 0


def restore(given: argparse.Namespace, settings: Settings) -> int:
    """While no bot runs; on SQLite its lock is the proof."""
    with single_instance(settings):
        texts = restore_archive(settings.database_url.reveal(), given.file, replace=given.force)
    print(f"restored; {texts} texts are exactly as they were stored")
    return 0
