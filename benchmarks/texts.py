"""Questions over full texts: how quick, how often right, how large the index, how quickly built.
The half of `search.py` that `--texts` asks for; see there."""

import sqlite3
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from filled import NOW, article, filled, texts_of
from generated import KINDS, Generator, Question

from briefings.ingest.reading import read
from briefings.search import ask
from briefings.storage.articles import store_article, store_articles
from briefings.storage.database import open_database
from briefings.storage.shelves import COMMON_SHELF
from briefings.text.folding import fold_tokens

COMMON = (COMMON_SHELF,)
SHARED = ("exact", "typos", "order", "prefix")
"""Kinds of questions whose words the wanted text holds, however spelt; the others name somebody in
another script than the text does."""

SAMPLE = 300
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
        storing(Path(folder) / "sample.db", seed)
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


def storing(path: Path, seed: int) -> None:
    """How quickly whole articles are read, and stored, in batches and alone."""
    pairs = list(islice(texts_of(SAMPLE, seed), SAMPLE))
    start = time.process_time()
    read_ones = [
        article(number, title, text, read(text.encode(), file_name="text.txt"))
        for number, (title, text) in enumerate(pairs)
    ]
    reading = SAMPLE / (time.process_time() - start)
    database = open_database(f"sqlite:///{path}")
    start, began = time.process_time(), time.perf_counter()
    store_articles(database, read_ones[1:], now=NOW)
    used, took = time.process_time() - start, time.perf_counter() - began
    by_clock = f"{SAMPLE / took:.0f} by the clock"
    print(f"a second: {reading:.0f} read; {SAMPLE / used:.0f} stored in batches ({by_clock})")
    ask(database, "warm up", shelves=COMMON, now=NOW)
    began = time.perf_counter()
    stored = store_article(database, read_ones[0], now=NOW)
    [hit, *_] = ask(database, pairs[0][0], shelves=COMMON, now=NOW).hits
    found = (time.perf_counter() - began) * 1000
    assert hit.article.document_id == stored.document_id
    print(f"one article stored and found: {found:.0f} ms by the clock")
    database.close()


def sizes(path: Path) -> None:
    """What the full-text index weighs beside the texts it is of, in bytes."""
    connection = sqlite3.connect(path)

    def sum_of(query: str) -> float:
        return float(connection.execute(query).fetchone()[0] or 0)

    text = sum_of("SELECT sum(length(CAST(text AS BLOB))) FROM versions")
    index = sum_of("SELECT sum(length(block)) FROM passage_index_data")
    stems = sum_of("SELECT sum(length(CAST(folded AS BLOB))) FROM passages")
    words = sum_of("SELECT sum(length(CAST(word AS BLOB)) + 8) FROM words")
    print(
        f"text {text / 1e6:.0f} MB; full-text index {index / text:.2f} × the text, "
        f"stems of the passages {stems / text:.2f} ×, words {words / text:.2f} ×"
    )
    connection.close()
