"""Imports from the shell that are killed, and what they leave behind."""

import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from briefings.model import Article, Reading
from briefings.storage.articles import article, list_documents, verify_texts
from briefings.storage.database import Database, open_database
from briefings.storage.shelves import COMMON_SHELF
from briefings.storage.tables import AuditEntry, Body, Document, Passage, Version, Word

ROOT = Path(__file__).parents[2]
SHELVES = (COMMON_SHELF,)
WHO = ("Vladimir Putin", "Kim Jong Un", "Yoon Suk Yeol", "Sergei Lavrov", "Choe Son Hui")
DID = ("visited", "praised", "warned", "received", "wrote to", "telephoned", "criticised")
WHERE = ("Pyongyang", "Moscow", "Seoul", "Vladivostok", "Rason", "Kaesong", "Busan")


def written(folder: Path, count: int) -> Path:
    """A folder of documents, no two of them alike."""
    folder.mkdir()
    for number in range(count):
        chance = random.Random(number)
        lines = [
            f"{chance.choice(WHO)} {chance.choice(DID)} {chance.choice(WHO)} in "
            f"{chance.choice(WHERE)} on {chance.randint(1, 28)} June with "
            f"{chance.randint(2, 900)} officials and {chance.randint(2, 900)} guests."
            for _ in range(12)
        ]
        head = f"Report {number}\n\nJune 20, 2024\n\n"
        whole = f"{head}{' '.join(lines)}\n“It is {number},” Putin said.\n"
        (folder / f"{number:03}.txt").write_text(whole, encoding="utf-8")
    return folder


def started(folder: Path, url: str, home: Path) -> subprocess.Popen[bytes]:
    """`python -m bot add FOLDER` as a process of its own, without seeds."""
    home.mkdir(exist_ok=True)
    (home / "seeds").mkdir(exist_ok=True)
    (home / "seeds" / "manifest.toml").write_text("seed = []\n", encoding="utf-8")
    own = dict(os.environ)  # noqa: TID251 -- a process needs a path to its programs
    return subprocess.Popen(  # noqa: S603 -- our own program
        [sys.executable, "-m", "bot", "add", str(folder)],
        cwd=home,
        env=own | {"PYTHONPATH": str(ROOT), "DATABASE_URL": url},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def kill_somewhere(folder: Path, url: str, home: Path, *, chance: random.Random) -> bool:
    """Start an import and kill it at any point after it has stored something more; whether it was
    still at work."""
    database = open_database(url)
    try:
        before = stored(database)
        process = started(folder, url, home)
        while process.poll() is None and stored(database) <= before + chance.randint(0, 6):
            time.sleep(0.002)
        time.sleep(chance.random() * 0.06)
        process.kill()
        process.communicate()
        return process.returncode < 0
    finally:
        database.close()


def finished(folder: Path, url: str, home: Path) -> str:
    process = started(folder, url, home)
    output, _ = process.communicate(timeout=600)
    assert process.returncode == 0, output.decode()
    return output.decode()


def stored(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(Document)) or 0


@dataclass(frozen=True, slots=True)
class Whole:
    """A document with all that is kept of it, but for numbers and instants."""

    title: str
    digest: str
    reading: Reading
    passages: int
    bodies: int
    entries: int


def wholes(url: str) -> dict[str, Whole]:
    """By origin. Fails where a text is damaged or a row belongs to nothing."""
    database = open_database(url)
    try:
        assert not verify_texts(database)
        rows = list_documents(database, shelves=SHELVES, limit=10_000)
        with database.reading() as session:
            _assert_nothing_hangs(session, len(rows))
            read = [article(database, row.document_id, shelves=SHELVES) for row in rows]
            return {each.origin: _whole(session, each) for each in read}
    finally:
        database.close()


def _assert_nothing_hangs(session: Session, documents: int) -> None:
    for table in (Document, Version, Body, AuditEntry):
        assert session.scalar(select(func.count()).select_from(table)) == documents


def _whole(session: Session, seen: Article) -> Whole:
    def rows(table: Any, column: Any, key: int) -> int:
        query = select(func.count()).select_from(table).where(column == key)
        return session.scalar(query) or 0

    return Whole(
        seen.title,
        seen.digest,
        _rounded(seen.reading),
        rows(Passage, Passage.version_id, seen.version_id),
        rows(Body, Body.document_id, seen.document_id),
        rows(AuditEntry, AuditEntry.subject_id, seen.document_id),
    )


def _rounded(reading: Reading) -> Reading:
    """Weights are sums in an order that each process chooses for itself."""
    sentences = (each._replace(weight=round(each.weight, 9)) for each in reading.sentences)
    return replace(reading, sentences=tuple(sentences))


def words(url: str) -> dict[str, int]:
    """How many documents hold each word, as search counts them."""
    database = open_database(url)
    try:
        with database.reading() as session:
            return {row.word: row.frequency for row in session.scalars(select(Word))}
    finally:
        database.close()
