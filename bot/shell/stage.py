"""The rehearsal's stage: the real bot at a Discord on this machine, and one person at a prompt."""

import asyncio
import contextlib
import mimetypes
import re
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import ExitStack, asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from bot.client import BriefingBot
from bot.clock import Clock
from bot.cogs import COGS, import_cogs
from bot.rehearsal import Answer, Loopback, NotPossibleError, Person, Upload, text_of
from bot.render.plain import readable
from bot.settings import Secret, Settings
from bot.shell.assembly import Desk, open_desk
from briefings.storage.subscriptions import subscriptions

FILE_OPTION = re.compile(r"(?:^|\s)file:(\S+)")
CHANNELS = ("briefings", "general", "announcements")
PATIENCE = 10.0  # seconds for the bot to come up


class Stage:
    """Types what a person types and shows what they would see. `lines` are plain text."""

    def __init__(self, settings: Settings, folder: Path, clock: Clock, *, port: int = 0) -> None:
        url = Secret(f"sqlite:///{folder / 'rehearsal.sqlite3'}")
        self.folder = folder
        self.settings = replace(settings, token=None, database_url=url)
        self.clock = clock
        self.discord = Loopback(clock=clock, port=port)
        self.person: Person = self.discord.admin
        self.channel = "general"
        self.answer: Answer | None = None
        self._seen: set[int] = set()
        self._bot: BriefingBot | None = None
        self._running: asyncio.Task[None] | None = None
        self._opened = ExitStack()

    @property
    def bot(self) -> BriefingBot:
        assert self._bot is not None, "the bot is down"
        return self._bot

    async def up(self) -> None:
        """Start the bot, as `run` does, and wait until its commands are there."""
        desk: Desk = self._opened.enter_context(
            open_desk(self.settings, self.clock, meanwhile=import_cogs)
        )
        self._bot = BriefingBot(
            self.settings,
            desk.database,
            desk.jail,
            easel=desk.easel,
            clock=self.clock,
            extensions=COGS,
            connector=self.discord.connector(),
            guild_ready_timeout=0.0,
        )
        self._running = asyncio.create_task(self._bot.start(self.discord.token))
        ready = asyncio.create_task(self.discord.commands_registered(PATIENCE))
        await asyncio.wait({self._running, ready}, return_when=asyncio.FIRST_COMPLETED)
        if self._running.done():
            ready.cancel()
            await self._running  # raises what ended it
        await self._bot.wait_until_ready()

    async def down(self) -> None:
        if self._bot is not None:
            await self._bot.close()
        if self._running is not None:  # what ended it has been told by `up`, or is our doing
            await asyncio.gather(self._running, return_exceptions=True)
        self._opened.close()
        self._bot = self._running = None

    async def restart(self) -> None:
        await self.down()
        await self.up()

    async def slash(self, line: str) -> Iterator[str]:
        """A command as typed; `file:PATH` attaches a file of this machine."""
        found = FILE_OPTION.search(line)
        files: dict[str, object] = {}
        if found:
            files["file"] = upload(Path(found[1]))
            line = line[: found.start()] + line[found.end() :]
        return await self.command(line.strip(), files)

    async def command(self, line: str, options: Mapping[str, object]) -> Iterator[str]:
        """A command whose further options are given beside the line."""
        self.answer = await self.person.slash(line, options, at=self.channel)
        return self.shown()

    async def suggestions(self, line: str) -> Iterator[str]:
        """What Discord would offer for the option that is being typed."""
        answer = await self.person.autocomplete(line, at=self.channel)
        return (f"  {choice['name']}" for choice in answer.choices)

    async def click(self, label: str) -> Iterator[str]:
        """A button, by its label: of the last answer, or of what was posted here last."""
        here = self.answer.messages if self.answer else ()
        shown = [*self.person.sees(self.channel), *here]
        with_it = [one for one in shown if f"[{label}]" in text_of(one)]
        if not with_it:
            raise NotPossibleError(f"there is no button {label!r}")
        self.answer = await self.person.click(with_it[-1], label)
        return self.shown()

    async def submit(self, values: Mapping[str, object]) -> Iterator[str]:
        assert self.answer is not None, "a modal belongs to an answer"
        self.answer = await self.person.submit(self.answer, values)
        return self.shown()

    def shown(self) -> Iterator[str]:
        """The last answer, and whatever the bot has posted since."""
        if self.answer is not None and self.answer.acknowledged_after is None:
            yield "(the application did not respond)"
        for message in self.answer.messages if self.answer else ():
            self._seen.add(message.id)
            if self.answer and self.answer.ephemeral:
                yield "(only you can see this)"
            yield readable(text_of(message))
        yield from self.news()

    def news(self) -> Iterator[str]:
        """Messages in the channels that have not been shown yet."""
        for name in CHANNELS:
            with contextlib.suppress(NotPossibleError):
                for message in self.person.sees(name):
                    if message.id not in self._seen:
                        self._seen.add(message.id)
                        yield f"── #{name}"
                        yield readable(text_of(message))

    def posts(self, channel: str) -> int:
        """How many messages everybody can see there."""
        return sum(not message.visible_to for message in self.person.sees(channel))

    async def tick(self) -> Iterator[str]:
        """Let the schedule look at the clock now instead of within seconds."""
        assert self.bot.post_due is not None, "the schedule is loaded"
        self.answer = None
        await self.bot.post_due()
        return self.news()

    async def skip(self) -> datetime | None:
        """Move the clock to the next briefing; None where nobody has subscribed."""
        desk = self.discord.desk
        rows = await self.bot.call(subscriptions, self.bot.database, guild_id=desk.id)
        due = [row.next_slot_at for row in rows if row.next_slot_at is not None]
        if due:
            self.clock.set(min(due) + timedelta(seconds=1))
        return min(due, default=None)


def upload(path: Path) -> Upload:
    """A file of this machine as an attachment."""
    try:
        body = path.read_bytes()
    except OSError as error:
        raise NotPossibleError(f"{path}: {error.strerror}") from error
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Upload(path.name, body, kind)


@asynccontextmanager
async def raised(
    settings: Settings, folder: Path, clock: Clock, *, port: int = 0
) -> AsyncIterator[Stage]:
    """A stage with the bot up; taken down at the end."""
    stage = Stage(settings, folder, clock, port=port)
    async with stage.discord:
        try:
            await stage.up()
            yield stage
        finally:
            await stage.down()
