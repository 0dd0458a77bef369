"""Ten thousand deliveries due in the same minute, against a Discord with its real limits.

    python -m benchmarks.briefing [--deliveries 10000] [--articles 10000 | --archive archive.db]

First an edition from a thousand new articles among ten thousand, or among those of an archive that
`filled.py` has made, of which a copy is taken. Then the deliveries, each to a
channel and guild of its own: seconds, requests refused for being too quick (there must be none),
share of the 50 requests a second that Discord allows, memory, how long a guild waits beside the
median, and how long /about takes meanwhile. Discord runs in a process of its own.
"""

import argparse
import asyncio
import gc
import multiprocessing
import resource
import shutil
import statistics
import tempfile
import time as clocks
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from bot.__main__ import COLLECTED_AFTER
from bot.client import BriefingBot
from bot.clock import Clock
from bot.cogs import COGS
from bot.rehearsal import TOKEN, Loopback, connector, deeds
from bot.settings import Settings
from bot.shell.assembly import drawing_jail
from briefings.compose.issuing import Press
from briefings.ingest.documents import reading_jail
from briefings.ingest.reading import read
from briefings.model import Flag, Reading
from briefings.storage.articles import NewArticle, count_documents, store_article
from briefings.storage.database import Database, open_database
from briefings.storage.shelves import COMMON_SHELF
from briefings.storage.subscriptions import NewSubscription, subscribe

EIGHT = datetime(2024, 6, 19, 23, 0, tzinfo=UTC)
SEEDS = Path(__file__).parent.parent / "seeds"
NEW = 1000
PHYSICAL = 50  # requests a second
SHORT = (
    "Putin visits Pyongyang\n\n"
    "Russian President Vladimir Putin arrived in Pyongyang on June 19, 2024."
)


def fill(database: Database, articles: int, until: datetime) -> None:
    """The seeds over and over, each time with other bytes; NEW of them came in in the last day."""
    readings = [read(path.read_bytes(), file_name=path.name) for path in SEEDS.glob("00?_*.txt")]
    usable = [each for each in readings if Flag.REWORDED not in each.flags]
    for number in range(articles):
        age = timedelta(minutes=number) if number < NEW else timedelta(days=5, minutes=number)
        reading = usable[number % len(usable)]
        new = NewArticle(
            shelf_id=COMMON_SHELF,
            source=f"Source {number % 40}",
            title=f"Document {number}",
            body=str(number).encode(),
            reading=as_another(reading, number),
            origin="paste",
            published_on=(until - age).date(),
            first_seen=until - age - timedelta(seconds=1),
        )
        store_article(database, new, now=until - age)


def as_another(reading: Reading, number: int) -> Reading:
    """The same text with another last line, so that no edition takes it for a known one, and
    without its day, so that all of them may be news."""
    text = f"{reading.extraction.text}\n{number}"
    extraction = replace(reading.extraction, text=text, published=None, published_on=None)
    flags = reading.flags - {Flag.UNDATED}
    return replace(reading, extraction=extraction, flags=flags, fingerprints=frozenset())


def subscribe_all(database: Database, places: Sequence[tuple[int, int]]) -> None:
    for guild_id, channel_id in places:
        new = NewSubscription(
            guild_id=guild_id,
            channel_id=channel_id,
            zone="Asia/Seoul",
            local_time=time(8),
            created_by=1,
        )
        subscribe(database, new, interaction_id=None, now=EIGHT - timedelta(hours=12))


def play_discord(pipe: Connection, guilds: int) -> None:
    asyncio.run(_play(pipe, guilds))


async def _play(pipe: Connection, guilds: int) -> None:
    """Until the other side says so; meanwhile a member asks /about again and again."""
    clock = Clock()
    clock.set(EIGHT + timedelta(seconds=5))
    async with Loopback(clock=clock) as loopback:
        world = loopback.world
        world.settings.rate_limits = True
        places = []
        for number in range(guilds):
            guild = deeds.found_guild(world, f"Guild {number}", owner=world.application.owner)
            places.append((guild.id, deeds.add_channel(world, guild, "briefings").id))
        pipe.send((loopback.port, places))
        await asyncio.to_thread(pipe.recv)  # the bot is there
        begun = world.clock.now().timestamp()
        started, answers = clocks.perf_counter(), []
        while not pipe.poll():
            asked = clocks.perf_counter()
            await loopback.member.slash("/about")
            answers.append(clocks.perf_counter() - asked)
            await asyncio.sleep(0.5)
        waits = [
            message.created_at.timestamp() - begun
            for guild_id, channel_id in places
            for message in list(world.channels[channel_id].messages.values())[:1]
        ]
        pipe.send((dict(loopback.rest.tally), answers, waits, clocks.perf_counter() - started))


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def deliver(database: Database, port: int, pipe: Connection) -> tuple[int, float, float]:
    clock, jail, easel = Clock(), reading_jail(), drawing_jail()
    clock.set(EIGHT + timedelta(seconds=5))
    bot = BriefingBot(
        Settings(),
        database,
        jail,
        easel=easel,
        clock=clock,
        extensions=[cog for cog in COGS if not cog.endswith(".schedule")],
        connector=connector(port),
        guild_ready_timeout=5.0,
    )
    await bot.login(TOKEN)
    connecting = asyncio.create_task(bot.connect())
    await bot.wait_until_ready()
    await bot.load_extension("bot.cogs.schedule")
    assert bot.post_due is not None
    pipe.send("there")
    before, busy, started = megabytes(), clocks.process_time(), clocks.perf_counter()
    sent = await bot.post_due()
    busy = clocks.process_time() - busy
    print(f"the bot computes {busy / sent * 1000:.1f} ms for a delivery")
    took, more = clocks.perf_counter() - started, megabytes() - before
    pipe.send("done")
    tally = await asyncio.to_thread(pipe.recv)
    report(sent, took, more, tally)
    await bot.close()
    await asyncio.gather(connecting, return_exceptions=True)
    jail.close()
    easel.close()
    return sent, took, more


