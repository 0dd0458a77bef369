"""`python -m bot …`: run, rehearse, add, export, cite, ask, timeline, brief, editions, doctor,
backup and restore."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from importlib import import_module
from pathlib import Path

from bot.settings import CONFIG_FILE, Settings, load_settings
from briefings.errors import BriefingsError
from briefings.model import Edge, Length

Command = Callable[[argparse.Namespace, Settings], int]
HOMES = {
    "add": "importing",
    "ask": "library",
    "brief": "library",
    "check": "checking",
    "cite": "exporting",
    "export": "exporting",
    "restore": "backup",
}  # module of a command
YEARS = range(1900, 2200)  # of instants that a desk may be asked for
REFUSED = 2  # the exit status for what a person can mend


def moment(given: str) -> datetime:
    """An ISO 8601 instant with its offset, for argparse."""
    try:
        at = datetime.fromisoformat(given)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None or at.year not in YEARS:
        wanted = "an instant with its offset such as 2024-06-20T08:00+09:00"
        raise argparse.ArgumentTypeError(f"{given!r} is not {wanted}")
    return at


def existing(given: str) -> Path:
    """A settings file that somebody names has to be there, for argparse."""
    path = Path(given)
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"{given} is not there; name a readable TOML file")
    return path


def parser() -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(
        prog="python -m bot", description="A briefing desk in Discord for DPRK–Russia–ROK."
    )
    whole.add_argument("--config", type=existing, default=CONFIG_FILE, help="a TOML file")
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("run", help="the bot itself; needs a token")
    rehearse = commands.add_parser("rehearse", help="the bot against a Discord on this machine")
    rehearse.add_argument("--terminal", action="store_true", help="a prompt instead of the page")
    rehearse.add_argument("--tour", action="store_true", help="play a tour of what there is")
    rehearse.add_argument("--port", type=int, default=0, help="of the page; 0 takes a free one")
    rehearse.add_argument("--at", type=moment, help="start the clock at this instant")
    add = commands.add_parser("add", help="add documents to the common shelf")
    add.add_argument("files", nargs="+", metavar="FILE", help="files, folders or links")
    add.add_argument("--source", help="the publication, where the document does not say")
    export = commands.add_parser("export", help="documents as Markdown or JSON, to keep or to move")
    cite = commands.add_parser("cite", help="documents as entries of a bibliography")
    for each, forms in ((export, ("markdown", "json")), (cite, ("bibtex", "ris", "csl-json"))):
        each.add_argument(
            "documents", nargs="*", metavar="DOCUMENT", help="numbers or titles; else all"
        )
        each.add_argument("--format", choices=forms, default=forms[0])
        each.add_argument("--output", type=Path, metavar="FILE")
    ask = commands.add_parser("ask", help="ask the archive")
    ask.add_argument("question", nargs="+")
    check = commands.add_parser("check", help="was it really said so?")
    check.add_argument("quote", nargs="+")
    check.add_argument("--speaker", default="", help="who is said to have said it")
    _add_timeline(commands)
    _add_briefing_commands(commands)
    backup = commands.add_parser("backup", help="copy the archive to a file, while it is in use")
    restore = commands.add_parser("restore", help="make the archive from such a file")
    for each in (backup, restore):
        each.add_argument("file", type=Path, metavar="FILE")
        each.add_argument("--force", action="store_true", help="replace what is there")
    doctor = commands.add_parser("doctor", help="check settings, archive and permissions")
    doctor.add_argument("--repair", action="store_true", help="make the search index anew")
    return whole


def _add_timeline(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    timeline = commands.add_parser("timeline", help="what happened when, by the days it tells of")
    timeline.add_argument("about", nargs="*", help="words and filters, as in a question")
    timeline.add_argument("--edge", choices=tuple(map(str, Edge)))
    timeline.add_argument("--speaker", default="", help="only what this person said")
    for name in ("since", "until"):
        timeline.add_argument(f"--{name}", default="", help='such as 2024-06 or "last week"')
    timeline.add_argument("--format", choices=("markdown", "json"), default="markdown")


def _add_briefing_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    brief = commands.add_parser("brief", help="the briefing of the common shelf, unposted")
    brief.add_argument("--at", type=moment, help="as of this instant instead of now")
    lengths = tuple(map(str, Length))
    brief.add_argument("--length", choices=lengths, default=str(Length.FULL))
    brief.add_argument("--json", action="store_true", help="the edition as JSON")
    editions = commands.add_parser("editions", help="the editions that were posted")
    editions.add_argument("edition", nargs="?", type=int, metavar="EDITION", help="its number")
    editions.add_argument("--format", choices=("markdown", "json", "atom"))
    editions.add_argument("--output", type=Path, metavar="FILE")


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    given = parser().parse_args(arguments)
    try:
        return _command(given.command)(given, load_settings(given.config))
    except BriefingsError as error:
        print(f"{given.command}: {error}", file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read our output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141


def _command(name: str) -> Command:
    """The function of a command; imported late, so that none waits for another's libraries."""
    module = import_module(f"bot.shell.{HOMES.get(name, name)}")
    command: Command = getattr(module, name)
    return command
