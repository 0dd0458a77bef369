"""The rehearsal in a browser: its page, and the stage directions that the page may give."""

import asyncio
import contextlib
import signal
import webbrowser
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.languages import say, say_day
from bot.rehearsal import NotPossibleError
from bot.rehearsal.page import Directions, Page, Suggestion
from bot.shell.script import MISQUOTED, SUBSCRIPTION, script
from bot.shell.stage import Stage
from bot.shell.terminal import prompt
from bot.shell.tour import tour

SEED_DAY = "2024-06-20T07:00"  # the morning after the treaty, before the briefing


def suggestions(locale: str) -> tuple[Suggestion, ...]:
    """What the page offers to try."""

    def offer(key: str, command: str = "", **options: str) -> Suggestion:
        return Suggestion(say(f"try.{key}", locale), command, options)

    return (
        Suggestion(say("try.seeds", locale), direction="seeds"),
        offer("subscribe", "briefing subscribe", **SUBSCRIPTION),
        offer("ask", "ask", question="what is diplomatic equidistanse"),
        offer("quotes", "quotes", speaker="ushakof"),
        offer("check", "check", quote=MISQUOTED),
        offer("timeline", "timeline", since="2024-06"),
        offer("catchup", "catchup"),
        offer("preview", "briefing preview"),
        offer("add", "document add"),
    )


async def in_browser(stage: Stage) -> None:
    """Serve the page, and the prompt beside it, until one of them is told to stop."""
    page = Page(stage.discord, stage=directions(stage))
    print(f"Rehearsal, not Discord: {page.url}\n(Ctrl+C ends it)\n", flush=True)
    await asyncio.to_thread(open_where_it_can, page.url)
    await _until_ended(stage)


async def tour_in_browser(stage: Stage) -> int:
    """The same with the tour playing; where no browser has windows it plays in the terminal."""
    found = directions(stage)
    page = Page(stage.discord, stage=found)
    address = f"{page.url}#tour"
    print(f"Rehearsal, not Discord: {address}\n(Ctrl+C ends it)\n", flush=True)
    if not await asyncio.to_thread(open_where_it_can, address):
        return await tour(stage, found)
    await _until_ended(stage)
    return 0


async def _until_ended(stage: Stage) -> None:
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


def open_where_it_can(url: str) -> bool:
    """In a browser with windows, if there is one; a browser in the terminal would take it away."""
    with contextlib.suppress(webbrowser.Error):
        found = webbrowser.get()
        if type(found) is not webbrowser.GenericBrowser:
            return found.open(url)
    return False


def directions(stage: Stage) -> Directions:
    """What the page may do besides Discord: move the clock, start the bot again."""
    zone = stage.settings.briefing.zone

    def told(key: str, locale: str) -> str:
        there = stage.clock.now().astimezone(ZoneInfo(zone))
        day = say_day(there.date(), locale)
        return say(f"stage.{key}", locale, day=day, time=there.strftime("%H:%M"), zone=zone)

    async def skip(words: str, locale: str) -> str:
        if await stage.skip() is None:
            raise NotPossibleError(say("stage.nobody", locale))
        await stage.tick()
        return told("skipped", locale)

    async def date(words: str, locale: str) -> str:
        stage.clock.set(local_moment(words, zone))
        await stage.tick()
        return told("set", locale)

    async def seeds(words: str, locale: str) -> str:
        return await date(SEED_DAY, locale)

    async def restart(words: str, locale: str) -> str:
        await stage.restart()
        await stage.tick()
        return told("restarted", locale)

    return Directions(
        zone=zone,
        deeds={"skip": skip, "date": date, "seeds": seeds, "restart": restart},
        suggestions=suggestions,
        tour=script,
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
