"""People and faults in any order: each deed is answered once, each day's briefing is there once,
and whatever was acknowledged as kept is kept.
"""

import asyncio
import re
import shutil
import tempfile
from collections import Counter
from contextlib import AsyncExitStack, closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)

from bot.client import BriefingBot
from bot.cogs import COGS
from bot.rehearsal import Answer, Loopback, Person, Upload
from bot.rehearsal.faults import Fault, broken, delayed, dropped, slow_down
from bot.rehearsal.interactions import NotPossibleError
from bot.rehearsal.world import Message
from bot.settings import Settings
from briefings.ingest.documents import reading_jail
from briefings.ingest.jail import Jail
from briefings.storage.articles import list_documents
from briefings.storage.database import Database, open_database
from tests.bot.desk import PATIENT, logged_in, movable_clock
from tests.bot.made import WORDS
from tests.posting.desk import POSTING

BUTTON = 2
LINES = (
    "/about",
    "/ask question:who signs a treaty",
    "/ask question:nothing of the kind",
    "/article title:treaty",
    "/quotes speaker:Ushakov",
    "/document list",
    "/briefing list",
    "/briefing preview",
    "/briefing now",
    "/briefing pause",
    "/briefing resume",
    "/feed list",
    "/desk rights list",
)
OPERATIONS = ("POST /interactions/*", "PATCH /webhooks/*", "POST /channels/*/messages", "GET *")
FAULTS = (
    lambda at: slow_down(at, after=0.02),
    lambda at: broken(at, 503, applied=True),
    lambda at: dropped(at, applied=False),
    lambda at: dropped(at, applied=True),
    lambda at: delayed(at, 0.05),
    lambda at: delayed(at, 0.05, applied=True),
)
MARKER = re.compile(r"tm-[0-9a-f]{10}[^\n]*")
LEASE_AND_MORE = timedelta(seconds=POSTING.lease_seconds + 60)


class Sitting:
    """The whole bot at a loopback, and what the people in it were told."""

    def __init__(self, archive: Path, jail: Jail) -> None:
        self.loopback = Loopback(clock=movable_clock())
        self.answers: list[Answer] = []
        self.added = 0
        self._stack = AsyncExitStack()
        self._archive, self._jail = archive, jail
        self.bot: BriefingBot
        self.database: Database

    async def open(self) -> None:
        await self._stack.enter_async_context(self.loopback)
        self.database = open_database(f"sqlite:///{self._archive}")
        self._stack.callback(self.database.close)
        self.bot = BriefingBot(
            replace(Settings(discord=PATIENT), posting=POSTING),
            self.database,
            self._jail,
            clock=self.loopback.world.clock,
            extensions=COGS,
            connector=self.loopback.connector(),
            guild_ready_timeout=0.0,
        )
        await self._stack.enter_async_context(logged_in(self.bot, self.loopback))
        self.loopback.world.settings.patience = 3.0

    async def close(self) -> None:
        for interaction in self.loopback.world.interactions.values():
            interaction.late = True  # looked at already
        await self._stack.aclose()

    def person(self, who: str) -> Person:
        return self.loopback.people[who]

    async def tick(self, after: timedelta) -> None:
        self.loopback.world.clock.advance(after)
        assert self.bot.post_due is not None
        await self.bot.post_due()

    def briefings(self) -> list[str]:
        """The footers of what was posted, one for each message."""
        own = self.loopback.world.application.user.id
        posted = self.loopback.desk.channel("briefings").messages.values()
        texts = [str(part) for one in posted if one.author.id == own for part in one.components]
        return [found for text in texts for found in MARKER.findall(text)]

    def kept(self) -> int:
        """Documents of the archive, those taken back included."""
        return sum(
            len(list_documents(self.database, shelves=range(1, 9), removed=removed))
            for removed in (False, True)
        )


