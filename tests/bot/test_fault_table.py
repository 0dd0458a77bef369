"""Each fault × each request of a person's deed × before and after it was applied.

Whatever breaks: no deed is answered or posted twice, none leaves the bot deaf, and a fault that
Discord would let pass does not cost the answer.
"""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.rehearsal import Answer
from bot.rehearsal.faults import Fault, broken, delayed, dropped, refused, slow_down
from bot.rehearsal.world import Message
from briefings.storage.database import open_database
from tests.bot.desk import Desk, desk
from tests.bot.made import stored

CALLBACK, EDIT = "POST /interactions/*", "PATCH /webhooks/*"
APOLOGY = "did not work"
COGS = ("bot.cogs.articles", "bot.cogs.about", "bot.cogs.documents")
AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Breakage:
    """A fault by name. `passing`: the line works again at once, so that trying again helps."""

    name: str
    make: Callable[[str], Fault]
    passing: bool


BREAKAGES = (
    Breakage("429", lambda at: slow_down(at, after=0.05), passing=True),
    Breakage("429 without Via", lambda at: slow_down(at, via=False), passing=True),
    # discord.py itself stumbles over this one
    Breakage("429 in HTML", lambda at: slow_down(at, json=False), passing=False),
    *(
        Breakage(
            f"{status} {'after' if applied else 'before'}",
            lambda at, status=status, applied=applied: broken(at, status, applied=applied),  # type: ignore[misc]  # mypy infers no lambda with defaults
            passing=True,
        )
        for status in (500, 502, 503)
        for applied in (False, True)
    ),
    Breakage("cut before", lambda at: dropped(at, applied=False), passing=True),
    Breakage("cut after", lambda at: dropped(at, applied=True), passing=True),
    Breakage("slow before", lambda at: delayed(at, 0.3), passing=True),
    Breakage("slow after", lambda at: delayed(at, 0.3, applied=True), passing=True),
    Breakage("403", lambda at: refused(at, 403, 50001), passing=False),
    Breakage("404", lambda at: refused(at, 404, 10062), passing=False),
    Breakage("400", lambda at: refused(at, 400, 50035), passing=False),
)


async def ask(opened: Desk) -> Answer:
    return await opened.admin.slash("/article title:treaty")


async def type_a_title(opened: Desk) -> Answer:
    return await opened.admin.autocomplete("/article title:trea")


async def open_form(opened: Desk) -> Answer:
    return await opened.admin.slash("/document add title:Treaty")


async def press(opened: Desk) -> Answer:
    shown = opened.loopback.world.interactions
    message = next(one.original for one in shown.values() if one.original is not None)
    return await opened.admin.click(message, "Show in archive")


async def post_here(opened: Desk) -> Answer:
    shown = opened.loopback.world.interactions
    message = next(one.original for one in shown.values() if one.original is not None)
    return await opened.admin.click(message, "Post here")


Deed = Callable[[Desk], Awaitable[Answer]]
DEEDS: tuple[tuple[str, Deed, str], ...] = (
    ("a command, acknowledged", ask, CALLBACK),
    ("a command, answered", ask, EDIT),
    ("an offer while typing", type_a_title, CALLBACK),
    ("a form", open_form, CALLBACK),
    ("a button, acknowledged", press, CALLBACK),
    ("a button, answered", press, EDIT),
    ("a post into the channel", post_here, CALLBACK),
)
DEED_NAMES = [each[0] for each in DEEDS]


def public(opened: Desk) -> list[Message]:
    """What everybody in the channel sees of the bot."""
    bot = opened.loopback.world.application.user.id
    return [one for one in opened.loopback.member.sees("general") if one.author.id == bot]


@pytest.mark.parametrize(("deed", "operation"), [each[1:] for each in DEEDS], ids=DEED_NAMES)
async def test_no_fault_doubles_or_silences_an_answer(
    tmp_path: Path, sqlite_template: Path, deed: Deed, operation: str
) -> None:
    turns = asyncio.Semaphore(AT_ONCE)
    archive = shutil.copy(sqlite_template, tmp_path / "archive")
    database = open_database(f"sqlite:///{archive}")
    stored(database)
    database.close()

    async def run(number: int, breakage: Breakage) -> None:
        url = f"sqlite:///{shutil.copy(archive, tmp_path / str(number))}"
        async with turns, desk(url, cogs=COGS) as opened:
            await ask(opened)
            await check(opened, deed, breakage.make(operation), passing=breakage.passing)

    async with asyncio.TaskGroup() as group:
        for number, each in enumerate(BREAKAGES):
            group.create_task(run(number, each))


async def check(opened: Desk, deed: Deed, fault: Fault, *, passing: bool) -> None:
    before = len(public(opened))
    opened.loopback.faults.add(fault)
    answer = await deed(opened)
    opened.loopback.faults.clear()
    typing = deed is type_a_title
    assert len(answer.messages) <= 1
    assert len(public(opened)) - before == (deed is post_here and passing), fault
    if passing and not typing:
        assert answer.complete, fault
        assert deed is open_form or answer.text, fault
        assert APOLOGY not in answer.text, fault
    elif not typing:
        assert APOLOGY in answer.text, fault
    else:  # nobody can be told anything while they type; the next letter asks again
        opened.loopback.violations.clear()
        answer.interaction.late = True
    assert "verbatim" in (await opened.admin.slash("/about")).text, "the bot is deaf"
    assert not opened.loopback.violations, fault
