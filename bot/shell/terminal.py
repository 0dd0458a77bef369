"""The rehearsal in a terminal: type slash commands, see the answers, skip to the next briefing."""

import asyncio
import contextlib
import os
import shlex
import sys
import threading
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.rehearsal import NotPossibleError
from bot.shell.stage import Stage, upload
from briefings.errors import BadValueError

PIPE_BYTES = 65_536
PARAGRAPH = 2  # the style of a text input of several lines
FILE_UPLOAD = 19  # a field of a modal
WELCOME = """This is a rehearsal, not Discord: the real bot, a Discord on this machine, no token.
  /ask question:…   any slash command, as typed in Discord; file:PATH attaches a file
  ?/quotes speaker:ush      what Discord would suggest there
  [Label]           click a button of the last answer
  :skip             go to the next briefing        :date 2024-06-20T08:00+09:00   set the clock
  :admin  :member   be somebody else               :in briefings   go to another channel
  :restart          stop the bot and start it      :quit"""


class Keyboard:
    """Lines from a terminal with its editing, or from whatever is piped in.

    What is piped is read from the descriptor itself: a thread that waits inside `sys.stdin` when
    the program ends would break the end.
    """

    def __init__(self) -> None:
        self._read = b""

    def line(self, sign: str) -> str | None:
        """The next line without its end; None after the last one."""
        if sys.stdin.isatty():
            try:
                return input(sign)
            except EOFError:
                return None
        print(sign, end="", flush=True)
        while b"\n" not in self._read and (more := os.read(sys.stdin.fileno(), PIPE_BYTES)):
            self._read += more
        if not self._read:
            return None
        line, _, self._read = self._read.partition(b"\n")
        return line.decode(errors="replace")


KEYBOARD = Keyboard()


async def prompt(stage: Stage) -> int:
    """Do what is typed, line by line, until there is no more; how many lines there were."""
    print(WELCOME, flush=True)
    lines = 0
    while (line := await _typed(stage)) not in (None, ":quit"):
        lines += 1
        try:
            for shown in await _done(stage, line or ""):
                print(shown)
        except (NotPossibleError, BadValueError) as refused:
            print(f"(not possible: {refused})")
    return lines + (line is not None)


async def typed(sign: str) -> str:
    """A line from the keyboard. Raises EOFError when there is no more.

    The thread that waits is a daemon: whoever ends the program need not press a key first.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[str] = loop.create_future()

    def tell(line: str | None) -> None:
        if answer.done():
            return
        if line is None:
            answer.set_exception(EOFError())
        else:
            answer.set_result(line)

    def wait() -> None:
        line = KEYBOARD.line(sign)
        with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(tell, line)

    threading.Thread(target=wait, daemon=True).start()
    return await answer


async def _typed(stage: Stage) -> str | None:
    now = stage.clock.now().astimezone(ZoneInfo(stage.settings.briefing.zone))
    sign = f"{now:%d %b %Y %H:%M} {stage.person.user.name} #{stage.channel}> "
    try:
        return (await typed(sign)).strip()
    except EOFError:
        return None


async def _done(stage: Stage, line: str) -> Iterable[str]:
    """What is to be shown for one line."""
    if line.startswith(":"):
        return await _directed(stage, line)
    if line.startswith("?/"):
        return await stage.suggestions(line[1:])
    if line.startswith("/"):
        shown = await stage.slash(line)
    elif line.startswith("[") and line.endswith("]"):
        shown = await stage.click(line[1:-1])
    else:
        return ("(type a slash command, or :quit)",)
    if stage.answer is not None and stage.answer.modal is not None:
        return await stage.submit(await _filled_in(stage.answer.modal))
    return shown


async def _directed(stage: Stage, line: str) -> Iterable[str]:
    """A stage direction, and what the schedule then finds due."""
    word, _, rest = line[1:].partition(" ")
    if word not in DIRECTIONS:
        raise NotPossibleError(f"there is no :{word}")
    said = await DIRECTIONS[word](stage, rest)
    return chain((said,) if said else (), await stage.tick())


async def _skip(stage: Stage, rest: str) -> str:
    due = await stage.skip()
    return "(nobody has subscribed)" if due is None else f"(it is {due:%d %b %Y %H:%M} UTC)"


async def _date(stage: Stage, rest: str) -> str:
    stage.clock.set(moment(rest))
    return ""


async def _admin(stage: Stage, rest: str) -> str:
    stage.person = stage.discord.admin
    return ""


async def _member(stage: Stage, rest: str) -> str:
    stage.person = stage.discord.member
    return ""


async def _in(stage: Stage, rest: str) -> str:
    stage.channel = stage.person.place(rest).name
    return ""


async def _restart(stage: Stage, rest: str) -> str:
    await stage.restart()
    return "(the bot has been restarted)"


DIRECTIONS: dict[str, Callable[[Stage, str], Awaitable[str]]] = {
    "skip": _skip,
    "date": _date,
    "admin": _admin,
    "member": _member,
    "in": _in,
    "restart": _restart,
}


def moment(given: str) -> datetime:
    try:
        moment = datetime.fromisoformat(given)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        wanted = "an instant with its offset such as 2024-06-20T08:00+09:00"
        raise BadValueError(f"give {wanted}", name="date", given=given, wanted=wanted)
    return moment


async def _filled_in(modal: dict[str, Any]) -> dict[str, object]:
    """Ask for each field of a modal; a line with a dot alone ends a long field. What is left empty
    stays as the form offers it."""
    print(f"┌ {modal['title']}")
    values: dict[str, object] = {}
    for label in modal["components"]:
        field = label["component"]
        long = field.get("style") == PARAGRAPH
        print(f"│ {label['label']}{_how(field)}")
        lines = [await typed("│ ")]
        while long and lines[-1] != ".":
            lines.append(await typed("│ "))
        given = "\n".join(line for line in lines if line != ".")
        if given and field["type"] == FILE_UPLOAD:
            values[label["label"]] = [upload(Path(path)) for path in shlex.split(given)]
        elif given:
            values[label["label"]] = given
    return values


def _how(field: dict[str, Any]) -> str:
    """What to type into a field, where that is not plain."""
    if field["type"] == FILE_UPLOAD:
        return " (paths, with spaces between)"
    if field.get("options"):
        return f" ({', '.join(option['label'] for option in field['options'])})"
    return " (end with a line that holds a dot alone)" if field.get("style") == PARAGRAPH else ""