class AnythingGoes(RuleBasedStateMachine):
    archive: Path
    jail: Jail

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        copy = shutil.copy(self.archive, Path(self.folder.name) / "archive")
        self.sitting = Sitting(Path(copy), self.jail)
        self.runner.run(self.sitting.open())
        self.fault: Fault | None = None

    def _check(self, answer: Answer) -> None:
        """One answer; and a whole one, since every fault here passes."""
        self.sitting.answers.append(answer)
        assert len(answer.interaction.messages) <= 1 or "/briefing" in answer.interaction.label
        assert answer.complete, answer.interaction.label
        assert answer.text or answer.modal, answer.interaction.label

    @rule(line=st.sampled_from(LINES), who=st.sampled_from(("admin", "member")))
    def run(self, line: str, who: str) -> None:
        try:
            self._check(self.runner.run(self.sitting.person(who).slash(line)))
        except NotPossibleError:
            assert who == "member"

    @initialize()
    def subscribe(self) -> None:
        line = "/briefing subscribe channel:#briefings time:08:00 zone:Asia/Seoul"
        self._check(self.runner.run(self.sitting.person("admin").slash(line)))

    @rule(number=st.integers(0, 3))
    def add(self, number: int) -> None:
        text = f"{WORDS} It was the visit number {number}, said the ministry.".encode()
        upload = Upload(f"{number}.txt", text, "text/plain")
        told = self.runner.run(
            self.sitting.person("admin").slash("/document add", {"file": upload})
        )
        self._check(told)
        self.sitting.added |= 1 << number

    @rule(which=st.integers(0, 50), button=st.integers(0, 50))
    def press(self, which: int, button: int) -> None:
        messages = [one.message for one in self.sitting.answers if one.messages]
        if not messages:
            return
        message = messages[which % len(messages)]
        labels = [str(each["label"]) for each in buttons(message) if "custom_id" in each]
        if not labels:
            return
        for who in ("admin", "member"):
            if message.visible_to in (None, self.sitting.person(who).user.id):
                label = labels[button % len(labels)]
                self._press(self.sitting.person(who), message, label)

    def _press(self, person: Person, message: Message, label: str) -> None:
        try:
            self._check(self.runner.run(person.click(message, label)))
        except NotPossibleError:
            return  # a disabled button

    @rule(operation=st.sampled_from(OPERATIONS), make=st.sampled_from(FAULTS))
    def break_something(self, operation: str, make: object) -> None:
        self.sitting.loopback.faults.clear()
        assert callable(make)
        self.sitting.loopback.faults.add(make(operation))

    @rule(resumable=st.booleans())
    def lose_the_connection(self, resumable: bool) -> None:
        self.runner.run(self._reconnect(resumable=resumable))

    async def _reconnect(self, *, resumable: bool) -> None:
        loopback = self.sitting.loopback
        if resumable:
            loopback.gateway.ask_to_reconnect()
            await loopback.world.until(lambda: not loopback.gateway.connected(), 1)
        else:
            loopback.gateway.cut()
        assert await loopback.connected(seconds=15)

    @rule(hours=st.integers(1, 30))
    def wait(self, hours: int) -> None:
        self.runner.run(self.sitting.tick(timedelta(hours=hours)))

    def teardown(self) -> None:
        try:
            self.sitting.loopback.faults.clear()
            for _ in range(3):
                self.runner.run(self.sitting.tick(LEASE_AND_MORE))
            doubled = [mark for mark, n in Counter(self.sitting.briefings()).items() if n > 1]
            assert not doubled
            assert self.sitting.kept() >= self.sitting.added.bit_count()
            assert not self.sitting.loopback.violations
        finally:
            self.runner.run(self.sitting.close())
            self.runner.close()
            self.folder.cleanup()


def buttons(message: Message) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    waiting = list(message.components)
    while waiting:
        each = waiting.pop()
        waiting += each.get("components") or []
        waiting += [each["accessory"]] if each.get("accessory") else []
        if each.get("type") == BUTTON:
            found.append(each)
    return found


def test_whatever_people_do_and_whatever_breaks(sqlite_template: Path) -> None:
    with closing(reading_jail()) as jail:
        machine = type("Machine", (AnythingGoes,), {"archive": sqlite_template, "jail": jail})
        run_state_machine_as_test(
            machine,
            settings=settings(
                max_examples=8,
                stateful_step_count=12,
                deadline=None,
                derandomize=True,
                phases=(Phase.generate,),
                suppress_health_check=list(HealthCheck),
            ),
        )