Told = tuple[dict[tuple[str, int], int], list[float], list[float], float]


def report(sent: int, took: float, more: float, told: Told) -> None:
    tally, answers, waits, _ = told
    posts = tally.get(("POST /channels/{channel_id}/messages", 200), 0)
    refused = sum(count for (_, status), count in tally.items() if status == 429)
    others = {key: count for key, count in tally.items() if key[1] not in (200, 204)}
    print(f"{sent:,} deliveries in {posts:,} messages: {took:.0f} s, {posts / took:.1f} a second")
    print(f"{posts / took / PHYSICAL:.0%} of what Discord allows; {refused} × 429; {others or ''}")
    print(f"memory: {more:.0f} MB more")
    middle = statistics.median(waits)
    longest = max(waits)
    print(f"a guild waits {middle:.0f} s, at most {longest:.0f} s: {longest / middle:.2f} times")
    answers.sort()
    last = answers[min(len(answers) - 1, int(len(answers) * 0.99))]
    usual = statistics.median(answers)
    print(f"/about meanwhile: {len(answers)} times, {usual:.3f} s, p99 {last:.3f} s")


def compose_one(folder: Path, articles: int, archive: Path | None) -> None:
    file, until = folder / "articles.db", EIGHT
    if archive is not None:
        shutil.copy(archive, file)
        articles, until = NEW, EIGHT + timedelta(days=5)  # after all that is in there
    database = open_database(f"sqlite:///{file}")
    fill(database, articles, until)
    articles = count_documents(database, shelves=(COMMON_SHELF,))
    subscribe_all(database, [(1, 1)])
    seconds, busy = [], []
    for run in range(3):
        started, worked = clocks.perf_counter(), clocks.process_time()
        Press(database).issue(1, until=until - timedelta(seconds=run), now=until)
        seconds.append(clocks.perf_counter() - started)
        busy.append(clocks.process_time() - worked)
    shown = ", ".join(f"{each:.2f} s" for each in seconds)
    least = f"at least {min(busy):.2f} s of the processor"
    print(f"an edition from {NEW:,} new articles among {articles:,}: {shown}; {least}", flush=True)
    database.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--deliveries", type=int, default=10_000)
    parser.add_argument("--articles", type=int, default=10_000, help="0 leaves the edition out")
    parser.add_argument("--archive", type=Path, help="made by filled.py; the edition is among it")
    given = parser.parse_args()
    gc.set_threshold(*COLLECTED_AFTER)  # as the bot runs
    with tempfile.TemporaryDirectory() as folder:
        if given.articles:
            compose_one(Path(folder), given.articles, given.archive)
        if not given.deliveries:
            return
        ours, theirs = multiprocessing.Pipe()
        process = multiprocessing.get_context("spawn").Process(
            target=play_discord, args=(theirs, given.deliveries), daemon=True
        )
        process.start()
        port, places = ours.recv()
        database = open_database(f"sqlite:///{folder}/deliveries.db")
        reading = read(SHORT.encode(), file_name="short.txt")
        new = NewArticle(
            shelf_id=COMMON_SHELF,
            source="The Paper",
            title="Putin visits Pyongyang",
            body=SHORT.encode(),
            reading=reading,
            origin="paste",
            first_seen=EIGHT - timedelta(hours=2),
            published_on=EIGHT.date(),  # so that it is news, and the edition has a chart
        )
        store_article(database, new, now=EIGHT - timedelta(hours=2))
        subscribe_all(database, places)
        asyncio.run(deliver(database, port, ours))
        database.close()
        process.join(10)


if __name__ == "__main__":
    main()
