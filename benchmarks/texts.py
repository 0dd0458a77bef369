"""Questions over full texts: how quick, how often right, how large the index, how quickly built.
The half of `search.py` that `--texts` asks for; see there."""

import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from sqlalchemy import text as text_of

from benchmarks.filled import NOW, article, filled, texts_of
from benchmarks.generated import KINDS, Generator, Question
from benchmarks.intake import postgresql
from briefings.ingest.reading import read
from briefings.search import ask
from briefings.storage.articles import NewArticle, store_article, store_articles
from briefings.storage.database import Database, open_database
from briefings.storage.shelves import COMMON_SHELF
from briefings.text.folding import fold_tokens

COMMON = (COMMON_SHELF,)
SHARED = ("exact", "typos", "order", "prefix")
"""Kinds of questions whose words the wanted text holds, however spelt; the others name somebody in
another script than the text does."""

ALONE = 7
SAMPLE = 300 + ALONE
"""Articles by which reading and storing are timed, with everything that is read out of them."""


@dataclass
class Asked:
    """An engine: milliseconds of processor time for each question, and whether it was right."""

    name: str
    seconds: list[float] = field(default_factory=list)
    right: dict[bool, list[bool]] = field(default_factory=dict)  # by whether words are shared

    def keep(self, question: Question, found: list[int], seconds: float) -> None:
        self.seconds.append(seconds)
        shared = question.kind in SHARED
        self.right.setdefault(shared, []).append(question.wanted in found[:3])

    def line(self) -> str:
        ordered = sorted(self.seconds)
        p50 = ordered[len(ordered) // 2] * 1000
        p99 = ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)] * 1000
        shares = (sum(self.right[each]) / len(self.right[each]) for each in (True, False))
        return f"{self.name:<28}{p50:9.1f} /{p99:9.1f}" + "".join(f"{s:14.0%}" for s in shares)


