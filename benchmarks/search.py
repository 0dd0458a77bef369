"""Titles while somebody types, and questions over full texts: quickness, likeness, size.

    python -m benchmarks.search --articles 10000
    python -m benchmarks.search --articles 1000000
    python -m benchmarks.search --articles 0 --texts 5000

The same made-up questions go to every engine in turn, so that a busy machine slows all of them:
our index, LIKE '%…%', rapidfuzz over everything, SQLite's FTS5, and tantivy where it is installed
(`pip install tantivy`). Milliseconds are of processor time.
"""

import argparse
import gc
import os
import re
import resource
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from rapidfuzz import fuzz, process

from benchmarks.generated import KINDS, Generator, Question
from benchmarks.texts import measure_texts
from briefings.search.snapshot import read as read_snapshot
from briefings.search.snapshot import write
from briefings.search.titleindex import TitleIndex

Search = Callable[[str], list[int]]
NOW = datetime(2024, 6, 20, tzinfo=UTC)
WORD = re.compile(r"\w+")
MOST_BRUTE = 30
"""Questions put to rapidfuzz over everything, which takes seconds for each."""


@dataclass
class Engine:
    name: str
    search: Search
    most: int
    seconds: list[float] = field(default_factory=list)
    right: dict[str, list[int]] = field(default_factory=dict)

    def put(self, question: Question) -> None:
        if len(self.seconds) >= self.most:
            return
        start = time.process_time()
        found = self.search(question.typed)
        self.seconds.append(time.process_time() - start)
        place = found.index(question.wanted) if question.wanted in found[:5] else -1
        self.right.setdefault(question.kind, []).append(place)

    def line(self) -> str:
        ordered = sorted(self.seconds)
        p50 = ordered[len(ordered) // 2] * 1000
        p99 = ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)] * 1000
        places = [place for some in self.right.values() for place in some]
        at_1 = sum(place == 0 for place in places) / len(places)
        in_5 = sum(place >= 0 for place in places) / len(places)
        kinds = "  ".join(
            f"{kind} {sum(place >= 0 for place in some) / len(some):.0%}"
            for kind, some in self.right.items()
        )
        return f"{self.name:<28}{p50:9.1f} /{p99:9.1f}{at_1:8.0%} /{in_5:5.0%}   {kinds}"


def resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def ours(titles: list[str], path: Path) -> Engine:
    """Built from nothing, kept in a file, and taken up from it as after a restart."""
    index, start = TitleIndex(), time.process_time()
    for key, title in enumerate(titles):
        index.put(key, title, key)
    arrays = index.settle()
    seconds = time.process_time() - start
    write(path, {}, arrays)
    del index, arrays
    gc.collect()
    before, start = resident(), time.process_time()
    index = TitleIndex.of(read_snapshot(path)[1])
    loaded = time.process_time() - start
    index.search("warm up", limit=5)
    print(
        f"our index: {len(titles) / seconds:,.0f} titles a second to build; "
        f"its file {path.stat().st_size / 1e6:.0f} MB, loaded in {loaded:.2f} s; "
        f"{resident() - before:.0f} MB resident"
    )
    return Engine(
        "vocabulary index", lambda typed: [f.key for f in index.search(typed, limit=5)], 10**9
    )


def like(connection: sqlite3.Connection) -> Engine:
    query = "SELECT id FROM titles WHERE title LIKE ? LIMIT 5"
    return Engine(
        "LIKE", lambda typed: [row[0] for row in connection.execute(query, (f"%{typed}%",))], 60
    )


def fts5(connection: sqlite3.Connection) -> Engine:
    query = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words) LIMIT 5"

    def search(typed: str) -> list[int]:
        question = " OR ".join(f'"{word}"' for word in WORD.findall(typed))
        return [row[0] for row in connection.execute(query, (question,))]

    return Engine("FTS5", search, 10**9)


