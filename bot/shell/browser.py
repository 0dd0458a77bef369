"""The rehearsal in a browser: its page, and the stage directions that the page may give."""

import asyncio
import contextlib
import signal
import webbrowser
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rehearsal import NotPossibleError
from bot.rehearsal.page import Directions, Page, Suggestion
from bot.shell.stage import Stage
from bot.shell.terminal import prompt

SEED_DAY = "2024-06-20T07:00"  # the morning after the treaty, before the briefing
SUGGESTIONS = (
    Suggestion("Go to 20 June 2024", direction="seeds"),
    Suggestion(
        "Subscribe a channel",
        "briefing subscribe",
        {"channel": "briefings", "time": "08:00", "zone": "Asia/Seoul"},
    ),
    Suggestion("Ask, with a typo", "ask", {"question": "what is diplomatic equidistanse"}),
    Suggestion("Words of a misspelt speaker", "quotes", {"speaker": "ushakof"}),
    Suggestion("Look at the briefing", "briefing preview"),
    Suggestion("Add a document", "document add"),
)


async def in_browser(stage: Stage) -> None:
    """Serve the page, and the prompt beside it, until one of them is told to stop."""
    page = Page(stage.discord, stage=directions(stage))
    print(f"Rehearsal, not Discord: {page.url}\n(Ctrl+C ends it)\n", flush=True)
    await asyncio.to_thread(open_where_it_can, page.url)
    stopped = asyncio.create_task(until_stopped())
    prompting = asyncio.create_task(prompt(stage))
    await asyncio.wait({stopped, prompting}, return_when=asyncio.FIRST_COMPLETED)
    if prompting.done() and not await prompting:  # nobody is at the keyboard
        await stopped
    for task in (stopped, prompting):
        task.cancel()


async def until_stopped() -> None:
    """Until the process is asked to end."""
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows: KeyboardInterrupt does it
            loop.add_signal_handler(sign, ended.set)
    await ended.wait()


def open_where_it_can(url: str) -> None:
    """In a browser with windows. One that works in the terminal would take the terminal away."""
    with contextlib.suppress(webbrowser.Error):
        found = webbrowser.get()
        if type(found) is not webbrowser.GenericBrowser:
            found.open(url)


def directions(stage: Stage) -> Directions:
    """What the page may do besides Discord: move the clock, start the bot again."""
    zone = stage.settings.briefing.zone

    async def skip(words: str) -> str:
        due = await stage.skip()
        if due is None:
            raise NotPossibleError("No channel has subscribed yet: /briefing subscribe")
        await stage.tick()
        return f"It is {due.astimezone(ZoneInfo(zone)):%H:%M on %d %B %Y} ({zone})."

    async def date(words: str) -> str:
        stage.clock.set(local_moment(words, zone))
        await stage.tick()
        return f"The clock is set to {words.replace('T', ' ')} ({zone})."

    async def seeds(words: str) -> str:
        return await date(SEED_DAY)

    async def restart(words: str) -> str:
        await stage.restart()
        await stage.tick()
        return "The bot has been stopped and started again."

    return Directions(
        zone=zone,
        deeds={"skip": skip, "date": date, "seeds": seeds, "restart": restart},
        suggestions=SUGGESTIONS,
    )


def local_moment(given: str, zone: str) -> datetime:
    """An ISO 8601 date and time on the wall in `zone`.

    Raises:
        NotPossibleError: when it is none.
    """
    try:
        moment = datetime.fromisoformat(given)
    except ValueError:
        raise NotPossibleError(f"{given!r} is no date and time") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))