def fts5(texts: list[tuple[str, str]]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5(title, text, tokenize='unicode61')")
    rows = ((key, title, text) for key, (title, text) in enumerate(texts))
    connection.executemany("INSERT INTO texts(rowid, title, text) VALUES (?, ?, ?)", rows)
    return connection


def by_fts5(connection: sqlite3.Connection, typed: str) -> list[int]:
    words = " OR ".join(f'"{word}"' for word in fold_tokens(typed))
    query = "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT 5"
    return [row[0] for row in connection.execute(query, (words,))]


class Tantivy:
    """Its own tokens and BM25 over whole texts."""

    def __init__(self, texts: list[tuple[str, str]]) -> None:
        import tantivy  # noqa: PLC0415 -- a peer, installed for the benchmark alone

        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("id", stored=True)
        builder.add_text_field("text")
        self._index = tantivy.Index(builder.build())
        writer = self._index.writer(100_000_000)
        for key, (title, text) in enumerate(texts):
            writer.add_document(tantivy.Document(id=key, text=f"{title} {text}"))
        writer.commit()
        self._index.reload()
        self._searcher = self._index.searcher()

    def __call__(self, typed: str) -> list[int]:
        query = self._index.parse_query(" ".join(fold_tokens(typed)), ["text"])
        hits = self._searcher.search(query, 5).hits
        return [self._searcher.doc(address)["id"][0] for _, address in hits]


def engines(path: Path, texts: list[tuple[str, str]]) -> Iterator[tuple[Asked, object]]:
    database = open_database(f"sqlite:///{path}")

    def ours(typed: str) -> list[int]:
        found = ask(database, typed, shelves=COMMON, now=NOW).hits
        return [hit.article.document_id - 1 for hit in found]

    ours("warm up")
    yield Asked("ask"), ours
    connection = fts5(texts)
    yield Asked("FTS5, whole texts"), lambda typed: by_fts5(connection, typed)
    try:
        yield Asked("tantivy, whole texts"), Tantivy(texts)
    except ImportError:
        print("tantivy is not installed, so it is left out")


def measure_texts(count: int, asked: int, *, seed: int, archive: Path | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read_ones = sample(seed)
        storing("SQLite", f"sqlite:///{folder}/sample.db", read_ones)
        with postgresql() as url:
            if url is not None:
                storing("PostgreSQL", url, read_ones)
        path = archive or Path(folder) / "archive.db"
        began = time.process_time()
        filled(f"sqlite:///{path}", count, seed).close()
        print(f"{count:,} texts: {time.process_time() - began:.0f} s of processor time to fill")
        sizes(path)
        texts = list(texts_of(count, seed))
        titles = [title for title, _ in texts]
        generator = Generator(seed + 1)
        questions = [generator.question(KINDS[at % len(KINDS)], titles) for at in range(asked)]
        tried = list(engines(path, texts))
        for question in questions:
            for engine, search in tried:
                start = time.process_time()
                found = search(question.typed)  # type: ignore[operator]  # each takes what is typed
                engine.keep(question, found, time.process_time() - start)
        heads = f"{'p50 /':>11}{'p99 ms':>9}{'shared in 3':>14}{'not shared':>14}"
        print(f"{'questions':<28}{heads}")
        for engine, _ in tried:
            print(engine.line())


def sample(seed: int) -> list[NewArticle]:
    start = time.process_time()
    found = [
        article(number, title, text, read(text.encode(), file_name="text.txt"))
        for number, (title, text) in enumerate(islice(texts_of(SAMPLE, seed), SAMPLE))
    ]
    print(f"read: {SAMPLE / (time.process_time() - start):.0f} articles a second")
    return found


def storing(name: str, url: str, read_ones: list[NewArticle]) -> None:
    """How quickly whole articles that have been read are stored, in batches and alone."""
    database = open_database(url)
    server = of_server(database)
    start, began = time.process_time(), time.perf_counter()
    store_articles(database, read_ones[ALONE:], now=NOW)
    used, took = time.process_time() - start, time.perf_counter() - began
    rates = [f"{(SAMPLE - ALONE) / used:.0f} by the program's processor time"]
    if server := of_server(database) - server:
        rates.append(f"{(SAMPLE - ALONE) / server:.0f} by the server's")
    rates.append(f"{(SAMPLE - ALONE) / took:.0f} on the clock")
    print(f"{name}: stored in batches, a second: {', '.join(rates)}")
    seconds = sorted(alone(database, each) for each in read_ones[:ALONE])
    (used, took), (most, _) = seconds[ALONE // 2], seconds[-1]
    print(
        f"{name}: one article stored and found: {used * 1000:.0f} ms of processor time "
        f"({took * 1000:.0f} on the clock), the first {most * 1000:.0f}"
    )
    database.close()


def alone(database: Database, read_one: NewArticle) -> tuple[float, float]:
    """Seconds from the call that stores an article until a question has found it: of processor
    time, and on the clock."""
    start, began = time.process_time(), time.perf_counter()
    stored = store_article(database, read_one, now=NOW)
    [hit, *_] = ask(database, read_one.title, shelves=COMMON, now=NOW).hits
    assert hit.article.document_id == stored.document_id
    return time.process_time() - start, time.perf_counter() - began


def of_server(database: Database) -> float:
    """Processor seconds of the server's processes for this archive; 0 for SQLite."""
    if database.dialect == "sqlite":
        return 0.0
    with database.reading() as session:
        asked = "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
        pids = session.scalars(text_of(asked)).all()
    stats = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in pids]
    return sum(int(each[11]) + int(each[12]) for each in stats) / os.sysconf("SC_CLK_TCK")


def sizes(path: Path) -> None:
    """What the full-text index weighs beside the texts it is of, in bytes; and, where SQLite can
    tell, in whole pages with the indexes of its tables."""
    connection = sqlite3.connect(path)

    def sum_of(query: str) -> float:
        return float(connection.execute(query).fetchone()[0] or 0)

    text = sum_of("SELECT sum(length(CAST(text AS BLOB))) FROM versions")
    index = sum_of("SELECT sum(length(block)) FROM passage_index_data") / text
    stems = sum_of("SELECT sum(length(CAST(folded AS BLOB))) FROM passages") / text
    words = sum_of("SELECT sum(length(CAST(word AS BLOB)) + 8) FROM words") / text
    print(
        f"text {text / 1e6:.0f} MB; full-text index {index:.2f} × the text, stems of the passages "
        f"{stems:.2f} ×, words {words:.2f} ×: together {index + stems + words:.2f} ×"
    )
    try:
        pages = sum_of(
            "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'passage%' OR name = 'words' "
            "OR name LIKE 'ix_passages%'"
        )
        print(f"in whole pages, with the indexes of their tables: {pages / text:.2f} × the text")
    except sqlite3.OperationalError:
        print("this SQLite does not tell of pages")
    connection.close()
