"""Intake: documents a second from file to searchable, and how that changes as the archive grows.

    python -m benchmarks.intake [--sizes 100,1000,10000] [--postgresql] [--kills 20]

The pages are made up, about 600 words each with names, dates and quotes, no two alike. Into an
archive of each size a further SAMPLE of them is taken in, one after the other, just as `add` does
it: read in the jail, compared with what is there, stored and indexed in a transaction of its own.
Processor time is the program's and the jail's together. trafilatura alone finds title and main text
of the same pages, in this process, and does nothing else.

--kills imports 200 files from the shell and kills that program −9 as often as it says, at any
point; then it looks whether each document is wholly there or not at all, and lets it end.
"""

import argparse
import os
import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import trafilatura

from benchmarks.generated import Generator
from benchmarks.reading import DID, TAIL, WHAT, WHO
from briefings.ingest.documents import Given, add_document, read_given, reading_jail
from briefings.ingest.jail import Jail
from briefings.search import ask
from briefings.storage.articles import NewArticle, store_articles
from briefings.storage.database import Database, open_database
from briefings.storage.shelves import COMMON_SHELF
from tests.conftest import ROOMY, administer, programs, server
from tests.crash.imports import finished, kill_somewhere, wholes, written

NOW = datetime(2024, 6, 20, tzinfo=UTC)
SAMPLE = 60
FILES = 200  # of the import that is killed
SOURCES = 40
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one document, in seconds: on the clock, of this process, of the jail."""

    wall: float
    own: float
    jail: float


def page(number: int, generator: Generator) -> bytes:
    chance = random.Random(number)
    lines = []
    for _ in range(26):
        words = " ".join(chance.choice(each) for each in (WHO, DID, WHAT)) + chance.choice(TAIL)
        lines.append(f"{words} {' '.join(generator.words('en', 6))}.")
    body = "".join(f"<p>{' '.join(lines[at : at + 3])}</p>" for at in range(0, len(lines), 3))
    title = " ".join(generator.words("en", 8))
    return (
        f"<html><head><title>{title}</title></head><body><nav><a href='/'>Home</a></nav><article>"
        f"<h1>{title}</h1><p>By Jane Roe</p><p>June {1 + number % 28}, 2024</p>{body}</article>"
        "<footer>© Wire</footer></body></html>"
    ).encode()


def given(number: int, body: bytes) -> Given:
    name = f"{number}.html"
    return Given(
        body, f"file:{name}", COMMON_SHELF, file_name=name, source=f"Wire {number % SOURCES}"
    )


def fill(database: Database, jail: Jail, pages: Iterator[tuple[int, bytes]], count: int) -> None:
    """Read as ever, stored by the hundred: how they came in makes no difference afterwards."""
    batch = []
    for _ in range(count):
        number, body = next(pages)
        document = given(number, body)
        batch.append(
            NewArticle(
                shelf_id=COMMON_SHELF,
                source=document.source or "",
                title=f"Report {number}",
                body=body,
                reading=read_given(jail, document),
                origin=document.origin,
            )
        )
        if len(batch) == 100:
            store_articles(database, batch, now=NOW)
            batch.clear()
    store_articles(database, batch, now=NOW)


def measured(database: Database, jail: Jail, pages: Iterator[tuple[int, bytes]]) -> Cost:
    several = [next(pages) for _ in range(SAMPLE)]
    wall, own, inside = time.perf_counter(), time.process_time(), children()
    added = [add_document(database, jail, given(*each), now=NOW) for each in several]
    spent = (time.perf_counter() - wall, time.process_time() - own, children() - inside)
    hits = ask(database, added[-1].title, shelves=(COMMON_SHELF,), now=NOW).hits
    found = [hit.article.document_id for hit in hits]
    assert added[-1].document_id in found, "it is not searchable"
    return Cost(*(each / SAMPLE for each in spent))


def children() -> float:
    """Processor seconds of this process's children that live."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == os.getpid():
            total += int(fields[11]) + int(fields[12])
    return total / TICKS


def alone(pages: Iterator[tuple[int, bytes]]) -> float:
    """Seconds of processor time that trafilatura takes for one page."""
    several = [body.decode() for _, body in (next(pages) for _ in range(SAMPLE))]
    trafilatura.bare_extraction(several[0])
    began = time.process_time()
    for text in several:
        assert trafilatura.bare_extraction(text)
    return (time.process_time() - began) / SAMPLE


def grow(name: str, url: str, sizes: list[int]) -> None:
    generator = Generator()
    pages = ((number, page(number, generator)) for number in range(10**9))
    database, jail = open_database(url), reading_jail()
    theirs, size = alone(pages), 0
    try:
        for wanted in sizes:
            fill(database, jail, pages, wanted - size)
            cost = measured(database, jail, pages)
            size = wanted + SAMPLE
            both = cost.own + cost.jail
            print(
                f"{name:11}{wanted:>8,}{1 / cost.wall:>9.1f}{cost.wall * 1e3:>9.1f}"
                f"{cost.jail * 1e3:>8.1f}{cost.own * 1e3:>9.1f}"
                f"{theirs * 1e3:>13.1f}{both / theirs:>7.1f}",
                flush=True,
            )
    finally:
        jail.close()
        database.close()


@contextmanager
def postgresql() -> Iterator[str | None]:
    folder = programs()
    if folder is None:
        yield None
        return
    with server(folder, ROOMY) as url:  # as safe as in service: on the disk before it is told
        name = f"intake_{uuid4().hex}"
        administer(url, f"CREATE DATABASE {name}")
        yield url + name


def kill(times: int, folder: Path) -> None:
    chance, kills, broken = random.Random(1), 0, 0
    documents, home = written(folder / "documents", FILES), folder / "home"
    finished(documents, reference := f"sqlite:///{folder}/reference.db", home)
    expected, runs = wholes(reference), 0
    while kills < times:
        runs += 1
        url = f"sqlite:///{folder}/{runs}.db"
        open_database(url).close()
        while kills < times and kill_somewhere(documents, url, home, chance=chance):
            kills += 1
            broken += sum(expected[name] != whole for name, whole in wholes(url).items())
        finished(documents, url, home)
        broken += wholes(url) != expected
    print(f"{runs} imports of {FILES} files, {kills} kills: {broken} documents lost or broken")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--sizes", default="100,1000,10000")
    options.add_argument("--postgresql", action="store_true", help="there, too")
    options.add_argument("--kills", type=int, default=0)
    chosen = options.parse_args()
    sizes = [int(each) for each in chosen.sizes.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        if chosen.kills:
            kill(chosen.kills, Path(folder))
            return
        head = ("archive", "holds", "docs/s", "ms each", "jail ms", "own ms", "trafilatura ms", "×")
        print("{:11}{:>8}{:>9}{:>9}{:>8}{:>9}{:>13}{:>7}".format(*head))
        grow("SQLite", f"sqlite:///{folder}/archive.db", sizes)
    if chosen.postgresql:
        with postgresql() as url:
            print("no PostgreSQL here") if url is None else grow("PostgreSQL", url, sizes)


if __name__ == "__main__":
    main()