def brute(titles: list[str]) -> Engine:
    def search(typed: str) -> list[int]:
        found = process.extract(typed, titles, scorer=fuzz.WRatio, limit=5)
        return [place for _, _, place in found]

    return Engine("rapidfuzz over everything", search, MOST_BRUTE)


def tantivy(titles: list[str]) -> Iterator[Engine]:
    try:
        import tantivy as library  # noqa: PLC0415 -- a peer, installed for the benchmark alone
    except ImportError:
        print("tantivy is not installed, so it is left out")
        return
    builder = library.SchemaBuilder()
    builder.add_integer_field("id", stored=True)
    builder.add_text_field("grams", tokenizer_name="grams")
    index = library.Index(builder.build())
    analyzer = library.TextAnalyzerBuilder(library.Tokenizer.ngram(3, 3, False))
    index.register_tokenizer("grams", analyzer.filter(library.Filter.lowercase()).build())
    writer = index.writer(100_000_000)
    for key, title in enumerate(titles):
        writer.add_document(library.Document(id=key, grams=title))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(typed: str) -> list[int]:
        words = " ".join(WORD.findall(typed.lower()))
        grams = {words[at : at + 3] for at in range(len(words) - 2)}
        terms = [
            (library.Occur.Should, library.Query.term_query(index.schema, "grams", gram))
            for gram in grams
        ]
        hits = searcher.search(library.Query.boolean_query(terms), 60).hits
        found = [searcher.doc(address)["id"][0] for _, address in hits]
        return sorted(found, key=lambda key: -fuzz.token_set_ratio(typed, titles[key]))[:5]

    yield Engine("tantivy, 3-grams, re-ranked", search, 10**9)


def tables(titles: list[str]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE titles (id INTEGER PRIMARY KEY, title TEXT)")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(title, tokenize='unicode61')")
    connection.executemany("INSERT INTO titles VALUES (?, ?)", enumerate(titles))
    connection.executemany("INSERT INTO words(rowid, title) VALUES (?, ?)", enumerate(titles))
    return connection


def keystrokes(engine: Engine, questions: list[Question]) -> None:
    seconds = []
    for question in questions[:120]:
        for end in range(1, len(question.typed)):
            start = time.process_time()
            engine.search(question.typed[:end])
            seconds.append(time.process_time() - start)
    seconds.sort()
    p50, p99 = seconds[len(seconds) // 2] * 1000, seconds[len(seconds) * 99 // 100] * 1000
    print(f"a keystroke: {p50:.1f} / {p99:.1f} ms")


def measure_titles(generator: Generator, articles: int, count: int) -> None:
    titles = list(generator.titles(articles))
    questions = [generator.question(KINDS[n % len(KINDS)], titles) for n in range(count)]
    with tempfile.TemporaryDirectory() as folder:
        mine = ours(titles, Path(folder) / "titles")
    connection = tables(titles)
    engines = [mine, *tantivy(titles), fts5(connection), like(connection), brute(titles)]
    for question in questions:
        for engine in engines:
            engine.put(question)
    print(f"{'titles':<28}{'p50 /':>11}{'p99 ms':>9}{'at 1 /':>9}{'in 5':>6}   in 5, by kind")
    for engine in engines:
        print(engine.line())
    keystrokes(mine, questions)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{articles:,} titles; all engines together at most {peak:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description="How quick search is, and how often right.")
    parser.add_argument("--articles", type=int, default=10_000, help="titles")
    parser.add_argument("--texts", type=int, default=0, help="full texts")
    parser.add_argument("--archive", type=Path, help="where the texts are kept for another time")
    parser.add_argument("--questions", type=int, default=240)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    generator = Generator(given.seed)
    if given.articles:
        measure_titles(generator, given.articles, given.questions)
    if given.texts:
        measure_texts(given.texts, given.questions, seed=given.seed, archive=given.archive)


if __name__ == "__main__":
    main()
