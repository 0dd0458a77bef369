"""Polls of a thousand feeds from loopback servers: are they done within their interval?

Half of the feeds answer 304 when nothing is new, the others send themselves every time; each of
them brings a new entry, with a page of its own, in the first round. No wire is slower than
loopback here: what is measured is our own work.
"""

import argparse
import logging
import resource
import tempfile
import threading
import time
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import cast

from briefings.ingest.documents import reading_jail
from briefings.ingest.feeds import poll_due
from briefings.ingest.fetch import Fetcher
from briefings.ingest.jail import Jail
from briefings.ingest.sockets import Limits
from briefings.storage.database import Database, open_database
from briefings.storage.feeds import NewFeed, add_feeds
from briefings.storage.shelves import COMMON_SHELF

START = datetime(2024, 6, 20, tzinfo=UTC)
INTERVAL = timedelta(minutes=30)
STORY = (
    "Vladimir Putin met Kim Jong Un in Pyongyang for round {0} of talks on energy and transport. "
    "“We will sign agreement {0} today,” Kremlin adviser Yuri Ushakov said on Wednesday. "
    "South Korea's foreign ministry expressed regret over visit number {0}. "
)


class Pages(BaseHTTPRequestHandler):
    """/feed/N and /page/N of any host."""

    def do_GET(self) -> None:
        kind, number = self.path.strip("/").split("/")
        mark = f'"{number}"'
        if kind == "feed" and int(number) % 2 and self.headers.get("If-None-Match") == mark:
            self.send_response(304)
            self.end_headers()
            return
        body = (feed if kind == "feed" else page)(
            int(number), cast("Server", self.server).server_port
        )
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", mark)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    request_queue_size = 256
    daemon_threads = True


def feed(number: int, port: int) -> bytes:
    items = "".join(
        f"<item><title>Story {number}.{n}</title><guid>{number}.{n}</guid>"
        f"<link>http://f{number}.desk-a.org:{port}/page/{number}</link>"
        f"<description>{'words ' * 60}</description></item>"
        for n in range(20)
    )
    return f"<rss version='2.0'><channel><title>F{number}</title>{items}</channel></rss>".encode()


def page(number: int, port: int) -> bytes:
    words = STORY.format(number) * 3
    return f"<!doctype html><title>S{number}</title><article><p>{words}</p></article>".encode()


def polled(database: Database, jail: Jail, fetcher: Fetcher, now: datetime) -> tuple[int, int, int]:
    """Polls, articles and failures until nothing is due."""
    polls = taken = failed = 0
    while found := poll_due(database, jail, fetcher, now=now, limit=40, threads=8):
        polls += len(found)
        taken += sum(each.taken for each in found)
        failed += sum(each.failed is not None for each in found)
    return polls, taken, failed


def run(feeds: int, rounds: int, folder: str) -> None:
    server = Server(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_port
    database, jail = open_database(f"sqlite:///{Path(folder) / 'archive.db'}"), reading_jail()
    fetcher = Fetcher(
        limits=Limits(seconds=10),
        ports=frozenset({port}),
        robots="never",
        allow=frozenset({f"127.0.0.1:{port}"}),
        resolve=lambda host, port: ["127.0.0.1"],
    )
    several = [
        NewFeed(COMMON_SHELF, f"http://f{n}.desk-a.org:{port}/feed/{n}", f"F{n}", quota=feeds)
        for n in range(feeds)
    ]
    add_feeds(database, several, interaction_id=None, now=START)
    for number in range(rounds):
        report(number, lambda at: polled(database, jail, fetcher, START + at * 2 * INTERVAL))
    fetcher.close()
    jail.close()
    database.close()
    server.shutdown()


def report(number: int, work: object) -> None:
    assert callable(work)
    started, processor = time.perf_counter(), time.process_time()
    polls, taken, failed = work(number)
    seconds = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"round {number + 1}: {polls} polls, {taken} articles, {failed} failed in {seconds:.1f} s "
        f"({polls / seconds:.0f} polls/s; own processor {time.process_time() - processor:.1f} s, "
        f"servers included; {memory:.0f} MB; interval {INTERVAL.total_seconds():.0f} s)",
        flush=True,
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    logging.basicConfig(level=logging.WARNING)
    with tempfile.TemporaryDirectory() as place:
        run(given.feeds, given.rounds, place)
